//! Lists of activities, and what a form offers to choose from.

use kernel::id::{ContestId, UnitId};
use kernel::{Day, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Value, holding};

use super::{TAKES_PART, among, named};
use crate::publicity::{Channel, State};
use crate::tasks::AssignmentId;

/// Which activities a list shows.
#[derive(Debug, Clone, Default)]
pub struct ActivityFilter {
    /// Of this contest.
    pub contest: Option<ContestId>,
    /// Of these units; nothing: of all.
    pub only: Option<Vec<UnitId>>,
    /// Folded words, each in the title.
    pub words: Vec<String>,
    /// By this way.
    pub channel: Option<Channel>,
    /// So far; nothing: all but those that were withdrawn.
    pub state: Option<State>,
}

/// An activity in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ActivityLine {
    /// Id.
    pub id: String,
    /// Name of the unit on the day.
    pub unit: Option<String>,
    /// Which contest.
    pub contest_id: String,
    /// Its name.
    pub contest: String,
    /// Word of the channel.
    pub channel: String,
    /// What it is.
    pub title: String,
    /// ISO.
    pub planned_on: Option<String>,
    /// ISO.
    pub done_on: Option<String>,
    /// How many.
    pub copies: Option<i64>,
    /// How many people.
    pub reach: Option<i64>,
    /// One on each line.
    pub links: String,
    /// Word of the state.
    pub state: String,
    /// How many files prove it.
    pub files: i64,
}

impl ActivityFilter {
    /// Conditions on `publicity p` with their values.
    fn conditions(&self) -> (String, Vec<Value>) {
        let mut values = Vec::new();
        let mut sql = String::new();
        if let Some(contest) = self.contest {
            sql.push_str(&among("p.contest_id", &[contest], &mut values));
        }
        if let Some(only) = &self.only {
            sql.push_str(&among("p.unit_id", only, &mut values));
        }
        if let Some(channel) = self.channel {
            sql.push_str(&among("p.channel", &[channel.code()], &mut values));
        }
        match self.state {
            Some(state) => sql.push_str(&among("p.state", &[state.code()], &mut values)),
            None => sql.push_str(" and p.state <> 'withdrawn'"),
        }
        sql.push_str(&holding(&["p"], &self.words, &mut values));
        // What a unit did for a contest that went back to its preparation waits with it.
        if self.contest.is_none() {
            let hidden = "(select id from contest where state = 'preparing')";
            sql.push_str(&format!(" and p.contest_id not in {hidden}"));
        }
        (sql, values)
    }
}

/// Activities, the newest change first.
pub async fn activities(
    reader: &Reader,
    filter: &ActivityFilter,
    (limit, offset): (i64, i64),
    day: Day,
) -> Result<Vec<ActivityLine>, Fault> {
    let (conditions, mut values) = filter.conditions();
    let next = values.len() + 1;
    let sql = format!(
        "select p.id, n.name as unit, p.contest_id, c.name as contest, p.channel, p.title,
            p.planned_on, p.done_on, p.copies, p.reach, p.links, p.state,
            (select count(*) from publicity_file f where f.publicity_id = p.id) as files
         from publicity p join contest c on c.id = p.contest_id{2}
         where p.id in (select p.id from publicity p where 1 = 1{conditions}
            order by p.changed_at desc, p.id desc limit ${0} offset ${1})
         order by p.changed_at desc, p.id desc",
        next,
        next + 1,
        named("p", next + 2)
    );
    values.extend([limit.into(), offset.into(), day.to_string().into()]);
    reader.rows(&sql, values).await
}

/// How many activities a filter lets through.
pub async fn activity_count(reader: &Reader, filter: &ActivityFilter) -> Result<i64, Fault> {
    let (conditions, values) = filter.conditions();
    reader
        .number(&format!("select count(*) from publicity p where 1 = 1{conditions}"), values)
        .await
}

/// A running contest in which one's own units take part.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ContestLine {
    /// Id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The running contests in which these units take part, by name.
pub async fn contests_of(reader: &Reader, units: &[UnitId]) -> Result<Vec<ContestLine>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let own = among("a.unit_id", units, &mut values);
    let places = own.trim_start_matches(" and a.unit_id in ");
    let sql = format!(
        "select c.id, c.name from contest c where c.state = 'running' and (
            c.id in (select a.contest_id from unit_progress a where 1 = 1{own})
            or c.organiser_id in {places} or c.standing_id in {places}
            or c.receiving_id in {places})
         order by c.sort_key, c.id"
    );
    reader.rows(&sql, values).await
}

/// A unit to choose.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitOption {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
}

/// The units that take part in a contest, at most so many, by name.
pub async fn units_of(
    reader: &Reader,
    contest: ContestId,
    only: Option<&[UnitId]>,
    (day, most): (Day, i64),
) -> Result<Vec<UnitOption>, Fault> {
    let mut values: Vec<Value> =
        vec![contest.to_string().into(), day.to_string().into(), most.into()];
    let only = only.map(|units| among("s.unit_id", units, &mut values)).unwrap_or_default();
    let sql = format!(
        "select s.unit_id as id, n.name from unit_search s{}
         where {TAKES_PART}{only} order by s.sort_key, s.unit_id limit $3",
        named("s", 2)
    );
    reader.rows(&sql, values).await
}

/// The name of a unit on a day.
pub async fn unit_name(reader: &Reader, unit: UnitId, day: Day) -> Result<String, Fault> {
    let sql = format!(
        "select u.unit_id as id, n.name from unit_search u{} where u.unit_id = $1",
        named("u", 2)
    );
    let values = [unit.to_string().into(), day.to_string().into()];
    let found: Option<UnitOption> = reader.maybe(&sql, values).await?;
    Ok(found.and_then(|unit| unit.name).unwrap_or_default())
}

/// A task of a unit, for an activity that carries it out.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskLine {
    /// Id of the assignment.
    pub id: String,
    /// Words of the task.
    pub text: String,
}

/// Whose a task is, in a contest.
pub async fn unit_of_task(
    reader: &Reader,
    task: AssignmentId,
    contest: ContestId,
) -> Result<Option<UnitId>, Fault> {
    let sql = "select a.unit_id as id, a.named as name from assignment a
        where a.id = $1 and a.contest_id = $2";
    let values: [Value; 2] = [task.to_string().into(), contest.to_string().into()];
    let found: Option<UnitOption> = reader.maybe(sql, values).await?;
    found.map(|unit| Ok(unit.id.parse()?)).transpose()
}

/// The tasks of a unit in a contest.
pub async fn tasks_for(
    reader: &Reader,
    contest: ContestId,
    unit: UnitId,
) -> Result<Vec<TaskLine>, Fault> {
    let sql = "select a.id, t.text from assignment a
        join task t on t.id = a.task_id and t.called_off_at is null
        where a.contest_id = $1 and a.unit_id = $2 order by t.position, a.period, a.id";
    reader.rows(sql, [contest.to_string().into(), unit.to_string().into()]).await
}
