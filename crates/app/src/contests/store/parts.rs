//! Citations, reporting regimes, and the papers of a contest.

use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::contests::draft::{CitationDraft, RegimeDraft};
use crate::contests::{PartId, kind};

/// A paper that is cited.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CitationRow {
    /// Id.
    pub id: String,
    /// Which paper cites.
    pub paper_id: Option<String>,
    /// The cited paper, where it is here.
    pub cited_id: Option<String>,
    /// law, decree, plan …
    pub kind: String,
    /// Whole number.
    pub number: Option<String>,
    /// ISO.
    pub issued_on: Option<String>,
}

pub async fn citations(reader: &Reader, contest: ContestId) -> Result<Vec<CitationRow>, Fault> {
    let sql = "select id, paper_id, cited_id, kind, number, issued_on from citation
        where contest_id = $1 order by id";
    reader.rows(sql, [contest.to_string().into()]).await
}

pub async fn insert_citation(
    tx: &mut Tx,
    contest: ContestId,
    draft: &CitationDraft,
    paper: Option<PaperId>,
) -> Result<PartId, Failure> {
    let sql = "insert into citation (id, contest_id, paper_id, kind, number, issued_on, created_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        paper.map(|id| id.to_string()).into(),
        draft.kind.clone().into(),
        draft.number.clone().into(),
        draft.issued_on.clone().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// When and what units report.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RegimeRow {
    /// Id.
    pub id: String,
    /// Word of the frequency.
    pub frequency: String,
    /// Day of the month; nothing: its last.
    pub due_day: Option<i64>,
    /// Whether that day is out; nothing: it counts.
    pub due_before: Option<bool>,
    /// First, middle, last.
    pub due_month: Option<String>,
    /// ISO, where it is due once.
    pub once_on: Option<String>,
    /// To whom.
    pub to_unit: Option<String>,
    /// By which way.
    pub via: Option<String>,
    /// JSON list.
    pub contents: String,
}

impl RegimeRow {
    /// Whether the day that is named still counts.
    pub fn counts_day(&self) -> bool {
        self.due_before != Some(true)
    }

    /// The regime as it would be set again.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn as_draft(&self) -> Result<RegimeDraft, Fault> {
        let unknown = || Fault::new(format!("{} is no frequency", self.frequency));
        Ok(RegimeDraft {
            frequency: kind::read(&self.frequency).ok_or_else(unknown)?,
            due_day: self.due_day.map(i8::try_from).transpose()?,
            due_inclusive: self.counts_day(),
            due_month: self.due_month.as_deref().and_then(kind::read),
            once_on: self.once_on.clone(),
            to: self.to_unit.clone(),
            via: self.via.clone(),
            contents: serde_json::from_str(&self.contents)?,
        })
    }
}

/// The regimes that hold.
pub async fn regimes(reader: &Reader, contest: ContestId) -> Result<Vec<RegimeRow>, Fault> {
    let sql =
        "select id, frequency, due_day, due_before, due_month, once_on, to_unit, via, contents
        from reporting_regime where contest_id = $1 and ended_at is null order by id";
    reader.rows(sql, [contest.to_string().into()]).await
}

pub async fn insert_regime(
    tx: &mut Tx,
    contest: ContestId,
    draft: &RegimeDraft,
    paper: Option<PaperId>,
) -> Result<PartId, Failure> {
    let sql = "insert into reporting_regime (id, contest_id, frequency, due_day, due_before,
            due_month, once_on, to_unit, via, contents, paper_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let id = PartId::new(tx.at());
    let contents = serde_json::to_string(&draft.contents).map_err(Fault::from)?;
    let values: [Value; 12] = [
        id.to_string().into(),
        contest.to_string().into(),
        kind::code(draft.frequency).into(),
        draft.due_day.map(i64::from).into(),
        (!draft.due_inclusive).then_some(true).into(),
        draft.due_month.map(kind::code).into(),
        draft.once_on.clone().into(),
        draft.to.clone().into(),
        draft.via.clone().into(),
        contents.into(),
        paper.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// A paper of a contest.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PaperRow {
    /// Id of the paper.
    pub id: String,
    /// founding, amending, related.
    pub role: String,
    /// Its file.
    pub hash: Option<String>,
    /// Name of the file.
    pub file_name: Option<String>,
    /// Word of its kind.
    pub kind: Option<String>,
    /// Before the slash.
    pub number: Option<String>,
    /// After it.
    pub symbol: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// ISO.
    pub issued_on: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// Whether the portal shows it.
    pub public: bool,
}

/// The papers of a contest, the founding one first.
pub async fn papers(reader: &Reader, contest: ContestId) -> Result<Vec<PaperRow>, Fault> {
    let sql = "select p.id, t.role, p.hash, p.file_name, p.kind, p.number, p.symbol, p.issuer,
            p.issued_on, p.subject, p.public
        from contest_paper t join paper p on p.id = t.paper_id where t.contest_id = $1 order by t.id";
    reader.rows(sql, [contest.to_string().into()]).await
}

/// Says what a paper did to a contest: `founding`, `amending` or `related`.
pub async fn tie_paper(
    tx: &mut Tx,
    contest: ContestId,
    paper: PaperId,
    role: &str,
) -> Result<PartId, Failure> {
    let sql = "insert into contest_paper (id, contest_id, paper_id, role, tied_at)
        values ($1, $2, $3, $4, $5)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        paper.to_string().into(),
        role.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}
