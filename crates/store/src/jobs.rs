//! Durable jobs: written with their reason, leased with a fence, retried with back-off.

use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;

use crate::{Reader, Store, Tx, Value};

/// How long a worker may hold a job before another may take it.
pub const LEASE_SECONDS: i64 = 60;

/// After this many attempts a job is given up and shown to the administrator.
pub const ATTEMPTS: i64 = 10;

kernel::id_type!(
    /// A job (việc nền).
    JobId
);

/// A job that this worker holds until its lease ends.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Leased {
    /// Id of the job.
    pub id: String,
    /// Which work, e.g. `mail.send`.
    pub kind: String,
    /// JSON that the work needs.
    pub payload: String,
    /// How often it was begun, this time included.
    pub attempts: i64,
    /// Number of this lease; only the newest may finish the job.
    pub fence: i64,
}

/// A job as the administrator sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct JobRow {
    /// Id of the job.
    pub id: String,
    /// Which work.
    pub kind: String,
    /// `waiting`, `leased`, `done` or `failed`.
    pub state: String,
    /// Not before.
    pub run_at: i64,
    /// How often it was begun.
    pub attempts: i64,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// When it was wanted.
    pub created_at: i64,
}

/// What is to be done, and when.
#[derive(Debug, Clone)]
pub struct NewJob<'a> {
    /// Which work, e.g. `mail.send`.
    pub kind: &'a str,
    /// JSON that the work needs.
    pub payload: String,
    /// At most one unfinished job has this key.
    pub unique_key: Option<String>,
    /// Not before.
    pub run_at: Instant,
}

/// Puts a job into the queue, in the transaction of its reason. A second one with the same unique key
/// is dropped.
///
/// # Errors
/// The database is away.
pub async fn enqueue(tx: &mut Tx, job: NewJob<'_>) -> Result<(), Failure> {
    let sql = "insert into job
        (id, kind, payload, state, unique_key, run_at, attempts, fence, created_at)
        values ($1, $2, $3, 'waiting', $4, $5, 0, 0, $6) on conflict (unique_key) do nothing";
    let at = tx.at();
    let values = [
        JobId::new(at).to_string().into(),
        job.kind.into(),
        job.payload.into(),
        job.unique_key.into(),
        job.run_at.millis().into(),
        at.millis().into(),
    ];
    tx.run(sql, values).await?;
    tx.job_added();
    Ok(())
}

/// Jobs of one statement.
const BATCH: usize = 100;

/// Puts many jobs into the queue, in a handful of statements. One whose unique key an unfinished job has
/// is dropped.
///
/// # Errors
/// The database is away.
pub async fn enqueue_all(tx: &mut Tx, jobs: Vec<NewJob<'_>>) -> Result<(), Failure> {
    let at = tx.at();
    for batch in jobs.chunks(BATCH) {
        let mut values: Vec<Value> = vec![at.millis().into()];
        let mut rows = Vec::with_capacity(batch.len());
        for job in batch {
            let first = values.len() + 1;
            let places: Vec<String> = (first..first + 5).map(|at| format!("${at}")).collect();
            let [id, kind, payload, key, run_at] = &places[..] else { continue };
            rows.push(format!("({id}, {kind}, {payload}, 'waiting', {key}, {run_at}, 0, 0, $1)"));
            values.push(JobId::new(at).to_string().into());
            values.push(job.kind.into());
            values.push(job.payload.clone().into());
            values.push(job.unique_key.clone().into());
            values.push(job.run_at.millis().into());
        }
        let sql = format!(
            "insert into job
                (id, kind, payload, state, unique_key, run_at, attempts, fence, created_at)
             values {} on conflict (unique_key) do nothing",
            rows.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    tx.job_added();
    Ok(())
}

const DUE: &str =
    "(state = 'waiting' and run_at <= $1) or (state = 'leased' and lease_until <= $1)";

/// Takes the job that has been due longest, or nothing. A lease that ran out counts as due.
///
/// # Errors
/// The database is away.
pub async fn lease(store: &Store) -> Result<Option<Leased>, Failure> {
    let now = store.now();
    let due = format!("select count(*) from job where {DUE}");
    if store.number(&due, [now.millis().into()]).await? == 0 {
        return Ok(None);
    }
    take(store, &format!("({DUE}) order by run_at, id limit 1"), vec![now.millis().into()]).await
}

/// Takes the unfinished job of a unique key if it is due, for somebody who waits for just this one.
///
/// # Errors
/// The database is away.
pub async fn lease_named(store: &Store, unique_key: &str) -> Result<Option<Leased>, Failure> {
    let values = vec![store.now().millis().into(), unique_key.into()];
    take(store, &format!("({DUE}) and unique_key = $2"), values).await
}

async fn take(
    store: &Store,
    condition: &str,
    values: Vec<Value>,
) -> Result<Option<Leased>, Failure> {
    let mut tx = store.begin().await?;
    let sql = format!("select id, kind, payload, attempts, fence from job where {condition}");
    let Some(mut job) = tx.maybe::<Leased>(&sql, values).await? else {
        return Ok(None);
    };
    job.attempts += 1;
    job.fence += 1;
    let until = tx.at().plus_seconds(LEASE_SECONDS).millis();
    let sql = "update job set state = 'leased', attempts = $2, fence = $3, lease_until = $4 where id = $1";
    let values = [job.id.clone().into(), job.attempts.into(), job.fence.into(), until.into()];
    tx.run(sql, values).await?;
    tx.commit().await?;
    Ok(Some(job))
}

/// Marks a job as done, in the transaction of its effect. A worker whose lease was taken over by
/// another is refused, and with it the whole transaction.
///
/// # Errors
/// The lease is no longer this worker's.
pub async fn finish(tx: &mut Tx, job: &Leased) -> Result<(), Failure> {
    let sql =
        "update job set state = 'done', unique_key = null, lease_until = null, finished_at = $3
        where id = $1 and fence = $2 and state = 'leased'";
    let values = [job.id.clone().into(), job.fence.into(), tx.at().millis().into()];
    held(tx.run(sql, values).await?)
}

/// Holds a job for another while, in the transaction of a part of its effect. A worker whose lease was
/// taken over by another is refused, and with it the whole transaction.
///
/// # Errors
/// The lease is no longer this worker's.
pub async fn hold_on(tx: &mut Tx, job: &Leased) -> Result<(), Failure> {
    let until = tx.at().plus_seconds(LEASE_SECONDS).millis();
    let sql = "update job set lease_until = $3 where id = $1 and fence = $2 and state = 'leased'";
    let values = [job.id.clone().into(), job.fence.into(), until.into()];
    held(tx.run(sql, values).await?)
}

/// Puts a job back to be tried again after a pause that doubles, or gives it up.
///
/// # Errors
/// The lease is no longer this worker's.
pub async fn put_back(tx: &mut Tx, job: &Leased, error: &str) -> Result<(), Failure> {
    let given_up = job.attempts >= ATTEMPTS;
    let state = if given_up { "failed" } else { "waiting" };
    let run_at = tx.at().plus_seconds(pause_seconds(job.attempts));
    let sql = "update job set state = $3, run_at = $4, last_error = $5, lease_until = null
        where id = $1 and fence = $2 and state = 'leased'";
    let values = [
        job.id.clone().into(),
        job.fence.into(),
        state.into(),
        run_at.millis().into(),
        error.into(),
    ];
    held(tx.run(sql, values).await?)
}

/// Lets a job that was given up, or that waits, run now.
///
/// # Errors
/// The database is away.
pub async fn run_now(tx: &mut Tx, id: &str) -> Result<bool, Failure> {
    let sql = "update job set state = 'waiting', run_at = $2, attempts = 0
        where id = $1 and state in ('failed', 'waiting')";
    let changed = tx.run(sql, [id.into(), tx.at().millis().into()]).await?;
    tx.job_added();
    Ok(changed == 1)
}

/// Jobs that are not done, then the newest that are.
///
/// # Errors
/// The database is away.
pub async fn list(reader: &Reader, limit: i64) -> Result<Vec<JobRow>, Fault> {
    let sql = "select id, kind, state, run_at, attempts, last_error, created_at from job
        order by case state when 'failed' then 0 when 'leased' then 1 when 'waiting' then 2 else 3 end,
                 created_at desc, id desc limit $1";
    reader.rows(sql, [limit.into()]).await
}

/// How many jobs were given up.
///
/// # Errors
/// The database is away.
pub async fn count_failed(reader: &Reader) -> Result<i64, Fault> {
    reader.number("select count(*) from job where state = 'failed'", []).await
}

/// Forgets jobs that were done before this moment.
///
/// # Errors
/// The database is away.
pub async fn forget_done(tx: &mut Tx, before: Instant) -> Result<u64, Failure> {
    let sql = "delete from job where state = 'done' and finished_at < $1";
    tx.run(sql, [before.millis().into()]).await
}

fn held(changed: u64) -> Result<(), Failure> {
    match changed {
        1 => Ok(()),
        _ => Err(Failure::Fault(Fault::new("the lease of this job was taken over"))),
    }
}

/// 15 s, 30 s, 1 min, … up to two hours: a mail server that is down for an hour loses nothing.
fn pause_seconds(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 10) - 1).unwrap_or(0);
    (15 * 2_i64.pow(doublings)).min(7200)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_two_hours() {
        let pauses: Vec<i64> = (1..=10).map(pause_seconds).collect();
        assert_eq!(pauses, [15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7200]);
    }
}
