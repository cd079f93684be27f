//! Opening the turns of recurring tasks: each day by the clock, or earlier by hand.

use ::store::Tx;
use kernel::{Failure, Refusal};

use super::change::standing;
use super::store::TaskRow;
use super::{TaskId, Turn, given, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Opens the turn of today for every recurring task of a running contest that has not got it yet; says
/// how many were opened.
///
/// # Errors
/// The database is away.
pub async fn open_due_turns(tx: &mut Tx) -> Result<usize, Failure> {
    let day = tx.at().day();
    let due = store::without_turn(tx, day).await?;
    let mut opened = 0;
    for task in &due {
        let Some(recurrence) = task.recurrence() else { continue };
        let actor = Actor::operator(tx.at());
        opened += usize::from(open(tx, &actor, task, Turn::of(recurrence, day)).await? > 0);
    }
    Ok(opened)
}

/// Opens the turn that follows the newest one; says for how many units.
///
/// # Errors
/// The actor does not run the contest, or the task does not recur, has ended, or was called off.
pub async fn open_next_turn(tx: &mut Tx, actor: &Actor, id: TaskId) -> Result<usize, Failure> {
    let found = standing(tx, actor, id).await?;
    let recurrence = found.task.recurrence();
    let recurrence = recurrence.ok_or_else(|| Refusal::conflict("task-does-not-recur"))?;
    let next = match store::newest_turn(tx, id).await? {
        Some(newest) => newest.next(),
        None => Turn::of(recurrence, tx.at().day()),
    };
    match open(tx, actor, &found.task, next).await? {
        0 => Err(Refusal::conflict("task-turns-ended").into()),
        units => Ok(units),
    }
}

/// Opens a turn for the units that have the task and are still there; for none outside of its window.
async fn open(tx: &mut Tx, actor: &Actor, task: &TaskRow, turn: Turn) -> Result<usize, Failure> {
    let window = task.window()?;
    let (begins, ends) = (turn.first_day().begins(), turn.last_day().ends());
    let is_over = window.closes().is_some_and(|closes| closes <= begins);
    if is_over || window.opens().is_some_and(|opens| opens >= ends) {
        return Ok(0);
    }
    let id: TaskId = task.id.parse()?;
    let holders = store::living_holders(tx, id, tx.at().day()).await?;
    let given = given((task.contest_id.parse()?, id), &window, Some(turn));
    let rows = store::insert_assignments(tx, &given, &holders).await?;
    if rows.is_empty() {
        return Ok(0);
    }
    let mut act = Act::on("task.turn", subject(id)).note("turn", turn.code());
    for row in &rows {
        act = act.row("assignment", row);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(rows.len())
}
