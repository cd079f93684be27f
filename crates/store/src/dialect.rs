//! Every unavoidable difference between SQLite and PostgreSQL, each a named function.

use kernel::Fault;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr, SqlErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, sqlx,
};

/// The database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, possibly shared by several nodes.
    Postgres,
}

impl Engine {
    /// The engine that a URL names.
    ///
    /// # Errors
    /// The URL names neither engine.
    pub fn of(url: &str) -> Result<Self, Fault> {
        match url.split(':').next() {
            Some("sqlite") => Ok(Self::Sqlite),
            Some("postgres" | "postgresql") => Ok(Self::Postgres),
            _ => Err(Fault::new(
                "the database URL must begin with sqlite: or postgres:, \
                 e.g. postgres://hoithi@localhost/hoithi",
            )),
        }
    }

    pub(crate) fn backend(self) -> DbBackend {
        match self {
            Self::Sqlite => DbBackend::Sqlite,
            Self::Postgres => DbBackend::Postgres,
        }
    }

    /// The function that tells where a text stands in another one, 1 for its beginning, 0 for nowhere: half as dear
    /// as a pattern where a hundred thousand texts are read.
    pub(crate) const fn position_of(self) -> &'static str {
        match self {
            Self::Sqlite => "instr",
            Self::Postgres => "strpos",
        }
    }

    /// `sqlite` or `postgres`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// First key of the advisory locks that hoithi takes; any number that no neighbour uses.
const LOCK_WRITER: i64 = 0x686f_6974_6869;

/// Begins the one write transaction. SQLite: IMMEDIATE, on the only writer connection. PostgreSQL: an
/// advisory lock, so that "look, decide, write" and the ledger see one order on both engines.
pub(crate) async fn begin(
    engine: Engine,
    writer: &DatabaseConnection,
) -> Result<DatabaseTransaction, Fault> {
    let tx = writer
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        })
        .await?;
    if engine == Engine::Postgres {
        let lock = "select pg_advisory_xact_lock($1)";
        let statement =
            Statement::from_sql_and_values(engine.backend(), lock, [LOCK_WRITER.into()]);
        tx.execute_raw(statement).await?;
    }
    Ok(tx)
}

/// Begins a transaction that sees one state of the database however long it reads.
pub(crate) async fn begin_snapshot(
    engine: Engine,
    pool: &DatabaseConnection,
) -> Result<DatabaseTransaction, Fault> {
    let isolation = match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(sea_orm::IsolationLevel::RepeatableRead),
    };
    let options = TransactionOptions {
        isolation_level: isolation,
        sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
        ..TransactionOptions::default()
    };
    Ok(pool.begin_with_options(options).await?)
}

/// Refuses SQLite libraries whose write-ahead log can be corrupted by concurrent checkpoints
/// (3.7.0 to 3.51.2; 3.52.0 was withdrawn).
pub(crate) async fn refuse_defective(
    engine: Engine,
    writer: &DatabaseConnection,
) -> Result<(), Fault> {
    if engine == Engine::Postgres {
        return Ok(());
    }
    let statement = Statement::from_string(engine.backend(), "select sqlite_version() as version");
    let row = writer.query_one_raw(statement).await?;
    let version: String =
        row.ok_or_else(|| Fault::new("SQLite names no version"))?.try_get("", "version")?;
    if sqlite_is_sound(&version) {
        return Ok(());
    }
    Err(Fault::new(format!("SQLite {version} can corrupt its write-ahead log; 3.51.3 is needed")))
}

fn sqlite_is_sound(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    let [major, minor, patch] = parts[..] else { return false };
    (major, minor, patch) >= (3, 51, 3) && (major, minor, patch) != (3, 52, 0)
}

/// Columns of the live database as `table_name, column_name, type_name`, in the order of creation.
pub(crate) fn columns_sql(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "select m.name as table_name, p.name as column_name, lower(p.type) as type_name
             from sqlite_master m, pragma_table_info(m.name) p
             where m.type = 'table' and m.name not like 'sqlite_%'
             order by m.rowid, p.cid"
        }
        Engine::Postgres => {
            "select c.relname::text as table_name, a.attname::text as column_name,
                    format_type(a.atttypid, null) as type_name
             from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
               and a.attnum > 0 and not a.attisdropped
             order by c.oid, a.attnum"
        }
    }
}

/// Foreign keys as `table_name, column_name`, and indexes' leading columns likewise; for the test that
/// demands an index on each foreign key.
pub fn foreign_keys_sql(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "select m.name as table_name, f.\"from\" as column_name
             from sqlite_master m, pragma_foreign_key_list(m.name) f
             where m.type = 'table' order by 1, 2"
        }
        Engine::Postgres => {
            "select conrelid::regclass::text as table_name, a.attname::text as column_name
             from pg_constraint c
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
             where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
             order by 1, 2"
        }
    }
}

/// The first column of each index (primary keys and unique constraints too).
pub fn leading_index_columns_sql(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "select m.name as table_name, c.name as column_name
             from sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c
             where m.type = 'table' and c.seqno = 0 order by 1, 2"
        }
        Engine::Postgres => {
            "select i.indrelid::regclass::text as table_name, a.attname::text as column_name
             from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
             join pg_class c on c.oid = i.indrelid
             where c.relnamespace = current_schema()::regnamespace order by 1, 2"
        }
    }
}

/// Sound or not, by the engine's own judgement: no row, or rows that say what is wrong.
pub fn integrity_sql(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Sqlite => &[
            "select integrity_check as finding from pragma_integrity_check
             where integrity_check <> 'ok'",
            "select 'foreign key of ' || \"table\" || ' row ' || rowid as finding
             from pragma_foreign_key_check",
        ],
        Engine::Postgres => {
            &["select 'constraint not valid: ' || conname as finding from pg_constraint
             where not convalidated and connamespace = current_schema()::regnamespace"]
        }
    }
}

/// Whether a statement failed because somebody else already wrote the same unique value.
pub fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Why a database cannot do what it was asked, through no fault of the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// It cannot be reached.
    Away,
    /// Its disk is full.
    Full,
    /// It may only be read.
    ReadOnly,
    /// Its disk has failed to keep what it was given. What it holds in memory can no longer be
    /// trusted, so the node stops.
    Broken,
}

/// What is the matter with the database, if that is why something failed.
pub fn outage(fault: &Fault) -> Option<Outage> {
    match fault.cause::<DbErr>()? {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Some(Outage::Away),
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
            match &**error {
                sqlx::Error::Database(error) => outage_of_code(&error.code()?),
                sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                    Some(Outage::Away)
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// SQLite gives its extended result code in decimal, PostgreSQL a SQLSTATE of five characters.
fn outage_of_code(code: &str) -> Option<Outage> {
    if code.len() == 5 {
        return match code {
            "53100" => Some(Outage::Full),
            "25006" => Some(Outage::ReadOnly),
            _ if code.starts_with("08") || code.starts_with("57P") => Some(Outage::Away),
            _ => None,
        };
    }
    match code.parse::<u32>().ok()? & 0xff {
        8 => Some(Outage::ReadOnly),
        10 => Some(Outage::Broken),
        13 => Some(Outage::Full),
        14 => Some(Outage::Away),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_engines_are_understood() {
        let check = |code: &str, expect: Option<Outage>| {
            assert_eq!(outage_of_code(code), expect, "{code}");
        };
        check("13", Some(Outage::Full));
        check("1034", Some(Outage::Broken)); // SQLITE_IOERR_FSYNC
        check("1032", Some(Outage::ReadOnly)); // SQLITE_READONLY_DBMOVED
        check("2067", None); // SQLITE_CONSTRAINT_UNIQUE
        check("53100", Some(Outage::Full));
        check("57P01", Some(Outage::Away));
        check("08006", Some(Outage::Away));
        check("23505", None);
    }

    #[test]
    fn defective_libraries_are_known() {
        let check = |version: &str, expect: bool| {
            assert_eq!(sqlite_is_sound(version), expect, "{version}");
        };
        check("3.40.1", false);
        check("3.51.2", false);
        check("3.51.3", true);
        check("3.52.0", false);
        check("3.53.1", true);
        check("four", false);
    }

    #[test]
    fn an_url_names_its_engine() {
        assert_eq!(Engine::of("sqlite:///x").unwrap(), Engine::Sqlite);
        assert_eq!(Engine::of("postgresql://h/d").unwrap(), Engine::Postgres);
        assert!(Engine::of("mysql://h/d").is_err());
    }
}
