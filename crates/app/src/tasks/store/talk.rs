//! What is said about an assignment: reports, requests for time, remarks.

use kernel::id::AccountId;
use kernel::{Day, Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::{IdRow, ids, progress};
use crate::files::Kept;
use crate::tasks::{AssignmentId, PartId, Reply, ReportDraft, TaskId, Verdict};

fn by(account: Option<AccountId>) -> store::Value {
    account.map(|id| id.to_string()).into()
}

/// What a unit reported.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReportRow {
    /// Id.
    pub id: String,
    /// 1, 2, …
    pub number: i64,
    /// What was done.
    pub text: String,
    /// One count.
    pub figure: Option<i64>,
    /// One on each line.
    pub links: String,
    /// Who reported.
    pub reported_by: Option<String>,
    /// When.
    pub reported_at: i64,
    /// accepted, returned; nothing: not decided.
    pub outcome: Option<String>,
    /// Why it was returned.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<i64>,
}

/// The reports of an assignment, the newest first.
pub async fn reports(reader: &Reader, id: AssignmentId) -> Result<Vec<ReportRow>, Fault> {
    let sql = "select r.id, r.number, r.text, r.figure, r.links, p.name as reported_by,
            r.reported_at, r.outcome, r.reason, d.name as decided_by, r.decided_at
        from assignment_report r left join account p on p.id = r.reported_by
            left join account d on d.id = r.decided_by
        where r.assignment_id = $1 order by r.number desc";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn last_report_number(reader: &Reader, id: AssignmentId) -> Result<i64, Fault> {
    let sql = "select coalesce(max(number), 0) from assignment_report where assignment_id = $1";
    reader.number(sql, [id.to_string().into()]).await
}

pub async fn newest_report(reader: &Reader, id: AssignmentId) -> Result<Option<PartId>, Fault> {
    let sql = "select id from assignment_report where assignment_id = $1
        order by number desc limit 1";
    let rows: Vec<IdRow> = reader.rows(sql, [id.to_string().into()]).await?;
    Ok(ids(rows)?.first().copied())
}

pub async fn insert_report(
    tx: &mut Tx,
    assignment: AssignmentId,
    number: i64,
    (draft, account): (&ReportDraft, Option<AccountId>),
) -> Result<PartId, Failure> {
    let sql = "insert into assignment_report (id, assignment_id, number, text, figure, links,
            reported_by, reported_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        assignment.to_string().into(),
        number.into(),
        draft.text.clone().into(),
        draft.figure.into(),
        draft.links.join("\n").into(),
        by(account),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    progress::count_report(tx, assignment).await?;
    Ok(id)
}

pub async fn set_outcome(
    tx: &mut Tx,
    report: PartId,
    verdict: &Verdict,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update assignment_report
        set outcome = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1";
    let (outcome, reason) = match verdict {
        Verdict::Accept => ("accepted", None),
        Verdict::Return(reason) => ("returned", Some(reason.clone())),
    };
    let at = tx.at().millis();
    let values = [report.to_string().into(), outcome.into(), reason.into(), by(account), at.into()];
    tx.run(sql, values).await.map(drop)
}

/// A file of a report.
#[derive(Debug, Clone, FromQueryResult)]
pub struct FileRow {
    /// Id.
    pub id: String,
    /// Of which report.
    pub report_id: String,
    /// Its bytes.
    pub hash: String,
    /// As the sender named it.
    pub name: String,
    /// How many bytes.
    pub bytes: i64,
    /// By content.
    pub media_type: String,
}

const FILE: &str = "select f.id, f.report_id, f.hash, f.name, s.bytes, s.media_type
    from assignment_report r join report_file f on f.report_id = r.id
        join stored_file s on s.hash = f.hash
    where r.assignment_id = $1";

/// The files of all reports of an assignment.
pub async fn files_of(reader: &Reader, id: AssignmentId) -> Result<Vec<FileRow>, Fault> {
    reader.rows(&format!("{FILE} order by f.id"), [id.to_string().into()]).await
}

/// One file of a report of an assignment.
pub async fn file(
    reader: &Reader,
    id: AssignmentId,
    part: PartId,
) -> Result<Option<FileRow>, Fault> {
    let values = [id.to_string().into(), part.to_string().into()];
    reader.maybe(&format!("{FILE} and f.id = $2"), values).await
}

pub async fn insert_report_file(
    tx: &mut Tx,
    report: PartId,
    kept: &Kept,
    name: &str,
) -> Result<PartId, Failure> {
    let sql = "insert into report_file (id, report_id, hash, name) values ($1, $2, $3, $4)";
    let id = PartId::new(tx.at());
    let values =
        [id.to_string().into(), report.to_string().into(), kept.hash.clone().into(), name.into()];
    tx.run(sql, values).await?;
    Ok(id)
}

/// A request for more time.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ExtensionRow {
    /// Id.
    pub id: String,
    /// ISO.
    pub until_day: String,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub asked_by: Option<String>,
    /// When.
    pub asked_at: i64,
    /// Nothing: not answered.
    pub granted: Option<bool>,
    /// ISO.
    pub granted_until: Option<String>,
    /// In words.
    pub answer: Option<String>,
}

/// The requests of an assignment, the newest first.
pub async fn extensions(reader: &Reader, id: AssignmentId) -> Result<Vec<ExtensionRow>, Fault> {
    let sql = "select e.id, e.until_day, e.reason, p.name as asked_by, e.asked_at, e.granted,
            e.granted_until, e.answer
        from extension e left join account p on p.id = e.asked_by
        where e.assignment_id = $1 order by e.id desc";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_extension(
    tx: &mut Tx,
    assignment: AssignmentId,
    (until, reason): (Day, &str),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into extension (id, assignment_id, until_day, reason, asked_by, asked_at)
        values ($1, $2, $3, $4, $5, $6)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        assignment.to_string().into(),
        until.to_string().into(),
        reason.into(),
        by(account),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn set_answer(
    tx: &mut Tx,
    id: PartId,
    reply: &Reply,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update extension set granted = $2, granted_until = $3, answer = $4,
            answered_by = $5, answered_at = $6 where id = $1";
    let values = [
        id.to_string().into(),
        reply.until.is_some().into(),
        reply.until.map(|until| until.to_string()).into(),
        reply.words.clone().into(),
        by(account),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// What somebody said.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RemarkRow {
    /// Whether it was said to all units.
    pub to_all: bool,
    /// The words.
    pub text: String,
    /// Who said it.
    pub said_by: Option<String>,
    /// When.
    pub said_at: i64,
}

/// What was said about a task to all, and, where one is named, about its assignment; the oldest first.
pub async fn remarks(
    reader: &Reader,
    task: &str,
    assignment: Option<AssignmentId>,
) -> Result<Vec<RemarkRow>, Fault> {
    let sql = "select r.assignment_id is null as to_all, r.text, p.name as said_by, r.said_at
        from remark r left join account p on p.id = r.said_by
        where r.task_id = $1 and (r.assignment_id is null or r.assignment_id = $2) order by r.id";
    let assignment = assignment.map(|id| id.to_string()).unwrap_or_default();
    reader.rows(sql, [task.into(), assignment.into()]).await
}

pub async fn insert_remark(
    tx: &mut Tx,
    (task, assignment): (TaskId, Option<AssignmentId>),
    words: &str,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into remark (id, task_id, assignment_id, text, said_by, said_at)
        values ($1, $2, $3, $4, $5, $6)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        task.to_string().into(),
        assignment.map(|id| id.to_string()).into(),
        words.into(),
        by(account),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}
