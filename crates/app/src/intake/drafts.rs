//! What the lines of a review come to: a contest, its tasks, their units.

use std::collections::BTreeMap;

use documents::{Contact, Frequency, Milestone, MilestoneKind, Reporting, Task};
use kernel::id::{PaperId, UnitId};
use kernel::{Refusal, Window};

use super::line::{ContestLine, Line, Section};
use crate::contests::rules::{RulePrize, RuleSet};
use crate::contests::{
    CitationDraft, ContactDraft, ContestFacts, MilestoneDraft, RegimeDraft, kind,
};
use crate::tasks::{Assignee, Part, TaskDraft};

/// Who is meant by each name of the paper.
pub type Named = BTreeMap<String, Vec<UnitId>>;

/// What the contest is.
///
/// # Errors
/// It has no name, or no locality.
pub fn contest(lines: &[Line], named: &Named) -> Result<ContestFacts, Refusal> {
    let line = contest_line(lines).ok_or_else(Refusal::absent)?;
    if line.name.trim().is_empty() {
        return Err(Refusal::field("name", "contest-name-empty"));
    }
    if line.locality.trim().is_empty() {
        return Err(Refusal::field("locality", "contest-locality-empty"));
    }
    let unit = |name: &Option<String>| named.get(name.as_ref()?)?.first().copied();
    Ok(ContestFacts {
        name: line.name.clone(),
        series: line.series,
        level: line.level,
        locality: line.locality.clone(),
        edition: line.edition,
        years: line.years,
        parent: line.parent,
        higher: line.higher.clone(),
        organiser: unit(&line.organiser),
        standing: unit(&line.standing),
        receiving: unit(&line.receiving),
        summary: None,
    })
}

/// The line that says what contest it is.
pub fn contest_line(lines: &[Line]) -> Option<&ContestLine> {
    lines.iter().find_map(|line| match line {
        Line::Contest(contest) => Some(contest),
        _ => None,
    })
}

/// The rules.
pub fn rules(lines: &[Line]) -> RuleSet {
    let mut rules = RuleSet::default();
    for line in lines {
        match line {
            Line::Eligibility(it) => rules.eligibility = it.clone(),
            Line::Prize(it) => rules.prizes.push(RulePrize::from(it)),
            Line::Words(section, it) => match section {
                Section::Field => rules.fields.push(it.text.clone()),
                Section::Budget => rules.budget_sources.push(it.text.clone()),
                Section::Channel => rules.publicity_channels.push(it.text.clone()),
                Section::Attachment => rules.attachments.push(it.text.clone()),
                Section::Url => rules.urls.push(it.text.clone()),
                _ => {}
            },
            _ => {}
        }
    }
    rules
}

/// The milestones.
pub fn milestones(lines: &[Line]) -> Vec<MilestoneDraft> {
    let of = |line: &Line| match line {
        Line::Milestone(it) => Some(milestone(it)),
        _ => None,
    };
    lines.iter().filter_map(of).collect()
}

fn milestone(it: &Milestone) -> MilestoneDraft {
    MilestoneDraft {
        kind: Some(it.kind),
        title: None,
        window: window(it.start.as_deref(), it.end.as_deref(), it.end_inclusive),
        by_postmark: it.by_postmark,
        sentence: Some(it.text.clone()).filter(|text| !text.is_empty()),
    }
}

/// The reader writes only what the calendar has; a date that a person mistyped was refused there.
pub fn window(start: Option<&str>, end: Option<&str>, end_inclusive: bool) -> Window {
    let read = |text: Option<&str>| text.and_then(|text| text.parse().ok());
    Window { start: read(start), end: read(end), end_inclusive }
}

/// Whom to call.
pub fn contacts(lines: &[Line], named: &Named) -> Vec<ContactDraft> {
    let of = |line: &Line| match line {
        Line::Contact(it) => Some(contact(it, named)),
        _ => None,
    };
    lines.iter().filter_map(of).collect()
}

fn contact(it: &Contact, named: &Named) -> ContactDraft {
    let unit = it.organisation.as_ref().and_then(|name| named.get(name)?.first().copied());
    ContactDraft {
        unit,
        person: it.person.clone(),
        title: it.title.clone(),
        organisation: it.organisation.clone(),
        phones: it.phones.clone(),
        emails: it.emails.iter().map(|email| email.to_lowercase()).collect(),
        address: it.address.clone(),
        personal: it.person.is_some() && it.phones.iter().any(|phone| is_mobile(phone)),
    }
}

/// Ten digits that begin with 03, 05, 07, 08 or 09: a mobile phone, and so a person's own.
pub fn is_mobile(phone: &str) -> bool {
    let prefix = ["03", "05", "07", "08", "09"].iter().any(|it| phone.starts_with(it));
    prefix && phone.len() == 10
}

/// What the paper rests on.
pub fn citations(lines: &[Line]) -> Vec<CitationDraft> {
    let of = |line: &Line| match line {
        Line::Citation(it) => Some(CitationDraft {
            kind: kind::code(it.kind),
            number: it.number.clone(),
            issued_on: it.date.clone(),
        }),
        _ => None,
    };
    lines.iter().filter_map(of).collect()
}

/// When units report.
pub fn regimes(lines: &[Line]) -> Vec<RegimeDraft> {
    let due = lines.iter().find_map(|line| match line {
        Line::Milestone(it) if it.kind == MilestoneKind::ReportDue => {
            Some((it.end.clone()?, it.end_inclusive))
        }
        _ => None,
    });
    let of = |line: &Line| match line {
        Line::Reporting(it) => Some(regime(it, due.as_ref())),
        _ => None,
    };
    lines.iter().filter_map(of).collect()
}

/// A single report is due on the milestone that the paper has for it.
fn regime(it: &Reporting, due: Option<&(String, bool)>) -> RegimeDraft {
    let once = due.filter(|_| it.frequency == Frequency::Once);
    RegimeDraft {
        frequency: it.frequency,
        due_day: it.due_day,
        due_inclusive: once.map_or(it.due_inclusive, |due| due.1),
        due_month: it.due_month_of_period,
        once_on: once.map(|due| due.0.clone()),
        to: it.to.clone(),
        via: it.via.clone(),
        contents: it.contents.clone(),
    }
}

/// The tasks, each for the units that its names mean.
pub fn tasks(lines: &[Line], named: &Named, paper: PaperId) -> Vec<TaskDraft> {
    let of = |line: &Line| match line {
        Line::Task(it) => Some(task(it, named, paper)),
        _ => None,
    };
    lines.iter().filter_map(of).collect()
}

fn task(it: &Task, named: &Named, paper: PaperId) -> TaskDraft {
    let mut assignees = Vec::new();
    for (names, part) in [(&it.assignees, Part::Lead), (&it.coordinators, Part::Coordinate)] {
        for name in names {
            let units = named.get(name).into_iter().flatten();
            assignees.extend(units.map(|unit| Assignee { unit: *unit, part, named: name.clone() }));
        }
    }
    TaskDraft {
        text: it.text.clone(),
        deliverable: it.deliverable.clone(),
        window: window(it.start.as_deref(), it.end.as_deref(), it.end_inclusive),
        recurrence: None,
        assignees,
        paper: Some(paper),
        sentence: Some((it.evidence.start, it.evidence.end)).filter(|(start, end)| start < end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_phone_is_a_persons_own() {
        let check = |phone: &str, expect| assert_eq!(is_mobile(phone), expect, "{phone}");
        check("0912345678", true);
        check("0352345678", true);
        check("02003812345", false);
        check("091234567", false);
    }
}
