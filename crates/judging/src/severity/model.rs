//! The model and how its numbers are found.
//!
//! A mark is mean + worth of the dossier × stretch of the judge + leniency of the judge + error. Worth and
//! leniency are drawn from bell curves of unknown width, the error from one whose width is the judge's. Widths
//! are found by expectation and maximisation: given them, the most likely worths and leniencies with their
//! covariances solve one linear system (Henderson 1950), of which dossiers are eliminated, so that it has the
//! size of the panel; given these, the widths follow. Few marks of a judge say little, so what is particular to
//! them is drawn to what all have in common.

use crate::severity::matrix::{Symmetric, dot};
use crate::severity::terms::{Found, Freedom, Known, Scale, Seen, Widths, middle};

/// The variance of stretches to begin with.
const FIRST_STRETCHES: f64 = 0.05;
/// The least that it becomes.
const LEAST_STRETCHES: f64 = 1e-4;
/// Rounds at most.
const ROUNDS: usize = 100;
/// The narrowest width, as a share of that of all marks: what is exact in the marks of few is not exact.
const NARROWEST: f64 = 1e-4;

/// The model for some marks.
pub struct Model<'m> {
    seen: &'m [Seen],
    by_dossier: Vec<Vec<usize>>,
    judges: usize,
    freedom: Freedom,
    /// The variance of all marks.
    whole: f64,
    /// Errors of a judge count as so many marks of the common width.
    common_marks: f64,
}

impl<'m> Model<'m> {
    pub fn of(seen: &'m [Seen], freedom: Freedom, common_marks: f64) -> Self {
        let dossiers = seen.iter().map(|it| it.dossier + 1).max().unwrap_or(0);
        let judges = seen.iter().map(|it| it.judge + 1).max().unwrap_or(0);
        let mut by_dossier = vec![Vec::new(); dossiers];
        seen.iter().enumerate().for_each(|(at, it)| by_dossier[it.dossier].push(at));
        let count = seen.len() as f64;
        let mean = seen.iter().map(|it| it.points).sum::<f64>() / count;
        let squares: f64 = seen.iter().map(|it| (it.points - mean).powi(2)).sum();
        let whole = (squares / count).max(1e-6);
        Self { seen, by_dossier, judges, freedom, whole, common_marks }
    }

    /// The most likely widths, and what follows from them.
    pub fn fit(&self) -> Found {
        let part = self.whole / 3.0;
        let (error, stretch) = (vec![part; self.judges], vec![1.0; self.judges]);
        let mut widths =
            Widths { worth: part, leniency: part, error, stretch, stretches: FIRST_STRETCHES };
        let mut found = self.expect(&widths);
        for _ in 0..ROUNDS {
            let next = self.maximise(&widths, &found);
            let is_still = next.is_near(&widths);
            widths = next;
            found = self.expect(&widths);
            if is_still {
                break;
            }
        }
        found
    }
}

impl Model<'_> {
    /// What is most likely, given the widths.
    fn expect(&self, widths: &Widths) -> Found {
        let (matrix, right) = self.system(widths);
        let covariance = matrix.inverse();
        let level = covariance.times(&right);
        let judges = self.judges as f64;
        let (all, panel) = (middle(self.judges, 1.0), middle(self.judges, 0.0));
        let with_panel = covariance.times(&panel);
        let panel_variance = dot(&panel, &with_panel);
        let middle = dot(&panel, &level);
        let leniency = |at: usize| {
            let variance = covariance.at(at, at) - 2.0 * with_panel[at] + panel_variance;
            (level[at] - middle, variance)
        };
        let square = |at: usize| level[at] * level[at] + covariance.at(at, at);
        let mut found = Found {
            adjusted: Vec::with_capacity(self.by_dossier.len()),
            leniency: (1..=self.judges).map(leniency).collect(),
            variance: widths.error.clone(),
            stretch: widths.stretch.clone(),
            rest: vec![(0.0, 0.0); self.seen.len()],
            shared: vec![0.0; self.seen.len()],
            worth: Vec::with_capacity(self.by_dossier.len()),
            squares: (1..=self.judges).map(square).sum::<f64>() / judges,
        };
        let scale = Scale { with_all: covariance.times(&all), all, covariance, level };
        for marks in &self.by_dossier {
            self.expect_dossier(widths, &scale, marks, &mut found);
        }
        found
    }

    /// The linear system of mean and leniencies, out of which the worths are eliminated.
    fn system(&self, widths: &Widths) -> (Symmetric, Vec<f64>) {
        let mut matrix = Symmetric::zero(self.judges + 1);
        let mut right = vec![0.0; self.judges + 1];
        (1..=self.judges).for_each(|at| matrix.add(at, at, 1.0 / widths.leniency));
        for marks in &self.by_dossier {
            for at in marks {
                let (mark, weight) = (self.seen[*at], 1.0 / widths.error[self.seen[*at].judge]);
                for row in [0, mark.judge + 1] {
                    right[row] += weight * mark.points;
                    matrix.add(row, 0, weight);
                    matrix.add(row, mark.judge + 1, weight);
                }
            }
            let known = self.known(widths, marks);
            for (row, one) in &known.pulls {
                right[*row] -= one * known.points / known.weight;
                for (column, other) in &known.pulls {
                    matrix.add(*row, *column, -one * other / known.weight);
                }
            }
        }
        (matrix, right)
    }

    /// What the marks of a dossier say of its worth.
    fn known(&self, widths: &Widths, marks: &[usize]) -> Known {
        let mut known = Known { weight: 1.0 / widths.worth, points: 0.0, pulls: vec![(0, 0.0)] };
        for mark in marks.iter().map(|at| self.seen[*at]) {
            let stretch = widths.stretch[mark.judge];
            let pull = stretch / widths.error[mark.judge];
            known.weight += pull * stretch;
            known.points += pull * mark.points;
            known.pulls[0].1 += pull;
            known.pulls.push((mark.judge + 1, pull));
        }
        known
    }

    fn expect_dossier(&self, widths: &Widths, scale: &Scale, marks: &[usize], found: &mut Found) {
        let Scale { covariance, level, .. } = scale;
        let Known { weight, points, pulls } = self.known(widths, marks);
        let explained: f64 = pulls.iter().map(|(at, pull)| pull * level[*at]).sum();
        let worth = (points - explained) / weight;
        // How mean and leniencies vary together with the worth.
        let shared = |row: usize| {
            let sum: f64 = pulls.iter().map(|(at, pull)| pull * covariance.at(row, *at)).sum();
            -sum / weight
        };
        let through: f64 = pulls.iter().map(|(at, pull)| -pull * shared(*at)).sum();
        let variance = (1.0 + through) / weight;
        found.worth.push((worth, variance));
        let with_all: f64 = pulls.iter().map(|(at, pull)| -pull * scale.with_all[*at]).sum();
        let adjusted = variance + 2.0 * with_all / weight + dot(&scale.all, &scale.with_all);
        found.adjusted.push((dot(&scale.all, level) + worth, adjusted));
        let shared_mean = shared(0);
        for at in marks {
            let Seen { judge, points, .. } = self.seen[*at];
            let (stretch, place) = (widths.stretch[judge], judge + 1);
            let together = shared_mean + shared(place);
            let level_variance =
                covariance.at(0, 0) + 2.0 * covariance.at(0, place) + covariance.at(place, place);
            let explained = level[0] + level[place] + stretch * worth;
            let sureness = level_variance + stretch * (stretch * variance + 2.0 * together);
            found.rest[*at] = (points - explained, sureness);
            found.shared[*at] = together;
        }
    }

    /// The most likely widths, given what is expected.
    fn maximise(&self, widths: &Widths, found: &Found) -> Widths {
        let floor = self.whole * NARROWEST;
        let worth: f64 = found.worth.iter().map(|(value, variance)| value * value + variance).sum();
        let mut sums = vec![(0.0, 0.0); self.judges];
        for (mark, (rest, variance)) in self.seen.iter().zip(&found.rest) {
            sums[mark.judge].0 += rest * rest + variance;
            sums[mark.judge].1 += 1.0;
        }
        let common = sums.iter().map(|sum| sum.0).sum::<f64>() / self.seen.len() as f64;
        let own = |(squares, marks): &(f64, f64)| match self.freedom {
            Freedom::Leniency => common,
            Freedom::Error | Freedom::Stretch => {
                (self.common_marks * common + squares) / (self.common_marks + marks)
            }
        };
        let error = sums.iter().map(|sum| own(sum).max(floor)).collect();
        let (stretch, stretches) = match self.freedom {
            Freedom::Leniency | Freedom::Error => (widths.stretch.clone(), widths.stretches),
            Freedom::Stretch => self.stretches(widths, found),
        };
        Widths {
            worth: (worth / found.worth.len() as f64).max(floor),
            leniency: found.squares.max(floor),
            error,
            stretch,
            stretches,
        }
    }

    /// How far judges stretch, and the variance of it.
    fn stretches(&self, widths: &Widths, found: &Found) -> (Vec<f64>, f64) {
        let even = 1.0 / widths.stretches;
        let mut sums = vec![(even, even); self.judges];
        for (at, mark) in self.seen.iter().enumerate() {
            let (worth, variance) = found.worth[mark.dossier];
            let above = found.rest[at].0 + widths.stretch[mark.judge] * worth;
            let error = widths.error[mark.judge];
            sums[mark.judge].0 += (above * worth - found.shared[at]) / error;
            sums[mark.judge].1 += (worth * worth + variance) / error;
        }
        let raw: Vec<f64> = sums.iter().map(|(one, other)| (one / other).max(0.1)).collect();
        let mean = raw.iter().sum::<f64>() / raw.len() as f64;
        let stretch: Vec<f64> = raw.iter().map(|stretch| stretch / mean).collect();
        let squares = stretch.iter().zip(&sums).map(|(it, sum)| (it - 1.0).powi(2) + 1.0 / sum.1);
        let variance = squares.sum::<f64>() / self.judges as f64;
        (stretch, variance.max(LEAST_STRETCHES))
    }
}
