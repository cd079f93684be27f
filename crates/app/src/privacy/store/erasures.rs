//! The only SQL on requests for erasure.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::privacy::ErasureId;

/// A request.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ErasureRow {
    /// Id.
    pub id: String,
    /// Whose data.
    pub account_id: String,
    /// Their name.
    pub name: String,
    /// When it was asked.
    pub asked_at: i64,
    /// Word of the answer; nothing: it waits.
    pub answer: Option<String>,
    /// Word of the ground.
    pub ground: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
}

const ERASURE: &str = "select r.id, r.account_id, a.name, r.asked_at, r.answer, r.ground, r.reason
    from erasure_request r join account a on a.id = r.account_id";

/// The request of somebody that waits.
pub async fn open(reader: &Reader, account: AccountId) -> Result<Option<ErasureRow>, Fault> {
    let sql = format!("{ERASURE} where r.account_id = $1 and r.answer is null");
    reader.maybe(&sql, [account.to_string().into()]).await
}

/// The newest request of somebody.
pub async fn newest(reader: &Reader, account: AccountId) -> Result<Option<ErasureRow>, Fault> {
    let sql =
        format!("{ERASURE} where r.account_id = $1 order by r.asked_at desc, r.id desc limit 1");
    reader.maybe(&sql, [account.to_string().into()]).await
}

/// The requests that wait, the oldest first.
pub async fn waiting(reader: &Reader) -> Result<Vec<ErasureRow>, Fault> {
    reader.rows(&format!("{ERASURE} where r.answer is null order by r.asked_at, r.id"), []).await
}

pub async fn insert(tx: &mut Tx, account: AccountId) -> Result<ErasureId, Failure> {
    let sql = "insert into erasure_request (id, account_id, asked_at) values ($1, $2, $3)";
    let id = ErasureId::new(tx.at());
    let values: [Value; 3] =
        [id.to_string().into(), account.to_string().into(), tx.at().millis().into()];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn answer(
    tx: &mut Tx,
    id: &str,
    (answer, ground, reason): (&'static str, Option<&str>, Option<&str>),
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update erasure_request set answer = $2, ground = $3, reason = $4, answered_by = $5,
            answered_at = $6 where id = $1";
    let values: [Value; 6] = [
        id.into(),
        answer.into(),
        ground.map(str::to_owned).into(),
        reason.map(str::to_owned).into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}
