//! Judges who are far apart on one dossier: found as data, so that people mark it again.

use serde::Serialize;

use crate::ratio::Ratio;
use crate::records::{Entry, Records, SecondMarking};
use crate::rules::{Round, Rules};
use crate::soundness::{Panel, Trouble, checked, scale_of};

/// How far apart totals may lie where nobody has another figure (mức chênh lệch thường dùng), in percent of the
/// scale. It is ours: no published rules name one.
pub const USUAL: u8 = 20;

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
    let panels = checked(rules, records)?;
    let mut entries: Vec<(&Entry, &Vec<Panel<'_>>)> = records.entries.iter().zip(&panels).collect();
    entries.sort_unstable_by_key(|(entry, _)| &entry.code);
    let mut found = Vec::new();
    for (entry, panels) in entries {
        for (round, panel) in rules.rounds.iter().zip(panels) {
            found.extend(apart((rules, records), (entry, round), panel));
        }
    }
    Ok(found)
}

fn apart<'a>(
    (rules, records): (&'a Rules, &'a Records),
    (entry, round): (&'a Entry, &'a Round),
    panel: &Panel<'a>,
) -> Option<Divergence<'a>> {
    let sheets = panel.first.iter().filter(|sheet| !sheet.points.is_empty());
    let mut totals: Vec<(&str, Ratio)> = sheets.map(|it| (it.judge, it.total)).collect();
    totals.sort_unstable_by_key(|(judge, total)| (*total, *judge));
    let lowest = *totals.first()?;
    let most = totals.last()?.1;
    let highest = *totals.iter().find(|(_, total)| *total == most)?;
    let spread = most - lowest.1;
    let limit = scale_of(rules, entry, round)?.maximum_in(&entry.field).percent(rules.divergence);
    let (dossier, round) = (entry.code.as_str(), round.key.as_str());
    let mut settled = records.second_markings.iter();
    let settled = settled.find(|it| it.dossier == dossier && it.round == round);
    let found = Divergence { dossier, round, lowest, highest, spread, limit, settled };
    (spread > limit).then_some(found)
}
