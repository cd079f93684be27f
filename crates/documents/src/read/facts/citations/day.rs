//! The day of a cited paper: "ngày 29/02/2024", "ngày 06 tháng 8 năm 2021", "ngày 12/5/20226".

use std::sync::LazyLock;

use crate::read::form::{Form, Found};
use crate::read::text::{Span, Text};

static DAY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\bngày\s*(?<date>(?<day>\d{1,2})(\s?[/.-]\s?|\s*[.,]?\s*tháng\s*)(?<month>\d{1,2})(\s?[/.-]\s?|\s*[.,]?\s*năm\s*)(?<year>\d{2,6}))\b",
    )
});
/// Between number and day: nothing, or who issued the paper.
static ISSUED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[^a-z0-9]*(ban hành|ký|cùng)?[^a-z0-9]*((của|do) [^;.()\d]{2,90}?(ban hành|ký)?[^a-z0-9]*)?$",
    )
});
static TOLD: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\b(về việc|về|tổ chức|từ|trước|đến|phát động|và)\b"));
static YEAR: LazyLock<Form> = LazyLock::new(|| Form::new(r"\b(?<year>(19|20)\d\d)\b"));
/// Years in which a cited paper can have been issued.
const YEARS: std::ops::RangeInclusive<u32> = 1945..=2100;

/// A printed day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Day {
    /// ISO 8601; nothing where the calendar has no such day.
    pub date: Option<String>,
    /// Whether it cannot be as it is printed.
    pub is_implausible: bool,
    pub span: Span,
}

/// The day that belongs to the number that ends where the stretch begins.
pub(super) fn after(text: &Text, within: Span) -> Option<Day> {
    let found = DAY.find(text, within)?;
    let between = Span::new(within.start, found.span().start);
    let issued = ISSUED.fits(text, between) && !TOLD.fits(text, between);
    issued.then(|| read(text, &found)).flatten()
}

/// "Ngày 5/3/2024, Sở A ban hành Kế hoạch số …": the day before the number that the stretch ends at.
pub(super) fn before(text: &Text, within: Span) -> Option<Day> {
    static ISSUED: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^\W*([^;.()\d]{2,120}?\s)?(đã |vừa )?(có|ban hành|ký|ký ban hành|gửi)\b[^;.()\d]{0,60}$",
        )
    });
    let found = DAY.all(text, within).last()?;
    let between = Span::new(found.span().end, within.end);
    ISSUED.fits(text, between).then(|| read(text, &found)).flatten()
}

/// The first day of a stretch.
pub(super) fn first(text: &Text, within: Span) -> Option<Day> {
    read(text, &DAY.find(text, within)?)
}

fn read(text: &Text, found: &Found) -> Option<Day> {
    let part = |name| text.folded(found.part(name)?).parse::<u32>().ok();
    let (day, month, printed) = (part("day")?, part("month")?, part("year")?);
    let year = if printed < 100 { printed + 2000 } else { printed };
    let likely = if YEARS.contains(&year) { Some(year) } else { supported(text, year) };
    let date = likely.and_then(|year| iso(year, month, day));
    let is_implausible = likely != Some(year) || date.is_none();
    Some(Day { date, is_implausible, span: found.part("date")? })
}

/// The year that the rest of the paper supports: one slip of the keyboard away, mentioned most often.
fn supported(text: &Text, printed: u32) -> Option<u32> {
    let printed = printed.to_string();
    let mut counts: Vec<(u32, usize)> = Vec::new();
    for found in YEAR.all(text, text.whole()) {
        let Some(year) = found.part("year").and_then(|year| text.folded(year).parse().ok()) else {
            continue;
        };
        match counts.iter_mut().find(|(other, _)| *other == year) {
            Some((_, count)) => *count += 1,
            None => counts.push((year, 1)),
        }
    }
    counts.retain(|(year, _)| is_slip(&printed, &year.to_string()));
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

/// One digit too many, too few or wrong, or two exchanged.
fn is_slip(printed: &str, meant: &str) -> bool {
    let without = |long: &str, short: &str| {
        (0..long.len()).any(|at| format!("{}{}", &long[..at], &long[at + 1..]) == short)
    };
    let differ = printed.bytes().zip(meant.bytes()).filter(|(a, b)| a != b).count();
    let sorted = |digits: &str| {
        let mut digits = digits.as_bytes().to_vec();
        digits.sort_unstable();
        digits
    };
    match printed.len().cmp(&meant.len()) {
        std::cmp::Ordering::Greater => without(printed, meant),
        std::cmp::Ordering::Less => without(meant, printed),
        std::cmp::Ordering::Equal => {
            differ == 1 || (differ == 2 && sorted(printed) == sorted(meant))
        }
    }
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn days_after_numbers() {
        let rows = [
            (" ngày 29/02/2028 của", Some((Some("2028-02-29"), false))),
            (" ngày 06 tháng 8 năm 2021", Some((Some("2021-08-06"), false))),
            (" ngày 5-3-2024", Some((Some("2024-03-05"), false))),
            (", ngày 5.3.24", Some((Some("2024-03-05"), false))),
            (" của UBND tỉnh ngày 5/3/2024", Some((Some("2024-03-05"), false))),
            (
                " ngày 12/5/20226, lần thứ 9 (2026 - 2027), năm 2026",
                Some((Some("2026-05-12"), true)),
            ),
            (" ngày 12/5/2206 nhưng 2026", Some((Some("2026-05-12"), true))),
            (" ngày 31/6/2025", Some((None, true))),
            (" ngày 29/02/2025", Some((None, true))),
            (" ngày    tháng 6 năm 2024", None),
            (" về việc tổ chức ngày 5/3/2024", None),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let day = after(&text, text.whole());
            let read = day.as_ref().map(|day| (day.date.as_deref(), day.is_implausible));
            assert_eq!(read, expect, "{source}");
        }
    }
}
