//! Who is late, and with what.

use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::Reach;

/// What is late at the moment `$1`, as a condition on an assignment `a`; `of` is the row whose columns say
/// task and contest. A join that is written as crossed is walked from the left: one step into a narrow
/// index for each task, so that a contest costs what it has itself, however large the country is.
pub(super) fn is_late(of: &str, reach: &Reach, values: &mut Vec<Value>) -> String {
    let reach = reach.holds(&format!("{of}.contest_id"), values);
    format!(
        "a.state in ('open', 'in_progress', 'returned') and a.due_at <= $1
            and {of}.task_id not in (select id from task where called_off_at is not null){reach}"
    )
}

/// A unit that is late.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LateUnit {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
    /// How many assignments.
    pub late: i64,
    /// In how many contests.
    pub contests: i64,
    /// One of these.
    pub contest_id: String,
    /// Since when.
    pub oldest: i64,
}

/// The units that are late with most, at most so many.
pub async fn late_units(
    reader: &Reader,
    reach: &Reach,
    (at, most): (Instant, i64),
) -> Result<Vec<LateUnit>, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into(), most.into(), at.day().to_string().into()];
    let late = is_late("p", reach, &mut values);
    let own = is_late("a", reach, &mut values);
    let sql = format!(
        "with l as materialized (
            select a.unit_id, count(*) as late, min(a.due_at) as oldest
            from task_progress p cross join assignment a where a.task_id = p.task_id and {late}
            group by a.unit_id order by count(*) desc, min(a.due_at), a.unit_id limit $2)
         select l.unit_id as id, n.name, l.late, w.contests, w.contest_id, l.oldest from l
         join (select a.unit_id, count(distinct a.contest_id) as contests,
                min(a.contest_id) as contest_id
            from l cross join assignment a where a.unit_id = l.unit_id and {own}
            group by a.unit_id) w on w.unit_id = l.unit_id
         left join unit_name n on n.unit_id = l.unit_id
            and (n.from_day is null or n.from_day <= $3)
            and (n.until_day is null or n.until_day > $3)
         order by l.late desc, l.oldest, l.unit_id"
    );
    reader.rows(&sql, values).await
}

/// A task with which units are late.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LateTask {
    /// Id.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Which contest.
    pub contest_id: String,
    /// Its name.
    pub contest: String,
    /// How many assignments.
    pub late: i64,
    /// Since when.
    pub oldest: i64,
}

/// The tasks with which most units are late, at most so many.
pub async fn late_tasks(
    reader: &Reader,
    reach: &Reach,
    (at, most): (Instant, i64),
) -> Result<Vec<LateTask>, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into(), most.into()];
    let late = is_late("p", reach, &mut values);
    let sql = format!(
        "select l.task_id as id, t.text, t.contest_id, c.name as contest, l.late, l.oldest from (
            select p.task_id, count(*) as late, min(a.due_at) as oldest
            from task_progress p cross join assignment a where a.task_id = p.task_id and {late}
            group by p.task_id
            order by count(*) desc, min(a.due_at), p.task_id limit $2) l
         join task t on t.id = l.task_id join contest c on c.id = t.contest_id
         order by l.late desc, l.oldest, l.task_id"
    );
    reader.rows(&sql, values).await
}
