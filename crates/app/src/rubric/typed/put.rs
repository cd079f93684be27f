//! Rules of judging in the fields of a form.

use judging::prize::Prize;
use judging::rules::{Aggregate, Forward, LastPlace, Round, Rules, TieBreak};

use super::limits::{AT_LIMIT, BEYOND, MAJORITIES, UNUSED};
use super::rows::{CLASSES, of_tie};
use super::text;
use crate::contests::difference::grouped;
use crate::contests::typed::{PRIZES, ROUNDS, TIES, Typed};

/// Puts rules into the fields of the form of all rules.
pub fn put(typed: &mut Typed, rules: &Rules) {
    typed.put("fields", rules.fields.join("\n"));
    for (row, round) in ROUNDS.iter().zip(&rules.rounds) {
        put_round(typed, row, round);
    }
    for (row, tie) in TIES.iter().zip(&rules.ties) {
        typed.put(&format!("{row}-what"), of_tie(tie));
        if let TieBreak::FewerLow { below, .. } = tie {
            typed.put(&format!("{row}-below"), below.to_string());
        }
    }
    for (row, prize) in PRIZES.iter().zip(&rules.prizes) {
        put_prize(typed, row, prize);
    }
    put_limits(typed, rules);
}

fn put_round(typed: &mut Typed, row: &str, round: &Round) {
    let mut put = |field: &str, value: String| typed.put(&format!("{row}-{field}"), value);
    put("key", round.key.clone());
    put("name", round.name.clone());
    put("scale", round.scale.clone());
    put("field-scales", text::of_pairs(round.field_scales.iter()));
    match round.aggregate {
        Aggregate::Mean => (),
        Aggregate::Median => put("aggregate", "median".to_owned()),
        Aggregate::Trimmed { each_end, from } => {
            put("aggregate", "trimmed".to_owned());
            put("trim", each_end.to_string());
            put("trim-from", from.to_string());
        }
    }
    let (direction, step) = text::of_rounding(round.rounding);
    put("rounding", direction.to_owned());
    put("rounding-step", step);
    put("weight", text::of_weight(round.weight));
    put("fewest", round.fewest_sheets.to_string());
    if let Some(advance) = &round.advance {
        put("advance", of_last(advance.last).to_owned());
        put("places", text::of_places(&advance.places));
        put("minimum", advance.minimum.map(|it| it.to_string()).unwrap_or_default());
    }
}

const fn of_last(last: LastPlace) -> &'static str {
    match last {
        LastPlace::In => "in",
        LastPlace::Out => "out",
    }
}

fn put_prize(typed: &mut Typed, row: &str, prize: &Prize) {
    let mut put = |field: &str, value: String| typed.put(&format!("{row}-{field}"), value);
    put("key", prize.key.clone());
    put("name", prize.name.clone());
    put("class", code(prize.class, &CLASSES).to_owned());
    put("money", if prize.money == 0 { String::new() } else { grouped(prize.money.into()) });
    put("minimum", prize.minimum.map(|it| it.to_string()).unwrap_or_default());
    put("places", text::of_places(&prize.places));
}

/// The word of a thing in a form.
fn code<T: PartialEq>(it: T, all: &[(&'static str, T)]) -> &'static str {
    all.iter().find(|(_, known)| *known == it).map_or("", |(code, _)| code)
}

fn put_limits(typed: &mut Typed, rules: &Rules) {
    typed.put("unused", code(rules.unused, &UNUSED));
    typed.put("at-limit", code(rules.at_limit, &AT_LIMIT));
    typed.put("majority", code(rules.departures.majority, &MAJORITIES));
    for beyond in &rules.departures.beyond {
        typed.put(code(*beyond, &BEYOND), "on");
    }
    typed.put("divergence", rules.divergence.to_string());
    let (direction, step) = text::of_rounding(rules.rounding);
    typed.put("rounding", direction);
    typed.put("rounding-step", step);
    if let Some(vote) = rules.vote {
        let (direction, step) = text::of_rounding(Some(vote.rounding));
        typed.put("vote", vote.points.to_string());
        typed.put("vote-rounding", direction);
        typed.put("vote-step", step);
    }
    if let Some(forward) = &rules.forward {
        put_forward(typed, forward);
    }
}

fn put_forward(typed: &mut Typed, forward: &Forward) {
    typed.put("forward-lowest", &forward.lowest);
    typed.put("forward-most", forward.most.to_string());
    typed.put("forward-last", of_last(forward.last));
    if let Some(mark) = &forward.criterion {
        typed.put("forward-mark", format!("{}/{}", mark.round, mark.criterion));
        typed.put("forward-minimum", mark.minimum.to_string());
    }
}
