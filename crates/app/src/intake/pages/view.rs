//! A line as the page shows it: a few words, a note, and the fields behind "sửa".

use std::collections::BTreeMap;

use documents::{Contact, Eligibility, Milestone, Prize, Reporting, Task};
use kernel::Message;

use super::bodies;
use super::fields::{self, Field, people};
use crate::contests::kind;
use crate::frame::Words;
use crate::frame::form::Errors;
use crate::intake::line::{ContestLine, Line, Section};
use crate::intake::store::KeptLine;

/// What is here already, for lines that speak of it.
pub struct Here {
    /// Names of units by id.
    pub units: BTreeMap<String, String>,
    /// Contests under which this one may stand: id and name.
    pub above: Vec<(String, String)>,
}

/// A line as the page shows it.
pub struct Shown {
    /// Id.
    pub id: String,
    /// Its revision, for whoever changes it.
    pub revision: i64,
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
    /// What stands beside it in small letters.
    pub note: String,
    /// Left out; a doubt: settled.
    pub dropped: bool,
    /// Whether a person changed it.
    pub edited: bool,
    /// Whether the paper says it somewhere.
    pub placed: bool,
    /// Who took over from a body that is no more: name of the tick, and of the body.
    pub heirs: Vec<(String, String)>,
    /// Whether a person has to look at it.
    pub due: bool,
    /// The fields by which it is corrected.
    pub fields: Vec<Field>,
    /// What was wrong with the last correction.
    pub errors: Errors,
}

impl Shown {
    /// A line with its words.
    pub fn of(kept: &KeptLine, here: &Here, words: Words) -> Self {
        let (label, value, note) = said(&kept.line, here, words);
        Self {
            id: kept.id.clone(),
            revision: kept.revision,
            label,
            value,
            note,
            dropped: kept.dropped,
            edited: kept.edited_by.is_some(),
            heirs: bodies::heirs(&kept.line, here),
            due: kept.line.is_doubtful() && !kept.dropped,
            placed: kept.line.evidence().is_some(),
            fields: fields::beside(&kept.line, &here.above, words),
            errors: Errors::none(),
        }
    }

    /// The same with what was typed and why it was refused.
    pub fn refused(mut self, typed: &fields::Typed, errors: Errors) -> Self {
        for field in &mut self.fields {
            field.value = typed.get(field.name).cloned().unwrap_or_default();
        }
        self.errors = errors;
        self
    }
}

fn said(line: &Line, here: &Here, words: Words) -> (String, String, String) {
    let none = String::new;
    match line {
        Line::Doubt(it) => {
            let code = kind::label("doubt", &kind::code(it.code));
            (words.say(&code), it.text.clone(), it.message.clone())
        }
        Line::Contest(it) => {
            (words.say("review-contest-name"), it.name.clone(), beside(it, here, words))
        }
        Line::Milestone(it) => milestone(it, words),
        Line::Task(it) => task(it, words),
        Line::Unit(it) => bodies::unit(it, here, words),
        Line::Contact(it) => contact(it),
        Line::Reporting(it) => reporting(it, words),
        Line::Eligibility(it) => (words.say("review-eligibility"), eligible(it, words), none()),
        Line::Prize(it) => prize(it, words),
        Line::Citation(it) => {
            let name = words.say(&kind::label("paper-kind", &kind::code(it.kind)));
            let day = it.date.as_deref().map(people).unwrap_or_default();
            (name, it.number.clone().unwrap_or_default(), day)
        }
        Line::Words(section, it) => {
            let one = section.one().unwrap_or_else(|| section.heading());
            (words.say(&one), it.text.clone(), none())
        }
    }
}

/// Its years, and under which contest it will stand.
fn beside(it: &ContestLine, here: &Here, words: Words) -> String {
    let name = |id: &String| here.above.iter().find(|(above, _)| above == id);
    let above = match it.parent.map(|id| id.to_string()).as_ref().and_then(name) {
        Some((_, name)) => Some(words.with("review-under", "name", name)),
        None => it.higher.as_ref().map(|name| words.with("review-under-named", "name", name)),
    };
    let parts = [Some(years(it.years)).filter(|years| !years.is_empty()), above];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn years(years: Option<[i16; 2]>) -> String {
    match years {
        None => String::new(),
        Some([first, last]) if first == last => first.to_string(),
        Some([first, last]) => format!("{first} – {last}"),
    }
}

fn milestone(it: &Milestone, words: Words) -> (String, String, String) {
    let label = words.say(&kind::label("milestone", &kind::code(it.kind)));
    let note = if it.by_postmark { words.say("review-postmark") } else { String::new() };
    (label, when(it.start.as_deref(), it.end.as_deref(), it.end_inclusive, words), note)
}

/// "đến hết 20/4/2025", "trước 31/5/2025", "5/5/2025 – 16/5/2025".
pub fn when(start: Option<&str>, end: Option<&str>, inclusive: bool, words: Words) -> String {
    let edge = |end: &str| {
        let key = if inclusive { "review-date-through" } else { "review-date-before" };
        words.with(key, "day", people(end))
    };
    match (start, end) {
        (None, None) => String::new(),
        (Some(start), None) => words.with("review-date-from", "day", people(start)),
        (None, Some(end)) => edge(end),
        (Some(start), Some(end)) if start == end && inclusive => people(start),
        (Some(start), Some(end)) if inclusive => format!("{} – {}", people(start), people(end)),
        (Some(start), Some(end)) => format!("{} – {}", people(start), edge(end)),
    }
}

fn task(it: &Task, words: Words) -> (String, String, String) {
    let mut note = Vec::new();
    if !it.coordinators.is_empty() {
        note.push(words.with("review-with", "units", it.coordinators.join(", ")));
    }
    let when = when(it.start.as_deref(), it.end.as_deref(), it.end_inclusive, words);
    note.extend(Some(when).filter(|when| !when.is_empty()));
    note.extend(it.deliverable.clone());
    (it.assignees.join(", "), it.text.clone(), note.join(" · "))
}

fn contact(it: &Contact) -> (String, String, String) {
    let who = it.person.clone().or_else(|| it.organisation.clone()).unwrap_or_default();
    let place = [&it.title, &it.organisation].into_iter().flatten();
    let place: Vec<&str> = place.map(String::as_str).filter(|it| *it != who).collect();
    let how = it.phones.iter().chain(&it.emails).chain(&it.address);
    let how: Vec<&str> = how.map(String::as_str).collect();
    (who, how.join(" · "), place.join(", "))
}

fn reporting(it: &Reporting, words: Words) -> (String, String, String) {
    let frequency = words.say(&kind::label("frequency", &kind::code(it.frequency)));
    let key = if it.due_inclusive { "review-through-day" } else { "review-by-day" };
    let due = it.due_day.map(|day| words.with(key, "day", day)).unwrap_or_default();
    let to = it.to.clone().unwrap_or_default();
    let value: Vec<String> = [due, to].into_iter().filter(|it| !it.is_empty()).collect();
    (frequency, value.join(" · "), it.contents.join("; "))
}

fn eligible(it: &Eligibility, words: Words) -> String {
    let mut parts = Vec::new();
    parts.extend(it.applied_since_year.map(|it| words.with("review-applied-since", "year", it)));
    parts.extend(it.applied_in.clone());
    parts.extend(it.min_age.map(|it| words.with("review-age-from", "age", it)));
    parts.extend(it.max_age.map(|it| words.with("review-age-to", "age", it)));
    if parts.is_empty() { words.say("review-nothing-said") } else { parts.join(" · ") }
}

fn prize(it: &Prize, words: Words) -> (String, String, String) {
    let count = it.count.map(|it| it.to_string()).unwrap_or_default();
    let money = it
        .amount_vnd
        .map(|it| words.tell(&Message::new("review-money").with("amount", dotted(it))));
    (it.name.clone(), count, money.unwrap_or_default())
}

/// `30.000.000`.
pub fn dotted(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// The lines of a section with its name.
pub struct Part {
    /// Word of the section.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Shown>,
    /// The empty fields by which a line is added; none where it cannot grow.
    pub adding: Vec<Field>,
}

impl Part {
    /// Lines that count: neither left out nor settled.
    pub fn kept(&self) -> usize {
        self.lines.iter().filter(|line| !line.dropped).count()
    }

    /// Whether the section is that of names, which are chosen and not written.
    pub fn is_units(&self) -> bool {
        self.code == Section::Unit.code()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_dots() {
        let check = |number, expect: &str| assert_eq!(dotted(number), expect);
        check(0, "0");
        check(999, "999");
        check(30_000_000, "30.000.000");
        check(1_500, "1.500");
    }
}
