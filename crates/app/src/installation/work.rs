//! Work: the loop that takes jobs from the queue, and the round that is made every minute.

use std::time::Duration;

use kernel::{Failure, Fault};
use store::jobs::{self, Leased};

use crate::accounts::session;
use crate::audit::seal;
use crate::awards;
use crate::dossiers;
use crate::frame::App;
use crate::looks;
use crate::notices;
use crate::notifications;
use crate::papers::incoming;
use crate::prior_art;
use crate::privacy;
use crate::reception;
use crate::register;
use crate::reports;
use crate::tasks;
use crate::uploads;

/// A job that another node has put into the queue is seen this soon.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// The round: seal the ledger, forget what is old.
const ROUND_EVERY: Duration = Duration::from_secs(60);
/// How many reports one transaction opens: less than a second's work, in which nobody else writes.
const REPORTS_AT_ONCE: i64 = 200;
/// Done jobs are shown for a week.
const KEEP_DONE_SECONDS: i64 = 7 * 24 * 3600;

/// Works until the task is dropped.
pub async fn forever(app: App) {
    tokio::join!(take_turns(app.clone()), fold_looks(app));
}

/// Makes rows of looks beside everything else: a long job must not keep authors from learning who looked.
async fn fold_looks(app: App) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        log_fault("looks", looks::fold(&app).await);
    }
}

async fn take_turns(app: App) {
    let mut rounds = tokio::time::interval(ROUND_EVERY);
    let mut told = 0;
    loop {
        tokio::select! {
            () = app.store.job_waiting() => (),
            () = tokio::time::sleep(LOOK_EVERY) => (),
            _ = rounds.tick() => {
                log_fault("turns", turns(&app).await);
                log_fault("round", round(&app).await);
                told = 0;
            }
        }
        log_fault("notices", tell_news(&app, &mut told).await);
        log_fault("jobs", work_off(&app).await);
    }
}

/// Tells people what is new, where anything has changed since the edition that was told, and each minute.
async fn tell_news(app: &App, told: &mut i64) -> Result<(), Failure> {
    let edition = app.store.edition().await?;
    if edition != *told {
        notices::tell(app).await?;
        *told = edition;
    }
    Ok(())
}

/// Does every job that is due.
///
/// # Errors
/// The queue itself cannot be read or written.
pub async fn work_off(app: &App) -> Result<(), Failure> {
    while let Some(job) = jobs::lease(&app.store).await? {
        if let Err(failure) = run(app, &job).await {
            put_back(app, &job, &failure).await?;
        }
    }
    Ok(())
}

/// Opens the turns of recurring tasks that have begun.
///
/// # Errors
/// The database is away.
pub async fn turns(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    tasks::open_due_turns(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Seals the ledger, forgets what is old, opens the reports of a period that has begun, and removes uploads that
/// nobody goes on with; once a day, what need not be kept any longer.
///
/// # Errors
/// The database is away.
pub async fn round(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    seal::seal(&mut tx, &app.keys).await?;
    session::forget_old(&mut tx).await?;
    let old = tx.at().plus_seconds(-KEEP_DONE_SECONDS);
    jobs::forget_done(&mut tx, old).await?;
    tx.commit().await?;
    reports::open_due(&app.store, REPORTS_AT_ONCE).await?;
    uploads::sweep(app).await?;
    register::sweep(app).await?;
    privacy::daily(app).await
}

async fn run(app: &App, job: &Leased) -> Result<(), Failure> {
    match job.kind.as_str() {
        notifications::KIND => notifications::send(app, job).await,
        incoming::READ => incoming::read(app, job).await,
        uploads::inspect::INSPECT => uploads::inspect::inspect(app, job).await,
        prior_art::READ => prior_art::read(app, job).await,
        dossiers::BYTES_DUE => dossiers::following::end(app, job).await,
        dossiers::HANDED_IN => reception::join(app, job).await,
        awards::TELL => awards::tell(app, job).await,
        register::PACK => register::pack(app, job).await,
        privacy::PACK => privacy::pack(app, job).await,
        privacy::RUN => privacy::carry_out(app, job).await,
        other => Err(Fault::new(format!("no work is known for jobs of kind {other}")).into()),
    }
}

async fn put_back(app: &App, job: &Leased, failure: &Failure) -> Result<(), Failure> {
    let why = match failure {
        Failure::Fault(fault) => fault.to_string(),
        Failure::Refusal(refusal) => refusal.message.key.to_string(),
    };
    tracing::warn!(kind = job.kind, attempts = job.attempts, why, "job failed: {why}");
    let mut tx = app.store.begin().await?;
    jobs::put_back(&mut tx, job, &why).await?;
    if job.kind == notifications::KIND {
        notifications::note_failure(&mut tx, job, &why).await?;
    }
    Ok(tx.commit().await?)
}

fn log_fault(what: &str, done: Result<(), Failure>) {
    if let Err(failure) = done {
        tracing::error!(what, ?failure, "{what}: {failure:?}");
    }
}
