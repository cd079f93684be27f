//! The score (điểm đọc) of the reader: facts read from papers against facts found by hand.
//!
//! It counts as the project's acceptance tool does, figure by figure; `tests/reader/equality.rs`
//! proves it wherever that tool is at hand.

mod groups;
pub mod likeness;
mod tally;
mod wording;

use std::fmt::Write;

use serde_json::Value;
pub use tally::Tally;

/// The tallies of one paper, or of several, by group.
#[derive(Clone, Debug, Default)]
pub struct Sheet(Vec<(&'static str, Tally)>);

impl Sheet {
    /// Compares what was read from one paper with what stands in it.
    pub fn compare(gold: &Value, read: &Value) -> Self {
        let count = |(name, count): (&'static str, fn(&Value, &Value, &mut Tally))| {
            let mut tally = Tally::default();
            count(gold, read, &mut tally);
            (name, tally)
        };
        Self(groups::GROUPS.map(count).into())
    }

    /// The counts of several papers together.
    pub fn total<'a>(papers: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut total = Self::default();
        for (place, (name, tally)) in papers.into_iter().flat_map(|it| it.0.iter().enumerate()) {
            if total.0.len() == place {
                total.0.push((*name, Tally::default()));
            }
            total.0[place].1.add(tally);
        }
        total
    }

    /// Mean of the groups' F1.
    pub fn overall(&self) -> f64 {
        let sum: f64 = self.0.iter().map(|(_, tally)| tally.f1()).sum();
        if self.0.is_empty() { 0.0 } else { sum / self.0.len() as f64 }
    }

    /// Each group's name and F1.
    pub fn groups(&self) -> impl Iterator<Item = (&'static str, f64)> {
        self.0.iter().map(|(name, tally)| (*name, tally.f1()))
    }

    fn print(&self, verbose: bool, out: &mut String) {
        for (name, tally) in &self.0 {
            let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
            let _ = writeln!(out, "   {name:12} P {precision:.2}  R {recall:.2}  F1 {f1:.2}");
            let misses = tally.misses.iter().filter(|_| verbose);
            misses.for_each(|line| _ = writeln!(out, "      {line}"));
        }
    }
}

/// One paper to score: its name, what stands in it, and what was read, if anything was.
pub struct Scored<'a> {
    pub name: &'a str,
    pub gold: &'a Value,
    pub read: Option<Value>,
}

/// Every figure of several papers in lines, and their total.
pub fn table(papers: &[Scored<'_>], verbose: bool) -> (String, Sheet) {
    let mut out = String::new();
    let mut sheets = Vec::new();
    for paper in papers {
        let sheet = Sheet::compare(paper.gold, paper.read.as_ref().unwrap_or(&Value::Null));
        let note = if paper.read.is_some() { "" } else { "   (no prediction)" };
        let _ = writeln!(out, "{}{note}", paper.name);
        sheet.print(verbose, &mut out);
        sheets.push(sheet);
    }
    let total = Sheet::total(&sheets);
    out.push_str("all documents\n");
    total.print(false, &mut out);
    let _ = writeln!(out, "overall F1 {:.3} over {} documents", total.overall(), papers.len());
    (out, total)
}
