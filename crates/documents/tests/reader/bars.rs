//! How well the reader has to read: over the real papers, over our samples, and over held-back ones.

use crate::papers::{self, Paper};
use crate::score::{self, Scored};

/// What has to be reached: the mean over all groups, and each group.
struct Bar {
    overall: f64,
    group: f64,
    /// Whether misses are shown.
    shown: bool,
}

/// For the real papers.
const REAL: Bar = Bar { overall: 0.99, group: 0.90, shown: true };
/// For our samples that were looked at while rules were written; what is reached may only rise.
const KNOWN: Bar = Bar { overall: 0.99, group: 0.90, shown: true };
/// For papers that were not looked at; nor are their misses.
const UNSEEN: Bar = Bar { overall: 0.91, group: 0.0, shown: false };

fn read(paper: &Paper) -> Scored<'_> {
    let facts = serde_json::to_value(documents::read(&paper.text)).expect("facts are JSON");
    Scored { name: &paper.name, gold: &paper.gold, read: Some(facts) }
}

fn clears(papers: &[Paper], bar: &Bar) {
    let (table, total) = score::table(&papers.iter().map(read).collect::<Vec<_>>(), bar.shown);
    let low: Vec<_> = total.groups().filter(|(_, f1)| *f1 < bar.group).collect();
    let Bar { overall, group, .. } = bar;
    let reached = total.overall() >= *overall && low.is_empty();
    assert!(reached, "{table}\noverall below {overall}, or a group below {group}: {low:?}");
}

#[test]
fn real_papers_are_read() {
    let Some(shared) = papers::acceptance() else { return };
    let seeds = papers::papers(&shared.join("seeds"), &shared.join("gold"));
    assert!(!seeds.is_empty(), "there is no gold beside the papers");
    clears(&seeds, &REAL);
}

#[test]
fn samples_are_read() {
    let samples = papers::samples("samples");
    assert!(samples.len() >= 8, "{} samples", samples.len());
    clears(&samples, &KNOWN);
}

#[test]
fn papers_held_back_are_read() {
    let held = papers::samples("samples/held");
    assert!(held.len() >= 4, "{} samples", held.len());
    clears(&held, &UNSEEN);
}
