//! News as somebody typed it, parsed.

use kernel::{Day, Refusal, text};

use crate::files::Kept;

/// Most characters of a title.
const LONGEST_TITLE: usize = 200;
/// Most characters of a text.
const LONGEST_BODY: usize = 20_000;

/// News that is to be written down.
#[derive(Debug, Clone)]
pub struct Draft {
    /// One line.
    pub title: String,
    /// Paragraphs, an empty line between two.
    pub body: String,
    /// The day under which it stands.
    pub day: Day,
    /// The file that goes with it.
    pub file: Attached,
}

/// What becomes of the file of a piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attached {
    /// What was there stays.
    AsBefore,
    /// There is to be none.
    Nothing,
    /// This one, under the name that its sender gave it.
    New(Kept, String),
}

/// The form of a piece of news, without its file.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// One line.
    pub title: String,
    /// The day.
    pub day: String,
    /// Paragraphs.
    pub body: String,
    /// Not empty: the file is to go.
    pub no_file: String,
    /// What was changed.
    pub revision: String,
}

impl Typed {
    /// Reads the fields; the file is as before.
    ///
    /// # Errors
    /// A refusal beside each field that is wrong.
    pub fn read(&self, today: Day) -> Result<Draft, Refusal> {
        let title = text::clean(&self.title);
        let body = text::clean_lines(&self.body);
        let wrong = [
            length(&title, "title", ("news-title-missing", LONGEST_TITLE)),
            length(&body, "body", ("news-body-missing", LONGEST_BODY)),
        ];
        let day = day(&self.day, today);
        let mut wrong: Vec<Refusal> = wrong.into_iter().flatten().collect();
        match day {
            Ok(day) if wrong.is_empty() => {
                let file =
                    if self.no_file.is_empty() { Attached::AsBefore } else { Attached::Nothing };
                Ok(Draft { title, body, day, file })
            }
            day => {
                wrong.extend(day.err());
                Err(joined(wrong))
            }
        }
    }
}

fn length(
    text: &str,
    field: &'static str,
    (missing, longest): (&'static str, usize),
) -> Option<Refusal> {
    match text.chars().count() {
        0 => Some(Refusal::field(field, missing)),
        count if count > longest => Some(Refusal::field(field, "news-too-long")),
        _ => None,
    }
}

/// The day of news; nobody reads today what happened tomorrow.
fn day(typed: &str, today: Day) -> Result<Day, Refusal> {
    let typed = text::clean(typed);
    if typed.is_empty() {
        return Ok(today);
    }
    let day: Day = typed.parse().map_err(|_| Refusal::field("day", "day-unreadable"))?;
    if day > today { Err(Refusal::field("day", "news-day-ahead")) } else { Ok(day) }
}

/// All that is wrong in one refusal.
fn joined(wrong: Vec<Refusal>) -> Refusal {
    let mut wrong = wrong.into_iter();
    let mut first = wrong.next().unwrap_or_else(|| Refusal::invalid("form-unreadable"));
    first.fields.extend(wrong.flat_map(|other| other.fields));
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(title: &str, day: &str, body: &str) -> Typed {
        let (title, day, body) = (title.to_owned(), day.to_owned(), body.to_owned());
        Typed { title, day, body, ..Typed::default() }
    }

    #[test]
    fn what_is_typed_is_read() {
        let today: Day = "2026-11-21".parse().unwrap();
        let draft = typed(" Gia hạn ", "20/11/2026", "Một.\r\n\r\n\r\nHai.").read(today).unwrap();
        assert_eq!((draft.title.as_str(), draft.body.as_str()), ("Gia hạn", "Một.\n\nHai."));
        assert_eq!((draft.day.to_string(), draft.file), ("2026-11-20".into(), Attached::AsBefore));
        assert_eq!(typed("x", "", "y").read(today).unwrap().day, today);
        let without = Typed { no_file: "1".to_owned(), ..typed("x", "", "y") };
        assert_eq!(without.read(today).unwrap().file, Attached::Nothing);
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let today: Day = "2026-11-21".parse().unwrap();
        let check = |typed: Typed, expect: &[(&str, &str)]| {
            let refusal = typed.read(today).unwrap_err();
            let told: Vec<(&str, &str)> =
                refusal.fields.iter().map(|(field, said)| (*field, &*said.key)).collect();
            assert_eq!(told, expect);
        };
        check(typed("", "", "x"), &[("title", "news-title-missing")]);
        check(
            typed(" ", "32/1/2026", "\n"),
            &[
                ("title", "news-title-missing"),
                ("body", "news-body-missing"),
                ("day", "day-unreadable"),
            ],
        );
        check(typed("x", "22/11/2026", "y"), &[("day", "news-day-ahead")]);
        check(typed(&"a".repeat(201), "", "y"), &[("title", "news-too-long")]);
    }
}
