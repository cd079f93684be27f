//! What the system knows already of what a report asks.

use kernel::id::{ContestId, UnitId};
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::Reader;

/// Figures of one unit in one contest.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    FromQueryResult,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Known {
    /// Tasks given to the unit.
    pub tasks: i64,
    /// Reported or accepted.
    pub done: i64,
    /// Still to be done, and their time is over.
    pub late: i64,
    /// What the reports on tasks counted together (solutions registered, posts …).
    pub counted: i64,
}

pub async fn known(
    reader: &Reader,
    contest: ContestId,
    unit: UnitId,
    at: Instant,
) -> Result<Option<Known>, Fault> {
    let sql = "select count(*) as tasks,
            coalesce(sum(case when a.state in ('reported', 'accepted') then 1 else 0 end), 0) as done,
            coalesce(sum(case when a.state not in ('reported', 'accepted')
                and a.due_at is not null and a.due_at <= $3 then 1 else 0 end), 0) as late,
            coalesce((select sum(r.figure) from assignment_report r
                join assignment b on b.id = r.assignment_id
                where b.contest_id = $1 and b.unit_id = $2 and r.outcome = 'accepted'), 0) as counted
        from assignment a where a.contest_id = $1 and a.unit_id = $2";
    let cast = "select cast(tasks as bigint) as tasks, cast(done as bigint) as done,
            cast(late as bigint) as late, cast(counted as bigint) as counted from (";
    let values = [contest.to_string().into(), unit.to_string().into(), at.millis().into()];
    reader.maybe(&format!("{cast}{sql}) figures"), values).await
}

/// A task of a unit with the last that was reported on it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskRow {
    /// What was to be done.
    pub text: String,
    /// What the unit reported last.
    pub report: Option<String>,
}

/// The tasks of a unit in a contest, in the order of the paper.
pub async fn unit_tasks(
    reader: &Reader,
    contest: ContestId,
    unit: UnitId,
) -> Result<Vec<TaskRow>, Fault> {
    let sql = "select t.text,
            (select r.text from assignment_report r where r.assignment_id = a.id
             order by r.number desc limit 1) as report
        from assignment a join task t on t.id = a.task_id
        where a.contest_id = $1 and a.unit_id = $2 and t.called_off_at is null order by t.position";
    reader.rows(sql, [contest.to_string().into(), unit.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// The units that take part in a contest and do not run it.
pub async fn participants(
    reader: &Reader,
    contest: ContestId,
    runners: &[UnitId],
) -> Result<Vec<String>, Fault> {
    let sql = "select distinct a.unit_id as id from assignment a
        join unit u on u.id = a.unit_id and u.abolished_on is null
        where a.contest_id = $1 order by a.unit_id";
    let rows: Vec<IdRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    let runners: Vec<String> = runners.iter().map(UnitId::to_string).collect();
    Ok(rows.into_iter().map(|row| row.id).filter(|id| !runners.contains(id)).collect())
}
