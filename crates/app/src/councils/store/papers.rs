//! Sheets of paper, what people read on them, and their scans.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::councils::{CouncilId, PartId};

/// A sheet of paper.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PaperRow {
    /// Id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// For which assignment.
    pub assignment_id: String,
    /// By which rules of judging.
    pub rules_version: i64,
    /// How many people keyed it in.
    pub people: i64,
    /// JSON of the opinion on which two agreed.
    pub body: Option<String>,
    /// When they did.
    pub agreed_at: Option<i64>,
    /// When it was set aside.
    pub ended_at: Option<i64>,
    /// Why.
    pub ended_reason: Option<String>,
}

impl PaperRow {
    /// Whether it may still be keyed in.
    pub const fn is_open(&self) -> bool {
        self.agreed_at.is_none() && self.ended_at.is_none()
    }
}

const COLUMNS: &str = "p.id, p.code, p.assignment_id, p.rules_version, p.body, \
    p.agreed_at, p.ended_at, p.ended_reason, \
    (select count(distinct e.keyed_by) from paper_entry e where e.paper_id = p.id) as people";

pub async fn paper(reader: &Reader, code: &str) -> Result<Option<PaperRow>, Fault> {
    let sql = format!("select {COLUMNS} from paper_sheet p where p.code = $1");
    reader.maybe(&sql, [code.into()]).await
}

pub async fn paper_of(reader: &Reader, id: &str) -> Result<Option<PaperRow>, Fault> {
    let sql = format!("select {COLUMNS} from paper_sheet p where p.id = $1");
    reader.maybe(&sql, [id.into()]).await
}

/// The sheets of paper of a council, also those that were set aside.
pub async fn papers(reader: &Reader, id: CouncilId) -> Result<Vec<PaperRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from paper_sheet p join council_assignment x on x.id = p.assignment_id
         where x.council_id = $1 order by p.printed_at, p.id"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

/// The sheets of paper of an assignment on which two people agreed, the newest first.
pub async fn agreed_papers(reader: &Reader, assignment: &str) -> Result<Vec<PaperRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from paper_sheet p
         where p.assignment_id = $1 and p.agreed_at is not null
         order by p.agreed_at desc, p.id desc"
    );
    reader.rows(&sql, [assignment.into()]).await
}

pub async fn insert_paper(
    tx: &mut Tx,
    (code, assignment): (&str, &str),
    rules_version: i64,
    by: AccountId,
) -> Result<PartId, Failure> {
    let sql = "insert into paper_sheet (id, code, assignment_id, rules_version, entries,
            printed_by, printed_at)
        values ($1, $2, $3, $4, 0, $5, $6)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        code.into(),
        assignment.into(),
        rules_version.into(),
        by.to_string().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// Counts an entry that is about to be written. It also makes two who key in at the same moment wait for one another.
pub async fn count_entry(tx: &mut Tx, paper: &str) -> Result<(), Failure> {
    let sql = "update paper_sheet set entries = entries + 1 where id = $1";
    tx.run(sql, [paper.into()]).await.map(drop)
}

pub async fn set_agreed(tx: &mut Tx, paper: &str, body: &str) -> Result<(), Failure> {
    let sql = "update paper_sheet set body = $2, agreed_at = $3 where id = $1";
    tx.run(sql, [paper.into(), body.into(), tx.at().millis().into()]).await.map(drop)
}

pub async fn end_paper(
    tx: &mut Tx,
    paper: &str,
    reason: &str,
    by: AccountId,
) -> Result<(), Failure> {
    let sql = "update paper_sheet set ended_at = $2, ended_by = $3, ended_reason = $4
        where id = $1";
    let values =
        [paper.into(), tx.at().millis().into(), by.to_string().into(), reason.to_owned().into()];
    tx.run(sql, values).await.map(drop)
}

/// What somebody read on a sheet of paper.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PaperEntryRow {
    /// JSON of the opinion.
    pub body: String,
    /// Account of who keyed it in.
    pub keyed_by: String,
    /// Their name.
    pub name: String,
    /// When.
    pub keyed_at: i64,
}

/// All entries of a sheet of paper, in the order in which they came.
pub async fn paper_entries(reader: &Reader, paper: &str) -> Result<Vec<PaperEntryRow>, Fault> {
    let sql = "select e.body, e.keyed_by, a.name, e.keyed_at
        from paper_entry e join account a on a.id = e.keyed_by
        where e.paper_id = $1 order by e.position";
    reader.rows(sql, [paper.into()]).await
}

pub async fn insert_paper_entry(
    tx: &mut Tx,
    paper: &str,
    body: &str,
    by: AccountId,
) -> Result<PartId, Failure> {
    let sql = "insert into paper_entry (id, paper_id, position, body, keyed_by, keyed_at)
        select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5
        from paper_entry where paper_id = $2";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        paper.into(),
        body.into(),
        by.to_string().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// A scan of a sheet of paper.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ScanRow {
    /// Hash of its bytes.
    pub file_hash: String,
    /// Account of who sent it.
    pub sent_by: String,
    /// Their name.
    pub name: String,
    /// When.
    pub sent_at: i64,
}

/// The scans of a sheet of paper, the newest first.
pub async fn paper_scans(reader: &Reader, paper: &str) -> Result<Vec<ScanRow>, Fault> {
    let sql = "select c.file_hash, c.sent_by, a.name, c.sent_at
        from paper_scan c join account a on a.id = c.sent_by
        where c.paper_id = $1 order by c.position desc";
    reader.rows(sql, [paper.into()]).await
}

pub async fn insert_paper_scan(
    tx: &mut Tx,
    paper: &str,
    hash: &str,
    by: AccountId,
) -> Result<PartId, Failure> {
    let sql = "insert into paper_scan (id, paper_id, position, file_hash, sent_by, sent_at)
        select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5
        from paper_scan where paper_id = $2";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        paper.into(),
        hash.into(),
        by.to_string().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}
