//! The pairs with their grounds and costs, and what is to be known of the whole.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Add;

use crate::assign::answer::{Assigned, Assignment, Design, Ground, Sum};
use crate::assign::board::Board;
use crate::assign::lots::lot;
use crate::assign::question::Group;
use crate::conflict::UnitKey;
use crate::design::{DossierNumber, JudgeNumber, Pair, parts};

/// The answer; `drawn` are the pairs beside the certain ones, by place.
pub fn explain(board: &Board, drawn: &[(usize, u32)], bound: Sum) -> Assignment {
    let pairs = assigned(board, drawn);
    let reassigns = !board.question.before.is_empty();
    let sum = |one: &Assigned| Sum {
        moved: u64::from(reassigns && one.ground == Ground::Drawn),
        cost: one.far + one.load + one.unit,
        lots: u64::from(one.lot.unwrap_or(0)),
    };
    let total = pairs.iter().map(sum).fold(Sum::default(), Sum::add);
    let (designs, one_set) = (designs(board, &pairs), one_set(board, &pairs));
    Assignment { pairs, total, bound, designs, one_set }
}

/// Points that the certain pairs cost by themselves.
pub fn certain_cost(board: &Board) -> u64 {
    assigned(board, &[]).iter().map(|one| one.far + one.load + one.unit).sum()
}

/// Every pair with what it costs, sorted.
fn assigned(board: &Board, drawn: &[(usize, u32)]) -> Vec<Assigned> {
    let mut all = board.certain_places();
    all.extend(drawn);
    let mut loads: HashMap<u32, u64> = HashMap::new();
    let mut units: HashMap<(u32, u32), u64> = HashMap::new();
    for (dossier, judge) in &all {
        *loads.entry(*judge).or_default() += 1;
        if let Some(unit) = board.units[*dossier] {
            *units.entry((unit, *judge)).or_default() += 1;
        }
    }
    let done: HashSet<Pair> = board.question.done.iter().copied().collect();
    let weights = board.question.weights;
    let one = |(dossier, judge): (usize, u32)| {
        let pair = board.pair(dossier, judge);
        let ground = ground(board, &done, (dossier, judge));
        let is_certain = matches!(ground, Ground::Done | Ground::Locked);
        let of_unit = board.units[dossier].map_or(1, |unit| units[&(unit, judge)]);
        Assigned {
            pair,
            ground,
            far: u64::from(board.far(dossier, judge)),
            load: u64::from(weights.load) * (loads[&judge] - 1),
            unit: u64::from(weights.unit) * (of_unit - 1),
            lot: (!is_certain).then(|| lot(board.question.seed, pair)),
        }
    };
    let mut pairs: Vec<Assigned> = all.iter().copied().map(one).collect();
    pairs.sort_unstable_by_key(|assigned| assigned.pair);
    pairs
}

fn ground(board: &Board, done: &HashSet<Pair>, (dossier, judge): (usize, u32)) -> Ground {
    let pair = board.pair(dossier, judge);
    if done.contains(&pair) {
        Ground::Done
    } else if board.certain.contains(&pair) {
        Ground::Locked
    } else if board.was_before(dossier, judge) {
        Ground::Kept
    } else {
        Ground::Drawn
    }
}

fn designs(board: &Board, pairs: &[Assigned]) -> Vec<Design> {
    let group_of: HashMap<DossierNumber, Group> =
        board.dossiers.iter().map(|it| (it.number, it.group)).collect();
    let mut groups: BTreeMap<Group, Vec<Pair>> = BTreeMap::new();
    for pair in pairs.iter().map(|assigned| assigned.pair) {
        groups.entry(group_of[&pair.dossier]).or_default().push(pair);
    }
    groups.into_iter().map(|(group, pairs)| Design { group, parts: parts(pairs) }).collect()
}

/// Units with several dossiers, all of which have the same judges.
fn one_set(board: &Board, pairs: &[Assigned]) -> Vec<UnitKey> {
    let mut judges: BTreeMap<DossierNumber, BTreeSet<JudgeNumber>> = BTreeMap::new();
    for pair in pairs.iter().map(|assigned| assigned.pair) {
        judges.entry(pair.dossier).or_default().insert(pair.judge);
    }
    let mut sets: BTreeMap<UnitKey, Vec<_>> = BTreeMap::new();
    for dossier in &board.dossiers {
        if let Some(unit) = dossier.unit {
            sets.entry(unit).or_default().push(judges.get(&dossier.number));
        }
    }
    sets.retain(|_, sets| sets.len() > 1 && sets.windows(2).all(|two| two[0] == two[1]));
    sets.into_keys().collect()
}
