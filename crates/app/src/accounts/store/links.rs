//! The only SQL on the table of one-time links.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// A link that is still good.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LinkRow {
    /// Id of the link.
    pub id: String,
    /// `setup`, `invitation` or `reset`.
    pub purpose: String,
    /// Whose it is; nobody's for set-up.
    pub account_id: Option<String>,
}

/// The link of a token digest that is not used and ends after `now`.
pub async fn usable(
    reader: &Reader,
    token_digest: &str,
    now: Instant,
) -> Result<Option<LinkRow>, Fault> {
    let sql = "select id, purpose, account_id from one_time_link
        where token_digest = $1 and used_at is null and expires_at > $2";
    reader.maybe(sql, [token_digest.into(), now.millis().into()]).await
}

/// A link made now, by an account or by the installation itself.
pub async fn insert(
    tx: &mut Tx,
    row: &LinkRow,
    token_digest: &str,
    by: Option<AccountId>,
    expires_at: Instant,
) -> Result<(), Failure> {
    let sql = "insert into one_time_link
        (id, token_digest, purpose, account_id, created_by, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        row.id.clone().into(),
        token_digest.into(),
        row.purpose.clone().into(),
        row.account_id.clone().into(),
        by.map(|by| by.to_string()).into(),
        tx.at().millis().into(),
        expires_at.millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Deletes the links of one purpose and account, or those of nobody.
pub async fn delete_of(tx: &mut Tx, purpose: &str, account: Option<&str>) -> Result<(), Failure> {
    let sql = "delete from one_time_link where purpose = $1 and coalesce(account_id, '') = $2";
    tx.run(sql, [purpose.into(), account.unwrap_or("").into()]).await.map(drop)
}

/// Marks a link as used unless it was; says how many rows that changed.
pub async fn set_used(tx: &mut Tx, id: &str) -> Result<u64, Failure> {
    let sql = "update one_time_link set used_at = $2 where id = $1 and used_at is null";
    let at = tx.at().millis();
    tx.run(sql, [id.into(), at.into()]).await
}

pub async fn delete_expired(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    let sql = "delete from one_time_link where expires_at <= $1";
    tx.run(sql, [before.millis().into()]).await.map(drop)
}
