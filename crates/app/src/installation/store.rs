//! SQL on the heartbeat, and by which the demo finds the rows that its people mean.

use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// Writes that a node was alive at the moment of the transaction.
pub async fn beat(tx: &mut Tx, node: &str) -> Result<(), Failure> {
    let sql = "insert into heartbeat (node, at) values ($1, $2)
        on conflict (node) do update set at = $2";
    let at = tx.at().millis();
    tx.run(sql, [node.into(), at.into()]).await.map(drop)
}

#[derive(FromQueryResult)]
pub struct PointedRow {
    pub id: String,
    pub unit_id: String,
    pub revision: i64,
    pub state: String,
}

/// The assignments of a contest whose task holds these words, by unit; each unit's last.
pub async fn assignments(
    reader: &Reader,
    contest: ContestId,
    words: &str,
) -> Result<Vec<PointedRow>, Fault> {
    let sql = "select max(a.id) as id, a.unit_id, cast(0 as bigint) as revision, '' as state
        from assignment a join task t on t.id = a.task_id
        where a.contest_id = $1 and t.folded like $2
        group by a.unit_id order by a.unit_id";
    let like = format!("%{}%", text::fold(words));
    reader.rows(sql, [contest.to_string().into(), like.into()]).await
}

/// The last that a unit told of its publicity in a contest.
pub async fn last_publicity(
    reader: &Reader,
    (contest, unit): (ContestId, UnitId),
) -> Result<Option<PointedRow>, Fault> {
    let sql = "select id, unit_id, revision, state from publicity
        where contest_id = $1 and unit_id = $2 order by id desc limit 1";
    reader.maybe(sql, [contest.to_string().into(), unit.to_string().into()]).await
}

/// The reports of a period, by unit.
pub async fn reports(
    reader: &Reader,
    contest: ContestId,
    period: &str,
) -> Result<Vec<PointedRow>, Fault> {
    let sql = "select id, unit_id, revision, state from period_report
        where contest_id = $1 and period = $2 order by unit_id";
    reader.rows(sql, [contest.to_string().into(), period.into()]).await
}
