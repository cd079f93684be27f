//! Moments (thời điểm, thời hạn, khoảng thời gian): every form in which such papers write dates.
//!
//! [`written`] finds the dates, [`bound`] what the words around make of them, [`role`] which of them
//! happen, [`years`] which year is meant where it is left out or cannot be.

mod bound;
mod numeral;
mod partial;
mod role;
mod written;
mod years;

use crate::read::text::{Span, Text};

use bound::{Bound, Link};
use role::Role;
use written::Written;

pub(crate) use partial::{Part, Partial};
pub(crate) use years::Years;

/// How sure a moment is whose year is not written near it.
const YEAR_INFERRED: f32 = 0.7;
/// Characters between two dates of which one leaves its year to the other.
const NEIGHBOUR: usize = 80;

/// A point in time, a period, or an end alone, as a text states it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moment {
    /// With the words that bound it: "từ ngày 01/5 đến hết ngày 15/5/2025".
    pub span: Span,
    /// First day, month, quarter; equal to `end` for a point in time.
    pub start: Option<Partial>,
    /// Last day, month, quarter.
    pub end: Option<Partial>,
    /// "Trước ngày" excludes the last day, everything else includes it.
    pub inclusive: bool,
    /// Words or a second date bound it, rather than that a date stands alone.
    pub bounded: bool,
    /// A date in it that cannot be: "31/6/2025", "10/5/20224".
    pub implausible: Option<Span>,
    /// Below 1 where the year was inferred or a digit mended.
    pub certainty: f32,
}

impl Moment {
    /// A single day, month, quarter or year.
    pub(crate) fn point(&self) -> Option<Partial> {
        self.end.filter(|_| self.start == self.end)
    }

    /// It ends before it begins.
    pub(crate) fn is_crossed(&self) -> bool {
        let (start, end) = (self.start.and_then(Partial::first), self.end.and_then(Partial::last));
        start.zip(end).is_some_and(|(start, end)| end < start)
    }
}

/// Whether the words before a date leave its day out: "trước ngày".
pub(crate) fn leave_out(text: &Text, before: Span) -> bool {
    bound::bound(text, before).0 == Bound::Before
}

/// What happens in a stretch, in order; the dates of cited papers, of birth, and of what comes every
/// year are left out.
pub(crate) fn moments(text: &Text, span: Span, years: &Years) -> Vec<Moment> {
    of_role(text, span, years, Role::Event)
}

/// The dates and periods of birth of a stretch.
pub(crate) fn births(text: &Text, span: Span, years: &Years) -> Vec<Moment> {
    of_role(text, span, years, Role::Born)
}

fn of_role(text: &Text, span: Span, years: &Years, wanted: Role) -> Vec<Moment> {
    let all = all(text, span, years).into_iter();
    all.filter(|(role, _)| *role == wanted).map(|(_, moment)| moment).collect()
}

fn all(text: &Text, span: Span, years: &Years) -> Vec<(Role, Moment)> {
    let dates = written::all(text, span, years);
    let mut moments = Vec::with_capacity(dates.len());
    let mut rest = dates.as_slice();
    let mut from = span.start;
    while let Some((date, more)) = rest.split_first() {
        let (bound, starts) = bound::bound(text, Span::new(from, date.span.start));
        let joined =
            more.first().and_then(|next| joined(text, bound, date, next).map(|link| (next, link)));
        let last = joined.map_or(date.span, |(next, _)| next.span);
        let whole = Span::new(starts, last.end);
        let moment = match joined {
            Some((next, link)) => Some(range(date, next, link)),
            None => single(date, bound),
        };
        let role = role::role(text, span, whole, bound == Bound::At);
        let bounded = bound != Bound::At || joined.is_some() || date.first.is_some();
        moments.extend(moment.map(|moment| (role, Moment { span: whole, bounded, ..moment })));
        rest = &more[usize::from(joined.is_some())..];
        from = last.end;
    }
    supply_years(text, &mut moments, years);
    moments.retain(|(_, moment)| says_when(moment));
    moments
}

/// "ngày 20" alone says no time.
fn says_when(moment: &Moment) -> bool {
    let date = moment.end.or(moment.start).unwrap_or_default();
    date.part != Part::Whole || (date.year.is_some() && date.day.is_none())
}

/// Whether two dates are the ends of one period.
fn joined(text: &Text, bound: Bound, date: &Written, next: &Written) -> Option<Link> {
    let link = bound::link(text, Span::new(date.span.end, next.span.start))?;
    let open = matches!(bound, Bound::From | Bound::Within | Bound::At);
    let one = date.first.is_none() && next.first.is_none();
    let fits = match link {
        Link::To | Link::ToBefore => one,
        Link::And => one && follow(date.last.completed_by_end(next.last), next.last),
    };
    (open && fits).then_some(link)
}

/// One quarter, month or day after the other: "quý II và quý III/2026".
fn follow(date: Partial, next: Partial) -> bool {
    match (date.part, next.part, date.day, next.day) {
        (Part::Quarter(one), Part::Quarter(two), ..) => date.year == next.year && two == one + 1,
        (Part::Month(one), Part::Month(two), None, None) => {
            date.year == next.year && two == one + 1
        }
        (Part::Month(one), Part::Month(two), Some(day), Some(last)) => {
            one == two && last == day + 1
        }
        _ => false,
    }
}

fn range(date: &Written, next: &Written, link: Link) -> Moment {
    let end = next.last.completed_by_start(date.last);
    let start = date.last.completed_by_end(end);
    let implausible = [date, next].into_iter().find(|date| date.implausible);
    Moment {
        span: date.span,
        start: Some(start),
        end: Some(end),
        inclusive: link != Link::ToBefore,
        bounded: true,
        implausible: implausible.map(|date| date.span),
        certainty: certainty(implausible.is_some()),
    }
}

/// A date by itself; nothing where digits or a year alone are no date.
fn single(date: &Written, bound: Bound) -> Option<Moment> {
    let (start, end) = match bound {
        _ if date.first.is_some() => (date.first, Some(date.last)),
        Bound::Before | Bound::Until => (None, Some(date.last)),
        Bound::From | Bound::After => (Some(date.last), None),
        Bound::Within | Bound::At => (Some(date.last), Some(date.last)),
    };
    (!date.bare || bound != Bound::At).then(|| Moment {
        span: date.span,
        start,
        end,
        inclusive: bound != Bound::Before,
        bounded: true,
        implausible: date.implausible.then_some(date.span),
        certainty: certainty(date.implausible),
    })
}

fn certainty(implausible: bool) -> f32 {
    if implausible { 0.6 } else { 1.0 }
}

/// A date without a year takes that of the date after it, of the one before it, or of the paper.
fn supply_years(text: &Text, moments: &mut [(Role, Moment)], years: &Years) {
    for at in 0..moments.len() {
        if year_of(&moments[at].1).is_some() || moments[at].0 == Role::Recurring {
            continue;
        }
        let next = moments.get(at + 1).filter(|(_, next)| is_near(text, &moments[at].1, next));
        let mut before = moments[..at].iter().rev().filter(|(role, _)| *role != Role::Cited);
        let near = next.or_else(|| before.next()).and_then(|(_, near)| year_of(near));
        let moment = &mut moments[at].1;
        for date in [&mut moment.start, &mut moment.end].into_iter().flatten() {
            date.year = near.or_else(|| years.of_undated(date.month()));
        }
        if near.is_none() {
            moment.certainty = moment.certainty.min(YEAR_INFERRED);
        }
    }
}

fn year_of(moment: &Moment) -> Option<i16> {
    moment.end.or(moment.start)?.year
}

/// In the same sentence.
fn is_near(text: &Text, moment: &Moment, next: &Moment) -> bool {
    let gap = Span::new(moment.span.end, next.span.start);
    gap.len() <= NEIGHBOUR && !text.shadow(gap).contains(&b'.')
}

#[cfg(test)]
mod tests;
