//! The only SQL on the tables of the second factor.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// The sealed secret of an account; without `confirmed_at` the set-up has only begun.
#[derive(FromQueryResult)]
pub struct SecretRow {
    pub sealed_secret: String,
    pub confirmed_at: Option<i64>,
}

pub async fn secret(reader: &Reader, account: AccountId) -> Result<Option<SecretRow>, Fault> {
    let sql = "select sealed_secret, confirmed_at from second_factor where account_id = $1";
    reader.maybe(sql, [account.to_string().into()]).await
}

pub async fn insert_secret(tx: &mut Tx, account: AccountId, sealed: &str) -> Result<(), Failure> {
    let sql = "insert into second_factor (account_id, sealed_secret) values ($1, $2)";
    tx.run(sql, [account.to_string().into(), sealed.into()]).await.map(drop)
}

pub async fn set_confirmed(tx: &mut Tx, account: AccountId) -> Result<(), Failure> {
    let sql = "update second_factor set confirmed_at = $2 where account_id = $1";
    let at = tx.at().millis();
    tx.run(sql, [account.to_string().into(), at.into()]).await.map(drop)
}

/// Deletes secret, last step and recovery codes of an account.
pub async fn delete_all(tx: &mut Tx, account: AccountId) -> Result<(), Failure> {
    let id = account.to_string();
    tx.run("delete from second_factor where account_id = $1", [id.clone().into()]).await?;
    tx.run("delete from second_factor_use where account_id = $1", [id.clone().into()]).await?;
    tx.run("delete from recovery_code where account_id = $1", [id.into()]).await.map(drop)
}

/// Notes a time step as used; says whether it was later than all before.
pub async fn use_step(tx: &mut Tx, account: AccountId, step: i64) -> Result<bool, Failure> {
    let sql = "insert into second_factor_use (account_id, last_step) values ($1, $2)
        on conflict (account_id) do update set last_step = $2 where second_factor_use.last_step < $2";
    Ok(tx.run(sql, [account.to_string().into(), step.into()]).await? == 1)
}

pub async fn insert_code(
    tx: &mut Tx,
    id: &str,
    account: AccountId,
    digest: &str,
) -> Result<(), Failure> {
    let sql = "insert into recovery_code (id, account_id, digest) values ($1, $2, $3)";
    tx.run(sql, [id.into(), account.to_string().into(), digest.into()]).await.map(drop)
}

/// Uses up a recovery code; says whether there was one.
pub async fn use_code(tx: &mut Tx, account: AccountId, digest: &str) -> Result<bool, Failure> {
    let sql = "update recovery_code set used_at = $3
        where account_id = $1 and digest = $2 and used_at is null";
    let at = tx.at().millis();
    Ok(tx.run(sql, [account.to_string().into(), digest.into(), at.into()]).await? == 1)
}
