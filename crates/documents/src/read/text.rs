//! The text of a paper as the rules see it, with the way back to the source.

use std::cell::{RefCell, RefMut};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::form::{Choice, Room, Sight, Sightings, kind};
use super::letters::{is_capital, is_letter, shade};
use crate::facts::Evidence;
use crate::restore::hashing::Quick;

/// A stretch of [`Text`], in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(crate) fn len(self) -> usize {
        self.end - self.start
    }

    pub(crate) fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// From the beginning of one to the end of the other.
    pub(crate) fn to(self, other: Self) -> Self {
        Self::new(self.start, other.end)
    }
}

/// A value and where it was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stated<T> {
    pub value: T,
    pub span: Span,
    /// How sure the rule is, 0 to 1, before the state of the scan is taken into account.
    pub certainty: f32,
}

impl<T> Stated<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span, certainty: 1.0 }
    }

    pub(crate) fn guessed(value: T, span: Span, certainty: f32) -> Self {
        Self { value, span, certainty }
    }
}

/// One character of the normalised text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letter {
    pub char: char,
    /// The characters of the source that it stands for.
    pub source: (u32, u32),
    /// 1 unless it was restored.
    pub certainty: f32,
}

/// Normalised text and its shadow: lower-case ASCII without marks, one byte for each character, so
/// that rules match whatever the marks are and positions are the same in both.
#[derive(Default)]
pub(crate) struct Text {
    letters: Vec<Letter>,
    text: String,
    offsets: Vec<u32>,
    shadow: Vec<u8>,
    /// The shadow as forms tell its letters apart.
    kinds: Vec<u8>,
    sightings: Sightings,
    room: RefCell<Room>,
    sentences: RefCell<HashMap<Span, Rc<[Span]>, Quick>>,
}

/// The sentences of a stretch in order.
pub(crate) struct Sentences {
    all: Rc<[Span]>,
    next: usize,
}

impl Iterator for Sentences {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let sentence = self.all.get(self.next).copied();
        self.next += 1;
        sentence
    }
}

/// Characters in which a mark is expected: no Vietnamese sentence is longer without one.
const MARKED: usize = 60;

impl Text {
    pub(crate) fn new(letters: Vec<Letter>) -> Self {
        let mut text = String::with_capacity(letters.len() * 2);
        let mut shadow = Vec::with_capacity(letters.len());
        let mut offsets = Vec::with_capacity(letters.len() + 1);
        offsets.push(0);
        for Letter { char, .. } in &letters {
            text.push(*char);
            shadow.push(shade(*char));
            offsets.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        let kinds = shadow.iter().map(|letter| kind(*letter)).collect();
        Self { letters, text, offsets, shadow, kinds, ..Self::default() }
    }

    /// Whether the marks of a stretch can be relied upon.
    pub(crate) fn has_marks(&self, span: Span) -> bool {
        let near = Span::new(span.start, span.end.min(span.start + MARKED));
        self.letters(near).iter().any(|letter| !letter.char.is_ascii() && is_letter(letter.char))
    }

    pub(crate) fn len(&self) -> usize {
        self.letters.len()
    }

    pub(crate) fn whole(&self) -> Span {
        Span::new(0, self.len())
    }

    /// The stretch as it stands, line breaks and all.
    pub(crate) fn raw(&self, span: Span) -> &str {
        let end = span.end.min(self.len());
        let start = span.start.min(end);
        &self.text[self.offsets[start] as usize..self.offsets[end] as usize]
    }

    /// The letters of a stretch.
    pub(crate) fn letters(&self, span: Span) -> &[Letter] {
        let end = span.end.min(self.len());
        &self.letters[span.start.min(end)..end]
    }

    /// The stretch on one line, blanks collapsed.
    pub(crate) fn line(&self, span: Span) -> String {
        let raw = self.raw(span);
        joined(raw.split_whitespace(), raw.len())
    }

    /// The stretch in lower-case ASCII.
    pub(crate) fn shadow(&self, span: Span) -> &[u8] {
        let end = span.end.min(self.len());
        &self.shadow[span.start.min(end)..end]
    }

    /// The kinds of the letters of a stretch.
    pub(super) fn kinds(&self, span: Span) -> &[u8] {
        let end = span.end.min(self.len());
        &self.kinds[span.start.min(end)..end]
    }

    /// The stretch in lower-case ASCII, on one line.
    pub(crate) fn folded(&self, span: Span) -> String {
        let shadow = String::from_utf8_lossy(self.shadow(span));
        joined(shadow.split_ascii_whitespace(), shadow.len())
    }

    /// Each two words that have one blank between them. A word is a run of letters.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (Span, Span)> {
        let mut before = Span::default();
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let word = self.word_from(at)?;
                let pair = (before, word);
                (before, at) = (word, word.end);
                let close = pair.0.end + 1 == word.start && self.shadow[pair.0.end] == b' ';
                if close && !pair.0.is_empty() {
                    return Some(pair);
                }
            }
        })
    }

    /// The first word from a place on.
    fn word_from(&self, at: usize) -> Option<Span> {
        let rest = &self.shadow[at..];
        let start = at + rest.iter().position(u8::is_ascii_lowercase)?;
        let length = self.shadow[start..].iter().take_while(|byte| byte.is_ascii_lowercase());
        Some(Span::new(start, start + length.count()))
    }

    /// Where one of the words may stand first within a stretch.
    pub(super) fn next_sight(&self, words: &Choice, within: Span) -> Sight {
        self.sightings.next(&self.shadow, words, within)
    }

    /// Room to try forms in.
    pub(super) fn room(&self) -> RefMut<'_, Room> {
        self.room.borrow_mut()
    }

    /// The sentences of a stretch, as they are parted when it is first asked for.
    pub(super) fn sentences(&self, span: Span, part: impl FnOnce() -> Vec<Span>) -> Sentences {
        let mut known = self.sentences.borrow_mut();
        let all = known.entry(span).or_insert_with(|| part().into());
        Sentences { all: Rc::clone(all), next: 0 }
    }

    pub(crate) fn char(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|letter| letter.char)
    }

    pub(crate) fn byte(&self, at: usize) -> Option<u8> {
        self.shadow.get(at).copied()
    }

    /// Whether the character is an upper-case letter.
    pub(crate) fn is_upper(&self, at: usize) -> bool {
        self.char(at).is_some_and(is_capital)
    }

    /// The stretch without blanks and these bytes at either end.
    pub(crate) fn trim(&self, span: Span, also: &[u8]) -> Span {
        let drop = |byte: &u8| byte.is_ascii_whitespace() || also.contains(byte);
        let bytes = self.shadow(span);
        let front = bytes.iter().take_while(|byte| drop(byte)).count();
        let back = bytes[front..].iter().rev().take_while(|byte| drop(byte)).count();
        Span::new(span.start + front, span.start + bytes.len() - back)
    }

    /// The lines of a stretch, without their line breaks.
    pub(crate) fn lines(&self, span: Span) -> Vec<Span> {
        let mut start = span.start;
        let lines = self.shadow(span).split(|byte| *byte == b'\n').map(|line| {
            let line = Span::new(start, start + line.len());
            start = line.end + 1;
            line
        });
        lines.collect()
    }

    /// Where the stretch stands in the source, and how surely it was read.
    pub(crate) fn evidence(&self, span: Span, certainty: f32) -> Evidence {
        let letters = self.letters(span);
        let (Some(first), Some(last)) = (letters.first(), letters.last()) else {
            return Evidence { start: 0, end: 0, confidence: 0.0 };
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "papers are far shorter than 2^23 characters"
        )]
        let read =
            letters.iter().map(|letter| letter.certainty).sum::<f32>() / letters.len() as f32;
        let confidence = (certainty * read * 100.0).round() / 100.0;
        Evidence { start: first.source.0 as usize, end: last.source.1 as usize, confidence }
    }
}

/// Words with one blank between them.
fn joined<'a>(words: impl Iterator<Item = &'a str>, room: usize) -> String {
    let mut line = String::with_capacity(room);
    for word in words {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
