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
mod tests;
