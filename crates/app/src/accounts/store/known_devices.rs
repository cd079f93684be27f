//! The only SQL on the table of known devices.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use store::{Reader, Tx};

/// Notes that a device was used; says how many rows that changed.
pub async fn set_seen(tx: &mut Tx, account: AccountId, token_digest: &str) -> Result<u64, Failure> {
    let sql = "update known_device set seen_at = $3 where account_id = $1 and token_digest = $2";
    let at = tx.at().millis();
    tx.run(sql, [account.to_string().into(), token_digest.into(), at.into()]).await
}

pub async fn count_of(reader: &Reader, account: AccountId) -> Result<i64, Fault> {
    let sql = "select count(*) from known_device where account_id = $1";
    reader.number(sql, [account.to_string().into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    id: &str,
    account: AccountId,
    token_digest: &str,
) -> Result<(), Failure> {
    let sql = "insert into known_device (id, account_id, token_digest, created_at, seen_at)
        values ($1, $2, $3, $4, $4)";
    let at = tx.at().millis();
    let values = [id.into(), account.to_string().into(), token_digest.into(), at.into()];
    tx.run(sql, values).await.map(drop)
}

/// Deletes what was last seen at `before` or earlier.
pub async fn delete_old(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    let sql = "delete from known_device where seen_at <= $1";
    tx.run(sql, [before.millis().into()]).await.map(drop)
}
