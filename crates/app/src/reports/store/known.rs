//! What the system knows already of what a report asks.

use kernel::id::{ContestId, UnitId};
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::Reader;

use crate::reports::period::ReportPeriod;

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

/// A unit whose report of a period is not open yet.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Unopened {
    /// The unit.
    pub unit_id: String,
    /// Whether it runs the contest and reports to the organiser, on a day that regimes do not state.
    pub stands: bool,
}

/// Units that take part in a contest, and then its standing agency, as far as their report of a period is not
/// open: at most so many. Where nobody takes part, nobody reports.
pub async fn unopened(
    reader: &Reader,
    contest: ContestId,
    (regime, period): (&str, ReportPeriod),
    most: i64,
) -> Result<Vec<Unopened>, Fault> {
    let sql = "select p.unit_id, p.stands from (
            select w.unit_id, false as stands from contest c
            join unit_progress w on w.contest_id = c.id
                and w.unit_id <> coalesce(c.organiser_id, '') and w.unit_id <> coalesce(c.standing_id, '')
            join unit u on u.id = w.unit_id and u.abolished_on is null
            where c.id = $1
            union all
            select c.standing_id, true from contest c
            where c.id = $1 and c.standing_id is not null and exists (select 1 from unit_progress w
                join unit u on u.id = w.unit_id and u.abolished_on is null
                where w.contest_id = c.id and w.unit_id <> coalesce(c.organiser_id, '')
                    and w.unit_id <> c.standing_id)) p
        where not exists (select 1 from period_report r
            where r.regime_id = $2 and r.unit_id = p.unit_id and r.period = $3)
        order by p.stands, p.unit_id limit $4";
    let values =
        [contest.to_string().into(), regime.into(), period.to_string().into(), most.into()];
    reader.rows(sql, values).await
}
