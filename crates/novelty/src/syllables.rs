//! A text as its syllables (âm tiết), each told by a number that marks and case do not change.

use std::ops::Range;

use kernel::text::fold;

/// A syllable, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syllable {
    /// Hash of its folded letters.
    pub key: u32,
    /// Bytes of the text.
    pub at: Range<usize>,
}

/// The syllables of a text. Punctuation and case mean nothing; "Hòa" and "hoà" and "hoa" are one.
pub fn syllables(text: &str) -> Vec<Syllable> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut from = None;
    for (at, letter) in text.char_indices() {
        match (is_part(letter), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                found.extend(syllable(text, start..at));
                from = None;
            }
            _ => {}
        }
    }
    found.extend(from.and_then(|start| syllable(text, start..text.len())));
    found
}

/// Whether a character is part of a syllable; marks of decomposed letters are.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

fn syllable(text: &str, at: Range<usize>) -> Option<Syllable> {
    let word = &text[at.clone()];
    let key = match word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        true => hash(word.bytes()),
        false => hash(fold(word).bytes()),
    };
    key.map(|key| Syllable { key, at })
}

/// FNV-1a, mixed once more so that every bit of it is as good as another; nothing for no letters.
fn hash(bytes: impl ExactSizeIterator<Item = u8>) -> Option<u32> {
    (bytes.len() > 0).then(|| {
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        (mixed(hash) >> 32) as u32
    })
}

/// Spreads the bits of a number over all of it (the end of MurmurHash3).
pub fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let number = (number ^ (number >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    number ^ (number >> 33)
}

/// One number for several syllables in their order.
pub fn together(keys: &[u32]) -> u64 {
    keys.iter().fold(0, |hash, key| mixed(hash.rotate_left(23) ^ u64::from(*key)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(text: &str) -> Vec<u32> {
        syllables(text).into_iter().map(|it| it.key).collect()
    }

    #[test]
    fn marks_case_and_punctuation_change_nothing() {
        let plain = keys("may gat lua cai tien");
        assert_eq!(plain.len(), 5);
        for text in
            ["Máy gặt lúa cải tiến", "MÁY GẶT-LÚA (cải tiến).", "Ma\u{301}y gặt lúa, cải tiến"]
        {
            assert_eq!(keys(text), plain, "{text}");
        }
        assert_eq!(keys(" … — "), []);
    }

    #[test]
    fn each_knows_where_it_stands() {
        let text = "Máy gặt, lúa!";
        let words: Vec<&str> = syllables(text).into_iter().map(|it| &text[it.at]).collect();
        assert_eq!(words, ["Máy", "gặt", "lúa"]);
    }

    proptest! {
        #[test]
        fn any_text_has_its_syllables(text in "\\PC*") {
            for syllable in syllables(&text) {
                prop_assert!(text.get(syllable.at).is_some());
            }
        }
    }
}
