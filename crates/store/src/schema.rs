//! What tables and columns there are, and what each may be used for.

use std::collections::BTreeMap;

use kernel::Fault;
use sea_orm::FromQueryResult;

use crate::{Reader, Value, dialect};

/// The three column types that both engines share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// `text`
    Text,
    /// `bigint`
    Bigint,
    /// `boolean`
    Boolean,
}

/// A column of the live database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: ColumnType,
}

/// A table of the live database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in the order of creation; the first is the key.
    pub columns: Vec<Column>,
}

/// All tables, in the order in which they were made: a table comes after those that it refers to.
#[derive(Debug)]
pub struct Schema {
    tables: Vec<Table>,
    protected: Vec<&'static str>,
}

/// The class of every table and column; `migrations/columns.txt` says what the words mean.
const CLASSES: &str = include_str!("../../../migrations/columns.txt");

#[derive(FromQueryResult)]
struct ColumnRow {
    table_name: String,
    column_name: String,
    type_name: String,
}

/// Keys in one statement; far below what either engine takes.
const KEYS_AT_ONCE: usize = 500;

impl Schema {
    pub(crate) async fn load(reader: &Reader) -> Result<Self, Fault> {
        let rows: Vec<ColumnRow> = reader.rows(dialect::columns_sql(reader.engine()), []).await?;
        let mut tables: Vec<Table> = Vec::new();
        for row in rows {
            let column = Column { name: row.column_name, kind: column_type(&row.type_name)? };
            match tables.last_mut().filter(|table| table.name == row.table_name) {
                Some(table) => table.columns.push(column),
                None => tables.push(Table { name: row.table_name, columns: vec![column] }),
            }
        }
        Ok(Self { tables, protected: protected_tables() })
    }

    /// All tables in the order in which they were made.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Tables of which each change is in the ledger.
    pub fn protected(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(|table| self.is_protected(&table.name))
    }

    /// Whether each change of this table must be in the ledger.
    pub fn is_protected(&self, table: &str) -> bool {
        self.protected.contains(&table)
    }

    /// The class of each column as `(table, column, class)`, from the committed list.
    pub fn classes() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        declared().flat_map(|(table, _, columns)| {
            columns.split_whitespace().filter_map(move |entry| {
                let (column, class) = entry.split_once(':')?;
                Some((table, column, class))
            })
        })
    }

    /// The table of this name.
    ///
    /// # Errors
    /// There is none.
    pub fn table(&self, name: &str) -> Result<&Table, Fault> {
        let found = self.tables.iter().find(|table| table.name == name);
        found.ok_or_else(|| Fault::new(format!("no table {name}")))
    }

    /// The rows of these keys as text; those that are gone are left out.
    pub(crate) async fn rows_as_text(
        &self,
        reader: &Reader,
        table: &str,
        ids: &[&str],
    ) -> Result<Vec<BTreeMap<String, Option<String>>>, Fault> {
        let table = self.table(table)?;
        let mut found = Vec::with_capacity(ids.len());
        for part in ids.chunks(KEYS_AT_ONCE) {
            let places: Vec<String> = (1..=part.len()).map(|at| format!("${at}")).collect();
            let (select, key) = (table.select_as_text(), table.key());
            let sql = format!("{select} where {key} in ({})", places.join(", "));
            let rows = reader.raw_rows(&sql, part.iter().map(|id| Value::from(*id))).await?;
            for row in &rows {
                found.push(table.text_of(row)?);
            }
        }
        Ok(found)
    }
}

impl Table {
    /// The key column.
    pub fn key(&self) -> &str {
        self.columns.first().map_or("", |column| column.name.as_str())
    }

    /// The value of the key column in a row that was read as text.
    ///
    /// # Errors
    /// The row is of another table.
    pub fn key_value(&self, row: &BTreeMap<String, Option<String>>) -> Result<Value, Fault> {
        let column = self.columns.first().ok_or_else(|| Fault::new("a table without columns"))?;
        column.value_of(row.get(&column.name).and_then(Option::as_deref))
    }

    /// `select … from table` with every column as text, alike on both engines.
    pub fn select_as_text(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(Column::as_text).collect();
        format!("select {} from {}", columns.join(", "), self.name)
    }

    /// The columns of a row that [`Table::select_as_text`] selected.
    ///
    /// # Errors
    /// The row is of another table.
    pub fn text_of(
        &self,
        row: &sea_orm::QueryResult,
    ) -> Result<BTreeMap<String, Option<String>>, Fault> {
        let value = |column: &Column| Ok((column.name.clone(), row.try_get("", &column.name)?));
        self.columns.iter().map(value).collect()
    }
}

impl Column {
    fn as_text(&self) -> String {
        let name = &self.name;
        match self.kind {
            ColumnType::Text => name.clone(),
            ColumnType::Bigint => format!("cast({name} as text) as {name}"),
            ColumnType::Boolean => {
                format!("case when {name} then 'true' when not {name} then 'false' end as {name}")
            }
        }
    }

    /// The value that a text made by [`Table::select_as_text`] stands for.
    ///
    /// # Errors
    /// The text is no value of this column.
    pub fn value_of(&self, text: Option<&str>) -> Result<Value, Fault> {
        Ok(match self.kind {
            ColumnType::Text => text.map(str::to_owned).into(),
            ColumnType::Bigint => text.map(str::parse::<i64>).transpose()?.into(),
            ColumnType::Boolean => text.map(str::parse::<bool>).transpose()?.into(),
        })
    }
}

fn column_type(name: &str) -> Result<ColumnType, Fault> {
    match name {
        "text" => Ok(ColumnType::Text),
        "bigint" => Ok(ColumnType::Bigint),
        "boolean" => Ok(ColumnType::Boolean),
        other => Err(Fault::new(format!("column type {other} is not shared by both engines"))),
    }
}

fn protected_tables() -> Vec<&'static str> {
    declared().filter(|(_, guard, _)| *guard == "protected").map(|(table, ..)| table).collect()
}

/// Lines `table guard column:class …` of the committed list.
fn declared() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    CLASSES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(|line| {
        let (table, rest) = line.split_once(' ')?;
        let (guard, columns) = rest.trim_start().split_once(' ')?;
        Some((table, guard, columns))
    })
}
