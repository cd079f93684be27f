//! What somebody typed about a contest, field by field, and what it means once it is parsed.
//!
//! Forms about contests have rows (milestones, prizes, contacts). A field of a row is called
//! `milestone-3-title`; a sentence about a row stands beside it under `milestone-3`.

mod contacts;
mod facts;
mod milestones;
mod moment;
mod rules;

use kernel::{Message, Refusal, text};
use serde::Deserialize;

pub use contacts::{contact_of, contacts, put_contact};
pub use facts::{Named, facts, next_name, put_facts};
pub use milestones::{end_code, milestone, milestones, put_milestone, put_window, window};
pub use moment::moment;
pub use rules::{money, put_rules, rules};

/// The fields of a form as they came.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

/// Most rows of one kind in a form.
pub const ROWS: usize = 30;
/// Empty rows that a form offers below the filled ones.
const SPARE: usize = 2;

/// The names under which sentences stand beside rows.
macro_rules! rows {
    ($prefix:literal) => {
        rows!($prefix: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29)
    };
    ($prefix:literal: $($at:literal)*) => { [$(concat!($prefix, "-", $at)),*] };
}

/// Rows of milestones.
pub const MILESTONES: [&str; ROWS] = rows!("milestone");
/// Rows of prizes.
pub const PRIZES: [&str; ROWS] = rows!("prize");
/// Rows of contacts.
pub const CONTACTS: [&str; ROWS] = rows!("contact");
/// Rows of the parts of a dossier.
pub const ITEMS: [&str; ROWS] = rows!("item");
/// Rows of the parts of a description.
pub const SECTIONS: [&str; ROWS] = rows!("section");
/// Rows of the authors of a solution.
pub const AUTHORS: [&str; ROWS] = rows!("author");
/// Rows of the fields of entry, each with its group of judging.
pub const GROUPED: [&str; ROWS] = rows!("grouped");
/// Rows of the rounds of judging.
pub const ROUNDS: [&str; ROWS] = rows!("round");
/// Rows of what parts equals.
pub const TIES: [&str; ROWS] = rows!("tie");
/// Rows of the criteria of a scale.
pub const CRITERIA: [&str; ROWS] = rows!("criterion");

impl Typed {
    /// What was typed into a field; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// Everything that was sent under a name.
    pub fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box is ticked, or a button was the one.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// What was typed into a field of a row.
    pub fn row(&self, row: &str, field: &str) -> &str {
        self.text(&format!("{row}-{field}"))
    }

    /// Puts a value into a field.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Puts a value into a field, where there is one.
    pub fn put_some(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.put(name, value.to_string());
        }
    }

    /// Takes everything of a row out of the form.
    pub fn drop_row(&mut self, row: &str) {
        self.0.retain(|(field, _)| rest_of(field, row).is_none());
    }

    /// Takes a field out of the form.
    pub fn drop_field(&mut self, name: &str) {
        self.0.retain(|(field, _)| field != name);
    }

    /// Lets two rows change places.
    pub fn swap_rows(&mut self, one: &str, other: &str) {
        for (field, _) in &mut self.0 {
            let moved = match (rest_of(field, one), rest_of(field, other)) {
                (Some(rest), _) => format!("{other}-{rest}"),
                (_, Some(rest)) => format!("{one}-{rest}"),
                (None, None) => continue,
            };
            *field = moved;
        }
    }

    /// Lets the filled rows stand one after the other, so that the first is in the first row.
    pub fn close_up(&mut self, rows: &[&str]) {
        let mut free = 0;
        for at in 0..rows.len() {
            if self.is_filled(rows[at]) {
                if free < at {
                    self.swap_rows(rows[free], rows[at]);
                }
                free += 1;
            }
        }
    }

    /// The rows that the form shows: those that hold something, and some empty ones. Whoever asked for
    /// `more` of this kind gets more.
    pub fn shown(&self, rows: &'static [&'static str], kind: &str) -> &'static [&'static str] {
        let last = rows.iter().rposition(|row| self.is_filled(row));
        let spare = if self.text("more") == kind { SPARE + 4 } else { SPARE };
        let shown = last.map_or(0, |last| last + 1) + spare;
        &rows[..shown.clamp(3, rows.len())]
    }

    /// Whether anything is typed into a row. What a list offers by itself is nothing typed.
    pub fn is_filled(&self, row: &str) -> bool {
        self.0.iter().any(|(field, value)| {
            let mine = rest_of(field, row);
            let offered = matches!(mine, Some("end" | "need" | "role" | "key"))
                || (mine == Some("kind") && value == "other");
            mine.is_some() && !offered && !value.trim().is_empty()
        })
    }
}

/// What a field of a row is called within it.
fn rest_of<'f>(field: &'f str, row: &str) -> Option<&'f str> {
    field.strip_prefix(row).and_then(|rest| rest.strip_prefix('-'))
}

/// Sentences about fields, gathered so that all of them are said at once.
#[derive(Debug, Default)]
pub struct Wrong(Vec<(&'static str, Message)>);

impl Wrong {
    /// The value, or its kind's empty one, which is never used: [`Wrong::finish`] refuses.
    pub fn or_empty<T: Default>(&mut self, read: Result<T, Refusal>) -> T {
        self.or_none(read).unwrap_or_default()
    }

    /// The value, if it could be read.
    pub fn or_none<T>(&mut self, read: Result<T, Refusal>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.0.extend(refusal.fields);
                None
            }
        }
    }

    /// Whether everything could be read so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The refusal with every sentence, where there is one.
    ///
    /// # Errors
    /// Something could not be read.
    pub fn finish(self) -> Result<(), Refusal> {
        match self.0.is_empty() {
            true => Ok(()),
            false => {
                let refusal = Refusal::invalid("form-has-errors");
                Err(self
                    .0
                    .into_iter()
                    .fold(refusal, |all, (field, text)| all.and_field(field, text)))
            }
        }
    }
}

/// One line of text; nothing where nothing was typed.
pub fn line(typed: &str, field: &'static str, longest: usize) -> Result<Option<String>, Refusal> {
    within(text::clean(typed), field, longest)
}

/// Several lines of text; nothing where nothing was typed.
pub fn lines(typed: &str, field: &'static str, longest: usize) -> Result<Option<String>, Refusal> {
    within(text::clean_lines(typed), field, longest)
}

fn within(text: String, field: &'static str, longest: usize) -> Result<Option<String>, Refusal> {
    match text.chars().count() {
        0 => Ok(None),
        letters if letters <= longest => Ok(Some(text)),
        _ => Err(Refusal::field(field, Message::new("name-too-long").with("longest", longest))),
    }
}

/// Lines as a list, without empty ones.
pub fn list(typed: &str, field: &'static str) -> Result<Vec<String>, Refusal> {
    let text = within(text::clean_lines(typed), field, 8_000)?.unwrap_or_default();
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Something that may stay empty.
pub fn optional<T: std::str::FromStr>(
    typed: &str,
    field: &'static str,
    wrong: &'static str,
) -> Result<Option<T>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::field(field, wrong)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn rows_are_shown_as_far_as_they_are_filled() {
        let shown = |pairs: &[(&str, &str)]| typed(pairs).shown(&MILESTONES, "milestone").len();
        assert_eq!(shown(&[]), 3);
        assert_eq!(shown(&[("milestone-2-title", "Sơ khảo")]), 5);
        assert_eq!(shown(&[("milestone-2-end", "through"), ("milestone-2-kind", "other")]), 3);
        assert_eq!(shown(&[("milestone-20-to", "x"), ("milestone-2-to", "x")]), 23);
        assert_eq!(shown(&[("milestone-29-to", "x")]), ROWS);
        assert_eq!(shown(&[("more", "milestone")]), 6);
    }

    #[test]
    fn a_row_is_not_another_with_more_digits() {
        assert!(!typed(&[("prize-12-name", "Giải Nhất")]).is_filled("prize-1"));
        assert!(typed(&[("prize-1-name", "Giải Nhất")]).is_filled("prize-1"));
    }

    #[test]
    fn rows_change_places_and_go() {
        let pairs = [("section-1-title", "A"), ("section-2-title", "B"), ("section-12-title", "C")];
        let mut form = typed(&pairs);
        let titles = |form: &Typed| {
            ["section-1", "section-2", "section-12"].map(|row| form.row(row, "title").to_owned())
        };
        form.swap_rows("section-1", "section-2");
        assert_eq!(titles(&form), ["B", "A", "C"]);
        form.drop_row("section-1");
        assert_eq!(titles(&form), ["", "A", "C"]);
    }

    #[test]
    fn filled_rows_close_up() {
        let pairs = [("tie-1-what", "a"), ("tie-2-what", " "), ("tie-3-what", "b"), ("x", "y")];
        let mut form = typed(&pairs);
        form.close_up(&TIES);
        let what = |row: &str| form.row(row, "what").trim().to_owned();
        assert_eq!(["tie-0", "tie-1", "tie-2", "tie-3"].map(what), ["a", "b", "", ""]);
        assert_eq!(form.text("x"), "y");
    }

    #[test]
    fn every_sentence_is_said_at_once() {
        let mut wrong = Wrong::default();
        assert_eq!(wrong.or_empty(line("ơ", "name", 3)), Some("ơ".to_owned()));
        wrong.or_none(line("dài quá", "name", 3));
        wrong.or_none(optional::<u16>("x", "edition", "contest-edition-unreadable"));
        let fields: Vec<_> =
            wrong.finish().unwrap_err().fields.into_iter().map(|it| it.0).collect();
        assert_eq!(fields, ["name", "edition"]);
    }
}
