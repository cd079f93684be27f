//! Which words the tokens of a text are, taken together: the cheapest path through their candidates.

use std::collections::HashMap;

use super::confusions::{Cost, Shape, plain};
use super::hashing::Quick;
use super::lexicon::{BREAK, Lexicon, OTHER, Word};
use super::symbols;
use super::tokens::{Sort, Token};
use super::trie::Candidate;

/// How many beginnings of the path are followed at once.
const BEAM: usize = 8;

/// How much dearer than the best a beginning may be that is still followed.
const SLACK: f32 = 1_000.0;

/// What it costs to leave a token as it is, and for each of its letters.
const LEAVE: Cost = 1_000;
const LEAVE_LETTER: Cost = 130;

/// The same for a lone letter, and for capitals without a vowel ("KTCN").
const LONE: Cost = 700;
const SHORT: Cost = 300;

/// What a digit costs that is to be a word.
const DIGIT: Cost = 250;

/// What it costs that a token is two words run together.
const RUN_TOGETHER: Cost = 450;

/// The weight of the words' neighbours against the letters.
const NEIGHBOURS: f32 = 1.0;

/// How a token may be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// One word, or two that were run together.
    words: (Word, Option<Word>),
    cost: Cost,
    /// Whether its neighbours count: a number has its place, a word that is left as it is has none.
    placed: bool,
    /// What is written for it; `None` leaves the token as it is.
    pub(super) text: Option<String>,
}

/// The reading chosen for a token, and how sure it is, 0 to 1.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) reading: Reading,
    pub(super) certainty: f32,
}

/// Reads the tokens of the text.
pub(super) fn read(text: &[char], tokens: &[Token]) -> Vec<Choice> {
    let mut lattice = Lattice { lexicon: Lexicon::shared(), known: HashMap::default() };
    let readings: Vec<Vec<Reading>> =
        tokens.iter().map(|token| lattice.readings(&text[token.start..token.end], token)).collect();
    let opens: Vec<bool> = tokens.iter().map(|token| token.opens).collect();
    let path = lattice.path(&readings, &opens);
    lattice.choices(readings, &opens, &path)
}

/// A beginning of the path: its last two words, its cost, and how it came about.
#[derive(Debug, Clone, Copy)]
struct Step {
    words: (Word, Word),
    cost: f32,
    from: usize,
    reading: usize,
}

struct Lattice<'a> {
    lexicon: &'a Lexicon,
    known: HashMap<(String, bool, bool), Vec<Reading>, Quick>,
}

impl Lattice<'_> {
    fn readings(&mut self, chars: &[char], token: &Token) -> Vec<Reading> {
        let text: String = chars.iter().collect();
        match token.sort {
            Sort::Fixed => {
                vec![Reading { words: (OTHER, None), cost: 0, placed: true, text: None }]
            }
            Sort::Symbol => {
                let mended = symbols::mend(&text);
                let text = (mended != text).then_some(mended);
                vec![Reading { words: (OTHER, None), cost: 0, placed: true, text }]
            }
            Sort::Word => {
                let key = (text, token.capital, token.initial);
                if let Some(known) = self.known.get(&key) {
                    return known.clone();
                }
                let readings = self.read_word(chars, &key.0, token);
                self.known.insert(key, readings.clone());
                readings
            }
        }
    }

    fn read_word(&self, token: &[char], text: &str, at: &Token) -> Vec<Reading> {
        let plain: Vec<char> = token.iter().map(|c| plain(*c)).collect();
        let shape = Shape::of(&plain, at.capital);
        if let Some(numeral) = symbols::roman(text).filter(|_| plain.len() > 1) {
            let text = (numeral != text).then_some(numeral);
            return vec![Reading { words: (OTHER, None), cost: 0, placed: true, text }];
        }
        let digit = plain.iter().all(char::is_ascii_digit);
        let mut readings = Vec::new();
        let known = self.lexicon.abbreviation(text);
        if let Some(word) = known.filter(|_| plain.iter().all(|c| !c.is_lowercase())) {
            let whole = self.lexicon.text(word).to_owned();
            let text = (whole != text).then_some(whole);
            readings.push(Reading { words: (word, None), cost: 30, placed: true, text });
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
        readings.push(Reading { words: (OTHER, None), cost: leave, placed: digit, text: None });
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
        Reading { words: (candidate.word, None), cost, placed: true, text }
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
                Some(Reading {
                    words: (head.word, Some(tail.word)),
                    cost,
                    placed: true,
                    text: Some(text),
                })
            })
            .collect();
        readings.sort_by_key(|reading| reading.cost);
        readings.truncate(2);
        readings
    }

    /// The cost of a reading after two words, and the two words after it.
    fn extend(&self, (first, second): (Word, Word), reading: &Reading) -> (f32, (Word, Word)) {
        let (word, tail) = reading.words;
        let mut cost =
            NEIGHBOURS * self.lexicon.cost(first, second, word) + f32::from(reading.cost);
        let mut words = (second, word);
        if let Some(tail) = tail {
            cost += NEIGHBOURS * self.lexicon.cost(second, word, tail);
            words = (word, tail);
        }
        (cost, words)
    }

    /// The index of the reading of each token on the cheapest path.
    fn path(&self, readings: &[Vec<Reading>], opens: &[bool]) -> Vec<usize> {
        let start = Step { words: (BREAK, BREAK), cost: 0.0, from: 0, reading: 0 };
        let mut layers: Vec<Vec<Step>> = Vec::with_capacity(readings.len() + 1);
        layers.push(vec![start]);
        for (token, readings) in readings.iter().enumerate() {
            let mut layer: Vec<Step> = Vec::with_capacity(BEAM * readings.len());
            for (from, step) in layers[token].iter().enumerate() {
                let before = if opens[token] { (BREAK, BREAK) } else { step.words };
                for (reading, choice) in readings.iter().enumerate() {
                    let (cost, words) = self.extend(before, choice);
                    layer.push(Step { words, cost: step.cost + cost, from, reading });
                }
            }
            layers.push(keep_best(layer));
        }
        let mut path = Vec::with_capacity(readings.len());
        let mut at = 0;
        for layer in layers[1..].iter().rev() {
            path.push(layer[at].reading);
            at = layer[at].from;
        }
        path.reverse();
        path
    }

    /// The chosen readings, each weighed against the others of its token between its neighbours.
    fn choices(&self, readings: Vec<Vec<Reading>>, opens: &[bool], path: &[usize]) -> Vec<Choice> {
        let mut choices = Vec::with_capacity(path.len());
        let mut before = (BREAK, BREAK);
        for (token, &chosen) in path.iter().enumerate() {
            if opens[token] {
                before = (BREAK, BREAK);
            }
            let after = path.get(token + 1).filter(|_| !opens[token + 1]);
            let after = after.map(|&next| &readings[token + 1][next]);
            let costs: Vec<f32> = readings[token]
                .iter()
                .map(|reading| {
                    let (cost, words) = self.extend(before, reading);
                    cost + after.map_or(0.0, |next| self.extend(words, next).0)
                })
                .collect();
            let sum: f32 = costs.iter().map(|cost| ((costs[chosen] - cost) / 100.0).exp()).sum();
            let reading = readings[token][chosen].clone();
            before = self.extend(before, &reading).1;
            choices.push(Choice { certainty: 1.0 / sum, reading });
        }
        choices
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

/// The cheapest step for each pair of last words, and of those the cheapest few, in order.
fn keep_best(mut layer: Vec<Step>) -> Vec<Step> {
    let least = layer.iter().map(|step| step.cost).fold(f32::MAX, f32::min);
    layer.retain(|step| step.cost <= least + SLACK);
    layer.sort_unstable_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut kept: Vec<Step> = Vec::with_capacity(BEAM);
    for step in layer {
        if kept.len() == BEAM {
            break;
        }
        if kept.iter().all(|better| better.words != step.words) {
            kept.push(step);
        }
    }
    kept
}
