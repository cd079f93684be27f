//! Sums: of assignments, of what comes in, of periodic reports, of publicity.

use std::collections::BTreeMap;

use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::Reach;
use super::late::is_late;
use crate::tasks;

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

/// What is counted of a contest.
#[derive(Debug, FromQueryResult)]
struct CountRow {
    contest_id: String,
    given: i64,
    done: i64,
    reported: i64,
}

/// How many assignments of a contest are late.
#[derive(Debug, FromQueryResult)]
struct LateRow {
    contest_id: String,
    late: i64,
}

/// How the assignments stand, by contest, without those of tasks that were called off: what is counted when
/// it is written, and out of the rest what is late by now.
pub async fn contests_work(
    reader: &Reader,
    reach: &Reach,
    at: Instant,
) -> Result<Vec<Work>, Fault> {
    let (counted, late) = tokio::try_join!(counted(reader, reach), late(reader, reach, at))?;
    let late: BTreeMap<String, i64> =
        late.into_iter().map(|row| (row.contest_id, row.late)).collect();
    let work = |row: CountRow| {
        let late = late.get(&row.contest_id).copied().unwrap_or(0);
        let open = row.given - row.done - row.reported - late;
        let CountRow { contest_id, done, reported, .. } = row;
        Work { contest_id, done, reported, open, late }
    };
    Ok(counted.into_iter().map(work).collect())
}

async fn counted(reader: &Reader, reach: &Reach) -> Result<Vec<CountRow>, Fault> {
    let mut values: Vec<Value> = Vec::new();
    let reach = reach.holds("p.contest_id", &mut values);
    let sql = format!(
        "select p.contest_id, cast(sum(p.given) as bigint) as given,
            cast(sum(p.done) as bigint) as done, cast(sum(p.reported) as bigint) as reported
         from task_progress p
         where p.task_id not in (select id from task where called_off_at is not null){reach}
         group by p.contest_id order by p.contest_id"
    );
    reader.rows(&sql, values).await
}

async fn late(reader: &Reader, reach: &Reach, at: Instant) -> Result<Vec<LateRow>, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into()];
    let late = is_late("p", reach, &mut values);
    let sql = format!(
        "select p.contest_id, count(*) as late
         from task_progress p cross join assignment a where a.task_id = p.task_id and {late}
         group by p.contest_id"
    );
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
    let sql = "select w.id, w.position, w.text, w.done, w.reported,
            w.given - w.done - w.reported - w.late as open, w.late
        from (select t.id, t.position, t.text, p.given, p.done, p.reported,
                (select count(*) from assignment a where a.task_id = p.task_id
                    and a.state in ('open', 'in_progress', 'returned') and a.due_at <= $1) as late
            from task_progress p join task t on t.id = p.task_id and t.called_off_at is null
            where p.contest_id = $2) w
        order by w.position, w.id";
    reader.rows(sql, [at.millis().into(), contest.into()]).await
}

/// Units among those that somebody leads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct UnitCounts {
    /// Units that have a task.
    pub units: i64,
    /// Of these, units that are late with something.
    pub late: i64,
}

/// How many units have something to do, and how many are late with something.
pub async fn unit_counts(reader: &Reader, reach: &Reach, at: Instant) -> Result<UnitCounts, Fault> {
    let mut values: Vec<Value> = vec![at.millis().into()];
    let reach = reach.holds("p.contest_id", &mut values);
    let sql = format!(
        "select count(*) as units, count(case when u.first_due <= $1 then 1 end) as late
         from (select p.unit_id, min(p.first_due) as first_due from unit_progress p
            where p.unit_id is not null{reach} group by p.unit_id) u"
    );
    Ok(reader.maybe(&sql, values).await?.unwrap_or_default())
}

/// What came in during a week.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct WeekRow {
    /// Which one, from the first that was asked for.
    pub week: i64,
    /// How many reports.
    pub reports: i64,
}

/// Reports on tasks that came in since the beginning of a day, by weeks from then on.
pub async fn weeks(reader: &Reader, reach: &Reach, since: Instant) -> Result<Vec<WeekRow>, Fault> {
    let mut values: Vec<Value> = vec![tasks::day_number(since).into()];
    let of = match reach {
        // What came in is counted whole, whatever became of its contest.
        Reach::Running => String::new(),
        Reach::Of(_) => reach.holds("r.contest_id", &mut values),
    };
    let sql = format!(
        "select (r.day - $1) / 7 as week, cast(sum(r.reports) as bigint) as reports
         from report_day r where r.day >= $1{of} group by (r.day - $1) / 7 order by 1"
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
         from period_report r where r.contest_id is not null{reach}"
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

/// What was published, by channel, most first.
pub async fn channels(reader: &Reader, reach: &Reach) -> Result<Vec<ChannelRow>, Fault> {
    let mut values: Vec<Value> = Vec::new();
    let reach = reach.holds("p.contest_id", &mut values);
    let sql = format!(
        "select p.channel, cast(sum(p.done) as bigint) as done,
            cast(sum(p.copies) as bigint) as copies, cast(sum(p.reach) as bigint) as reach
         from publicity_by_channel p where p.done > 0{reach} group by p.channel
         order by sum(p.done) desc, p.channel"
    );
    reader.rows(&sql, values).await
}

/// How many units have published something: the others have no row.
pub async fn publishing(reader: &Reader, reach: &Reach) -> Result<i64, Fault> {
    let mut values: Vec<Value> = Vec::new();
    let reach = reach.holds("p.contest_id", &mut values);
    let sql = format!(
        "select count(*) from (select p.unit_id from publicity_progress p
            where p.unit_id is not null{reach} group by p.unit_id) u"
    );
    reader.number(&sql, values).await
}
