//! Orders: when the public reads which list.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::lists::{LIST, ListRow};
use crate::awards::PartId;

/// That a list becomes public at a moment.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OrderRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Which list.
    pub list_id: String,
    /// Number and day of the decision that it follows.
    pub decision: Option<String>,
    /// From when on everybody reads it.
    pub shown_from: i64,
    /// When it was called off.
    pub ended_at: Option<i64>,
    /// When the letters to authors were written.
    pub told_at: Option<i64>,
    /// Which list of the contest: 1, 2, …
    pub version: i64,
}

impl OrderRow {
    /// From when on everybody reads it.
    pub const fn from(&self) -> Instant {
        Instant::from_millis(self.shown_from)
    }
}

const ORDER: &str = "p.id, p.contest_id, p.list_id, p.decision, p.shown_from, p.ended_at, \
    p.told_at, l.version";

/// The orders of a contest, the newest first.
pub async fn orders(reader: &Reader, contest: ContestId) -> Result<Vec<OrderRow>, Fault> {
    let sql = format!(
        "select {ORDER} from award_publication p join award_list l on l.id = p.list_id
         where p.contest_id = $1 order by l.version desc, p.ordered_at desc, p.id desc"
    );
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn order(reader: &Reader, id: PartId) -> Result<Option<OrderRow>, Fault> {
    let sql = format!(
        "select {ORDER} from award_publication p join award_list l on l.id = p.list_id
         where p.id = $1"
    );
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// The order by which everybody reads the newest list whose time has come.
pub async fn shown_order(
    reader: &Reader,
    contest: ContestId,
    at: Instant,
) -> Result<Option<OrderRow>, Fault> {
    let sql = format!(
        "select {ORDER} from award_publication p join award_list l on l.id = p.list_id
         where p.contest_id = $1 and p.ended_at is null and p.shown_from <= $2
         order by l.version desc limit 1"
    );
    reader.maybe(&sql, [contest.to_string().into(), at.millis().into()]).await
}

/// What everybody reads at a moment: the newest list whose time has come, and its order.
pub async fn shown(
    reader: &Reader,
    contest: ContestId,
    at: Instant,
) -> Result<Option<(OrderRow, ListRow)>, Fault> {
    let Some(order) = shown_order(reader, contest, at).await? else { return Ok(None) };
    let sql = format!("select {LIST} from award_list l where l.id = $1");
    let list: Option<ListRow> = reader.maybe(&sql, [order.list_id.clone().into()]).await?;
    Ok(list.map(|list| (order, list)))
}

pub async fn insert_order(
    tx: &mut Tx,
    list: &ListRow,
    (decision, from): (Option<&str>, Instant),
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into award_publication (id, contest_id, list_id, decision, shown_from,
            ordered_by, ordered_at) values ($1, $2, $3, $4, $5, $6, $7)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        list.contest_id.clone().into(),
        list.id.clone().into(),
        decision.map(str::to_owned).into(),
        from.millis().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn end_order(
    tx: &mut Tx,
    (id, reason): (&str, &str),
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update award_publication set ended_at = $2, ended_by = $3, ended_reason = $4
        where id = $1";
    let values =
        [id.into(), tx.at().millis().into(), by.map(|id| id.to_string()).into(), reason.into()];
    tx.run(sql, values).await.map(drop)
}

#[derive(FromQueryResult)]
struct NextRow {
    next: Option<i64>,
}

/// When the next list of any contest becomes public.
pub async fn next_to_appear(reader: &Reader, at: Instant) -> Result<Option<Instant>, Fault> {
    let sql = "select min(shown_from) as next from award_publication
        where ended_at is null and shown_from > $1";
    let row: Option<NextRow> = reader.maybe(sql, [at.millis().into()]).await?;
    Ok(row.and_then(|row| row.next).map(Instant::from_millis))
}

pub async fn set_told(tx: &mut Tx, id: &str) -> Result<(), Failure> {
    let sql = "update award_publication set told_at = $2 where id = $1";
    tx.run(sql, [id.into(), tx.at().millis().into()]).await.map(drop)
}
