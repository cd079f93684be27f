//! Many units at once: what an import must know, and how it writes.

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

/// Values in one statement; SQLite takes 32,766 and PostgreSQL 65,535.
const MOST_VALUES: usize = 8_000;

/// A unit as an import must know it, under its newest name.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KnownUnit {
    pub id: String,
    pub code: Option<String>,
    pub kind: String,
    pub name: String,
    pub founded_on: Option<String>,
    pub abolished_on: Option<String>,
}

pub async fn known_units(reader: &Reader) -> Result<Vec<KnownUnit>, Fault> {
    let sql = "select u.id, u.code, u.kind, n.name, u.founded_on, u.abolished_on
        from unit u join unit_name n on n.unit_id = u.id and n.until_day is null order by u.id";
    reader.rows(sql, []).await
}

/// A unit's parent that has not ended.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KnownParent {
    pub unit_id: String,
    pub parent_id: String,
}

pub async fn known_parents(reader: &Reader) -> Result<Vec<KnownParent>, Fault> {
    let sql = "select p.unit_id, p.parent_id from unit_parent p join unit u on u.id = p.unit_id
        where p.until_day is null or p.until_day = u.abolished_on order by p.id";
    reader.rows(sql, []).await
}

/// A unit's alias.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KnownAlias {
    pub unit_id: String,
    pub alias: String,
    pub folded: String,
}

pub async fn known_aliases(reader: &Reader) -> Result<Vec<KnownAlias>, Fault> {
    reader.rows("select unit_id, alias, folded from unit_alias order by folded, id", []).await
}

/// Rows for one table, column by column as named.
pub struct ImportRows {
    table: &'static str,
    columns: &'static [&'static str],
    values: Vec<Value>,
}

impl ImportRows {
    /// No rows yet.
    pub fn new(table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { table, columns, values: Vec::new() }
    }

    /// One more row.
    pub fn push(&mut self, row: impl IntoIterator<Item = Value>) {
        self.values.extend(row);
    }
}

/// Writes the rows in as few statements as the engines take.
pub async fn insert_many(tx: &mut Tx, rows: ImportRows) -> Result<(), Failure> {
    let width = rows.columns.len();
    let columns = rows.columns.join(", ");
    for part in rows.values.chunks(MOST_VALUES / width * width) {
        let tuple = |row: usize| {
            let places: Vec<String> =
                (1..=width).map(|column| format!("${}", row * width + column)).collect();
            format!("({})", places.join(", "))
        };
        let tuples: Vec<String> = (0..part.len() / width).map(tuple).collect();
        let sql = format!("insert into {} ({columns}) values {}", rows.table, tuples.join(", "));
        tx.run(&sql, part.to_vec()).await?;
    }
    Ok(())
}
