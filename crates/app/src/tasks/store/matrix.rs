//! The matrix of a contest: units by tasks.

use kernel::id::{ContestId, UnitId};
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value, holding};

use super::among;
use crate::tasks::{Mark, TaskId};
use crate::units::Kind;

/// Assignments of tasks that were called off count nowhere.
pub(super) const HOLDS: &str = " and a.task_id not in (select id from task where contest_id = $1 and called_off_at is not null)";

/// The condition that an assignment `a` shows this mark at the moment `$at`.
pub(super) fn shows(mark: Mark, at: usize) -> String {
    let late = format!("a.due_at <= ${at}");
    let in_time = format!("(a.due_at is null or a.due_at > ${at})");
    match mark {
        Mark::Done => " and a.state = 'accepted'".to_owned(),
        Mark::Reported => " and a.state = 'reported'".to_owned(),
        Mark::InProgress => format!(" and a.state = 'in_progress' and {in_time}"),
        Mark::Open => format!(" and a.state = 'open' and {in_time}"),
        Mark::Returned => format!(" and a.state = 'returned' and {in_time}"),
        Mark::Late => format!(" and a.state in ('open', 'in_progress', 'returned') and {late}"),
    }
}

/// How far a contest is, in figures.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Counts {
    /// Assignments.
    pub given: i64,
    /// Units that have one.
    pub units: i64,
    /// Accepted.
    pub done: i64,
    /// Reported, not decided.
    pub reported: i64,
    /// To be done within the days asked for.
    pub soon: i64,
    /// Overdue.
    pub late: i64,
    /// Units that have something overdue.
    pub late_units: i64,
}

/// What is still to be done of the contest `$1` and due until `$3`, as assignments `a`: of all units task by
/// task, of a few by themselves.
fn due_of(only: Option<&[UnitId]>, values: &mut Vec<Value>) -> String {
    let due = "a.state in ('open', 'in_progress', 'returned') and a.due_at <= $3";
    match only {
        None => format!(
            "task_progress p cross join assignment a where p.contest_id = $1
                and p.task_id not in (select id from task where contest_id = $1
                    and called_off_at is not null) and a.task_id = p.task_id and {due}"
        ),
        Some(units) => {
            let only = among("a.unit_id", units, values);
            format!("assignment a where a.contest_id = $1 and {due}{HOLDS}{only}")
        }
    }
}

/// The figures of a contest at a moment; `soon` is what is due from then until the other.
pub async fn counts(
    reader: &Reader,
    contest: ContestId,
    (at, soon): (Instant, Instant),
    only: Option<&[UnitId]>,
) -> Result<Counts, Fault> {
    let mut values: Vec<Value> =
        vec![contest.to_string().into(), at.millis().into(), soon.millis().into()];
    let due = due_of(only, &mut values);
    let only = only.map(|units| among("n.unit_id", units, &mut values)).unwrap_or_default();
    let sql = format!(
        "select w.given, w.units, w.done, w.reported, d.soon, d.late, w.late_units
        from (select cast(coalesce(sum(n.given), 0) as bigint) as given, count(*) as units,
                cast(coalesce(sum(n.done), 0) as bigint) as done,
                cast(coalesce(sum(n.reported), 0) as bigint) as reported,
                count(case when n.first_due <= $2 then 1 end) as late_units
            from unit_progress n where n.contest_id = $1 and n.given > 0{only}) w
        cross join (select count(case when a.due_at > $2 then 1 end) as soon,
                count(case when a.due_at <= $2 then 1 end) as late
            from {due}) d"
    );
    let found: Option<Counts> = reader.maybe(&sql, values).await?;
    found.ok_or_else(|| Fault::new("a sum is one row"))
}

/// A column of the matrix: a task, or a turn of one.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Column {
    /// Which task.
    pub task_id: String,
    /// Its place.
    pub position: i64,
    /// Its words.
    pub text: String,
    /// Word of the turn.
    pub period: String,
    /// The instant of its end.
    pub closes_at: Option<i64>,
}

/// The columns of a contest in the order of its tasks, turns from the first to the last.
pub async fn columns(reader: &Reader, contest: ContestId) -> Result<Vec<Column>, Fault> {
    let sql = "select t.id as task_id, t.position, t.text, coalesce(p.period, '') as period,
            t.closes_at
        from task t left join (
            select distinct a.task_id, a.period from assignment a where a.task_id in (
                select id from task where contest_id = $1 and recurrence is not null)) p
            on p.task_id = t.id
        where t.contest_id = $1 and t.called_off_at is null
        order by t.position, t.id, p.period";
    reader.rows(sql, [contest.to_string().into()]).await
}

/// Which units a matrix or a list of them shows.
#[derive(Debug, Clone, Default)]
pub struct UnitFilter {
    /// Folded words, each in a name of any time, an alias or the code.
    pub words: Vec<String>,
    /// A kind.
    pub kind: Option<Kind>,
    /// Units that have something with this mark.
    pub mark: Option<Mark>,
    /// Only of this task.
    pub task: Option<TaskId>,
    /// Only these units.
    pub only: Option<Vec<UnitId>>,
}

impl UnitFilter {
    /// `from` and `where` with their values: `$1` contest, `$2` moment.
    fn source(&self, contest: ContestId, at: Instant) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![contest.to_string().into(), at.millis().into()];
        let mut sql = " from unit_search s join unit_progress p
            on p.contest_id = $1 and p.unit_id = s.unit_id and p.given > 0 where $2 > 0"
            .to_owned();
        sql.push_str(&self.having(&mut values));
        if let Some(only) = &self.only {
            sql.push_str(&among("s.unit_id", only, &mut values));
        }
        if let Some(kind) = self.kind {
            sql.push_str(&among("s.kind", &[kind.code()], &mut values));
        }
        sql.push_str(&holding(&["s"], &self.words, &mut values));
        (sql, values)
    }

    /// The condition that a unit has something with the mark, of the task. What is counted is asked of the
    /// counts.
    fn having(&self, values: &mut Vec<Value>) -> String {
        match (self.task, self.mark) {
            (None, None) => return String::new(),
            (None, Some(Mark::Done)) => return " and p.done > 0".to_owned(),
            (None, Some(Mark::Reported)) => return " and p.reported > 0".to_owned(),
            (None, Some(Mark::Late)) => return " and p.first_due <= $2".to_owned(),
            _ => (),
        }
        let mark = self.mark.map(|mark| shows(mark, 2)).unwrap_or_default();
        let task = self.task.map(|task| among("a.task_id", &[task], values)).unwrap_or_default();
        format!(
            " and s.unit_id in (
                select a.unit_id from assignment a where a.contest_id = $1{HOLDS}{mark}{task})"
        )
    }
}

/// A unit of the matrix.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitRow {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
}

/// The units of a contest by name.
pub async fn units(
    reader: &Reader,
    contest: ContestId,
    filter: &UnitFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<UnitRow>, Fault> {
    let (source, mut values) = filter.source(contest, at);
    let sql = format!(
        "select s.unit_id as id, n.name from (
            select s.unit_id, s.sort_key{source}
            order by s.sort_key, s.unit_id limit ${} offset ${}) s
{} order by s.sort_key, s.unit_id",
        values.len() + 1,
        values.len() + 2,
        named("s", values.len() + 3)
    );
    values.extend([limit.into(), offset.into(), at.day().to_string().into()]);
    reader.rows(&sql, values).await
}

/// How many units a filter lets through.
pub async fn units_count(
    reader: &Reader,
    contest: ContestId,
    filter: &UnitFilter,
    at: Instant,
) -> Result<i64, Fault> {
    let (source, values) = filter.source(contest, at);
    reader.number(&format!("select count(*){source}"), values).await
}

/// A cell of the matrix.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Cell {
    /// Id of the assignment.
    pub id: String,
    /// Whose.
    pub unit_id: String,
    /// Which task.
    pub task_id: String,
    /// Word of the turn.
    pub period: String,
    /// Word of the state.
    pub state: String,
    /// When its time ends.
    pub due_at: Option<i64>,
}

/// The cells of these units and tasks; of all units where none are named.
pub async fn cells(
    reader: &Reader,
    contest: ContestId,
    units: Option<&[String]>,
    tasks: &[String],
) -> Result<Vec<Cell>, Fault> {
    let mut values = vec![contest.to_string().into()];
    let units = units.map(|units| among("a.unit_id", units, &mut values)).unwrap_or_default();
    let tasks = among("a.task_id", tasks, &mut values);
    let sql = format!(
        "select a.id, a.unit_id, a.task_id, a.period, a.state, a.due_at from assignment a
         where a.contest_id = $1{units}{tasks}"
    );
    reader.rows(&sql, values).await
}

/// The name of a unit on the day `$day`.
pub(super) fn named(alias: &str, day: usize) -> String {
    format!(
        " left join unit_name n on n.unit_id = {alias}.unit_id
            and (n.from_day is null or n.from_day <= ${day})
            and (n.until_day is null or n.until_day > ${day})"
    )
}
