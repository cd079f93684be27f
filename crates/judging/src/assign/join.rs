//! Joining the parts of a group's design: two judges of different parts exchange a dossier each.
//!
//! An exchange leaves every load as it is. It joins two parts when one of the two pairs was not needed to hold
//! its own part together; such spare pairs are those that close a circle. Where no part has a circle there are
//! too few pairs for one design, and nothing can be done.

use std::collections::{BTreeMap, HashMap};

use crate::assign::board::Board;
use crate::assign::lots::lot;
use crate::assign::question::Group;

/// A pair by place.
type Place = (usize, u32);

/// What an exchange costs: points, then lots.
type Cost = (i64, i64);

/// Joins what can be joined for so many points each; `drawn` are the pairs beside the certain ones.
pub fn join(board: &Board, drawn: &mut [Place], most: u16) {
    let mut groups: BTreeMap<Group, Vec<usize>> = BTreeMap::new();
    for (at, (dossier, _)) in drawn.iter().enumerate() {
        groups.entry(board.dossiers[*dossier].group).or_default().push(at);
    }
    let mut held: BTreeMap<Group, Vec<Place>> = BTreeMap::new();
    for place in board.certain_places() {
        held.entry(board.dossiers[place.0].group).or_default().push(place);
    }
    for (group, own) in groups {
        let held = held.remove(&group).unwrap_or_default();
        while let Some((one, other)) = exchange(board, drawn, (&own, &held), most) {
            let (first, second) = (drawn[one].1, drawn[other].1);
            drawn[one].1 = second;
            drawn[other].1 = first;
        }
    }
}

/// The cheapest exchange that joins two parts, as two places of `drawn`; nothing where there is none, or none
/// is cheap enough.
fn exchange(
    board: &Board,
    drawn: &[Place],
    (own, held): (&[usize], &[Place]),
    most: u16,
) -> Option<(usize, usize)> {
    let is_kept = |at: &&usize| board.was_before(drawn[**at].0, drawn[**at].1);
    let (kept, free): (Vec<&usize>, Vec<&usize>) = own.iter().partition(is_kept);
    let mut parts = Parts::of(board);
    held.iter().for_each(|place| _ = parts.join(*place));
    kept.iter().for_each(|at| _ = parts.join(drawn[**at]));
    let spare: Vec<usize> =
        free.iter().filter(|at| !parts.join(drawn[***at])).map(|at| **at).collect();
    if parts.count() == 1 {
        return None;
    }
    let units = unit_loads(board, drawn, held);
    let mut moves: BTreeMap<(u32, u32), (Cost, usize)> = BTreeMap::new();
    for at in spare {
        let (dossier, from) = drawn[at];
        for to in strangers(board, &parts, drawn[at]) {
            let cost = (cost(board, &units, (dossier, from), to), at);
            let best = moves.entry((from, to)).or_insert(cost);
            *best = cost.min(*best);
        }
    }
    let mut best: Option<(Cost, usize, usize)> = None;
    for at in free.into_iter().copied() {
        let (dossier, from) = drawn[at];
        for to in strangers(board, &parts, drawn[at]) {
            let Some(((points, lots), one)) = moves.get(&(to, from)) else { continue };
            let back = cost(board, &units, (dossier, from), to);
            let found = ((points + back.0, lots + back.1), *one, at);
            best = Some(best.map_or(found, |best| best.min(found)));
        }
    }
    best.filter(|((points, _), ..)| *points <= i64::from(most)).map(|(_, one, other)| (one, other))
}

/// Judges of other parts who can have the dossier of a pair.
fn strangers(board: &Board, parts: &Parts, (dossier, judge): Place) -> Vec<u32> {
    let own = parts.of_judge(judge);
    let pool = board.pool(dossier).iter().map(|(judge, _)| *judge);
    pool.filter(|to| parts.has(*to) && parts.of_judge(*to) != own)
        .filter(|to| board.is_open(dossier, *to))
        .collect()
}

/// How many dossiers of each unit each judge has, by unit and judge.
fn unit_loads(board: &Board, drawn: &[Place], held: &[Place]) -> HashMap<(u32, u32), i64> {
    let mut loads = HashMap::new();
    for (dossier, judge) in drawn.iter().chain(held) {
        if let Some(unit) = board.units[*dossier] {
            *loads.entry((unit, *judge)).or_default() += 1;
        }
    }
    loads
}

/// What it costs that another judge has a dossier, the loads being what they are.
fn cost(board: &Board, units: &HashMap<(u32, u32), i64>, (dossier, from): Place, to: u32) -> Cost {
    let far = |judge: u32| i64::from(board.far(dossier, judge));
    let lot = |judge: u32| i64::from(lot(board.question.seed, board.pair(dossier, judge)));
    let of_unit = board.units[dossier].map_or(0, |unit| {
        let has = |judge: u32| units.get(&(unit, judge)).copied().unwrap_or(0);
        2 * i64::from(board.question.weights.unit) * (has(to) - has(from) + 1)
    });
    (far(to) - far(from) + of_unit, lot(to) - lot(from))
}

/// What hangs together: a forest over dossiers and, after them, judges.
struct Parts {
    dossiers: usize,
    above: Vec<usize>,
    size: Vec<usize>,
}

impl Parts {
    fn of(board: &Board) -> Self {
        let all = board.dossiers.len() + board.judges.len();
        Self { dossiers: board.dossiers.len(), above: (0..all).collect(), size: vec![1; all] }
    }

    fn root(&self, mut node: usize) -> usize {
        while self.above[node] != node {
            node = self.above[node];
        }
        node
    }

    fn of_judge(&self, judge: u32) -> usize {
        self.root(self.dossiers + judge as usize)
    }

    /// Whether a judge has anything.
    fn has(&self, judge: u32) -> bool {
        self.size[self.of_judge(judge)] > 1
    }

    /// Joins a dossier and a judge; whether they were apart.
    fn join(&mut self, (dossier, judge): Place) -> bool {
        let (one, other) = (self.root(dossier), self.of_judge(judge));
        let (small, great) =
            if self.size[one] < self.size[other] { (one, other) } else { (other, one) };
        if small != great {
            self.above[small] = great;
            self.size[great] += self.size[small];
        }
        small != great
    }

    /// How many parts with several members there are.
    fn count(&self) -> usize {
        (0..self.above.len())
            .filter(|node| self.above[*node] == *node && self.size[*node] > 1)
            .count()
    }
}
