//! Single dates as they are printed.

use std::sync::LazyLock;

use super::{Partial, Years};
use crate::read::form::{Form, Found};
use crate::read::text::{Span, Text};

/// A date as printed.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub span: Span,
    pub date: Partial,
    pub implausible: bool,
    /// Says too little to stand without a bound or a partner: "ngày 3", "năm 2025".
    pub weak: bool,
}

const DAY: &str = r"(\d{1,2}|mùng [a-z]+|(hai|ba) mươi( [a-z]+)?|mười [a-z]+)";
const MONTH: &str =
    r"(\d{1,2}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười( (một|hai))?|chạp)";

/// The forms of a date, the fullest first. `b`: what must not follow (a paper's number).
static FORMS: LazyLock<Form> = LazyLock::new(|| {
    let slashed = r"(ngày\s+)?(?<d1>\d{1,2})\s*[/.-]\s*(?<m1>\d{1,2})\s*[/.-]\s*(?<y1>\d{4,5})\b";
    let spelled = format!(
        r"(ngày\s+)?(?<d2>{DAY})\s+tháng\s+(?<m2>{MONTH})\b(\s*,?\s*(năm|/)\s*(?<y2>\d{{4,5}})\b)?"
    );
    let month_year = format!(r"tháng\s+(?<m3>{MONTH})\s*([/-]|,?\s+năm)\s*(?<y3>\d{{4}})\b");
    let quarter = r"quý\s+(?<q4>iv|i{1,3}|[1-4])\b(\s*([/,-]|năm|\s)*\s*(?<y4>20\d\d)\b)?";
    let short_year = r"(?<m5>\d{1,2})\s*/\s*(?<y5>20\d\d)\b";
    let day_month = r"(ngày\s+)?(?<d6>\d{1,2})\s*/\s*(?<m6>\d{1,2})\b";
    let month = format!(r"tháng\s+(?<m7>{MONTH})\b");
    let day = r"(?<d8>\d{1,2})\b";
    let year = r"năm\s+(?<y9>20\d\d)\b";
    Form::new(&format!(
        r"\b({slashed}|{spelled}|{month_year}|{quarter}|{short_year}|{day_month}|{month}|ngày\s+{day}|{year})"
    ))
});
/// A citation just before a date: "số 795/QĐ-UBND ngày", "ký ngày".
static CITED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(\d*\s*/\s*[a-z0-9][a-z0-9&./]*\s*(-\s*[a-z0-9&./-]+)?,?\s*(ký |ban hành )?(ngày)?\s*$|(quyết định|kế hoạch|công văn|thông báo|nghị quyết|nghị định|luật [a-z ]{3,40}|tờ trình|văn bản)( số \S{1,20})?\s*(ký |ban hành )?ngày\s*$|sinh\s*(từ\s*)?(sau\s*)?(trước\s*)?(ngày)?\s*$|số\s*:?\s*$)",
    )
});

/// The dates of a stretch.
pub(super) fn atoms(text: &Text, span: Span, years: &Years) -> Vec<Atom> {
    if !text.shadow(span).iter().any(u8::is_ascii_digit)
        && !text.shadow(span).windows(5).any(|five| five == b"thang")
    {
        return Vec::new();
    }
    FORMS
        .all(text, span)
        .filter_map(|found| {
            let whole = found.span();
            let before = Span::new(whole.start.saturating_sub(60).max(span.start), whole.start);
            let followed = is_number_of_paper(text, whole.end, span.end);
            let continued = whole.start > span.start
                && matches!(text.byte(whole.start - 1), Some(b'/' | b'.' | b'-'))
                && !is_range_dash(text, whole.start);
            (!followed && !continued && !is_cited(text, before, whole))
                .then(|| read(text, &found, years))
                .flatten()
        })
        .collect()
}

/// A date's own "ngày" belongs to what is looked at.
fn is_cited(text: &Text, before: Span, whole: Span) -> bool {
    let word = if text.shadow(whole).starts_with(b"ngay") { 4 } else { 0 };
    CITED.fits(text, Span::new(before.start, whole.start + word))
}

/// "12/2024/NQ-HĐND", "0912.345.678": what follows shows that it was no date.
fn is_number_of_paper(text: &Text, end: usize, limit: usize) -> bool {
    let next = |at: usize| if at < limit { text.byte(at) } else { None };
    match (next(end), next(end + 1)) {
        (Some(b'/'), Some(byte)) => byte.is_ascii_alphanumeric(),
        (Some(b'-'), Some(byte)) => byte.is_ascii_alphabetic(),
        (Some(b'.'), Some(byte)) => byte.is_ascii_digit(),
        _ => false,
    }
}

/// "tháng 5-6/2025": the hyphen joins two dates.
fn is_range_dash(text: &Text, start: usize) -> bool {
    text.byte(start - 1) == Some(b'-')
        && start
            .checked_sub(2)
            .and_then(|at| text.byte(at))
            .is_some_and(|byte| byte.is_ascii_digit() || byte == b' ')
}

fn read(text: &Text, found: &Found, years: &Years) -> Option<Atom> {
    let part = |names: &[&str]| {
        names.iter().find_map(|name| found.part(name)).map(|span| text.folded(span))
    };
    let day = part(&["d1", "d2", "d6", "d8"]).and_then(|day| number(&day));
    let month = part(&["m1", "m2", "m3", "m5", "m6", "m7"]).and_then(|month| number(&month));
    let printed = part(&["y1", "y2", "y3", "y4", "y5", "y9"]);
    let misprint = printed.as_ref().is_some_and(|year| year.len() > 4);
    let year = printed
        .and_then(|year| if year.len() > 4 { years.repaired(&year) } else { year.parse().ok() });
    let quarter = part(&["q4"]).and_then(|quarter| match quarter.as_str() {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        other => other.parse().ok(),
    });
    let bare_fraction = found.part("d6").is_some();
    let date = Partial { year, quarter, month, day };
    let (date, impossible) = possible(date);
    if year.is_some_and(|year| !(1900..=2100).contains(&year))
        || (bare_fraction && impossible)
        || date == Partial::default()
    {
        return None;
    }
    if day.is_none() && is_blank_day(text, found.span()) {
        return None;
    }
    let weak = found.part("d8").is_some() || found.part("y9").is_some() || bare_fraction;
    Some(Atom { span: found.span(), date, implausible: misprint || impossible, weak })
}

/// "ngày     tháng 02 năm 2024": the day is still to be filled in.
fn is_blank_day(text: &Text, span: Span) -> bool {
    static BLANK: LazyLock<Form> = LazyLock::new(|| Form::new(r"ngày[\s.…_-]*$"));
    BLANK.fits(text, Span::new(span.start.saturating_sub(24), span.start))
}

/// What of a date can be: "31/6/2025" is some day of June.
fn possible(date: Partial) -> (Partial, bool) {
    let month = date.month.filter(|month| (1..=12).contains(month));
    let longest = match (month, date.year) {
        (Some(2), Some(year)) if year % 4 != 0 => 28,
        (Some(2), _) => 29,
        (Some(4 | 6 | 9 | 11), _) => 30,
        _ => 31,
    };
    let day = date
        .day
        .filter(|day| (1..=longest).contains(day) && (month.is_some() || date.month.is_none()));
    (Partial { month, day, ..date }, month != date.month || day != date.day)
}

/// "12", "muoi hai", "ba muoi mot", "gieng".
fn number(folded: &str) -> Option<i8> {
    if let Ok(n) = folded.parse() {
        return Some(n);
    }
    match folded {
        "gieng" => return Some(1),
        "chap" => return Some(12),
        _ => {}
    }
    const ONES: [&str; 10] = ["", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
    let one = |word: &str| match word {
        "tu" => Some(4),
        "lam" => Some(5),
        _ => ONES.iter().position(|known| *known == word && !word.is_empty()),
    };
    let words: Vec<&str> = folded.trim_start_matches("mung ").split(' ').collect();
    let n = match words.as_slice() {
        ["muoi"] => 10,
        ["muoi", ones] => 10 + one(ones)?,
        [tens, "muoi"] => 10 * one(tens)?,
        [tens, "muoi", ones] => 10 * one(tens)? + one(ones)?,
        [single] => one(single)?,
        _ => return None,
    };
    i8::try_from(n).ok()
}
