//! Judges and dossiers by places, and what is said of each in the end.

use std::collections::{BTreeMap, BTreeSet};

use crate::design::{DossierNumber, JudgeNumber};
use crate::severity::line::sums;
use crate::severity::terms::{Found, Seen};
use crate::severity::{DossierMeasure, Estimate, JudgeMeasure, Mark};

/// Judges whose widths vary less than this are taken as alike.
const LEAST_BEYOND: f64 = 1e-3;

/// Marks by places.
pub struct Panel {
    judges: Vec<JudgeNumber>,
    dossiers: Vec<DossierNumber>,
    pub seen: Vec<Seen>,
}

impl Panel {
    pub fn of(marks: &[Mark]) -> Self {
        let judges: BTreeSet<JudgeNumber> = marks.iter().map(|mark| mark.pair.judge).collect();
        let dossiers: BTreeSet<DossierNumber> = marks.iter().map(|it| it.pair.dossier).collect();
        let judge_at: BTreeMap<JudgeNumber, usize> = judges.iter().copied().zip(0..).collect();
        let dossier_at: BTreeMap<DossierNumber, usize> =
            dossiers.iter().copied().zip(0..).collect();
        let seen = |mark: &Mark| Seen {
            dossier: dossier_at[&mark.pair.dossier],
            judge: judge_at[&mark.pair.judge],
            points: f64::from(mark.points) / 100.0,
        };
        let seen = marks.iter().map(seen).collect();
        let (judges, dossiers) = (judges.into_iter().collect(), dossiers.into_iter().collect());
        Self { judges, dossiers, seen }
    }

    /// How the marks of each judge fit a model in which all err alike.
    pub fn fits(&self, alike: &Found) -> Vec<Fit> {
        let mut fits = vec![Fit::default(); self.judges.len()];
        for (seen, (rest, explained)) in self.seen.iter().zip(&alike.rest) {
            let variance = alike.variance[seen.judge];
            let due = (variance - explained).max(f64::MIN_POSITIVE);
            let fit = &mut fits[seen.judge];
            fit.marks += 1;
            fit.squares += rest * rest;
            fit.due += due;
            fit.ratios += rest * rest / due;
            fit.freedom += due / variance;
        }
        fits
    }

    pub fn judge_measures(&self, found: &Found, fits: &[Fit]) -> Vec<JudgeMeasure> {
        let measure = |(at, (judge, fit)): (usize, (&JudgeNumber, &Fit))| {
            let (leniency, variance) = found.leniency[at];
            JudgeMeasure {
                judge: *judge,
                marks: fit.marks,
                severity: Estimate::of(-leniency, variance),
                error: found.variance[at].sqrt(),
                stretch: found.stretch[at],
                infit: fit.infit(),
                outfit: fit.ratios / f64::from(fit.marks),
            }
        };
        self.judges.iter().zip(fits).enumerate().map(measure).collect()
    }

    pub fn dossier_measures(&self, marks: &[Mark], found: &Found) -> Vec<DossierMeasure> {
        let measure = |((dossier, (value, variance)), (sum, count)): ((&DossierNumber, _), _)| {
            let mean = sum as f64 / f64::from(count) / 100.0;
            let adjusted = Estimate::of(value, variance);
            DossierMeasure { dossier: *dossier, marks: count, mean, adjusted }
        };
        let pairs = self.dossiers.iter().zip(found.adjusted.iter().copied());
        pairs.zip(sums(marks).into_values()).map(measure).collect()
    }
}

/// How the marks of a judge fit.
#[derive(Debug, Clone, Default)]
pub struct Fit {
    marks: u32,
    /// Of what is left unexplained, and what they should be.
    squares: f64,
    due: f64,
    /// Square by what it should be, summed.
    ratios: f64,
    /// How many marks would say as much if nothing else had to be found from them.
    freedom: f64,
}

impl Fit {
    fn infit(&self) -> f64 {
        self.squares / self.due
    }
}

/// How many marks of the common width the errors of a judge count as: the more, the less judges differ in it.
///
/// If they did not, (infit - 1)² would be 2 / freedom on average. What it is beyond that, and beyond chance, is
/// the variance of the judges' own widths, of which `2 / (marks - 4)` is what so many marks leave.
pub fn common_marks(fits: &[Fit]) -> f64 {
    let count = fits.len() as f64;
    let seen = fits.iter().map(|fit| (fit.infit() - 1.0).powi(2)).sum::<f64>() / count;
    let chance = fits.iter().map(|fit| 2.0 / fit.freedom).sum::<f64>() / count;
    let beyond = seen - chance * (1.0 + (2.0 / count).sqrt());
    4.0 + 2.0 / beyond.max(LEAST_BEYOND)
}
