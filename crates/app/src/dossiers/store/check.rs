//! What checking reads of dossiers: all of them, some at a time.

use std::collections::BTreeSet;

use kernel::Fault;
use kernel::id::ContestId;
use sea_orm::FromQueryResult;
use store::Reader;

use super::DossierRow;
use super::lists::SearchRow;
use super::needs::weight;
use crate::dossiers::DossierId;

/// Dossiers after one, in the order of ids: of a contest, or of all.
pub async fn after(
    reader: &Reader,
    contest: Option<ContestId>,
    (last, limit): (&str, i64),
) -> Result<Vec<DossierRow>, Fault> {
    let sql = "select id, contest_id, number, state, rules_version, unit_id from dossier
        where ($1 = '' or contest_id = $1) and id > $2 order by id limit $3";
    let contest = contest.map(|id| id.to_string()).unwrap_or_default();
    reader.rows(sql, [contest.into(), last.into(), limit.into()]).await
}

/// What a dossier is found by, with its state and its unit.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct KeptRow {
    /// Word of the state.
    pub state: String,
    /// Its unit.
    pub unit_id: Option<String>,
    /// Of which contest.
    pub contest_id: String,
}

/// What a dossier is found by.
pub async fn search(reader: &Reader, id: DossierId) -> Result<Option<(SearchRow, KeptRow)>, Fault> {
    let sql = "select number, field, title, authors, folded, sort_key, applied, received_at,
            people_folded from dossier_search where dossier_id = $1";
    let row: Option<SearchRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    let sql = "select state, unit_id, contest_id from dossier_search where dossier_id = $1";
    let kept: Option<KeptRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.zip(kept))
}

/// A need as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
pub struct NeedRow {
    /// What.
    pub what: String,
    /// Which author, which part.
    pub key: String,
    /// To what an answer must be given.
    pub holds_for: String,
    /// Whether it is there.
    pub met: bool,
}

/// The needs of a dossier as they are kept.
pub async fn needs(reader: &Reader, id: DossierId) -> Result<Vec<NeedRow>, Fault> {
    let sql = "select what, key, holds_for, met from dossier_need where dossier_id = $1";
    reader.rows(sql, [id.to_string().into()]).await
}

/// What lists must find to be lacking by these needs.
pub fn sum(needs: &BTreeSet<NeedRow>) -> i64 {
    let unmet = needs.iter().filter(|need| !need.met);
    unmet.fold(0, |all, need| all | weight(&need.what))
}

#[derive(FromQueryResult)]
struct LackRow {
    lacks: i64,
}

/// What lists find a dossier to be lacking.
pub async fn lacks(reader: &Reader, id: DossierId) -> Result<i64, Fault> {
    let sql = "select lacks from dossier_search where dossier_id = $1";
    let row: Option<LackRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.map_or(0, |row| row.lacks))
}
