//! Rounds, tie-breaks and prizes, a row each.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use judging::prize::{Class, Prize};
use judging::rules::{Advance, Aggregate, LastPlace, Round, Rules, TieBreak};
use judging::scale::Scale;
use kernel::Refusal;

use super::text;
use super::{key_of, name};
use crate::contests::typed::{PRIZES, ROUNDS, TIES, Typed, Wrong, money};
use crate::rubric::begin::class;

/// Reads the rounds.
pub fn rounds(typed: &Typed, before: &Rules, wrong: &mut Wrong) -> Vec<Round> {
    let known: Vec<&str> = before.rounds.iter().map(|round| round.key.as_str()).collect();
    let mut keys: Vec<String> = Vec::new();
    let mut rounds = Vec::new();
    for row in ROUNDS.into_iter().filter(|row| typed.is_filled(row)) {
        let brought = (typed.row(row, "key"), typed.row(row, "name"));
        let key = key_of(brought, "round", &known, &keys);
        rounds.extend(wrong.or_none(round(typed, row, &key, before)));
        keys.push(key);
    }
    rounds
}

fn round(typed: &Typed, row: &'static str, key: &str, before: &Rules) -> Result<Round, Refusal> {
    let old = before.round(key);
    let of = |field| typed.row(row, field);
    let scale =
        before.scale(of("scale")).ok_or_else(|| Refusal::field(row, "rubric-round-scaleless"));
    let by_field = text::unless_left(
        of("field-scales"),
        old.map(|old| &old.field_scales),
        |scales| text::of_pairs(scales.iter()),
        |typed| field_scales(typed, row, &before.scales),
    );
    Ok(Round {
        key: key.to_owned(),
        name: name(typed, row, "rubric-round-nameless")?,
        scale: scale?.key.clone(),
        field_scales: by_field?,
        aggregate: aggregate(typed, row)?,
        rounding: text::rounding((of("rounding"), of("rounding-step")), row)?,
        weight: text::weight(of("weight"), row)?,
        fewest_sheets: text::number(of("fewest"), row)?.unwrap_or(NonZeroU16::MIN),
        advance: advance(typed, row, old)?,
    })
}

/// A line `field: scale` for each field that has another scale, which is named by its key or by its name.
fn field_scales(
    typed: &str,
    row: &'static str,
    scales: &[Scale],
) -> Result<BTreeMap<String, String>, Refusal> {
    let key = |named: &str| {
        let found = scales.iter().find(|scale| scale.key == named || scale.name == named);
        found.map_or_else(|| named.to_owned(), |scale| scale.key.clone())
    };
    let pairs = text::pairs(typed, row)?.into_iter();
    Ok(pairs.map(|(field, named)| (field, key(&named))).collect())
}

fn aggregate(typed: &Typed, row: &'static str) -> Result<Aggregate, Refusal> {
    let of = |field| typed.row(row, field);
    Ok(match of("aggregate") {
        "median" => Aggregate::Median,
        "trimmed" => {
            let each_end = text::number(of("trim"), row)?.unwrap_or(1);
            let fewest = 2 * u16::from(each_end) + 1;
            Aggregate::Trimmed {
                each_end,
                from: text::number(of("trim-from"), row)?.unwrap_or(fewest),
            }
        }
        _ => Aggregate::Mean,
    })
}

fn advance(
    typed: &Typed,
    row: &'static str,
    old: Option<&Round>,
) -> Result<Option<Advance>, Refusal> {
    let last = match typed.row(row, "advance") {
        "in" => LastPlace::In,
        "out" => LastPlace::Out,
        _ => return Ok(None),
    };
    let old = old.and_then(|old| old.advance.as_ref()).map(|advance| &advance.places);
    let places = typed.row(row, "places");
    let places = text::unless_left(places, old, text::of_places, |it| text::places(it, row))?;
    Ok(Some(Advance { minimum: text::points(typed.row(row, "minimum"), row)?, places, last }))
}

/// Reads what parts equals.
pub fn ties(typed: &Typed, wrong: &mut Wrong) -> Vec<TieBreak> {
    let filled = TIES.into_iter().filter(|row| typed.is_filled(row));
    filled.filter_map(|row| wrong.or_none(tie(typed, row))).collect()
}

fn tie(typed: &Typed, row: &'static str) -> Result<TieBreak, Refusal> {
    let unknown = || Refusal::field(row, "rubric-tie-unknown");
    let what = typed.row(row, "what");
    let (by, named) = what.split_once('/').unwrap_or((what, ""));
    let round = named.to_owned();
    match by {
        "lot" => Ok(TieBreak::Lot),
        "chair" => Ok(TieBreak::Chair { round }),
        "round" => Ok(TieBreak::Round { round }),
        "criterion" => {
            let (round, criterion) = named.split_once('/').ok_or_else(unknown)?;
            Ok(TieBreak::Criterion { round: round.to_owned(), criterion: criterion.to_owned() })
        }
        "fewer-low" => match text::points(typed.row(row, "below"), row)? {
            Some(below) => Ok(TieBreak::FewerLow { round, below }),
            None => Err(Refusal::field(row, "rubric-tie-markless")),
        },
        _ => Err(unknown()),
    }
}

/// The word for a tie-break in a form.
pub fn of_tie(tie: &TieBreak) -> String {
    match tie {
        TieBreak::Criterion { round, criterion } => format!("criterion/{round}/{criterion}"),
        TieBreak::Round { round } => format!("round/{round}"),
        TieBreak::FewerLow { round, .. } => format!("fewer-low/{round}"),
        TieBreak::Chair { round } => format!("chair/{round}"),
        TieBreak::Lot => "lot".to_owned(),
    }
}

/// Reads the prizes.
pub fn prizes(typed: &Typed, before: &Rules, wrong: &mut Wrong) -> Vec<Prize> {
    let known: Vec<&str> = before.prizes.iter().map(|prize| prize.key.as_str()).collect();
    let mut keys: Vec<String> = Vec::new();
    let mut prizes = Vec::new();
    for row in PRIZES.into_iter().filter(|row| typed.is_filled(row)) {
        let brought = (typed.row(row, "key"), typed.row(row, "name"));
        let key = key_of(brought, "prize", &known, &keys);
        prizes.extend(wrong.or_none(prize(typed, row, &key, before)));
        keys.push(key);
    }
    prizes
}

fn prize(typed: &Typed, row: &'static str, key: &str, before: &Rules) -> Result<Prize, Refusal> {
    let name = name(typed, row, "prize-nameless")?;
    let old = before.prizes.iter().find(|prize| prize.key == key).map(|prize| &prize.places);
    let places = typed.row(row, "places");
    let places = text::unless_left(places, old, text::of_places, |it| text::places(it, row))?;
    let sum = money(typed.row(row, "money"), row)?.unwrap_or(0);
    let sum = u32::try_from(sum).map_err(|_| Refusal::field(row, "prize-amount-unreadable"))?;
    let named = CLASSES.into_iter().find(|(code, _)| *code == typed.row(row, "class"));
    Ok(Prize {
        key: key.to_owned(),
        class: named.map_or_else(|| class(&name), |(_, class)| class),
        name,
        money: sum,
        minimum: text::points(typed.row(row, "minimum"), row)?,
        places,
    })
}

/// The words for classes in a form.
pub const CLASSES: [(&str, Class); 5] = [
    ("special", Class::Special),
    ("first", Class::First),
    ("second", Class::Second),
    ("third", Class::Third),
    ("consolation", Class::Consolation),
];
