//! Tasks (nhiệm vụ): what a paper tells units to do, and how far each unit is.
//!
//! A task has one assignment for each unit, and one for each turn where it comes again. Overdue is
//! computed from the day, never stored.

mod about;
pub mod access;
mod change;
mod chase;
mod decide;
pub mod draft;
mod extension;
mod letter;
pub mod mark;
pub mod pages;
pub mod policy;
mod remark;
mod report;
pub mod sheet;
pub mod state;
mod store;
pub mod turn;
mod turns;
pub mod typed;

use ::store::Tx;
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Instant, Refusal, Window};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

pub use about::is_publicity;
pub use change::{TaskChange, call_off, change, give};
pub use chase::{Chased, chase};
pub use decide::{Verdict, decide};
pub use draft::{Assignee, Part, Recurrence, TaskDraft};
pub use extension::{Reply, answer, ask_for_time};
pub use mark::Mark;
pub(crate) use pages::whole_workbook;
pub use remark::{remark_to_all, remark_to_one};
pub use report::{ReportDraft, report, start};
pub use state::{State, Step};
pub use store::{Given, day_number, recount};
pub(crate) use store::{
    LateFilter, LateLine, is_untouched, late_lines, late_units, take_back, texts,
};
pub use turn::Turn;
pub use turns::{open_due_turns, open_next_turn};

kernel::id_type!(
    /// A task of a contest.
    TaskId
);

kernel::id_type!(
    /// A task of one unit.
    AssignmentId
);

kernel::id_type!(
    /// A report, its file, a request for time, a remark, a change.
    PartId
);

/// Orders tasks, each with one assignment for every unit; a recurring one begins with the turn of today,
/// or of its first day where that is still to come.
///
/// # Errors
/// The actor does not run the contest, it is closed, or a unit is unknown.
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
        let given = first_given((contest, id), draft, tx.at());
        known(tx, &draft.assignees).await?;
        for row in store::insert_assignments(tx, &given, &draft.assignees).await? {
            act = act.row("assignment", row);
        }
        ids.push(id);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(ids)
}

/// With what units begin a task.
fn first_given((contest, task): (ContestId, TaskId), draft: &TaskDraft, at: Instant) -> Given {
    let begins = draft.window.start.map(kernel::Period::first_day);
    let day = begins.map_or(at.day(), |first| first.max(at.day()));
    let turn = draft.recurrence.map(|recurrence| Turn::of(recurrence, day));
    given((contest, task), &draft.window, turn)
}

fn given((contest, task): (ContestId, TaskId), window: &Window, turn: Option<Turn>) -> Given {
    let closes = window.closes();
    let due = match turn.map(|turn| turn.last_day().ends()) {
        Some(ends) => Some(closes.map_or(ends, |closes| closes.min(ends))),
        None => closes,
    };
    Given { contest, task, period: turn.map(Turn::code).unwrap_or_default(), due }
}

/// Refuses units that are not there.
async fn known(tx: &Tx, assignees: &[Assignee]) -> Result<(), Failure> {
    let units: Vec<UnitId> = assignees.iter().map(|assignee| assignee.unit).collect();
    match store::all_known(tx, &units).await? {
        true => Ok(()),
        false => Err(Refusal::field("units", "unit-unknown").into()),
    }
}

/// How the ledger names a task.
pub(crate) fn subject(id: TaskId) -> String {
    format!("task/{id}")
}
