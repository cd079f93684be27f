//! What somebody typed into a conversation, parsed.

use kernel::{Message, Refusal, text};
use serde::Deserialize;

use crate::contests::typed::line;

/// Most characters of one message or remark.
pub const LONGEST: usize = 4_000;
/// Most characters of a subject or of the title of a ready answer.
pub const LONGEST_LINE: usize = 200;

/// A question about a contest, before anything is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// In few words.
    pub subject: String,
    /// The field of entry that it is about; may be empty.
    pub field: String,
}

/// The form of a question, or of the first message about a dossier.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// In few words.
    pub subject: String,
    /// A field of entry.
    pub field: String,
    /// The question itself.
    pub text: String,
}

impl Asked {
    /// Reads the fields of a question, and its words; its field of entry is one of the contest's.
    ///
    /// # Errors
    /// A refusal beside each field that is wrong.
    pub fn read(&self, fields: &[String]) -> Result<(Question, String), Refusal> {
        let subject = one_line(&self.subject, "subject", "conversation-subject-missing");
        let text = words(&self.text, "text");
        let field = text::clean(&self.field);
        let is_known = field.is_empty() || fields.contains(&field);
        let known = is_known.then_some(field);
        let field = known.ok_or_else(|| Refusal::field("field", "conversation-field-unknown"));
        match (subject, field, text) {
            (Ok(subject), Ok(field), Ok(text)) => Ok((Question { subject, field }, text)),
            (subject, field, text) => {
                Err(joined([subject.err(), field.err(), text.err()].into_iter().flatten()))
            }
        }
    }
}

/// Text of a message or remark.
///
/// # Errors
/// It is empty or too long.
pub fn words(typed: &str, field: &'static str) -> Result<String, Refusal> {
    let text = text::clean_lines(typed);
    match text.chars().count() {
        0 => Err(Refusal::field(field, "conversation-text-missing")),
        1..=LONGEST => Ok(text),
        letters => {
            let says = Message::new("conversation-text-too-long");
            Err(Refusal::field(field, says.with("longest", LONGEST).with("letters", letters)))
        }
    }
}

/// One line that must not be empty.
///
/// # Errors
/// It is empty or too long.
pub fn one_line(
    typed: &str,
    field: &'static str,
    missing: &'static str,
) -> Result<String, Refusal> {
    line(typed, field, LONGEST_LINE)?.ok_or_else(|| Refusal::field(field, missing))
}

/// All that is wrong in one refusal.
pub fn joined(mut wrong: impl Iterator<Item = Refusal>) -> Refusal {
    let mut first = wrong.next().unwrap_or_else(|| Refusal::invalid("form-unreadable"));
    first.fields.extend(wrong.flat_map(|other| other.fields));
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(subject: &str, field: &str, text: &str) -> Asked {
        Asked { subject: subject.into(), field: field.into(), text: text.into() }
    }

    #[test]
    fn a_question_is_read() {
        let fields = ["Cơ khí".to_owned()];
        let read =
            asked(" Máy  gieo ", "Cơ khí", "Một.\r\n\r\n\r\n<b>Hai</b>").read(&fields).unwrap();
        let question = Question { subject: "Máy gieo".into(), field: "Cơ khí".into() };
        assert_eq!(read, (question, "Một.\n\n<b>Hai</b>".to_owned()));
        assert_eq!(asked("a", "", "b").read(&[]).unwrap().0.field, "");
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let check = |asked: Asked, expect: &[(&str, &str)]| {
            let refusal = asked.read(&["Cơ khí".to_owned()]).unwrap_err();
            let told: Vec<_> = refusal.fields.iter().map(|(at, said)| (*at, &*said.key)).collect();
            assert_eq!(told, expect);
        };
        check(
            asked(" ", "Y dược", "\n"),
            &[
                ("subject", "conversation-subject-missing"),
                ("field", "conversation-field-unknown"),
                ("text", "conversation-text-missing"),
            ],
        );
        check(asked("a", "", &"ơ".repeat(4_001)), &[("text", "conversation-text-too-long")]);
        check(asked(&"a".repeat(201), "", "b"), &[("subject", "name-too-long")]);
        assert_eq!(words(&"ơ".repeat(4_000), "text").unwrap().chars().count(), 4_000);
    }
}
