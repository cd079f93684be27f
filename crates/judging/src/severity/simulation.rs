//! Judgings with a known truth (chấm thi mô phỏng), by which the model was chosen and is measured.
//!
//! Whatever is drawn comes from a seed by arithmetic alone, so that every machine draws the same.

use std::collections::BTreeMap;

use crate::design::{DossierNumber, JudgeNumber, Pair};
use crate::severity::Mark;

/// How judges and marks of a simulated judging are (kiểu mô phỏng).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Everybody judges everything.
    Complete,
    /// Four judges of twelve for each dossier, evenly.
    Blocks,
    /// Judges follow one another: each shares dossiers with the next one only.
    Chain,
    /// Two judges for each dossier.
    Sparse,
    /// One judge takes fifteen points off.
    OneHarsh,
    /// Judges become less sure the longer they judge, some more than others.
    Drift,
    /// Half of the judges find everything about the same.
    Central,
    /// Half of the judges let one impression of a dossier colour every criterion.
    Halo,
    /// Eight dossiers and five judges.
    Few,
    /// Two panels that share nothing.
    Islands,
    /// Judges are all alike.
    Alike,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Complete,
        Self::Blocks,
        Self::Chain,
        Self::Sparse,
        Self::OneHarsh,
        Self::Drift,
        Self::Central,
        Self::Halo,
        Self::Few,
        Self::Islands,
        Self::Alike,
    ];

    /// Its name in figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Blocks => "blocks",
            Self::Chain => "chain",
            Self::Sparse => "sparse",
            Self::OneHarsh => "one_harsh",
            Self::Drift => "drift",
            Self::Central => "central",
            Self::Halo => "halo",
            Self::Few => "few",
            Self::Islands => "islands",
            Self::Alike => "alike",
        }
    }

    /// Dossiers, judges, and judges for each dossier.
    fn size(self) -> (u32, u32, u32) {
        match self {
            Self::Complete => (40, 8, 8),
            Self::Chain => (60, 10, 2),
            Self::Sparse => (60, 10, 2),
            Self::Few => (8, 5, 3),
            _ => (60, 12, 4),
        }
    }
}

/// A judging whose truth is known.
#[derive(Debug, Clone)]
pub struct Simulated {
    /// What judges gave.
    pub marks: Vec<Mark>,
    /// What each dossier is worth, in points.
    pub worth: BTreeMap<DossierNumber, f64>,
    /// How many points each judge takes off.
    pub severity: BTreeMap<JudgeNumber, f64>,
}

/// A judge as drawn.
struct Drawn {
    severity: f64,
    error: f64,
    stretch: f64,
    halo: f64,
    drift: f64,
}

/// A judging of a kind, drawn from a seed.
pub fn simulate(kind: Kind, seed: u64) -> Simulated {
    let mut chance = Chance(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ kind as u64);
    let (dossiers, judges, _) = kind.size();
    let drawn: Vec<Drawn> = (0..judges).map(|judge| draw(kind, judge, &mut chance)).collect();
    let worth: Vec<f64> = (0..dossiers).map(|_| 8.0 * chance.bell()).collect();
    let mut marks = Vec::new();
    let mut judged = vec![0.0; drawn.len()];
    for (dossier, panel) in design(kind, &mut chance).into_iter().enumerate() {
        for judge in panel {
            let who = &drawn[judge as usize];
            let error = who.error * (1.0 + who.drift * judged[judge as usize]);
            judged[judge as usize] += 1.0;
            let impression = who.halo * chance.bell();
            let found = 65.0 - who.severity + who.stretch * worth[dossier];
            // Criteria are marked in halves, so a sheet is in halves too.
            let points = (2.0 * (found + error * chance.bell() + impression)).round() * 50.0;
            let pair = Pair { dossier: DossierNumber(dossier as u32), judge: JudgeNumber(judge) };
            marks.push(Mark { pair, points: points.clamp(0.0, 10_000.0) as i32 });
        }
    }
    let severity = drawn.iter().map(|judge| judge.severity);
    Simulated {
        marks,
        worth: (0..).map(DossierNumber).zip(worth).collect(),
        severity: (0..).map(JudgeNumber).zip(severity).collect(),
    }
}

fn draw(kind: Kind, judge: u32, chance: &mut Chance) -> Drawn {
    let alike = Drawn { severity: 0.0, error: 4.0, stretch: 1.0, halo: 0.0, drift: 0.0 };
    let severity = 5.0 * chance.bell();
    let differs = Drawn { severity, error: 2.0 + 5.0 * chance.even(), ..alike };
    let is_half = judge.is_multiple_of(2);
    match kind {
        Kind::Alike => alike,
        Kind::OneHarsh if judge == 0 => Drawn { severity: 15.0, ..alike },
        Kind::OneHarsh => alike,
        Kind::Drift => Drawn { error: 2.0, drift: 0.3 * chance.even(), ..differs },
        Kind::Central if is_half => Drawn { stretch: 0.4, ..differs },
        Kind::Halo if is_half => Drawn { error: 3.0, halo: 7.0, ..differs },
        Kind::Halo => Drawn { error: 3.0, ..differs },
        _ => differs,
    }
}

/// Who judges each dossier.
fn design(kind: Kind, chance: &mut Chance) -> Vec<Vec<u32>> {
    let (dossiers, judges, each) = kind.size();
    let panel = |dossier: u32, chance: &mut Chance| match kind {
        Kind::Chain => {
            let first = dossier * (judges - 1) / dossiers;
            vec![first, first + 1]
        }
        Kind::Islands => {
            let island = dossier % 2 * (judges / 2);
            chance.some(each, judges / 2).into_iter().map(|judge| island + judge).collect()
        }
        _ => chance.some(each, judges),
    };
    (0..dossiers).map(|dossier| panel(dossier, chance)).collect()
}

/// SplitMix64, see [`crate::assign::lot()`].
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut state = self.0;
        state = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ state >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^ state >> 31
    }

    /// Between 0 and 1.
    fn even(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From a bell curve of width 1: twelve even numbers, whose sum is one for all that matters here.
    fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.even()).sum::<f64>() - 6.0
    }

    /// Some of so many, each as likely.
    fn some(&mut self, count: u32, of: u32) -> Vec<u32> {
        let mut all: Vec<u32> = (0..of).collect();
        for at in 0..count as usize {
            let other = at + (self.next() % (of as u64 - at as u64)) as usize;
            all.swap(at, other);
        }
        all.truncate(count as usize);
        all
    }
}

/// How well measures rank dossiers as their worth does (rho of Spearman): 1 alike, 0 by chance.
pub fn agreement(
    worth: &BTreeMap<DossierNumber, f64>,
    measures: &BTreeMap<DossierNumber, f64>,
) -> f64 {
    let shared = worth.iter().filter_map(|(dossier, it)| Some((*it, *measures.get(dossier)?)));
    let (true_values, values): (Vec<f64>, Vec<f64>) = shared.unzip();
    let (one, other) = (ranks(&true_values), ranks(&values));
    let product = |one: &[f64], other: &[f64]| -> f64 {
        one.iter().zip(other).map(|(one, other)| one * other).sum()
    };
    product(&one, &other) / (product(&one, &one) * product(&other, &other)).sqrt()
}

/// Ranks about their middle; equal values share theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let below = |value: f64| values.iter().filter(|other| **other < value).count() as f64;
    let above = |value: f64| values.iter().filter(|other| **other > value).count() as f64;
    values.iter().map(|value| (below(*value) - above(*value)) / 2.0).collect()
}
