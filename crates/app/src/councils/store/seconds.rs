//! Second markings.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::councils::second::{Counted, Form, Order, Stage};
use crate::councils::{CouncilId, PartId};

/// A second marking.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SecondRow {
    /// Id.
    pub id: String,
    /// By which council.
    pub council_id: String,
    /// Key of its round.
    pub round: String,
    /// Which dossier.
    pub dossier_id: String,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Word of how it is marked again.
    pub form: String,
    /// Word of the value that counts.
    pub counts: String,
    /// Why.
    pub reason: String,
    /// The total that was voted, in hundredths.
    pub points: Option<i64>,
    /// Votes for it.
    pub votes_for: Option<i64>,
    /// Votes against it.
    pub votes_against: Option<i64>,
    /// How many members the council had.
    pub members: Option<i64>,
    /// Word of how far it is.
    pub state: String,
    /// The account of who ordered it.
    pub ordered_by: String,
    /// When.
    pub ordered_at: i64,
    /// When it was closed or cancelled.
    pub ended_at: Option<i64>,
    /// Why it was cancelled, or closed although sheets were missing.
    pub ended_reason: Option<String>,
    /// How many sheets it asks for.
    pub given: i64,
    /// Of these: signed.
    pub signed: i64,
}

impl SecondRow {
    /// How it is marked again.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn form(&self) -> Result<Form, Fault> {
        Form::read(&self.form)
    }

    /// Which value counts.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn counted(&self) -> Result<Counted, Fault> {
        Counted::read(&self.counts)
    }

    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn stage(&self) -> Result<Stage, Fault> {
        Stage::read(&self.state)
    }
}

const COLUMNS: &str = "z.id, z.council_id, c.round, z.dossier_id, s.number, s.title, z.form, \
    z.counts, z.reason, z.points, z.votes_for, z.votes_against, z.members, z.state, \
    z.ordered_by, z.ordered_at, z.ended_at, z.ended_reason, \
    (select count(*) from council_assignment x where x.second_id = z.id) as given, \
    (select count(distinct v.assignment_id) from council_assignment x \
        join score_sheet v on v.assignment_id = x.id where x.second_id = z.id) as signed";
const TABLES: &str = "second_marking z join council c on c.id = z.council_id \
    join dossier_search s on s.dossier_id = z.dossier_id";

/// The second markings of a council, by number, the oldest first.
pub async fn seconds(reader: &Reader, id: CouncilId) -> Result<Vec<SecondRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from {TABLES} where z.council_id = $1 order by s.number, z.ordered_at, z.id"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

pub async fn second(
    reader: &Reader,
    id: CouncilId,
    part: PartId,
) -> Result<Option<SecondRow>, Fault> {
    let sql = format!("select {COLUMNS} from {TABLES} where z.council_id = $1 and z.id = $2");
    reader.maybe(&sql, [id.to_string().into(), part.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct RoundRow {
    round: String,
}

/// The rounds of a contest in which a second marking is open.
pub async fn rounds_marked_again(
    reader: &Reader,
    contest: ContestId,
) -> Result<Vec<String>, Fault> {
    let sql = "select distinct c.round from second_marking z join council c on c.id = z.council_id
        where c.contest_id = $1 and z.state = 'open' order by c.round";
    let rows: Vec<RoundRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| row.round).collect())
}

pub async fn insert_second(
    tx: &mut Tx,
    id: CouncilId,
    order: &Order,
    (by, members): (AccountId, i64),
) -> Result<PartId, Failure> {
    let sql =
        "insert into second_marking (id, council_id, dossier_id, form, counts, reason, points,
            votes_for, votes_against, members, state, ordered_by, ordered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12)";
    let part = PartId::new(tx.at());
    let vote = order.vote();
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        order.dossier.to_string().into(),
        order.how.form().code().into(),
        order.counts.code().into(),
        order.reason.clone().into(),
        vote.map(|vote| i64::from(vote.points.hundredths())).into(),
        vote.map(|vote| i64::from(vote.in_favour)).into(),
        vote.map(|vote| i64::from(vote.against)).into(),
        vote.map(|_| members).into(),
        by.to_string().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// Closes or cancels a second marking.
pub async fn end_second(
    tx: &mut Tx,
    second: &str,
    (stage, reason): (Stage, Option<&str>),
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update second_marking set state = $2, ended_reason = $3, ended_by = $4, ended_at = $5
        where id = $1 and state = 'open'";
    let values = [
        second.into(),
        stage.code().into(),
        reason.map(str::to_owned).into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}
