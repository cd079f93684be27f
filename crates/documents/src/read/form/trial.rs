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

/// A step and the letter that it is taken at.
#[derive(Clone, Copy)]
struct Here {
    step: Place,
    at: u32,
}

/// A way that is still open.
#[derive(Clone, Copy)]
enum Turn {
    At(Here),
    /// The rest of the ways of a crossing.
    Ways {
        crossing: u16,
        next: u16,
        at: u32,
    },
    /// From a step on where a run is shorter.
    Shorter {
        step: Place,
        low: u32,
        high: u32,
    },
    /// A run that may take more letters.
    Longer {
        run: Here,
        taken: u32,
    },
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
        let mut here = Here { step: 0, at: u32::try_from(place).unwrap_or(u32::MAX) };
        loop {
            let step = self.steps.steps[usize::from(here.step)];
            if matches!(step, Step::Fit) {
                return Outcome::Fits(here.at as usize);
            }
            if self.take(step, &mut here) {
                continue;
            }
            if self.patience == 0 {
                return Outcome::Weary;
            }
            if !self.turn_back(&mut here) {
                return Outcome::Fails;
            }
        }
    }

    fn letter(&self, at: u32) -> u8 {
        self.text.get(at as usize).copied().unwrap_or(END)
    }

    fn may_lead(&self, step: Place, at: u32) -> bool {
        self.steps.firsts[usize::from(step)].has(self.letter(at))
    }

    /// Goes on to the next step, if the text has what this one asks for.
    #[inline]
    fn take(&mut self, step: Step, here: &mut Here) -> bool {
        let at = here.at;
        match step {
            Step::Letters(from, to) => {
                let letters = &self.steps.letters[usize::from(from)..usize::from(to)];
                here.step += 1;
                here.at += u32::from(to - from);
                let stretch = self.text.get(at as usize..here.at as usize);
                stretch.is_some_and(|it| it.iter().zip(letters).all(|(one, other)| one == other))
            }
            Step::One(set) => {
                here.step += 1;
                here.at += 1;
                let letter = self.text.get(at as usize);
                letter.is_some_and(|letter| self.steps.sets[usize::from(set)].has(*letter))
            }
            Step::Run(run) => self.run(&self.steps.runs[usize::from(run)], here),
            Step::Edge => go_if(is_edge(self.text, at as usize), here),
            Step::Start => go_if(at == 0, here),
            Step::End => go_if(at as usize == self.text.len(), here),
            Step::Fork(one, other) => {
                self.fork(one, other, here);
                true
            }
            Step::Crossing(crossing) => {
                let next = self.steps.crossings[usize::from(crossing)].of(self.letter(at));
                self.cross(crossing, next, here)
            }
            Step::Mark(mark) => {
                let before = std::mem::replace(&mut self.room.marks[usize::from(mark)], at);
                self.room.open.push(Turn::Mark(mark, before));
                go_if(true, here)
            }
            Step::Jump(place) => {
                here.step = place;
                true
            }
            Step::Fit => true,
        }
    }

    #[inline]
    fn fork(&mut self, one: Place, other: Place, here: &mut Here) {
        here.step = other;
        if self.may_lead(one, here.at) {
            if self.may_lead(other, here.at) {
                self.room.open.push(Turn::At(*here));
            }
            here.step = one;
        }
    }

    #[inline]
    fn cross(&mut self, crossing: u16, next: Option<(Place, u16)>, here: &mut Here) -> bool {
        let Some((way, next)) = next else { return false };
        if self.steps.crossings[usize::from(crossing)].goes_on(next) {
            self.room.open.push(Turn::Ways { crossing, next, at: here.at });
        }
        here.step = way;
        true
    }

    #[inline]
    fn run(&mut self, run: &Run, here: &mut Here) -> bool {
        let most = if run.wish == Wish::Short { run.fewest } else { run.most };
        let rest = self.text[here.at as usize..].iter().zip(0..most);
        let taken = rest.take_while(|(letter, _)| run.set.has(**letter)).count();
        self.patience = self.patience.saturating_sub(taken);
        let low = here.at + run.fewest;
        here.at += u32::try_from(taken).unwrap_or(u32::MAX);
        if here.at < low {
            return false;
        }
        match run.wish {
            Wish::Whole => go_if(true, here),
            Wish::Long => {
                here.step += 1;
                self.shorten(low, here)
            }
            Wish::Short => self.lengthen(run, run.fewest, here),
        }
    }

    /// The longest run down to a place behind which the form may go on.
    fn shorten(&mut self, low: u32, here: &mut Here) -> bool {
        let step = here.step;
        let at = (low..=here.at).rev().find(|at| self.may_lead(step, *at));
        let Some(at) = at else { return false };
        if at > low {
            self.room.open.push(Turn::Shorter { step, low, high: at - 1 });
        }
        here.at = at;
        true
    }

    /// The shortest run, longer by none or more letters, behind which the form may go on.
    fn lengthen(&mut self, run: &Run, mut taken: u32, here: &mut Here) -> bool {
        let before = taken;
        while !run.next.has(self.letter(here.at)) {
            if taken == run.most || !run.set.has(self.letter(here.at)) {
                return false;
            }
            here.at += 1;
            taken += 1;
        }
        self.patience = self.patience.saturating_sub((taken - before) as usize);
        if taken < run.most && run.set.has(self.letter(here.at)) {
            let run = Here { at: here.at + 1, ..*here };
            self.room.open.push(Turn::Longer { run, taken: taken + 1 });
        }
        go_if(true, here)
    }

    /// The last way that is still open.
    fn turn_back(&mut self, here: &mut Here) -> bool {
        while let Some(turn) = self.room.open.pop() {
            self.patience = self.patience.saturating_sub(1);
            let goes_on = match turn {
                Turn::At(place) => {
                    *here = place;
                    true
                }
                Turn::Ways { crossing, next, at } => {
                    here.at = at;
                    let next = self.steps.crossings[usize::from(crossing)].next(next);
                    self.cross(crossing, next, here)
                }
                Turn::Shorter { step, low, high } => {
                    *here = Here { step, at: high };
                    self.shorten(low, here)
                }
                Turn::Longer { run, taken } => {
                    *here = run;
                    match self.steps.steps[usize::from(run.step)] {
                        Step::Run(run) => {
                            self.lengthen(&self.steps.runs[usize::from(run)], taken, here)
                        }
                        _ => false,
                    }
                }
                Turn::Mark(mark, before) => {
                    self.room.marks[usize::from(mark)] = before;
                    false
                }
            };
            if goes_on {
                return true;
            }
        }
        false
    }
}

#[inline]
fn go_if(is: bool, here: &mut Here) -> bool {
    here.step += 1;
    is
}

/// Whether a word begins or ends at a place.
pub(super) fn is_edge(text: &[u8], at: usize) -> bool {
    let is_word = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|letter| Set::WORD.has(*letter))
    };
    is_word(at.checked_sub(1)) != is_word(Some(at))
}
