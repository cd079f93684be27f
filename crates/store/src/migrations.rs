//! Migrations: dated, forward-only, plain SQL, one text for both engines.

use kernel::{Fault, Instant};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, QueryResult, Statement};
use sha2::{Digest, Sha256};

use crate::{Engine, dialect};

/// A migration: its name and its text. A released one never changes.
pub type Migration = (&'static str, &'static str);

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        /// All migrations in order.
        pub const ALL: &[Migration] =
            &[$(($name, include_str!(concat!("../../../migrations/", $name, ".sql")))),*];
    };
}

migrations!(
    "2026-11-21-01-ledger",
    "2026-11-21-02-jobs",
    "2026-11-21-03-units",
    "2026-11-21-04-accounts",
    "2026-11-21-05-addresses-devices",
    "2026-11-21-06-papers",
    "2026-11-21-07-contests",
    "2026-11-21-08-tasks",
    "2026-11-21-09-reviews",
    "2026-11-21-10-reports",
    "2026-11-21-11-ledger-subjects",
    "2026-11-21-12-notices",
    "2026-11-21-13-mailings",
    "2026-11-21-14-publicity",
    "2026-11-21-15-overview-indexes",
    "2026-11-21-16-report-levels",
    "2026-11-21-17-progress",
    "2026-11-21-18-publicity-progress",
    "2026-11-21-19-report-bounds",
    "2026-11-21-20-news",
    "2026-11-21-21-country-indexes",
    "2026-11-21-22-mailing-search",
    "2026-11-21-23-dossiers",
    "2026-11-21-24-uploads",
    "2026-11-21-25-authors",
    "2026-11-21-26-prior-art",
    "2026-11-22-27-reception",
    "2026-11-22-28-register",
    "2026-11-22-29-conversations",
    "2026-11-22-30-privacy",
    "2026-11-22-31-bytes-later",
    "2026-11-22-32-quick-lists",
    "2026-11-22-33-signed-sheets",
    "2026-11-22-34-dossier-import",
    "2026-11-22-35-rebases",
    "2026-11-22-36-attachments",
    "2026-11-22-37-counted-lists",
    "2026-11-22-40-renditions",
    "2026-11-22-41-rubrics",
    "2026-11-22-42-councils",
    "2026-11-22-43-second-markings",
    "2026-11-22-44-awards",
    "2026-11-22-45-paper-sheets",
    "2026-11-22-46-certificates"
);

const BOOK: &str = "create table if not exists migration (
    name text primary key, digest text not null, applied_at bigint not null)";

/// Applies what is missing, each migration in a transaction of its own.
///
/// # Errors
/// The database holds a migration that this program does not know (it was written by a newer hoithi),
/// or one whose text was different.
pub async fn apply(engine: Engine, writer: &DatabaseConnection, at: Instant) -> Result<(), Fault> {
    let tx = dialect::begin(engine, writer).await?;
    tx.execute_unprepared(BOOK).await?;
    let applied = applied(engine, &tx).await?;
    tx.commit().await?;
    refuse_foreign(&applied)?;
    for migration in ALL.iter().filter(|(name, _)| !applied.iter().any(|(done, _)| done == name)) {
        apply_one(engine, writer, *migration, at).await?;
    }
    Ok(())
}

async fn apply_one(
    engine: Engine,
    writer: &DatabaseConnection,
    (name, text): Migration,
    at: Instant,
) -> Result<(), Fault> {
    let tx = dialect::begin(engine, writer).await?;
    if applied(engine, &tx).await?.iter().any(|(done, _)| done == name) {
        return Ok(()); // another node was quicker
    }
    tx.execute_unprepared(text).await?;
    let sql = "insert into migration (name, digest, applied_at) values ($1, $2, $3)";
    let values = [name.into(), digest(text).into(), at.millis().into()];
    tx.execute_raw(Statement::from_sql_and_values(engine.backend(), sql, values)).await?;
    tx.commit().await?;
    tracing::info!(migration = name, "migration {name} applied");
    Ok(())
}

async fn applied(engine: Engine, tx: &DatabaseTransaction) -> Result<Vec<(String, String)>, Fault> {
    let sql = "select name, digest from migration order by name";
    let rows = tx.query_all_raw(Statement::from_string(engine.backend(), sql)).await?;
    let pair = |row: &QueryResult| Ok((row.try_get("", "name")?, row.try_get("", "digest")?));
    rows.iter().map(pair).collect()
}

fn refuse_foreign(applied: &[(String, String)]) -> Result<(), Fault> {
    for (name, stored) in applied {
        let Some((_, text)) = ALL.iter().find(|(known, _)| known == name) else {
            return Err(Fault::new(format!(
                "the database holds migration {name}, which this hoithi does not know: \
                 it was written by a newer one; start that one"
            )));
        };
        if *stored != digest(text) {
            return Err(Fault::new(format!(
                "the text of migration {name} was different when it ran"
            )));
        }
    }
    Ok(())
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
