//! The only SQL on what was taken out of one person's data.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::privacy::ExtractId;

/// An export of one person's data.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ExtractRow {
    /// Id.
    pub id: String,
    /// About whom.
    pub account_id: String,
    /// Who asked.
    pub ordered_by: String,
    /// Why somebody else asked.
    pub reason: Option<String>,
    /// Word of the state.
    pub state: String,
    /// How many steps there are.
    pub steps: i64,
    /// How many are done.
    pub done: i64,
    /// How large it is.
    pub bytes: i64,
    /// When it was asked for.
    pub asked_at: i64,
    /// Until when it is kept.
    pub ends_at: Option<i64>,
}

const EXTRACT: &str = "select id, account_id, ordered_by, reason, state, steps, done, bytes,
        asked_at, ends_at from person_export";

pub async fn find(reader: &Reader, id: ExtractId) -> Result<Option<ExtractRow>, Fault> {
    reader.maybe(&format!("{EXTRACT} where id = $1"), [id.to_string().into()]).await
}

/// What somebody ordered about an account, the newest first.
pub async fn ordered(
    reader: &Reader,
    (account, by): (AccountId, AccountId),
    limit: i64,
) -> Result<Vec<ExtractRow>, Fault> {
    let sql = format!(
        "{EXTRACT} where account_id = $1 and ordered_by = $2 order by asked_at desc, id desc limit $3"
    );
    let values: [Value; 3] = [account.to_string().into(), by.to_string().into(), limit.into()];
    reader.rows(&sql, values).await
}

/// How many of what somebody ordered are under way.
pub async fn under_way(reader: &Reader, by: AccountId) -> Result<i64, Fault> {
    let sql = "select count(*) from person_export
        where ordered_by = $1 and state in ('waiting', 'packing')";
    reader.number(sql, [by.to_string().into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    (account, by): (AccountId, AccountId),
    reason: Option<&str>,
) -> Result<ExtractId, Failure> {
    let sql = "insert into person_export (id, account_id, ordered_by, reason, state, steps, done,
            bytes, asked_at) values ($1, $2, $3, $4, 'waiting', 0, 0, 0, $5)";
    let id = ExtractId::new(tx.at());
    let values: [Value; 5] = [
        id.to_string().into(),
        account.to_string().into(),
        by.to_string().into(),
        reason.map(str::to_owned).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn is_packed(
    tx: &mut Tx,
    id: ExtractId,
    (done, steps): (i64, i64),
) -> Result<(), Failure> {
    let sql = "update person_export set state = 'packing', done = $2, steps = $3 where id = $1";
    tx.run(sql, [id.to_string().into(), done.into(), steps.into()]).await.map(drop)
}

pub async fn is_ready(
    tx: &mut Tx,
    id: ExtractId,
    (bytes, ends): (i64, Instant),
) -> Result<(), Failure> {
    let sql = "update person_export set state = 'ready', bytes = $2, ends_at = $3, done = steps
        where id = $1";
    tx.run(sql, [id.to_string().into(), bytes.into(), ends.millis().into()]).await.map(drop)
}

pub async fn end(tx: &mut Tx, id: ExtractId, state: &'static str) -> Result<(), Failure> {
    let sql = "update person_export set state = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), state.into()]).await.map(drop)
}

/// What was kept long enough.
pub async fn over(reader: &Reader, now: Instant) -> Result<Vec<ExtractRow>, Fault> {
    let sql = format!("{EXTRACT} where state = 'ready' and ends_at <= $1");
    reader.rows(&sql, [now.millis().into()]).await
}

/// Forgets what has no file any more, of before a moment; how many.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64, Failure> {
    let sql = "delete from person_export where state in ('swept', 'failed') and asked_at < $1";
    tx.run(sql, [before.millis().into()]).await
}

/// Every export of somebody's data.
pub async fn of_account(reader: &Reader, account: AccountId) -> Result<Vec<ExtractId>, Fault> {
    let sql = format!("{EXTRACT} where account_id = $1");
    let rows: Vec<ExtractRow> = reader.rows(&sql, [account.to_string().into()]).await?;
    rows.into_iter().map(|row| Ok(row.id.parse()?)).collect()
}
