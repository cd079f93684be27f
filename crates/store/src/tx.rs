//! Writing: the one transaction of a verb.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use kernel::{Failure, Fault, Instant, Refusal};
use sea_orm::ConnectionTrait;

use crate::dialect::Outage;
use crate::{Reader, Schema, Signals, Value, dialect};

/// A row of a protected table that a transaction has written, for the ledger.
pub type Touched = (String, String);

/// An open write transaction. Dropped without [`Tx::commit`], nothing of it has happened.
///
/// It keeps one promise by machine: a transaction that has written a protected table commits only
/// after the ledger has taken note of it.
pub struct Tx {
    reader: Reader,
    at: Instant,
    schema: Arc<Schema>,
    unrecorded: BTreeSet<String>,
    jobs_added: bool,
    signals: Arc<Signals>,
}

impl Tx {
    pub(crate) fn new(
        reader: Reader,
        at: Instant,
        schema: Arc<Schema>,
        signals: Arc<Signals>,
    ) -> Self {
        Self { reader, at, schema, unrecorded: BTreeSet::new(), jobs_added: false, signals }
    }

    /// The moment at which everything in this transaction happens.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// Tables and columns of the database.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Runs a statement that writes and says how many rows it changed.
    ///
    /// # Errors
    /// A unique value that somebody else has taken in the meantime is a refusal; all else a fault.
    pub async fn run(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, Failure> {
        let statement = self.reader.statement(sql, values);
        let done = self.reader.open_transaction()?.execute_raw(statement).await;
        let done = done.map_err(|error| match dialect::is_taken(&error) {
            true => Failure::from(Refusal::conflict("taken-meanwhile")),
            false => Failure::from(error),
        })?;
        // A statement that found nothing to change has written nothing.
        if done.rows_affected() > 0 {
            self.note_written(sql);
        }
        Ok(done.rows_affected())
    }

    /// The ledger has taken note of what was written to `table`.
    pub fn recorded(&mut self, table: &str) {
        self.unrecorded.remove(table);
    }

    /// A job was put into the queue; workers of this process are woken on commit.
    pub(crate) fn job_added(&mut self) {
        self.jobs_added = true;
    }

    /// Makes it so. Returns when it is on disk.
    ///
    /// # Errors
    /// The database could not keep it, or a protected table was written and not recorded.
    pub async fn commit(self) -> Result<(), Fault> {
        if let Some(table) = self.unrecorded.first() {
            return Err(Fault::new(format!(
                "{table} was written and the ledger knows nothing of it"
            )));
        }
        if let Err(fault) = self.reader.commit().await {
            if dialect::outage(&fault) == Some(Outage::Broken) {
                self.signals.break_down();
            }
            return Err(fault);
        }
        self.signals.edition.committed();
        if self.jobs_added {
            self.signals.job_waiting.notify_one();
        }
        Ok(())
    }

    /// Digest source of rows: their columns as text, by key; rows that are gone are left out.
    ///
    /// # Errors
    /// The table is unknown or the database is away.
    pub async fn rows_as_text(
        &self,
        table: &str,
        ids: &[&str],
    ) -> Result<BTreeMap<String, BTreeMap<String, Option<String>>>, Fault> {
        let key = self.schema.table(table)?.key();
        let rows = self.schema.rows_as_text(&self.reader, table, ids).await?;
        let by_key = |row: BTreeMap<String, Option<String>>| Some((row.get(key)?.clone()?, row));
        Ok(rows.into_iter().filter_map(by_key).collect())
    }

    fn note_written(&mut self, sql: &str) {
        if let Some(table) = written_table(sql)
            && self.schema.is_protected(table)
        {
            self.unrecorded.insert(table.to_owned());
        }
    }
}

impl Deref for Tx {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

/// The table that a statement writes. Our statements are written by us, in lower case, and begin with
/// what they do (`STYLE.md`, SQL).
fn written_table(sql: &str) -> Option<&str> {
    let mut words = sql.split_whitespace();
    match (words.next()?, words.next()?) {
        ("insert", "into") | ("delete", "from") => {
            words.next().map(|table| table.split('(').next().unwrap_or(table))
        }
        ("update", table) => Some(table),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_table_is_found() {
        let check =
            |sql: &str, expect: Option<&str>| assert_eq!(written_table(sql), expect, "{sql}");
        check("insert into unit (id) values ($1)", Some("unit"));
        check("insert into unit(id) values ($1)", Some("unit"));
        check("update\n  unit set code = $1", Some("unit"));
        check("delete from unit where id = $1", Some("unit"));
        check("select 1", None);
        check("", None);
    }
}
