//! What was not understood, in plain sentences.

use kernel::Message;

/// What is wrong with a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such key.
    Key,
    /// The key takes no such word.
    Word(String),
    /// Nothing stands behind the key.
    NoValue,
    /// The key takes numbers, and this is none.
    Number(String),
    /// The key takes days, months and years, and this is none.
    Time(String),
    /// The end lies before the beginning.
    Backwards,
    /// A quote is opened and not closed; it was read to the end.
    Unclosed,
    /// There are more parts than are read.
    TooMany,
    /// The text is longer than is read.
    TooLong,
}

/// Something that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// At which letter of what was typed it begins; the first is 1.
    pub place: usize,
    /// What was typed there.
    pub typed: String,
    /// The known word that is nearest, written as it can be typed.
    pub near: Option<String>,
    /// What is wrong.
    pub wrong: Wrong,
}

impl Trouble {
    /// The sentence.
    pub fn message(&self) -> Message {
        let message = Message::new(self.key()).with("typed", &self.typed).with("place", self.place);
        let message = match &self.wrong {
            Wrong::Word(key) | Wrong::Number(key) | Wrong::Time(key) => message.with("key", key),
            _ => message,
        };
        match &self.near {
            Some(near) => message.with("near", near),
            None => message,
        }
    }

    /// The key of the sentence.
    fn key(&self) -> &'static str {
        match (&self.wrong, &self.near) {
            (Wrong::Key, Some(_)) => "query-unknown-key-near",
            (Wrong::Key, None) => "query-unknown-key",
            (Wrong::Word(_), Some(_)) => "query-unknown-word-near",
            (Wrong::Word(_), None) => "query-unknown-word",
            (Wrong::NoValue, _) => "query-no-value",
            (Wrong::Number(_), _) => "query-no-number",
            (Wrong::Time(_), _) => "query-no-time",
            (Wrong::Backwards, _) => "query-backwards",
            (Wrong::Unclosed, _) => "query-unclosed",
            (Wrong::TooMany, _) => "query-too-many",
            (Wrong::TooLong, _) => "query-too-long",
        }
    }
}
