//! Which words each token of a text may be, and at what cost.

use std::collections::HashMap;
use std::rc::Rc;

use super::confusions::{Cost, Shape, plain};
use super::hashing::Quick;
use super::lexicon::{Lexicon, OTHER, Word};
use super::path::{self, Choice};
use super::symbols;
use super::tokens::{Sort, Token};
use super::trie::Candidate;

/// What it costs to leave a token as it is, and for each of its letters.
const LEAVE: Cost = 1_000;
const LEAVE_LETTER: Cost = 130;

/// The same for a lone letter, and for capitals without a vowel ("KTCN").
const LONE: Cost = 700;
const SHORT: Cost = 300;

/// What a digit costs that is to be a word.
const DIGIT: Cost = 150;

/// What it costs that a token is two words run together.
const RUN_TOGETHER: Cost = 450;

/// How a token may be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// One word, or two that were run together.
    pub(super) words: (Word, Option<Word>),
    pub(super) cost: Cost,
    /// What is written for it; `None` leaves the token as it is.
    pub(super) text: Option<String>,
}

impl Reading {
    /// What is no word, but has its place.
    fn fixed(text: Option<String>) -> Self {
        Self { words: (OTHER, None), cost: 0, text }
    }
}

/// Reads the tokens of the text.
pub(super) fn read(text: &[char], tokens: &[Token]) -> Vec<Choice> {
    let mut lattice = Lattice { lexicon: Lexicon::shared(), known: HashMap::default() };
    let readings: Vec<Rc<[Reading]>> =
        tokens.iter().map(|token| lattice.readings(&text[token.start..token.end], token)).collect();
    let opens: Vec<bool> = tokens.iter().map(|token| token.opens).collect();
    path::cheapest(&readings, &opens)
}

struct Lattice<'a> {
    lexicon: &'a Lexicon,
    known: HashMap<(String, bool, bool), Rc<[Reading]>, Quick>,
}

impl Lattice<'_> {
    fn readings(&mut self, chars: &[char], token: &Token) -> Rc<[Reading]> {
        let text: String = chars.iter().collect();
        match token.sort {
            Sort::Fixed => Rc::new([Reading::fixed(None)]),
            Sort::Symbol => {
                let mended = symbols::mend(&text);
                Rc::new([Reading::fixed((mended != text).then_some(mended))])
            }
            Sort::Word => {
                let key = (text, token.capital, token.initial);
                if let Some(known) = self.known.get(&key) {
                    return Rc::clone(known);
                }
                let mut readings = self.read_word(chars, &key.0, token);
                readings.sort_by_key(|reading| reading.cost);
                let readings = Rc::from(readings);
                self.known.insert(key, Rc::clone(&readings));
                readings
            }
        }
    }

    fn read_word(&self, token: &[char], text: &str, at: &Token) -> Vec<Reading> {
        let plain: Vec<char> = token.iter().map(|c| plain(*c)).collect();
        let shape = Shape::of(&plain, at.capital);
        if let Some(numeral) = symbols::roman(text).filter(|_| plain.len() > 1) {
            return vec![Reading::fixed((numeral != text).then_some(numeral))];
        }
        let digit = plain.iter().all(char::is_ascii_digit);
        let mut readings = Vec::new();
        let known = self.lexicon.abbreviation(text);
        if let Some(word) = known.filter(|_| plain.iter().all(|c| !c.is_lowercase())) {
            let whole = self.lexicon.text(word).to_owned();
            let text = (whole != text).then_some(whole);
            readings.push(Reading { words: (word, None), cost: 30, text });
        }
        let short = !at.capital && is_abbreviation(&plain);
        if !short {
            readings.extend(self.syllables(&plain, shape, digit));
            if at.initial && shape == Shape::Small && plain.first() == Some(&'b') {
                readings.extend(self.lost_capital(&plain));
            }
        }
        let letters = plain.len().min(10) as Cost;
        let leave = match (digit, letters) {
            (true, _) => 0,
            (false, _) if short => SHORT,
            (false, 1) => LONE,
            (false, _) => LEAVE + LEAVE_LETTER * letters,
        };
        readings.push(Reading { words: (OTHER, None), cost: leave, text: None });
        readings
    }

    /// The readings of a token as one syllable, or as two where no single one explains it.
    fn syllables(&self, token: &[char], shape: Shape, digit: bool) -> Vec<Reading> {
        let found = self.lexicon.trie().candidates(token, shape);
        let mut readings: Vec<Reading> =
            found.iter().map(|candidate| self.single(*candidate, shape, digit)).collect();
        if found.first().is_none_or(|best| best.printed > 800) {
            readings.extend(self.run_together(token, shape));
        }
        readings
    }

    /// The readings that begin with a capital Đ, which is read as a small "b": "biéu 3" is "Điều 3".
    fn lost_capital(&self, token: &[char]) -> Vec<Reading> {
        let found = self.lexicon.trie().candidates(token, Shape::Title);
        let capital = |word| self.lexicon.text(word).starts_with('đ');
        let kept = found.iter().filter(|candidate| capital(candidate.word));
        kept.map(|candidate| self.single(*candidate, Shape::Title, false)).collect()
    }

    fn single(&self, candidate: Candidate, shape: Shape, digit: bool) -> Reading {
        let text = Some(shape.dress(self.lexicon.text(candidate.word)));
        let cost = candidate.printed + if digit { DIGIT } else { 0 };
        Reading { words: (candidate.word, None), cost, text }
    }

    /// The readings of a token as two words, the best few cuts of it.
    fn run_together(&self, token: &[char], shape: Shape) -> Vec<Reading> {
        if token.len() < 4 || token.len() > 14 {
            return Vec::new();
        }
        let rest = if shape == Shape::Title { Shape::Small } else { shape };
        let best =
            |part: &[char], shape| self.lexicon.trie().candidates(part, shape).first().copied();
        let mut readings: Vec<Reading> = (2..=token.len() - 2)
            .filter_map(|cut| {
                let (head, tail) = token.split_at(cut);
                let (head, tail) = (best(head, shape)?, best(tail, rest)?);
                let text = format!(
                    "{} {}",
                    shape.dress(self.lexicon.text(head.word)),
                    rest.dress(self.lexicon.text(tail.word))
                );
                let cost = head.printed + tail.printed + RUN_TOGETHER;
                Some(Reading { words: (head.word, Some(tail.word)), cost, text: Some(text) })
            })
            .collect();
        readings.sort_by_key(|reading| reading.cost);
        readings.truncate(2);
        readings
    }
}

/// Capitals without a vowel, or with a sign between them: "KTCN", "KH&CN".
fn is_abbreviation(token: &[char]) -> bool {
    token.len() > 1
        && token.first() != Some(&'&')
        && token.last() != Some(&'&')
        && token.iter().all(|c| c.is_uppercase() || *c == '&')
        && !token.iter().any(|c| "AEIOUY".contains(*c) || !c.is_ascii())
}
