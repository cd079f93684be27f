//! The fields by which a line is corrected, and what comes back from them.

mod reading;

use std::collections::BTreeMap;

use documents::{Kind, Reporting};
use kernel::Period;

use crate::contests::kind;
use crate::frame::Words;
use crate::intake::line::{ContestLine, Line};

pub use reading::read;

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// One of several: word and name.
    Choice(Vec<(String, String)>),
    /// Yes or no.
    Tick,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the form.
    pub name: &'static str,
    /// Key of its label.
    pub label: &'static str,
    /// How it is filled in.
    pub input: Input,
    /// What it holds.
    pub value: String,
}

/// What a form sent, by field.
pub type Typed = BTreeMap<String, String>;

impl Field {
    fn new(
        name: &'static str,
        label: &'static str,
        input: Input,
        value: impl Into<String>,
    ) -> Self {
        Self { name, label, input, value: value.into() }
    }

    fn line(name: &'static str, label: &'static str, value: Option<impl Into<String>>) -> Self {
        Self::new(name, label, Input::Line, value.map(Into::into).unwrap_or_default())
    }

    fn lines(name: &'static str, label: &'static str, value: &[String]) -> Self {
        Self::new(name, label, Input::Lines, value.join("\n"))
    }

    fn tick(name: &'static str, label: &'static str, value: bool) -> Self {
        Self::new(name, label, Input::Tick, if value { "yes" } else { "" })
    }

    /// The options of a choice.
    pub fn options(&self) -> &[(String, String)] {
        match &self.input {
            Input::Choice(options) => options,
            _ => &[],
        }
    }
}

fn choice<T: serde::Serialize + Copy>(prefix: &str, all: &[T], words: Words) -> Input {
    let option = |value: &T| {
        let word = kind::code(value);
        (word.clone(), words.say(&kind::label(prefix, &word)))
    };
    Input::Choice(all.iter().map(option).collect())
}

/// The kinds of papers that are cited.
const CITED: [Kind; 14] = [
    Kind::Plan,
    Kind::Decision,
    Kind::Dispatch,
    Kind::Notice,
    Kind::Rules,
    Kind::Guidance,
    Kind::Programme,
    Kind::Directive,
    Kind::Report,
    Kind::Law,
    Kind::Decree,
    Kind::Circular,
    Kind::Resolution,
    Kind::Minutes,
];

/// The fields of a line; empty for those that are corrected otherwise.
pub fn of(line: &Line, words: Words) -> Vec<Field> {
    match line {
        Line::Contest(it) => contest(it, words),
        Line::Milestone(it) => {
            let kinds = choice("milestone", &kind::MILESTONES, words);
            let mut fields =
                vec![Field::new("kind", "review-milestone-kind", kinds, kind::code(it.kind))];
            fields.extend(window(it.start.as_deref(), it.end.as_deref(), it.end_inclusive));
            fields.push(Field::tick("postmark", "review-postmark", it.by_postmark));
            fields
        }
        Line::Task(it) => {
            let mut fields = vec![
                Field::new("text", "review-task-text", Input::Lines, it.text.clone()),
                Field::lines("assignees", "review-assignees", &it.assignees),
                Field::lines("coordinators", "review-coordinators", &it.coordinators),
            ];
            fields.extend(window(it.start.as_deref(), it.end.as_deref(), it.end_inclusive));
            fields.push(Field::line("deliverable", "review-deliverable", it.deliverable.clone()));
            fields
        }
        Line::Contact(it) => vec![
            Field::line("person", "review-person", it.person.clone()),
            Field::line("title", "review-title", it.title.clone()),
            Field::line("organisation", "review-organisation", it.organisation.clone()),
            Field::line("phones", "review-phones", Some(it.phones.join(", "))),
            Field::line("emails", "review-emails", Some(it.emails.join(", "))),
            Field::line("address", "review-address", it.address.clone()),
        ],
        Line::Reporting(it) => reporting(it, words),
        Line::Prize(it) => vec![
            Field::line("text", "review-prize-name", Some(it.name.clone())),
            Field::line("count", "review-prize-count", it.count.map(|it| it.to_string())),
            Field::line("amount", "review-prize-amount", it.amount_vnd.map(|it| it.to_string())),
        ],
        Line::Citation(it) => vec![
            Field::new(
                "kind",
                "paper-kind",
                choice("paper-kind", &CITED, words),
                kind::code(it.kind),
            ),
            Field::line("number", "paper-number", it.number.clone()),
            Field::line("day", "paper-day", it.date.as_deref().map(people)),
        ],
        Line::Eligibility(it) => vec![
            Field::line("since", "review-since", it.applied_since_year.map(|it| it.to_string())),
            Field::line("place", "review-applied-in", it.applied_in.clone()),
            Field::line("min", "review-min-age", it.min_age.map(|it| it.to_string())),
            Field::line("max", "review-max-age", it.max_age.map(|it| it.to_string())),
        ],
        Line::Words(_, it) => vec![Field::line("text", "review-words", Some(it.text.clone()))],
        Line::Doubt(_) | Line::Unit(_) => Vec::new(),
    }
}

/// The fields of a line beside what is here: a contest can be put under one of those above.
pub fn beside(line: &Line, above: &[(String, String)], words: Words) -> Vec<Field> {
    let mut fields = of(line, words);
    if let Line::Contest(it) = line {
        let none = (String::new(), words.say("contest-parent-none"));
        let options = std::iter::once(none).chain(above.iter().cloned()).collect();
        let chosen = it.parent.map(|id| id.to_string()).unwrap_or_default();
        let at = fields.iter().position(|field| field.name == "higher").unwrap_or(fields.len());
        fields.insert(at, Field::new("parent", "contest-parent", Input::Choice(options), chosen));
    }
    fields
}

fn contest(it: &ContestLine, words: Words) -> Vec<Field> {
    vec![
        Field::new("name", "review-contest-name", Input::Lines, it.name.clone()),
        Field::new(
            "series",
            "review-series",
            choice("series", &kind::SERIES, words),
            kind::code(it.series),
        ),
        Field::new(
            "level",
            "review-level",
            choice("level", &kind::LEVELS, words),
            kind::code(it.level),
        ),
        Field::line("locality", "review-locality", Some(it.locality.clone())),
        Field::line("edition", "review-edition", it.edition.map(|it| it.to_string())),
        Field::line("first", "review-first-year", it.years.map(|it| it[0].to_string())),
        Field::line("last", "review-last-year", it.years.map(|it| it[1].to_string())),
        Field::line("higher", "review-higher", it.higher.clone()),
        Field::line("organiser", "review-organiser", it.organiser.clone()),
        Field::line("standing", "review-standing", it.standing.clone()),
        Field::line("receiving", "review-receiving", it.receiving.clone()),
    ]
}

fn reporting(it: &Reporting, words: Words) -> Vec<Field> {
    vec![
        Field::new(
            "frequency",
            "review-frequency",
            choice("frequency", &kind::FREQUENCIES, words),
            kind::code(it.frequency),
        ),
        Field::line("day", "review-due-day", it.due_day.map(|it| it.to_string())),
        Field::tick("inclusive", "review-due-inclusive", it.due_inclusive),
        Field::line("to", "review-report-to", it.to.clone()),
        Field::line("via", "review-report-via", it.via.clone()),
        Field::lines("contents", "review-report-contents", &it.contents),
    ]
}

fn window(start: Option<&str>, end: Option<&str>, inclusive: bool) -> [Field; 3] {
    [
        Field::line("start", "review-start", start.map(people)),
        Field::line("end", "review-end", end.map(people)),
        Field::tick("inclusive", "review-inclusive", inclusive),
    ]
}

/// A stored day, month, quarter or year as people write it.
pub fn people(stored: &str) -> String {
    stored.parse::<Period>().map_or_else(|_| stored.to_owned(), Period::written)
}
