//! What the office took in on paper, and what it asked for again.

use kernel::id::AccountId;
use kernel::{Day, Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::versions::EventRow;
use crate::dossiers::opened::Opened;
use crate::dossiers::{DossierId, PartId};

/// A request for more.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SupplementRow {
    /// Id.
    pub id: String,
    /// Of the version that was looked at.
    pub version: i64,
    /// Words of what opens, one on each line.
    pub opens: String,
    /// What is wrong or missing.
    pub why: String,
    /// Until when.
    pub due_at: i64,
    /// Name of who asked.
    pub asked_by: Option<String>,
    /// When.
    pub asked_at: i64,
    /// Word of how it ended; nothing: it is open.
    pub ended: Option<String>,
    /// When.
    pub ended_at: Option<i64>,
}

impl SupplementRow {
    /// What opens.
    pub fn opened(&self) -> Opened {
        Opened::of(self.opens.lines())
    }

    /// Until when.
    pub fn due(&self) -> Instant {
        Instant::from_millis(self.due_at)
    }
}

const SUPPLEMENT: &str = "select s.id, s.version, s.opens, s.why, s.due_at, a.name as asked_by,
        s.asked_at, s.ended, s.ended_at
    from dossier_supplement s left join account a on a.id = s.asked_by";

/// Every request, the newest first.
pub async fn supplements(reader: &Reader, id: DossierId) -> Result<Vec<SupplementRow>, Fault> {
    let sql = format!("{SUPPLEMENT} where s.dossier_id = $1 order by s.asked_at desc, s.id desc");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// The request that is open.
pub async fn open_supplement(
    reader: &Reader,
    id: DossierId,
) -> Result<Option<SupplementRow>, Fault> {
    let sql = format!("{SUPPLEMENT} where s.dossier_id = $1 and s.ended is null");
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// A request that is to be written.
#[derive(Debug, Clone)]
pub struct NewSupplement<'s> {
    /// Of the version that was looked at.
    pub version: i64,
    /// What opens.
    pub opened: &'s Opened,
    /// What is wrong or missing.
    pub why: &'s str,
    /// Until when.
    pub due: Instant,
}

pub async fn insert_supplement(
    tx: &mut Tx,
    id: DossierId,
    new: &NewSupplement<'_>,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_supplement (id, dossier_id, version, opens, why, due_at,
            asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.version.into(),
        new.opened.words().join("\n").into(),
        new.why.into(),
        new.due.millis().into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn end_supplement(tx: &mut Tx, id: &str, how: &'static str) -> Result<(), Failure> {
    let sql = "update dossier_supplement set ended = $2, ended_at = $3 where id = $1";
    tx.run(sql, [id.into(), how.into(), tx.at().millis().into()]).await.map(drop)
}

/// What came on paper.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ArrivalRow {
    /// Word of the way.
    pub way: String,
    /// The day on which it was here, ISO.
    pub came_on: String,
    /// The day of the postmark, ISO.
    pub posted_on: Option<String>,
    /// How many sets.
    pub copies: i64,
    /// Why it is taken although it is late.
    pub late_reason: Option<String>,
    /// Whatever else.
    pub remark: Option<String>,
    /// Name of who took it in.
    pub noted_by: Option<String>,
}

/// What came on paper, the first of it first.
pub async fn arrivals(reader: &Reader, id: DossierId) -> Result<Vec<ArrivalRow>, Fault> {
    let sql = "select r.way, r.came_on, r.posted_on, r.copies, r.late_reason, r.remark,
            a.name as noted_by
        from dossier_arrival r left join account a on a.id = r.noted_by
        where r.dossier_id = $1 order by r.noted_at, r.id";
    reader.rows(sql, [id.to_string().into()]).await
}

/// Something that came on paper and is to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArrival {
    /// `counter`, `post` or `earlier`: out of an earlier system.
    pub way: &'static str,
    /// The day on which it was here.
    pub came_on: Day,
    /// The day of the postmark.
    pub posted_on: Option<Day>,
    /// How many sets.
    pub copies: u8,
    /// Why it is taken although it is late.
    pub late_reason: Option<String>,
    /// Whatever else.
    pub remark: Option<String>,
}

pub async fn insert_arrival(
    tx: &mut Tx,
    id: DossierId,
    new: &NewArrival,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_arrival (id, dossier_id, way, came_on, posted_on, copies,
            late_reason, remark, noted_by, noted_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.way.into(),
        new.came_on.to_string().into(),
        new.posted_on.map(|day| day.to_string()).into(),
        i64::from(new.copies).into(),
        new.late_reason.clone().into(),
        new.remark.clone().into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// Writes down that a dossier of this version is measured by other rules: before, after, why.
pub async fn insert_rebase(
    tx: &mut Tx,
    id: DossierId,
    (version, before, after, reason): (i64, i64, i64, &str),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_rebase (id, dossier_id, version, before, after, reason, made_by,
            made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        version.into(),
        before.into(),
        after.into(),
        reason.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// When a dossier was measured by newer rules, as events: why, by whom; the newest first.
pub async fn rebases(reader: &Reader, id: DossierId) -> Result<Vec<EventRow>, Fault> {
    let sql = "select 'rebase' as kind, r.reason, a.name as made_by, r.made_at
        from dossier_rebase r left join account a on a.id = r.made_by
        where r.dossier_id = $1 order by r.made_at desc, r.id desc";
    reader.rows(sql, [id.to_string().into()]).await
}
