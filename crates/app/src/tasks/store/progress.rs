//! How far units and tasks are, counted again by whatever writes assignments: what was touched, from the
//! rows themselves, so that a count cannot drift away from them.

use kernel::Failure;
use kernel::id::{ContestId, UnitId};
use store::{Reader, Tx, Value};

use super::{IdRow, among, ids};
use crate::tasks::{AssignmentId, TaskId};

/// Units of one statement.
const BATCH: usize = 500;

/// Milliseconds since 1970 to days by the clock of Việt Nam, which is seven hours ahead.
const DAY: &str = "(r.reported_at + 25200000) / 86400000";

/// Counts a whole contest again.
///
/// # Errors
/// The database is away.
pub async fn recount(tx: &mut Tx, contest: ContestId) -> Result<(), Failure> {
    recount_units(tx, contest).await?;
    let sql = "select id from task where contest_id = $1";
    let tasks: Vec<IdRow> = tx.rows(sql, [contest.to_string().into()]).await?;
    for task in ids(tasks)? {
        recount_task(tx, task).await?;
    }
    let of: [Value; 1] = [contest.to_string().into()];
    tx.run("delete from report_day where contest_id = $1", of.clone()).await?;
    let sql = format!(
        "insert into report_day (id, contest_id, day, reports)
         select a.contest_id || '/' || cast({DAY} as text), a.contest_id, {DAY}, count(*)
         from assignment a join assignment_report r on r.assignment_id = a.id
         where a.contest_id = $1 group by a.contest_id, {DAY}"
    );
    tx.run(&sql, of).await.map(drop)
}

/// Counts every unit of a contest again.
pub(super) async fn recount_units(tx: &mut Tx, contest: ContestId) -> Result<(), Failure> {
    of_units(tx, contest, None).await
}

/// Counts some units of a contest again.
pub(super) async fn recount_some(
    tx: &mut Tx,
    contest: ContestId,
    units: &[UnitId],
) -> Result<(), Failure> {
    for part in units.chunks(BATCH) {
        of_units(tx, contest, Some(part)).await?;
    }
    Ok(())
}

/// Counts these units of a contest again, or all.
async fn of_units(
    tx: &mut Tx,
    contest: ContestId,
    units: Option<&[UnitId]>,
) -> Result<(), Failure> {
    let mut of: Vec<Value> = vec![contest.to_string().into()];
    let and = units.map(|units| among("unit_id", units, &mut of)).unwrap_or_default();
    let sql = format!("delete from unit_progress where contest_id = $1{and}");
    tx.run(&sql, of.clone()).await?;
    let sql = format!(
        "insert into unit_progress (id, contest_id, unit_id, given, done, reported, first_due)
         select a.contest_id || '/' || a.unit_id, a.contest_id, a.unit_id, count(t.id),
            count(case when t.id is not null and a.state = 'accepted' then 1 end),
            count(case when t.id is not null and a.state = 'reported' then 1 end),
            min(case when t.id is not null and a.state in ('open', 'in_progress', 'returned')
                then a.due_at end)
         from assignment a left join task t on t.id = a.task_id and t.called_off_at is null
         where a.contest_id = $1{and} group by a.contest_id, a.unit_id"
    );
    tx.run(&sql, of).await.map(drop)
}

/// Counts a task again.
pub(super) async fn recount_task(tx: &mut Tx, task: TaskId) -> Result<(), Failure> {
    let of: [Value; 1] = [task.to_string().into()];
    tx.run("delete from task_progress where task_id = $1", of.clone()).await?;
    let sql = "insert into task_progress (task_id, contest_id, given, done, reported)
        select t.id, t.contest_id, count(*), count(case when a.state = 'accepted' then 1 end),
            count(case when a.state = 'reported' then 1 end)
        from task t join assignment a on a.contest_id = t.contest_id and a.task_id = t.id
        where t.id = $1 group by t.id, t.contest_id";
    tx.run(sql, of).await.map(drop)
}

#[derive(sea_orm::FromQueryResult)]
struct PlaceRow {
    contest_id: String,
    task_id: String,
    unit_id: String,
}

/// Counts what an assignment belongs to again: its unit, its task.
pub(super) async fn recount_of(tx: &mut Tx, id: AssignmentId) -> Result<(), Failure> {
    let mut values = Vec::new();
    let one = among("id", &[id], &mut values);
    let sql = format!("select contest_id, task_id, unit_id from assignment where 1 = 1{one}");
    let rows: Vec<PlaceRow> = tx.rows(&sql, values).await?;
    for row in rows {
        recount_some(tx, row.contest_id.parse()?, &[row.unit_id.parse()?]).await?;
        recount_task(tx, row.task_id.parse()?).await?;
    }
    Ok(())
}

/// A report came in today.
pub(super) async fn count_report(tx: &mut Tx, id: AssignmentId) -> Result<(), Failure> {
    let sql = "insert into report_day (id, contest_id, day, reports)
        select a.contest_id || '/' || $2, a.contest_id, $3, 1 from assignment a where a.id = $1
        on conflict (contest_id, day) do update set reports = report_day.reports + 1";
    let day = day_number(tx.at());
    tx.run(sql, [id.to_string().into(), day.to_string().into(), day.into()]).await.map(drop)
}

/// Days since 1970 by the clock of Việt Nam.
pub fn day_number(at: kernel::Instant) -> i64 {
    (at.millis() + 25_200_000).div_euclid(86_400_000)
}

/// The contest of a task.
pub(super) async fn contest_of(reader: &Reader, task: TaskId) -> Result<ContestId, Failure> {
    let sql = "select contest_id as id from task where id = $1";
    let found: Option<IdRow> = reader.maybe(sql, [task.to_string().into()]).await?;
    let found = found.ok_or_else(|| kernel::Fault::new("what is written belongs to a task"))?;
    Ok(found.id.parse()?)
}
