//! What follows from the sheets and the motions of a meeting: counted anew each time, until it is frozen.

use std::collections::BTreeMap;

use ::judging::ranking::{Ranking, rank};
use ::judging::records::{Departure, Records, Tally};
use ::judging::rules::Rules;
use kernel::{Failure, Fault};

use super::store::MotionRow;
use crate::councils::{Results, uncountable};

/// What was put down, with the motions that stand.
///
/// # Errors
/// The database holds something else.
pub fn with_motions(results: &Results, motions: &[MotionRow]) -> Result<Records, Fault> {
    let mut records = results.records.clone();
    let codes: BTreeMap<&str, &str> = results
        .dossiers
        .iter()
        .map(|(code, dossier)| (dossier.dossier_id.as_str(), code.as_str()))
        .collect();
    for motion in motions.iter().filter(|motion| motion.stands()) {
        let code = codes.get(motion.dossier_id.as_str());
        let code =
            code.ok_or_else(|| Fault::new("a motion is for a dossier that is not judged"))?;
        records.departures.push(Departure {
            dossier: (*code).to_owned(),
            prize: motion.prize.clone(),
            reason: motion.reason.clone(),
            tally: tally(motion)?,
        });
    }
    Ok(records)
}

/// The votes of a motion.
///
/// # Errors
/// The database holds something else.
pub fn tally(motion: &MotionRow) -> Result<Tally, Fault> {
    Ok(Tally {
        members: u16::try_from(motion.members)?,
        in_favour: u16::try_from(motion.in_favour)?,
        against: u16::try_from(motion.against)?,
    })
}

/// What became of a motion (kết quả biểu quyết).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Carried,
    /// Too few were for it.
    Lost,
    /// It was taken back.
    TakenBack,
}

impl Verdict {
    /// Of a motion, by the majority that the rules ask for.
    pub fn of(rules: &Rules, motion: &MotionRow) -> Self {
        let is_carried =
            |tally: Tally| rules.departures.majority.is_reached(tally.in_favour, tally.members);
        match (motion.stands(), tally(motion).is_ok_and(is_carried)) {
            (false, _) => Self::TakenBack,
            (true, true) => Self::Carried,
            (true, false) => Self::Lost,
        }
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Carried => "award-motion-carried",
            Self::Lost => "award-motion-lost",
            Self::TakenBack => "award-motion-taken-back",
        }
    }
}

/// The ranking with its motions.
///
/// # Errors
/// It cannot be counted.
pub fn ranking<'r>(rules: &'r Rules, records: &'r Records) -> Result<Ranking<'r>, Failure> {
    rank(rules, records).map_err(uncountable)
}
