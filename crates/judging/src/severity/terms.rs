//! What goes into the model, what is assumed on the way, and what comes out of it.

use crate::severity::matrix::Symmetric;

/// Rounds end when no width changes by more than this share.
const STILL: f64 = 1e-4;

/// One mark, by places.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub dossier: usize,
    pub judge: usize,
    pub points: f64,
}

/// What judges may differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freedom {
    /// Leniency alone.
    Leniency,
    /// How far their errors go, too.
    Error,
    /// And how far they stretch what they find different.
    Stretch,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// What judges of the middle would give each dossier, and its variance.
    pub adjusted: Vec<(f64, f64)>,
    /// What each judge gives beside the middle of all judges, and its variance.
    pub leniency: Vec<(f64, f64)>,
    /// Of the errors of each judge.
    pub variance: Vec<f64>,
    pub stretch: Vec<f64>,
    /// Of each mark: what the model leaves unexplained, and the variance of what it explains.
    pub rest: Vec<(f64, f64)>,
    /// How the level of each mark's judge varies together with the worth of its dossier.
    pub shared: Vec<f64>,
    /// Of each dossier, beside the mean, and its variance.
    pub worth: Vec<(f64, f64)>,
    /// Squares to be expected of what judges give beside the mean.
    pub squares: f64,
}

/// Widths, squared.
#[derive(Debug, Clone)]
pub struct Widths {
    pub worth: f64,
    pub leniency: f64,
    pub error: Vec<f64>,
    pub stretch: Vec<f64>,
    /// Of the stretches, about 1.
    pub stretches: f64,
}

/// So much of the mean, and the middle of all judges.
pub fn middle(judges: usize, mean: f64) -> Vec<f64> {
    let mut middle = vec![1.0 / judges as f64; judges + 1];
    middle[0] = mean;
    middle
}

/// Mean and leniencies, and how they vary.
pub struct Scale {
    pub covariance: Symmetric,
    pub level: Vec<f64>,
    /// What makes the level of a judge of the middle.
    pub all: Vec<f64>,
    /// How everything varies together with that level.
    pub with_all: Vec<f64>,
}

/// What the marks of one dossier say of its worth.
pub struct Known {
    pub weight: f64,
    pub points: f64,
    /// How much each place of the system counts in it.
    pub pulls: Vec<(usize, f64)>,
}

impl Widths {
    /// Whether nothing changed worth another round.
    pub fn is_near(&self, other: &Self) -> bool {
        let near = |one: f64, other: f64| (one - other).abs() <= STILL * one.abs().max(other.abs());
        let all_near =
            |one: &[f64], other: &[f64]| one.iter().zip(other).all(|it| near(*it.0, *it.1));
        near(self.worth, other.worth)
            && near(self.leniency, other.leniency)
            && all_near(&self.error, &other.error)
            && all_near(&self.stretch, &other.stretch)
    }
}
