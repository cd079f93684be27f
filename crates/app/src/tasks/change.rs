//! Changing a task: its words and window, calling it off, giving it to more units. What stood there before
//! is kept, with the reason.

use ::store::Tx;
use kernel::{Failure, Refusal, Window};

use super::access::SeenTask;
use super::draft::Assignee;
use super::{TaskId, access, given, known, policy, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// What a task is to say from now on.
#[derive(Debug, Clone)]
pub struct TaskChange {
    /// The sentence that orders it.
    pub text: String,
    /// Kết quả, sản phẩm.
    pub deliverable: Option<String>,
    /// When.
    pub window: Window,
    /// Why.
    pub reason: String,
}

/// Changes words or window of a task. The units' day moves with it; one that was granted a later day
/// keeps it.
///
/// # Errors
/// The actor may not, the contest is closed, or the task was called off.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    id: TaskId,
    change: &TaskChange,
) -> Result<(), Failure> {
    let SeenTask { task, .. } = standing(tx, actor, id).await?;
    let noted = (change.reason.as_str(), actor.account());
    let row = store::insert_change(tx, &task, "changed", noted).await?;
    store::update_task(tx, id, change).await?;
    let mut act = Act::on("task.change", subject(id)).row("task_change", row).row("task", id);
    if task.recurrence.is_none() {
        let (old, new) = (task.closes_at, change.window.closes().map(kernel::Instant::millis));
        for moved in store::move_due(tx, id, old, new).await? {
            act = act.row("assignment", moved);
        }
    }
    audit::record(tx, actor.who, act).await
}

/// Says that a task is no more to be done.
///
/// # Errors
/// The actor may not, the contest is closed, or the task was called off already.
pub async fn call_off(tx: &mut Tx, actor: &Actor, id: TaskId, reason: &str) -> Result<(), Failure> {
    let SeenTask { task, .. } = standing(tx, actor, id).await?;
    let row = store::insert_change(tx, &task, "called_off", (reason, actor.account())).await?;
    store::set_called_off(tx, id).await?;
    let act = Act::on("task.call-off", subject(id)).row("task_change", row).row("task", id);
    audit::record(tx, actor.who, act).await
}

/// Gives a task to more units, a recurring one for its newest turn; says how many got it.
///
/// # Errors
/// The actor may not, the contest is closed, the task was called off, or each unit has it already.
pub async fn give(
    tx: &mut Tx,
    actor: &Actor,
    id: TaskId,
    assignees: &[Assignee],
) -> Result<usize, Failure> {
    let SeenTask { task, seen, .. } = standing(tx, actor, id).await?;
    let turn = store::newest_turn(tx, id).await?;
    let given = given((seen.id, id), &task.window()?, turn);
    let holders = store::holders_of_turn(tx, id, &given.period).await?;
    let held = |assignee: &&Assignee| !holders.iter().any(|holder| holder.unit == assignee.unit);
    let new: Vec<Assignee> = assignees.iter().filter(held).cloned().collect();
    known(tx, &new).await?;
    let rows = store::insert_assignments(tx, &given, &new).await?;
    if rows.is_empty() {
        return Err(Refusal::field("units", "task-given-already").into());
    }
    let mut act = Act::on("task.give", subject(id)).note("units", rows.len());
    for row in &rows {
        act = act.row("assignment", row);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(rows.len())
}

/// The task, for who runs its contest, while both stand.
pub(super) async fn standing(tx: &Tx, actor: &Actor, id: TaskId) -> Result<SeenTask, Failure> {
    let found = access::task(tx, actor, id).await?;
    policy::may_run(&found.seen)?;
    match found.task.called_off_at {
        Some(_) => Err(Refusal::conflict("task-called-off").into()),
        None => Ok(found),
    }
}
