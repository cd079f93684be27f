//! The only SQL on the table of sign-ins that are under way without a password.

use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// A sign-in that is under way in one browser.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BeginningRow {
    /// Digest of the browser's token.
    pub token_digest: String,
    /// With what they want to sign in.
    pub login: String,
    /// What they say that they are called.
    pub name: String,
    /// The code that went by mail, sealed; nothing: none is right.
    pub sealed_code: Option<String>,
    /// How many codes were wrong.
    pub tries: i64,
    /// Where they wanted to go.
    pub onward: String,
}

/// What the token digest began that ends after `now`.
pub async fn live(
    reader: &Reader,
    token_digest: &str,
    now: Instant,
) -> Result<Option<BeginningRow>, Fault> {
    let sql = "select token_digest, login, name, sealed_code, tries, onward from beginning
        where token_digest = $1 and expires_at > $2";
    reader.maybe(sql, [token_digest.into(), now.millis().into()]).await
}

pub async fn insert(tx: &mut Tx, row: BeginningRow, expires_at: Instant) -> Result<(), Failure> {
    let sql = "insert into beginning
        (token_digest, login, name, sealed_code, tries, onward, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        row.token_digest.into(),
        row.login.into(),
        row.name.into(),
        row.sealed_code.into(),
        row.tries.into(),
        row.onward.into(),
        tx.at().millis().into(),
        expires_at.millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_tries(tx: &mut Tx, token_digest: &str, tries: i64) -> Result<(), Failure> {
    let sql = "update beginning set tries = $2 where token_digest = $1";
    tx.run(sql, [token_digest.into(), tries.into()]).await.map(drop)
}

pub async fn delete(tx: &mut Tx, token_digest: &str) -> Result<(), Failure> {
    let sql = "delete from beginning where token_digest = $1";
    tx.run(sql, [token_digest.into()]).await.map(drop)
}

/// Deletes all that is under way with a login, in whatever browser.
pub async fn delete_of(tx: &mut Tx, login: &str) -> Result<(), Failure> {
    tx.run("delete from beginning where login = $1", [login.into()]).await.map(drop)
}

pub async fn delete_expired(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    let sql = "delete from beginning where expires_at <= $1";
    tx.run(sql, [before.millis().into()]).await.map(drop)
}
