//! Finding contests, tasks and assignments through what the actor may see of them.

use ::store::Reader;
use kernel::id::{ContestId, UnitId};
use kernel::{Day, Failure, Refusal};

use super::store::{self, AssignmentRow, TaskRow};
use super::{AssignmentId, TaskId, policy};
use crate::accounts::Actor;
use crate::contests;

/// A contest whose tasks the actor may see: all of them for who runs it; their own for the units that
/// take part, once it runs.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Id.
    pub id: ContestId,
    /// Its whole name.
    pub name: String,
    /// How far it is.
    pub state: contests::State,
    /// Whether the actor runs it.
    pub runs: bool,
    /// The units for which the actor sees assignments; empty for who runs it and sees all.
    pub own: Vec<UnitId>,
}

impl Seen {
    /// The units whose assignments the actor sees; nothing: those of all.
    pub fn only(&self) -> Option<&[UnitId]> {
        (!self.runs).then_some(self.own.as_slice())
    }
}

/// A task that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenTask {
    /// Its id.
    pub id: TaskId,
    /// The task.
    pub task: TaskRow,
    /// Its contest.
    pub seen: Seen,
}

/// An assignment that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenAssignment {
    /// Its id.
    pub id: AssignmentId,
    /// The assignment.
    pub row: AssignmentRow,
    /// Whose it is.
    pub unit: UnitId,
    /// Its task.
    pub task: TaskRow,
    /// Its contest.
    pub seen: Seen,
}

/// The contest, for somebody who runs it or whose unit takes part.
///
/// # Errors
/// For this actor there is none.
pub async fn contest(reader: &Reader, actor: &Actor, id: ContestId) -> Result<Seen, Failure> {
    let mut seen = loaded(reader, actor, id).await?;
    if seen.runs {
        return Ok(seen);
    }
    seen.own = store::taking_part(reader, id, &policy::units_of(actor)).await?;
    match seen.state == contests::State::Preparing || seen.own.is_empty() {
        true => Err(Refusal::absent().into()),
        false => Ok(seen),
    }
}

/// The task, for somebody who may see its contest.
///
/// # Errors
/// For this actor there is none.
pub async fn task(reader: &Reader, actor: &Actor, id: TaskId) -> Result<SeenTask, Failure> {
    let task = store::task(reader, id).await?.ok_or_else(Refusal::absent)?;
    let seen = contest(reader, actor, task.contest_id.parse()?).await?;
    Ok(SeenTask { id, task, seen })
}

/// The assignment, for who runs the contest and for its unit, which is named as on the day.
///
/// # Errors
/// For this actor there is none.
pub async fn assignment(
    reader: &Reader,
    actor: &Actor,
    id: AssignmentId,
    day: Day,
) -> Result<SeenAssignment, Failure> {
    let row = store::assignment(reader, id, day).await?.ok_or_else(Refusal::absent)?;
    let task = store::task(reader, row.task_id.parse()?).await?.ok_or_else(Refusal::absent)?;
    let mut seen = loaded(reader, actor, task.contest_id.parse()?).await?;
    let unit = row.unit_id.parse()?;
    let own = policy::acts_for(actor, unit) && seen.state != contests::State::Preparing;
    if !seen.runs && !own {
        return Err(Refusal::absent().into());
    }
    seen.own = vec![unit];
    Ok(SeenAssignment { id, row, unit, task, seen })
}

async fn loaded(reader: &Reader, actor: &Actor, id: ContestId) -> Result<Seen, Failure> {
    let contest = contests::store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let runs = contests::policy::runs(actor, &contest.runners()?);
    let state = contest.state()?;
    Ok(Seen { id, name: contest.name, state, runs, own: Vec::new() })
}
