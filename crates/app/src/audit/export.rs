//! Export of the ledger for any verifier: lines of canonical JSON, see `crates/ledger/FORMAT.md`.

use std::io::Write;

use ::store::{Reader, Schema, Store, copy};
use kernel::Fault;
use ledger::export::{Line, StoredRow};

use super::{seal, store};
use crate::frame::keys::Keys;

/// Writes the whole ledger with the rows that it protects, one line after the other; the memory needed
/// does not grow with the ledger.
///
/// # Errors
/// The database is away, or `out` cannot be written.
pub async fn write(store: &Store, keys: &Keys, out: &mut impl Write) -> Result<(), Fault> {
    let reader = store.snapshot().await?;
    writeln!(out, "{}", Line::Header(seal::verify_key(keys)?))?;
    for row in store::checkpoints(&reader).await? {
        writeln!(out, "{}", Line::Checkpoint(row.note))?;
    }
    let mut next = i64::MIN;
    loop {
        let batch = store::stored_from(&reader, next, 1_000).await?;
        let Some(last) = batch.last() else { break };
        next = last.seq + 1;
        for entry in batch {
            writeln!(out, "{}", Line::Entry(entry))?;
        }
    }
    write_rows(&reader, store.schema(), out).await
}

async fn write_rows(reader: &Reader, schema: &Schema, out: &mut impl Write) -> Result<(), Fault> {
    for table in schema.protected() {
        let mut after = None;
        loop {
            let rows = copy::rows_after(reader, table, after.as_ref()).await?;
            let Some(last) = rows.last() else { break };
            after = Some(table.key_value(last)?);
            for row in rows {
                let id = row.get(table.key()).cloned().flatten().unwrap_or_default();
                let filled = row.into_iter().filter_map(|(name, text)| Some((name, text?)));
                let row = StoredRow { table: table.name.clone(), id, columns: filled.collect() };
                writeln!(out, "{}", Line::Row(row))?;
            }
        }
    }
    Ok(())
}
