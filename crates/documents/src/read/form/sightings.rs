//! Where the words that forms need stand in a text: looked up once for a paper, so that a form is tried
//! only where it can fit.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::needs::Words;
use crate::read::text::Span;

/// Letters that are told apart: a to z, a digit, a blank, some signs, anything else.
const ALPHABET: usize = 32;
/// Ways to put three of them.
const THREE: usize = ALPHABET.pow(3);
/// Words that stand at more than one in so many letters tell nothing; so the memory is bounded.
const FREQUENT: usize = 16;
/// In a short text, more than so many.
const FEW: usize = 64;
/// In a text of fewer letters nothing is looked up.
const SHORT: usize = 400;
/// Where one of so many words is looked for, it is nearly everywhere.
const MANY: usize = 40;

/// Words of which one is looked for.
pub(in crate::read) struct Choice {
    /// The words one after the other, and where each ends: they are gone through for every text.
    letters: Box<[u8]>,
    ends: Box<[u32]>,
    /// Its place among all choices; equal ones have the same.
    number: usize,
}

impl Choice {
    /// Nothing where the words tell nothing.
    pub(super) fn new(mut words: Words) -> Option<Self> {
        static KNOWN: LazyLock<Mutex<HashMap<Words, usize>>> = LazyLock::new(Mutex::default);
        words.sort_unstable();
        words.dedup();
        if words.len() > MANY {
            return None;
        }
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let next = known.len();
        let number = *known.entry(words.clone()).or_insert(next);
        let mut end = 0;
        let ends = words.iter().map(|word| {
            end += u32::try_from(word.len()).unwrap_or(0);
            end
        });
        Some(Self { ends: ends.collect(), letters: words.concat().into(), number })
    }

    fn words(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let from = std::mem::replace(&mut start, *end as usize);
            &self.letters[from..start]
        })
    }
}

/// What a text has been asked for.
#[derive(Default)]
pub(in crate::read) struct Sightings {
    letters: OnceCell<Letters>,
    seen: RefCell<Seen>,
}

/// The places of choices, one choice after the other.
#[derive(Default)]
struct Seen {
    /// By the number of the choice.
    known: Vec<Known>,
    places: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
enum Known {
    #[default]
    Unasked,
    Anywhere,
    At(Places),
}

/// The places of a choice, and the last answer: whoever asks goes on through the text, and the next answer
/// is nearly always the same.
#[derive(Clone, Copy)]
struct Places {
    /// Which of all places.
    from: u32,
    to: u32,
    /// Places from which on the next one is `next`.
    asked: (u32, u32),
    next: Option<u32>,
}

/// Where one of some words may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Sight {
    Nowhere,
    /// Here first.
    At(usize),
    /// That was not looked up.
    Anywhere,
}

impl Sightings {
    /// Where one of the words may begin first within a stretch. `shadow` is the whole text.
    pub(in crate::read) fn next(&self, shadow: &[u8], choice: &Choice, within: Span) -> Sight {
        if shadow.len() < SHORT {
            return Sight::Anywhere;
        }
        let seen = &mut *self.seen.borrow_mut();
        if seen.known.len() <= choice.number {
            seen.known.resize(choice.number + 1, Known::Unasked);
        }
        if matches!(seen.known[choice.number], Known::Unasked) {
            let letters = self.letters.get_or_init(|| Letters::of(shadow));
            seen.known[choice.number] = seen.look(letters, choice);
        }
        match &mut seen.known[choice.number] {
            Known::At(places) => places.next(&seen.places, within),
            Known::Unasked | Known::Anywhere => Sight::Anywhere,
        }
    }
}

impl Places {
    /// The first place within a stretch.
    fn next(&mut self, all: &[u32], within: Span) -> Sight {
        let start = u32::try_from(within.start).unwrap_or(u32::MAX);
        if start < self.asked.0 || start > self.asked.1 {
            let places = &all[self.from as usize..self.to as usize];
            let at = places.partition_point(|place| *place < start);
            self.next = places.get(at).copied();
            let before = at.checked_sub(1).map_or(0, |before| places[before] + 1);
            self.asked = (before, self.next.unwrap_or(u32::MAX));
        }
        let place = self.next.map(|place| place as usize);
        place.filter(|place| *place < within.end).map_or(Sight::Nowhere, Sight::At)
    }
}

impl Seen {
    fn look(&mut self, letters: &Letters, choice: &Choice) -> Known {
        let from = self.places.len();
        let most = FEW.max(letters.plain.len() / FREQUENT);
        for word in choice.words() {
            letters.places(word, &mut self.places);
            if self.places.len() - from > most {
                self.places.truncate(from);
                return Known::Anywhere;
            }
        }
        self.places[from..].sort_unstable();
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (from, to) = (place(from), place(self.places.len()));
        // Nothing was asked yet: no place is from 1 on and up to 0.
        Known::At(Places { from, to, asked: (1, 0), next: None })
    }
}

/// The letters of a text, a run of blanks being one, and where each three of them stand.
struct Letters {
    plain: Vec<u8>,
    /// Where each letter stands in the text.
    origins: Vec<u32>,
    /// By three letters, where their places begin in `places`.
    begins: Vec<u32>,
    places: Vec<u32>,
}

impl Letters {
    fn of(shadow: &[u8]) -> Self {
        let mut plain = Vec::with_capacity(shadow.len());
        let mut origins = Vec::with_capacity(shadow.len());
        for (origin, byte) in (0..).zip(shadow) {
            let byte = super::needs::plain(*byte);
            if byte != b' ' || plain.last() != Some(&b' ') {
                plain.push(byte);
                origins.push(origin);
            }
        }
        let mut begins = vec![0; THREE + 2];
        threes(&plain).for_each(|three| begins[three + 2] += 1);
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        // The beginning of each three moves to its end, where the next one begins.
        let mut places = vec![0; plain.len()];
        for (at, three) in (0..).zip(threes(&plain)) {
            places[begins[three + 1] as usize] = at;
            begins[three + 1] += 1;
        }
        Self { plain, origins, begins, places }
    }

    /// Adds the places of a word.
    fn places(&self, word: &[u8], found: &mut Vec<u32>) {
        let parts = word.windows(word.len().min(3)).enumerate().step_by(2);
        let known = parts.map(|(skip, part)| (skip, self.of_part(part)));
        let Some((skip, places)) = known.min_by_key(|(_, places)| places.len()) else { return };
        for place in places {
            let Some(start) = (*place as usize).checked_sub(skip) else { continue };
            let rest = &self.plain[start..];
            if rest.len() >= word.len() && rest.iter().zip(word).all(|(one, other)| one == other) {
                found.push(self.origin(start, word[0] == b' '));
            }
        }
    }

    /// The places of up to three letters, and of others that are not told apart from them.
    fn of_part(&self, part: &[u8]) -> &[u32] {
        let code = part.iter().fold(0, |code, byte| code * ALPHABET + letter(*byte));
        let others = THREE / part.iter().fold(1, |others, _| others * ALPHABET);
        let begin = |code: usize| self.begins[code * others] as usize;
        &self.places[begin(code)..begin(code + 1)]
    }

    /// Where a word may begin in the text; of a run of blanks with the last one.
    fn origin(&self, at: usize, blank: bool) -> u32 {
        let next = self.origins.get(at + 1).filter(|_| blank);
        next.map_or(self.origins[at], |next| next - 1)
    }
}

/// The code of the three letters from each place on.
fn threes(plain: &[u8]) -> impl Iterator<Item = usize> {
    let code = |at: usize| plain.get(at).map_or(0, |byte| letter(*byte));
    let mut three = code(0) * ALPHABET + code(1);
    (0..plain.len()).map(move |at| {
        three = (three * ALPHABET + code(at + 2)) % THREE;
        three
    })
}

/// A letter of the shadow as one of 32.
fn letter(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        b'0' => 27,
        b' ' => 28,
        b':' => 29,
        b'/' => 30,
        b'-' => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(words: &[&str]) -> Choice {
        Choice::new(words.iter().map(|word| word.as_bytes().to_vec()).collect())
            .expect("the words are few")
    }

    #[test]
    fn words_are_seen_where_they_stand() {
        let shadow = b"bao cao so 12, bao \n cao  tong ket; bao";
        let sightings = Sightings::default();
        let shadow = [&shadow[..], &b".".repeat(SHORT)].concat();
        let rows = [
            ("bao cao", 0, 39, Some(0)),
            ("bao cao", 1, 39, Some(15)),
            ("bao cao", 16, 39, None),
            ("bao cao", 0, 0, None),
            ("tong|so", 0, 39, Some(8)),
            ("tong|so", 9, 39, Some(26)),
            (" cao", 16, 39, Some(20)),
            ("0", 0, 39, Some(11)),
            (";", 0, 39, Some(34)),
            ("ket qua", 0, 39, None),
            ("bao", 17, 39, Some(36)),
        ];
        for (words, start, end, expect) in rows {
            let words: Vec<&str> = words.split('|').collect();
            let found = sightings.next(&shadow, &choice(&words), Span::new(start, end));
            let expect = expect.map_or(Sight::Nowhere, Sight::At);
            assert_eq!(found, expect, "{words:?} from {start} to {end}");
        }
    }

    #[test]
    fn what_stands_everywhere_tells_nothing() {
        let shadow = b"7".repeat(500);
        let found = Sightings::default().next(&shadow, &choice(&["0"]), Span::new(3, 9));
        assert_eq!(found, Sight::Anywhere);
    }
}
