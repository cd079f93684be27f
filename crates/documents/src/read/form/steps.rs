//! A form as steps from letter to letter.
//!
//! Where a form is tried it nearly always fails at the second or third letter. A machine that goes all ways
//! at once takes longer to start than one that goes them in turn needs to come back from the first.

mod starts;
mod ways;
mod writing;

use std::sync::OnceLock;

use regex_syntax::hir::Hir;

use super::letters::{END, Set};
pub(super) use starts::Starts;

/// The place of a step among the steps of a form.
pub(super) type Place = u16;

/// What is done at one letter of a text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// These letters come: a stretch of [`Steps::letters`].
    Letters(u16, u16),
    /// A letter of the set comes.
    One(u16),
    /// Letters of a set come: which of [`Steps::runs`].
    Run(u16),
    /// A word begins or ends.
    Edge,
    Start,
    End,
    /// One way, and if it leads nowhere, the other.
    Fork(Place, Place),
    /// The ways that a letter leads to: which of [`Steps::crossings`].
    Crossing(u16),
    /// A named part begins or ends: which of the marks.
    Mark(u16),
    Jump(Place),
    /// The form fits.
    Fit,
}

/// A run of letters of a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub set: Set,
    /// What may come behind it.
    pub next: Set,
    pub fewest: u32,
    pub most: u32,
    pub wish: Wish,
}

/// How long a run is wished to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Long,
    /// Long, and what comes behind is never of the run: shorter ones need not be tried.
    Whole,
    Short,
}

/// Many ways of which the next letter excludes most.
#[derive(Debug)]
pub(super) struct Crossing {
    /// By the kind of the letter, where its ways begin among the ways.
    by_letter: [u16; 64],
    /// The ways of each letter in the order in which they are tried, each behind the last one's [`NO_WAY`].
    ways: Vec<Place>,
}

/// What ends the ways of a letter.
const NO_WAY: Place = Place::MAX;

impl Crossing {
    /// The ways that a letter leads to: the first of them, and where the others are.
    pub(super) fn of(&self, kind: u8) -> Option<(Place, u16)> {
        self.next(self.by_letter[usize::from(kind & END)])
    }

    /// A way, and where the one after it is.
    pub(super) fn next(&self, at: u16) -> Option<(Place, u16)> {
        self.ways.get(usize::from(at)).filter(|way| **way != NO_WAY).map(|way| (*way, at + 1))
    }

    /// Whether there is one more.
    pub(super) fn goes_on(&self, at: u16) -> bool {
        self.next(at).is_some()
    }

    fn new(ways: &[Place], firsts: &[Set]) -> Option<Self> {
        let mut crossing = Self { by_letter: [0; 64], ways: Vec::new() };
        let mut known: Vec<(Vec<Place>, u16)> = Vec::new();
        for kind in 0..=END {
            let open = ways.iter().filter(|way| firsts[usize::from(**way)].has(kind));
            let open: Vec<Place> = open.copied().chain([NO_WAY]).collect();
            let begin = match known.iter().find(|(other, _)| *other == open) {
                Some((_, begin)) => *begin,
                None => u16::try_from(crossing.ways.len()).ok()?,
            };
            if usize::from(begin) == crossing.ways.len() {
                crossing.ways.extend(&open);
                known.push((open, begin));
            }
            crossing.by_letter[usize::from(kind)] = begin;
        }
        Some(crossing)
    }
}

/// The steps of a form.
#[derive(Debug)]
pub(super) struct Steps {
    /// What a fit may begin with.
    pub first: Set,
    /// Whether a fit can only begin where the stretch does.
    pub anchored: bool,
    pub steps: Vec<Step>,
    /// What may come first at each step.
    pub firsts: Vec<Set>,
    pub letters: Vec<u8>,
    pub sets: Vec<Set>,
    pub runs: Vec<Run>,
    pub crossings: Vec<Crossing>,
    /// The named parts; each has a mark where it begins and one where it ends.
    pub names: Vec<String>,
    starts: OnceLock<Starts>,
}

impl Steps {
    /// Nothing where the expression has what steps cannot say.
    pub(super) fn of(hir: &Hir) -> Option<Self> {
        writing::write(hir)
    }

    /// Where a fit may begin, as it is first asked for.
    pub(super) fn starts(&self) -> &Starts {
        self.starts.get_or_init(|| Starts::of(self))
    }
}
