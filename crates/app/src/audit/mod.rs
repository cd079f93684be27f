//! Audit (nhật ký): what happened, written where nobody can change it unseen.
//!
//! Called by every verb, calls none. `crates/ledger/FORMAT.md` says what is written; here it is
//! appended, sealed by signed checkpoints, verified, shown and exported.

pub mod export;
pub mod forgetting;
mod history;
pub mod pages;
pub mod seal;
mod store;
pub mod verify;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use ::store::Tx;
use kernel::{Failure, Fault};
use ledger::event::{Event, RowChange, RowDigest};
use ledger::hash::Salt;

use crate::frame::keys::random_bytes;

pub use history::{Told, place_of, told_about};

/// An act on its way into the ledger.
#[derive(Debug, Clone)]
pub struct Act {
    act: &'static str,
    subject: String,
    note: BTreeMap<String, String>,
    rows: Vec<(Cow<'static, str>, String)>,
}

impl Act {
    /// What was done, e.g. `unit.rename`, to what, e.g. `unit/0190…`.
    pub fn on(act: &'static str, subject: impl Into<String>) -> Self {
        Self { act, subject: subject.into(), note: BTreeMap::new(), rows: Vec::new() }
    }

    /// The same act with a small fact. No personal data: facts outlive the erasure of rows.
    #[must_use]
    pub fn note(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.note.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same act with a row that it wrote or deleted, as `(table, key)`.
    #[must_use]
    pub fn row(mut self, table: impl Into<Cow<'static, str>>, id: impl fmt::Display) -> Self {
        self.rows.push((table.into(), id.to_string()));
        self
    }
}

/// Appends an act to the ledger, in the transaction of the act itself: both happen or neither does.
///
/// # Errors
/// The database is away.
pub async fn record(tx: &mut Tx, who: impl fmt::Display, act: Act) -> Result<(), Failure> {
    let digests = digests(tx, &act.rows).await?;
    let mut changes = Vec::with_capacity(act.rows.len());
    for (table, id) in act.rows {
        let digest = digests.get(&*table).and_then(|rows| rows.get(&id)).copied();
        tx.recorded(&table);
        changes.push(RowChange { table: table.into_owned(), id, digest });
    }
    let mut frontier = store::frontier(tx).await?;
    let event = Event {
        seq: frontier.size(),
        at: tx.at(),
        actor: who.to_string(),
        act: act.act.to_owned(),
        subject: act.subject,
        note: act.note,
        changes,
    };
    let salt = Salt::from_bytes(random_bytes::<32>());
    let entry = event.entry(&salt);
    let nodes = frontier.append(entry.leaf());
    store::append(tx, &event, &salt, &entry, &nodes).await
}

/// The digests of rows as they stand, by table and key; a row that is gone has none. Each table is read
/// once, for an import writes tens of thousands of rows in one act.
async fn digests(
    tx: &Tx,
    rows: &[(Cow<'static, str>, String)],
) -> Result<BTreeMap<String, BTreeMap<String, RowDigest>>, Fault> {
    let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (table, id) in rows {
        keys.entry(table).or_default().push(id);
    }
    let mut digests = BTreeMap::new();
    for (table, ids) in keys {
        let rows = tx.rows_as_text(table, &ids).await?.into_iter();
        let digest = |(id, columns): (String, BTreeMap<_, _>)| {
            (id, RowDigest::of(table, &columns.into_iter().collect::<Vec<_>>()))
        };
        digests.insert(table.to_owned(), rows.map(digest).collect());
    }
    Ok(digests)
}
