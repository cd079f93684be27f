//! Judges who are far apart on one dossier: found as data, so that people mark it again.

use std::collections::HashMap;

use serde::Serialize;

use crate::ratio::Ratio;
use crate::records::{Entry, Marking, Records, Score, SecondMarking};
use crate::rules::{Round, Rules};
use crate::soundness::{Trouble, troubles};

/// Two judges of one dossier further apart than the rules allow (chênh lệch điểm). Totals are in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Divergence<'a> {
    /// The dossier's code.
    pub dossier: &'a str,
    /// The round's key.
    pub round: &'a str,
    /// Who gave least; of several, the first by name.
    pub lowest: (&'a str, Ratio),
    /// Who gave most; of several, the first by name.
    pub highest: (&'a str, Ratio),
    /// How far they are apart.
    pub spread: Ratio,
    /// How far they may be.
    pub limit: Ratio,
    /// The second marking (chấm lại) that followed; nothing: it is still to be opened.
    pub settled: Option<&'a SecondMarking>,
}

/// Every divergence of the first sheets (danh sách chênh lệch), by dossier and in the order of the rounds.
///
/// # Errors
/// Everything for which rules or records cannot be counted.
pub fn divergences<'a>(
    rules: &'a Rules,
    records: &'a Records,
) -> Result<Vec<Divergence<'a>>, Vec<Trouble>> {
    let troubles = troubles(rules, records);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let mut sheets: HashMap<(&str, &str), Vec<&Score>> = HashMap::new();
    for score in records.scores.iter().filter(|it| it.marking == Marking::First) {
        sheets.entry((&score.dossier, &score.round)).or_default().push(score);
    }
    let mut entries: Vec<&Entry> = records.entries.iter().collect();
    entries.sort_unstable_by_key(|entry| &entry.code);
    let places = entries.iter().flat_map(|entry| rules.rounds.iter().map(|round| (*entry, round)));
    let found = places.filter_map(|(entry, round)| {
        let sheets = sheets.get(&(entry.code.as_str(), round.key.as_str()))?;
        let settled = records.second_markings.iter();
        let mut settled = settled.filter(|it| it.dossier == entry.code && it.round == round.key);
        Some(Divergence { settled: settled.next_back(), ..apart(rules, round, entry, sheets)? })
    });
    Ok(found.collect())
}

fn apart<'a>(
    rules: &Rules,
    round: &'a Round,
    entry: &'a Entry,
    sheets: &[&'a Score],
) -> Option<Divergence<'a>> {
    let key = entry.scale.as_deref().unwrap_or_else(|| round.scale_in(&entry.field));
    let scale = rules.scale(key)?;
    let total = |sheet: &&'a Score| {
        Some((sheet.judge.as_str(), scale.total_in(&entry.field, sheet.points.as_ref()?)))
    };
    let mut totals: Vec<(&str, Ratio)> = sheets.iter().filter_map(total).collect();
    totals.sort_unstable_by_key(|(judge, total)| (*total, *judge));
    let lowest = *totals.first()?;
    let most = totals.last()?.1;
    let highest = *totals.iter().find(|(_, total)| *total == most)?;
    let spread = most - lowest.1;
    let limit = scale.maximum_in(&entry.field).percent(rules.divergence);
    let (dossier, round) = (entry.code.as_str(), round.key.as_str());
    let found = Divergence { dossier, round, lowest, highest, spread, limit, settled: None };
    (spread > limit).then_some(found)
}
