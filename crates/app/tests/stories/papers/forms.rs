//! One paper in several forms, and what is written about it.

use serde_json::{Value, json};

use super::made::{self, LINES};
use super::reader::{facts, folder, read};

#[test]
fn a_paper_says_the_same_in_every_form() {
    let (_keep, inside) = folder();
    let text = LINES.join("\n");
    let wide: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>, &str, &str); 5] = [
        ("plain.txt", text.clone().into_bytes(), "text", "utf8"),
        ("marked.txt", format!("\u{FEFF}{text}").into_bytes(), "text", "utf8"),
        ("wide.txt", wide, "text", "utf16_le"),
        ("word.docx", made::docx(&LINES), "docx", "utf8"),
        ("print.pdf", made::pdf(&made::pdf_of_text(&LINES), ""), "pdf_text", "utf8"),
    ];
    for (name, bytes, ..) in &forms {
        std::fs::write(inside.join(name), bytes).unwrap();
    }
    let run = read(&inside, &[".", "--json", "facts"]);
    assert_eq!((run.status, run.refused.as_str(), run.said.as_str()), (Some(0), "", ""));
    for (name, _, how, encoding) in &forms {
        let found = facts(&inside, &format!("facts/{}.json", name.split('.').next().unwrap()));
        let decoding = &found["decoding"];
        assert_eq!((&found["schema"], &found["source"]), (&json!("hoithi.facts/1"), &json!(name)));
        assert_eq!(
            (&decoding["how"], &decoding["encoding"]),
            (&json!(how), &json!(encoding)),
            "{name}"
        );
        assert_eq!((&decoding["pages"], &decoding["all_pages"]), (&json!(1), &json!(1)), "{name}");
        let document = &found["document"];
        assert_eq!(
            (&document["number"], &document["symbol"]),
            (&json!("12"), &json!("KH-BTC")),
            "{name}"
        );
        assert_eq!(document["date"], json!({ "year": 2025, "month": 3, "day": 15 }), "{name}");
    }
}

#[test]
fn a_name_that_lies_does_no_harm() {
    let (_keep, inside) = folder();
    let macros = made::word(&LINES);
    let with_macros: [(&str, &[u8]); 3] = [
        ("word/vbaProject.bin", b"Sub AutoOpen()"),
        ("../../climbed.txt", b"x"),
        ("word/document.xml", macros.as_bytes()),
    ];
    std::fs::write(inside.join("a.pdf"), made::docx(&LINES)).unwrap();
    std::fs::write(inside.join("b.docx"), LINES.join("\n")).unwrap();
    std::fs::write(inside.join("c.docm"), made::package(&with_macros)).unwrap();
    let run = read(&inside, &["a.pdf", "b.docx", "c.docm", "--json", "facts", "--text", "-v"]);
    let level = facts(&inside, "facts/a.json")["decoding"]["sandbox"].as_str().unwrap().to_owned();
    println!("level tested: {level}");
    let line = |name: &str, how: &str| format!("{name} ({how}, 1/1 trang; cách ly: {level})\n");
    let expect = [line("a.pdf", "Word"), line("b.docx", "chữ"), line("c.docm", "Word")].concat();
    assert_eq!((run.said, run.refused.as_str(), run.status), (expect, "", Some(0)));
    let mut written: Vec<String> = std::fs::read_dir(inside.join("facts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    written.sort();
    assert_eq!(written, ["a.decoded.txt", "a.json", "b.json", "c.decoded.txt", "c.json"]);
    let decoded = std::fs::read_to_string(inside.join("facts/a.decoded.txt")).unwrap();
    assert_eq!(decoded, LINES.join("\n") + "\n");
    assert!(!inside.join("../../climbed.txt").exists());
}

#[test]
fn what_is_no_official_paper_is_read_and_doubted() {
    let (_keep, inside) = folder();
    std::fs::write(inside.join("main.rs"), "fn main() {\n    println!(\"1\");\n}\n").unwrap();
    std::fs::write(inside.join("chinese.txt"), "中华人民共和国万岁\n".repeat(5)).unwrap();
    let run = read(&inside, &["main.rs", "chinese.txt", "--json", "facts"]);
    assert_eq!((run.status, run.refused.as_str()), (Some(0), ""));
    for name in ["facts/main.json", "facts/chinese.json"] {
        let found = facts(&inside, name);
        let doubts = found["warnings"].as_array().unwrap();
        let is_said =
            |doubt: &Value| doubt["code"] == "not_a_paper" || doubt["code"] == "unreadable";
        assert!(doubts.iter().any(is_said), "{name}: {doubts:?}");
        assert_eq!((&found["document"]["number"], &found["contest"]), (&json!(null), &json!(null)));
    }
}

#[test]
fn people_get_a_few_lines_in_their_language() {
    let (_keep, inside) = folder();
    std::fs::write(inside.join("plan.docx"), made::docx(&LINES)).unwrap();
    let run = read(&inside, &["plan.docx", "--lang", "en"]);
    let first: Vec<&str> = run.said.lines().take(2).collect();
    assert_eq!(first[0], "plan.docx");
    assert!(first[1].starts_with("  Plan 12/KH-BTC, 15/3/2025 – "), "{}", first[1]);
    assert_eq!((run.status, run.refused.as_str()), (Some(0), ""));
    assert_eq!(read(&inside, &[]).status, Some(2));
    assert_eq!(read(&inside, &["plan.docx", "--text"]).status, Some(2));
}
