//! Whether a text kept the marks of Vietnamese.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::hashing::Quick;
use super::syllables;
use crate::read::letters::is_letter;

/// How the marks of a text stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// As they should: the text is Vietnamese with its marks, or no Vietnamese at all.
    Sound,
    /// Most Vietnamese syllables lost or garbled their marks.
    Poor,
}

/// Characters of the text that are looked at, from its beginning, middle and end.
const SAMPLE: usize = 3_000;

/// Fewer words than this tell nothing.
const FEWEST: usize = 6;

/// Judges the text by a sample of its words.
///
/// Vietnamese with its marks has a letter that no other language has in more than half of its words;
/// one misread letter here and there changes little. Where such letters are rare, the text is poor
/// Vietnamese if nearly all its words are syllables once their marks are off, which is true of no
/// other language and no program.
pub fn judge(text: &str) -> Marks {
    let mut tally = Tally::default();
    sample(text).for_each(|part| tally.words(part));
    if tally.is_marked() {
        return Marks::Sound;
    }
    sample(text).for_each(|part| tally.syllables(part));
    tally.verdict()
}

/// Three stretches of the text, or all of a short one.
fn sample(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.len();
    let starts = if bytes <= 3 * SAMPLE { [0; 3] } else { [0, bytes / 2, bytes - SAMPLE] };
    let length = if bytes <= 3 * SAMPLE { bytes } else { SAMPLE };
    let count = if bytes <= 3 * SAMPLE { 1 } else { 3 };
    starts.into_iter().take(count).map(move |start| {
        let start = text.floor_char_boundary(start);
        &text[start..text.floor_char_boundary(start + length)]
    })
}

#[derive(Debug, Default)]
struct Tally {
    /// Words of letters and what letters are misread as.
    words: usize,
    /// Of them, those with a letter that only Vietnamese has.
    marked: usize,
    /// Of the longer ones, those that are a syllable without marks, and all.
    syllables: usize,
    long: usize,
}

impl Tally {
    fn words(&mut self, text: &str) {
        for word in words(text) {
            let (mut letters, mut length, mut marked) = (0, 0, false);
            for c in word.chars() {
                letters += usize::from(is_letter(c));
                length += skeleton(c).len_utf8();
                marked |= is_vietnamese_only(c);
            }
            if letters * 2 > length {
                self.words += 1;
                self.marked += usize::from(marked);
                self.long += usize::from(letters >= 3);
            }
        }
    }

    /// Which of the longer words are syllables.
    fn syllables(&mut self, text: &str) {
        let mut bare = String::with_capacity(8);
        for word in words(text) {
            let letters = word.chars().filter(|c| is_letter(*c)).count();
            bare.clear();
            bare.extend(word.chars().map(skeleton));
            let long = letters * 2 > bare.len() && letters >= 3;
            self.syllables += usize::from(long && SKELETONS.contains(bare.as_str()));
        }
    }

    fn is_marked(&self) -> bool {
        self.marked * 4 >= self.words
    }

    fn verdict(&self) -> Marks {
        let poor = self.words >= FEWEST
            && self.syllables * 100 >= self.long * 58
            && self.long * 3 >= self.words;
        if poor { Marks::Poor } else { Marks::Sound }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && c != '&')
}

/// Letters of Vietnamese outside Western Europe's: ă đ ĩ ũ ơ ư, and all with two marks or a dot.
fn is_vietnamese_only(c: char) -> bool {
    matches!(c, '\u{1ea0}'..='\u{1ef9}')
        || matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
}

/// One past the last character that is looked up: all letters of Vietnamese are before it.
const LOOKED_UP: u32 = 0x1f00;

/// The letter without marks that a character stands for, or is commonly misread from.
fn skeleton(c: char) -> char {
    static KNOWN: LazyLock<Vec<char>> = LazyLock::new(|| {
        let known = (0..LOOKED_UP).map(|code| char::from_u32(code).unwrap_or_default());
        known.map(worked_out).collect()
    });
    KNOWN.get(c as usize).copied().unwrap_or_else(|| worked_out(c))
}

fn worked_out(c: char) -> char {
    let small = c.to_lowercase().next().unwrap_or(c);
    match small {
        'ä' | 'å' | '4' => 'a',
        '6' | '0' | 'ö' => 'o',
        '1' => 'l',
        '§' | '¥' | 'ÿ' => 'y',
        '&' | '€' | 'ë' => 'e',
        'û' | 'ü' => 'u',
        'î' | 'ï' => 'i',
        _ => syllables::bare(small).unwrap_or(small),
    }
}

/// Every syllable without marks.
static SKELETONS: LazyLock<HashSet<String, Quick>> = LazyLock::new(|| {
    syllables::all().map(|syllable| syllable.chars().map(skeleton).collect()).collect()
});
