//! Vietnamese dictionary order as plain text.

use super::letter::{Letter, Tone};
use super::nfc;

/// The letters of Vietnamese with the foreign ones at their Latin places, in dictionary order.
const ALPHABET: [(char, &str); 33] = [
    ('a', "a1"),
    ('ă', "a2"),
    ('â', "a3"),
    ('b', "b"),
    ('c', "c"),
    ('d', "d1"),
    ('đ', "d2"),
    ('e', "e1"),
    ('ê', "e2"),
    ('f', "f"),
    ('g', "g"),
    ('h', "h"),
    ('i', "i"),
    ('j', "j"),
    ('k', "k"),
    ('l', "l"),
    ('m', "m"),
    ('n', "n"),
    ('o', "o1"),
    ('ô', "o2"),
    ('ơ', "o3"),
    ('p', "p"),
    ('q', "q"),
    ('r', "r"),
    ('s', "s"),
    ('t', "t"),
    ('u', "u1"),
    ('ư', "u2"),
    ('v', "v"),
    ('w', "w"),
    ('x', "x"),
    ('y', "y"),
    ('z', "z1"),
];

/// Digits of one number that are compared by value; a longer one counts as several.
const NUMBER_DIGITS: usize = 25;

/// A text whose byte order is Vietnamese dictionary order: letters first (a ă â b c d đ …), then
/// tones word by word (ngang, huyền, hỏi, ngã, sắc, nặng). Case does not count; numbers go by value
/// ("Tổ 2" before "Tổ 10") and before letters; a shorter name goes before its continuations.
///
/// Two texts have one key only if they are equal in NFC and lower case. The key holds nothing but
/// `0-9a-z`, so every collation of either engine agrees with byte order.
pub fn sort_key(text: &str) -> String {
    let text = nfc(&text.to_lowercase());
    let mut key = Key::default();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let from = &rest[start..];
        let (word, after) = from.split_at(from.find(|c| !is_of_word(c)).unwrap_or(from.len()));
        key.part(&rest[..start]);
        key.word(word);
        rest = after;
    }
    key.odd |= !rest.is_empty();
    key.write(&text)
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// The levels of the key. `0` ends a level and `1` a word; every letter's code begins above them,
/// and no code begins another, so that byte order is order of letters.
#[derive(Default)]
struct Key {
    letters: String,
    tones: String,
    places: String,
    /// The three levels do not say all of the text: it is appended, as hexadecimal bytes.
    odd: bool,
}

impl Key {
    fn part(&mut self, between: &str) {
        if self.letters.is_empty() {
            self.odd |= !between.is_empty();
        } else {
            self.letters.push('1');
            self.odd |= between != " ";
        }
    }

    fn word(&mut self, word: &str) {
        let mut tone = Tone::Level;
        let mut place = b'1';
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                rest = self.number(rest);
                continue;
            }
            rest = &rest[c.len_utf8()..];
            let letter = Letter::read(c);
            self.letter(letter.plain);
            if letter.tone != Tone::Level {
                self.odd |= tone != Tone::Level;
                (tone, place) = if tone == Tone::Level {
                    (letter.tone, position(word.len() - rest.len()))
                } else {
                    (tone, place)
                };
            }
        }
        self.tones.push(char::from(b'1' + tone as u8));
        self.places.push(char::from(place));
        self.odd |= place == b'z';
    }

    fn letter(&mut self, plain: char) {
        match ALPHABET.binary_search_by_key(&rank(plain), |&(letter, _)| rank(letter)) {
            Ok(at) => self.letters.push_str(ALPHABET[at].1),
            Err(_) => self.foreign(plain),
        }
    }

    /// A letter of another alphabet goes after `z`; one with a foreign mark goes with its base.
    fn foreign(&mut self, c: char) {
        self.odd = true;
        let mut base = c;
        let mut started = false;
        unicode_normalization::char::decompose_canonical(c, |part| {
            base = if started { base } else { part };
            started = true;
        });
        if base != c {
            self.letter(base);
        } else if !unicode_normalization::char::is_combining_mark(c) {
            self.letters.push_str(&format!("z2{:06x}", u32::from(c)));
        }
    }

    /// Writes the number at the start of `rest` as its length and digits; answers with what follows.
    fn number<'a>(&mut self, rest: &'a str) -> &'a str {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end.min(NUMBER_DIGITS));
        let digits = number.trim_start_matches('0');
        self.odd |= digits.len() < number.len() && number != "0";
        let length = u8::try_from(digits.len()).expect("at most NUMBER_DIGITS");
        self.letters.push('2');
        self.letters.push(char::from(b'a' + length));
        self.letters.push_str(digits);
        after
    }

    fn write(self, text: &str) -> String {
        let mut key = self.letters;
        for level in [&self.tones, &self.places] {
            key.push('0');
            key.push_str(level);
        }
        if self.odd {
            key.push('0');
            text.bytes().for_each(|byte| key.push_str(&format!("{byte:02x}")));
        }
        key
    }
}

/// Where in its word the tone stands (`hòa` beside `hoà`), as one character; `z` is "further on".
fn position(bytes: usize) -> u8 {
    u8::try_from(bytes).map_or(b'z', |at| b'a'.saturating_add(at).min(b'z'))
}

/// The order of [`ALPHABET`] as a number, by which it is searched.
fn rank(letter: char) -> (char, char) {
    let base = match letter {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    };
    let variant = match letter {
        'ă' | 'ô' => '1',
        'â' | 'ơ' | 'đ' | 'ê' | 'ư' => '2',
        _ => '0',
    };
    (base, variant)
}

#[cfg(test)]
#[path = "sort_tests.rs"]
mod tests;
