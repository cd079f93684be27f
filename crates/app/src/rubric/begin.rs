//! The first rules of judging of a contest, out of a ready set and what its rules say. Pure.

use std::cmp::Reverse;
use std::num::{NonZeroU16, NonZeroU32};

use judging::divergence::USUAL;
use judging::points::{Direction, Rounding, Weight};
use judging::prize::{AtLimit, Class, DepartureRules, Majority, Places, Prize, Unused};
use judging::ready::Ready;
use judging::rules::{Aggregate, Round, Rules, TieBreak};
use judging::scale::Scale;
use kernel::text;

use super::key;
use crate::contests::RuleSet;
use crate::contests::rules::RulePrize;
use crate::frame::Words;

/// The key of the one round with which a contest begins.
const FINAL: &str = "final";
/// With fewer sheets a mean says little; a council may name another figure.
const FEWEST_SHEETS: NonZeroU16 = NonZeroU16::new(3).expect("three is not nought");
const HUNDREDTH: NonZeroU32 = NonZeroU32::MIN;

/// The first rules of judging (quy chế chấm ban đầu): the scales of a ready set, the fields and prizes of the contest,
/// and for all that neither says what most contests do. Nobody promises bands, so there are none.
pub fn begin(rules: &RuleSet, set: &Ready) -> Rules {
    let scale = set.scales.first();
    Rules {
        fields: fields(rules),
        scales: set.scales.clone(),
        rounds: scale.map(round).into_iter().collect(),
        rounding: Some(Rounding { step: HUNDREDTH, direction: Direction::HalfUp }),
        vote: set.vote,
        ties: scale.map(ties).unwrap_or_default(),
        prizes: prizes(&rules.prizes),
        unused: Unused::Empty,
        at_limit: AtLimit::Share,
        departures: DepartureRules { majority: Majority::TwoThirds, beyond: Vec::new() },
        forward: None,
        divergence: USUAL,
    }
}

/// The judging groups, or the fields of entry where each is judged by itself; each name once.
fn fields(rules: &RuleSet) -> Vec<String> {
    let groups: Vec<String> = rules.entry.groups.iter().map(|group| group.name.clone()).collect();
    let named = if groups.is_empty() { rules.fields.clone() } else { groups };
    let mut fields: Vec<String> = Vec::with_capacity(named.len());
    for name in named {
        if !fields.contains(&name) {
            fields.push(name);
        }
    }
    fields
}

/// What the round is called is data of the contest and not of the visitor: Vietnamese, whoever chooses.
fn round(scale: &Scale) -> Round {
    Round {
        key: FINAL.to_owned(),
        name: Words::default().say("rubric-round-final"),
        scale: scale.key.clone(),
        field_scales: [].into(),
        aggregate: Aggregate::Mean,
        rounding: None,
        weight: Weight::ONE,
        fewest_sheets: FEWEST_SHEETS,
        advance: None,
    }
}

/// The criteria that weigh most first, then the chair.
fn ties(scale: &Scale) -> Vec<TieBreak> {
    let mut criteria: Vec<_> = scale.criteria.iter().collect();
    criteria.sort_by_key(|criterion| Reverse(criterion.maximum));
    let round = || FINAL.to_owned();
    let by_criterion =
        |key: &String| TieBreak::Criterion { round: round(), criterion: key.clone() };
    let by_criteria = criteria.into_iter().map(|criterion| by_criterion(&criterion.key));
    by_criteria.chain([TieBreak::Chair { round: round() }]).collect()
}

fn prizes(named: &[RulePrize]) -> Vec<Prize> {
    let mut prizes: Vec<Prize> = Vec::with_capacity(named.len());
    for prize in named {
        let taken = prizes.iter().map(|prize| prize.key.as_str());
        let key = key::free(&prize.name, "prize", taken);
        prizes.push(Prize {
            key,
            name: prize.name.clone(),
            class: class(&prize.name),
            money: prize.amount_vnd.map_or(0, |sum| u32::try_from(sum).unwrap_or(u32::MAX)),
            minimum: None,
            places: prize.count.map_or(Places::Unlimited, Places::Total),
        });
    }
    prizes.sort_by_key(|prize| prize.class);
    prizes
}

/// The class that a name tells (hạng giải): the word after "giải". What tells none ranks with consolation prizes.
pub(super) fn class(name: &str) -> Class {
    let folded = text::fold(name);
    let mut words = folded.split_whitespace().skip_while(|word| ["giai", "thuong"].contains(word));
    match (words.next(), words.next()) {
        (Some("dac"), Some("biet")) => Class::Special,
        (Some("nhat"), _) => Class::First,
        (Some("nhi"), _) => Class::Second,
        (Some("ba"), _) => Class::Third,
        _ => Class::Consolation,
    }
}

#[cfg(test)]
#[path = "begin_tests.rs"]
mod tests;
