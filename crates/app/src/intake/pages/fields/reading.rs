//! What comes back from the fields of a line.

use documents::{Citation, Contact, Eligibility, Milestone, Prize, Reporting, Task};
use kernel::id::ContestId;
use kernel::{Message, Period, Refusal, Window, text};

use super::Typed;
use crate::contests::kind;
use crate::intake::line::{ContestLine, Line, Section, TYPED, WordLine};

/// What a form says of a line; what it cannot say stays as it was.
///
/// # Errors
/// A field does not read.
pub fn read(section: Section, typed: &Typed, before: Option<&Line>) -> Result<Line, Refusal> {
    Ok(match section {
        Section::Contest => Line::Contest(read_contest(typed, before)?),
        Section::Milestone => Line::Milestone(read_milestone(typed, before)?),
        Section::Task => Line::Task(read_task(typed, before)?),
        Section::Contact => Line::Contact(read_contact(typed, before)),
        Section::Reporting => Line::Reporting(read_reporting(typed, before)?),
        Section::Prize => Line::Prize(Prize {
            name: needed(typed, "text")?,
            count: number(typed, "count")?,
            amount_vnd: money(typed)?,
            evidence: before.and_then(prize_evidence).unwrap_or(TYPED),
        }),
        Section::Citation => Line::Citation(read_citation(typed, before)?),
        Section::Eligibility => Line::Eligibility(read_eligibility(typed, before)?),
        Section::Field
        | Section::Budget
        | Section::Channel
        | Section::Attachment
        | Section::Url => {
            let evidence = match before {
                Some(Line::Words(_, it)) => it.evidence,
                _ => None,
            };
            Line::Words(section, WordLine { text: needed(typed, "text")?, evidence })
        }
        Section::Doubt | Section::Unit => return Err(Refusal::absent()),
    })
}

fn prize_evidence(line: &Line) -> Option<documents::Evidence> {
    match line {
        Line::Prize(it) => Some(it.evidence),
        _ => None,
    }
}

fn said(typed: &Typed, name: &str) -> Option<String> {
    let value = text::clean(typed.get(name).map_or("", String::as_str));
    Some(value).filter(|value| !value.is_empty())
}

fn needed(typed: &Typed, name: &'static str) -> Result<String, Refusal> {
    said(typed, name).ok_or_else(|| Refusal::field(name, "review-needed"))
}

fn listed(typed: &Typed, name: &str, between: &[char]) -> Vec<String> {
    let value = typed.get(name).map_or("", String::as_str);
    value.split(between).map(text::clean).filter(|part| !part.is_empty()).collect()
}

fn ticked(typed: &Typed, name: &str) -> bool {
    typed.contains_key(name)
}

fn number<T: std::str::FromStr>(typed: &Typed, name: &'static str) -> Result<Option<T>, Refusal> {
    let value = said(typed, name);
    value.map(|it| it.parse().map_err(|_| Refusal::field(name, "review-not-a-number"))).transpose()
}

/// Đồng, with or without dots.
fn money(typed: &Typed) -> Result<Option<u64>, Refusal> {
    let digits = said(typed, "amount").map(|it| it.replace(['.', ' '], ""));
    let read = |it: String| it.parse().map_err(|_| Refusal::field("amount", "review-not-a-number"));
    digits.map(read).transpose()
}

fn one_of<T: serde::de::DeserializeOwned>(typed: &Typed, name: &'static str) -> Result<T, Refusal> {
    let word = typed.get(name).map_or("", String::as_str);
    kind::read(word).ok_or_else(|| Refusal::field(name, "review-needed"))
}

fn period(typed: &Typed, name: &'static str) -> Result<Option<Period>, Refusal> {
    let value = said(typed, name);
    let wrong = || Refusal::field(name, Message::new("review-not-a-date"));
    value.map(|it| it.parse().map_err(|_| wrong())).transpose()
}

fn read_window(typed: &Typed) -> Result<Window, Refusal> {
    let (start, end) = (period(typed, "start")?, period(typed, "end")?);
    Window::new(start, end, ticked(typed, "inclusive"))
        .map_err(|_| Refusal::field("end", "review-ends-first"))
}

fn read_contest(typed: &Typed, before: Option<&Line>) -> Result<ContestLine, Refusal> {
    let Some(Line::Contest(before)) = before else { return Err(Refusal::absent()) };
    let (first, last) = (number(typed, "first")?, number(typed, "last")?);
    let years = match (first, last) {
        (None, None) => None,
        (Some(first), None) => Some([first, first]),
        (Some(first), Some(last)) if first <= last => Some([first, last]),
        _ => return Err(Refusal::field("last", "review-years-reversed")),
    };
    Ok(ContestLine {
        name: needed(typed, "name")?,
        series: one_of(typed, "series")?,
        level: one_of(typed, "level")?,
        locality: needed(typed, "locality")?,
        edition: number(typed, "edition")?,
        years,
        parent: chosen(typed)?,
        higher: said(typed, "higher"),
        organiser: said(typed, "organiser"),
        standing: said(typed, "standing"),
        receiving: said(typed, "receiving"),
        ..before.clone()
    })
}

/// The contest above that was chosen.
fn chosen(typed: &Typed) -> Result<Option<ContestId>, Refusal> {
    let unknown = |_| Refusal::field("parent", "contest-parent-unknown");
    said(typed, "parent").map(|id| id.parse().map_err(unknown)).transpose()
}

fn read_milestone(typed: &Typed, before: Option<&Line>) -> Result<Milestone, Refusal> {
    let (text, evidence) = match before {
        Some(Line::Milestone(it)) => (it.text.clone(), it.evidence),
        _ => (String::new(), TYPED),
    };
    let window = read_window(typed)?;
    if window.is_open() {
        return Err(Refusal::field("end", "review-needed"));
    }
    Ok(Milestone {
        kind: one_of(typed, "kind")?,
        start: window.start.map(|it| it.to_string()),
        end: window.end.map(|it| it.to_string()),
        end_inclusive: window.end_inclusive,
        by_postmark: ticked(typed, "postmark"),
        text,
        evidence,
    })
}

fn read_task(typed: &Typed, before: Option<&Line>) -> Result<Task, Refusal> {
    let evidence = match before {
        Some(Line::Task(it)) => it.evidence,
        _ => TYPED,
    };
    let window = read_window(typed)?;
    let assignees = listed(typed, "assignees", &['\n', ';']);
    if assignees.is_empty() {
        return Err(Refusal::field("assignees", "review-needed"));
    }
    Ok(Task {
        assignees,
        coordinators: listed(typed, "coordinators", &['\n', ';']),
        text: needed(typed, "text")?,
        start: window.start.map(|it| it.to_string()),
        end: window.end.map(|it| it.to_string()),
        end_inclusive: window.end_inclusive,
        deliverable: said(typed, "deliverable"),
        evidence,
    })
}

fn read_contact(typed: &Typed, before: Option<&Line>) -> Contact {
    let evidence = match before {
        Some(Line::Contact(it)) => it.evidence,
        _ => TYPED,
    };
    let digits = |phone: String| phone.chars().filter(char::is_ascii_digit).collect::<String>();
    let phones = listed(typed, "phones", &[',', ';']).into_iter().map(digits);
    Contact {
        person: said(typed, "person"),
        title: said(typed, "title"),
        organisation: said(typed, "organisation"),
        phones: phones.filter(|phone| !phone.is_empty()).collect(),
        emails: listed(typed, "emails", &[',', ';']),
        address: said(typed, "address"),
        evidence,
    }
}

fn read_reporting(typed: &Typed, before: Option<&Line>) -> Result<Reporting, Refusal> {
    let (due_month_of_period, evidence) = match before {
        Some(Line::Reporting(it)) => (it.due_month_of_period, it.evidence),
        _ => (None, TYPED),
    };
    Ok(Reporting {
        frequency: one_of(typed, "frequency")?,
        due_day: number(typed, "day")?,
        due_inclusive: ticked(typed, "inclusive"),
        due_month_of_period,
        to: said(typed, "to"),
        via: said(typed, "via"),
        contents: listed(typed, "contents", &['\n']),
        evidence,
    })
}

fn read_citation(typed: &Typed, before: Option<&Line>) -> Result<Citation, Refusal> {
    let evidence = match before {
        Some(Line::Citation(it)) => it.evidence,
        _ => TYPED,
    };
    Ok(Citation {
        kind: one_of(typed, "kind")?,
        number: said(typed, "number"),
        date: period(typed, "day")?.map(|it| it.to_string()),
        evidence,
    })
}

fn read_eligibility(typed: &Typed, before: Option<&Line>) -> Result<Eligibility, Refusal> {
    let before = match before {
        Some(Line::Eligibility(it)) => it.clone(),
        _ => Eligibility::default(),
    };
    Ok(Eligibility {
        applied_since_year: number(typed, "since")?,
        applied_in: said(typed, "place"),
        min_age: number(typed, "min")?,
        max_age: number(typed, "max")?,
        ..before
    })
}
