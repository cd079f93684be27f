//! The statements of rules of judging.

use judging::rules::Rules;
use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::RubricId;
use crate::contests::Why;

/// A version of the rules of judging.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RubricRow {
    /// 1, 2, …
    pub version: i64,
    /// JSON.
    pub body: String,
    /// Which paper made it so.
    pub paper_id: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The name of who made it.
    pub maker: Option<String>,
    /// When.
    pub made_at: i64,
}

impl RubricRow {
    /// What the rules say.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn rules(&self) -> Result<Rules, Fault> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// From when on the rules stay as they are.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SealRow {
    /// The version by which is judged.
    pub version: i64,
    /// Since when.
    pub sealed_at: i64,
}

const OF_CONTEST: &str =
    "select r.version, r.body, r.paper_id, r.reason, a.name as maker, r.made_at
    from rubric r left join account a on a.id = r.made_by where r.contest_id = $1";

/// Every version of the rules of judging, the newest first.
pub async fn all(reader: &Reader, contest: ContestId) -> Result<Vec<RubricRow>, Fault> {
    let sql = format!("{OF_CONTEST} order by r.version desc");
    reader.rows(&sql, [contest.to_string().into()]).await
}

/// The newest version; nothing where none was declared.
pub async fn newest(reader: &Reader, contest: ContestId) -> Result<Option<RubricRow>, Fault> {
    let sql = format!("{OF_CONTEST} order by r.version desc limit 1");
    reader.maybe(&sql, [contest.to_string().into()]).await
}

/// One version.
pub async fn at(
    reader: &Reader,
    contest: ContestId,
    version: i64,
) -> Result<Option<RubricRow>, Fault> {
    let sql = format!("{OF_CONTEST} and r.version = $2");
    reader.maybe(&sql, [contest.to_string().into(), version.into()]).await
}

/// Keeps a version.
pub async fn insert(
    tx: &mut Tx,
    contest: ContestId,
    (version, rules): (i64, &Rules),
    why: &Why,
) -> Result<RubricId, Failure> {
    let sql =
        "insert into rubric (id, contest_id, version, body, paper_id, reason, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id = RubricId::new(tx.at());
    let body = serde_json::to_string(rules).map_err(Fault::from)?;
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        version.into(),
        body.into(),
        why.paper.map(|id| id.to_string()).into(),
        why.words.clone().into(),
        why.by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Since when, and by which version, is judged.
pub async fn sealed(reader: &Reader, contest: ContestId) -> Result<Option<SealRow>, Fault> {
    let sql = "select version, sealed_at from rubric_seal where contest_id = $1";
    reader.maybe(sql, [contest.to_string().into()]).await
}

/// Seals a version.
pub async fn insert_seal(
    tx: &mut Tx,
    contest: ContestId,
    version: i64,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into rubric_seal (contest_id, version, sealed_at, sealed_by)
        values ($1, $2, $3, $4)";
    let values = [
        contest.to_string().into(),
        version.into(),
        tx.at().millis().into(),
        by.map(|id| id.to_string()).into(),
    ];
    tx.run(sql, values).await.map(drop)
}
