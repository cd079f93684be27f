//! Opening the pools: one writer, several readers, each with its settings.

use std::time::Duration;

use kernel::Fault;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, Connection, Row};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use crate::{Address, Engine};

/// How long a request waits for a connection before it is told that the database is away.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) async fn writer(engine: Engine, url: &str) -> Result<DatabaseConnection, Fault> {
    let connections = match engine {
        Engine::Sqlite => 1,
        Engine::Postgres => 4,
    };
    connect(engine, url, connections, |sqlite| sqlite.create_if_missing(true)).await
}

pub(crate) async fn readers(
    engine: Engine,
    address: &Address,
) -> Result<DatabaseConnection, Fault> {
    connect(engine, &address.url, address.readers, |sqlite| sqlite.pragma("query_only", "on")).await
}

async fn connect(
    engine: Engine,
    url: &str,
    connections: u32,
    role: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection, Fault> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .sqlx_logging(false)
        .test_before_acquire(false);
    match engine {
        Engine::Sqlite => {
            options.idle_timeout(None).max_lifetime(None);
            options.map_sqlx_sqlite_opts(move |sqlite| role(durable(sqlite)));
            options.map_sqlx_sqlite_before_acquire(|connection, _| {
                Box::pin(is_outside_a_transaction(connection))
            });
        }
        Engine::Postgres => {
            options.map_sqlx_postgres_opts(planned);
            options
                .map_sqlx_postgres_before_acquire(|connection, _| Box::pin(can_write(connection)));
        }
    }
    Ok(Database::connect(options).await?)
}

/// The settings that the promise "acknowledged means kept" rests on.
fn durable(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("mmap_size", "0")
        .pragma("cache_size", "-8192")
        .pragma("temp_store", "memory")
        .pragma("trusted_schema", "off")
        .pragma("secure_delete", "on")
}

/// A prepared statement is planned anew for the values it is given. By its sixth run the server would keep
/// one plan for all values, made for a contest of middling size: the greatest, fifty times as big, was
/// walked whole for a page of fifty. Compiling costs more than any of our statements takes.
fn planned(options: PgConnectOptions) -> PgConnectOptions {
    options.options([("plan_cache_mode", "force_custom_plan"), ("jit", "off")])
}

/// On a full disk SQLite rolls a transaction back by itself. The rollback that follows fails, and sqlx
/// counts the transaction as open ever after: whatever is acknowledged later would be a part of it, and
/// never reach the disk. Such a connection is thrown away. Rollbacks in the queue are done by now: the
/// pool waits for them before it takes a connection back.
async fn is_outside_a_transaction(
    connection: &mut sqlx::SqliteConnection,
) -> Result<bool, sqlx::Error> {
    Ok(!connection.is_in_transaction())
}

/// After a failover pooled connections may stay on a demoted server, where reads work and every write
/// fails; such a connection is thrown away.
async fn can_write(connection: &mut sqlx::PgConnection) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("show transaction_read_only").fetch_one(connection).await?;
    Ok(row.get::<String, _>(0) == "off")
}
