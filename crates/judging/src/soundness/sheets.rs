//! Sheets, each looked at once: what is wrong with it, and its points in the order of its scale.

use std::collections::HashMap;

use crate::points::Points;
use crate::ratio::Ratio;
use crate::records::{Entry, Marking, Records, Score};
use crate::rules::{Round, Rules};
use crate::scale::{Scale, total};
use crate::sheet::objections_to_points;
use crate::soundness::{MOST_SHEETS, Trouble};

/// A sheet that was looked at.
#[derive(Debug, Clone)]
pub(crate) struct CheckedSheet<'a> {
    pub(crate) judge: &'a str,
    pub(crate) marking: Marking,
    /// In the order of the scale's criteria; none of a judge who abstained.
    pub(crate) points: Vec<Points>,
    /// By the weights of the dossier's field.
    pub(crate) total: Ratio,
}

/// Sheets of one dossier in one round, those of a judge after those of another by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Panel<'a> {
    pub(crate) first: Vec<CheckedSheet<'a>>,
    pub(crate) second: Vec<CheckedSheet<'a>>,
}

/// Sheets by dossier, in the order of the entries, and by round.
pub(crate) type Panels<'a> = Vec<Vec<Panel<'a>>>;

/// The scale of a dossier in a round, if the rules know it.
pub(crate) fn scale_of<'a>(rules: &'a Rules, entry: &Entry, round: &Round) -> Option<&'a Scale> {
    let chosen = entry.scale.as_deref();
    rules.scale(chosen.unwrap_or_else(|| round.scale_in(&entry.field)))
}

/// Looks at every sheet.
pub(super) fn looked_at<'a>(
    rules: &'a Rules,
    records: &'a Records,
    known: &HashMap<&str, usize>,
) -> (Panels<'a>, Vec<Trouble>) {
    let entries = records.entries.iter();
    let scales = |entry| rules.rounds.iter().map(|round| scale_of(rules, entry, round)).collect();
    let scales: Vec<Vec<Option<&Scale>>> = entries.map(scales).collect();
    let mut panels: Panels<'a> = vec![vec![Panel::default(); rules.rounds.len()]; scales.len()];
    let mut found = Vec::new();
    for score in &records.scores {
        let Some(dossier) = known.get(score.dossier.as_str()).copied() else {
            found.push(Trouble::UnknownDossier(score.dossier.clone()));
            continue;
        };
        let Some(round) = rules.rounds.iter().position(|round| round.key == score.round) else {
            found.push(Trouble::UnknownRound(score.round.clone()));
            continue;
        };
        // A dossier whose scale is not known is told by itself.
        let Some(scale) = scales[dossier][round] else { continue };
        let sheet = checked(scale, &records.entries[dossier].field, score, &mut found);
        let panel = &mut panels[dossier][round];
        match score.marking {
            Marking::First => panel.first.push(sheet),
            Marking::Second => panel.second.push(sheet),
        }
    }
    for (panels, entry) in panels.iter_mut().zip(&records.entries) {
        for panel in panels {
            found.extend(ordered(&mut panel.first, &entry.code));
            found.extend(ordered(&mut panel.second, &entry.code));
        }
    }
    (panels, found)
}

fn checked<'a>(
    scale: &Scale,
    field: &str,
    score: &'a Score,
    found: &mut Vec<Trouble>,
) -> CheckedSheet<'a> {
    let (mut points, mut sum) = (Vec::new(), Ratio::ZERO);
    if let Some(given) = &score.points {
        points.reserve_exact(scale.criteria.len());
        let objections = objections_to_points(scale, given, |it| {
            points.push(*it);
            *it
        });
        found.extend(objections.into_iter().map(|objection| Trouble::Sheet {
            dossier: score.dossier.clone(),
            judge: score.judge.clone(),
            objection,
        }));
        let weights = scale.criteria.iter().map(|it| it.weight_in(field));
        sum = total(points.iter().copied().zip(weights));
    }
    CheckedSheet { judge: &score.judge, marking: score.marking, points, total: sum }
}

/// Sorts by judge, and tells of two sheets of one judge and of more sheets than there can be.
fn ordered(sheets: &mut [CheckedSheet<'_>], code: &str) -> Vec<Trouble> {
    sheets.sort_unstable_by_key(|sheet| sheet.judge);
    let again = sheets.windows(2).filter(|pair| pair[0].judge == pair[1].judge);
    let told = |pair: &[CheckedSheet<'_>]| Trouble::SheetTwice {
        dossier: code.to_owned(),
        judge: pair[0].judge.to_owned(),
    };
    let mut found: Vec<Trouble> = again.map(told).collect();
    if sheets.len() > MOST_SHEETS {
        found.push(Trouble::ManySheets(code.to_owned()));
    }
    found
}
