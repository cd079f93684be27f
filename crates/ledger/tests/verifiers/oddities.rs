//! Texts at the edge of the format: both verifiers draw the line in the same place.

use ledger::finding::Finding;

use crate::book::{Book, Case, file, foreign_key, key};
use crate::log_tamperings::recommit;
use crate::python;

const DIGEST: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// An event of position 0 with these members in place of its own.
fn event(act: &str, at: &str, changes: &str, note: &str, seq: &str) -> String {
    format!(
        r#"{{"act":{act},"actor":"cli","at":{at},"changes":[{changes}],"note":{note},"seq":{seq},"subject":"s"}}"#
    )
}

fn change(digest: &str) -> String {
    format!(r#"{{"digest":{digest},"id":"7","table":"unit"}}"#)
}

/// A book of one entry that commits to this text.
fn committed(text: &str) -> Case {
    let mut book = Book::empty();
    book.append("export.make", "s", Default::default(), Vec::new());
    recommit(&mut book, 0, |_| text.to_owned());
    book.entries[0].at = kernel::Instant::from_millis(5);
    book.rebuild();
    book.case()
}

#[test]
fn only_events_in_their_form_are_events() {
    let mut cases = Vec::new();
    let mut check = |text: String, good: bool| {
        let case = committed(&text);
        let malformed = Finding::EventMalformed { seq: 0 };
        assert_eq!(case.findings(), if good { vec![] } else { vec![malformed] }, "{text}");
        cases.push(case);
    };
    check(event("\"a\"", "5", "", "{}", "0"), true);
    check(event("\"a\"", "5", &change("null"), "{\"b\":\"c\"}", "0"), true);
    check(event("\"\\u0000 \u{7f}\u{2028}/\"", "5", "", "{}", "0"), true);
    check(event("\"\\ud800\"", "5", "", "{}", "0"), false);
    check(event("\"\\u00e9\"", "5", "", "{}", "0"), false);
    check(event("\"\t\"", "5", "", "{}", "0"), false);
    check(event("null", "5", "", "{}", "0"), false);
    check(event("true", "5", "", "{}", "0"), false);
    check(event("\"a\"", "5.0", "", "{}", "0"), false);
    check(event("\"a\"", "5e0", "", "{}", "0"), false);
    check(event("\"a\"", "NaN", "", "{}", "0"), false);
    check(event("\"a\"", "9223372036854775808", "", "{}", "0"), false);
    check(event("\"a\"", &"9".repeat(5_000), "", "{}", "0"), false);
    check(event("\"a\"", "5", "", "{}", "-0"), false);
    check(event("\"a\"", "5", "", "{}", "-1"), false);
    check(event("\"a\"", "5", "", "{}", "\"0\""), false);
    check(event("\"a\"", "5", "", "[]", "0"), false);
    check(event("\"a\"", "5", "", "{\"b\":1}", "0"), false);
    check(event("\"a\"", "5", "", "{\"b\":\"\",\"b\":\"\"}", "0"), false);
    check(event("\"a\"", "5", "", "{\"c\":\"\",\"b\":\"\"}", "0"), false);
    check(event("\"a\"", "5", &change("\"\""), "{}", "0"), false);
    check(event("\"a\"", "5", &change(&format!("\"{DIGEST}0\"")), "{}", "0"), false);
    check(
        event("\"a\"", "5", &change(&format!("\"{}\"", DIGEST.to_uppercase())), "{}", "0"),
        false,
    );
    check(event("\"a\"", "5", "null", "{}", "0"), false);
    check(event("\"ledger.erase\"", "5", "", "{}", "0"), false);
    check(event("\"ledger.erase\"", "5", "", "{\"seqs\":\"\"}", "0"), false);
    check(event("\"ledger.erase\"", "5", "", "{\"seqs\":\"0\"}", "0"), false);
    check(event("\"a\"", "5", "", "{}", "0").replace("\"subject\"", "\"other\""), false);
    check(event("\"a\"", "5", "", "{}", "0").replace("}", ",\"t\":0}"), false);
    check("[".repeat(100_000), false);
    check("null".to_owned(), false);
    check(String::new(), false);
    python::agrees("events", &cases);
}

#[test]
fn lists_of_erased_positions_have_one_spelling() {
    let mut cases = Vec::new();
    let mut check = |list: &str, expect: Finding| {
        let mut book = Book::small();
        book.erase(&[9], &[]);
        recommit(&mut book, 10, |text| {
            text.replace("\"seqs\":\"9\"", &format!("\"seqs\":\"{list}\""))
        });
        book.rebuild();
        assert_eq!(book.case().findings().first(), Some(&expect), "{list}");
        cases.push(book.case());
    };
    let malformed = Finding::EventMalformed { seq: 10 };
    check("09", malformed.clone());
    check("+9", malformed.clone());
    check("9,", malformed.clone());
    check("9, 8", malformed.clone());
    check("9;8", malformed.clone());
    check("٩", malformed.clone());
    check("9\\n", malformed.clone());
    check("99999999999999999999", malformed);
    check("9,8", Finding::EventNotErased { seq: 8 });
    check("9,2,9,1,1", Finding::EventNotErased { seq: 1 });
    python::agrees("lists", &cases);
}

#[test]
fn lines_beyond_the_format_are_unreadable_to_both() {
    let odd = [
        "[".repeat(100_000),
        format!("{{\"kind\":{}}}", "9".repeat(5_000)),
        "\u{feff}{}".to_owned(),
        "{}".to_owned(),
        "{\"kind\":null}".to_owned(),
        "{\"kind\":[]}".to_owned(),
        "{\"kind\":\"checkpoint\",\"note\":\"\\ud800\"}".to_owned(),
        "{\"kind\":\"checkpoint\", \"note\":\"\"}".to_owned(),
        "{\"kind\":\"checkpoint\",\"note\":\"\"}\r".to_owned(),
        "{\"columns\":{\"a\":true},\"id\":\"7\",\"kind\":\"row\",\"table\":\"unit\"}".to_owned(),
        "\u{2028}".to_owned(),
    ];
    let mut lines = Book::empty().lines();
    let expect: Vec<_> =
        (2..).zip(&odd).map(|(line, _)| Finding::LineUnreadable { line }).collect();
    lines.extend(odd);
    let case = Case { bytes: file(&lines), ..Book::empty().case() };
    assert_eq!(case.findings(), expect);
    let raw = Case { bytes: [&file(&lines)[..], b"\xff\xfe\n\0"].concat(), ..case.clone() };
    let unended = Case { bytes: case.bytes[..case.bytes.len() - 1].to_vec(), ..case.clone() };
    assert_eq!(unended.findings(), expect);
    python::agrees("lines", &[case, raw, unended]);
}

#[test]
fn notes_are_judged_alike() {
    let mut cases = Vec::new();
    let mut check = |note: String, good: bool| {
        let case = Book::empty().case().with(note.clone());
        let bad = Finding::CheckpointBadSignature { nth: 1 };
        assert_eq!(case.findings(), if good { vec![] } else { vec![bad] }, "{note:?}");
        cases.push(case);
    };
    let origin = key().verify_key().name().to_owned();
    let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    let signed = |text: String| key().sign(&text).unwrap();
    let honest = signed(format!("{origin}\n0\n{root}\n"));
    let foreign = foreign_key().sign("a\n").unwrap().split_once("\n\n").unwrap().1.to_owned();
    let own = honest.split_once("\n\n").unwrap().1.to_owned();
    check(honest.clone(), true);
    check(signed(format!("{origin}\n0\n{root}\nat -5\nother\u{2028}\n")), true);
    check(signed(format!("{origin}\n0\n{root}\n\n")), false);
    check(signed(format!("{origin}\n00\n{root}\n")), false);
    check(signed(format!("{origin}\n+0\n{root}\n")), false);
    check(signed(format!("{origin}\n٠\n{root}\n")), false);
    check(signed(format!("{origin}\n9223372036854775808\n{root}\n")), false);
    check(signed(format!("{origin}\n0\n{}\n", root.replace("FU=", "FV="))), false);
    check(signed(format!("{origin}\n0\n{root}=\n")), false);
    check(signed(format!("{origin}\n0\n{} {}\n", &root[..4], &root[4..])), false);
    check(signed(format!("{origin}\n0\nAAAA\n")), false);
    check(signed(format!("{origin} \n0\n{root}\n")), false);
    check(signed(format!("{origin}\n0\n")), false);
    check(format!("{honest}{foreign}"), true);
    check(format!("{honest}{own}"), true);
    check(format!("{honest}\n"), false);
    check(format!("{honest}{own}").replacen("\u{2014}", "-", 1), false);
    check(format!("{honest}\u{2014} other AAAA\n"), false);
    check(format!("{honest}\u{2014} other AAAAAA==\n"), true);
    check(format!("{honest}\u{2014} other AAAAAB==\n"), false);
    check(format!("{honest}\u{2014} other\n"), false);
    check(honest.replace('\n', "\r\n"), false);
    check(honest.trim_end().to_owned(), false);
    check(foreign, false);
    check(String::new(), false);
    python::agrees("notes", &cases);
}
