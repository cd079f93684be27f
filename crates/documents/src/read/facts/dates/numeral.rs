//! Numbers of days, months, quarters and years in digits and in words.

/// A number word as a form: một … chín, mười … ba mươi mốt, mồng năm, tháng Giêng, tháng Chạp.
/// "Năm" is not among the lone words, for it mostly means "year".
pub(super) const WORD: &str = "(?:(?:mồng|mùng) (?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)|(?:(?:hai|ba) )?mười(?: (?:một|mốt|hai|ba|bốn|tư|lăm|nhăm|năm|sáu|bảy|tám|chín)\\b)?|một|hai|ba|bốn|tư|sáu|bảy|tám|chín|giêng|chạp)";

/// The number that folded words or digits say, OCR's look-alikes of digits included.
pub(super) fn number(folded: &str) -> Option<i16> {
    if folded.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'l' | b'i' | b'o')) {
        return digits(folded).parse().ok();
    }
    folded.split(' ').try_fold(0, |sum, word| {
        Some(match word {
            "mong" | "mung" => sum,
            "muoi" if sum > 0 => sum * 10,
            "muoi" => 10,
            _ => sum + unit(word)?,
        })
    })
}

/// The year that words say: "hai nghìn không trăm hai mươi lăm".
pub(super) fn year(folded: &str) -> Option<i16> {
    let rest = folded.strip_prefix("hai nghin").or_else(|| folded.strip_prefix("hai ngan"))?;
    let rest = rest.trim().trim_start_matches("khong tram").trim();
    number(rest).map(|number| 2000 + number)
}

/// The quarter of "IV", "4" or "tư".
pub(super) fn quarter(folded: &str) -> Option<i8> {
    match folded {
        "iv" | "lv" | "1v" | "4" | "tu" | "bon" => Some(4),
        "1" | "mot" => Some(1),
        "2" | "hai" => Some(2),
        "3" | "ba" => Some(3),
        _ => strokes(folded).filter(|strokes| *strokes <= 3),
    }
}

/// Strokes of a Roman numeral below four; a scan reads two of them as "H".
fn strokes(folded: &str) -> Option<i8> {
    folded.bytes().try_fold(0, |strokes, byte| match byte {
        b'i' | b'l' | b'1' => Some(strokes + 1),
        b'h' => Some(strokes + 2),
        _ => None,
    })
}

/// Digits as OCR should have read them.
pub(super) fn digits(folded: &str) -> String {
    let mend = |c| match c {
        'l' | 'i' => '1',
        'o' => '0',
        _ => c,
    };
    folded.chars().filter(|c| !c.is_whitespace()).map(mend).collect()
}

fn unit(word: &str) -> Option<i16> {
    Some(match word {
        "mot" | "gieng" => 1,
        "hai" => 2,
        "ba" => 3,
        "bon" | "tu" => 4,
        "nam" | "lam" | "nham" => 5,
        "sau" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        "chap" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let rows = [
            ("05", Some(5)),
            ("lo", Some(10)),
            ("tu", Some(4)),
            ("muoi", Some(10)),
            ("muoi lam", Some(15)),
            ("hai muoi", Some(20)),
            ("ba muoi mot", Some(31)),
            ("mong nam", Some(5)),
            ("gieng", Some(1)),
            ("chap", Some(12)),
            ("trang", None),
        ];
        for (folded, expect) in rows {
            assert_eq!(number(folded), expect, "{folded}");
        }
    }

    #[test]
    fn years_in_words() {
        assert_eq!(year("hai nghin khong tram hai muoi lam"), Some(2025));
        assert_eq!(year("hai ngan hai muoi sau"), Some(2026));
        assert_eq!(year("hai muoi"), None);
    }

    #[test]
    fn quarters() {
        let rows = [
            ("i", Some(1)),
            ("ll", Some(2)),
            ("iii", Some(3)),
            ("ih", Some(3)),
            ("iv", Some(4)),
            ("4", Some(4)),
            ("v", None),
        ];
        for (folded, expect) in rows {
            assert_eq!(quarter(folded), expect, "{folded}");
        }
    }
}
