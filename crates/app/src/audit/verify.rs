//! Verifying: does the database still say what the ledger saw?

use ::store::copy;
use ::store::{Reader, Schema, Store};
use kernel::Fault;
use ledger::audit::{Anchors, RowAudit};
use ledger::event::RowDigest;
use ledger::finding::Finding;

use super::{seal, store};
use crate::frame::keys::Keys;

/// Entries read at once.
const BATCH: i64 = 2_000;

/// What a verification found, and over how much.
pub struct Verdict {
    /// Entries of the log.
    pub entries: u64,
    /// Checkpoints compared, those from outside included.
    pub checkpoints: usize,
    /// Protected rows compared.
    pub rows: u64,
    /// What is wrong; empty when all is as the log says.
    pub findings: Vec<Finding>,
}

/// Compares the whole database with the ledger. `outside` are checkpoints that others kept: only with
/// one of them does a database that was set back to an earlier state show.
///
/// # Errors
/// The database is away.
pub async fn verify(store: &Store, keys: &Keys, outside: &[String]) -> Result<Verdict, Fault> {
    let reader = store.snapshot().await?;
    let mut anchors = Anchors::new(seal::verify_key(keys)?);
    let stored = store::checkpoints(&reader).await?;
    for note in stored.iter().map(|row| &row.note).chain(outside) {
        anchors.checkpoint(note);
    }
    let mut audit = anchors.entries();
    let (mut next, mut entries) = (i64::MIN, 0);
    loop {
        let batch = store::stored_from(&reader, next, BATCH).await?;
        let Some(last) = batch.last() else { break };
        next = last.seq + 1;
        entries += batch.len() as u64;
        batch.iter().for_each(|entry| audit.entry(entry));
    }
    let mut audit = audit.rows();
    let rows = compare_rows(&reader, store.schema(), &mut audit).await?;
    let checkpoints = stored.len() + outside.len();
    Ok(Verdict { entries, checkpoints, rows, findings: audit.finish() })
}

async fn compare_rows(
    reader: &Reader,
    schema: &Schema,
    audit: &mut RowAudit,
) -> Result<u64, Fault> {
    let mut count = 0;
    for table in schema.protected() {
        let mut after = None;
        loop {
            let rows = copy::rows_after(reader, table, after.as_ref()).await?;
            let Some(last) = rows.last() else { break };
            after = Some(table.key_value(last)?);
            for row in &rows {
                let id = row.get(table.key()).cloned().flatten().unwrap_or_default();
                let columns: Vec<_> =
                    row.iter().map(|(name, text)| (name, text.as_ref())).collect();
                audit.row(&table.name, &id, RowDigest::of(&table.name, &columns));
            }
            count += rows.len() as u64;
        }
    }
    Ok(count)
}
