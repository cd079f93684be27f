//! The published bundle: all that an outsider needs to count the list again. FORMAT.md says it exactly.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ranking::{Out, Outcome, Ranking, rank};
use crate::ratio::Ratio;
use crate::records::Records;
use crate::rules::Rules;
use crate::soundness::Trouble;

/// A published bundle (gói công bố kết quả): rules, records under codes and pseudonyms, the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// Which version of FORMAT.md it follows.
    pub format: Format,
    /// The rules.
    pub rules: Rules,
    /// What was put down.
    pub records: Records,
    /// What came of it.
    pub list: Vec<Line>,
}

/// The name of the one format that is read (định dạng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// The first and only one.
    #[serde(rename = "hoithi.result/1")]
    First,
}

/// A line of the published list (danh sách kết quả).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The dossier's code.
    pub code: String,
    /// Its field.
    pub field: String,
    /// Why it has no rank.
    pub out: Option<Out>,
    /// Its rank among all.
    pub rank: Option<u32>,
    /// Its rank in its field.
    pub field_rank: Option<u32>,
    /// Its total, in hundredths of a point.
    pub total: Option<Ratio>,
    /// The key of its prize.
    pub prize: Option<String>,
    /// What it gets of the prize's money, in đồng.
    pub money: u32,
    /// Whether it is proposed for the next level.
    pub forwarded: bool,
}

/// What a recount gave (kết quả tính lại).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recount {
    /// The list as it follows from rules and records.
    pub list: Vec<Line>,
    /// Where the published one is another.
    pub differences: Vec<Difference>,
}

/// Where the published list is not what follows (chỗ khác nhau).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The line of a dossier says something else.
    Line {
        /// What was published.
        published: Line,
        /// What follows.
        recounted: Line,
    },
    /// A dossier is not on the published list.
    Missing(Line),
    /// The published list has a line for which there is no dossier, or has it twice.
    Surplus(Line),
    /// The same lines stand in another order, from this position on.
    Order(usize),
}

impl Bundle {
    /// A bundle with the list that follows (lập gói công bố).
    ///
    /// # Errors
    /// Everything for which rules or records cannot be counted.
    pub fn new(rules: Rules, records: Records) -> Result<Self, Vec<Trouble>> {
        let list = rank(&rules, &records)?.list();
        Ok(Self { format: Format::First, rules, records, list })
    }

    /// Its one spelling (dạng chuẩn): JSON with the names of objects in order of code points, and no space.
    pub fn canonical(&self) -> String {
        canonical(self)
    }

    /// Counts the list again, and compares (tính lại).
    ///
    /// # Errors
    /// Everything for which rules or records cannot be counted.
    pub fn recompute(&self) -> Result<Recount, Vec<Trouble>> {
        let list = rank(&self.rules, &self.records)?.list();
        let differences = differences(&self.list, &list);
        Ok(Recount { list, differences })
    }
}

/// A list as its lines in the one spelling of a bundle (danh sách dạng chuẩn), a line feed after each.
pub fn canonical_lines(list: &[Line]) -> String {
    list.iter().map(|line| canonical(line) + "\n").collect()
}

impl Ranking<'_> {
    /// The list as it is published (danh sách kết quả).
    pub fn list(&self) -> Vec<Line> {
        self.outcomes.iter().map(Line::of).collect()
    }
}

impl Line {
    fn of(outcome: &Outcome<'_>) -> Self {
        let place = outcome.place.ok();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            code: outcome.code.to_owned(),
            field: outcome.field.to_owned(),
            out: outcome.place.err(),
            rank: place.map(|place| number(place.rank)),
            field_rank: place.map(|place| number(place.field_rank)),
            total: place.map(|place| place.total),
            prize: outcome.award.map(|award| award.prize.key.clone()),
            money: outcome.award.map_or(0, |award| award.money),
            forwarded: outcome.is_forwarded,
        }
    }
}

fn differences(published: &[Line], recounted: &[Line]) -> Vec<Difference> {
    let mut left: BTreeMap<&str, &Line> = BTreeMap::new();
    let mut found = Vec::new();
    for line in published {
        if left.insert(&line.code, line).is_some() {
            found.push(Difference::Surplus(line.clone()));
        }
    }
    for line in recounted {
        match left.remove(line.code.as_str()) {
            None => found.push(Difference::Missing(line.clone())),
            Some(other) if other == line => (),
            Some(other) => {
                found.push(Difference::Line { published: other.clone(), recounted: line.clone() })
            }
        }
    }
    found.extend(left.into_values().cloned().map(Difference::Surplus));
    if found.is_empty() {
        let moved = published.iter().zip(recounted).position(|(one, other)| one != other);
        found.extend(moved.map(Difference::Order));
    }
    found
}

/// JSON in one spelling, whatever order the fields of a struct or the features of a library have.
fn canonical(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("every key is text and every number whole");
    let mut text = String::new();
    write(&value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(members) => {
            let sorted: BTreeMap<&String, &Value> = members.iter().collect();
            text.push('{');
            for (at, (name, value)) in sorted.into_iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                write(&Value::String(name.clone()), text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                write(item, text);
            }
            text.push(']');
        }
        plain => text.push_str(&plain.to_string()),
    }
}

#[cfg(test)]
#[path = "bundle_tests.rs"]
mod tests;
