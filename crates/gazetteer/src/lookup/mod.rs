//! From a written name to the units it may mean.

mod distance;
mod names;
mod reading;
mod vocabulary;
mod within;

use std::cmp::Reverse;

use serde::Serialize;

use crate::{Gazetteer, Place};

use names::Candidate;
pub(crate) use names::Names;
use reading::{Reading, Segment};
use within::{LEGIBLE, Reach};

/// How the text and the name of the unit agree; the worst of the reasons that applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Letters and marks are the same.
    Exact,
    /// The letters are the same; marks are missing or wrong.
    Marks,
    /// Some letters differ.
    Spelling,
}

/// One unit that a text may mean.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// The unit.
    pub place: &'static Place,
    /// How well it fits, of 100. Like scores mean that the text does not decide.
    pub score: u8,
    /// How its name was recognised.
    pub how: How,
}

/// No address is longer; what follows is not read.
const CHARACTERS: usize = 300;
/// More units than this are no answer to a person.
const ANSWERS: usize = 60;
/// A match this far below the best, or below the floor, is not given.
const SPREAD: u8 = 20;
const FLOOR: u8 = 45;
/// A first part below this is taken for a street or a hamlet when another part follows.
const SUBJECT: u8 = 60;
const PENALTY_SKIPPED: u8 = 8;

pub(crate) fn look_up(all: &'static Gazetteer, text: &str) -> Vec<Match> {
    let mut end = text.len();
    if let Some((at, _)) = text.char_indices().nth(CHARACTERS) {
        end = at;
    }
    let segments = reading::segments(&text[..end], |segment| all.names.knows(segment));
    let readings: Vec<Vec<Reading>> = segments.iter().map(Segment::readings).collect();
    let found = candidates(all, &readings);
    let skipped = leading_unknown(&found);
    let (Some(subject), Some(above)) = (found.get(skipped), found.get(skipped + 1..)) else {
        return Vec::new();
    };
    let mut fitting = within::narrow(all, subject, above);
    if let Some(frame) = above.iter().find(|part| best(part) >= LEGIBLE)
        && best(&fitting) < LEGIBLE
    {
        let far = within::search(all, &readings[skipped], frame, Reach::Far);
        fitting.extend(within::narrow(all, &far, above));
    }
    if segments.iter().any(Segment::is_former) {
        within::prefer_former(all, &mut fitting);
    }
    let penalty = PENALTY_SKIPPED.saturating_mul(u8::try_from(skipped).unwrap_or(u8::MAX));
    answers(all, fitting, penalty)
}

/// The candidates of each part. The larger parts are read first: a near name is sought in them
/// before it is sought in the whole country.
fn candidates(all: &Gazetteer, readings: &[Vec<Reading>]) -> Vec<Vec<Candidate>> {
    let mut found: Vec<Vec<Candidate>> = Vec::with_capacity(readings.len());
    for part in readings.iter().rev() {
        let mut fitting = all.names.exact(all, part);
        if best(&fitting) < LEGIBLE
            && let Some(frame) = found.last()
        {
            fitting.extend(within::search(all, part, frame, Reach::Near));
        }
        if best(&fitting) < SUBJECT {
            all.names.near(all, part, &mut fitting);
        }
        found.push(fitting);
    }
    found.reverse();
    found
}

/// How many parts at the start name no unit, when a later one does.
fn leading_unknown(found: &[Vec<Candidate>]) -> usize {
    let unknown = found.iter().take_while(|candidates| best(candidates) < SUBJECT).count();
    if unknown < found.len() && found[..unknown].iter().all(Vec::is_empty) { unknown } else { 0 }
}

fn best(candidates: &[Candidate]) -> u8 {
    candidates.iter().map(|candidate| candidate.score).max().unwrap_or(0)
}

fn answers(all: &'static Gazetteer, mut found: Vec<Candidate>, penalty: u8) -> Vec<Match> {
    let rank = |candidate: &Candidate| {
        let place = all.at(candidate.place);
        (Reverse(candidate.score), place.level(), Reverse(place.era()), place.id)
    };
    found.sort_by_key(rank);
    let floor = best(&found).saturating_sub(SPREAD).max(FLOOR);
    let mut matches: Vec<Match> = Vec::with_capacity(found.len().min(ANSWERS));
    for candidate in found.iter().filter(|candidate| candidate.score >= floor) {
        let place = all.at(candidate.place);
        if matches.len() < ANSWERS && !matches.iter().any(|known| known.place.id == place.id) {
            let score = candidate.score.saturating_sub(penalty);
            matches.push(Match { place, score, how: candidate.how });
        }
    }
    matches
}
