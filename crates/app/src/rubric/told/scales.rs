//! Scales in plain words.

use judging::points::Weight;
use judging::rules::Rules;
use judging::scale::{Criterion, Judges, Level, Scale, Wanted};
use kernel::Message;

use super::maximum;
use crate::frame::Words;
use crate::rubric::typed::text::{hundredths, of_weight};

/// A scale in words.
pub struct ScaleTold {
    /// What it is known by.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The names of the rounds that use it.
    pub used: Vec<String>,
    /// Its criteria.
    pub criteria: Vec<CriterionTold>,
    /// What all criteria bring together.
    pub maximum: String,
    /// Whether a criterion has a weight of its own.
    pub is_weighted: bool,
    /// What is said of the total: its minimum, its levels.
    pub total: Vec<String>,
}

/// A criterion in words.
pub struct CriterionTold {
    /// Its name.
    pub name: String,
    /// The most points.
    pub maximum: String,
    /// The step.
    pub step: String,
    /// The weight, with those of single fields.
    pub weight: String,
    /// What more is said: minimum, knock-out, what is wanted, levels.
    pub more: Vec<String>,
}

/// Every scale of the rules.
pub fn scales(rules: &Rules, words: Words) -> Vec<ScaleTold> {
    let told = |scale: &Scale| {
        let uses = rules.rounds.iter().filter(|round| {
            round.scale == scale.key || round.field_scales.values().any(|key| *key == scale.key)
        });
        scale_told(scale, uses.map(|round| round.name.clone()).collect(), words)
    };
    rules.scales.iter().map(told).collect()
}

/// One scale, and the rounds that use it.
pub fn scale_told(scale: &Scale, used: Vec<String>, words: Words) -> ScaleTold {
    let minimum = scale.minimum.map(|it| words.with("rubric-scale-minimum-told", "points", it));
    let is_own = |it: &Criterion| it.weight != Weight::ONE || !it.field_weights.is_empty();
    ScaleTold {
        key: scale.key.clone(),
        name: scale.name.clone(),
        used,
        criteria: scale.criteria.iter().map(|it| criterion_told(it, words)).collect(),
        maximum: maximum(scale),
        is_weighted: scale.criteria.iter().any(is_own),
        total: minimum.into_iter().chain(levels(&scale.levels, words)).collect(),
    }
}

fn criterion_told(criterion: &Criterion, words: Words) -> CriterionTold {
    let by_field = criterion.field_weights.iter();
    let by_field = by_field.map(|(field, weight)| format!("{field}: {}", of_weight(*weight)));
    let weight: Vec<String> =
        std::iter::once(of_weight(criterion.weight)).chain(by_field).collect();
    CriterionTold {
        name: criterion.name.clone(),
        maximum: criterion.maximum.to_string(),
        step: hundredths(criterion.step.get()),
        weight: weight.join("; "),
        more: conditions(criterion, words)
            .into_iter()
            .chain(levels(&criterion.levels, words))
            .collect(),
    }
}

fn conditions(criterion: &Criterion, words: Words) -> Vec<String> {
    let mut told = Vec::new();
    let minimum = criterion.minimum;
    told.extend(minimum.map(|it| words.with("rubric-criterion-minimum-told", "points", it)));
    told.extend(criterion.knockout.map(|knockout| {
        let key = match knockout.judges {
            Judges::Any => "rubric-knockout-any-told",
            Judges::Majority => "rubric-knockout-majority-told",
            Judges::All => "rubric-knockout-all-told",
        };
        words.with(key, "below", knockout.below)
    }));
    let remark = ["rubric-remark-always-told", "rubric-remark-outside-told"];
    told.extend(wanted(criterion.remark, remark, words));
    let evidence = ["rubric-evidence-always-told", "rubric-evidence-outside-told"];
    told.extend(wanted(criterion.evidence, evidence, words));
    told
}

fn wanted(wanted: Wanted, [always, outside]: [&'static str; 2], words: Words) -> Option<String> {
    match wanted {
        Wanted::Never => None,
        Wanted::Always => Some(words.say(always)),
        Wanted::Outside { below, from } => {
            Some(words.tell(&Message::new(outside).with("below", below).with("from", from)))
        }
    }
}

fn levels(levels: &[Level], words: Words) -> impl Iterator<Item = String> {
    let from = move |level: &Level| words.with("rubric-level-from", "points", level.from);
    levels.iter().map(move |level| format!("{}: {}", from(level), level.words))
}

/// A scale on one line: `Phiếu chấm cấp xã · 100: Tính mới 40, Phạm vi áp dụng 25, …`
pub fn essence(scale: &Scale) -> String {
    let criteria = scale.criteria.iter().map(|it| format!("{} {}", it.name, it.maximum));
    let criteria: Vec<String> = criteria.collect();
    format!("{} · {}: {}", scale.name, maximum(scale), criteria.join(", "))
}
