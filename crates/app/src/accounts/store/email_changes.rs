//! The only SQL on the table of wanted addresses.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// An address that is wanted, under a link that is still good.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ChangeRow {
    /// Whose account.
    pub account_id: String,
    /// The wanted address.
    pub email: String,
}

/// The change of a token digest that ends after `now`.
pub async fn usable(
    reader: &Reader,
    token_digest: &str,
    now: Instant,
) -> Result<Option<ChangeRow>, Fault> {
    let sql = "select account_id, email from email_change
        where token_digest = $1 and expires_at > $2";
    reader.maybe(sql, [token_digest.into(), now.millis().into()]).await
}

/// A change asked for now, in place of an earlier one of the account.
pub async fn put(
    tx: &mut Tx,
    account: AccountId,
    email: &str,
    token_digest: &str,
    expires_at: Instant,
) -> Result<(), Failure> {
    delete_of(tx, account).await?;
    let sql = "insert into email_change (account_id, email, token_digest, created_at, expires_at)
        values ($1, $2, $3, $4, $5)";
    let values = [
        account.to_string().into(),
        email.into(),
        token_digest.into(),
        tx.at().millis().into(),
        expires_at.millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Deletes the change of an account; says how many there were.
pub async fn delete_of(tx: &mut Tx, account: AccountId) -> Result<u64, Failure> {
    let sql = "delete from email_change where account_id = $1";
    tx.run(sql, [account.to_string().into()]).await
}

pub async fn delete_expired(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    let sql = "delete from email_change where expires_at <= $1";
    tx.run(sql, [before.millis().into()]).await.map(drop)
}
