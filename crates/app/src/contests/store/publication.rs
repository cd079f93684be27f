//! Orders that show a contest to everybody.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::contests::PartId;

/// An order that shows a contest to everybody.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PublicationRow {
    /// Id.
    pub id: String,
    /// From when on.
    pub from_at: i64,
}

/// The order that has not ended.
pub async fn publication(reader: &Reader, id: ContestId) -> Result<Option<PublicationRow>, Fault> {
    let sql = "select id, from_at from publication
        where contest_id = $1 and ended_at is null order by id desc limit 1";
    reader.maybe(sql, [id.to_string().into()]).await
}

pub async fn insert_publication(
    tx: &mut Tx,
    contest: ContestId,
    from: Instant,
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into publication (id, contest_id, from_at, ordered_by, ordered_at)
        values ($1, $2, $3, $4, $5)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        from.millis().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn end_publication(tx: &mut Tx, id: &str, by: Option<AccountId>) -> Result<(), Failure> {
    let sql = "update publication set ended_at = $2, ended_by = $3 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.into(), at.into(), by.map(|id| id.to_string()).into()]).await.map(drop)
}
