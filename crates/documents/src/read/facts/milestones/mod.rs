//! Milestones (mốc thời gian): the dates of a contest.
//!
//! A date means what its clause says, else its label, else the headings above. Dates of cited papers,
//! of birth, of periodic reports and of what a notice replaces are none.

mod kind;

use std::sync::LazyLock;

use super::dates::{Moment, Partial, Years, moments};
use crate::facts::{Milestone, MilestoneKind};
use crate::read::form::Form;
use crate::read::outline::{Item, Marker, Topic, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};

/// The dates of a paper, and those that cannot be or contradict each other.
#[derive(Default)]
pub(crate) struct Dated {
    pub milestones: Vec<Milestone>,
    pub implausible: Vec<Span>,
    pub conflicting: Vec<Span>,
}

/// Periods that come again, dates of birth, what was before: no milestones.
static PERIODIC: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(hằng|hàng|mỗi) (tháng|quý|năm|tuần)|định kỳ|sinh (từ|trước|sau|ngày|năm)|tuổi|áp dụng (từ|kể từ|trong|tại)|được (tạo ra|áp dụng)|tính đến|có hiệu lực|ra đời|nghiệm thu|công tác từ",
    )
});
static FORMER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(thay cho|thay vì|trước đây|trước đó|cũ|ban đầu|theo kế hoạch (là|cũ)|đã (quy định|thông báo|ấn định|ban hành)|quy định tại|không phải)\b[^;.]{0,60}$",
    )
});
/// "từ tháng 8 sang tháng 10": the first of the two is gone.
static REPLACED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^[\s,)]*(sang|thành|chuyển (sang|thành)|được (lùi|dời|gia hạn|điều chỉnh))\b")
});
static MOVED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"gia hạn|lùi|kéo dài|điều chỉnh (thời|hạn|mốc)|dời|thay đổi thời"));
static POSTMARK: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"dấu (của )?(bưu|ngày|trên)|dấu bưu (điện|cục|chính)|theo bưu"));
/// Characters after a date in which the postmark is spoken of.
const POSTMARK_WITHIN: usize = 140;

/// The milestones of a paper.
pub(crate) fn find(paper: &Paper, years: &Years) -> Dated {
    let text = paper.text();
    let mut found = Dated::default();
    let mut kept: Vec<(Milestone, Span)> = Vec::new();
    for (at, item) in paper.items().iter().enumerate() {
        if is_member_list(item) {
            continue;
        }
        for part in clauses(text, item) {
            for (milestone, span) in in_clause(paper, at, part, years, &mut found.implausible) {
                add(&mut kept, milestone, span);
            }
        }
    }
    settle(text, paper, kept, &mut found);
    found
}

fn is_member_list(item: &Item) -> bool {
    item.topic == Some(Topic::Members) && matches!(item.marker, Marker::Number(_))
}

/// Sentences parted at semicolons, each clause with its sentence; a row of a table is one.
fn clauses(text: &Text, item: &Item) -> Vec<(Span, Span)> {
    if item.marker == Marker::Row {
        return vec![(item.span, item.span)];
    }
    let mut clauses = Vec::new();
    for sentence in sentences(text, item.span) {
        let mut start = sentence.start;
        for at in sentence.range() {
            if text.byte(at) == Some(b';') {
                clauses.push((sentence, Span::new(start, at)));
                start = at + 1;
            }
        }
        clauses.push((sentence, Span::new(start, sentence.end)));
    }
    clauses
}

type Found = (Milestone, Span);

fn in_clause(
    paper: &Paper,
    at: usize,
    (sentence, clause): (Span, Span),
    years: &Years,
    impossible: &mut Vec<Span>,
) -> Vec<Found> {
    let text = paper.text();
    let dates = moments(text, clause, years);
    let mut found = Vec::new();
    let mut from = clause.start;
    impossible.extend(dates.iter().filter(|moment| moment.implausible).map(|moment| moment.span));
    for (index, moment) in dates.iter().enumerate() {
        let next = dates.get(index + 1).map_or(clause.end, |next| next.span.start);
        let local = Span::new(from, moment.span.start);
        let whole = Span::new(clause.start, moment.span.start);
        from = moment.span.end;
        let rest = Span::new(moment.span.end, next);
        if kind::is_list(text, local) {
            continue;
        }
        if PERIODIC.fits(text, Span::new(clause.start, moment.span.end))
            || FORMER.fits(text, local)
            || REPLACED.fits(text, rest)
        {
            continue;
        }
        let around = Around { local, clause: whole, rest, sentence };
        let kind = around.kind(text).or_else(|| above(paper, at));
        let milestone = kind.and_then(|kind| milestone(text, kind, moment, clause));
        if kind == Some(MilestoneKind::AwardCeremony) && kind::tells_results(text, whole) {
            let results = milestone
                .clone()
                .map(|milestone| Milestone { kind: MilestoneKind::Results, ..milestone });
            found.extend(results.map(|results| (results, moment.span)));
        }
        found.extend(milestone.map(|milestone| (milestone, moment.span)));
    }
    found
}

/// The words around a date.
struct Around {
    /// From the date before.
    local: Span,
    /// From the beginning of the clause.
    clause: Span,
    /// Up to the next date.
    rest: Span,
    sentence: Span,
}

/// A clause with fewer characters before its date begins with it.
const LEADING: usize = 18;

impl Around {
    fn kind(&self, text: &Text) -> Option<MilestoneKind> {
        let earlier = Span::new(self.sentence.start, self.clause.start);
        let follows = || kind::after(text, self.rest);
        let before = || kind::before(text, self.local).or_else(|| kind::before(text, self.clause));
        if self.clause.len() < LEADING {
            before().or_else(follows)
        } else {
            before().or_else(|| said_earlier(text, earlier)).or_else(follows)
        }
    }
}

/// What the clauses before say, but for publicity, which is said in passing.
fn said_earlier(text: &Text, earlier: Span) -> Option<MilestoneKind> {
    kind::before(text, earlier).filter(|kind| *kind != MilestoneKind::Publicity)
}

/// What the headings above speak of, nearest first; purposes and duties of a unit say nothing of dates.
fn above(paper: &Paper, at: usize) -> Option<MilestoneKind> {
    let text = paper.text();
    let siblings = before_labels(paper, at);
    let headings = paper.outline.above(at).map(|(_, item)| item).take(2);
    let told = siblings.into_iter().chain(headings).find_map(|item| {
        let heading = crate::read::outline::heading(text, item.span);
        let words = if heading.is_empty() {
            Span::new(item.span.start, item.span.end.min(item.span.start + 120))
        } else {
            heading
        };
        kind::before(text, words)
    });
    told.or_else(|| invited(paper, at))
}

/// "Thời gian: 8 giờ ngày 20/11/2009" of an invitation is the time of what its subject names.
fn invited(paper: &Paper, at: usize) -> Option<MilestoneKind> {
    static WHEN: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*thời gian"));
    let item = &paper.items()[at];
    if item.parent.is_some() || !WHEN.fits(paper.text(), item.span) {
        return None;
    }
    paper.sheet.head.iter().rev().find_map(|cell| kind::before(paper.text(), *cell))
}

/// A bare label ("Thời gian:") is about the sibling just before it.
fn before_labels(paper: &Paper, at: usize) -> Option<&Item> {
    let item = &paper.items()[at];
    if item.marker != Marker::Plain {
        return None;
    }
    at.checked_sub(1)
        .map(|before| &paper.items()[before])
        .filter(|before| before.marker != Marker::Plain)
}

fn milestone(text: &Text, kind: MilestoneKind, moment: &Moment, clause: Span) -> Option<Milestone> {
    let period = moment.start != moment.end && moment.start.is_some() && moment.end.is_some();
    let kind = match kind {
        MilestoneKind::Publicity if moment.start.is_none() => return None,
        MilestoneKind::Publicity
            if !period && moment.start.is_some_and(|date| date.day.is_some()) =>
        {
            MilestoneKind::LaunchCeremony
        }
        MilestoneKind::ReportDue if moment.start.is_some() => return None,
        MilestoneKind::LaunchCeremony if period => MilestoneKind::Publicity,
        MilestoneKind::Submission if moment.end.is_none() && !moment.bounded => return None,
        other => other,
    };
    let start = moment.start.and_then(Partial::iso);
    let end = moment.end.and_then(Partial::iso);
    if start.is_none() && end.is_none() {
        return None;
    }
    let near = Span::new(moment.span.end, text.len().min(moment.span.end + POSTMARK_WITHIN));
    let by_postmark = kind == MilestoneKind::Submission && POSTMARK.fits(text, near);
    let (evidence, text) = (text.evidence(moment.span, 0.95), text.line(clause));
    Some(Milestone {
        kind,
        start,
        end,
        end_inclusive: moment.inclusive,
        by_postmark,
        text,
        evidence,
    })
}

/// The same thing said twice is one milestone; the fuller one stays.
fn add(kept: &mut Vec<(Milestone, Span)>, new: Milestone, span: Span) {
    let same = |known: &Milestone| {
        known.kind == new.kind
            && (known.end == new.end
                && (known.start == new.start || known.start.is_none() || new.start.is_none()))
    };
    match kept.iter_mut().find(|(known, _)| same(known)) {
        Some((known, _))
            if known.start.is_none()
                && new.start.is_some()
                && known.end_inclusive == new.end_inclusive =>
        {
            *known = new
        }
        Some((known, _)) => known.by_postmark |= new.by_postmark,
        None => kept.push((new, span)),
    }
}

/// Kinds that happen once: two ends contradict each other, or the notice moves the date.
fn settle(text: &Text, paper: &Paper, kept: Vec<(Milestone, Span)>, found: &mut Dated) {
    use MilestoneKind::{AwardCeremony, Judging, Results, Submission};
    let moved = MOVED.fits(text, paper.body())
        || paper.sheet.head.iter().any(|cell| MOVED.fits(text, *cell));
    for once in [Submission, AwardCeremony, Judging, Results] {
        let ends: Vec<&(Milestone, Span)> = kept
            .iter()
            .filter(|(milestone, _)| milestone.kind == once && milestone.end.is_some())
            .collect();
        if ends.len() > 1 && !moved && once == Submission {
            found.conflicting.extend(ends.iter().skip(1).take(1).map(|(_, span)| *span));
        }
    }
    let latest = kept
        .iter()
        .filter(|(milestone, _)| milestone.kind == Submission)
        .filter_map(|(milestone, _)| milestone.end.clone())
        .max();
    found.milestones = kept
        .into_iter()
        .map(|(milestone, _)| milestone)
        .filter(|milestone| !moved || milestone.kind != Submission || milestone.end == latest)
        .collect();
}
