//! One scale: its criteria, a row each.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use judging::points::Weight;
use judging::scale::{Criterion, Judges, Knockout, Scale, Wanted};
use kernel::Refusal;

use super::{NAME, key_of, name, text};
use crate::contests::typed::{CRITERIA, Typed, Wrong, line};

/// Half a point, which most score sheets go by.
const HALF: NonZeroU32 = NonZeroU32::new(50).expect("fifty is not nought");

/// Reads a scale out of its form; what is wrong, `wrong` then knows.
pub fn scale(typed: &Typed, before: &Scale, wrong: &mut Wrong) -> Scale {
    let called = line(typed.text("name"), "name", NAME);
    let called =
        called.and_then(|it| it.ok_or_else(|| Refusal::field("name", "rubric-scale-nameless")));
    let levels = text::unless_left(
        typed.text("levels"),
        Some(&before.levels),
        |levels| text::of_levels(levels),
        |typed| text::levels(typed, "levels"),
    );
    Scale {
        key: before.key.clone(),
        name: wrong.or_empty(called),
        criteria: criteria(typed, before, wrong),
        minimum: wrong.or_empty(text::points(typed.text("minimum"), "minimum")),
        levels: wrong.or_empty(levels),
    }
}

fn criteria(typed: &Typed, before: &Scale, wrong: &mut Wrong) -> Vec<Criterion> {
    let known: Vec<&str> = before.criteria.iter().map(|it| it.key.as_str()).collect();
    let mut keys: Vec<String> = Vec::new();
    let mut criteria = Vec::new();
    for row in CRITERIA.into_iter().filter(|row| typed.is_filled(row)) {
        let brought = (typed.row(row, "key"), typed.row(row, "name"));
        let key = key_of(brought, "criterion", &known, &keys);
        criteria.extend(wrong.or_none(criterion(typed, row, &key, before)));
        keys.push(key);
    }
    criteria
}

fn criterion(
    typed: &Typed,
    row: &'static str,
    key: &str,
    before: &Scale,
) -> Result<Criterion, Refusal> {
    let old = before.criterion(key);
    let of = |field| typed.row(row, field);
    let maximum = text::points(of("maximum"), row)?;
    let field_weights = text::unless_left(
        of("field-weights"),
        old.map(|old| &old.field_weights),
        of_field_weights,
        |typed| field_weights(typed, row),
    );
    let levels = text::unless_left(
        of("levels"),
        old.map(|old| &old.levels),
        |levels| text::of_levels(levels),
        |typed| text::levels(typed, row),
    );
    Ok(Criterion {
        key: key.to_owned(),
        name: name(typed, row, "rubric-criterion-nameless")?,
        maximum: maximum.ok_or_else(|| Refusal::field(row, "rubric-criterion-pointless"))?,
        step: text::step(of("step"), row, HALF)?,
        weight: text::weight(of("weight"), row)?,
        field_weights: field_weights?,
        levels: levels?,
        minimum: text::points(of("minimum"), row)?,
        knockout: knockout(typed, row)?,
        remark: wanted(typed, row, "remark")?,
        evidence: wanted(typed, row, "evidence")?,
    })
}

fn field_weights(typed: &str, row: &'static str) -> Result<BTreeMap<String, Weight>, Refusal> {
    let pairs = text::pairs(typed, row)?.into_iter();
    pairs.map(|(field, weight)| Ok((field, text::weight(&weight, row)?))).collect()
}

fn of_field_weights(weights: &BTreeMap<String, Weight>) -> String {
    text::of_pairs(weights.iter().map(|(field, weight)| (field, text::of_weight(*weight))))
}

fn knockout(typed: &Typed, row: &'static str) -> Result<Option<Knockout>, Refusal> {
    let Some(below) = text::points(typed.row(row, "knockout"), row)? else { return Ok(None) };
    let judges = match typed.row(row, "judges") {
        "any" => Judges::Any,
        "all" => Judges::All,
        _ => Judges::Majority,
    };
    Ok(Some(Knockout { below, judges }))
}

/// When something must stand beside points: a word, and two marks for what lies outside of them.
fn wanted(typed: &Typed, row: &'static str, what: &str) -> Result<Wanted, Refusal> {
    let mark = |end: &str| {
        let mark = text::points(typed.row(row, &format!("{what}-{end}")), row)?;
        mark.ok_or_else(|| Refusal::field(row, "rubric-wanted-markless"))
    };
    Ok(match typed.row(row, what) {
        "always" => Wanted::Always,
        "outside" => Wanted::Outside { below: mark("below")?, from: mark("from")? },
        _ => Wanted::Never,
    })
}

/// Puts a scale into the fields of its form.
pub fn put_scale(typed: &mut Typed, scale: &Scale) {
    typed.put("name", &scale.name);
    typed.put_some("minimum", scale.minimum);
    typed.put("levels", text::of_levels(&scale.levels));
    for (row, criterion) in CRITERIA.iter().zip(&scale.criteria) {
        put_criterion(typed, row, criterion);
    }
}

fn put_criterion(typed: &mut Typed, row: &str, criterion: &Criterion) {
    let mut put = |field: &str, value: String| typed.put(&format!("{row}-{field}"), value);
    put("key", criterion.key.clone());
    put("name", criterion.name.clone());
    put("maximum", criterion.maximum.to_string());
    put("step", text::hundredths(criterion.step.get()));
    put("weight", text::of_weight(criterion.weight));
    put("field-weights", of_field_weights(&criterion.field_weights));
    put("levels", text::of_levels(&criterion.levels));
    put("minimum", criterion.minimum.map(|it| it.to_string()).unwrap_or_default());
    if let Some(knockout) = criterion.knockout {
        put("knockout", knockout.below.to_string());
        put(
            "judges",
            match knockout.judges {
                Judges::Any => "any".to_owned(),
                Judges::Majority => String::new(),
                Judges::All => "all".to_owned(),
            },
        );
    }
    for (what, wanted) in [("remark", criterion.remark), ("evidence", criterion.evidence)] {
        match wanted {
            Wanted::Never => (),
            Wanted::Always => put(what, "always".to_owned()),
            Wanted::Outside { below, from } => {
                put(what, "outside".to_owned());
                put(&format!("{what}-below"), below.to_string());
                put(&format!("{what}-from"), from.to_string());
            }
        }
    }
}
