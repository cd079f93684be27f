//! Numbers of papers as they stand in sentences: "số 06/KH-UBND", "47/TTr-P.KT&HT", "52-NQ/TW".

use std::sync::LazyLock;

use crate::read::form::{Form, Found};
use crate::read::text::{Span, Text};

/// "số" with its look-alikes of scans, then digits and symbol; or digits alone.
static NUMBER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(\b(?<so>s[o6e0ób5])\s?:?\s*)?\b(?<digits>\d{1,5}[a-z]?)((\s?/\s?(?<symbol>(\d{4}\s?/\s?)?[a-z][a-z0-9.&]*(-\s?[a-z][a-z0-9.&]*|\s?/\s?[a-z][a-z0-9.&]*){0,4}))|(?<party>-[a-z]{2,5}/[a-z][a-z-]{1,10}))|\bsố\s?:?\s*(?<bare>\d{1,5})\b",
    )
});
/// Numbers that are none of papers: "mẫu số 01/ĐK", "số nhà 12/A".
static OTHER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(mẫu|biểu|phụ lục|nhà|ngõ|hẻm|kiệt|ngách|đường|phố|tổ|lô|phòng|tài khoản|hotline|qr|khóa)( số)?\W*$",
    )
});
/// Letters that lose their stroke in scans and old fonts, by whole part of a symbol.
const RESTORED: [(&str, &str); 14] = [
    ("QD", "QĐ"),
    ("QP", "QĐ"),
    ("QÐ", "QĐ"),
    ("HDND", "HĐND"),
    ("HPND", "HĐND"),
    ("ND", "NĐ"),
    ("NP", "NĐ"),
    ("LDLD", "LĐLĐ"),
    ("LDTBXH", "LĐTBXH"),
    ("SGDDT", "SGDĐT"),
    ("BGDDT", "BGDĐT"),
    ("TDTN", "TĐTN"),
    ("HDGK", "HĐGK"),
    ("UBNP", "UBND"),
];

/// A number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// As one writes it, without blanks; digits only where the symbol is left out.
    pub written: String,
    /// The digits before the symbol.
    pub digits: String,
    /// The symbol in lower-case ASCII; empty where it is left out.
    pub symbol: String,
    /// Whether "số" stands before it.
    pub announced: bool,
    pub span: Span,
}

/// The numbers of a stretch in order.
pub(super) fn numbers(text: &Text, within: Span) -> Vec<Number> {
    NUMBER.all(text, within).filter_map(|found| read(text, within, &found)).collect()
}

fn read(text: &Text, within: Span, found: &Found) -> Option<Number> {
    let span = found.span();
    let before = Span::new(within.start.max(span.start.saturating_sub(16)), span.start);
    if OTHER.fits(text, before) {
        return None;
    }
    if let Some(bare) = found.part("bare") {
        let digits = text.folded(bare);
        return Some(Number {
            written: digits.clone(),
            digits,
            symbol: String::new(),
            announced: true,
            span,
        });
    }
    let digits = found.part("digits")?;
    let symbol = match found.part("symbol") {
        Some(symbol) => printed(text, symbol)?,
        None => found.part("party").filter(|party| text.is_upper(party.start + 1))?,
    };
    let sign = if text.byte(symbol.start) == Some(b'-') { "" } else { "/" };
    let written = format!("{}{sign}{}", text.line(digits), restored(text.raw(symbol)));
    Some(Number {
        written,
        digits: text.folded(digits),
        symbol: text.folded(symbol).replace(' ', "").trim_start_matches('-').to_owned(),
        announced: found.part("so").is_some(),
        span: Span::new(span.start, symbol.end),
    })
}

/// The symbol as far as it is in capitals: "KH-UBND" of "KH-UBND-các".
fn printed(text: &Text, symbol: Span) -> Option<Span> {
    let mut end = symbol.start;
    let mut start = symbol.start;
    let raw: Vec<char> = text.raw(symbol).chars().collect();
    for (at, c) in raw.iter().chain(std::iter::once(&'/')).enumerate() {
        if !matches!(c, '/' | '-') {
            continue;
        }
        let part = Span::new(start, symbol.start + at);
        if !is_capital(text.raw(part).trim()) {
            break;
        }
        end = part.end;
        start = part.end + 1;
    }
    let kept = text.trim(Span::new(symbol.start, end), b".&");
    (kept.len() > 1).then_some(kept)
}

/// "TTr", "UBND", "2020", "P.KT&HT"; "giải" and "năm" are words.
fn is_capital(part: &str) -> bool {
    let begins = part.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let lower = part.chars().filter(|c| c.is_lowercase()).count();
    begins && lower <= 1.max(part.chars().count() / 3)
}

/// The symbol without blanks, its lost strokes put back.
fn restored(symbol: &str) -> String {
    let symbol: String = symbol.chars().filter(|c| !c.is_whitespace()).collect();
    let mut written = String::with_capacity(symbol.len());
    let (mut first, mut part) = (true, String::new());
    for c in symbol.chars().chain(std::iter::once('\n')) {
        if !matches!(c, '/' | '-' | '\n') {
            part.push(c);
            continue;
        }
        written.push_str(&restored_part(&part, first));
        first &= part.bytes().all(|byte| byte.is_ascii_digit());
        part.clear();
        if c != '\n' {
            written.push(c);
        }
    }
    written
}

/// Kinds are put back only in the first place: an office may be called "ND".
fn restored_part(part: &str, first: bool) -> String {
    let known = RESTORED.iter().find(|(lost, _)| *lost == part);
    match known {
        Some((_, whole)) if first || part.len() > 2 => (*whole).to_owned(),
        _ => part.replace('Ð', "Đ"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    fn written(source: &str) -> Vec<String> {
        let text = Text::new(normalise(source));
        numbers(&text, text.whole()).into_iter().map(|number| number.written).collect()
    }

    #[test]
    fn numbers_of_papers() {
        let rows: [(&str, &[&str]); 20] = [
            ("Kế hoạch số 08/KH- UBND ngày 15/01/2026", &["08/KH-UBND"]),
            ("Văn bản số 3155/BTCHT-LHH ngày 1", &["3155/BTCHT-LHH"]),
            ("tại Tờ trình số 47/TTr-P.KT&HT ngày", &["47/TTr-P.KT&HT"]),
            ("Thể lệ số 02/TL-BTC.", &["02/TL-BTC"]),
            ("số 91/CV/VP", &["91/CV/VP"]),
            ("Nghị quyết số 13/2019/NQ-HĐND", &["13/2019/NQ-HĐND"]),
            ("Quyết định số 165/2006/QĐ-TTg", &["165/2006/QĐ-TTg"]),
            ("Luật số 29/2013/QH13", &["29/2013/QH13"]),
            ("Nghị quyết số 52-NQ/TW", &["52-NQ/TW"]),
            ("Chỉ thị 12-CT/TU", &["12-CT/TU"]),
            ("Quyét dinh s6 64/QP-BTC", &["64/QĐ-BTC"]),
            ("Quyết định số 13/2020/ND-CP", &["13/2020/NĐ-CP"]),
            ("Quyết định số 7/QÐ-HDND", &["7/QĐ-HĐND"]),
            ("Công văn số 1234 /UBND-KGVX", &["1234/UBND-KGVX"]),
            ("Quyết định số 381 ngày 12/5/2026", &["381"]),
            ("số 12/KH-UBND-các", &["12/KH-UBND"]),
            ("02 giải/năm, 30.000đ/giải, 15/4/2025, 9/10 xã", &[]),
            ("mẫu số 01/ĐK-HT, số nhà 12/A", &[]),
            ("Kế hoạch số 12/KH-UBND - Sở Y tế", &["12/KH-UBND"]),
            ("theo Thông tư số 27/2018/TT-BTC; 15/QĐ-SKHCN", &["27/2018/TT-BTC", "15/QĐ-SKHCN"]),
        ];
        for (source, expect) in rows {
            assert_eq!(written(source), expect, "{source}");
        }
    }
}
