//! When two wordings count as the same: folded, abbreviated, and a few letters apart at most.
//!
//! The bars are high enough that one unit is not taken for another, and low enough that a paper which
//! came through poor OCR can still be right.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// From here on two wordings are the same.
pub const BAR: f64 = 0.82;
/// So much of a list of units has to be found.
const SET_BAR: f64 = 0.6;

/// Usual abbreviations (viết tắt), folded; they are applied in this order.
const ABBREVIATIONS: [(&str, &str); 5] = [
    ("uy ban nhan dan", "ubnd"),
    ("ban to chuc", "btc"),
    ("sang tao ky thuat", "stkt"),
    ("thanh pho", "tp"),
    ("khoa hoc va ky thuat", "kh kt"),
];

/// Lower-case ASCII words with one blank between them.
pub fn fold(text: &str) -> String {
    let letters = text.nfd().map(|letter| match letter {
        'đ' => 'd',
        'Đ' => 'D',
        other => other,
    });
    let bare = letters.filter(|letter| canonical_combining_class(*letter) == 0);
    let words: String = bare
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' })
        .collect();
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folded and abbreviated.
pub fn canon(text: &str) -> String {
    ABBREVIATIONS.iter().fold(fold(text), |text, (long, short)| text.replace(long, short))
}

/// The same words, up to folding and a few letters.
pub fn alike(one: &str, other: &str, bar: f64) -> bool {
    let (one, other) = (canon(one), canon(other));
    let some = !one.is_empty() && !other.is_empty();
    some && (one == other || ratio(&one, &other) >= bar)
}

/// Whether `text` holds `key`, a few letters apart at most.
pub fn contains(text: &str, key: &str) -> bool {
    let (text, key) = (canon(text), canon(key));
    if text.contains(&key) {
        return true;
    }
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let length = key.split_ascii_whitespace().count();
    let sizes = [length.saturating_sub(1), length, length + 1];
    sizes.into_iter().any(|size| windows(&words, size).any(|it| ratio(&it, &key) >= BAR))
}

/// Every stretch of so many words; the whole where there are fewer.
fn windows(words: &[&str], size: usize) -> impl Iterator<Item = String> {
    let last = words.len().saturating_sub(size);
    (0..=last).map(move |from| words[from..words.len().min(from + size)].join(" "))
}

/// Whether enough of the expected names were found, and not too many others with them.
pub fn same_set(gold: &[&str], read: &[&str]) -> bool {
    if gold.is_empty() {
        return true;
    }
    let found = |name: &&&str| read.iter().any(|it| alike(name, it, BAR) || contains(it, name));
    let hits = gold.iter().filter(found).count();
    hits as f64 / gold.len().max(read.len()) as f64 >= SET_BAR
}

/// Ratcliff and Obershelp's likeness: twice the letters in common stretches, by all letters.
pub fn ratio(one: &str, other: &str) -> f64 {
    let total = one.len() + other.len();
    if total == 0 {
        return 1.0;
    }
    2.0 * shared(one.as_bytes(), other.as_bytes()) as f64 / total as f64
}

/// Letters in the longest common stretch, and so on to its left and right.
fn shared(one: &[u8], other: &[u8]) -> usize {
    let (left, right, length) = longest(one, other);
    if length == 0 {
        return 0;
    }
    let before = shared(&one[..left], &other[..right]);
    before + length + shared(&one[left + length..], &other[right + length..])
}

/// The longest common stretch: where it begins in each, and its length. Of equally long ones the
/// first in `one`, and of those the first in `other`.
fn longest(one: &[u8], other: &[u8]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut ending = vec![0_usize; other.len() + 1];
    for (i, letter) in one.iter().enumerate() {
        for j in (0..other.len()).rev() {
            ending[j + 1] = if other[j] == *letter { ending[j] + 1 } else { 0 };
        }
        for (j, length) in ending.iter().enumerate() {
            if *length > best.2 {
                best = (i + 1 - length, j - length, *length);
            }
        }
    }
    best
}
