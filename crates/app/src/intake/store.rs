//! The only SQL on reviews and their lines.

use kernel::id::{AccountId, ContestId, PaperId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::line::{Line, Section};
use super::{LineId, ReviewId};

/// A review as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReviewRow {
    /// Id.
    pub id: String,
    /// Of which paper.
    pub paper_id: String,
    /// open or accepted.
    pub state: String,
    /// Grows with each change.
    pub revision: i64,
    /// The contest that the paper amends.
    pub amends_id: Option<String>,
    /// What was made or amended.
    pub contest_id: Option<String>,
    /// When it was accepted.
    pub accepted_at: Option<i64>,
}

impl ReviewRow {
    /// The id.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn id(&self) -> Result<ReviewId, Fault> {
        Ok(self.id.parse()?)
    }

    /// Whether lines may still be changed.
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }

    /// The contest that the paper amends.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn amends(&self) -> Result<Option<ContestId>, Fault> {
        Ok(self.amends_id.as_deref().map(str::parse).transpose()?)
    }
}

/// A line with what a person did to it.
#[derive(Debug, Clone)]
pub struct KeptLine {
    /// Id.
    pub id: String,
    /// What it says.
    pub line: Line,
    /// Left out; a doubt: settled.
    pub dropped: bool,
    /// Grows with each change.
    pub revision: i64,
    /// Who changed it last.
    pub edited_by: Option<String>,
}

#[derive(FromQueryResult)]
struct LineRow {
    id: String,
    section: String,
    body: String,
    dropped: bool,
    revision: i64,
    edited_by: Option<String>,
}

impl LineRow {
    fn read(self) -> Result<KeptLine, Fault> {
        let section = Section::read(&self.section);
        let section = section.ok_or_else(|| Fault::new("a line of no known section"))?;
        Ok(KeptLine {
            line: Line::read(section, &self.body)?,
            id: self.id,
            dropped: self.dropped,
            revision: self.revision,
            edited_by: self.edited_by,
        })
    }
}

pub async fn of_paper(reader: &Reader, paper: PaperId) -> Result<Option<ReviewRow>, Fault> {
    let sql = "select id, paper_id, state, revision, amends_id, contest_id, accepted_at
        from review where paper_id = $1";
    reader.maybe(sql, [paper.to_string().into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    paper: PaperId,
    amends: Option<ContestId>,
    by: Option<AccountId>,
) -> Result<ReviewId, Failure> {
    let sql = "insert into review (id, paper_id, state, revision, amends_id, opened_by, opened_at)
        values ($1, $2, 'open', 1, $3, $4, $5)";
    let id = ReviewId::new(tx.at());
    let values = [
        id.to_string().into(),
        paper.to_string().into(),
        amends.map(|id| id.to_string()).into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Raises the revision of an open review, if it is still the one that was seen.
pub async fn raise(tx: &mut Tx, id: ReviewId, seen: Option<i64>) -> Result<bool, Failure> {
    let sql = "update review set revision = revision + 1
        where id = $1 and state = 'open' and ($2 is null or revision = $2)";
    Ok(tx.run(sql, [id.to_string().into(), seen.into()]).await? == 1)
}

pub async fn set_amends(
    tx: &mut Tx,
    id: ReviewId,
    amends: Option<ContestId>,
) -> Result<(), Failure> {
    let sql = "update review set amends_id = $2 where id = $1";
    let amends = amends.map(|id| id.to_string());
    tx.run(sql, [id.to_string().into(), amends.into()]).await.map(drop)
}

pub async fn close(
    tx: &mut Tx,
    id: ReviewId,
    contest: ContestId,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update review set state = 'accepted', contest_id = $2, accepted_by = $3,
        accepted_at = $4 where id = $1";
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn open_again(tx: &mut Tx, id: ReviewId) -> Result<(), Failure> {
    let sql = "update review set state = 'open', revision = revision + 1, contest_id = null,
        accepted_by = null, accepted_at = null where id = $1";
    tx.run(sql, [id.to_string().into()]).await.map(drop)
}

/// The lines of a review, by section and place.
pub async fn lines(reader: &Reader, id: ReviewId) -> Result<Vec<KeptLine>, Fault> {
    let sql = "select id, section, body, dropped, revision, edited_by from review_line
        where review_id = $1 order by position, id";
    let rows: Vec<LineRow> = reader.rows(sql, [id.to_string().into()]).await?;
    let mut lines = rows.into_iter().map(LineRow::read).collect::<Result<Vec<_>, _>>()?;
    lines.sort_by_key(|kept| kept.line.section());
    Ok(lines)
}

pub async fn line(
    reader: &Reader,
    review: ReviewId,
    id: LineId,
) -> Result<Option<KeptLine>, Fault> {
    let sql = "select id, section, body, dropped, revision, edited_by from review_line
        where review_id = $1 and id = $2";
    let values = [review.to_string().into(), id.to_string().into()];
    let row: Option<LineRow> = reader.maybe(sql, values).await?;
    row.map(LineRow::read).transpose()
}

pub async fn insert_line(
    tx: &mut Tx,
    review: ReviewId,
    position: i64,
    line: &Line,
    by: Option<AccountId>,
) -> Result<LineId, Failure> {
    let sql = "insert into review_line (id, review_id, section, position, body, dropped, revision,
            edited_by, edited_at)
        values ($1, $2, $3, $4, $5, $6, 1, $7, $8)";
    let id = LineId::new(tx.at());
    let values = [
        id.to_string().into(),
        review.to_string().into(),
        line.section().code().into(),
        position.into(),
        line.body()?.into(),
        false.into(),
        by.map(|id| id.to_string()).into(),
        by.map(|_| tx.at().millis()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Writes a line anew, if it is still as it was seen.
pub async fn update_line(
    tx: &mut Tx,
    (review, id): (ReviewId, LineId),
    (line, dropped): (&Line, bool),
    seen: i64,
    by: Option<AccountId>,
) -> Result<bool, Failure> {
    let sql = "update review_line set body = $4, dropped = $5, revision = revision + 1,
            edited_by = $6, edited_at = $7
        where review_id = $1 and id = $2 and revision = $3";
    let values = [
        review.to_string().into(),
        id.to_string().into(),
        seen.into(),
        line.body()?.into(),
        dropped.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    Ok(tx.run(sql, values).await? == 1)
}
