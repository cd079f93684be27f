//! Rounds and tie-breaks in plain words.

use judging::rules::{Advance, Aggregate, LastPlace, Round, Rules, TieBreak};
use kernel::Message;

use super::{Fact, criterion_name, places, round_name, rounding};
use crate::frame::Words;
use crate::rubric::typed::text::of_weight;

/// A round in words.
pub struct RoundTold {
    /// Its name.
    pub name: String,
    /// What is said of it.
    pub facts: Vec<Fact>,
}

/// Every round.
pub fn rounds(rules: &Rules, words: Words) -> Vec<RoundTold> {
    let told =
        |round: &Round| RoundTold { name: round.name.clone(), facts: facts(rules, round, words) };
    rules.rounds.iter().map(told).collect()
}

fn facts(rules: &Rules, round: &Round, words: Words) -> Vec<Fact> {
    let named = |key: &str| rules.scale(key).map_or(key.to_owned(), |scale| scale.name.clone());
    let mut scale = vec![named(&round.scale)];
    scale.extend(round.field_scales.iter().map(|(field, key)| format!("{field}: {}", named(key))));
    let mut facts = vec![
        ("rubric-round-scale", scale.join("; ")),
        ("rubric-aggregate", aggregate(round.aggregate, words)),
        ("rubric-rounding", rounding(round.rounding, words)),
        ("rubric-fewest", round.fewest_sheets.to_string()),
    ];
    if rules.rounds.len() > 1 {
        facts.push(("rubric-weight", of_weight(round.weight)));
        facts.push(("rubric-advance", advance(round.advance.as_ref(), words)));
    }
    facts
}

fn aggregate(aggregate: Aggregate, words: Words) -> String {
    match aggregate {
        Aggregate::Mean => words.say("rubric-aggregate-mean"),
        Aggregate::Median => words.say("rubric-aggregate-median"),
        Aggregate::Trimmed { each_end, from } => {
            let said = Message::new("rubric-aggregate-trimmed-told");
            words.tell(&said.with("each", each_end).with("from", from))
        }
    }
}

fn advance(advance: Option<&Advance>, words: Words) -> String {
    let Some(Advance { minimum, places: counted, last }) = advance else {
        return words.say("rubric-advance-all");
    };
    let key = match last {
        LastPlace::In => "rubric-advance-in-told",
        LastPlace::Out => "rubric-advance-out-told",
    };
    let counted = words.with(key, "places", places(counted, words));
    match minimum {
        None => counted,
        Some(minimum) => format!("{counted}; {}", words.with("rubric-from", "points", minimum)),
    }
}

/// What parts equals, one after the other.
pub fn ties(rules: &Rules, words: Words) -> Vec<String> {
    rules.ties.iter().map(|it| tie(rules, it, words)).collect()
}

/// One of them.
pub fn tie(rules: &Rules, tie: &TieBreak, words: Words) -> String {
    let of_round =
        |key: &'static str, round: &str| Message::new(key).with("round", round_name(rules, round));
    match tie {
        TieBreak::Criterion { round, criterion } => {
            let said = of_round("rubric-tie-criterion", round);
            words.tell(&said.with("criterion", criterion_name(rules, round, criterion)))
        }
        TieBreak::Round { round } => words.tell(&of_round("rubric-tie-round", round)),
        TieBreak::FewerLow { round, below } => {
            words.tell(&of_round("rubric-tie-fewer-low", round).with("below", below))
        }
        TieBreak::Chair { round } => words.tell(&of_round("rubric-tie-chair", round)),
        TieBreak::Lot => words.say("rubric-tie-lot"),
    }
}
