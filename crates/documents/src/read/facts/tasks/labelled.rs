//! Work whose doers, time and result stand after labels below it.

use super::gathering::{Gathering, Particulars};
use super::label::{self, Label};
use super::{coordination, subject};
use crate::read::outline::Item;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};
use crate::read::units;

/// Adds the tasks that labels complete; gives the items that are thereby read.
pub(super) fn find(paper: &Paper, gathering: &mut Gathering) -> Vec<usize> {
    let mut taken = Vec::new();
    let mut at = 0;
    while at < paper.items().len() {
        let group = group(paper, at);
        let work = (!group.is_empty()).then(|| work_above(paper, at)).flatten();
        if let Some(work) = work
            && add(paper, gathering, work, &group)
        {
            taken.extend(at..at + group.len());
            taken.push(work);
        }
        at += group.len().max(1);
    }
    within_items(paper, gathering, &mut taken);
    taken
}

/// Consecutive items that begin with labels.
fn group(paper: &Paper, at: usize) -> Vec<(Label, Span)> {
    let items = paper.items()[at..].iter();
    items.map_while(|item| label::leading(paper.text(), item.span)).collect()
}

/// The item that the labels are about: the sibling just before them, else the one above.
fn work_above(paper: &Paper, at: usize) -> Option<usize> {
    let items = paper.items();
    let parent = items[at].parent;
    let is_sibling = |other: &usize| items[*other].parent == parent && Some(*other) != parent;
    let before = (0..at).rev().take_while(|other| parent.is_none_or(|parent| *other > parent));
    let sibling = before
        .filter(is_sibling)
        .find(|other| label::leading(paper.text(), items[*other].span).is_none());
    sibling.filter(|other| same_kind(&items[*other], &items[at])).or(parent)
}

fn same_kind(one: &Item, other: &Item) -> bool {
    std::mem::discriminant(&one.marker) == std::mem::discriminant(&other.marker)
        || !other.marker.is_bullet()
}

fn add(paper: &Paper, gathering: &mut Gathering, work: usize, group: &[(Label, Span)]) -> bool {
    let text = paper.text();
    let Some((_, who)) = group.iter().find(|(label, _)| *label == Label::Who) else { return false };
    let (doers, mut more) = doers(text, *who);
    for (label, said) in group {
        take(text, &mut more, *label, *said);
    }
    gathering.add_with(paper.items()[work].span, &doers, &more);
    true
}

fn take(text: &Text, more: &mut Particulars, label: Label, said: Span) {
    match label {
        Label::With => more.coordinators.extend(coordination::listed(text, said)),
        Label::When => more.when = Some(said),
        Label::Result => more.deliverable = Some(said),
        Label::Who | Label::Other => {}
    }
}

/// "Văn phòng Sở chủ trì, phối hợp với Phòng A"
fn doers(text: &Text, who: Span) -> (Vec<Stated<String>>, Particulars) {
    let who = text.trim(who, b".;");
    let end = units::predicate(text, who).unwrap_or(who.end);
    let list = text.trim(Span::new(who.start, end), b",;.");
    let coordinators = coordination::find(text, who);
    (units::list(text, list), Particulars { coordinators, ..Particulars::default() })
}

/// Labels inside one paragraph: "Tập huấn. Đơn vị chủ trì: Sở A; thời gian: tháng 3."
fn within_items(paper: &Paper, gathering: &mut Gathering, taken: &mut Vec<usize>) {
    let text = paper.text();
    for (at, item) in paper.items().iter().enumerate() {
        if taken.contains(&at) || !text.shadow(item.span).contains(&b':') {
            continue;
        }
        let labels = label::inside(text, item.span);
        let Some((_, who, start)) = labels.iter().find(|(label, ..)| *label == Label::Who) else {
            continue;
        };
        let first = labels.iter().map(|(.., start)| *start).min().unwrap_or(*start);
        let work = text.trim(Span::new(item.span.start, first), b"(.;,");
        if work.len() < 15 || subject::of(text, work).is_some_and(|subject| subject.heading) {
            continue;
        }
        let (doers, mut more) = doers(text, *who);
        for (label, said, _) in &labels {
            take(text, &mut more, *label, *said);
        }
        gathering.add_with(work, &doers, &more);
        taken.push(at);
    }
}
