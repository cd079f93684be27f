//! One mention of a paper: how it is put together from word, number and day, and when two are the same.

use std::sync::LazyLock;

use kernel::text::fold;

use super::day::{self, Day};
use super::kind;
use super::number::{self, Number};
use crate::facts::{Citation, Kind};
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// How far the word for a kind can stand before its number, and a paper before one that shares its head.
const NEAR: usize = 100;

/// Parts of a sentence that name one paper each.
static PARTED: LazyLock<Form> = LazyLock::new(|| Form::new(r";|\d,? và (?<next>(bộ )?luật\b)"));
/// Before the name of a paper.
static LEAD: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*((các )?căn cứ( pháp lý)?( vào)?\b)?\W*(và )?(các )?"));
/// "Kế hoạch này": the paper itself.
static ITSELF: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\S+( \S+)? này\b"));

/// A mention.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    kind: Kind,
    number: Option<Number>,
    /// What makes it the same paper; empty without a number.
    key: String,
    pub day: Option<Day>,
    /// Whether the word for its kind stands before the number or that of the paper before it.
    pub named: bool,
    pub span: Span,
}

impl Mention {
    pub(super) fn number(&self) -> Option<String> {
        self.number.as_ref().map(|number| number.written.clone())
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    fn date(&self) -> Option<&str> {
        self.day.as_ref().filter(|day| !day.is_implausible)?.date.as_deref()
    }

    /// The same number and no other day; a number without symbol is that of the same kind.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let (Some(own), Some(its)) = (&self.number, &other.number) else { return false };
        let days = self.date().is_none() || other.date().is_none() || self.date() == other.date();
        let bare = own.symbol.is_empty() || its.symbol.is_empty();
        let numbers = if bare {
            own.digits.trim_start_matches('0') == its.digits.trim_start_matches('0')
                && self.kind == other.kind
        } else {
            self.key == other.key
        };
        days && numbers
    }

    /// Takes over what a later mention says better.
    pub(super) fn learn(&mut self, later: Self) {
        if self.date().is_none() && (later.date().is_some() || self.day.is_none()) {
            self.day = later.day;
        }
        if self.number.as_ref().is_some_and(|number| number.symbol.is_empty()) {
            self.number = later.number;
            self.key = later.key;
        }
    }

    pub(super) fn citation(&self, text: &Text) -> Citation {
        let certainty = if self.number.is_some() { 1.0 } else { 0.8 };
        Citation {
            kind: self.kind,
            number: self.number(),
            date: self.day.as_ref().and_then(|day| day.date.clone()),
            evidence: text.evidence(self.span, certainty),
        }
    }
}

/// A number with neither marks nor blanks, as it is compared.
pub(super) fn key(number: &str) -> String {
    fold(number)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .trim_start_matches('0')
        .to_owned()
}

/// The papers named by number in a stretch.
pub(super) fn numbered(text: &Text, within: Span) -> Vec<Mention> {
    let numbers = number::numbers(text, within);
    let mut mentions: Vec<Mention> = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let from = if at == 0 { within.start } else { numbers[at - 1].span.end };
        let to = numbers.get(at + 1).map_or(within.end, |next| next.span.start);
        let before = Span::new(from.max(number.span.start.saturating_sub(NEAR)), number.span.start);
        let last = mentions.last().filter(|last| number.span.start - last.span.end < NEAR);
        let Some((kind, word)) = kind_of(text, number, before, last) else { continue };
        let day = day::after(text, Span::new(number.span.end, to))
            .or_else(|| day::before(text, Span::new(from, number.span.start)));
        let start = word.map_or(number.span.start, |word| word.start);
        let start = day.as_ref().map_or(start, |day| day.span.start.min(start));
        let end = day.as_ref().map_or(number.span.end, |day| day.span.end.max(number.span.end));
        let named = word.is_some() || last.is_some_and(|last| last.named);
        mentions.push(Mention {
            kind,
            number: Some(number.clone()),
            key: key(&number.written),
            day,
            named,
            span: Span::new(start, end),
        });
    }
    mentions
}

/// The word before the number, else the symbol, else what the paper before it is.
fn kind_of(
    text: &Text,
    number: &Number,
    before: Span,
    last: Option<&Mention>,
) -> Option<(Kind, Option<Span>)> {
    let by_symbol = kind::by_symbol(&number.symbol);
    if let Some((kind, word)) = kind::adjacent(text, before) {
        let kind = by_symbol.filter(|_| kind::is_general(text, word)).unwrap_or(kind);
        return Some((kind, Some(word)));
    }
    if let Some(kind) = by_symbol {
        return Some((kind, None));
    }
    if !number.announced {
        return None;
    }
    let shared = last.map(|last| (last.kind, None));
    if number.symbol.is_empty() {
        return shared;
    }
    let named = kind::last_word(text, before).map(|(kind, word)| (kind, Some(word)));
    let dispatch = number.symbol.contains('-').then_some((Kind::Dispatch, None));
    named.or(shared).or(dispatch)
}

/// The papers of a basis that are named without number: laws by their name, minutes and
/// others by their day.
pub(super) fn unnumbered(text: &Text, within: Span, numbered: &[Mention]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut start = within.start;
    let ends = PARTED.all(text, within).map(|found| {
        let next = found.part("next").map_or(found.span().end, |next| next.start);
        (
            if found.part("next").is_some() { found.span().start + 1 } else { found.span().start },
            next,
        )
    });
    for (end, next) in ends.chain(std::iter::once((within.end, within.end))) {
        let part = Span::new(start, end);
        if !numbered.iter().any(|mention| part.overlaps(mention.span)) {
            mentions.extend(by_name(text, part));
        }
        start = next;
    }
    mentions
}

fn by_name(text: &Text, part: Span) -> Option<Mention> {
    let lead = LEAD.find(text, part).map_or(part.start, |lead| lead.span().end);
    let part = text.trim(Span::new(lead, part.end), b".,");
    let (kind, word) = kind::leading(text, part)?;
    if !text.is_upper(word.start) || ITSELF.fits(text, part) || kind::is_general(text, word) {
        return None;
    }
    let day = day::first(text, part);
    if day.is_none() && kind != Kind::Law {
        return None;
    }
    Some(Mention { kind, number: None, key: String::new(), day, named: true, span: part })
}
