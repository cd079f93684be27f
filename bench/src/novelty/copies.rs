//! Planted copies: what somebody does to an earlier solution before handing it in again.

use rand::rngs::SmallRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use super::corpus::Corpus;

/// What was done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Verbatim,
    WithoutMarks,
    Shuffled,
    OtherTitle,
    /// Of its sentences 30 % stand in a solution of another's making.
    Excerpt,
    /// Half of its sentences are said with other words.
    Paraphrased,
    /// As a poor scan is read.
    Misread,
    /// Not a copy at all.
    Own,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Verbatim,
        Self::WithoutMarks,
        Self::Shuffled,
        Self::OtherTitle,
        Self::Excerpt,
        Self::Paraphrased,
        Self::Misread,
        Self::Own,
    ];

    /// As figures are called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::WithoutMarks => "without_marks",
            Self::Shuffled => "shuffled",
            Self::OtherTitle => "other_title",
            Self::Excerpt => "excerpt",
            Self::Paraphrased => "paraphrased",
            Self::Misread => "misread",
            Self::Own => "own",
        }
    }
}

/// Where solutions begin that are in no index.
const NEW: u64 = 1 << 40;
/// Of a hundred words in a paraphrased sentence so many are replaced.
const REPLACED: u32 = 70;
/// Of a thousand letters so many are misread.
const MISREAD: u32 = 25;

/// Title and text of a copy of the solution `of`; another for each `seed`.
pub fn copy(corpus: &Corpus, kind: Kind, of: u64, seed: u64) -> (String, String) {
    let mut random = SmallRng::seed_from_u64(seed.wrapping_mul(31) + kind as u64);
    let mut solution = corpus.solution(of);
    let other = corpus.solution(NEW + seed * 8 + kind as u64);
    match kind {
        Kind::Verbatim | Kind::WithoutMarks | Kind::Misread => {}
        Kind::Shuffled => solution.sentences.shuffle(&mut random),
        Kind::OtherTitle => solution.title = other.title,
        Kind::Excerpt => {
            let kept = (solution.sentences.len() * 3).div_ceil(10);
            solution.sentences.truncate(kept);
            solution.sentences.extend(other.sentences.into_iter().skip(kept));
            solution.title = other.title;
        }
        Kind::Paraphrased => {
            for sentence in solution.sentences.iter_mut().step_by(2) {
                for piece in sentence {
                    if random.random_range(0..100) < REPLACED {
                        *piece = corpus.other_words(*piece);
                    }
                }
            }
        }
        Kind::Own => solution = other,
    }
    let text = corpus.text(&solution.sentences);
    match kind {
        Kind::WithoutMarks => (kernel::text::fold(&solution.title), kernel::text::fold(&text)),
        Kind::Misread => (solution.title, misread(&text, &mut random)),
        _ => (solution.title, text),
    }
}

/// A text as a poor scan is read: letters lost, doubled, taken for others.
fn misread(text: &str, random: &mut SmallRng) -> String {
    let mut read = String::with_capacity(text.len());
    for letter in text.chars() {
        match random.random_range(0..1000) {
            at if at < MISREAD / 3 => {}
            at if at < 2 * MISREAD / 3 => read.extend([letter, letter]),
            at if at < MISREAD => read.push('l'),
            _ => read.push(letter),
        }
    }
    read
}
