//! Fingerprints: what an index keeps of a text.

use crate::syllables::{Syllable, syllables, together};

/// Syllables of one shingle: fewer are in every text, more are broken by each misread letter.
pub const SHINGLE: usize = 3;
/// One shingle of so many is kept; which ones, their own hash says, so two texts keep the same ones.
const KEPT: u64 = 3;

/// What an index keeps of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// Some of its runs of three syllables: those that a copy shares.
    pub(crate) shingles: Vec<u32>,
    /// All of its pairs of syllables, which is what most Vietnamese words are: those that a text on the
    /// same thing shares.
    pub(crate) words: Vec<u32>,
}

impl Fingerprint {
    /// The fingerprint of a solution: its title and its description.
    pub fn of(title: &str, text: &str) -> Self {
        let (title, text) = (syllables(title), syllables(text));
        let mut shingles = Vec::with_capacity(text.len() / 2);
        let mut words = Vec::with_capacity(text.len() + title.len());
        for part in [&title, &text] {
            let keys: Vec<u32> = part.iter().map(|it: &Syllable| it.key).collect();
            shingles.extend(keys.windows(SHINGLE).filter_map(|run| kept(together(run))));
            words.extend(keys.windows(2).map(|pair| (together(pair) >> 32) as u32));
        }
        for keys in [&mut shingles, &mut words] {
            keys.sort_unstable();
            keys.dedup();
        }
        Self { shingles, words }
    }
}

/// The key of a run of three syllables; nothing for one that is not kept.
pub fn kept(run: u64) -> Option<u32> {
    run.is_multiple_of(KEPT).then_some((run >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_of_sentences_changes_little() {
        let first = "Máy tách hạt ngô chạy bằng động cơ điện một pha. ";
        let second = "Khung thép hàn chịu lực, trống quay có răng lệch nhau. ";
        let (one, other) = (
            Fingerprint::of("", &[first, second].concat()),
            Fingerprint::of("", &[second, first].concat()),
        );
        let shared = one.words.iter().filter(|word| other.words.contains(word)).count();
        assert_eq!((one.words.len(), shared), (21, 20));
    }

    #[test]
    fn a_short_text_has_a_small_one() {
        assert_eq!(Fingerprint::of("", ""), Fingerprint::default());
        assert_eq!(Fingerprint::of("Máy", "").words, []);
        assert_eq!(Fingerprint::of("Máy gặt", "").words.len(), 1);
    }
}
