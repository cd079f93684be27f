//! Writes the steps of an expression.

use std::sync::OnceLock;

use regex_syntax::hir::{Capture, Hir, HirKind, Look, Repetition};

use super::super::letters::kind;
use super::ways::{self, Bundle, Way};
use super::{Crossing, END, Place, Run, Set, Step, Steps, Wish};

/// More steps than any form needs.
const MOST: usize = 20_000;
/// From so many ways on they are told apart by the next letter.
const MANY: usize = 3;

#[derive(Default)]
struct Writer {
    steps: Vec<Step>,
    letters: Vec<u8>,
    sets: Vec<Set>,
    runs: Vec<Run>,
    /// The ways of each crossing.
    crossings: Vec<Vec<Place>>,
    names: Vec<String>,
}

pub(super) fn write(hir: &Hir) -> Option<Steps> {
    let mut writer = Writer::default();
    writer.add(hir)?;
    writer.put(Step::Fit)?;
    let firsts = writer.firsts();
    for (at, step) in writer.steps.iter().enumerate() {
        if let Step::Run(run) = step {
            let run = &mut writer.runs[usize::from(*run)];
            run.next = firsts[at + 1];
            if run.wish == Wish::Long && run.set.is_apart(run.next) {
                run.wish = Wish::Whole;
            }
        }
    }
    let crossings = writer.crossings.iter().map(|ways| Crossing::new(ways, &firsts));
    Some(Steps {
        crossings: crossings.collect::<Option<_>>()?,
        first: firsts[0],
        firsts,
        steps: writer.steps,
        letters: writer.letters,
        sets: writer.sets,
        runs: writer.runs,
        names: writer.names,
        starts: OnceLock::new(),
        anchored: hir.properties().look_set_prefix().contains(Look::Start),
    })
}

impl Writer {
    fn here(&self) -> Option<Place> {
        Place::try_from(self.steps.len()).ok().filter(|_| self.steps.len() < MOST)
    }

    fn put(&mut self, step: Step) -> Option<Place> {
        let here = self.here()?;
        self.steps.push(step);
        Some(here)
    }

    fn set(&mut self, set: Set) -> Option<u16> {
        let known = self.sets.iter().position(|known| *known == set);
        let number = known.unwrap_or(self.sets.len());
        if known.is_none() {
            self.sets.push(set);
        }
        u16::try_from(number).ok()
    }

    fn add(&mut self, hir: &Hir) -> Option<()> {
        match hir.kind() {
            HirKind::Empty => {}
            HirKind::Literal(letters) => self.add_letters(&letters.0)?,
            HirKind::Class(class) => {
                let set = self.set(Set::of_class(class)?)?;
                self.put(Step::One(set))?;
            }
            HirKind::Look(look) => {
                self.put(match look {
                    Look::Start => Step::Start,
                    Look::End => Step::End,
                    Look::WordAscii => Step::Edge,
                    _ => return None,
                })?;
            }
            HirKind::Repetition(repeated) => self.add_repeated(repeated)?,
            HirKind::Capture(capture) => self.add_capture(capture)?,
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.add(part))?,
            HirKind::Alternation(parts) => self.add_ways(parts.iter().map(Way::of).collect())?,
        }
        Some(())
    }

    fn add_letters(&mut self, letters: &[u8]) -> Option<()> {
        let from = u16::try_from(self.letters.len()).ok()?;
        for letter in letters {
            self.letters.push(known(*letter)?);
        }
        self.put(Step::Letters(from, u16::try_from(self.letters.len()).ok()?))?;
        Some(())
    }

    fn add_capture(&mut self, capture: &Capture) -> Option<()> {
        let Some(name) = &capture.name else { return self.add(&capture.sub) };
        let known = self.names.iter().position(|known| **known == **name);
        let number = known.unwrap_or(self.names.len());
        if known.is_none() {
            self.names.push(name.to_string());
        }
        let begin = u16::try_from(number * 2).ok()?;
        self.put(Step::Mark(begin))?;
        self.add(&capture.sub)?;
        self.put(Step::Mark(begin + 1))?;
        Some(())
    }

    fn add_ways(&mut self, ways: Vec<Way<'_>>) -> Option<()> {
        let bundles = ways::bundled(ways);
        if let [bundle] = bundles.as_slice() {
            return self.add_bundle(bundle);
        }
        let begin = self.here()?;
        let number = self.crossings.len();
        let many = bundles.len() >= MANY;
        if many {
            self.put(Step::Crossing(u16::try_from(number).ok()?))?;
            self.crossings.push(Vec::new());
        }
        let mut ends = Vec::new();
        for (at, bundle) in bundles.iter().enumerate() {
            let way = self.here()?;
            let is_last = at + 1 == bundles.len();
            if many {
                self.crossings[number].push(way);
            } else if !is_last {
                self.put(Step::Fork(way + 1, way))?;
            }
            self.add_bundle(bundle)?;
            if !is_last {
                ends.push(self.put(Step::Jump(begin))?);
            }
            if !many && !is_last {
                self.steps[usize::from(way)] = Step::Fork(way + 1, self.here()?);
            }
        }
        let end = self.here()?;
        ends.into_iter().for_each(|at| self.steps[usize::from(at)] = Step::Jump(end));
        Some(())
    }

    fn add_bundle(&mut self, bundle: &Bundle<'_>) -> Option<()> {
        self.add_word(&bundle.word)?;
        match bundle.ways.as_slice() {
            [way] => way.rest.iter().try_for_each(|part| self.add(part)),
            ways => self.add_ways(ways.to_vec()),
        }
    }

    /// Letters; a blank is any run of blanks.
    fn add_word(&mut self, word: &[u8]) -> Option<()> {
        for (at, letters) in word.split(|letter| *letter == b' ').enumerate() {
            if at > 0 {
                self.add_run(Set::BLANK, 1, None, true)?;
            }
            if !letters.is_empty() {
                self.add_letters(letters)?;
            }
        }
        Some(())
    }

    fn add_run(&mut self, set: Set, fewest: u32, most: Option<u32>, long: bool) -> Option<()> {
        let number = u16::try_from(self.runs.len()).ok()?;
        let wish = if long { Wish::Long } else { Wish::Short };
        let most = most.unwrap_or(u32::MAX);
        self.runs.push(Run { set, fewest, most, wish, next: Set::ALL });
        self.put(Step::Run(number))?;
        Some(())
    }

    fn add_repeated(&mut self, repeated: &Repetition) -> Option<()> {
        if let Some(set) = letter(&repeated.sub) {
            return self.add_run(set, repeated.min, repeated.max, repeated.greedy);
        }
        (0..repeated.min).try_for_each(|_| self.add(&repeated.sub))?;
        match repeated.max {
            Some(most) => self.add_up_to(most.saturating_sub(repeated.min), repeated),
            // Steps would go round for ever in what may be empty.
            None if repeated.sub.properties().minimum_len() == Some(0) => None,
            None => self.add_any_number(repeated),
        }
    }

    fn add_up_to(&mut self, most: u32, repeated: &Repetition) -> Option<()> {
        let mut forks = Vec::new();
        for _ in 0..most {
            forks.push(self.put(Step::Fit)?);
            self.add(&repeated.sub)?;
        }
        let end = self.here()?;
        forks.into_iter().for_each(|at| self.fork(at, end, repeated.greedy));
        Some(())
    }

    fn add_any_number(&mut self, repeated: &Repetition) -> Option<()> {
        let begin = self.put(Step::Fit)?;
        self.add(&repeated.sub)?;
        self.put(Step::Jump(begin))?;
        let end = self.here()?;
        self.fork(begin, end, repeated.greedy);
        Some(())
    }

    /// One more, or on.
    fn fork(&mut self, at: Place, end: Place, greedy: bool) {
        let fork = if greedy { Step::Fork(at + 1, end) } else { Step::Fork(end, at + 1) };
        self.steps[usize::from(at)] = fork;
    }

    /// What may come first at each step: gone over until nothing is added, as steps lead back.
    fn firsts(&self) -> Vec<Set> {
        let mut firsts = vec![Set::NONE; self.steps.len()];
        let mut settled = false;
        while !settled {
            settled = true;
            for at in (0..self.steps.len()).rev() {
                let first = self.first(at, &firsts);
                settled &= first == firsts[at];
                firsts[at] = first;
            }
        }
        firsts
    }

    fn first(&self, at: usize, firsts: &[Set]) -> Set {
        let of = |place: Place| firsts[usize::from(place)];
        match self.steps[at] {
            Step::Letters(from, _) => Set::of(self.letters[usize::from(from)]),
            Step::One(set) => self.sets[usize::from(set)],
            Step::Run(run) => match &self.runs[usize::from(run)] {
                run if run.fewest > 0 => run.set,
                run => run.set.or(firsts[at + 1]),
            },
            Step::Edge | Step::Start | Step::Mark(_) => firsts[at + 1],
            Step::End => Set::of(END),
            Step::Fork(one, other) => of(one).or(of(other)),
            Step::Crossing(crossing) => {
                let ways = self.crossings[usize::from(crossing)].iter();
                ways.fold(Set::NONE, |all, way| all.or(of(*way)))
            }
            Step::Jump(place) => of(place),
            Step::Fit => Set::ALL,
        }
    }
}

/// The kind of a letter; nothing where others are of the same.
fn known(letter: u8) -> Option<u8> {
    let alike = (0..128).filter(|other| kind(*other) == kind(letter)).count();
    Some(kind(letter)).filter(|_| alike == 1)
}

/// What is one letter.
fn letter(hir: &Hir) -> Option<Set> {
    match hir.kind() {
        HirKind::Class(class) => Set::of_class(class),
        HirKind::Literal(letters) if letters.0.len() == 1 => known(letters.0[0]).map(Set::of),
        _ => None,
    }
}
