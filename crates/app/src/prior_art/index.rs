//! The index that each node keeps in memory: made from the table at the start, kept up by what changed.
//!
//! What dossiers say is in an index of its own, so that an answer that everybody may see depends on nothing
//! but what everybody may see, down to the weight of a word.

use std::collections::HashSet;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use kernel::{Failure, Fault};
use novelty::{Fingerprint, Index, Part, SolutionId};
use tokio::sync::Mutex;

use super::near::Sight;
use super::often::Often;
use super::store::feed::{self, ChangeRow, TextRow};
use crate::frame::App;

/// How often a node looks for what changed.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Solutions of one question to the database.
const PAGE: i64 = 2_000;
/// Solutions of one part of an index; of fewer that come at once none is made.
const PART: usize = 8_192;
/// Solutions that an index holds at most, so that its memory is bounded.
const MOST: i64 = 1_000_000;

/// What a node keeps of earlier solutions.
#[derive(Debug, Default)]
pub struct Table {
    open: RwLock<Index>,
    dossiers: RwLock<Index>,
    /// Number of the last change that is in the indexes; held while they are brought up.
    seen: Mutex<i64>,
    done: AtomicI64,
    all: AtomicI64,
    /// Who asked how often.
    pub(super) often: Often,
}

/// How far an index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Solutions that it knows.
    pub done: i64,
    /// Solutions that there are.
    pub all: i64,
}

impl Standing {
    /// Whether it knows them all.
    pub fn is_whole(self) -> bool {
        self.done >= self.all
    }
}

impl Table {
    /// How far the index is.
    pub fn standing(&self) -> Standing {
        let read = |number: &AtomicI64| number.load(Ordering::Relaxed);
        Standing { done: read(&self.done), all: read(&self.all) }
    }

    /// Asks the indexes that somebody may hear of.
    pub(super) fn ask<T>(&self, sight: Sight, mut ask: impl FnMut(&Index) -> T) -> Vec<T> {
        let tables: &[_] = match sight {
            Sight::Open => &[&self.open],
            Sight::Everything => &[&self.open, &self.dossiers],
        };
        let read =
            |table: &&RwLock<Index>| ask(&table.read().unwrap_or_else(PoisonError::into_inner));
        tables.iter().map(read).collect()
    }

    fn change(table: &RwLock<Index>, change: impl FnOnce(&mut Index)) {
        change(&mut table.write().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Keeps the index up until the task is dropped.
pub async fn forever(app: App) {
    loop {
        if let Err(failure) = catch_up(&app).await {
            tracing::error!(?failure, "prior art: {failure:?}");
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Brings the index up to what the database holds. One thread at a time works at it.
///
/// # Errors
/// The database is away.
pub async fn catch_up(app: &App) -> Result<(), Failure> {
    let table = &app.prior_art;
    let mut seen = table.seen.lock().await;
    loop {
        let changes = feed::after(&app.store, *seen).await?;
        if changes.is_empty() {
            return Ok(());
        }
        table.all.store(feed::size(&app.store).await?, Ordering::Relaxed);
        for change in changes {
            follow(app, &change).await?;
            *seen = change.seq;
        }
        table.done.fetch_min(feed::size(&app.store).await?, Ordering::Relaxed);
    }
}

async fn follow(app: &App, change: &ChangeRow) -> Result<(), Failure> {
    if let Some(id) = &change.solution_id {
        return put_dossier(app, id).await;
    }
    let Some(list) = &change.import_id else { return Ok(()) };
    take_out(app, list).await?;
    match change.accepted {
        true => put_in(app, list).await,
        false => Ok(()),
    }
}

/// Puts a dossier in, in the place of what it said before.
async fn put_dossier(app: &App, id: &str) -> Result<(), Failure> {
    let Some(row) = feed::text(&app.store, id).await? else { return Ok(()) };
    let (number, print) = print(&row)?;
    let mut was_there = false;
    Table::change(&app.prior_art.dossiers, |index| {
        was_there = index.remove(number);
        index.add(number, &print);
    });
    app.prior_art.done.fetch_add(i64::from(!was_there), Ordering::Relaxed);
    Ok(())
}

/// Takes the solutions of a list out; a list may come twice, and one that was withdrawn goes.
async fn take_out(app: &App, list: &str) -> Result<(), Failure> {
    let first = feed::texts(&app.store, (list, ""), 1).await?;
    let number = first.first().map(number_of).transpose()?;
    let known = |index: &Index| number.is_some_and(|number| index.contains(number));
    if !app.prior_art.ask(Sight::Open, known).contains(&true) {
        return Ok(());
    }
    let (mut ids, mut after) = (HashSet::new(), String::new());
    loop {
        let rows = feed::texts(&app.store, (list, &after), PAGE).await?;
        let Some(last) = rows.last() else { break };
        after.clone_from(&last.id);
        for row in &rows {
            ids.insert(number_of(row)?);
        }
    }
    Table::change(&app.prior_art.open, |index| index.retain(|id| !ids.contains(&id)));
    app.prior_art.done.fetch_sub(i64::try_from(ids.len())?, Ordering::Relaxed);
    Ok(())
}

/// Puts the solutions of a list in, all at once at the end, so that a failure leaves nothing behind.
async fn put_in(app: &App, list: &str) -> Result<(), Failure> {
    let (mut parts, mut prints, mut after) = (Vec::new(), Vec::new(), String::new());
    let room = MOST - app.prior_art.standing().done;
    let mut taken: i64 = 0;
    while taken < room {
        let rows = feed::texts(&app.store, (list, &after), PAGE.min(room - taken)).await?;
        let Some(last) = rows.last() else { break };
        after.clone_from(&last.id);
        taken += i64::try_from(rows.len())?;
        app.prior_art.done.fetch_add(i64::try_from(rows.len())?, Ordering::Relaxed);
        let made = tokio::task::spawn_blocking(move || {
            let made: Result<Vec<_>, Fault> = rows.iter().map(print).collect();
            made
        });
        prints.extend(made.await.map_err(Fault::from)??);
        if prints.len() + PAGE as usize > PART {
            let full = std::mem::take(&mut prints);
            let part = tokio::task::spawn_blocking(move || Part::of(&full));
            parts.push(part.await.map_err(Fault::from)?);
        }
    }
    Table::change(&app.prior_art.open, |index| {
        parts.into_iter().for_each(|part| index.push(part));
        prints.iter().for_each(|(id, print)| index.add(*id, print));
    });
    Ok(())
}

fn print(row: &TextRow) -> Result<(SolutionId, Fingerprint), Fault> {
    Ok((number_of(row)?, Fingerprint::of(&row.title, &row.body)))
}

fn number_of(row: &TextRow) -> Result<SolutionId, Fault> {
    let digits = row.id.replace('-', "");
    let number = u128::from_str_radix(&digits, 16);
    number.map(SolutionId).map_err(|_| Fault::new("a solution has an id"))
}

/// The id of a solution as the database writes it.
pub(super) fn id_of(number: SolutionId) -> String {
    let digits = format!("{:032x}", number.0);
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &digits[part]);
    parts.join("-")
}
