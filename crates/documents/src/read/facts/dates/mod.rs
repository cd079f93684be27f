//! Dates (ngày, tháng, quý, năm) in every form that papers use, completed from what stands around.

mod atom;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use self::atom::{Atom, atoms};
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// A date at the precision stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    pub year: Option<i16>,
    /// 1–4, when a quarter is all that is said.
    pub quarter: Option<i8>,
    pub month: Option<i8>,
    pub day: Option<i8>,
}

impl Partial {
    /// ISO 8601, `2024-Q1` for a quarter; nothing without a year.
    pub(crate) fn iso(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.quarter, self.month, self.day) {
            (Some(quarter), ..) => format!("{year}-Q{quarter}"),
            (_, Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (_, Some(month), None) => format!("{year}-{month:02}"),
            _ => format!("{year}"),
        })
    }

    /// "ngày 20" alone says no time.
    fn says_when(self) -> bool {
        self.month.is_some()
            || self.quarter.is_some()
            || (self.year.is_some() && self.day.is_none())
    }

    /// Fills what is elided from the date that follows: "02/4 đến 28/5/2023", "ngày 3 đến 18/9".
    fn completed_by(self, later: Self) -> Self {
        let whole = self.month.is_some() || self.quarter.is_some();
        Self {
            year: self.year.or(later.year),
            month: if whole { self.month } else { later.month },
            ..self
        }
    }
}

/// A point or period in time as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moment {
    /// With the words that bound it: "đến hết ngày 30/6/2025".
    pub span: Span,
    pub start: Option<Partial>,
    pub end: Option<Partial>,
    /// "trước ngày" excludes its day.
    pub inclusive: bool,
    /// Printed as a date that cannot be.
    pub implausible: bool,
    /// Bounded by words or a range, rather than a bare date.
    pub bounded: bool,
}

/// The years that a paper speaks of, to complete and to repair dates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Years {
    pub issued: Option<i16>,
    pub issued_month: Option<i8>,
    pub contest: Option<[i16; 2]>,
    counted: BTreeMap<i16, usize>,
}

impl Years {
    pub(crate) fn of(
        text: &Text,
        issued: Option<i16>,
        issued_month: Option<i8>,
        contest: Option<[i16; 2]>,
    ) -> Self {
        static YEAR: LazyLock<Form> = LazyLock::new(|| Form::new(r"\b(?<y>(19|20)\d\d)\b"));
        let mut counted = BTreeMap::new();
        for found in YEAR.all(text, text.whole()) {
            if let Some(year) = found.part("y").and_then(|y| text.folded(y).parse().ok()) {
                *counted.entry(year).or_insert(0) += 1;
            }
        }
        Self { issued, issued_month, contest, counted }
    }

    /// The year that a misprint of five digits stands for.
    pub(crate) fn repaired(&self, digits: &str) -> Option<i16> {
        let without = |at: usize| {
            let kept = digits.char_indices().filter(|(other, _)| *other != at).map(|(_, c)| c);
            kept.collect::<String>().parse::<i16>().ok()
        };
        let sane =
            (0..digits.len()).filter_map(without).filter(|year| (1990..=2100).contains(year));
        sane.max_by_key(|year| {
            let near = self.issued.map_or(0, |issued| -i32::from(issued.abs_diff(*year)));
            (self.counted.get(year).copied().unwrap_or(0), near)
        })
    }

    /// The year of a date printed without one: this year, or the next if it is past by then.
    fn of_month(&self, month: Option<i8>) -> Option<i16> {
        let year = self.issued.or(self.contest.map(|[first, _]| first))?;
        let past = month.zip(self.issued_month).is_some_and(|(month, issued)| month < issued);
        let next = self.contest.is_none_or(|[_, last]| year < last);
        Some(if past && next { year + 1 } else { year })
    }
}

static BETWEEN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\s*(?<word>-|,|đến|tới|cho đến|đến hết|tới hết|đến trước|và|đến cuối|đến giữa)\s*(?<hour>\d{1,2}\s*(giờ|g|h)\s*(\d\d)?( phút)?\s*)?(?<kind>(hết )?(trước )?(ngày|tháng|quý|năm)?)\s*$",
    )
});
static BEFORE: LazyLock<Vec<(Bound, Form)>> = LazyLock::new(|| {
    let tail = r"\s*(trước |sau )?(hết )?(giờ hành chính( của)? )?(\(?\d{1,2}\s*(giờ|g|h|:)\s*(\d\d)?( phút)?\)?,?\s*)?((của |vào )?(các )?(ngày|tháng|quý|năm|đầu|giữa|cuối)\s*)*$";
    let bound = |bound, words: &str| (bound, Form::new(&format!(r"(^|[\s(:,;-])({words}){tail}")));
    vec![
        bound(Bound::Before, r"trước|trước thời điểm"),
        bound(
            Bound::Until,
            r"chậm nhất( là| vào| đến)?( hết)?|muộn nhất( là| vào| đến)?|không quá|hạn cuối( cùng)?( là|:)?|thời hạn( cuối)?( là|:)|hạn chót( là|:)?|(cho )?(đến|tới)( hết)?|hết|trong vòng đến",
        ),
        bound(Bound::From, r"từ|kể từ|bắt đầu từ"),
    ]
});

static WITHIN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(trong|vào|hoàn thành)\s*(khoảng |dịp |tuần )?((đầu|giữa|cuối|tháng|quý|ngày|năm)\s*)*$",
    )
});

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Before,
    Until,
    From,
}

/// The moments of a stretch in order; dates of cited papers and blank dates are none.
pub(crate) fn moments(text: &Text, span: Span, years: &Years) -> Vec<Moment> {
    let all = atoms(text, span, years);
    let mut moments = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let floor = at.checked_sub(1).map_or(span.start, |before| all[before].span.end);
        let pair = all.get(at + 1).and_then(|next| range(text, &all[at], next));
        at += if pair.is_some() { 2 } else { 1 };
        let used = at - 1;
        let first = &all[if pair.is_some() { used - 1 } else { used }];
        let found = match pair {
            Some((exclusive, bounded)) => between(first, &all[used], !exclusive, bounded),
            None => leading_day(text, first, floor).or_else(|| bounded(text, first, floor)),
        };
        let told = found
            .filter(|moment| moment.start.into_iter().chain(moment.end).all(Partial::says_when));
        moments.extend(told.map(|moment| settled(moment, years)));
    }
    moments
}

/// Whether two dates are a range, whether its end is excluded.
fn range(text: &Text, first: &Atom, second: &Atom) -> Option<(bool, bool)> {
    let gap = Span::new(first.span.end, second.span.start);
    if gap.len() > 40 {
        return None;
    }
    let found = BETWEEN.find(text, gap)?;
    let word = text.folded(found.part("word")?);
    let quarters = first.date.quarter.is_some() && second.date.quarter.is_some();
    if matches!(word.as_str(), "va" | ",") && !quarters {
        return None;
    }
    Some((text.folded(gap).contains("truoc"), true))
}

fn between(first: &Atom, second: &Atom, inclusive: bool, bounded: bool) -> Option<Moment> {
    let start = first.date.completed_by(second.date);
    let implausible = first.implausible || second.implausible;
    Some(Moment {
        span: first.span.to(second.span),
        start: Some(start),
        end: Some(second.date),
        inclusive,
        implausible,
        bounded,
    })
}

/// "20 - 25/6/2019": a bare day before a date.
fn leading_day(text: &Text, atom: &Atom, floor: usize) -> Option<Moment> {
    static DAY: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"(^|[\s:(,])(?<d>\d{1,2})\s*(-|đến|tới)\s*(ngày\s*)?$"));
    let last = atom.date.day?;
    let before = Span::new(floor.max(atom.span.start.saturating_sub(24)), atom.span.start);
    let found = DAY.find(text, before)?.part("d")?;
    let day = text.folded(found).parse().ok().filter(|day| (1..last).contains(day))?;
    let start = Partial { day: Some(day), ..atom.date };
    Some(Moment {
        span: found.to(atom.span),
        start: Some(start),
        end: Some(atom.date),
        inclusive: true,
        implausible: atom.implausible,
        bounded: true,
    })
}

/// A single date with the words before it.
fn bounded(text: &Text, atom: &Atom, floor: usize) -> Option<Moment> {
    let before = Span::new(floor.max(atom.span.start.saturating_sub(48)), atom.span.start);
    let bound =
        BEFORE.iter().find_map(|(bound, form)| Some((*bound, form.find(text, before)?.span())));
    let bound = bound.filter(|(bound, words)| *bound != Bound::From || !is_weekday(text, *words));
    let (start, end, inclusive) = match bound.map(|(bound, _)| bound) {
        Some(Bound::Before) => (None, Some(atom.date), false),
        Some(Bound::Until) => (None, Some(atom.date), true),
        Some(Bound::From) => (Some(atom.date), None, true),
        None if atom.weak => return None,
        None => (Some(atom.date), Some(atom.date), true),
    };
    let from = bound.map_or(atom.span.start, |(_, words)| words.start);
    let span = text.trim(Span::new(from, atom.span.end), b",:;(-");
    let within = WITHIN.fits(text, before);
    Some(Moment {
        span,
        start,
        end,
        inclusive,
        implausible: atom.implausible,
        bounded: bound.is_some() || within,
    })
}

/// "thứ tư ngày 5" is a Wednesday.
fn is_weekday(text: &Text, words: Span) -> bool {
    let written = text.raw(words).to_lowercase();
    written.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("tư")
}

/// Years that are not printed are completed.
fn settled(mut moment: Moment, years: &Years) -> Moment {
    let year =
        |date: Partial| Partial { year: date.year.or_else(|| years.of_month(date.month)), ..date };
    moment.end = moment.end.map(year);
    moment.start = moment.start.map(|start| match moment.end {
        Some(end) if start.year.is_none() => Partial { year: end.year, ..start },
        _ => year(start),
    });
    moment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    /// Start, end, inclusive.
    fn read(source: &str) -> Vec<(Option<String>, Option<String>, bool)> {
        let text = Text::new(normalise(source));
        let years = Years::of(&text, Some(2024), Some(2), Some([2024, 2025]));
        let found = moments(&text, text.whole(), &years).into_iter();
        found
            .map(|moment| {
                (
                    moment.start.and_then(Partial::iso),
                    moment.end.and_then(Partial::iso),
                    moment.inclusive,
                )
            })
            .collect()
    }

    #[test]
    fn dates_in_every_form() {
        let rows: [(&str, &str, &str, bool); 32] = [
            ("đến ngày 31/5/2025", "", "2025-05-31", true),
            ("trước ngày 29/02/2024", "", "2024-02-29", false),
            ("từ nay đến hết ngày 30/6/2025", "", "2025-06-30", true),
            ("từ ngày 01/5 đến ngày 15/5/2025", "2025-05-01", "2025-05-15", true),
            ("từ ngày 3 đến ngày 18/9/2027", "2027-09-03", "2027-09-18", true),
            ("02/4 đến 28/5/2023", "2023-04-02", "2023-05-28", true),
            ("Từ tháng 11 năm 2020 đến hết tháng 9 năm 2021", "2020-11", "2021-09", true),
            ("từ tháng 3 đến tháng 9 năm 2026", "2026-03", "2026-09", true),
            ("tháng 5-6/2025", "2025-05", "2025-06", true),
            ("trong Quý I/2024", "2024-Q1", "2024-Q1", true),
            ("dự kiến trong quý IV, năm 2025", "2025-Q4", "2025-Q4", true),
            ("quý II và quý III/2026", "2026-Q2", "2026-Q3", true),
            ("chậm nhất ngày 15/4/2025", "", "2025-04-15", true),
            ("chậm nhất là ngày 04 tháng 9 năm 2025", "", "2025-09-04", true),
            ("hết tháng 9/2025", "", "2025-09", true),
            ("hết năm 2025", "", "2025", true),
            ("trong tháng 8 năm 2024", "2024-08", "2024-08", true),
            ("tháng 7/2023", "2023-07", "2023-07", true),
            ("trước 31/5/2025", "", "2025-05-31", false),
            ("đến 17 giờ 00 ngày 31/7/2024", "", "2024-07-31", true),
            ("vào tuần cuối tháng 11 năm 2021", "2021-11", "2021-11", true),
            ("20 - 25/6/2025", "2025-06-20", "2025-06-25", true),
            ("01/3 - 30/6/2026", "2026-03-01", "2026-06-30", true),
            ("ngày 20-11-2024", "2024-11-20", "2024-11-20", true),
            ("ngày 20.11.2024", "2024-11-20", "2024-11-20", true),
            ("trước ngày 30/4", "", "2024-04-30", false),
            ("trước ngày 15/01", "", "2025-01-15", false),
            ("ngày 10/5/20224", "2024-05-10", "2024-05-10", true),
            ("trước ngày 31/6/2025", "", "2025-06", false),
            ("31 /5/ 2025", "2025-05-31", "2025-05-31", true),
            ("ngày ba mươi tháng sáu năm 2025", "2025-06-30", "2025-06-30", true),
            ("kể từ ngày 01/3/2025", "2025-03-01", "", true),
        ];
        for (source, start, end, inclusive) in rows {
            let written = |iso: &str| (!iso.is_empty()).then(|| iso.to_owned());
            assert_eq!(read(source), [(written(start), written(end), inclusive)], "{source}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for source in [
            "Nghị quyết số 12/2024/NQ-HĐND",
            "điện thoại 0912.345.678",
            "Quyết định số 01/QĐ-UBND ngày 03/01/2024",
            "ngày tháng 02 năm 2024",
            "năm 2024 - 2025",
            "lần thứ VIII, năm 2024",
            "ngày … tháng … năm 2024",
            "trước ngày 20 của tháng cuối quý",
            "tỷ lệ 3/4 số phiếu",
            "Văn bản số 88/LHHVN ngày 15 tháng 02 năm 2022",
        ] {
            assert_eq!(read(source), [], "{source}");
        }
    }
}
