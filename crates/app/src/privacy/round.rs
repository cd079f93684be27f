//! The round of each day: what nobody misses goes by itself.

use kernel::{Failure, Fault, Instant};

use super::class::Class;
use super::extract;
use super::store::{self, extracts};
use crate::audit::{self, Act};
use crate::frame::App;
use crate::{looks, register, uploads};

/// The mark of the last round.
const MARK: &str = "daily";

/// Removes the files of exports that were kept long enough, and once a day files that nothing names, what is remembered of old packages, and old looks. A day on which nothing goes
/// leaves no run.
///
/// # Errors
/// The database or the disk is away; the round is tried again.
pub async fn daily(app: &App) -> Result<(), Failure> {
    extract::sweep(app).await?;
    let now = app.store.now();
    let last = store::marked_at(&app.store, MARK).await?.map(Instant::from_millis);
    if last.is_some_and(|last| last.day() == now.day()) {
        return Ok(());
    }
    let files = uploads::remove_unnamed(app, Class::File.rule().before(now)).await?;
    let mut tx = app.store.begin().await?;
    let exports = register::forget_exports(&mut tx, Class::Export.rule().before(now)).await?;
    let extracts = extracts::forget(&mut tx, Class::Export.rule().before(now)).await?;
    let exports = exports + i64::try_from(extracts).map_err(Fault::from)?;
    let looks = looks::forget_before(&mut tx, Class::Look.rule().before(now)).await?;
    let gone = [(Class::File, files), (Class::Export, exports), (Class::Look, looks)];
    let gone = gone.into_iter().filter(|(_, count)| *count > 0);
    let gone: Vec<(Class, i64)> = gone.collect();
    if !gone.is_empty() {
        let run = store::insert_run(&mut tx, None).await?;
        let mut act = Act::on("retention.round", "retention").row("retention_run", run);
        for (class, count) in gone {
            store::count_gone(&mut tx, run, (class, count)).await?;
            act = act.note(class.code(), count);
        }
        store::end_run(&mut tx, run).await?;
        audit::record(&mut tx, "system", act).await?;
    }
    store::mark(&mut tx, MARK).await?;
    Ok(tx.commit().await?)
}
