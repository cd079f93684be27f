//! Money and sizes as people write them.

use super::{Locale, Words};

/// `30.000.000 đồng`, `30,000,000 VND`.
pub fn written(words: Words, dong: u64) -> String {
    words.with("portal-money", "amount", grouped(words, dong))
}

/// A whole number in groups of three: `30.000.000` in Vietnamese, `30,000,000` in English.
pub fn grouped(words: Words, number: u64) -> String {
    let separator = match words.0 {
        Locale::Vi => '.',
        Locale::En => ',',
    };
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// `412 kB`, `3 MB`; nothing weighs less than one kilobyte.
pub fn size(bytes: i64) -> String {
    let kilobytes = (bytes.max(0) + 999) / 1000;
    match kilobytes {
        0 => "1 kB".to_owned(),
        1..1000 => format!("{kilobytes} kB"),
        _ => format!("{} MB", (kilobytes + 500) / 1000),
    }
}

/// A telephone number in groups that can be read aloud: `0912 345 678`, `0200 3812 345`.
pub fn spaced(digits: &str) -> String {
    let is_bare = digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.len() {
        10 if is_bare => format!("{} {} {}", &digits[..4], &digits[4..7], &digits[7..]),
        11 if is_bare => format!("{} {} {}", &digits[..4], &digits[4..8], &digits[8..]),
        _ => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_groups_of_three() {
        let check = |number: u64, vi: &str, en: &str| {
            assert_eq!(grouped(Words(Locale::Vi), number), vi);
            assert_eq!(grouped(Words(Locale::En), number), en);
        };
        check(0, "0", "0");
        check(999, "999", "999");
        check(1000, "1.000", "1,000");
        check(30_000_000, "30.000.000", "30,000,000");
        check(123_456, "123.456", "123,456");
    }

    #[test]
    fn sizes_are_short() {
        let check = |bytes: i64, text: &str| assert_eq!(size(bytes), text);
        check(0, "1 kB");
        check(1, "1 kB");
        check(412_000, "412 kB");
        check(999_500, "1 MB");
        check(3_400_000, "3 MB");
    }

    #[test]
    fn telephone_numbers_can_be_read_aloud() {
        let check = |digits: &str, text: &str| assert_eq!(spaced(digits), text);
        check("0912345678", "0912 345 678");
        check("02003812345", "0200 3812 345");
        check("113", "113");
        check("0200 3 812", "0200 3 812");
    }
}
