//! Keys against the dictionary's order, letter by letter.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

#[test]
fn keys_are_what_is_documented() {
    let rows = [
        ("", "00"),
        ("an", "a1n0101"),
        ("Hòa", "ho1a1020d"),
        ("Đồng Nai", "d2o2ng1na1i0210f1"),
        ("Tổ 10", "to212c100310e1"),
        ("a.", "a101010612e"),
    ];
    for (input, expect) in rows {
        assert_eq!(sort_key(input), expect, "{input:?}");
    }
}

#[test]
fn lists_stand_in_dictionary_order() {
    let ordered = [
        "",
        "1",
        "2",
        "02",
        "10",
        "An",
        "An Giang",
        "An Giáng",
        "Án Giang",
        "Anh",
        "Ăn",
        "Âu",
        "Ba",
        "Bà",
        "Bả",
        "Bã",
        "Bá",
        "Bạ",
        "Bạ Ba",
        "Bắc Giang",
        "Bắc Kạn",
        "Bắc Ninh",
        "Bến Tre",
        "Dương",
        "Đà",
        "Đương",
        "Em",
        "Êm",
        "Hoa",
        "Hòa",
        "Hoà",
        "Hỏa",
        "Hoả",
        "Ờ",
        "Phường 2",
        "Phường 10",
        "Sở Y tế",
        "Tô",
        "Tơ",
        "Tư",
        "Từ",
        "Vũ",
        "Xã",
        "Yên",
    ];
    let mut sorted = ordered.map(str::to_owned).to_vec();
    sorted.sort_by_key(|name| sort_key(name));
    assert_eq!(sorted, ordered);
}

/// The order by definition, slowly: words of letters, then one tone for each word.
fn reference(text: &str) -> (Vec<Vec<usize>>, Vec<usize>) {
    const LETTERS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    const TONES: &str = "\u{300}\u{309}\u{303}\u{301}\u{323}";
    let lower = text.to_lowercase();
    let words = || lower.split(' ').filter(|word| !word.is_empty());
    let toneless =
        |word: &str| -> String { word.nfd().filter(|&c| !TONES.contains(c)).nfc().collect() };
    let place = |c: char| LETTERS.chars().position(|letter| letter == c).unwrap();
    let letters = words().map(|word| toneless(word).chars().map(place).collect()).collect();
    let tone = |word: &str| {
        let mut marks = word.nfd().filter_map(|c| TONES.chars().position(|tone| tone == c));
        marks.next().map_or(0, |at| at + 1)
    };
    (letters, words().map(tone).collect())
}

proptest! {
    #[test]
    fn keys_order_as_the_dictionary_does(
        a in "[abdđeéiouưăẰâấơỡnh ]{0,12}",
        b in "[abdđeéiouưăẰâấơỡnh ]{0,12}",
    ) {
        let by_definition = reference(&a).cmp(&reference(&b));
        let by_key = sort_key(&a).cmp(&sort_key(&b));
        if by_definition != std::cmp::Ordering::Equal {
            prop_assert_eq!(by_key, by_definition, "{:?} {:?}", a, b);
        }
    }

    #[test]
    fn numbers_order_by_value(a in 0_u64.., b in 0_u64..) {
        let key = |number: u64| sort_key(&format!("tổ {number} a"));
        prop_assert_eq!(key(a).cmp(&key(b)), a.cmp(&b));
    }

    #[test]
    fn one_key_is_one_text(a in "\\PC{0,6}|[aàâ0 1.]{0,3}", b in "\\PC{0,6}|[aàâ0 1.]{0,3}") {
        let same = nfc(&a.to_lowercase()) == nfc(&b.to_lowercase());
        prop_assert_eq!(sort_key(&a) == sort_key(&b), same);
    }

    #[test]
    fn keys_are_plain(text in "\\PC*") {
        let key = sort_key(&text);
        prop_assert!(key.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()));
    }
}
