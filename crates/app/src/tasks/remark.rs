//! Remarks (trao đổi): to all units of a task by who runs the contest, and between them and one unit.

use ::store::Tx;
use kernel::Failure;

use super::{AssignmentId, TaskId, access, policy, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Says something about a task to all its units.
///
/// # Errors
/// The actor does not run the contest, or it is closed.
pub async fn remark_to_all(
    tx: &mut Tx,
    actor: &Actor,
    id: TaskId,
    words: &str,
) -> Result<(), Failure> {
    let found = access::task(tx, actor, id).await?;
    policy::may_run(&found.seen)?;
    let row = store::insert_remark(tx, (id, None), words, actor.account()).await?;
    let act = Act::on("task.remark", subject(id)).row("remark", row);
    audit::record(tx, actor.who, act).await
}

/// Says something about a task to one unit, or for it.
///
/// # Errors
/// The actor neither runs the contest nor acts for the unit, or the contest does not run.
pub async fn remark_to_one(
    tx: &mut Tx,
    actor: &Actor,
    id: AssignmentId,
    words: &str,
) -> Result<(), Failure> {
    let found = access::assignment(tx, actor, id, tx.at().day()).await?;
    policy::may_act(actor, &found.seen, found.unit)?;
    let about = (found.row.task_id.parse()?, Some(id));
    let row = store::insert_remark(tx, about, words, actor.account()).await?;
    let act = Act::on("task.remark", super::report::subject(id)).row("remark", row);
    audit::record(tx, actor.who, act).await
}
