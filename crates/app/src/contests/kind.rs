//! Words of the database for what the reader knows too: series, level, kinds of milestones and papers.

use documents::{Frequency, Level, MilestoneKind, Series};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Every series, in the order of lists.
pub const SERIES: [Series; 3] =
    [Series::TechnicalInnovation, Series::YouthCreativity, Series::Other];

/// Every level, from above.
pub const LEVELS: [Level; 5] =
    [Level::Nation, Level::Province, Level::District, Level::Commune, Level::Agency];

/// Every kind of milestone, in the usual order of a contest.
pub const MILESTONES: [MilestoneKind; 12] = [
    MilestoneKind::LaunchCeremony,
    MilestoneKind::Publicity,
    MilestoneKind::SteeringDocumentsDue,
    MilestoneKind::Submission,
    MilestoneKind::CouncilFormation,
    MilestoneKind::Judging,
    MilestoneKind::PreliminaryJudging,
    MilestoneKind::FinalJudging,
    MilestoneKind::Forwarding,
    MilestoneKind::Results,
    MilestoneKind::AwardCeremony,
    MilestoneKind::ReportDue,
];

/// How often units report, the most frequent first.
pub const FREQUENCIES: [Frequency; 5] = [
    Frequency::Monthly,
    Frequency::Quarterly,
    Frequency::HalfYearly,
    Frequency::Yearly,
    Frequency::Once,
];

/// The word of a milestone that has no kind of its own.
pub const OTHER: &str = "other";

/// The word of a value of the reader: `technical_innovation`, `launch_ceremony`.
pub fn code(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => OTHER.to_owned(),
    }
}

/// The value that a word means; nothing where there is none.
pub fn read<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// The key of the name that people read: `milestone-launch-ceremony`.
pub fn label(prefix: &str, word: &str) -> String {
    format!("{prefix}-{}", word.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for kind in MILESTONES {
            assert_eq!(read(&code(kind)), Some(kind));
        }
        assert_eq!(code(Series::YouthCreativity), "youth_creativity");
        assert_eq!(read::<Level>("village"), None);
        assert_eq!(label("milestone", "launch_ceremony"), "milestone-launch-ceremony");
    }
}
