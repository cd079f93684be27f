//! What was understood.

use std::fmt;

use kernel::Period;

use crate::span::Span;

/// What a list is asked for: all parts hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Its parts, as they were typed.
    pub parts: Vec<Part>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whether it must not hold.
    pub negated: bool,
    /// What it asks.
    pub what: What,
}

/// What a part asks. Keys and words are those that programs use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A word or a phrase, anywhere.
    Words(String),
    /// A text behind a key.
    Text(String, String),
    /// One of these words, in the order of the vocabulary.
    Choice(String, Vec<String>),
    /// Numbers.
    Number(String, Span<i64>),
    /// A stretch of time.
    Time(String, Span<Period>),
}

impl fmt::Display for Query {
    /// Writes what [`crate::read()`] reads again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().enumerate() {
            let blank = if at == 0 { "" } else { " " };
            let sign = if part.negated { "-" } else { "" };
            write!(f, "{blank}{sign}{}", part.what)?;
        }
        Ok(())
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(text) => f.write_str(&quoted(text)),
            Self::Text(key, text) => write!(f, "{key}:{}", quoted(text)),
            Self::Choice(key, words) => write!(f, "{key}:{}", words.join(",")),
            Self::Number(key, span) => write!(f, "{key}:{span}"),
            Self::Time(key, span) => write!(f, "{key}:{span}"),
        }
    }
}

/// A text as it can be typed: what is more than one word stands in quotes. No text that was read holds a quote.
fn quoted(text: &str) -> String {
    match text.chars().all(char::is_alphanumeric) {
        true => text.to_owned(),
        false => format!("\"{text}\""),
    }
}
