//! Tries the steps of a form at one place of a text.

use super::letters::{END, Set};
use super::steps::{Place, Run, Step, Steps, Wish};

/// Turns and letters of runs that a trial may take whatever the text, and for each letter of it: so that
/// time grows with the text.
const PATIENCE: (usize, usize) = (2_000, 8);
/// The mark of a part that has not begun.
pub(super) const UNMARKED: u32 = u32::MAX;

/// What trials need room for, kept from one to the next.
#[derive(Default)]
pub(in crate::read) struct Room {
    /// The ways that are still open, the last one first.
    open: Vec<Turn>,
    marks: Vec<u32>,
}

/// A way that is still open.
#[derive(Clone, Copy)]
enum Turn {
    /// From a step on at a letter.
    At(Place, usize),
    /// The rest of the ways of a crossing.
    Ways { crossing: u16, next: u16, at: usize },
    /// From a step on where a run is shorter.
    Shorter { step: Place, low: usize, high: usize },
    /// A run that may take more letters.
    Longer { step: Place, at: usize, taken: u32 },
    /// A mark as it was before.
    Mark(u16, u32),
}

/// How a trial ended.
pub(super) enum Outcome {
    /// The form fits up to here.
    Fits(usize),
    Fails,
    /// There are too many ways.
    Weary,
}

/// Trials of a form in one stretch.
pub(super) struct Trial<'a> {
    steps: &'a Steps,
    text: &'a [u8],
    room: &'a mut Room,
    patience: usize,
}

impl<'a> Trial<'a> {
    pub(super) fn new(steps: &'a Steps, text: &'a [u8], room: &'a mut Room) -> Self {
        room.open.clear();
        room.marks.clear();
        room.marks.resize(steps.names.len() * 2, UNMARKED);
        Self { steps, text, room, patience: PATIENCE.0 + PATIENCE.1 * text.len() }
    }

    /// Where the named parts begin and end.
    pub(super) fn marks(&self) -> Box<[u32]> {
        self.room.marks.as_slice().into()
    }

    /// Tries the form at a place.
    pub(super) fn at(&mut self, place: usize) -> Outcome {
        let (mut step, mut at) = (0, place);
        loop {
            let next = match self.steps.steps[usize::from(step)] {
                Step::Fit => return Outcome::Fits(at),
                taken => self.take(taken, step, at),
            };
            match next.or_else(|| self.turn_back()) {
                Some(_) if self.patience == 0 => return Outcome::Weary,
                Some(next) => (step, at) = next,
                None => return Outcome::Fails,
            }
        }
    }

    fn letter(&self, at: usize) -> u8 {
        self.text.get(at).copied().unwrap_or(END)
    }

    fn may_lead(&self, step: Place, at: usize) -> bool {
        self.steps.firsts[usize::from(step)].has(self.letter(at))
    }

    /// The next step and its letter, if the text has what the step asks for.
    fn take(&mut self, taken: Step, step: Place, at: usize) -> Option<(Place, usize)> {
        let on = |is: bool, at: usize| is.then_some((step + 1, at));
        match taken {
            Step::Letters(from, to) => {
                let letters = &self.steps.letters[usize::from(from)..usize::from(to)];
                let rest = self.text.get(at..at + letters.len())?;
                on(rest.iter().zip(letters).all(|(one, other)| one == other), at + letters.len())
            }
            Step::One(set) => {
                let set = self.steps.sets[usize::from(set)];
                on(self.text.get(at).is_some_and(|letter| set.has(*letter)), at + 1)
            }
            Step::Run(run) => self.run(&self.steps.runs[usize::from(run)], step, at),
            Step::Edge => on(is_edge(self.text, at), at),
            Step::Start => on(at == 0, at),
            Step::End => on(at == self.text.len(), at),
            Step::Fork(one, other) => {
                if !self.may_lead(one, at) {
                    return Some((other, at));
                }
                if self.may_lead(other, at) {
                    self.room.open.push(Turn::At(other, at));
                }
                Some((one, at))
            }
            Step::Crossing(crossing) => {
                let next = self.steps.crossings[usize::from(crossing)].of(self.letter(at));
                self.cross(crossing, next, at)
            }
            Step::Mark(mark) => {
                self.mark(mark, at);
                on(true, at)
            }
            Step::Jump(place) => Some((place, at)),
            Step::Fit => None,
        }
    }

    fn cross(
        &mut self,
        crossing: u16,
        next: Option<(Place, u16)>,
        at: usize,
    ) -> Option<(Place, usize)> {
        let (way, next) = next?;
        if self.steps.crossings[usize::from(crossing)].goes_on(next) {
            self.room.open.push(Turn::Ways { crossing, next, at });
        }
        Some((way, at))
    }

    fn mark(&mut self, mark: u16, at: usize) {
        let at = u32::try_from(at).unwrap_or(UNMARKED);
        let before = std::mem::replace(&mut self.room.marks[usize::from(mark)], at);
        self.room.open.push(Turn::Mark(mark, before));
    }

    fn run(&mut self, run: &Run, step: Place, at: usize) -> Option<(Place, usize)> {
        let most = if run.wish == Wish::Short { run.fewest } else { run.most };
        let rest = self.text[at..].iter().take(most as usize);
        let taken = rest.take_while(|letter| run.set.has(**letter)).count();
        self.patience = self.patience.saturating_sub(taken);
        let low = at + run.fewest as usize;
        let high = at + taken;
        if high < low {
            return None;
        }
        match run.wish {
            Wish::Whole => Some((step + 1, high)),
            Wish::Long => self.shorten(step + 1, low, high),
            Wish::Short => self.lengthen(run, step, high, run.fewest),
        }
    }

    /// The longest run of at least and at most so many letters behind which the form may go on.
    fn shorten(&mut self, step: Place, low: usize, high: usize) -> Option<(Place, usize)> {
        let at = (low..=high).rev().find(|at| self.may_lead(step, *at))?;
        if at > low {
            self.room.open.push(Turn::Shorter { step, low, high: at - 1 });
        }
        Some((step, at))
    }

    /// The shortest run, longer by none or more letters, behind which the form may go on.
    fn lengthen(
        &mut self,
        run: &Run,
        step: Place,
        at: usize,
        taken: u32,
    ) -> Option<(Place, usize)> {
        let (mut at, mut taken) = (at, taken);
        let before = at;
        while !run.next.has(self.letter(at)) {
            if taken == run.most || !run.set.has(self.letter(at)) {
                return None;
            }
            (at, taken) = (at + 1, taken + 1);
        }
        self.patience = self.patience.saturating_sub(at - before);
        if taken < run.most && run.set.has(self.letter(at)) {
            self.room.open.push(Turn::Longer { step, at: at + 1, taken: taken + 1 });
        }
        Some((step + 1, at))
    }

    /// The last way that is still open.
    fn turn_back(&mut self) -> Option<(Place, usize)> {
        loop {
            self.patience = self.patience.saturating_sub(1);
            let next = match self.room.open.pop()? {
                Turn::At(step, at) => Some((step, at)),
                Turn::Ways { crossing, next, at } => {
                    let next = self.steps.crossings[usize::from(crossing)].next(next);
                    self.cross(crossing, next, at)
                }
                Turn::Shorter { step, low, high } => self.shorten(step, low, high),
                Turn::Longer { step, at, taken } => {
                    let Step::Run(run) = self.steps.steps[usize::from(step)] else { return None };
                    self.lengthen(&self.steps.runs[usize::from(run)], step, at, taken)
                }
                Turn::Mark(mark, before) => {
                    self.room.marks[usize::from(mark)] = before;
                    None
                }
            };
            if next.is_some() {
                return next;
            }
        }
    }
}

/// Whether a word begins or ends at a place.
pub(super) fn is_edge(text: &[u8], at: usize) -> bool {
    let is_word = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|letter| Set::WORD.has(*letter))
    };
    is_word(at.checked_sub(1)) != is_word(Some(at))
}
