//! What proves an activity, and what became of it.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::files::Kept;
use crate::publicity::{PartId, PublicityId};

/// What became of an activity.
#[derive(Debug, Clone)]
pub struct Event {
    /// corrected, taken, asked, withdrawn.
    pub kind: &'static str,
    /// Why.
    pub reason: Option<String>,
    /// JSON of what stood there.
    pub before: Option<String>,
}

pub async fn insert_event(
    tx: &mut Tx,
    publicity: PublicityId,
    event: &Event,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql =
        "insert into publicity_event (id, publicity_id, kind, reason, before, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        publicity.to_string().into(),
        event.kind.into(),
        event.reason.clone().into(),
        event.before.clone().into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// An event as it is told.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EventRow {
    /// corrected, taken, asked, withdrawn.
    pub kind: String,
    /// Why.
    pub reason: Option<String>,
    /// JSON of what stood there.
    pub before: Option<String>,
    /// Name of who did it.
    pub made_by: Option<String>,
    /// When.
    pub made_at: i64,
}

/// What became of an activity, the newest first.
pub async fn events(reader: &Reader, id: PublicityId) -> Result<Vec<EventRow>, Fault> {
    let sql = "select e.kind, e.reason, e.before, a.name as made_by, e.made_at
        from publicity_event e left join account a on a.id = e.made_by
        where e.publicity_id = $1 order by e.id desc";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_file(
    tx: &mut Tx,
    publicity: PublicityId,
    kept: &Kept,
    name: &str,
) -> Result<PartId, Failure> {
    let sql = "insert into publicity_file (id, publicity_id, hash, name) values ($1, $2, $3, $4)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        publicity.to_string().into(),
        kept.hash.clone().into(),
        name.into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// A file of an activity.
#[derive(Debug, Clone, FromQueryResult)]
pub struct FileRow {
    /// Id.
    pub id: String,
    /// Its bytes.
    pub hash: String,
    /// As the sender named it.
    pub name: String,
    /// By content.
    pub media_type: String,
}

/// The files of an activity in the order of their coming.
pub async fn files(reader: &Reader, id: PublicityId) -> Result<Vec<FileRow>, Fault> {
    let sql = "select f.id, f.hash, f.name, s.media_type from publicity_file f
        join stored_file s on s.hash = f.hash where f.publicity_id = $1 order by f.id";
    reader.rows(sql, [id.to_string().into()]).await
}
