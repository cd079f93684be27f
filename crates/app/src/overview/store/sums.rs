//! Sums: of assignments, of what comes in, of periodic reports, of publicity.

use std::collections::BTreeMap;

use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::Reach;
use super::late::late_as;

/// How the assignments of a contest stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub struct Work {
    /// Which contest.
    pub contest_id: String,
    /// Accepted.
    pub done: i64,
    /// Reported, not decided.
    pub reported: i64,
    /// To be done, in time.
    pub open: i64,
    /// To be done, and late.
    pub late: i64,
}

/// What a state and a day mean, as sums over assignments at the moment `$1`.
const STANDING: &str = "count(case when a.state = 'accepted' then 1 end) as done,
    count(case when a.state = 'reported' then 1 end) as reported,
    count(case when a.state in ('open', 'in_progress', 'returned')
        and (a.due_at is null or a.due_at > $1) then 1 end) as open,
    count(case when a.state in ('open', 'in_progress', 'returned') and a.due_at <= $1
        then 1 end) as late";

/// How many assignments of a contest are in a state.
#[derive(Debug, FromQueryResult)]
struct StateRow {
    contest_id: String,
    state: String,
    count: i64,
}

/// How many assignments of a contest are late.
#[derive(Debug, FromQueryResult)]
struct LateRow {
    contest_id: String,
    late: i64,
}

/// How the assignments stand, by contest: all of them by state, less those of tasks that were called off,
/// and the late out of those still to be done. Three walks over three narrow indexes, none of which
/// touches the table, cost a third of one walk that asks each row everything.
pub async fn contests_work(
    reader: &Reader,
    reach: &Reach,
    at: Instant,
) -> Result<Vec<Work>, Fault> {
    let off = " and a.task_id in (select id from task where called_off_at is not null)";
    let mut found: BTreeMap<String, Work> = BTreeMap::new();
    for (and, sign) in [("", 1), (off, -1)] {
        for row in states(reader, reach, and).await? {
            let work = found.entry(row.contest_id).or_default();
            let part = match row.state.as_str() {
                "accepted" => &mut work.done,
                "reported" => &mut work.reported,
                _ => &mut work.open,
            };
            *part += sign * row.count;
        }
    }
    for row in late(reader, reach, at).await? {
        let work = found.entry(row.contest_id).or_default();
        work.late = row.late;
        work.open -= row.late;
    }
    Ok(found.into_iter().map(|(contest_id, work)| Work { contest_id, ..work }).collect())
}

async fn states(reader: &Reader, reach: &Reach, and: &str) -> Result<Vec<StateRow>, Fault> {
    let mut values: Vec<Value> = Vec::new();
    let reach = reach.holds("a.contest_id", &mut values);
    let sql = format!(
        "select a.contest_id, a.state, count(*) as count from assignment a
         where a.contest_id is not null{reach}{and} group by a.contest_id, a.state"
    );
    reader.rows(&sql, values).await
}

async fn late(reader: &Reader, reach: &Reach, at: Instant) -> Result<Vec<LateRow>, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into()];
    let late = late_as(reach, &mut values);
    let sql = format!("{late} select contest_id, count(*) as late from late group by contest_id");
    reader.rows(&sql, values).await
}

/// How the assignments of a task stand.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskWork {
    /// Id of the task.
    pub id: String,
    /// Its place.
    pub position: i64,
    /// Its words.
    pub text: String,
    /// Accepted.
    pub done: i64,
    /// Reported, not decided.
    pub reported: i64,
    /// To be done, in time.
    pub open: i64,
    /// To be done, and late.
    pub late: i64,
}

/// How the assignments of one contest stand, by task in their order.
pub async fn tasks_work(
    reader: &Reader,
    contest: &str,
    at: Instant,
) -> Result<Vec<TaskWork>, Fault> {
    let sql = format!(
        "select t.id, t.position, t.text, w.done, w.reported, w.open, w.late from (
            select a.task_id, {STANDING} from assignment a where a.contest_id = $2
            group by a.task_id) w
         join task t on t.id = w.task_id and t.called_off_at is null order by t.position, t.id"
    );
    reader.rows(&sql, [at.millis().into(), contest.into()]).await
}

/// How many units are late with something.
pub async fn late_unit_count(reader: &Reader, reach: &Reach, at: Instant) -> Result<i64, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into()];
    let late = late_as(reach, &mut values);
    let sql = format!("{late} select count(distinct unit_id) from late");
    reader.number(&sql, values).await
}

/// What came in during a week.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct WeekRow {
    /// Which one, from the first that was asked for.
    pub week: i64,
    /// How many reports.
    pub reports: i64,
}

/// Reports on tasks that came in since a moment, by weeks from then on.
pub async fn weeks(reader: &Reader, reach: &Reach, since: Instant) -> Result<Vec<WeekRow>, Fault> {
    let mut values: Vec<Value> = vec![since.millis().into()];
    let of = match reach {
        // What came in is counted whole, whatever became of its contest: one index is enough.
        Reach::Running => String::new(),
        Reach::Of(_) => {
            let among = reach.holds("a.contest_id", &mut values);
            format!(
                " and r.assignment_id in (select a.id from assignment a where a.id is not null{among})"
            )
        }
    };
    let sql = format!(
        "select (r.reported_at - $1) / 604800000 as week, count(*) as reports
         from assignment_report r where r.reported_at >= $1{of}
         group by (r.reported_at - $1) / 604800000 order by 1"
    );
    reader.rows(&sql, values).await
}

/// How the periodic reports stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct PeriodRow {
    /// Handed in, taken or not.
    pub handed_in: i64,
    /// Still to come, in time.
    pub open: i64,
    /// Still to come, and late.
    pub late: i64,
}

/// How the periodic reports stand at a moment.
pub async fn periods(reader: &Reader, reach: &Reach, at: Instant) -> Result<PeriodRow, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into()];
    let reach = reach.holds("r.contest_id", &mut values);
    let sql = format!(
        "select count(case when r.state in ('submitted', 'accepted') then 1 end) as handed_in,
            count(case when r.state in ('open', 'returned')
                and (r.due_at is null or r.due_at > $1) then 1 end) as open,
            count(case when r.state in ('open', 'returned') and r.due_at <= $1 then 1 end) as late
         from period_report r where r.id is not null{reach}"
    );
    Ok(reader.maybe(&sql, values).await?.unwrap_or_default())
}

/// What was published by one channel.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ChannelRow {
    /// Its word.
    pub channel: String,
    /// Activities done.
    pub done: i64,
    /// Copies, posts, broadcasts.
    pub copies: i64,
    /// People.
    pub reach: i64,
}

const PUBLISHED: &str = "p.state in ('done', 'asked', 'taken')";

/// What was published, by channel, most first.
pub async fn channels(reader: &Reader, reach: &Reach) -> Result<Vec<ChannelRow>, Fault> {
    let mut values: Vec<Value> = Vec::new();
    let reach = reach.holds("p.contest_id", &mut values);
    let sql = format!(
        "select p.channel, count(*) as done, cast(coalesce(sum(p.copies), 0) as bigint) as copies,
            cast(coalesce(sum(p.reach), 0) as bigint) as reach
         from publicity p where {PUBLISHED}{reach} group by p.channel
         order by count(*) desc, p.channel"
    );
    reader.rows(&sql, values).await
}

/// Who has published anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct PublicityCounts {
    /// Units that have.
    pub publishing: i64,
    /// Units that have a task.
    pub units: i64,
}

/// How many units have published something, among those that have a task.
pub async fn publicity(reader: &Reader, reach: &Reach) -> Result<PublicityCounts, Fault> {
    let mut values: Vec<Value> = Vec::new();
    let published = reach.holds("p.contest_id", &mut values);
    let tasked = reach.holds("a.contest_id", &mut values);
    let sql = format!(
        "with done as materialized (select p.unit_id from publicity p where {PUBLISHED}{published})
         select (select count(distinct unit_id) from done) as publishing,
            (select count(*) from unit u where exists (select 1 from assignment a
                where a.unit_id = u.id{tasked})) as units"
    );
    Ok(reader.maybe(&sql, values).await?.unwrap_or_default())
}
