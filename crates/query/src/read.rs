//! From what was typed to a query.

use kernel::Period;
use kernel::text::{clean, fold};

use crate::span::Span;
use crate::tree::{Part, Query, What};
use crate::trouble::{Trouble, Wrong};
use crate::vocabulary::{Key, Kind, Vocabulary};

/// Letters that are read.
pub const LONGEST: usize = 4_000;
/// Parts that are read.
pub const MOST_PARTS: usize = 16;
/// Letters of a text that count.
const LONGEST_TEXT: usize = 100;
/// Letters of what was typed that a sentence repeats.
const SHOWN: usize = 40;

/// What was understood, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// What was understood.
    pub query: Query,
    /// What was not.
    pub troubles: Vec<Trouble>,
}

/// A stretch of what was typed, without blanks outside quotes.
#[derive(Default)]
struct Token {
    /// Its first letter, counted from 1.
    place: usize,
    /// As typed, without quotes.
    text: String,
    /// Where in the text the first colon stands that no quote precedes.
    colon: Option<usize>,
    /// Whether it begins with `-`.
    negated: bool,
    /// Whether it ends within quotes.
    unclosed: bool,
}

/// Reads what was typed. Whatever it is, something is understood, be it nothing.
pub fn read(typed: &str, vocabulary: &Vocabulary) -> Read {
    let mut read = Read::default();
    let mut tokens = tokens(typed);
    let mut note = |place: usize, wrong: Wrong| {
        read.troubles.push(Trouble { place, typed: String::new(), near: None, wrong });
    };
    if typed.chars().nth(LONGEST).is_some() {
        note(LONGEST + 1, Wrong::TooLong);
    }
    if let Some(first) = tokens.get(MOST_PARTS) {
        note(first.place, Wrong::TooMany);
        tokens.truncate(MOST_PARTS);
    }
    for token in tokens {
        if token.unclosed {
            read.troubles.push(token.trouble(Wrong::Unclosed, &token.text));
        }
        match what(&token, vocabulary) {
            Ok(Some(what)) => read.query.parts.push(Part { negated: token.negated, what }),
            Ok(None) => (),
            Err(trouble) => read.troubles.push(trouble),
        }
    }
    read
}

fn tokens(typed: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut signs = (1..).zip(typed.chars().take(LONGEST)).peekable();
    while let Some((place, sign)) = signs.next_if(|_| true) {
        if sign.is_whitespace() {
            continue;
        }
        let mut token = Token { place, ..Token::default() };
        let (mut quoted, mut plain) = (token.take(sign, false), sign != '"');
        while let Some((_, sign)) = signs.next_if(|(_, sign)| quoted || !sign.is_whitespace()) {
            plain &= sign != '"';
            if sign == ':' && plain && token.colon.is_none() {
                token.colon = Some(token.text.len());
            }
            quoted = token.take(sign, quoted);
        }
        token.unclosed = quoted;
        all.push(token);
    }
    all
}

impl Token {
    /// Takes a sign; answers whether what follows stands in quotes.
    fn take(&mut self, sign: char, quoted: bool) -> bool {
        match sign {
            '"' => return !quoted,
            '-' if self.text.is_empty() && !quoted => self.negated = true,
            _ => self.text.push(sign),
        }
        quoted
    }

    fn trouble(&self, wrong: Wrong, typed: &str) -> Trouble {
        let typed = clean(typed).chars().take(SHOWN).collect();
        Trouble { place: self.place, typed, near: None, wrong }
    }
}

/// A text as it counts.
fn text_of(typed: &str) -> Option<String> {
    let text: String = clean(typed).chars().take(LONGEST_TEXT).collect();
    let text = text.trim_end();
    (!fold(text).is_empty()).then(|| text.to_owned())
}

/// What a token asks; nothing where it holds neither letter nor digit.
fn what(token: &Token, vocabulary: &Vocabulary) -> Result<Option<What>, Trouble> {
    let words = || Ok(text_of(&token.text).map(What::Words));
    let Some((name, value)) = token.colon.and_then(|at| token.text.split_at_checked(at)) else {
        return words();
    };
    let value = value.strip_prefix(':').unwrap_or(value);
    // Times of the clock and headings with a colon are words.
    if !name.starts_with(char::is_alphabetic) {
        return words();
    }
    if let Some(key) = vocabulary.key(name) {
        return behind(token, key, value).map(Some);
    }
    let near = vocabulary.near(name);
    match near.is_none() && value.is_empty() {
        true => words(),
        false => Err(Trouble { near, ..token.trouble(Wrong::Key, name) }),
    }
}

/// What stands behind a key.
fn behind(token: &Token, key: &Key, value: &str) -> Result<What, Trouble> {
    let wrong = |wrong: Wrong| token.trouble(wrong, value);
    let code = key.code.clone();
    if value.trim().is_empty() {
        return Err(token.trouble(Wrong::NoValue, &token.text));
    }
    match key.kind {
        Kind::Text => match text_of(value) {
            Some(text) => Ok(What::Text(code, text)),
            None => Err(token.trouble(Wrong::NoValue, &token.text)),
        },
        Kind::Choice => Ok(What::Choice(code, choice(token, key, value)?)),
        Kind::Number => {
            let span = Span::parse(value).ok_or_else(|| wrong(Wrong::Number(code.clone())))?;
            match span {
                Span::Between(first, last) if first > last => Err(wrong(Wrong::Backwards)),
                _ => Ok(What::Number(code, span)),
            }
        }
        Kind::Time => {
            let span: Option<Span<Period>> = Span::parse(value).filter(is_of_our_days);
            let span = span.ok_or_else(|| wrong(Wrong::Time(code.clone())))?;
            match span {
                Span::Between(first, last) if first.first_day() > last.last_day() => {
                    Err(wrong(Wrong::Backwards))
                }
                _ => Ok(What::Time(code, span)),
            }
        }
    }
}

/// Whether its years have four digits.
fn is_of_our_days(span: &Span<Period>) -> bool {
    let near = |period: &Period| (1000..=9000).contains(&period.first_day().year());
    match span {
        Span::Just(it) | Span::Before(it) | Span::UpTo(it) | Span::After(it) | Span::From(it) => {
            near(it)
        }
        Span::Between(first, last) => near(first) && near(last),
    }
}

fn choice(token: &Token, key: &Key, value: &str) -> Result<Vec<String>, Trouble> {
    let mut chosen = Vec::new();
    for typed in value.split(',').filter(|typed| !typed.trim().is_empty()) {
        let word = key.word(typed).ok_or_else(|| {
            let trouble = token.trouble(Wrong::Word(key.code.clone()), typed);
            Trouble { near: key.near(typed), ..trouble }
        })?;
        chosen.push(word.code.clone());
    }
    if chosen.is_empty() {
        return Err(token.trouble(Wrong::NoValue, &token.text));
    }
    let codes = key.words.iter().map(|word| &word.code);
    Ok(codes.filter(|code| chosen.contains(code)).cloned().collect())
}
