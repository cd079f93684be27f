//! Deciding on what a unit reported: accepted, or returned with the reason.

use ::store::Tx;
use kernel::{Failure, Fault};

use super::report::{after, subject};
use super::state::Step;
use super::{AssignmentId, access, policy, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// What is said to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Tiếp nhận.
    Accept,
    /// Trả lại, with what is missing.
    Return(String),
}

/// Decides on the newest report of a unit.
///
/// # Errors
/// The actor does not run the contest, or nothing was reported.
pub async fn decide(
    tx: &mut Tx,
    actor: &Actor,
    id: AssignmentId,
    verdict: &Verdict,
) -> Result<(), Failure> {
    let found = access::assignment(tx, actor, id, tx.at().day()).await?;
    policy::may_run(&found.seen)?;
    let (step, act) = match verdict {
        Verdict::Accept => (Step::Accept, Act::on("task.accept", subject(id))),
        Verdict::Return(_) => (Step::Return, Act::on("task.return", subject(id))),
    };
    let after = after(&found, step)?;
    let report = store::newest_report(tx, id).await?;
    let report = report.ok_or_else(|| Fault::new("what was reported has a report"))?;
    store::set_outcome(tx, report, verdict, actor.account()).await?;
    store::set_state(tx, id, after).await?;
    let act = act.row("assignment_report", report).row("assignment", id);
    audit::record(tx, actor.who, act).await
}
