//! Milestones (mốc thời gian): the dates of a contest.
//!
//! A date is what its clause says, else its label, else what stands above: [`clause`]. Words name the
//! kinds: [`kind`]. Dates that were moved, that come again, or that only say how things stood are none:
//! [`stale`]. What is said twice is one, what contradicts is doubtful: [`settle`].

mod clause;
mod kind;
mod settle;
mod stale;

use std::sync::LazyLock;

use self::clause::{Around, Clause, clauses, dates_lead};
use self::kind::Sense;
use super::dates::{Moment, Partial, Years, moments};
use crate::facts::{Milestone, MilestoneKind as Kind};
use crate::read::form::Form;
use crate::read::outline::{Item, Marker, Topic};
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};

/// The dates of a paper, and those that cannot be or contradict each other.
#[derive(Default)]
pub(crate) struct Dated {
    pub milestones: Vec<Milestone>,
    pub implausible: Vec<Span>,
    pub conflicting: Vec<Span>,
}

/// A milestone before it is compared with the others.
pub(super) struct Candidate {
    kind: Kind,
    moment: Moment,
    /// The clause that says so.
    clause: Span,
    /// The date with the words that name its kind.
    evidence: Span,
    certainty: f32,
    by_postmark: bool,
    /// The sentence moves a date.
    moved: bool,
}

static POSTMARK: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"dấu (?:của )?(?:bưu|ngày gửi)|theo bưu điện|ngày gửi (?:của|theo|trên) (?:dấu )?bưu",
    )
});
/// Characters after a date in which the postmark is spoken of.
const POSTMARK_WITHIN: usize = 140;
/// "Thời hạn nộp: ngày 30/6" is an end, "thời gian nhận: ngày 30/6" is a day.
static TERM: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(?:^|\W)(?:thời hạn|gia hạn|hết hạn|hạn (?:cuối|chót|nộp|nhận|gửi|cùng)|hạn)\b")
});
/// How sure a kind is that is not said beside its date.
const FROM_ABOVE: f32 = 0.9;

/// The milestones of a paper.
pub(crate) fn find(paper: &Paper, years: &Years) -> Dated {
    let mut implausible = Vec::new();
    let mut candidates = Vec::new();
    for (at, item) in paper.items().iter().enumerate() {
        if is_member_list(paper, item) {
            continue;
        }
        for clause in clauses(paper, item) {
            let dates = moments(paper.text(), clause.span, years);
            implausible.extend(dates.iter().filter_map(doubtful));
            candidates.extend(of_clause(paper, at, clause, &dates));
        }
    }
    let settled = settle::settle(paper, candidates);
    let milestones = settled.milestones.into_iter().map(|one| milestone(paper.text(), one));
    Dated { milestones: milestones.collect(), implausible, conflicting: settled.conflicting }
}

/// The members of a committee stand under its heading, each with a number.
fn is_member_list(paper: &Paper, item: &Item) -> bool {
    let above = item.parent.and_then(|parent| paper.items()[parent].topic);
    above == Some(Topic::Members) && matches!(item.marker, Marker::Number(_))
}

/// A date that cannot be, or a period that ends before it begins.
fn doubtful(moment: &Moment) -> Option<Span> {
    moment.implausible.or(moment.is_crossed().then_some(moment.span))
}

fn of_clause(paper: &Paper, at: usize, clause: Clause, dates: &[Moment]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut from = clause.span.start;
    let leads = dates_lead(paper.text(), clause.span, dates);
    for (index, moment) in dates.iter().enumerate() {
        let next = dates.get(index + 1).map_or(clause.span.end, |next| next.span.start);
        let local = Span::new(from, moment.span.start);
        let rest = Span::new(moment.span.end, next);
        from = moment.span.end;
        let around = Around { paper, at, clause, moment: moment.span, local, rest, leads };
        if !stale::is_stale(&around) {
            let periodic = stale::is_periodic(&around);
            let senses = around.senses().into_iter();
            let senses = senses.filter(|sense| !periodic || sense.kind == Some(Kind::Publicity));
            found.extend(senses.filter_map(|sense| candidate(&around, moment, &sense)));
        }
    }
    found
}

fn candidate(around: &Around, moment: &Moment, sense: &Sense) -> Option<Candidate> {
    let text = around.paper.text();
    let clause = around.clause.span;
    let kind = settled_kind(text, sense, moment)
        .filter(|kind| *kind != Kind::ReportDue || !is_period_reported(text, sense, moment))?;
    let beside = clause.contains(sense.span);
    let evidence = if beside {
        Span::new(sense.span.start.min(moment.span.start), sense.span.end.max(moment.span.end))
    } else {
        moment.span
    };
    let after = Span::new(moment.span.end, text.len().min(moment.span.end + POSTMARK_WITHIN));
    let posted = kind == Kind::Submission || kind == Kind::Forwarding;
    let by_postmark =
        posted && (POSTMARK.fits(text, after) || POSTMARK.fits(text, around.before()));
    let moved = stale::moves(text, around.clause.sentence);
    let moment = Moment { start: start(text, around, kind, moment), ..moment.clone() };
    let certainty = moment.certainty * if beside { 1.0 } else { FROM_ABOVE };
    Some(Candidate { kind, moment, clause, evidence, certainty, by_postmark, moved })
}

/// A period of phát động is publicity; a day or a month of it is the ceremony.
fn settled_kind(text: &Text, sense: &Sense, moment: &Moment) -> Option<Kind> {
    let kind = sense.kind?;
    let ceremony = !text.shadow(sense.span).starts_with(b"phat dong");
    let lasts = moment.start != moment.end && moment.start.is_some();
    Some(if kind == Kind::LaunchCeremony && lasts && !ceremony { Kind::Publicity } else { kind })
}

/// "Báo cáo quý I năm 2026" is about that quarter, not due in it.
fn is_period_reported(text: &Text, sense: &Sense, moment: &Moment) -> bool {
    let between = Span::new(sense.span.end, moment.span.start);
    let day = moment.end.is_some_and(|end| end.day.is_some());
    !moment.bounded && !day && text.shadow(between).iter().all(|byte| *byte == b' ')
}

/// A term has an end and no beginning.
fn start(text: &Text, around: &Around, kind: Kind, moment: &Moment) -> Option<Partial> {
    let due = matches!(
        kind,
        Kind::Submission | Kind::Forwarding | Kind::ReportDue | Kind::SteeringDocumentsDue
    );
    let term = moment.start == moment.end && TERM.fits(text, around.before());
    let extended = stale::extends(text, around.clause.sentence);
    moment.start.filter(|_| !(due && (term || extended)))
}

fn milestone(text: &Text, one: Candidate) -> Milestone {
    Milestone {
        kind: one.kind,
        start: one.moment.start.and_then(Partial::iso),
        end: one.moment.end.and_then(Partial::iso),
        end_inclusive: one.moment.inclusive,
        by_postmark: one.by_postmark,
        text: text.line(text.trim(one.clause, b"|")),
        evidence: text.evidence(one.evidence, one.certainty),
    }
}

#[cfg(test)]
mod tests;
