//! Lists: the tasks of a contest, the units of a task, what one's own units have to do.

use kernel::id::{ContestId, UnitId};
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value, holding};

use super::matrix::{named, shows};
use super::{UnitFilter, among};
use crate::tasks::{Mark, TaskId};

/// A task in the list of its contest.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskLine {
    /// Id.
    pub id: String,
    /// Its place.
    pub position: i64,
    /// Its words.
    pub text: String,
    /// Folded.
    pub folded: String,
    /// At the precision stated.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Whether the end belongs to it.
    pub ends_inclusive: bool,
    /// The instant of the end.
    pub closes_at: Option<i64>,
    /// Word of the recurrence.
    pub recurrence: Option<String>,
    /// When it was called off.
    pub called_off_at: Option<i64>,
}

/// The tasks of a contest, in their order.
pub async fn tasks_of(reader: &Reader, contest: ContestId) -> Result<Vec<TaskLine>, Fault> {
    let sql = "select id, position, text, folded, starts, ends, ends_inclusive, closes_at,
            recurrence, called_off_at
        from task where contest_id = $1 order by position, id";
    reader.rows(sql, [contest.to_string().into()]).await
}

/// How far the units are with a task.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskCounts {
    /// Which task.
    pub task_id: String,
    /// Assignments.
    pub given: i64,
    /// Accepted.
    pub done: i64,
    /// Reported, not decided.
    pub reported: i64,
    /// Overdue.
    pub late: i64,
}

/// The figures of each task of a contest.
pub async fn task_counts(
    reader: &Reader,
    contest: ContestId,
    at: Instant,
    only: Option<&[UnitId]>,
) -> Result<Vec<TaskCounts>, Fault> {
    let mut values: Vec<Value> = vec![contest.to_string().into(), at.millis().into()];
    let Some(units) = only else {
        let sql = format!(
            "select p.task_id, p.given, p.done, p.reported, {LATE_OF_TASK} as late
             from task_progress p where p.contest_id = $1"
        );
        return reader.rows(&sql, values).await;
    };
    let only = among("a.unit_id", units, &mut values);
    let sql = format!(
        "select a.task_id, count(*) as given,
            count(case when a.state = 'accepted' then 1 end) as done,
            count(case when a.state = 'reported' then 1 end) as reported,
            count(case when a.state in ('open', 'in_progress', 'returned') and a.due_at <= $2
                then 1 end) as late
         from assignment a where a.contest_id = $1{only} group by a.task_id"
    );
    reader.rows(&sql, values).await
}

/// How many units are late at the moment `$2` with the task of `p`.
const LATE_OF_TASK: &str = "(select count(*) from assignment a where a.task_id = p.task_id
    and a.state in ('open', 'in_progress', 'returned') and a.due_at <= $2)";

/// A unit of a task.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitLine {
    /// Id of the assignment.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
    /// As the paper names it.
    pub named: String,
    /// lead, coordinate.
    pub part: String,
    /// Word of the state.
    pub state: String,
    /// When its time ends.
    pub due_at: Option<i64>,
    /// When its state last changed.
    pub changed_at: i64,
}

fn unit_source(
    task: TaskId,
    period: &str,
    filter: &UnitFilter,
    at: Instant,
) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = vec![task.to_string().into(), period.into(), at.millis().into()];
    let mut sql = " from assignment a join unit_search s on s.unit_id = a.unit_id
        where a.task_id = $1 and a.period = $2 and $3 > 0"
        .to_owned();
    if let Some(mark) = filter.mark {
        sql.push_str(&shows(mark, 3));
    }
    if let Some(only) = &filter.only {
        sql.push_str(&among("a.unit_id", only, &mut values));
    }
    if let Some(kind) = filter.kind {
        sql.push_str(&among("s.kind", &[kind.code()], &mut values));
    }
    sql.push_str(&holding(&["s"], &filter.words, &mut values));
    (sql, values)
}

/// The units of a turn of a task by name.
pub async fn unit_list(
    reader: &Reader,
    (task, period): (TaskId, &str),
    filter: &UnitFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<UnitLine>, Fault> {
    let (source, mut values) = unit_source(task, period, filter, at);
    let sql = format!(
        "select a.id, n.name, a.named, a.part, a.state, a.due_at, a.changed_at from (
            select a.*, s.sort_key{source}
            order by s.sort_key, a.unit_id limit ${} offset ${}) a{}
         order by a.sort_key, a.unit_id",
        values.len() + 1,
        values.len() + 2,
        named("a", values.len() + 3)
    );
    values.extend([limit.into(), offset.into(), at.day().to_string().into()]);
    reader.rows(&sql, values).await
}

/// How many units of a turn of a task a filter lets through.
pub async fn unit_count(
    reader: &Reader,
    (task, period): (TaskId, &str),
    filter: &UnitFilter,
    at: Instant,
) -> Result<i64, Fault> {
    let (source, values) = unit_source(task, period, filter, at);
    reader.number(&format!("select count(*){source}"), values).await
}

/// Which assignments of one's own units are shown.
#[derive(Debug, Clone, Default)]
pub struct OwnFilter {
    /// Whose.
    pub units: Vec<UnitId>,
    /// Folded words of the task.
    pub words: Vec<String>,
    /// With this mark; nothing: what is to be done.
    pub mark: Option<Mark>,
    /// Whether everything is shown.
    pub all: bool,
    /// Only of this contest.
    pub contest: Option<ContestId>,
}

/// Something that one's own unit has to do.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OwnLine {
    /// Id of the assignment.
    pub id: String,
    /// Words of the task.
    pub text: String,
    /// Word of the turn.
    pub period: String,
    /// lead, coordinate.
    pub part: String,
    /// Word of the state.
    pub state: String,
    /// When its time ends.
    pub due_at: Option<i64>,
    /// When the unit was last reminded.
    pub chased_at: Option<i64>,
    /// Which contest.
    pub contest_id: String,
    /// Its name.
    pub contest: String,
    /// Name of the unit on the day.
    pub unit: Option<String>,
}

impl OwnFilter {
    /// `from` and `where`, with their values: `$1` the moment.
    fn source(&self, at: Instant) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![at.millis().into()];
        let mut sql = " from assignment a join task t on t.id = a.task_id
                and t.called_off_at is null
            join contest c on c.id = a.contest_id and c.state <> 'preparing' where $1 > 0"
            .to_owned();
        sql.push_str(&among("a.unit_id", &self.units, &mut values));
        if let Some(contest) = self.contest {
            sql.push_str(&among("a.contest_id", &[contest], &mut values));
        }
        match self.mark {
            Some(mark) => sql.push_str(&shows(mark, 1)),
            None if self.all => (),
            None => sql.push_str(
                " and a.state in ('open', 'in_progress', 'returned') and c.state = 'running'",
            ),
        }
        sql.push_str(&holding(&["t"], &self.words, &mut values));
        (sql, values)
    }
}

/// What one's own units have to do, the next due first.
pub async fn own_list(
    reader: &Reader,
    filter: &OwnFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<OwnLine>, Fault> {
    let (source, mut values) = filter.source(at);
    let source =
        source.replacen(" where $1", &format!("{} where $1", named("a", values.len() + 3)), 1);
    let sql = format!(
        "select a.id, t.text, a.period, a.part, a.state, a.due_at, a.chased_at, a.contest_id,
            c.name as contest, n.name as unit{source}
         order by a.due_at nulls last, a.id limit ${} offset ${}",
        values.len() + 1,
        values.len() + 2
    );
    values.extend([limit.into(), offset.into(), at.day().to_string().into()]);
    reader.rows(&sql, values).await
}

/// How many there are.
pub async fn own_count(reader: &Reader, filter: &OwnFilter, at: Instant) -> Result<i64, Fault> {
    let (source, values) = filter.source(at);
    reader.number(&format!("select count(*){source}"), values).await
}

/// A contest in which one's own units have something to do.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ContestOption {
    /// Id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The contests in which these units have something to do.
pub async fn contests_of(reader: &Reader, units: &[UnitId]) -> Result<Vec<ContestOption>, Fault> {
    let mut values = Vec::new();
    let among = among("a.unit_id", units, &mut values);
    let sql = format!(
        "select c.id, c.name from contest c where c.state <> 'preparing' and c.id in (
            select a.contest_id from unit_progress a where 1 = 1{among}) order by c.sort_key, c.id"
    );
    reader.rows(&sql, values).await
}
