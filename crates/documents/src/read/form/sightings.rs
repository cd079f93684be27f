//! Where the words that forms need stand in a text: looked up once for a paper, so that a form is tried
//! only where it can fit.

use std::cell::{OnceCell, RefCell};

use super::needs::{Choice, SHORTEST, Word, is_sign};
use crate::read::text::Span;

/// Blocks into which a text is parted at most; so the memory is bounded whatever the text.
const BLOCKS: usize = 1024;
/// Characters of a block at least: more than any word that is looked for.
const BLOCK: usize = 64;
/// Letters that are told apart: a to z, a digit, a blank, anything else.
const ALPHABET: usize = 32;
/// Ways to put three of them.
const THREE: usize = ALPHABET.pow(3);
/// Blocks in a word of a set.
const BITS: usize = 64;

/// For each need of a form a set of blocks, one after the other.
type Blocks = Box<[u64]>;

/// What a text has been asked for.
#[derive(Default)]
pub(in crate::read) struct Sightings {
    letters: OnceCell<Letters>,
    /// By the number of the form: where a word of each of its needs begins.
    seen: RefCell<Vec<Option<Blocks>>>,
}

impl Sightings {
    /// Whether a stretch of the text may hold everything that a form needs. `shadow` is the whole text.
    pub(in crate::read) fn may_hold(
        &self,
        shadow: &[u8],
        form: usize,
        needs: &[Choice],
        within: Span,
    ) -> bool {
        let letters = self.letters.get_or_init(|| Letters::of(shadow));
        let mut seen = self.seen.borrow_mut();
        if seen.len() <= form {
            seen.resize(form + 1, None);
        }
        let known = seen[form].get_or_insert_with(|| letters.places(needs));
        let (first, last) = (within.start >> letters.shift, within.end >> letters.shift);
        known.chunks_exact(letters.width).all(|blocks| any(blocks, first, last))
    }
}

/// Whether the set has a block from the first to the last one.
fn any(blocks: &[u64], first: usize, last: usize) -> bool {
    let (from, to) = (first / BITS, (last / BITS).min(blocks.len() - 1));
    let low = |at| if at == from { u64::MAX << (first % BITS) } else { u64::MAX };
    let high = |at| if at == last / BITS { u64::MAX >> (BITS - 1 - last % BITS) } else { u64::MAX };
    (from..=to).any(|at| blocks[at] & low(at) & high(at) != 0)
}

/// For each three letters that follow one another somewhere in a text, and for each sign, the blocks in
/// which they begin.
struct Letters {
    /// The place among the sets, by the three letters or the sign; 0 is the empty set.
    places: Vec<u16>,
    sets: Vec<u64>,
    /// Words of a set.
    width: usize,
    /// Characters of a block, as a power of two.
    shift: u32,
}

impl Letters {
    fn of(shadow: &[u8]) -> Self {
        let size = shadow.len().div_ceil(BLOCKS).next_power_of_two().max(BLOCK);
        let width = (shadow.len() / size + 1).div_ceil(BITS);
        let mut letters = Self {
            places: vec![0; THREE + 256],
            sets: vec![0; width],
            width,
            shift: size.trailing_zeros(),
        };
        let mut code = 0;
        for (at, byte) in shadow.iter().enumerate() {
            code = (code * ALPHABET + letter(*byte)) % THREE;
            if at + 1 >= SHORTEST {
                letters.add(code, at + 1 - SHORTEST);
            }
            if is_sign(*byte) {
                letters.add(sign(*byte), at);
            }
        }
        letters
    }

    fn add(&mut self, code: usize, at: usize) {
        if self.places[code] == 0 {
            self.places[code] = u16::try_from(self.sets.len() / self.width)
                .expect("three letters of 32 make fewer than 2^16 sets");
            self.sets.resize(self.sets.len() + self.width, 0);
        }
        let block = at >> self.shift;
        self.sets[usize::from(self.places[code]) * self.width + block / BITS] |=
            1 << (block % BITS);
    }

    /// For each choice the blocks in which one of its words may begin.
    fn places(&self, needs: &[Choice]) -> Blocks {
        let mut blocks = vec![0; self.width * needs.len()].into_boxed_slice();
        for (choice, blocks) in needs.iter().zip(blocks.chunks_exact_mut(self.width)) {
            choice.iter().for_each(|word| self.join(word, blocks));
        }
        blocks
    }

    /// Adds the blocks in which a word may begin: its first three letters are there, the others there or in
    /// the next one.
    fn join(&self, word: &Word, blocks: &mut [u64]) {
        let mut sets = parts(word).into_iter().map(|code| self.set(code));
        let Some(first) = sets.next() else { return };
        let rest: Vec<&[u64]> = sets.collect();
        for (at, block) in blocks.iter_mut().enumerate() {
            let near = |set: &[u64]| {
                let next = set.get(at + 1).map_or(0, |next| next << (BITS - 1));
                set[at] | set[at] >> 1 | next
            };
            *block |= rest.iter().fold(first[at], |common, set| common & near(set));
        }
    }

    fn set(&self, code: usize) -> &[u64] {
        let at = usize::from(self.places[code]) * self.width;
        &self.sets[at..at + self.width]
    }
}

/// The places of what a word is made of: a sign, or each three letters.
fn parts(word: &[u8]) -> Vec<usize> {
    let three =
        |letters: &[u8]| letters.iter().fold(0, |code, byte| code * ALPHABET + letter(*byte));
    match word {
        [alone] => vec![sign(*alone)],
        _ => word.windows(SHORTEST).map(three).collect(),
    }
}

/// The place of a sign; all digits are one.
fn sign(byte: u8) -> usize {
    THREE + usize::from(if byte.is_ascii_digit() { b'0' } else { byte })
}

/// A letter of the shadow as one of 32.
fn letter(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        b'0'..=b'9' => 27,
        b' ' | b'\t'..=b'\r' => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_seen_where_they_stand() {
        let mut shadow = vec![b'.'; 20_000];
        let word = b"bao cao";
        for at in [0, 62, 4_090, 19_990] {
            shadow[at..at + word.len()].copy_from_slice(word);
        }
        let needs = vec![vec![b"bao\ncao".to_vec(), b"tong ket".to_vec()]];
        let sightings = Sightings::default();
        let rows = [
            (0, 7, true),
            (62, 69, true),
            (40, 80, true),
            (128, 4_000, false),
            (128, 4_097, true),
            (4_160, 19_900, false),
            (4_160, 20_000, true),
            (19_990, 20_000, true),
        ];
        for (start, end, expect) in rows {
            let held = sightings.may_hold(&shadow, 0, &needs, Span::new(start, end));
            assert_eq!(held, expect, "{start} to {end}");
        }
    }

    #[test]
    fn an_empty_text_holds_nothing() {
        let needs = vec![vec![b"bao".to_vec()]];
        assert!(!Sightings::default().may_hold(b"", 3, &needs, Span::default()));
    }
}
