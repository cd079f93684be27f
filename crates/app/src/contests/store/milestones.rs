//! Milestones and their versions.

use kernel::id::ContestId;
use kernel::{Failure, Fault, Window};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::contests::draft::MilestoneDraft;
use crate::contests::{PartId, Why, kind};

/// A milestone as its newest version has it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MilestoneRow {
    /// Id.
    pub id: String,
    /// Word of its kind.
    pub kind: String,
    /// Its own name.
    pub title: Option<String>,
    /// The newest version.
    pub version: i64,
    /// Whether it is no more to take place.
    pub called_off: bool,
    /// At the precision stated.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Whether the end belongs to it.
    pub ends_inclusive: bool,
    /// Whether the postmark counts.
    pub by_postmark: bool,
    /// The instant of the start.
    pub opens_at: Option<i64>,
    /// The instant of the end.
    pub closes_at: Option<i64>,
    /// The words of the paper.
    pub sentence: Option<String>,
    /// Which paper says so.
    pub paper_id: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
}

impl MilestoneRow {
    /// When it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn window(&self) -> Result<Window, Fault> {
        window(self.starts.as_deref(), self.ends.as_deref(), self.ends_inclusive)
    }

    /// The milestone as it would be set again.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn as_draft(&self) -> Result<MilestoneDraft, Fault> {
        Ok(MilestoneDraft {
            kind: kind::read(&self.kind),
            title: self.title.clone(),
            window: self.window()?,
            by_postmark: self.by_postmark,
            sentence: self.sentence.clone(),
        })
    }
}

/// Reads a stored window.
///
/// # Errors
/// The database holds something else.
pub(super) fn window(
    starts: Option<&str>,
    ends: Option<&str>,
    end_inclusive: bool,
) -> Result<Window, Fault> {
    let start = starts.map(str::parse).transpose()?;
    let end = ends.map(str::parse).transpose()?;
    Ok(Window { start, end, end_inclusive })
}

const NEWEST: &str = "select m.id, m.kind, m.title, v.version, v.called_off, v.starts, v.ends,
        v.ends_inclusive, v.by_postmark, v.opens_at, v.closes_at, v.sentence, v.paper_id, v.reason
    from milestone m join milestone_version v on v.milestone_id = m.id
        and v.version = (select max(n.version) from milestone_version n where n.milestone_id = m.id)";

/// The milestones of a contest in the order of time; those without a date come last.
pub async fn milestones(reader: &Reader, contest: ContestId) -> Result<Vec<MilestoneRow>, Fault> {
    let sql = format!(
        "{NEWEST} where m.contest_id = $1
         order by coalesce(v.opens_at, v.closes_at) nulls last, v.closes_at nulls last, m.id"
    );
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn milestone(
    reader: &Reader,
    contest: ContestId,
    id: PartId,
) -> Result<Option<MilestoneRow>, Fault> {
    let sql = format!("{NEWEST} where m.contest_id = $1 and m.id = $2");
    reader.maybe(&sql, [contest.to_string().into(), id.to_string().into()]).await
}

pub async fn insert_milestone(
    tx: &mut Tx,
    contest: ContestId,
    draft: &MilestoneDraft,
) -> Result<PartId, Failure> {
    let sql = "insert into milestone (id, contest_id, kind, title, created_at)
        values ($1, $2, $3, $4, $5)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        draft.kind.map_or(kind::OTHER.to_owned(), kind::code).into(),
        draft.title.clone().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn insert_version(
    tx: &mut Tx,
    milestone: PartId,
    version: i64,
    (draft, called_off): (&MilestoneDraft, bool),
    why: &Why,
) -> Result<PartId, Failure> {
    let sql = "insert into milestone_version (id, milestone_id, version, called_off, starts, ends,
            ends_inclusive, by_postmark, opens_at, closes_at, sentence, paper_id, reason, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let (id, window) = (PartId::new(tx.at()), &draft.window);
    let values = [
        id.to_string().into(),
        milestone.to_string().into(),
        version.into(),
        called_off.into(),
        window.start.map(|start| start.to_string()).into(),
        window.end.map(|end| end.to_string()).into(),
        window.end_inclusive.into(),
        draft.by_postmark.into(),
        window.opens().map(kernel::Instant::millis).into(),
        window.closes().map(kernel::Instant::millis).into(),
        draft.sentence.clone().into(),
        why.paper.map(|id| id.to_string()).into(),
        why.words.clone().into(),
        why.by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// One version of a milestone.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VersionRow {
    /// Of which milestone.
    pub milestone_id: String,
    /// 1, 2, …
    pub version: i64,
    /// Whether it was called off.
    pub called_off: bool,
    /// At the precision stated.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Whether the end belongs to it.
    pub ends_inclusive: bool,
    /// Which paper says so.
    pub paper_id: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// When it was made.
    pub made_at: i64,
}

impl VersionRow {
    /// When it was to be.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn window(&self) -> Result<Window, Fault> {
        window(self.starts.as_deref(), self.ends.as_deref(), self.ends_inclusive)
    }
}

/// Every version of every milestone of a contest, the oldest first.
pub async fn versions(reader: &Reader, contest: ContestId) -> Result<Vec<VersionRow>, Fault> {
    let sql = "select v.milestone_id, v.version, v.called_off, v.starts, v.ends, v.ends_inclusive,
            v.paper_id, v.reason, v.made_at
        from milestone m join milestone_version v on v.milestone_id = m.id
        where m.contest_id = $1 order by v.milestone_id, v.version";
    reader.rows(sql, [contest.to_string().into()]).await
}
