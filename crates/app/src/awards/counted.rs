//! What follows from the sheets and the motions of a meeting: counted anew each time, until it is frozen.

use std::collections::BTreeMap;

use ::judging::ranking::{Ranking, rank};
use ::judging::records::{Departure, Records, Tally};
use ::judging::soundness::Trouble;
use kernel::{Failure, Fault};

use super::store::MotionRow;
use crate::councils::Results;

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

/// The ranking; what was signed was checked when it was signed, so that it cannot be counted is a fault.
///
/// # Errors
/// It cannot be counted.
pub fn ranking<'r>(results: &'r Results, records: &'r Records) -> Result<Ranking<'r>, Failure> {
    rank(&results.rules, records).map_err(uncountable)
}

/// The fault for records that cannot be counted.
pub fn uncountable(troubles: Vec<Trouble>) -> Failure {
    Fault::new(format!("the sheets and motions of a contest cannot be counted: {troubles:?}"))
        .into()
}
