//! The only SQL on the table of consents.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// A statement as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ConsentRow {
    /// Word of the purpose.
    pub purpose: String,
    /// Version of the text.
    pub version: i64,
    /// `given` or `withdrawn`.
    pub kind: String,
    /// When.
    pub stated_at: i64,
}

/// All statements of an account, the last first.
pub async fn statements(reader: &Reader, account: AccountId) -> Result<Vec<ConsentRow>, Fault> {
    let sql = "select purpose, version, kind, stated_at from consent
        where account_id = $1 order by stated_at desc, id desc";
    reader.rows(sql, [account.to_string().into()]).await
}

/// The last statement of an account about a purpose.
pub async fn last(
    reader: &Reader,
    account: AccountId,
    purpose: &str,
) -> Result<Option<ConsentRow>, Fault> {
    let sql = "select purpose, version, kind, stated_at from consent
        where account_id = $1 and purpose = $2 order by stated_at desc, id desc limit 1";
    reader.maybe(sql, [account.to_string().into(), purpose.into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    id: &str,
    account: AccountId,
    (purpose, version, kind): (&str, i64, &str),
) -> Result<(), Failure> {
    let sql = "insert into consent (id, account_id, purpose, version, kind, stated_at)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        id.into(),
        account.to_string().into(),
        purpose.into(),
        version.into(),
        kind.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}
