//! The only SQL on what changed, by which each node keeps its index up.

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::prior_art::{EarlierId, ListId};

/// A change.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ChangeRow {
    /// Its number.
    pub seq: i64,
    /// The list that was accepted or withdrawn.
    pub import_id: Option<String>,
    /// Whether that list counts now.
    pub accepted: bool,
    /// The single solution that came or changed.
    pub solution_id: Option<String>,
}

/// The changes after one, in order.
pub async fn after(reader: &Reader, seq: i64) -> Result<Vec<ChangeRow>, Fault> {
    let sql =
        "select c.seq, c.import_id, c.solution_id, coalesce(i.state, '') = 'accepted' as accepted
        from earlier_change c left join earlier_import i on i.id = c.import_id
        where c.seq > $1 order by c.seq limit 1000";
    reader.rows(sql, [seq.into()]).await
}

/// How many solutions count.
pub async fn size(reader: &Reader) -> Result<i64, Fault> {
    let sql = "select count(*) from earlier_solution s where s.source = 'dossier' or exists (
            select 1 from earlier_import i where i.id = s.import_id and i.state = 'accepted')";
    reader.number(sql, []).await
}

/// Tells each node of a list. All writing transactions happen one after the other: no number is skipped.
pub async fn list_changed(tx: &mut Tx, id: ListId) -> Result<(), Failure> {
    insert(tx, Some(id.to_string()), None).await
}

/// Tells each node of a single solution.
pub async fn solution_changed(tx: &mut Tx, id: EarlierId) -> Result<(), Failure> {
    insert(tx, None, Some(id.to_string())).await
}

async fn insert(
    tx: &mut Tx,
    list: Option<String>,
    solution: Option<String>,
) -> Result<(), Failure> {
    let sql = "insert into earlier_change (seq, import_id, solution_id, at)
        values ((select coalesce(max(seq), 0) + 1 from earlier_change), $1, $2, $3)";
    let at = tx.at().millis();
    tx.run(sql, [list.into(), solution.into(), at.into()]).await.map(drop)
}

/// What an index must know of a solution.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TextRow {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is about.
    pub body: String,
}

/// The next solutions of a list.
pub async fn texts(
    reader: &Reader,
    (list, after): (&str, &str),
    limit: i64,
) -> Result<Vec<TextRow>, Fault> {
    let sql = "select id, title, body from earlier_solution
        where import_id = $1 and id > $2 order by id limit $3";
    let values: [Value; 3] = [list.into(), after.into(), limit.into()];
    reader.rows(sql, values).await
}

/// A single solution.
pub async fn text(reader: &Reader, id: &str) -> Result<Option<TextRow>, Fault> {
    let sql = "select id, title, body from earlier_solution where id = $1";
    reader.maybe(sql, [id.into()]).await
}
