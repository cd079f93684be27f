//! Reading: rows, one row, a number.

use kernel::Fault;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, FromQueryResult, QueryResult,
    Statement,
};

use crate::{Engine, dialect};

/// A value bound to `$1`, `$2`, … of a statement.
pub type Value = sea_orm::Value;

/// Something that can be read: the pool of readers, or an open transaction.
pub struct Reader {
    source: Source,
    engine: Engine,
}

enum Source {
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
}

impl Reader {
    pub(crate) fn pool(pool: DatabaseConnection, engine: Engine) -> Self {
        Self { source: Source::Pool(pool), engine }
    }

    pub(crate) fn transaction(tx: DatabaseTransaction, engine: Engine) -> Self {
        Self { source: Source::Transaction(tx), engine }
    }

    /// The engine behind this reader.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// All rows of a query.
    ///
    /// # Errors
    /// The database is away, or a row does not fit `T`.
    pub async fn rows<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, Fault> {
        let found = self.raw_rows(sql, values).await?;
        Ok(found.iter().map(|row| T::from_query_result(row, "")).collect::<Result<_, _>>()?)
    }

    /// The first row of a query, if it has one.
    ///
    /// # Errors
    /// The database is away, or the row does not fit `T`.
    pub async fn maybe<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<T>, Fault> {
        let statement = self.statement(sql, values);
        let row = match &self.source {
            Source::Pool(pool) => pool.query_one_raw(statement).await?,
            Source::Transaction(tx) => tx.query_one_raw(statement).await?,
        };
        Ok(row.map(|row| T::from_query_result(&row, "")).transpose()?)
    }

    /// The number in the first column of the first row; 0 when there is no row.
    ///
    /// # Errors
    /// The database is away, or the column is no bigint.
    pub async fn number(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<i64, Fault> {
        let rows = self.raw_rows(sql, values).await?;
        let Some(row) = rows.first() else { return Ok(0) };
        Ok(row.try_get_by_index::<Option<i64>>(0)?.unwrap_or(0))
    }

    /// All rows of a query as they come, for code that works on any table.
    ///
    /// # Errors
    /// The database is away.
    pub async fn raw_rows(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<QueryResult>, Fault> {
        let statement = self.statement(sql, values);
        Ok(match &self.source {
            Source::Pool(pool) => pool.query_all_raw(statement).await?,
            Source::Transaction(tx) => tx.query_all_raw(statement).await?,
        })
    }

    /// A reader that sees one state of the database until it is dropped.
    ///
    /// # Errors
    /// The database is away.
    pub async fn snapshot(&self) -> Result<Self, Fault> {
        match &self.source {
            Source::Pool(pool) => {
                let tx = dialect::begin_snapshot(self.engine, pool).await?;
                Ok(Self::transaction(tx, self.engine))
            }
            Source::Transaction(_) => Err(Fault::new("a snapshot begins outside a transaction")),
        }
    }

    pub(crate) fn statement(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Statement {
        Statement::from_sql_and_values(self.engine.backend(), sql, values)
    }

    pub(crate) fn open_transaction(&self) -> Result<&DatabaseTransaction, Fault> {
        match &self.source {
            Source::Transaction(tx) => Ok(tx),
            Source::Pool(_) => Err(Fault::new("writing needs a transaction")),
        }
    }

    pub(crate) async fn commit(self) -> Result<(), Fault> {
        match self.source {
            Source::Transaction(tx) => Ok(tx.commit().await?),
            Source::Pool(_) => Err(Fault::new("only a transaction can be committed")),
        }
    }

    pub(crate) async fn close(self) -> Result<(), Fault> {
        match self.source {
            Source::Pool(pool) => Ok(pool.close().await?),
            Source::Transaction(tx) => Ok(tx.rollback().await?),
        }
    }
}
