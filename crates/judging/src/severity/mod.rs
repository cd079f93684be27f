//! The severity study (độ nghiêm của giám khảo): what marks would be if all judges were equally severe.
//!
//! [`study()`] tells what a judge takes off or adds, how sure they are, how they fit the others, and what each
//! dossier would have had from judges of the middle. It advises the council; it never changes a rank by itself.
//!
//! It is a many-facet model in the sense of Linacre (1989), with marks as they are and not as steps of a
//! rating scale, and with judges and dossiers drawn to their middle by as much as the marks leave open. Where
//! judges do not differ it therefore says so, instead of correcting noise. Parts that share no judge cannot be
//! compared: then there is no study but the list of parts.
//!
//! Numbers are floating-point here and nowhere else in this crate. They come from additions, multiplications,
//! divisions and square roots alone, in one order, so that every machine finds the same.

mod line;
mod matrix;
mod model;
mod panel;
pub mod simulation;
mod terms;

pub use terms::Freedom;

use crate::design::{DossierNumber, JudgeNumber, Pair, Part, parts};
use line::dependent;
use model::Model;
use panel::{Panel, common_marks};

/// How many widths an interval of 95 % goes to each side.
const WIDTHS: f64 = 1.959_964;

/// What a judge gave a dossier (điểm của một phiếu chấm).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Who judged what.
    pub pair: Pair,
    /// The sum of the sheet, in hundredths of a point.
    pub points: i32,
}

/// A number that is not known exactly (ước lượng): points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The most likely.
    pub value: f64,
    /// Ninety-five of a hundred such intervals hold the truth: from here
    pub low: f64,
    /// to here.
    pub high: f64,
}

impl Estimate {
    fn of(value: f64, variance: f64) -> Self {
        let reach = WIDTHS * variance.max(0.0).sqrt();
        Self { value, low: value - reach, high: value + reach }
    }

    fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// What was found of a judge (giám khảo).
#[derive(Debug, Clone, PartialEq)]
pub struct JudgeMeasure {
    /// Which judge.
    pub judge: JudgeNumber,
    /// How many dossiers they judged.
    pub marks: u32,
    /// Points that they take off, against the middle of all judges; below 0 they add.
    pub severity: Estimate,
    /// How far their marks are from what they should be, in points: one width of the bell curve.
    pub error: f64,
    /// How far they spread what others find one point apart: below 1 they keep to the middle.
    pub stretch: f64,
    /// Squares of what is left unexplained, against what is to be expected: 1 like the others, more is less
    /// consistent. Each mark counts by what it tells (infit).
    pub infit: f64,
    /// The same, each mark counting alike, so that single outliers show (outfit).
    pub outfit: f64,
}

/// What was found of a dossier (hồ sơ).
#[derive(Debug, Clone, PartialEq)]
pub struct DossierMeasure {
    /// Which dossier.
    pub dossier: DossierNumber,
    /// How many judged it.
    pub marks: u32,
    /// The plain mean of its marks, in points.
    pub mean: f64,
    /// What judges of the middle would have given it, in points.
    pub adjusted: Estimate,
}

/// Dossiers whose prize depends on who judged them (giải phụ thuộc giám khảo). With equal means at the line all
/// of them count as within.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dependent {
    /// Within the line by adjusted marks, outside by plain means.
    pub would_gain: Vec<DossierNumber>,
    /// Within by plain means, outside by adjusted marks.
    pub would_lose: Vec<DossierNumber>,
    /// The line is within the interval of their adjusted mark: on either side by chance.
    pub open: Vec<DossierNumber>,
}

/// The severity study (nghiên cứu độ nghiêm).
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// Judges, by number.
    pub judges: Vec<JudgeMeasure>,
    /// Dossiers, by number.
    pub dossiers: Vec<DossierMeasure>,
    /// What depends on it at the line.
    pub dependent: Dependent,
}

/// Why there is no study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoStudy {
    /// The design has several parts, between which nothing can be compared.
    NotConnected(Vec<Part>),
    /// So few marks that what a judge is like cannot be told from chance.
    TooFew,
    /// A judge has two marks for one dossier.
    Twice(Pair),
}

/// Studies how severe judges were. `line` dossiers get a prize.
///
/// # Errors
/// Marks that do not allow it, see [`NoStudy`].
pub fn study(marks: &[Mark], line: usize) -> Result<Study, NoStudy> {
    study_with(marks, line, Freedom::Stretch)
}

/// The study by a simpler model, to compare.
///
/// # Errors
/// As [`study()`].
pub fn study_with(marks: &[Mark], line: usize, freedom: Freedom) -> Result<Study, NoStudy> {
    let mut marks = marks.to_vec();
    marks.sort_unstable_by_key(|mark| mark.pair);
    if let Some(two) = marks.windows(2).find(|two| two[0].pair == two[1].pair) {
        return Err(NoStudy::Twice(two[0].pair));
    }
    let parts = parts(marks.iter().map(|mark| mark.pair));
    match &parts[..] {
        [] => return Err(NoStudy::TooFew),
        // With one mark less than this, no two judges have two chains between them.
        [part] if marks.len() < part.judges.len() + part.dossiers.len() => {
            return Err(NoStudy::TooFew);
        }
        [_] => {}
        _ => return Err(NoStudy::NotConnected(parts)),
    }
    let panel = Panel::of(&marks);
    let alike = Model::of(&panel.seen, Freedom::Leniency, 0.0).fit();
    let fits = panel.fits(&alike);
    let found = Model::of(&panel.seen, freedom, common_marks(&fits)).fit();
    let dossiers = panel.dossier_measures(&marks, &found);
    let dependent = dependent(&marks, &dossiers, line);
    Ok(Study { judges: panel.judge_measures(&found, &fits), dossiers, dependent })
}

#[cfg(test)]
mod tests;
