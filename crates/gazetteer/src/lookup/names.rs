//! The index of names: exact by folded letters, and near ones by a scan of letter sets.

use std::collections::HashMap;

use kernel::text::fold;

use super::How;
use super::distance::Letters;
use super::reading::{Reading, Segment, marked_letters};
use crate::{Gazetteer, Place};

/// A unit that a part of the text may name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) place: u16,
    pub(super) score: u8,
    pub(super) how: How,
}

/// A name shared by some units: its letters without marks and blanks.
#[derive(Debug)]
struct Name {
    letters: Letters,
    places: Vec<u16>,
}

/// All names of all units.
#[derive(Debug)]
pub(crate) struct Names {
    names: Vec<Name>,
    /// The letter set of each name, close together: near names are sought by a scan of them.
    sets: Vec<u64>,
    by_key: HashMap<Box<str>, u16>,
    /// The names of each unit.
    by_place: Vec<Vec<u16>>,
}

/// What a candidate loses for a name that differs in one half edit, and before any.
const PENALTY_SPELLING: u8 = 12;
const PENALTY_HALF_EDIT: u8 = 6;
const PENALTY_MARKS: u8 = 2;
const MOST_FOR_MARKS: u8 = 10;
/// Less than a half edit, so that marks decide only between equals.
const MOST_FOR_STRANGE: u8 = 5;
const PENALTY_KIND: u8 = 12;
const PENALTY_LEVEL: u8 = 30;
/// Readings of one part for which near names are sought: the search is a scan.
const NEAR_READINGS: usize = 3;

impl Names {
    pub(crate) fn new(places: &[Place]) -> Self {
        let by_place = vec![Vec::new(); places.len()];
        let mut index =
            Self { names: Vec::new(), sets: Vec::new(), by_key: HashMap::new(), by_place };
        for place in places {
            for name in names_of(place) {
                let at = index.entry(&key(name));
                let known = &mut index.by_place[usize::from(place.index)];
                if !known.contains(&at) {
                    known.push(at);
                    index.names[usize::from(at)].places.push(place.index);
                }
            }
        }
        index
    }

    fn entry(&mut self, key: &str) -> u16 {
        if let Some(&at) = self.by_key.get(key) {
            return at;
        }
        let at = u16::try_from(self.names.len()).expect("fewer names than 65,536");
        self.by_key.insert(key.into(), at);
        let letters = Letters::of(key);
        self.sets.push(letters.set());
        self.names.push(Name { letters, places: Vec::new() });
        at
    }

    /// The letters of each name of a unit.
    pub(super) fn of(&self, place: u16) -> impl Iterator<Item = &Letters> {
        self.by_place[usize::from(place)].iter().map(|&at| &self.names[usize::from(at)].letters)
    }

    /// Whether the whole segment is the name of a unit, with or without its kind.
    pub(super) fn knows(&self, segment: &Segment) -> bool {
        segment.readings().iter().any(|reading| self.by_key.contains_key(reading.key.as_str()))
    }

    /// The units whose name has the letters of the segment; each once, with its best score.
    pub(super) fn exact(&self, all: &Gazetteer, readings: &[Reading]) -> Vec<Candidate> {
        let mut found = Vec::new();
        for reading in readings {
            if let Some(&at) = self.by_key.get(reading.key.as_str()) {
                self.push(all, reading, at, 0, &mut found);
            }
        }
        found
    }

    /// Adds the units whose name differs in a few letters.
    pub(super) fn near(&self, all: &Gazetteer, readings: &[Reading], found: &mut Vec<Candidate>) {
        for reading in readings.iter().take(NEAR_READINGS) {
            let letters = Letters::of(&reading.key);
            let set = letters.set();
            let limit = tolerance(letters.len());
            // An edit changes two letters of the set at most. Names with several likenesses and no
            // other error are lost by this bound, which keeps the scan short.
            for (&other, at) in self.sets.iter().zip(0..) {
                if (other ^ set).count_ones() > u32::from(limit) + 1 {
                    continue;
                }
                let name = &self.names[usize::from(at)].letters;
                if let Some(cost @ 1..) = letters.distance(name, limit) {
                    self.push(all, reading, at, cost, found);
                }
            }
        }
    }

    fn push(
        &self,
        all: &Gazetteer,
        reading: &Reading,
        at: u16,
        cost: u8,
        found: &mut Vec<Candidate>,
    ) {
        for &place in &self.names[usize::from(at)].places {
            add_best(found, candidate(all.at(place), reading, cost));
        }
    }
}

/// Adds a candidate, or raises the one of the same unit.
pub(super) fn add_best(found: &mut Vec<Candidate>, new: Candidate) {
    match found.iter_mut().find(|known| known.place == new.place) {
        Some(known) if known.score < new.score => *known = new,
        Some(_) => {}
        None => found.push(new),
    }
}

/// Scores a unit against a reading whose letters cost `cost` half edits.
pub(super) fn candidate(place: &Place, reading: &Reading, cost: u8) -> Candidate {
    let (lost, how) = match cost {
        0 => lost_marks(place, reading),
        _ => (
            PENALTY_SPELLING + PENALTY_HALF_EDIT * cost + strange_letters(place, reading),
            How::Spelling,
        ),
    };
    let lost_kind = match reading.kinds {
        kinds if kinds.is_empty() || kinds.has(place.kind) => 0,
        kinds if kinds.has_level(place.level()) => PENALTY_KIND,
        _ => PENALTY_LEVEL,
    };
    let score = 100_u8.saturating_sub(lost).saturating_sub(lost_kind).saturating_sub(reading.lost);
    Candidate { place: place.index, score, how: how.max(reading.how) }
}

/// What wrong or missing marks cost; the best of the names of the unit counts.
fn lost_marks(place: &Place, reading: &Reading) -> (u8, How) {
    let costs = names_of(place).map(|name| differing_marks(&reading.marked, &marked_letters(name)));
    match costs.min().unwrap_or(MOST_FOR_MARKS) {
        0 => (0, How::Exact),
        cost => (PENALTY_MARKS + cost.min(MOST_FOR_MARKS), How::Marks),
    }
}

/// How many letters of the reading, with their marks, the name lacks: among names that are equally
/// near, marks decide.
fn strange_letters(place: &Place, reading: &Reading) -> u8 {
    let name = marked_letters(place.name);
    let strange = reading.marked.chars().filter(|&c| !name.contains(c)).count();
    u8::try_from(strange).map_or(MOST_FOR_STRANGE, |strange| strange.min(MOST_FOR_STRANGE))
}

/// A missing mark costs one, a wrong one two.
fn differing_marks(written: &str, name: &str) -> u8 {
    if written.chars().count() != name.chars().count() {
        return MOST_FOR_MARKS;
    }
    let cost = |(a, b): (char, char)| match (a == b, a.is_ascii()) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    };
    written.chars().zip(name.chars()).map(cost).fold(0, u8::saturating_add)
}

fn names_of(place: &Place) -> impl Iterator<Item = &'static str> {
    std::iter::once(place.name).chain(place.also.split('|').filter(|name| !name.is_empty()))
}

/// The letters of a name without marks and blanks: scanning joins and parts words.
pub(super) fn key(name: &str) -> String {
    let mut key = fold(name);
    key.retain(|c| c != ' ');
    key
}

/// The half edits forgiven in a name of this length.
pub(super) fn tolerance(length: usize) -> u8 {
    match length {
        0..=2 => 0,
        3 => 1,
        4..=5 => 2,
        6..=8 => 3,
        _ => 4,
    }
}
