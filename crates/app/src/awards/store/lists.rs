//! Lists and prizes.

use judging::bundle::Bundle;
use kernel::id::ContestId;
use kernel::{Day, Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::awards::{MeetingId, PartId};

/// The list of a meeting that was closed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ListRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Decided by which meeting.
    pub meeting_id: String,
    /// 1, 2, …
    pub version: i64,
    /// SHA-256 of its bundle.
    pub digest: String,
    /// When it was made.
    pub made_at: i64,
}

pub(super) const LIST: &str = "l.id, l.contest_id, l.meeting_id, l.version, l.digest, l.made_at";

/// The lists of a contest, the newest first.
pub async fn lists(reader: &Reader, contest: ContestId) -> Result<Vec<ListRow>, Fault> {
    let sql =
        format!("select {LIST} from award_list l where l.contest_id = $1 order by l.version desc");
    reader.rows(&sql, [contest.to_string().into()]).await
}

/// Every list of every contest.
pub async fn every_list(reader: &Reader) -> Result<Vec<ListRow>, Fault> {
    reader.rows(&format!("select {LIST} from award_list l order by l.id"), []).await
}

/// The list that a meeting decided.
pub async fn list_of(reader: &Reader, meeting: MeetingId) -> Result<Option<ListRow>, Fault> {
    let sql = format!("select {LIST} from award_list l where l.meeting_id = $1");
    reader.maybe(&sql, [meeting.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct BodyRow {
    body: String,
}

/// The bundle of a list in its one spelling: a large text, which few ask for.
pub async fn body(reader: &Reader, list: &str) -> Result<String, Fault> {
    let sql = "select body from award_list where id = $1";
    let row: Option<BodyRow> = reader.maybe(sql, [list.into()]).await?;
    row.map(|row| row.body).ok_or_else(|| Fault::new("a list is gone"))
}

/// The same, read.
pub async fn bundle(reader: &Reader, list: &str) -> Result<Bundle, Fault> {
    Ok(serde_json::from_str(&body(reader, list).await?)?)
}

pub async fn insert_list(
    tx: &mut Tx,
    (contest, meeting): (ContestId, MeetingId),
    (body, digest): (&str, &str),
) -> Result<PartId, Failure> {
    let sql = "insert into award_list (id, contest_id, meeting_id, version, body, digest, made_at)
        select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6
        from award_list where contest_id = $2";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        contest.to_string().into(),
        meeting.to_string().into(),
        body.into(),
        digest.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// A prize that is to be written.
#[derive(Debug, Clone)]
pub struct NewAward<'a> {
    /// Which dossier.
    pub dossier: &'a str,
    /// 1, 2, … from the highest prize down.
    pub position: i64,
    /// Key and name of the prize.
    pub prize: (&'a str, &'a str),
    /// What the dossier gets, in đồng.
    pub money: i64,
    /// Its rank among all.
    pub rank: i64,
    /// Whether it is proposed for the next level.
    pub is_forwarded: bool,
}

pub async fn insert_award(
    tx: &mut Tx,
    list: PartId,
    new: &NewAward<'_>,
) -> Result<PartId, Failure> {
    let sql = "insert into award (id, list_id, dossier_id, position, prize, name, money, rank,
            is_forwarded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        list.to_string().into(),
        new.dossier.into(),
        new.position.into(),
        new.prize.0.into(),
        new.prize.1.into(),
        new.money.into(),
        new.rank.into(),
        new.is_forwarded.into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// A dossier with a prize.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct WinnerRow {
    /// The dossier.
    pub dossier_id: String,
    /// Its number.
    pub number: i64,
    /// As it was handed in.
    pub title: String,
    /// Names of the authors, one on each line.
    pub authors: String,
    /// Its field; may be empty.
    pub field: String,
    /// Name of its unit on the day.
    pub unit: Option<String>,
    /// Key of the prize.
    pub prize: String,
    /// What it is called.
    pub name: String,
    /// What the dossier gets, in đồng.
    pub money: i64,
    /// Whether it is proposed for the next level.
    pub is_forwarded: bool,
}

/// The dossiers with a prize of a list, from the highest prize down, with units as they are called on a day.
pub async fn winners(reader: &Reader, list: &str, day: Day) -> Result<Vec<WinnerRow>, Fault> {
    let sql = "select w.dossier_id, s.number, s.title, s.authors, s.field, n.name as unit, w.prize,
            w.name, w.money, w.is_forwarded
        from award w join dossier_search s on s.dossier_id = w.dossier_id
            left join unit_name n on n.unit_id = s.unit_id
                and (n.from_day is null or n.from_day <= $2)
                and (n.until_day is null or n.until_day > $2)
        where w.list_id = $1 order by w.position";
    reader.rows(sql, [list.into(), day.to_string().into()]).await
}

/// A dossier as lists name it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EntrantRow {
    /// The dossier.
    pub dossier_id: String,
    /// Its number.
    pub number: i64,
    /// As it was handed in.
    pub title: String,
    /// Names of the authors, one on each line.
    pub authors: String,
    /// Name of its unit on the day.
    pub unit: Option<String>,
}

/// The dossiers of a contest that were handed in, by number, with units as they are called on a day.
pub async fn entrants(
    reader: &Reader,
    contest: ContestId,
    day: Day,
) -> Result<Vec<EntrantRow>, Fault> {
    let sql = "select s.dossier_id, s.number, s.title, s.authors, n.name as unit
        from dossier_search s left join unit_name n on n.unit_id = s.unit_id
            and (n.from_day is null or n.from_day <= $2)
            and (n.until_day is null or n.until_day > $2)
        where s.contest_id = $1 order by s.number";
    reader.rows(sql, [contest.to_string().into(), day.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct PrizeRow {
    name: String,
}

/// What a dossier has won in a list.
pub async fn prize_of(
    reader: &Reader,
    (list, dossier): (&str, &str),
) -> Result<Option<String>, Fault> {
    let sql = "select name from award where list_id = $1 and dossier_id = $2";
    let row: Option<PrizeRow> = reader.maybe(sql, [list.into(), dossier.into()]).await?;
    Ok(row.map(|row| row.name))
}
