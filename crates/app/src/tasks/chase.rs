//! Chasing (đôn đốc): writing down that units which are late were reminded. The letter itself goes out as
//! the office sends letters.

use ::store::Tx;
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Refusal};

use super::{TaskId, access, policy, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

/// Whom to remind, and of what.
#[derive(Debug, Clone, Default)]
pub struct Chased {
    /// Only of this task.
    pub task: Option<TaskId>,
    /// These units.
    pub units: Vec<UnitId>,
}

/// Writes down that units were reminded of everything in which they are late; says how many tasks that
/// are.
///
/// # Errors
/// The actor does not run the contest, it is closed, or nobody of these is late.
pub async fn chase(
    tx: &mut Tx,
    actor: &Actor,
    id: ContestId,
    chased: &Chased,
) -> Result<usize, Failure> {
    let seen = access::contest(tx, actor, id).await?;
    policy::may_run(&seen)?;
    let rows = store::note_chased(tx, id, chased).await?;
    if rows.is_empty() {
        return Err(Refusal::conflict("chase-nobody").into());
    }
    let mut act = Act::on("task.chase", contests::subject(id)).note("tasks", rows.len());
    for row in &rows {
        act = act.row("assignment", row);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(rows.len())
}
