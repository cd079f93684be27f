//! Papers that came through character recognition without Vietnamese: the marks are put back.
//!
//! "Séng tao k¥ thuét tinh Hoa Binh 14n tha VIII" is "Sáng tạo kỹ thuật tỉnh Hòa Bình lần thứ
//! VIII". The model is a noisy channel: [`confusions`] knows what each letter is printed as,
//! [`lexicon`] which words official papers are made of and how they follow each other, and
//! [`lattice`] and [`path`] find the words that explain the print best. Sound text is left alone, misspellings
//! and all.

mod confusions;
pub(crate) mod hashing;
mod judge;
mod lattice;
mod lexicon;
mod path;
mod syllables;
mod symbols;
#[cfg(test)]
mod tests;
mod tokens;
mod trie;

use std::ops::Range;

pub use judge::{Marks, judge};

/// A text with its marks put back, and where each part of it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// How the marks of the source stood; a sound source is the text itself.
    pub marks: Marks,
    /// The restored text. Line breaks, blanks and punctuation stand as in the source.
    pub text: String,
    /// The parts in order; together they cover the source and the text.
    pub pieces: Vec<Piece>,
}

/// A stretch of the restored text and the stretch of the source that it stands for, in characters.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Characters of the source.
    pub source: Range<usize>,
    /// Characters of the text.
    pub text: Range<usize>,
    /// Whether they differ.
    pub changed: bool,
    /// How sure the reading is, 0 to 1.
    pub certainty: f32,
}

/// Puts the marks back where [`judge()`] finds the text poor; a sound text comes back as it is, and so
/// does one that stays poor, because then it is nothing that is known here.
pub fn restore(text: &str) -> Restored {
    if judge(text) == Marks::Sound {
        return untouched(text, Marks::Sound);
    }
    let chars: Vec<char> = text.chars().collect();
    let tokens = tokens::cut(&chars);
    let choices = lattice::read(&chars, &tokens);
    let mut writer = Writer {
        source: &chars,
        text: String::with_capacity(text.len() * 3 / 2),
        length: 0,
        read: 0,
        pieces: Vec::new(),
    };
    for (token, choice) in tokens.iter().zip(choices) {
        writer.keep(token.start);
        writer.write(token.end, choice);
    }
    writer.keep(chars.len());
    if judge(&writer.text) == Marks::Poor {
        return untouched(text, Marks::Poor);
    }
    Restored { marks: Marks::Poor, text: writer.text, pieces: writer.pieces }
}

fn untouched(text: &str, marks: Marks) -> Restored {
    let length = text.chars().count();
    let certainty = if marks == Marks::Sound { 1.0 } else { 0.0 };
    let whole = Piece { source: 0..length, text: 0..length, changed: false, certainty };
    Restored { marks, text: text.to_owned(), pieces: Vec::from_iter((length > 0).then_some(whole)) }
}

/// Writes the text and its pieces.
struct Writer<'a> {
    source: &'a [char],
    text: String,
    /// Characters written, and read.
    length: usize,
    read: usize,
    pieces: Vec<Piece>,
}

impl Writer<'_> {
    /// Copies the source up to `end`.
    fn keep(&mut self, end: usize) {
        if end > self.read {
            let text: String = self.source[self.read..end].iter().collect();
            self.piece(end, &text, 1.0);
        }
    }

    fn write(&mut self, end: usize, choice: path::Choice) {
        let source = &self.source[self.read..end];
        let text = choice.reading.text.unwrap_or_else(|| source.iter().collect());
        self.piece(end, &text, choice.certainty);
    }

    fn piece(&mut self, end: usize, text: &str, certainty: f32) {
        let source = self.read..end;
        let changed = !text.chars().eq(self.source[source.clone()].iter().copied());
        let length = self.length + text.chars().count();
        self.text.push_str(text);
        self.pieces.push(Piece { source, text: self.length..length, changed, certainty });
        (self.length, self.read) = (length, end);
    }
}
