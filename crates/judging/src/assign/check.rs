//! What a question must not contradict.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::assign::answer::Contradiction;
use crate::assign::board::{Board, must_not};
use crate::assign::question::{Dossier, Judge};
use crate::design::Pair;

/// Whether sorted lists name each once, with limits that can be kept.
pub fn lists(dossiers: &[&Dossier], judges: &[&Judge]) -> Result<(), Contradiction> {
    let twice = dossiers.windows(2).find(|two| two[0].number == two[1].number);
    if let Some(two) = twice {
        return Err(Contradiction::DossierTwice(two[0].number));
    }
    let twice = judges.windows(2).find(|two| two[0].number == two[1].number);
    if let Some(two) = twice {
        return Err(Contradiction::JudgeTwice(two[0].number));
    }
    match judges.iter().find(|judge| judge.least > judge.most) {
        Some(judge) => Err(Contradiction::LeastOverMost(judge.number)),
        None => Ok(()),
    }
}

/// Whether what is scored and locked can be true together.
pub fn pairs(board: &Board) -> Result<(), Contradiction> {
    let must_not: HashSet<Pair> = must_not(board.question).collect();
    if let Some(pair) = board.certain.iter().find(|pair| must_not.contains(pair)) {
        return Err(Contradiction::MustAndMustNot(*pair));
    }
    if let Some(pair) = board.certain.iter().find(|pair| board.places(**pair).is_none()) {
        return Err(Contradiction::Unknown(*pair));
    }
    let done: HashSet<&Pair> = board.question.done.iter().collect();
    let by_dossier = counts(&board.certain, |pair| pair.dossier);
    let by_judge = counts(&board.certain, |pair| pair.judge);
    for Pair { dossier, judge } in board.certain.iter().filter(|pair| !done.contains(pair)) {
        if by_dossier[dossier] > board.question.each {
            return Err(Contradiction::LockedOverEach(*dossier));
        }
        let place = board.judges.binary_search_by_key(judge, |it| it.number);
        if place.is_ok_and(|place| by_judge[judge] > board.judges[place].most) {
            return Err(Contradiction::LockedOverMost(*judge));
        }
    }
    Ok(())
}

/// How many pairs have the same key.
fn counts<K: Ord>(pairs: &BTreeSet<Pair>, key: impl Fn(&Pair) -> K) -> BTreeMap<K, u32> {
    let mut counts = BTreeMap::new();
    pairs.iter().for_each(|pair| *counts.entry(key(pair)).or_default() += 1);
    counts
}
