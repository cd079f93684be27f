//! Whether everybody can have what they need, whatever it costs; else who lacks what.
//!
//! A greatest flow (Dinic 1970) first gives each judge their least, then each dossier its judges. A judge who has
//! their least keeps as many while the flow grows, so the two can be had together if each can be had. Where it
//! cannot grow, what it reaches is the shortage.

use std::collections::{BTreeMap, HashSet};

use crate::assign::answer::{Lacking, Shortage};
use crate::assign::board::Board;
use crate::assign::question::Lock;
use crate::design::{DossierNumber, JudgeNumber, Pair};

/// Not reached.
const FAR: u32 = u32::MAX;

/// Judges for dossiers, by place.
#[derive(Debug)]
pub struct Matching<'b> {
    board: &'b Board<'b>,
    /// Who can have each dossier.
    open: &'b [Vec<u32>],
    /// Who has each dossier.
    pub has: Vec<Vec<u32>>,
    /// What each judge has.
    holds: Vec<Vec<u32>>,
}

/// How many steps each dossier and judge is from a dossier that lacks a judge.
struct Levels {
    dossiers: Vec<u32>,
    judges: Vec<u32>,
}

impl<'b> Matching<'b> {
    /// Judges for all dossiers out of those who can have each.
    ///
    /// # Errors
    /// Not all needs can be met.
    pub fn of(board: &'b Board<'b>, open: &'b [Vec<u32>]) -> Result<Self, Vec<Shortage>> {
        let has = vec![Vec::new(); board.dossiers.len()];
        let holds = vec![Vec::new(); board.judges.len()];
        let mut matching = Self { board, open, has, holds };
        let levels = matching.grow(&|judge| board.least(judge));
        if (0..board.judges.len()).any(|at| (matching.holds[at].len() as u32) < board.least(at)) {
            return Err(matching.lack_of_work(&levels));
        }
        let levels = matching.grow(&|judge| board.room(judge));
        if (0..board.dossiers.len()).any(|dossier| matching.lacks(dossier)) {
            return Err(matching.lack_of_judges(&levels));
        }
        Ok(matching)
    }

    fn lacks(&self, dossier: usize) -> bool {
        (self.has[dossier].len() as u32) < self.board.needs[dossier]
    }

    fn has_room(&self, judge: usize, most: &impl Fn(usize) -> u32) -> bool {
        (self.holds[judge].len() as u32) < most(judge)
    }

    /// Gives dossiers that lack judges more of them, no judge more than their most, until nothing more can be
    /// given; what was reached last.
    fn grow(&mut self, most: &impl Fn(usize) -> u32) -> Levels {
        loop {
            let mut levels = self.levels();
            let mut given = false;
            for dossier in 0..self.has.len() {
                while self.lacks(dossier) && self.give(dossier, most, &mut levels) {
                    given = true;
                }
            }
            if !given {
                return self.levels();
            }
        }
    }

    fn levels(&self) -> Levels {
        let mut dossiers = vec![FAR; self.has.len()];
        let mut judges = vec![FAR; self.holds.len()];
        let mut reached: Vec<u32> =
            (0..dossiers.len() as u32).filter(|it| self.lacks(*it as usize)).collect();
        reached.iter().for_each(|dossier| dossiers[*dossier as usize] = 0);
        let mut at = 0;
        while at < reached.len() {
            let dossier = reached[at] as usize;
            at += 1;
            for judge in self.open[dossier].iter().filter(|it| !self.has[dossier].contains(it)) {
                let judge = *judge as usize;
                if judges[judge] != FAR {
                    continue;
                }
                judges[judge] = dossiers[dossier] + 1;
                for held in &self.holds[judge] {
                    if dossiers[*held as usize] == FAR {
                        dossiers[*held as usize] = judges[judge] + 1;
                        reached.push(*held);
                    }
                }
            }
        }
        Levels { dossiers, judges }
    }

    /// Gives a dossier a judge more, if need be one whose dossier gets another; whether it was possible.
    fn give(&mut self, dossier: usize, most: &impl Fn(usize) -> u32, levels: &mut Levels) -> bool {
        let open = self.open;
        for judge in &open[dossier] {
            let place = *judge as usize;
            let is_next = levels.judges[place] == levels.dossiers[dossier].saturating_add(1);
            if !is_next || self.has[dossier].contains(judge) {
                continue;
            }
            if self.has_room(place, most) || self.free(place, most, levels) {
                self.has[dossier].push(*judge);
                self.holds[place].push(dossier as u32);
                return true;
            }
            levels.judges[place] = FAR;
        }
        levels.dossiers[dossier] = FAR;
        false
    }

    /// Takes a dossier off a judge that can get another one; whether there was one.
    fn free(&mut self, judge: usize, most: &impl Fn(usize) -> u32, levels: &mut Levels) -> bool {
        for at in 0..self.holds[judge].len() {
            let held = self.holds[judge][at] as usize;
            let is_next = levels.dossiers[held] == levels.judges[judge].saturating_add(1);
            if is_next && self.give(held, most, levels) {
                self.has[held].retain(|other| *other as usize != judge);
                self.holds[judge].swap_remove(at);
                return true;
            }
        }
        false
    }

    /// The shortages among the dossiers that were reached: no judge who was reached has room.
    fn lack_of_judges(&self, levels: &Levels) -> Vec<Shortage> {
        let reached = (0..levels.dossiers.len()).filter(|it| levels.dossiers[*it] != FAR);
        let closed = Closed::of(self.board);
        let mut found = Vec::new();
        for dossiers in self.together(reached.collect()) {
            let mut offers: BTreeMap<JudgeNumber, u32> = BTreeMap::new();
            let mut needed = 0;
            for dossier in &dossiers {
                needed += u64::from(self.board.needs[*dossier]);
                for judge in &self.open[*dossier] {
                    let offer =
                        offers.entry(self.board.judges[*judge as usize].number).or_default();
                    *offer = (*offer + 1).min(self.board.room(*judge as usize));
                }
            }
            let judges: Vec<(JudgeNumber, u32)> = offers.into_iter().collect();
            let offered = judges.iter().map(|(_, offer)| u64::from(*offer)).sum();
            if needed > offered {
                let dossiers = dossiers.iter().map(|it| self.lacking(*it, &closed)).collect();
                found.push(Shortage::Judges { dossiers, judges, needed, offered });
            }
        }
        found
    }

    /// Dossiers parted so that no judge is open to two parts.
    fn together(&self, dossiers: Vec<usize>) -> Vec<Vec<usize>> {
        let pair = |dossier: usize, judge: &u32| Pair {
            dossier: DossierNumber(dossier as u32),
            judge: JudgeNumber(*judge),
        };
        let pairs = dossiers
            .iter()
            .flat_map(|dossier| self.open[*dossier].iter().map(move |judge| pair(*dossier, judge)));
        let parts = crate::design::parts(pairs).into_iter();
        let places = |part: crate::design::Part| part.dossiers.into_iter().map(|it| it.0 as usize);
        let alone = dossiers.iter().filter(|dossier| self.open[**dossier].is_empty());
        let alone = alone.map(|dossier| vec![*dossier]);
        parts.map(|part| places(part).collect()).chain(alone.collect::<Vec<_>>()).collect()
    }

    fn lacking(&self, dossier: usize, closed: &Closed) -> Lacking {
        let (board, number) = (self.board, self.board.dossiers[dossier].number);
        let pool = board.pool(dossier);
        let count = |is: &dyn Fn(usize, Pair) -> bool| {
            let pairs =
                pool.iter().map(|(judge, _)| (*judge as usize, board.pair(dossier, *judge)));
            pairs.filter(|(judge, pair)| is(*judge, *pair)).count() as u32
        };
        Lacking {
            dossier: number,
            needs: board.needs[dossier],
            know: pool.len() as u32,
            conflict: count(&|_, pair| closed.conflicts.contains(&pair)),
            kept_from: count(&|_, pair| closed.kept_from.contains(&pair)),
            full: count(&|judge, _| board.room(judge) == 0),
            open: self.open[dossier].len() as u32,
        }
    }

    /// The shortage of the judges who were not reached: every dossier that is open to them and has a judge to
    /// give was given to them.
    fn lack_of_work(&self, levels: &Levels) -> Vec<Shortage> {
        let board = self.board;
        let lacking = |judge: &usize| levels.judges[*judge] == FAR && board.least(*judge) > 0;
        let judges: Vec<usize> = (0..board.judges.len()).filter(lacking).collect();
        let among: HashSet<u32> = judges.iter().map(|judge| *judge as u32).collect();
        let gives = |dossier: usize| {
            let open = self.open[dossier].iter().filter(|judge| among.contains(judge));
            board.needs[dossier].min(open.count() as u32)
        };
        let dossiers = (0..board.dossiers.len()).map(|it| (board.dossiers[it].number, gives(it)));
        let dossiers: Vec<(DossierNumber, u32)> =
            dossiers.filter(|(_, gives)| *gives > 0).collect();
        let judges = judges.iter().map(|it| (board.judges[*it].number, board.least(*it)));
        let judges: Vec<(JudgeNumber, u32)> = judges.collect();
        let needed = judges.iter().map(|(_, least)| u64::from(*least)).sum();
        let offered = dossiers.iter().map(|(_, gives)| u64::from(*gives)).sum();
        vec![Shortage::Work { judges, dossiers, needed, offered }]
    }
}

/// What keeps judges from dossiers, by its reason.
struct Closed {
    conflicts: HashSet<Pair>,
    kept_from: HashSet<Pair>,
}

impl Closed {
    fn of(board: &Board) -> Self {
        let kept_from = board.question.locks.iter().filter_map(|lock| match lock {
            Lock::MustNot(pair) => Some(*pair),
            Lock::Must(_) => None,
        });
        let conflicts = board.question.conflicts.iter().copied().collect();
        Self { conflicts, kept_from: kept_from.collect() }
    }
}
