//! Fonts of old (VNI, TCVN3): text whose letters are those of Western Europe and only look Vietnamese in
//! their font, recognised and brought to Unicode.
//!
//! A VNI letter is a vowel and a mark after it (`aù` is á), but ĩ, ị, ỉ, ỵ, ơ, ư and đ have one of their own. A
//! TCVN3 (ABC) letter is one letter (`¸` is á); capitals with tones have none, a second font draws the small
//! ones as capitals. Text is recognised only when nothing else explains it, and sound Unicode never is.

mod syllable;
mod table;

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// A way in which fonts of old write Vietnamese with Western letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Charset {
    /// VNI for Windows: the fonts called `VNI-Times` and the like.
    Vni,
    /// TCVN 5712 (ABC): the fonts called `.VnTime` and the like.
    Tcvn3,
}

/// A letter of Unicode and the bytes of the source that it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The letter.
    pub letter: char,
    /// Bytes of the source.
    pub source: Range<usize>,
}

/// Fewest words that only such a font explains.
const FEWEST_WORDS: usize = 4;

/// The charset of a font with this name, where the name says so.
pub fn of_font(name: &str) -> Option<Charset> {
    let vni = name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("vni-"));
    match name.starts_with(".Vn") {
        true => Some(Charset::Tcvn3),
        false => vni.then_some(Charset::Vni),
    }
}

/// Whether the font with this name draws small letters as capitals (`.VnTimeH`).
pub fn is_capital_font(name: &str) -> bool {
    name.starts_with(".Vn") && name.ends_with('H')
}

/// The charset that the text is written in, when beyond doubt: several words hold signs that no sound text
/// has inside words, nearly all words with Western signs become Vietnamese syllables, and there is next to
/// nothing that is Vietnamese already.
pub fn recognise(text: &str) -> Option<Charset> {
    let foreign = text.chars().filter(|letter| !letter.is_ascii());
    let (marked, already) = foreign.fold((0, 0), |(marked, already), letter| {
        (marked + 1, already + usize::from(is_vietnamese_only(letter)))
    });
    if already * 20 > marked {
        return None;
    }
    let charsets = [Charset::Vni, Charset::Tcvn3].into_iter();
    let found = charsets.filter_map(|charset| Some((weigh(text, charset, already)?, charset)));
    found.max_by_key(|(words, _)| *words).map(|(_, charset)| charset)
}

/// How many words this charset explains, if it explains them well enough.
fn weigh(text: &str, charset: Charset, already: usize) -> Option<usize> {
    let (mut marked, mut telling, mut sound) = (0, 0, 0);
    for word in text.split(|letter: char| !belongs(letter)).filter(|word| !word.is_ascii()) {
        marked += 1;
        telling += usize::from(word.chars().any(|letter| table::tells(charset, letter)));
        sound += usize::from(syllable::is_sound(&to_unicode(word, charset)));
    }
    let enough = telling >= FEWEST_WORDS && telling * 4 >= marked && sound * 10 >= marked * 9;
    (enough && already * 20 <= marked).then_some(sound)
}

/// Whether a letter is part of a word, in one of these charsets or otherwise.
fn belongs(letter: char) -> bool {
    letter.is_alphabetic()
        || ('\u{A1}'..='\u{FF}').contains(&letter) && !"«»×÷°".contains(letter)
        || table::single(Charset::Tcvn3, letter).is_some()
}

/// Letters and marks that only a Vietnamese text in Unicode has.
fn is_vietnamese_only(letter: char) -> bool {
    matches!(letter, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
        || ('\u{1EA0}'..='\u{1EF9}').contains(&letter)
        || canonical_combining_class(letter) != 0
}

/// The text in Unicode.
pub fn to_unicode(text: &str, charset: Charset) -> String {
    pieces(text, charset).into_iter().map(|piece| piece.letter).collect()
}

/// The letters of the text in Unicode, each with the bytes that it was made of.
pub fn pieces(text: &str, charset: Charset) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let pair = letters.peek().and_then(|(_, mark)| table::pair(charset, letter, *mark));
        if pair.is_some() {
            letters.next();
        }
        let end = letters.peek().map_or(text.len(), |(at, _)| *at);
        let letter = pair.or_else(|| table::single(charset, letter)).unwrap_or(letter);
        pieces.push(Piece { letter, source: start..end });
    }
    if charset == Charset::Tcvn3 {
        raise(&mut pieces);
    }
    pieces
}

/// TCVN3 has no capitals with tones: in a word whose other letters are capitals, the small one was one, too.
fn raise(pieces: &mut [Piece]) {
    let mut after_capitals = false;
    for word in
        pieces.split_mut(|piece| !piece.letter.is_alphabetic()).filter(|word| !word.is_empty())
    {
        let plain: Vec<char> =
            word.iter().map(|piece| piece.letter).filter(char::is_ascii).collect();
        let capitals = plain.iter().all(char::is_ascii_uppercase);
        after_capitals = capitals && (plain.len() > 1 || after_capitals);
        if after_capitals {
            word.iter_mut().for_each(|piece| piece.letter = capital(piece.letter));
        }
    }
}

/// The capital of a Vietnamese letter, which is always one letter.
fn capital(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

/// The letter without its tone and marks.
fn bare(letter: char) -> char {
    let mut first = None;
    decompose_canonical(letter, |part| {
        first.get_or_insert(part);
    });
    match first.unwrap_or(letter) {
        'đ' => 'd',
        'Đ' => 'D',
        plain => plain,
    }
}

#[cfg(test)]
mod tests;
