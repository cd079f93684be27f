//! What if one judge had not been there: which ranks and prizes hang on one person.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::ranking::{Outcome, Ranking, ranked};
use crate::records::Records;
use crate::rules::Rules;
use crate::soundness::{Trouble, checked};

/// What would change without one judge (nếu thiếu một giám khảo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing<'a> {
    /// The judge.
    pub judge: &'a str,
    /// What would change, by code.
    pub changes: Vec<Change<'a>>,
}

/// A dossier with another rank or another prize (thay đổi thứ hạng, giải).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Change<'a> {
    /// The dossier's code.
    pub dossier: &'a str,
    /// Its rank, and what it would be; nothing: none.
    pub rank: (Option<usize>, Option<usize>),
    /// The key of its prize, and what it would be; nothing: none.
    pub prize: (Option<&'a str>, Option<&'a str>),
}

/// For each judge who gave points, by name, what would change without them (bảng "nếu thiếu một giám khảo").
///
/// How many sheets a round asks for is not asked here, because one is missing by assumption.
///
/// # Errors
/// Everything for which rules or records cannot be counted.
pub fn without_each_judge<'a>(
    rules: &'a Rules,
    records: &'a Records,
) -> Result<Vec<Missing<'a>>, Vec<Trouble>> {
    let panels = checked(rules, records)?;
    let whole = ranked((rules, records), &panels, None);
    let marked = records.scores.iter().filter(|score| score.points.is_some());
    let judges: BTreeSet<&str> = marked.map(|score| score.judge.as_str()).collect();
    let missing = judges.into_iter().map(|judge| {
        let changes = changes(&whole, &ranked((rules, records), &panels, Some(judge)));
        Missing { judge, changes }
    });
    Ok(missing.collect())
}

fn changes<'a>(whole: &Ranking<'a>, other: &Ranking<'a>) -> Vec<Change<'a>> {
    let would_be: HashMap<&str, (Option<usize>, Option<&str>)> =
        other.outcomes.iter().map(|outcome| (outcome.code, rank_and_prize(outcome))).collect();
    let changed = whole.outcomes.iter().filter_map(|outcome| {
        let (rank, prize) = rank_and_prize(outcome);
        let (other_rank, other_prize) = *would_be.get(outcome.code)?;
        let (rank, prize) = ((rank, other_rank), (prize, other_prize));
        let changed = rank.0 != rank.1 || prize.0 != prize.1;
        changed.then_some(Change { dossier: outcome.code, rank, prize })
    });
    let mut changed: Vec<Change<'a>> = changed.collect();
    changed.sort_unstable_by_key(|change| change.dossier);
    changed
}

fn rank_and_prize<'a>(outcome: &Outcome<'a>) -> (Option<usize>, Option<&'a str>) {
    let rank = outcome.place.ok().map(|place| place.rank);
    (rank, outcome.award.map(|award| award.prize.key.as_str()))
}
