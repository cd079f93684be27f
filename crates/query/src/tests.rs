use proptest::prelude::*;

use super::*;

fn printed(typed: &str) -> String {
    read(typed, dossiers()).query.to_string()
}

#[test]
fn what_is_typed_is_understood() {
    let check = |typed: &str, expect: &str| {
        let read = read(typed, dossiers());
        assert_eq!((read.query.to_string().as_str(), read.troubles), (expect, vec![]), "{typed}");
    };
    check("", "");
    check("  máy   gặt ", "máy gặt");
    check("\"máy gặt\" lúa", "\"máy gặt\" lúa");
    check("-\"lúa nước\" --nương", "-\"lúa nước\" -nương");
    check("máy - gặt", "máy gặt");
    check("field:\"Cơ khí\"", "field:\"Cơ khí\"");
    check("lĩnh-vực:cơ-khí Linhvuc:x", "field:\"cơ-khí\" field:x");
    check("đơn-vị:\"xã Suối\" -tácgiả:lò", "unit:\"xã Suối\" -author:lò");
    check("trạng-thái:\"đã nộp\",hop-le", "state:submitted,valid");
    check("state:valid,submitted,valid", "state:submitted,valid");
    check(
        "số:12..40 number:>5 number:..7 number:7..",
        "number:12..40 number:>5 number:<=7 number:>=7",
    );
    check("applied:<2019 áp-dụng:2024", "applied:<2019 applied:2024");
    check("received:>=1/3/2026 nhận:3/2026", "received:>=2026-03-01 received:2026-03");
    check("received:\"quý 2/2026\"", "received:2026-Q2");
    check("-thiếu:dấu missing:file,stamp", "-missing:stamp missing:stamp,file");
    check("10:30 Đề tài: máy", "\"10:30\" Đề \"tài:\" máy");
    check("5kg\"a b\"", "\"5kga b\"");
}

#[test]
fn what_is_not_understood_is_said_with_its_place() {
    let check = |typed: &str, kept: &str, key: &str, place: usize, near: Option<&str>| {
        let read = read(typed, dossiers());
        assert_eq!(read.query.to_string(), kept, "{typed}");
        let said: Vec<(String, usize, Option<&str>)> = read
            .troubles
            .iter()
            .map(|it| (it.message().key.into_owned(), it.place, it.near.as_deref()))
            .collect();
        assert_eq!(said, [(key.to_owned(), place, near)], "{typed}");
    };
    check("máy stat:valid", "máy", "query-unknown-key-near", 5, Some("state"));
    check("http://x y", "y", "query-unknown-key", 1, None);
    check("state:vald", "", "query-unknown-word-near", 1, Some("valid"));
    check("trạng-thái:hợpla", "", "query-unknown-word-near", 1, Some("hợp-lệ"));
    check("state:qqqqqq", "", "query-unknown-word", 1, None);
    check("a field: b", "a b", "query-no-value", 3, None);
    check("state:,", "", "query-no-value", 1, None);
    check("number:x", "", "query-no-number", 1, None);
    check("applied:hôm", "", "query-no-time", 1, None);
    check("applied:31/2/2025", "", "query-no-time", 1, None);
    check("number:9..3", "", "query-backwards", 1, None);
    check("received:2026..2025", "", "query-backwards", 1, None);
    check("a \"b c", "a \"b c\"", "query-unclosed", 3, None);
    let many = "a ".repeat(MOST_PARTS + 1);
    check(&many, &"a ".repeat(MOST_PARTS)[..31], "query-too-many", 33, None);
    let long = "a".repeat(LONGEST + 1);
    check(&long, &"a".repeat(100), "query-too-long", LONGEST + 1, None);
}

#[test]
fn names_of_keys_and_words_are_told_apart() {
    let keys = &dossiers().keys;
    for key in keys {
        for name in &key.names {
            assert_eq!(dossiers().key(name), Some(key), "{name}");
        }
        for word in &key.words {
            for name in &word.names {
                assert_eq!(key.word(name), Some(word), "{name}");
            }
        }
        assert_eq!(key.words.is_empty(), key.kind != Kind::Choice, "{}", key.code);
    }
}

/// Signs out of which queries are made, more often than others.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ :\"<>=.,-]{1,3}",
        "[a-zăâđêôơưáàạ0-9]{1,5}",
        "(state|thiếu|number|applied|nhận|field|tác-giả):",
        "(valid|đã nộp|dấu|12|2019|2026-03|1/3/2026|quý 2/2026)",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same(typed in typed()) {
        let once = read(&typed, dossiers()).query;
        let again = read(&once.to_string(), dossiers());
        prop_assert_eq!(again.troubles, vec![]);
        prop_assert_eq!(again.query, once);
    }

    #[test]
    fn whatever_is_typed_is_read(typed in any::<String>()) {
        let read = read(&typed, dossiers());
        prop_assert_eq!(printed(&read.query.to_string()), read.query.to_string());
        for trouble in &read.troubles {
            prop_assert!(trouble.place >= 1 && trouble.place <= typed.chars().count() + 1);
        }
    }
}
