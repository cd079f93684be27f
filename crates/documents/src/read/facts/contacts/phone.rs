//! Telephone numbers in Vietnamese print: "0911.464.188", "(024) 3826 1234", "+84 912 345 678", two after
//! one another with "-", "/" or "hoặc".

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// Groups of digits, each parted by one sign or blank.
static RUN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?<run>(\+84|\(\+84\)|\b84|\(0\d{1,4}\)|\b0\d{1,10}|\b1[89]00)(\s?[.\s-]\s?\(?\d{1,8}\)?|\s?/\s?0\d{1,10}|\s?\d{2,8})*)",
    )
});
/// Where there can be one at all; most numbers of a paper are days.
static LIKELY: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"([0o]|\+84|84)[0-9oqlisbz.()\s/-]{7}|1[89]00[0-9.\s-]{4}"));
/// A labelled number with letters among its digits.
static SPOILT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(điện thoại|đt|sđt|đtdđ|di động|tel|zalo|hotline|số máy)[^a-z0-9]{1,4}(?<run>\(?[0oq][\doqlisbz]{1,4}(\)?[.\s-]?\s?[\doqlisbz]{1,4}){2,4})([^a-z0-9]|$)",
    )
});
/// What shows that a number is a telephone's.
static LABEL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(điện thoại|đthoại|đ\.?t|sđt|đtdđ|d[ĐĐ]|di động|tel|phone|mobile|máy|zalo|hotline|đường dây nóng|liên hệ|số|gọi|hoặc|và|[;,/(:-])\W*$",
    )
});
/// What shows that it is none.
static OTHER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^[^/&]*\bfax|[^/&\s]\s*\bfax|tài khoản|stk|mã số thuế|mst|cccd|cmnd|căn cước|mã số|mã đơn vị)[^a-z0-9]*(số)?[^a-z0-9]*$",
    )
});

/// Sums in tables look like groups of digits.
static MONEY: LazyLock<Form> = LazyLock::new(|| Form::new(r"[.,]000\b|\n"));

/// A number and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phone {
    /// Digits only.
    pub digits: String,
    pub span: Span,
}

/// The telephone numbers of a stretch.
pub(super) fn phones(text: &Text, within: Span) -> Vec<Phone> {
    let mut phones = Vec::new();
    if !LIKELY.fits(text, within) {
        return phones;
    }
    for found in RUN.all(text, within) {
        let Some(run) = found.part("run") else { continue };
        let before = Span::new(within.start.max(run.start.saturating_sub(24)), run.start);
        let known = LABEL.fits(text, before);
        if !OTHER.fits(text, before) {
            let apart = completed(split(text, run));
            let sound = |phone: &Phone| {
                is_phone(&phone.digits, known) && (known || !MONEY.fits(text, phone.span))
            };
            phones.extend(apart.into_iter().filter(sound));
        }
    }
    phones.extend(spoilt(text, within));
    phones
}

/// "0254.3852.111 - 3852.112": the second number has the area code of the first.
fn completed(mut phones: Vec<Phone>) -> Vec<Phone> {
    let area =
        |first: &&Phone| first.digits.starts_with("02") && (10..=11).contains(&first.digits.len());
    let code = phones
        .first()
        .filter(area)
        .and_then(|first| first.digits.get(..first.digits.len() - 7).map(str::to_owned));
    let Some(code) = code else { return phones };
    let local = |phone: &&mut Phone| phone.digits.len() == 7 && !phone.digits.starts_with('0');
    for phone in phones.iter_mut().skip(1).filter(local) {
        phone.digits.insert_str(0, &code);
    }
    phones
}

/// A labelled number in which a scan has taken digits for letters.
fn spoilt(text: &Text, within: Span) -> Vec<Phone> {
    let runs = SPOILT.all(text, within).filter_map(|found| found.part("run"));
    let read = |span: Span| {
        let digit = |byte: &u8| match byte {
            b'o' | b'q' => Some('0'),
            b'l' | b'i' => Some('1'),
            b's' => Some('5'),
            b'b' => Some('8'),
            b'z' => Some('2'),
            byte => Some(char::from(*byte)).filter(char::is_ascii_digit),
        };
        Phone { digits: text.shadow(span).iter().filter_map(digit).collect(), span }
    };
    let letters = |span: &Span| text.shadow(*span).iter().any(u8::is_ascii_alphabetic);
    runs.filter(letters).map(read).filter(|phone| is_phone(&phone.digits, true)).collect()
}

/// A run may hold several numbers: each begins with 0 once the one before is long enough.
fn split(text: &Text, run: Span) -> Vec<Phone> {
    let mut phones: Vec<Phone> = Vec::new();
    let mut begins = true;
    for at in run.range() {
        let Some(byte) = text.byte(at) else { break };
        if !byte.is_ascii_digit() {
            begins = true;
            continue;
        }
        let long = phones
            .last()
            .is_none_or(|phone| phone.digits.len() >= 9 && byte == b'0' || is_full(&phone.digits));
        match phones.last_mut() {
            Some(phone) if !(begins && long) => {
                phone.digits.push(char::from(byte));
                phone.span.end = at + 1;
            }
            _ => phones
                .push(Phone { digits: char::from(byte).to_string(), span: Span::new(at, at + 1) }),
        }
        begins = false;
    }
    phones
}

/// No number of Việt Nam is longer: eleven digits by land line, ten by mobile.
fn is_full(digits: &str) -> bool {
    let mobile = digits
        .as_bytes()
        .get(1)
        .is_some_and(|second| matches!(second, b'3' | b'5' | b'7' | b'8' | b'9'));
    digits.len() >= 11 || (digits.len() == 10 && digits.starts_with('0') && mobile)
}

/// Ten or eleven digits from 0, the same behind 84, or the eight of a service number after a label.
fn is_phone(digits: &str, known: bool) -> bool {
    let service = (digits.starts_with("1900") || digits.starts_with("1800"))
        && (8..=10).contains(&digits.len());
    let abroad = digits.starts_with("84") && (11..=12).contains(&digits.len());
    let home =
        digits.starts_with('0') && !digits.starts_with("00") && (10..=11).contains(&digits.len());
    let unlabelled =
        matches!(digits.as_bytes().get(1), Some(b'2' | b'3' | b'5' | b'7' | b'8' | b'9'));
    (home && (known || unlabelled))
        || (known && (service || abroad))
        || (abroad && digits.len() == 11)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn numbers_of_telephones() {
        let rows: [(&str, &[&str]); 19] = [
            ("ĐT: 0254.3852.111 - 3852.112", &["02543852111", "02543852112"]),
            ("Điện thoại/Fax: 0254.3811.222", &["02543811222"]),
            ("Di động: O912 34S 678", &["0912345678"]),
            ("Chuyên viên\n0912.111.222\n2", &["0912111222"]),
            ("điện thoại: 0911.404.108;", &["0911404108"]),
            ("ĐT 0209 3800 816 hoặc 0960700207, đồng thời", &["02093800816", "0960700207"]),
            ("Điện thoại: (024) 3826 1234", &["02438261234"]),
            ("ĐT: (0209) 3.870.123 - 0912.345.678", &["02093870123", "0912345678"]),
            ("0912345678/0934567890", &["0912345678", "0934567890"]),
            ("SĐT: +84 912 345 678", &["84912345678"]),
            ("ĐT: 0209.3870.123 (máy lẻ 102)", &["02093870123"]),
            ("hotline 1900 6017", &["19006017"]),
            ("Fax: 0209.3870.124", &[]),
            ("ngày 01/05/2025, 30.000.000 đồng, 02 giải", &[]),
            ("số tài khoản: 0123 456 789 012", &[]),
            ("ĐT: 0912 345 678 0913 456 789", &["0912345678", "0913456789"]),
            ("ĐT: 0273.3976.222 – 0939.000.111.", &["02733976222", "0939000111"]),
            ("Giải Nhất | 06 | 30.000.000 | 02", &[]),
            ("từ 01/01/2024 - 31/12/2025", &[]),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found: Vec<String> =
                phones(&text, text.whole()).into_iter().map(|phone| phone.digits).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
