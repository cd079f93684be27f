//! The only SQL on the tables of tasks: here what is ordered.

mod take_back;

use std::collections::BTreeSet;

use kernel::id::ContestId;
use kernel::{Failure, Fault, Instant, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::draft::{Recurrence, TaskDraft};
use super::state::State;
use super::{AssignmentId, TaskId};

pub use take_back::{is_untouched, take_back};

pub async fn last_position(reader: &Reader, contest: ContestId) -> Result<i64, Fault> {
    let sql = "select coalesce(max(position), 0) from task where contest_id = $1";
    reader.number(sql, [contest.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct TextRow {
    text: String,
}

/// The texts of the tasks of a contest, folded.
pub async fn texts(reader: &Reader, contest: ContestId) -> Result<Vec<String>, Fault> {
    let sql = "select text from task where contest_id = $1 and called_off_at is null";
    let rows: Vec<TextRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    Ok(rows.iter().map(|row| text::fold(&row.text)).collect())
}

pub async fn insert_task(
    tx: &mut Tx,
    contest: ContestId,
    position: i64,
    draft: &TaskDraft,
) -> Result<TaskId, Failure> {
    let sql = "insert into task (id, contest_id, position, text, deliverable, starts, ends,
            ends_inclusive, closes_at, recurrence, paper_id, sentence_start, sentence_end, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    let id = TaskId::new(tx.at());
    let place = |at: usize| i64::try_from(at).ok();
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        position.into(),
        draft.text.clone().into(),
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

/// Gives a task to its units; one that is named twice gets it once, as the first naming says.
pub async fn insert_assignments(
    tx: &mut Tx,
    (contest, task): (ContestId, TaskId),
    draft: &TaskDraft,
) -> Result<Vec<AssignmentId>, Failure> {
    let sql =
        "insert into assignment (id, task_id, contest_id, unit_id, part, period, named, state,
            due_at, changed_at, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)";
    let mut given = BTreeSet::new();
    let mut rows = Vec::new();
    for assignee in &draft.assignees {
        if !given.insert(assignee.unit) {
            continue;
        }
        let id = AssignmentId::new(tx.at());
        let values = [
            id.to_string().into(),
            task.to_string().into(),
            contest.to_string().into(),
            assignee.unit.to_string().into(),
            assignee.part.code().into(),
            "".into(),
            assignee.named.clone().into(),
            State::Open.code().into(),
            draft.window.closes().map(Instant::millis).into(),
            tx.at().millis().into(),
        ];
        tx.run(sql, values).await?;
        rows.push(id);
    }
    Ok(rows)
}
