//! The only SQL on personal data as such: here on runs over what need not be kept.

pub mod about;
pub mod erasing;
pub mod erasures;
pub mod extracts;

use std::collections::BTreeMap;

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::RunId;
use super::class::Class;

/// A run.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RunRow {
    /// Name of who confirmed it; nothing: it is the round of a day.
    pub ordered_by: Option<String>,
    /// When.
    pub ordered_at: i64,
    /// How many of each class went so far; JSON.
    gone: String,
    /// When it had done all.
    pub ended_at: Option<i64>,
}

impl RunRow {
    /// How many of each class went so far, by the word of the class.
    pub fn gone(&self) -> Result<BTreeMap<String, i64>, Fault> {
        Ok(serde_json::from_str(&self.gone)?)
    }
}

const RUN: &str = "select a.name as ordered_by, r.ordered_at, r.gone, r.ended_at
    from retention_run r left join account a on a.id = r.ordered_by";

pub async fn run(reader: &Reader, id: RunId) -> Result<Option<RunRow>, Fault> {
    reader.maybe(&format!("{RUN} where r.id = $1"), [id.to_string().into()]).await
}

/// The newest runs.
pub async fn runs(reader: &Reader, limit: i64) -> Result<Vec<RunRow>, Fault> {
    let sql = format!("{RUN} order by r.ordered_at desc, r.id desc limit $1");
    reader.rows(&sql, [limit.into()]).await
}

/// How many runs still work.
pub async fn under_way(reader: &Reader) -> Result<i64, Fault> {
    reader.number("select count(*) from retention_run where ended_at is null", []).await
}

pub async fn insert_run(tx: &mut Tx, account: Option<AccountId>) -> Result<RunId, Failure> {
    let sql =
        "insert into retention_run (id, ordered_by, ordered_at, gone) values ($1, $2, $3, '{}')";
    let id = RunId::new(tx.at());
    let account = account.map(|id| id.to_string());
    tx.run(sql, [id.to_string().into(), account.into(), tx.at().millis().into()]).await?;
    Ok(id)
}

/// Counts what went by a run.
pub async fn count_gone(
    tx: &mut Tx,
    id: RunId,
    (class, count): (Class, i64),
) -> Result<(), Failure> {
    let row = run(tx, id).await?.ok_or_else(|| Fault::new("a run has a row"))?;
    let mut gone = row.gone()?;
    *gone.entry(class.code().to_owned()).or_default() += count;
    let gone = serde_json::to_string(&gone).map_err(Fault::from)?;
    let sql = "update retention_run set gone = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), gone.into()]).await.map(drop)
}

pub async fn end_run(tx: &mut Tx, id: RunId) -> Result<(), Failure> {
    let sql = "update retention_run set ended_at = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), tx.at().millis().into()]).await.map(drop)
}

/// When something was looked through.
pub async fn marked_at(reader: &Reader, name: &str) -> Result<Option<i64>, Fault> {
    #[derive(FromQueryResult)]
    struct AtRow {
        at: i64,
    }
    let sql = "select at from retention_mark where name = $1";
    let row: Option<AtRow> = reader.maybe(sql, [name.into()]).await?;
    Ok(row.map(|row| row.at))
}

pub async fn mark(tx: &mut Tx, name: &str) -> Result<(), Failure> {
    let sql = "insert into retention_mark (name, at) values ($1, $2)
        on conflict (name) do update set at = excluded.at";
    tx.run(sql, [name.into(), tx.at().millis().into()]).await.map(drop)
}
