//! Score sheets as judges write them, and what stands against them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::ratio::Ratio;
use crate::records::{Marking, Score};
use crate::scale::{Criterion, Scale};

/// A score sheet (phiếu chấm điểm): one judge, one dossier, one round.
///
/// It begins empty; nothing here makes points that nobody gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// The judge, by whatever name the records know.
    pub judge: String,
    /// The dossier, by its code.
    pub dossier: String,
    /// The round, by its key.
    pub round: String,
    /// What the judge says.
    pub opinion: Opinion,
}

/// What a judge says of a dossier (ý kiến của giám khảo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Opinion {
    /// Không chấm, with the reason.
    Abstained(String),
    /// Marks, by the key of the criterion.
    Marks(BTreeMap<String, Mark>),
}

/// The mark for one criterion (điểm theo tiêu chí).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Points.
    pub points: Points,
    /// What the judge remarks.
    #[serde(default)]
    pub remark: String,
    /// Where it can be seen: names of files, pages of the description.
    #[serde(default)]
    pub evidence: String,
}

/// Why a sheet cannot be signed as it is (điều phải sửa).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objection {
    /// A criterion has no mark.
    Missing(String),
    /// There is a mark, and the scale has no such criterion.
    Unknown(String),
    /// More points than the criterion can bring.
    OutOfScale {
        /// Its key.
        criterion: String,
        /// What was given.
        points: Points,
        /// What it can bring.
        maximum: Points,
    },
    /// Points between two steps.
    OutOfStep {
        /// Its key.
        criterion: String,
        /// What was given.
        points: Points,
        /// The step, in hundredths of a point.
        step: u32,
    },
    /// A remark must be written.
    RemarkMissing(String),
    /// Evidence must be named.
    EvidenceMissing(String),
    /// Who abstains says why.
    ReasonMissing,
}

/// What a sheet says that has consequences (điều cần lưu ý); it is no mistake of the judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Fewer points than the criterion's minimum.
    BelowMinimum {
        /// Its key.
        criterion: String,
        /// What was given.
        points: Points,
        /// The minimum.
        minimum: Points,
    },
    /// So few points that this judge is against the dossier.
    Against {
        /// The criterion's key.
        criterion: String,
        /// What was given.
        points: Points,
    },
    /// A total below the scale's minimum.
    TotalBelow {
        /// The total, in hundredths.
        total: Ratio,
        /// The minimum.
        minimum: Points,
    },
}

impl Sheet {
    /// An empty sheet (phiếu trống).
    pub fn empty(judge: &str, dossier: &str, round: &str) -> Self {
        Self {
            judge: judge.to_owned(),
            dossier: dossier.to_owned(),
            round: round.to_owned(),
            opinion: Opinion::Marks(BTreeMap::new()),
        }
    }

    /// Everything that keeps it from being signed (điều phải sửa), in the order of the scale.
    pub fn objections(&self, scale: &Scale) -> Vec<Objection> {
        let marks = match &self.opinion {
            Opinion::Abstained(reason) if reason.trim().is_empty() => {
                return vec![Objection::ReasonMissing];
            }
            Opinion::Abstained(_) => return Vec::new(),
            Opinion::Marks(marks) => marks,
        };
        let mut found = objections_to_points(scale, marks, |mark| mark.points);
        for criterion in &scale.criteria {
            found.extend(marks.get(&criterion.key).into_iter().flat_map(|it| it.lacks(criterion)));
        }
        found
    }

    /// What it says that has consequences (điều cần lưu ý), for a dossier of this field.
    pub fn findings(&self, scale: &Scale, field: &str) -> Vec<Finding> {
        let Some(points) = self.points() else { return Vec::new() };
        let marked = scale.criteria.iter().filter_map(|it| Some((it, *points.get(&it.key)?)));
        let mut found: Vec<Finding> = marked.flat_map(|(it, points)| it.findings(points)).collect();
        let total = scale.total_in(field, &points);
        let low = scale.minimum.filter(|minimum| total < (*minimum).into());
        found.extend(low.map(|minimum| Finding::TotalBelow { total, minimum }));
        found
    }

    /// What counts of it (điểm được tính): points without remarks.
    pub fn score(&self, marking: Marking) -> Score {
        Score {
            dossier: self.dossier.clone(),
            judge: self.judge.clone(),
            round: self.round.clone(),
            marking,
            points: self.points(),
        }
    }

    fn points(&self) -> Option<BTreeMap<String, Points>> {
        match &self.opinion {
            Opinion::Abstained(_) => None,
            Opinion::Marks(marks) => {
                Some(marks.iter().map(|(key, mark)| (key.clone(), mark.points)).collect())
            }
        }
    }
}

/// What stands against bare points: what is missing, unknown, out of scale, out of step.
pub(crate) fn objections_to_points<M>(
    scale: &Scale,
    marks: &BTreeMap<String, M>,
    mut points: impl FnMut(&M) -> Points,
) -> Vec<Objection> {
    let mut found = Vec::new();
    let mut known = 0;
    for criterion in &scale.criteria {
        match marks.get(&criterion.key) {
            None => found.push(Objection::Missing(criterion.key.clone())),
            Some(mark) => {
                known += 1;
                found.extend(criterion.objection(points(mark)));
            }
        }
    }
    if known < marks.len() {
        let unknown = marks.keys().filter(|key| scale.criterion(key).is_none());
        found.extend(unknown.cloned().map(Objection::Unknown));
    }
    found
}

impl Mark {
    fn lacks(&self, criterion: &Criterion) -> impl Iterator<Item = Objection> {
        let key = || criterion.key.clone();
        let remark = criterion.remark.with(self.points) && self.remark.trim().is_empty();
        let evidence = criterion.evidence.with(self.points) && self.evidence.trim().is_empty();
        let remark = remark.then(|| Objection::RemarkMissing(key()));
        remark.into_iter().chain(evidence.then(|| Objection::EvidenceMissing(key())))
    }
}

impl Criterion {
    fn objection(&self, points: Points) -> Option<Objection> {
        let (criterion, step) = (self.key.clone(), self.step.get());
        if points > self.maximum {
            return Some(Objection::OutOfScale { criterion, points, maximum: self.maximum });
        }
        let between = !points.hundredths().is_multiple_of(step);
        between.then_some(Objection::OutOfStep { criterion, points, step })
    }

    fn findings(&self, points: Points) -> impl Iterator<Item = Finding> {
        let key = self.key.clone();
        let low = self.minimum.filter(|minimum| points < *minimum);
        let low =
            low.map(|minimum| Finding::BelowMinimum { criterion: key.clone(), points, minimum });
        let against = self.knockout.is_some_and(|knockout| points < knockout.below);
        let against = against.then_some(Finding::Against { criterion: key, points });
        low.into_iter().chain(against)
    }
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod tests;
