//! Tasks (nhiệm vụ): what a paper tells units to do, and how far each unit is.
//!
//! A task has one assignment for each unit, and one for each period where it comes again. Overdue is
//! computed from the day, never stored.

pub mod draft;
pub mod state;
mod store;

use ::store::Tx;
use kernel::Failure;
use kernel::id::ContestId;

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

pub use draft::{Assignee, Part, Recurrence, TaskDraft};
pub use state::{State, Step};
pub(crate) use store::{is_untouched, take_back, texts};

kernel::id_type!(
    /// A task of a contest.
    TaskId
);

kernel::id_type!(
    /// A task of one unit.
    AssignmentId
);

/// Orders tasks, each with one assignment for every unit.
///
/// # Errors
/// The actor does not run the contest, or it is closed.
pub async fn order(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    drafts: &[TaskDraft],
) -> Result<Vec<TaskId>, Failure> {
    contests::open_to(tx, actor, contest).await?;
    let mut act = Act::on("task.order", contests::subject(contest)).note("tasks", drafts.len());
    let mut position = store::last_position(tx, contest).await?;
    let mut ids = Vec::with_capacity(drafts.len());
    for draft in drafts {
        position += 1;
        let id = store::insert_task(tx, contest, position, draft).await?;
        act = act.row("task", id);
        for row in store::insert_assignments(tx, (contest, id), draft).await? {
            act = act.row("assignment", row);
        }
        ids.push(id);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(ids)
}
