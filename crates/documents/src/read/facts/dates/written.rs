//! One date as it is written, or the list of days or months that share its end.

use std::sync::LazyLock;

use super::numeral::{self, WORD};
use super::partial::{Part, Partial, days_in};
use super::years::Years;
use crate::read::form::{Form, Found};
use crate::read::text::{Span, Text};

/// Where a date stands and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// With "ngày", "tháng", "quý".
    pub span: Span,
    /// The first of "01-15/5/2025", "quý II, III/2026".
    pub first: Option<Partial>,
    pub last: Partial,
    /// No such day or year: "31/6/2025", "10/5/20224".
    pub implausible: bool,
    /// "5/6" or "năm 2025" without a word that makes it a date.
    pub bare: bool,
}

/// Day and month in digits, with or without a year: 5/6, 05.06.2025, "31 /5/ 2025", "l5/5/2O25".
const NUMERIC: &str = r"(?:ngày\s*)?\b(?:LIST)?(?<day>[\dilo]{1,2})\s*(?:/\s*(?<m1>[\dilo]{1,2})(?:\s*/\s*(?<y1>[\dilo]{2,5})|\s*-\s*(?<y2>CENTURY)|,?\s*năm\s*(?<y3>\d{4,5}))?|\.\s*(?<m2>\d{1,2})\s*\.\s*(?<y4>CENTURY)|-\s*(?<m3>\d{1,2})\s*-\s*(?<y5>CENTURY))\b";
/// "ngày 15 tháng 5 năm 2025", "ngày ba mươi tháng sáu", "15 tháng 5/2025".
const WORDS: &str = r"(?:ngày\s*(?:LIST2)?(?<d2>NUMBER)|\b(?:LIST3)?(?<d3>\d{1,2}))\s*,?\s*tháng\s*(?:(?<may>năm)\s+năm\s*(?<y6>CENTURY)|(?<m4>NUMBER)\b(?:\s*(?:,?\s*năm|/|-)\s*(?<y7>\d{2,5}|YEARWORDS))?)\b";
/// "5/2025".
const MONTH_YEAR: &str = r"\b(?<m5>\d{1,2})\s*/\s*(?<y8>CENTURY)\b";
/// "quý I/2024", "quý II và quý III/2026", "quý 4 năm 2025".
const QUARTER: &str = r"\bquý\s*(?<q1>QUARTER)\b(?:\s*(?:-|,|và|đến)\s*(?:quý\s*)?(?<q2>QUARTER)\b)?(?:\s*(?:/|-|,?\s*năm|,)\s*(?<y9>CENTURY)\b)?";
/// "6 tháng đầu năm 2025".
const HALF: &str = r"\b(?:0?6|sáu)\s*tháng\s*(?<half>đầu|cuối)\s*năm(?:\s*(?<y10>CENTURY)\b)?";
/// "tháng 5", "tháng 5-6/2025", "tháng tư năm 2026".
const MONTH: &str = r"\btháng\s*(?:(?<may2>năm)\s+năm\s*(?<y11>CENTURY)|(?<m6>NUMBER)\b(?:\s*(?:-|,|và)\s*(?:tháng\s*)?(?<m7>\d{1,2})\b)?(?:\s*/\s*(?<y12>\d{2,5})\b|\s*(?:-|,?\s*năm|,)\s*(?<y13>\d{4,5}|YEARWORDS)\b)?)";
/// "năm 2025"; "năm 2024-2025" is the period of a contest.
const YEAR: &str = r"\bnăm\s*(?<y14>CENTURY)\b(?<period>\s*-\s*CENTURY)?";
/// "ngày 3", of a month that is said elsewhere.
const DAY: &str = r"\bngày\s*(?<d4>\d{1,2})\b";

const MONTHS: [&str; 7] = ["m1", "m2", "m3", "m4", "m5", "m6", "may2"];
const DAYS: [&str; 4] = ["day", "d2", "d3", "d4"];
const YEARS: [&str; 14] =
    ["y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9", "y10", "y11", "y12", "y13", "y14"];

static DATE: LazyLock<Form> = LazyLock::new(|| {
    let all = [WORDS, NUMERIC, MONTH_YEAR, QUARTER, HALF, MONTH, YEAR, DAY].join("|");
    let list = |name| {
        format!(
            r"(?<{name}>\d{{1,2}})(?:\s*(?:,|và|-)\s*\d{{1,2}}){{0,5}}\s*(?:,|và|-|(?:đến|tới)(?: hết)?)\s*(?:ngày\s*)?"
        )
    };
    let all = all.replace("LIST3", &list("l3"));
    let all = all.replace("LIST2", &list("l2")).replace("LIST", &list("l1"));
    let all = all.replace("YEARWORDS", &format!("hai (?:nghìn|ngàn)(?: không trăm)? {WORD}"));
    let all = all.replace("NUMBER", &format!(r"(?:[\dilo]{{1,2}}|{WORD})"));
    let all = all.replace("CENTURY", r"(?:19|20)\d\d");
    Form::new(&format!(
        "(?:{})",
        all.replace("QUARTER", "(?:[il1]v|[il1h]{1,3}|[2-4]|một|hai|ba|bốn|tư)")
    ))
});
/// What stands before a number that is no date.
static NUMBERED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(?:^|\W)(?:số|so|s6|khoản|điều|điểm|mã|tổ|tỷ lệ|ít nhất|đạt)\W{0,3}$")
});
/// "Tuần 2, tháng 7/2026" is some day of July.
static WEEK: LazyLock<Form> = LazyLock::new(|| Form::new(r"(?:tuần|đợt|lần|kỳ|vòng)(?: thứ)? $"));
/// "hồ sơ" is no "số".
static DOSSIER: LazyLock<Form> = LazyLock::new(|| Form::new(r"hồ sơ\W*$"));
/// The blank of a draft: "ngày … tháng 6".
static BLANK_DAY: LazyLock<Form> = LazyLock::new(|| Form::new(r"ngày[\s._-]*$"));
/// "2/3 số thành viên".
static SHARE: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\s*(?:số|tổng|thành viên|phiếu|đại biểu|trở lên|%)"));
/// Months in words that could be other words stand after one of these.
static MARKED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(?:trong|đến|tới|hết|trước|từ|đầu|giữa|cuối|vào|và|nhất|dự kiến|-)\s*$")
});

/// All dates of a stretch in order.
pub(super) fn all(text: &Text, span: Span, years: &Years) -> Vec<Written> {
    let found = DATE.all(text, span);
    found.filter_map(|found| read(text, span, &found, years)).collect()
}

fn read(text: &Text, within: Span, found: &Found, years: &Years) -> Option<Written> {
    let span = found.span();
    if !stands_alone(text, span) {
        return None;
    }
    let before = Span::new(span.start.saturating_sub(16).max(within.start), span.start);
    let words = text.byte(span.start).is_some_and(|byte| byte.is_ascii_alphabetic());
    let year = year(text, found, years);
    if found.part("d3").is_some() && WEEK.fits(text, before) {
        return month_of_week(text, found, year);
    }
    if !words && NUMBERED.fits(text, before) && !DOSSIER.fits(text, before) {
        return None;
    }
    if found.part("q1").is_some() {
        return quarters(text, found, year);
    }
    if let Some(half) = found.part("half") {
        return Some(half_year(text, found, half, year));
    }
    if found.part("y14").is_some() {
        let date = Written {
            span,
            first: None,
            last: Partial::of_year(year.0),
            implausible: !year.1,
            bare: true,
        };
        return found.part("period").is_none().then_some(date);
    }
    if one_of(found, &DAYS).is_some() {
        days(text, found, year, words)
    } else {
        months(text, found, before, year)
    }
}

/// No piece of a document's symbol, a phone number or a section number.
fn stands_alone(text: &Text, span: Span) -> bool {
    let byte = |at: Option<usize>| at.and_then(|at| text.byte(at)).unwrap_or(b' ');
    let before = (byte(span.start.checked_sub(2)), byte(span.start.checked_sub(1)));
    let after = (byte(Some(span.end)), byte(Some(span.end + 1)));
    let led = match before {
        (letter, b'/') => letter.is_ascii_alphanumeric(),
        (digit, b'.') => digit.is_ascii_digit(),
        _ => false,
    };
    let followed = match after {
        (b'/', next) => next.is_ascii_alphanumeric(),
        (b'-', next) => next.is_ascii_alphabetic() && text.is_upper(span.end + 1),
        _ => false,
    };
    !led && !followed
}

fn one_of(found: &Found, names: &[&str]) -> Option<Span> {
    names.iter().find_map(|name| found.part(name))
}

fn number(text: &Text, span: Option<Span>) -> Option<i8> {
    i8::try_from(numeral::number(&text.folded(span?))?).ok()
}

/// The year, and whether it can stand.
fn year(text: &Text, found: &Found, years: &Years) -> (Option<i16>, bool) {
    let Some(span) = one_of(found, &YEARS) else { return (None, true) };
    let folded = text.folded(span);
    match numeral::year(&folded) {
        Some(year) => (Some(year), true),
        None => years.read(&numeral::digits(&folded)),
    }
}

fn quarters(text: &Text, found: &Found, (year, sane): (Option<i16>, bool)) -> Option<Written> {
    let read = |name| numeral::quarter(&text.folded(found.part(name)?));
    let one = read("q1")?;
    let two = read("q2").filter(|two| *two > one);
    let quarter = |quarter| Partial::of_quarter(year, quarter);
    Some(Written {
        span: found.span(),
        first: two.map(|_| quarter(one)),
        last: quarter(two.unwrap_or(one)),
        implausible: !sane,
        bare: false,
    })
}

fn half_year(text: &Text, found: &Found, half: Span, (year, sane): (Option<i16>, bool)) -> Written {
    let first = if text.folded(half) == "dau" { 1 } else { 7 };
    Written {
        span: found.span(),
        first: Some(Partial::of_month(year, first)),
        last: Partial::of_month(year, first + 5),
        implausible: !sane,
        bare: false,
    }
}

fn months(
    text: &Text,
    found: &Found,
    before: Span,
    (year, sane): (Option<i16>, bool),
) -> Option<Written> {
    let in_words = text.shadow(found.span()).starts_with(b"thang");
    let month = month(text, found)?;
    let spelled = found.part("m6").is_some_and(|m6| !text.shadow(m6)[0].is_ascii_digit());
    let loose = spelled && year.is_none() && (!MARKED.fits(text, before) || is_next(text, found));
    if loose || BLANK_DAY.fits(text, before) || (!in_words && !(1..=12).contains(&month)) {
        return None;
    }
    let listed = number(text, found.part("m7"));
    let two = listed.filter(|two| (month + 1..=12).contains(two));
    let (span, year) = match listed {
        Some(_) if two.is_none() => (found.span().to(found.part("m6")?), None),
        _ => (found.span(), year),
    };
    let real = (1..=12).contains(&month);
    let partial =
        |month| if real { Partial::of_month(year, month) } else { Partial::of_year(year) };
    Some(Written {
        span,
        first: two.map(|_| partial(month)),
        last: partial(two.unwrap_or(month)),
        implausible: !(sane && real),
        bare: false,
    })
}

fn month_of_week(text: &Text, found: &Found, (year, sane): (Option<i16>, bool)) -> Option<Written> {
    let month = month(text, found).filter(|month| (1..=12).contains(month))?;
    let after = Span::new(found.part("d3")?.end, found.span().end);
    let last = Partial::of_month(year, month);
    let span = text.trim(after, b",");
    Some(Written { span, first: None, last, implausible: !sane, bare: false })
}

/// "tháng sau" is next month, "tháng sáu" is June.
fn is_next(text: &Text, found: &Found) -> bool {
    found.part("m6").is_some_and(|m6| text.raw(m6).eq_ignore_ascii_case("sau"))
}

fn month(text: &Text, found: &Found) -> Option<i8> {
    if found.part("may").or(found.part("may2")).is_some() {
        return Some(5);
    }
    number(text, one_of(found, &MONTHS))
}

fn days(
    text: &Text,
    found: &Found,
    (year, sane): (Option<i16>, bool),
    words: bool,
) -> Option<Written> {
    let day = number(text, one_of(found, &DAYS))?;
    let month = if found.part("d4").is_some() { None } else { Some(month(text, found)?) };
    let after = Span::new(found.span().end, (found.span().end + 16).min(text.len()));
    let undated = !words && year.is_none() && one_of(found, &YEARS).is_none();
    if undated && (found.part("d3").is_some() || SHARE.fits(text, after) || !is_clear(text, found))
    {
        return None;
    }
    let last = day_of(year, month, day);
    let (span, first) = listed(text, found, last, words);
    let real = last.day.is_some();
    Some(Written {
        span,
        first,
        last,
        implausible: !(sane && real),
        bare: undated && first.is_none(),
    })
}

/// As much of a day as there is: of 31/6/2025 the month, of 15/13/2025 the year.
fn day_of(year: Option<i16>, month: Option<i8>, day: i8) -> Partial {
    let Some(month) = month else { return Partial { day: Some(day), ..Partial::of_year(year) } };
    if !(1..=12).contains(&month) {
        return Partial::of_year(year);
    }
    let real = (1..=days_in(year, month)).contains(&day);
    Partial { year, part: Part::Month(month), day: real.then_some(day) }
}

/// Letters stand for digits only where a year makes the date clear.
fn is_clear(text: &Text, found: &Found) -> bool {
    text.shadow(found.span()).iter().all(|byte| !byte.is_ascii_alphabetic())
        || text.shadow(found.span()).starts_with(b"ngay")
}

/// The first day of a list, if it is one: "Điều 3, 15/5/2025" is none.
fn listed(text: &Text, found: &Found, last: Partial, words: bool) -> (Span, Option<Partial>) {
    let Some(list) = one_of(found, &["l1", "l2", "l3"]) else { return (found.span(), None) };
    let day = one_of(found, &DAYS).unwrap_or(list);
    let between = text.folded(Span::new(list.end, day.start));
    let led = words || from_word(text, list);
    let first = number(text, Some(list)).filter(|first| (1..=31).contains(first));
    let first = first.filter(|_| led || between.starts_with('-') || between.starts_with("den"));
    match first {
        Some(first) => {
            let first = Partial { year: None, part: Part::Whole, day: Some(first) };
            (found.span(), Some(first.completed_by_end(last)))
        }
        None => (day.to(found.span()), None),
    }
}

fn from_word(text: &Text, list: Span) -> bool {
    let before = Span::new(list.start.saturating_sub(4), list.start);
    text.shadow(before).starts_with(b"tu ")
}
