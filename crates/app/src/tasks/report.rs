//! What a unit does with its task: begins, and reports.

use ::store::Tx;
use kernel::{Failure, Refusal};

use super::access::SeenAssignment;
use super::state::Step;
use super::{AssignmentId, PartId, State, access, policy, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::files::{self, Kept};

/// A report that is to be handed in.
#[derive(Debug, Clone, Default)]
pub struct ReportDraft {
    /// What was done.
    pub text: String,
    /// One count.
    pub figure: Option<i64>,
    /// Addresses that prove it.
    pub links: Vec<String>,
    /// Files that prove it, each as the sender named it.
    pub files: Vec<(Kept, String)>,
}

/// A unit begins.
///
/// # Errors
/// The actor may not act for the unit, or it has begun already.
pub async fn start(tx: &mut Tx, actor: &Actor, id: AssignmentId) -> Result<(), Failure> {
    let found = acting(tx, actor, id).await?;
    let after = after(&found, Step::Start)?;
    store::set_state(tx, id, after).await?;
    let act = Act::on("task.start", subject(id)).row("assignment", id);
    audit::record(tx, actor.who, act).await
}

/// A unit reports.
///
/// # Errors
/// The actor may not act for the unit, or a report is waiting or was accepted.
pub async fn report(
    tx: &mut Tx,
    actor: &Actor,
    id: AssignmentId,
    draft: &ReportDraft,
) -> Result<PartId, Failure> {
    let found = acting(tx, actor, id).await?;
    let after = after(&found, Step::Report)?;
    let number = store::last_report_number(tx, id).await? + 1;
    let report = store::insert_report(tx, id, number, (draft, actor.account())).await?;
    let mut act = Act::on("task.report", subject(id)).note("number", number);
    for (kept, name) in &draft.files {
        act = files::note(tx, kept, act).await?;
        act = act.row("report_file", store::insert_report_file(tx, report, kept, name).await?);
    }
    store::set_state(tx, id, after).await?;
    act = act.row("assignment_report", report).row("assignment", id);
    audit::record(tx, actor.who, act).await?;
    Ok(report)
}

/// The assignment, for who may act for its unit, while its task and contest stand.
pub(super) async fn acting(
    tx: &Tx,
    actor: &Actor,
    id: AssignmentId,
) -> Result<SeenAssignment, Failure> {
    let found = access::assignment(tx, actor, id, tx.at().day()).await?;
    policy::may_act(actor, &found.seen, found.unit)?;
    match found.task.called_off_at {
        Some(_) => Err(Refusal::conflict("task-called-off").into()),
        None => Ok(found),
    }
}

/// The state after a step.
pub(super) fn after(found: &SeenAssignment, step: Step) -> Result<State, Failure> {
    let after = found.row.state()?.after(step);
    let way = format!("/assignments/{}", found.id);
    let refusal = || Refusal::conflict("task-step-not-now").way_out("way-assignment", way);
    Ok(after.ok_or_else(refusal)?)
}

/// How the ledger names an assignment.
pub(super) fn subject(id: AssignmentId) -> String {
    format!("assignment/{id}")
}
