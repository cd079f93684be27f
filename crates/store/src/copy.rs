//! A database as text: every table, every row, alike on both engines. What back-up and restore carry.

use std::collections::BTreeMap;

use kernel::{Failure, Fault};
use sea_orm::ConnectionTrait;

use crate::{Reader, Schema, Store, Table, Value};

/// A row of any table, each column as text.
pub type TextRow = BTreeMap<String, Option<String>>;

/// How many rows travel at once.
pub const BATCH: i64 = 500;

/// The next rows of a table in the order of its key, after the row whose key is `after`.
///
/// # Errors
/// The database is away.
pub async fn rows_after(
    reader: &Reader,
    table: &Table,
    after: Option<&Value>,
) -> Result<Vec<TextRow>, Fault> {
    // The bare name would mean the column as text, and "10" come before "9".
    let (select, key) = (table.select_as_text(), format!("{}.{}", table.name, table.key()));
    let found = match after {
        None => {
            let sql = format!("{select} order by {key} limit {BATCH}");
            reader.raw_rows(&sql, []).await?
        }
        Some(last) => {
            let sql = format!("{select} where {key} > $1 order by {key} limit {BATCH}");
            reader.raw_rows(&sql, [last.clone()]).await?
        }
    };
    found.iter().map(|row| table.text_of(row)).collect()
}

/// How many rows each table has.
///
/// # Errors
/// The database is away.
pub async fn row_counts(store: &Store) -> Result<Vec<(String, i64)>, Fault> {
    let mut counts = Vec::new();
    for table in store.schema().tables() {
        let sql = format!("select count(*) from {}", table.name);
        counts.push((table.name.clone(), store.number(&sql, []).await?));
    }
    Ok(counts)
}

/// Whether no table but the book of migrations has a row.
///
/// # Errors
/// The database is away.
pub async fn is_empty(store: &Store) -> Result<bool, Fault> {
    let counts = row_counts(store).await?;
    Ok(counts.iter().all(|(table, rows)| table == "migration" || *rows == 0))
}

impl crate::Tx {
    /// Writes a row as it was read by [`rows_after`]. Only for restoring: the ledger that knows of the
    /// row is restored with it.
    ///
    /// # Errors
    /// The row does not fit the table.
    pub async fn restore_row(&mut self, table: &str, row: &TextRow) -> Result<(), Failure> {
        let (sql, values) = insertion(self.schema(), table, row)?;
        let statement = self.statement(&sql, values);
        self.open_transaction()?.execute_raw(statement).await?;
        Ok(())
    }
}

fn insertion(schema: &Schema, table: &str, row: &TextRow) -> Result<(String, Vec<Value>), Fault> {
    let table = schema.table(table)?;
    if row.keys().any(|name| table.columns.iter().all(|column| column.name != *name)) {
        return Err(Fault::new(format!("a row of {} has a column that is not there", table.name)));
    }
    let value =
        |column: &crate::Column| column.value_of(row.get(&column.name).and_then(Option::as_deref));
    let values = table.columns.iter().map(value).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
    let (names, places) = (names.join(", "), places.join(", "));
    Ok((format!("insert into {} ({names}) values ({places})", table.name), values))
}
