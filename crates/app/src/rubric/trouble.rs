//! What contradicts itself in rules of judging: a sentence for each, and the places where it is put right. Pure.

use judging::points::Weight;
use judging::prize::Places;
use judging::rules::{Round, Rules, TieBreak};
use judging::scale::Scale;
use judging::soundness::Trouble;
use kernel::{Message, Refusal};

use crate::contests::typed::{PRIZES, ROUNDS, TIES};

/// Where something is put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The list of fields.
    Fields,
    /// The scales.
    Scales,
    /// A round, by its position.
    Round(usize),
    /// A tie-break, by its position.
    Tie(usize),
    /// A prize, by its position.
    Prize(usize),
    /// The lowest prize with which one is proposed for the next level.
    Lowest,
    /// The mark that must be reached for it.
    Mark,
    /// How far totals may lie apart.
    Divergence,
}

impl Place {
    /// The field of the form of all rules.
    fn field(self) -> &'static str {
        let row = |rows: &'static [&'static str], at: usize| rows[at.min(rows.len() - 1)];
        match self {
            Self::Fields => "fields",
            Self::Scales => "scales",
            Self::Round(at) => row(&ROUNDS, at),
            Self::Tie(at) => row(&TIES, at),
            Self::Prize(at) => row(&PRIZES, at),
            Self::Lowest => "forward-lowest",
            Self::Mark => "forward-mark",
            Self::Divergence => "divergence",
        }
    }
}

/// The refusal of rules that are not sound: each sentence beside every field of their form where it can be put right.
/// What is gone from them is called as in those `before`.
///
/// # Errors
/// Something was found.
pub fn refused(found: &[Trouble], rules: &Rules, before: Option<&Rules>) -> Result<(), Refusal> {
    if found.is_empty() {
        return Ok(());
    }
    let mut refusal = Refusal::invalid("rubric-not-sound");
    for trouble in found {
        let said = sentence(trouble, [Some(rules), before]);
        for place in places(trouble, rules) {
            let beside = (place.field(), said.clone());
            if !refusal.fields.contains(&beside) {
                refusal.fields.push(beside);
            }
        }
    }
    Err(refusal)
}

/// What is wrong, for a person; names are those of the first rules that have them.
pub fn sentence(trouble: &Trouble, rules: [Option<&Rules>; 2]) -> Message {
    let about = |say: &'static str, key: &str| {
        let mut rules = rules.into_iter().flatten();
        let name = rules.find_map(|rules| called(key, rules)).unwrap_or(key);
        Message::new(say).with("name", name)
    };
    let no_fields = rules[0].is_some_and(|rules| rules.fields.is_empty());
    match trouble {
        Trouble::EmptyScale(_) if no_fields => "rubric-trouble-no-fields".into(),
        Trouble::NoRound => "rubric-trouble-no-round".into(),
        Trouble::ManyRounds => "rubric-trouble-many-rounds".into(),
        Trouble::Weights => "rubric-trouble-weights".into(),
        Trouble::Divergence => "rubric-trouble-divergence".into(),
        Trouble::Twice(name) => about("rubric-trouble-twice", name),
        Trouble::UnknownField(name) => about("rubric-trouble-unknown-field", name),
        Trouble::UnknownScale(key) => about("rubric-trouble-unknown-scale", key),
        Trouble::UnknownRound(key) => about("rubric-trouble-unknown-round", key),
        Trouble::UnknownCriterion(key) => about("rubric-trouble-unknown-criterion", key),
        Trouble::UnknownPrize(key) => about("rubric-trouble-unknown-prize", key),
        Trouble::EmptyScale(key) => about("rubric-trouble-empty-scale", key),
        Trouble::GreatScale(key) => about("rubric-trouble-great-scale", key),
        Trouble::MaximumOffStep(key) => about("rubric-trouble-off-step", key),
        Trouble::AboveMaximum(key) => about("rubric-trouble-above-maximum", key),
        Trouble::LevelsOutOfOrder(key) => about("rubric-trouble-levels", key),
        Trouble::UnequalMaxima(key) => about("rubric-trouble-unequal", key),
        Trouble::TrimsAll(key) => about("rubric-trouble-trims-all", key),
        Trouble::BandsOutOfOrder(key) => about("rubric-trouble-bands", key),
        // Of records, which are not looked at where rules are declared.
        Trouble::UnknownDossier(_)
        | Trouble::SheetTwice { .. }
        | Trouble::Sheet { .. }
        | Trouble::ManySheets(_)
        | Trouble::SecondMarking(_)
        | Trouble::VotedAboveScale(_)
        | Trouble::Tally(_) => "rubric-trouble-records".into(),
    }
}

/// What something of this key is called.
fn called<'r>(key: &str, rules: &'r Rules) -> Option<&'r str> {
    let rounds = rules.rounds.iter().map(|it| (&it.key, &it.name));
    let prizes = rules.prizes.iter().map(|it| (&it.key, &it.name));
    let scales = rules.scales.iter().map(|it| (&it.key, &it.name));
    let criteria = rules.scales.iter().flat_map(|scale| &scale.criteria);
    let criteria = criteria.map(|it| (&it.key, &it.name));
    let mut named = rounds.chain(prizes).chain(criteria).chain(scales);
    named.find(|(known, _)| *known == key).map(|(_, name)| name.as_str())
}

/// Every place where a trouble can be put right; there is at least one.
fn places(trouble: &Trouble, rules: &Rules) -> Vec<Place> {
    let found = match trouble {
        Trouble::NoRound => vec![Place::Round(0)],
        Trouble::ManyRounds => vec![Place::Round(rules.rounds.len() - 1)],
        Trouble::Divergence => vec![Place::Divergence],
        Trouble::EmptyScale(_) if rules.fields.is_empty() => vec![Place::Fields],
        Trouble::Twice(name) => twice(name, rules),
        Trouble::UnknownField(name) => with_field(name, rules),
        Trouble::UnknownScale(key) => {
            rounds(rules, |it| it.scale == *key || it.field_scales.values().any(|of| of == key))
        }
        Trouble::UnequalMaxima(key) | Trouble::TrimsAll(key) => rounds(rules, |it| it.key == *key),
        Trouble::UnknownRound(key) => with_round(rules, |round, _| round == key),
        Trouble::UnknownCriterion(key) => with_round(rules, |_, criterion| criterion == Some(key)),
        Trouble::UnknownPrize(_) => vec![Place::Lowest],
        Trouble::BandsOutOfOrder(key) => {
            rules.position(key).map(Place::Prize).into_iter().collect()
        }
        Trouble::Weights => weights(rules),
        _ => Vec::new(),
    };
    if found.is_empty() { vec![Place::Scales] } else { found }
}

fn rounds(rules: &Rules, is_it: impl Fn(&Round) -> bool) -> Vec<Place> {
    let found = rules.rounds.iter().enumerate().filter(|(_, round)| is_it(round));
    found.map(|(at, _)| Place::Round(at)).collect()
}

/// The later ones of those with one name.
fn twice(name: &str, rules: &Rules) -> Vec<Place> {
    let rounds = rules.rounds.iter().enumerate().filter(|(_, it)| it.key == name).skip(1);
    let prizes = rules.prizes.iter().enumerate().filter(|(_, it)| it.key == name).skip(1);
    let fields = rules.fields.iter().filter(|field| *field == name).skip(1);
    let fields = fields.map(|_| Place::Fields);
    let rounds = rounds.map(|(at, _)| Place::Round(at));
    fields.chain(rounds).chain(prizes.map(|(at, _)| Place::Prize(at))).collect()
}

/// Whatever names a field of entry.
fn with_field(name: &str, rules: &Rules) -> Vec<Place> {
    let counts = |places: &Places| matches!(places, Places::ByField(by_field) if by_field.contains_key(name));
    let mut found = rounds(rules, |it| {
        it.field_scales.contains_key(name)
            || it.advance.as_ref().is_some_and(|advance| counts(&advance.places))
    });
    let prizes = rules.prizes.iter().enumerate().filter(|(_, it)| counts(&it.places));
    found.extend(prizes.map(|(at, _)| Place::Prize(at)));
    let mut criteria = rules.scales.iter().flat_map(|scale| &scale.criteria);
    found.extend(criteria.any(|it| it.field_weights.contains_key(name)).then_some(Place::Scales));
    found
}

/// Ties and the mark for the next level, by the round and the criterion that they name.
fn with_round(rules: &Rules, is_it: impl Fn(&String, Option<&String>) -> bool) -> Vec<Place> {
    let ties = rules.ties.iter().enumerate().filter(|(_, tie)| match tie {
        TieBreak::Criterion { round, criterion } => is_it(round, Some(criterion)),
        TieBreak::Round { round }
        | TieBreak::FewerLow { round, .. }
        | TieBreak::Chair { round } => is_it(round, None),
        TieBreak::Lot => false,
    });
    let mark = rules.forward.as_ref().and_then(|forward| forward.criterion.as_ref());
    let mark = mark.filter(|mark| is_it(&mark.round, Some(&mark.criterion)));
    ties.map(|(at, _)| Place::Tie(at)).chain(mark.map(|_| Place::Mark)).collect()
}

/// Rounds that weigh too much, or all where none weighs anything; nothing where it is a criterion.
fn weights(rules: &Rules) -> Vec<Place> {
    let none_weighs = rules.rounds.iter().all(|round| round.weight == Weight(0));
    rounds(rules, |round| none_weighs || round.weight > Weight::MOST)
}

/// The refusal of a scale that contradicts itself: each sentence beside the criterion, the minimum or the levels that it
/// is about. What the scale contradicts elsewhere is not looked at.
///
/// # Errors
/// Something was found.
pub fn refused_scale(
    scale: &Scale,
    rules: &Rules,
    rows: &'static [&'static str],
) -> Result<(), Refusal> {
    let mut found: Vec<(&'static str, Trouble)> = Vec::new();
    for (row, criterion) in rows.iter().zip(&scale.criteria) {
        let alone = Scale { criteria: vec![criterion.clone()], ..bare(scale) };
        let about = alone.troubles(&rules.fields).into_iter();
        // What the whole brings is no matter of one criterion.
        let about =
            about.filter(|it| !matches!(it, Trouble::EmptyScale(_) | Trouble::GreatScale(_)));
        found.extend(about.map(|trouble| (*row, trouble)));
    }
    let criteria = || {
        scale.criteria.iter().map(|it| judging::scale::Criterion {
            levels: Vec::new(),
            minimum: None,
            knockout: None,
            ..it.clone()
        })
    };
    let with_minimum =
        Scale { minimum: scale.minimum, criteria: criteria().collect(), ..bare(scale) };
    let with_levels = Scale { levels: scale.levels.clone(), ..with_minimum.clone() };
    let with_levels = Scale { minimum: None, ..with_levels };
    for (place, part) in [("minimum", with_minimum), ("levels", with_levels)] {
        for trouble in part.troubles(&rules.fields) {
            match trouble {
                Trouble::EmptyScale(_) | Trouble::GreatScale(_) => {
                    found.push(("criteria", trouble))
                }
                Trouble::AboveMaximum(_) | Trouble::LevelsOutOfOrder(_) => {
                    found.push((place, trouble));
                }
                _ => (),
            }
        }
    }
    let mut refusal = Refusal::invalid("rubric-not-sound");
    for (place, trouble) in found {
        let beside = (place, sentence(&trouble, [Some(rules), None]));
        if !refusal.fields.contains(&beside) {
            refusal.fields.push(beside);
        }
    }
    if refusal.fields.is_empty() { Ok(()) } else { Err(refusal) }
}

/// The same scale without anything in it.
fn bare(scale: &Scale) -> Scale {
    let (key, name) = (scale.key.clone(), scale.name.clone());
    Scale { key, name, criteria: Vec::new(), minimum: None, levels: Vec::new() }
}

#[cfg(test)]
#[path = "trouble_tests.rs"]
mod tests;
