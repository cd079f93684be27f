//! Drafts and sheets. What a judge gave leaves this file only towards the judge, or once the council is open.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::councils::{CouncilId, PartId};

/// What a judge is writing.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DraftRow {
    /// Grows with each save.
    pub revision: i64,
    /// JSON of what was typed.
    pub body: String,
}

pub async fn draft(reader: &Reader, assignment: &str) -> Result<Option<DraftRow>, Fault> {
    let sql = "select revision, body from score_draft where assignment_id = $1";
    reader.maybe(sql, [assignment.into()]).await
}

/// Saves a draft over the revision that was seen; whether it was still that one.
pub async fn save_draft(
    tx: &mut Tx,
    assignment: &str,
    (seen, body): (i64, &str),
) -> Result<bool, Failure> {
    let values = [assignment.into(), seen.into(), body.into(), tx.at().millis().into()];
    let sql = match seen {
        0 => {
            "insert into score_draft (assignment_id, revision, body, saved_at)
            values ($1, $2 + 1, $3, $4) on conflict (assignment_id) do nothing"
        }
        _ => {
            "update score_draft set revision = revision + 1, body = $3, saved_at = $4
            where assignment_id = $1 and revision = $2"
        }
    };
    Ok(tx.run(sql, values).await? == 1)
}

/// A sheet as it was signed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SheetRow {
    /// Of which dossier.
    pub dossier_id: String,
    /// By which member.
    pub member_id: String,
    /// 1, 2, …
    pub version: i64,
    /// JSON of the opinion.
    pub body: String,
    /// Why it was signed again.
    pub reason: Option<String>,
    /// When.
    pub signed_at: i64,
    /// For which second marking; nothing: the first time.
    pub second_id: Option<String>,
    /// The sheet of paper that was signed by pen; nothing: it was signed on the screen.
    pub paper_id: Option<String>,
}

const COLUMNS: &str = "x.dossier_id, x.member_id, v.version, v.body, v.reason, v.signed_at, \
    x.second_id, v.paper_id";

/// The sheets of an assignment, the newest first.
pub async fn sheets_of(reader: &Reader, assignment: &str) -> Result<Vec<SheetRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from score_sheet v join council_assignment x on x.id = v.assignment_id
         where v.assignment_id = $1 order by v.version desc"
    );
    reader.rows(&sql, [assignment.into()]).await
}

/// The newest sheet of each assignment of a council that is in force, and of the second markings that are closed:
/// those of an open one are sealed.
pub async fn newest_sheets(reader: &Reader, id: CouncilId) -> Result<Vec<SheetRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from council_assignment x join score_sheet v on v.assignment_id = x.id
            join council_member m on m.id = x.member_id
            left join second_marking z on z.id = x.second_id
         where x.council_id = $1 and x.ended_at is null
            and (x.second_id is null or z.state = 'closed')
            and v.version = (select max(o.version) from score_sheet o
                where o.assignment_id = x.id)
         order by x.dossier_id, m.position, x.id"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

/// A sheet that is to be written down as signed.
#[derive(Debug, Clone, Copy)]
pub struct NewSheet<'a> {
    /// JSON of the opinion.
    pub body: &'a str,
    /// By which rules of judging.
    pub rules_version: i64,
    /// Why it was signed again.
    pub reason: Option<&'a str>,
    /// The sheet of paper that was signed by pen; nothing: it was signed on the screen.
    pub paper: Option<&'a str>,
}

pub async fn insert_sheet(
    tx: &mut Tx,
    assignment: &str,
    new: NewSheet<'_>,
    by: AccountId,
) -> Result<PartId, Failure> {
    let sql = "insert into score_sheet (id, assignment_id, version, body, rules_version, reason,
            signed_by, signed_at, paper_id)
        select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8
        from score_sheet where assignment_id = $2";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        assignment.into(),
        new.body.into(),
        new.rules_version.into(),
        new.reason.map(str::to_owned).into(),
        by.to_string().into(),
        tx.at().millis().into(),
        new.paper.map(str::to_owned).into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// How many dossiers a council has to judge, and how many sheets are signed.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct ToMark {
    /// Assignments in force.
    pub given: i64,
    /// Of these: signed.
    pub signed: i64,
}

/// How far a council is with its first marking.
pub async fn to_mark(reader: &Reader, id: CouncilId) -> Result<ToMark, Fault> {
    let sql = "select count(*) as given, count(v.assignment_id) as signed
        from council_assignment x
            left join (select distinct assignment_id from score_sheet) v
                on v.assignment_id = x.id
        where x.council_id = $1 and x.ended_at is null and x.second_id is null";
    let found = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(found.unwrap_or(ToMark { given: 0, signed: 0 }))
}
