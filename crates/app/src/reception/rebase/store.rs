//! Which dossiers are measured by earlier rules.

use ::store::Reader;
use kernel::Fault;
use kernel::id::ContestId;
use sea_orm::FromQueryResult;

/// A dossier that is measured by earlier rules.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BehindRow {
    /// Id.
    pub id: String,
    /// Number.
    pub number: i64,
    /// By which rules.
    pub rules_version: i64,
}

/// Dossiers of a contest that wait for the office and are measured by earlier rules than these.
pub async fn behind(
    reader: &Reader,
    (contest, newest): (ContestId, i64),
    (limit, offset): (i64, i64),
) -> Result<Vec<BehindRow>, Fault> {
    let sql = "select id, number, rules_version from dossier
        where contest_id = $1 and rules_version < $2
            and state in ('submitted', 'received', 'returned')
        order by number limit $3 offset $4";
    let values = [contest.to_string().into(), newest.into(), limit.into(), offset.into()];
    reader.rows(sql, values).await
}

/// How many of them there are.
pub async fn count(reader: &Reader, contest: ContestId, newest: i64) -> Result<i64, Fault> {
    let sql = "select count(*) from dossier where contest_id = $1 and rules_version < $2
            and state in ('submitted', 'received', 'returned')";
    reader.number(sql, [contest.to_string().into(), newest.into()]).await
}
