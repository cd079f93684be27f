//! Place and date of issue (địa danh, thời gian ban hành).

use std::sync::LazyLock;

use crate::facts::IssueDate;
use crate::read::facts::dates::Years;
use crate::read::form::Form;
use crate::read::text::{Span, Stated, Text};

static DATED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\bng[a-z]y\s*(?<day>[^\n,]{0,9}?)\s*th[a-z]ng\s*(?<month>[^\n,]{0,9}?)\s*n[a-z]m\s*(?<year>\d{5}|\d[\d ]{3}|[.…_ ]{1,8}|\d{2,3}[.…_]*)?",
    )
});
static PLACE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?<place>((tp|tt|tx|thành phố|thị xã|thị trấn|huyện|xã|phường|quận|đặc khu|p|q)\.?\s+)?[^\s,;:/\d]+(\s[^\s,;:/\d]+){0,4})\s*,?\s*$",
    )
});

/// "(Ban hành kèm theo Quyết định số 25/QĐ-BTC ngày …)" is another paper's date.
static CITED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"kèm theo|căn cứ|(quyết định|kế hoạch|công văn|thông báo|nghị quyết)\s+số")
});

pub(super) struct Dated {
    pub place: Option<Stated<String>>,
    pub date: IssueDate,
    pub span: Span,
    /// The year has a digit too many.
    pub misprinted: bool,
}

/// The last cell of the head that reads "…, ngày … tháng … năm …".
pub(super) fn find(text: &Text, head: &[Span]) -> Option<Dated> {
    head.iter().find_map(|cell| in_cell(text, head, *cell))
}

fn in_cell(text: &Text, head: &[Span], cell: Span) -> Option<Dated> {
    let found = DATED.find(text, cell)?;
    if CITED.fits(text, Span::new(cell.start, found.span().start)) {
        return None;
    }
    let part = |name: &str| found.part(name).map(|span| text.folded(span));
    let number = |name: &str, most: i16| {
        part(name)?.trim().parse::<i16>().ok().filter(|n| (1..=most).contains(n))
    };
    let printed = part("year").map(|year| year.replace(' ', ""));
    let misprinted = printed.as_ref().is_some_and(|year| year.len() == 5);
    let years = || Years::of(text, None, None, None);
    let year = printed
        .and_then(|year| if misprinted { years().repaired(&year) } else { year.parse().ok() })
        .filter(|year| (1990..=2100).contains(year));
    let small = |n: i16| i8::try_from(n).ok();
    let date = IssueDate {
        year,
        month: number("month", 12).and_then(small),
        day: number("day", 31).and_then(small),
    };
    let before = text.trim(Span::new(cell.start, found.span().start), b"");
    let before = if before.is_empty() { cell_above(head, cell) } else { Some(before) };
    let place = before.and_then(|before| place(text, before));
    let start = place
        .as_ref()
        .filter(|place| place.span.start >= cell.start)
        .map_or(found.span().start, |place| place.span.start);
    Some(Dated { place, date, span: Span::new(start, found.span().end), misprinted })
}

/// The place may have been parted from the date.
fn cell_above(head: &[Span], cell: Span) -> Option<Span> {
    head.iter().rev().find(|other| other.end <= cell.start).copied()
}

/// The words in capitals before the comma.
fn place(text: &Text, before: Span) -> Option<Stated<String>> {
    let span = PLACE.find(text, before)?.part("place")?;
    let mut start = span.start;
    let words: Vec<Span> = words(text, span);
    for pair in words.iter().rev().collect::<Vec<_>>() {
        if !is_of_place(text, *pair) {
            break;
        }
        start = pair.start;
    }
    let span = text.trim(Span::new(start.max(span.start), span.end), b",");
    (span.len() > 1
        && (text.is_upper(span.start) || is_kind_of_place(text, span))
        && start < span.end)
        .then(|| Stated::new(text.line(span), span))
}

/// "Quảng", "Ninh", "TP."; not "LHH-KHCN".
fn is_of_place(text: &Text, word: Span) -> bool {
    let letters = text.raw(word).trim_end_matches('.');
    let name = text.is_upper(word.start) && letters.chars().skip(1).all(char::is_lowercase);
    name || is_kind_of_place(text, word)
}

fn is_kind_of_place(text: &Text, word: Span) -> bool {
    static KIND: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"^(tp|tt|tx|thành|phố|thị|xã|trấn|huyện|phường|quận|đặc|khu)\b")
    });
    KIND.fits(text, word)
}

fn words(text: &Text, span: Span) -> Vec<Span> {
    static WORD: LazyLock<Form> = LazyLock::new(|| Form::new(r"\S+"));
    WORD.all(text, span).map(|word| word.span()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn place_and_date() {
        let rows = [
            ("Bắc Giang, ngày tháng 02 năm 2024", Some("Bắc Giang"), (Some(2024), Some(2), None)),
            (
                "TP. Bắc Kạn, ngày   tháng 6 năm 2024",
                Some("TP. Bắc Kạn"),
                (Some(2024), Some(6), None),
            ),
            (
                "Số: 5/LHH-KHCN Quảng Ninh, ngày 19 tháng M năm 2020",
                Some("Quảng Ninh"),
                (Some(2020), None, Some(19)),
            ),
            ("Hà Nội, ngày …… tháng …… năm 2026", Some("Hà Nội"), (Some(2026), None, None)),
            ("An Lạc, ngày 05 tháng 12 năm 2025", Some("An Lạc"), (Some(2025), Some(12), Some(5))),
            ("Yên Bình, ngày tháng năm 2024", Some("Yên Bình"), (Some(2024), None, None)),
            (
                "xã Tân Quan, ngày 3 tháng 4 năm 2026",
                Some("xã Tân Quan"),
                (Some(2026), Some(4), Some(3)),
            ),
            ("ngày 3 tháng 4 năm 2026", None, (Some(2026), Some(4), Some(3))),
        ];
        for (source, place, (year, month, day)) in rows {
            let text = Text::new(normalise(source));
            let dated = find(&text, &[text.whole()]).expect(source);
            assert_eq!(dated.place.map(|place| place.value).as_deref(), place, "{source}");
            assert_eq!(dated.date, IssueDate { year, month, day }, "{source}");
        }
    }
}
