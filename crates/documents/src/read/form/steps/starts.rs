//! Where the steps of a form can begin: told from a letter, the one before and the one behind.

use super::super::trial::is_edge;
use super::{END, Place, Set, Step, Steps};

/// Letters with which a form begins.
#[derive(Debug)]
pub(in crate::read::form) struct Starts {
    /// By the letter, which of the ways; the first is none.
    by_letter: [u8; 64],
    ways: Vec<Start>,
}

/// How a form begins with a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Start {
    /// Only where a word begins or ends.
    at_edge: bool,
    /// What may come behind the letter.
    second: Set,
}

impl Starts {
    pub(super) fn of(steps: &Steps) -> Self {
        let mut starts = Self { by_letter: [0; 64], ways: vec![Start::default()] };
        for letter in (0..=END).filter(|letter| steps.first.has(*letter)) {
            let seen = vec![[false; 2]; steps.steps.len()];
            let start = Start { at_edge: true, second: Set::NONE };
            let mut walk = Walk { steps, letter, seen, start };
            walk.go(0, false);
            let start = walk.start;
            let known = starts.ways.iter().skip(1).position(|known| *known == start);
            let which = known.map_or(starts.ways.len(), |known| known + 1);
            if known.is_none() {
                starts.ways.push(start);
            }
            starts.by_letter[usize::from(letter)] = u8::try_from(which).unwrap_or(0);
        }
        starts
    }

    /// The first place from one on where the form may begin.
    pub(in crate::read::form) fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let way = |kind: u8| usize::from(self.by_letter[usize::from(kind & END)]);
        let letters = text.get(from..)?.iter().zip(from..);
        let mut starts = letters.filter(|(kind, at)| {
            let way = way(**kind);
            way != 0 && self.ways[way].may_be(text, *at)
        });
        match starts.next() {
            Some((_, at)) => Some(at),
            None => (way(END) != 0).then_some(text.len()),
        }
    }
}

impl Start {
    fn may_be(&self, text: &[u8], at: usize) -> bool {
        self.second.has(text.get(at + 1).copied().unwrap_or(END))
            && (!self.at_edge || is_edge(text, at))
    }
}

/// Walks from the first step to what follows one letter.
struct Walk<'a> {
    steps: &'a Steps,
    letter: u8,
    /// By the step, behind an edge and not.
    seen: Vec<[bool; 2]>,
    start: Start,
}

impl Walk<'_> {
    fn go(&mut self, place: Place, edged: bool) {
        let at = usize::from(place);
        if std::mem::replace(&mut self.seen[at][usize::from(edged)], true) {
            return;
        }
        let steps = self.steps;
        let next = |on: usize| steps.firsts.get(on).copied().unwrap_or_default();
        match steps.steps[at] {
            Step::Letters(from, to) if steps.letters[usize::from(from)] == self.letter => {
                let second = steps.letters[usize::from(from)..usize::from(to)].get(1);
                self.begin(edged, second.map_or(next(at + 1), |letter| Set::of(*letter)));
            }
            Step::One(set) if steps.sets[usize::from(set)].has(self.letter) => {
                self.begin(edged, next(at + 1));
            }
            Step::Run(run) => {
                let run = &steps.runs[usize::from(run)];
                if run.set.has(self.letter) && run.most > 0 {
                    self.begin(edged, run.set.or(next(at + 1)));
                }
                if run.fewest == 0 {
                    self.go(place + 1, edged);
                }
            }
            Step::Letters(..) | Step::One(_) => {}
            Step::Edge => self.go(place + 1, true),
            Step::End if self.letter != END => {}
            Step::Start | Step::End | Step::Mark(_) => self.go(place + 1, edged),
            Step::Fork(one, other) => [one, other].into_iter().for_each(|way| self.go(way, edged)),
            Step::Crossing(crossing) => {
                let crossing = &steps.crossings[usize::from(crossing)];
                let mut next = crossing.of(self.letter);
                while let Some((way, at)) = next {
                    self.go(way, edged);
                    next = crossing.next(at);
                }
            }
            Step::Jump(place) => self.go(place, edged),
            Step::Fit => self.begin(edged, Set::ALL),
        }
    }

    fn begin(&mut self, edged: bool, second: Set) {
        self.start.at_edge &= edged;
        self.start.second = self.start.second.or(second);
    }
}
