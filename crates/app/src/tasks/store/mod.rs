//! The only SQL on the tables of tasks: here what is ordered and changed.

mod late;
mod lists;
mod matrix;
mod progress;
mod rows;
mod take_back;
mod talk;
mod units;

use std::collections::BTreeSet;

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, Instant, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::draft::{Assignee, Recurrence, TaskDraft};
use super::state::State;
use super::{AssignmentId, PartId, TaskChange, TaskId};

pub use late::{LateFilter, LateLine, LateUnit, late_count, late_lines, late_units, note_chased};
pub use lists::{
    ContestOption, OwnFilter, OwnLine, TaskCounts, TaskLine, UnitLine, contests_of, own_count,
    own_list, task_counts, tasks_of, unit_count, unit_list,
};
pub use matrix::{
    Cell, Column, Counts, UnitFilter, UnitRow, cells, columns, counts, units, units_count,
};
pub use progress::{day_number, recount};
pub use rows::{
    AssignmentRow, ChangeRow, SourceRow, TaskRow, assignment, changes, source, taking_part, task,
    without_turn,
};
pub use take_back::{is_untouched, take_back};
pub use talk::{
    ExtensionRow, FileRow, RemarkRow, ReportRow, extensions, file, files_of, insert_extension,
    insert_remark, insert_report, insert_report_file, last_report_number, newest_report, remarks,
    reports, set_answer, set_outcome,
};
pub use units::{all_known, holders_of_turn, living_holders, newest_turn, turns};

/// What units are given: a task, for a turn, until a moment.
#[derive(Debug, Clone)]
pub struct Given {
    /// The contest.
    pub contest: ContestId,
    /// The task.
    pub task: TaskId,
    /// The word of the turn; empty where it comes once.
    pub period: String,
    /// When it ends.
    pub due: Option<Instant>,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

fn ids<T: std::str::FromStr<Err = kernel::id::NotAnId>>(rows: Vec<IdRow>) -> Result<Vec<T>, Fault> {
    rows.iter().map(|row| Ok(row.id.parse::<T>()?)).collect()
}

/// `$2, $3, …`: so many places, from this one on.
fn places(from: usize, count: usize) -> String {
    let places: Vec<String> = (from..from + count).map(|at| format!("${at}")).collect();
    places.join(", ")
}

/// A condition and its values: `and <column> in ($4, $5)`.
fn among(column: &str, ids: &[impl std::fmt::Display], values: &mut Vec<Value>) -> String {
    let list = places(values.len() + 1, ids.len());
    values.extend(ids.iter().map(|id| Value::from(id.to_string())));
    match ids.is_empty() {
        true => " and 1 = 0".to_owned(),
        false => format!(" and {column} in ({list})"),
    }
}

pub async fn last_position(reader: &Reader, contest: ContestId) -> Result<i64, Fault> {
    let sql = "select coalesce(max(position), 0) from task where contest_id = $1";
    reader.number(sql, [contest.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct TextRow {
    folded: String,
}

/// The texts of the tasks of a contest, folded.
pub async fn texts(reader: &Reader, contest: ContestId) -> Result<Vec<String>, Fault> {
    let sql = "select folded from task where contest_id = $1 and called_off_at is null";
    let rows: Vec<TextRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| row.folded).collect())
}

pub async fn insert_task(
    tx: &mut Tx,
    contest: ContestId,
    position: i64,
    draft: &TaskDraft,
) -> Result<TaskId, Failure> {
    let sql = "insert into task (id, contest_id, position, text, folded, deliverable, starts, ends,
            ends_inclusive, closes_at, recurrence, paper_id, sentence_start, sentence_end, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let id = TaskId::new(tx.at());
    let place = |at: usize| i64::try_from(at).ok();
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        position.into(),
        draft.text.clone().into(),
        text::fold(&draft.text).into(),
        draft.deliverable.clone().into(),
        draft.window.start.map(|start| start.to_string()).into(),
        draft.window.end.map(|end| end.to_string()).into(),
        draft.window.end_inclusive.into(),
        draft.window.closes().map(Instant::millis).into(),
        draft.recurrence.map(Recurrence::code).into(),
        draft.paper.map(|id| id.to_string()).into(),
        draft.sentence.and_then(|(start, _)| place(start)).into(),
        draft.sentence.and_then(|(_, end)| place(end)).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Rows of one statement: a country's communes get a task in some forty.
const BATCH: usize = 80;

/// Gives a task to its units; one that is named twice gets it once, as the first naming says.
pub async fn insert_assignments(
    tx: &mut Tx,
    given: &Given,
    assignees: &[Assignee],
) -> Result<Vec<AssignmentId>, Failure> {
    let mut known = BTreeSet::new();
    let new: Vec<&Assignee> = assignees.iter().filter(|one| known.insert(one.unit)).collect();
    let mut rows = Vec::with_capacity(new.len());
    for part in new.chunks(BATCH) {
        let mut values: Vec<Value> = Vec::with_capacity(part.len() * 10);
        let mut lines = Vec::with_capacity(part.len());
        for assignee in part {
            let id = AssignmentId::new(tx.at());
            let from = values.len() + 1;
            let at = from + 9;
            lines.push(format!("({}, 0, ${at}, ${at})", places(from, 9)));
            values.extend(assignment_values(id, given, assignee, tx.at()));
            rows.push(id);
        }
        let sql = format!(
            "insert into assignment (id, task_id, contest_id, unit_id, part, period, named, state,
                due_at, chases, changed_at, created_at) values {}",
            lines.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    if !new.is_empty() {
        let units: Vec<_> = new.iter().map(|one| one.unit).collect();
        progress::recount_some(tx, given.contest, &units).await?;
        progress::recount_task(tx, given.task).await?;
    }
    Ok(rows)
}

fn assignment_values(
    id: AssignmentId,
    given: &Given,
    assignee: &Assignee,
    at: Instant,
) -> [Value; 10] {
    [
        id.to_string().into(),
        given.task.to_string().into(),
        given.contest.to_string().into(),
        assignee.unit.to_string().into(),
        assignee.part.code().into(),
        given.period.clone().into(),
        assignee.named.clone().into(),
        State::Open.code().into(),
        given.due.map(Instant::millis).into(),
        at.millis().into(),
    ]
}

/// Keeps what a task says now, before it is changed.
pub async fn insert_change(
    tx: &mut Tx,
    task: &TaskRow,
    kind: &str,
    (reason, by): (&str, Option<AccountId>),
) -> Result<PartId, Failure> {
    let sql = "insert into task_change (id, task_id, kind, reason, text, deliverable, starts, ends,
            ends_inclusive, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        task.id.clone().into(),
        kind.into(),
        reason.into(),
        task.text.clone().into(),
        task.deliverable.clone().into(),
        task.starts.clone().into(),
        task.ends.clone().into(),
        task.ends_inclusive.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn update_task(tx: &mut Tx, id: TaskId, change: &TaskChange) -> Result<(), Failure> {
    let sql = "update task set text = $2, folded = $3, deliverable = $4, starts = $5, ends = $6,
            ends_inclusive = $7, closes_at = $8 where id = $1";
    let window = &change.window;
    let values = [
        id.to_string().into(),
        change.text.clone().into(),
        text::fold(&change.text).into(),
        change.deliverable.clone().into(),
        window.start.map(|start| start.to_string()).into(),
        window.end.map(|end| end.to_string()).into(),
        window.end_inclusive.into(),
        window.closes().map(Instant::millis).into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_called_off(tx: &mut Tx, id: TaskId) -> Result<(), Failure> {
    let sql = "update task set called_off_at = $2 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.to_string().into(), at.into()]).await?;
    let contest = progress::contest_of(tx, id).await?;
    progress::recount_units(tx, contest).await
}

/// Moves the day of the units that had the day of the task, and of those whose granted day comes before
/// the new one; answers with these.
pub async fn move_due(
    tx: &mut Tx,
    task: TaskId,
    old: Option<i64>,
    new: Option<i64>,
) -> Result<Vec<AssignmentId>, Failure> {
    if old == new {
        return Ok(Vec::new());
    }
    let sql = "select id from assignment where task_id = $1
        and (coalesce(due_at, -1) = $2 or due_at < $3)";
    let values: [Value; 3] =
        [task.to_string().into(), old.unwrap_or(-1).into(), new.unwrap_or(i64::MAX).into()];
    let moved: Vec<AssignmentId> = ids(tx.rows(sql, values.clone()).await?)?;
    let sql = "update assignment set due_at = $4 where task_id = $1
        and (coalesce(due_at, -1) = $2 or due_at < $3)";
    tx.run(sql, values.into_iter().chain([new.into()])).await?;
    let contest = progress::contest_of(tx, task).await?;
    progress::recount_units(tx, contest).await?;
    Ok(moved)
}

pub async fn set_state(tx: &mut Tx, id: AssignmentId, state: State) -> Result<(), Failure> {
    let sql = "update assignment set state = $2, changed_at = $3 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.to_string().into(), state.code().into(), at.into()]).await?;
    progress::recount_of(tx, id).await
}

pub async fn set_due(tx: &mut Tx, id: AssignmentId, due: Instant) -> Result<(), Failure> {
    let sql = "update assignment set due_at = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), due.millis().into()]).await?;
    progress::recount_of(tx, id).await
}
