//! Versions of a contest's rules.

use kernel::id::ContestId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::contests::rules::RuleSet;
use crate::contests::{PartId, Why};

/// A version of the rules.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RulesRow {
    /// 1, 2, …
    pub version: i64,
    /// JSON.
    pub body: String,
    /// Which paper made it so.
    pub paper_id: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub made_at: i64,
}

impl RulesRow {
    /// What the rules say.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn rules(&self) -> Result<RuleSet, Fault> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// Every version of the rules, the newest first.
pub async fn rules(reader: &Reader, id: ContestId) -> Result<Vec<RulesRow>, Fault> {
    let sql = "select version, body, paper_id, reason, made_at from rule_set
        where contest_id = $1 order by version desc";
    reader.rows(sql, [id.to_string().into()]).await
}

/// The newest version of the rules; each contest has one from its founding on.
pub async fn newest_rules(reader: &Reader, id: ContestId) -> Result<Option<RulesRow>, Fault> {
    let sql = "select version, body, paper_id, reason, made_at from rule_set
        where contest_id = $1 order by version desc limit 1";
    reader.maybe(sql, [id.to_string().into()]).await
}

pub async fn rules_at(
    reader: &Reader,
    id: ContestId,
    version: i64,
) -> Result<Option<RulesRow>, Fault> {
    let sql = "select version, body, paper_id, reason, made_at from rule_set
        where contest_id = $1 and version = $2";
    reader.maybe(sql, [id.to_string().into(), version.into()]).await
}

pub async fn last_rules_version(reader: &Reader, id: ContestId) -> Result<i64, Fault> {
    let sql = "select coalesce(max(version), 0) from rule_set where contest_id = $1";
    reader.number(sql, [id.to_string().into()]).await
}

pub async fn insert_rules(
    tx: &mut Tx,
    contest: ContestId,
    version: i64,
    rules: &RuleSet,
    why: &Why,
) -> Result<PartId, Failure> {
    let sql =
        "insert into rule_set (id, contest_id, version, body, paper_id, reason, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id = PartId::new(tx.at());
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
