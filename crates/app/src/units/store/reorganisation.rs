//! Reorganisations: what is written, and what must be known to decide.

use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::list::{UnitLine, places};
use crate::units::reorganisation::{Decision, Extent, ReorganisationId, ReorganisationKind};
use crate::units::{PartId, UnitName};

/// What a decision must know about a unit.
#[derive(Debug, Clone, FromQueryResult)]
pub struct StandingRow {
    pub id: String,
    pub name: String,
    pub founded_on: Option<String>,
    pub abolished_on: Option<String>,
    pub named_from: Option<String>,
}

/// These units, each under its newest name.
pub async fn standing(reader: &Reader, ids: &[String]) -> Result<Vec<StandingRow>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select u.id, n.name, u.founded_on, u.abolished_on, n.from_day as named_from
         from unit u join unit_name n on n.unit_id = u.id and n.until_day is null
         where u.id in ({})",
        places(1, ids.len())
    );
    reader.rows(&sql, ids.iter().cloned().map(Value::from)).await
}

/// A unit whose parent is no more, and the parent.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OrphanRow {
    pub id: String,
    pub name: String,
    pub parent_name: String,
}

/// Units that still stand under a predecessor of this reorganisation that has ended.
pub async fn orphans(reader: &Reader, id: ReorganisationId) -> Result<Vec<OrphanRow>, Fault> {
    let sql = "select distinct c.id, n.name, pn.name as parent_name, n.sort_key
        from succession s
        join reorganisation r on r.id = s.reorganisation_id
        join unit gone on gone.id = s.predecessor_id and gone.abolished_on = r.effective_on
        join unit_parent p on p.parent_id = gone.id
            and (p.until_day is null or p.until_day > r.effective_on)
        join unit c on c.id = p.unit_id
            and (c.abolished_on is null or c.abolished_on > r.effective_on)
        join unit_name n on n.unit_id = c.id and n.until_day is null
        join unit_name pn on pn.unit_id = gone.id and pn.until_day is null
        where r.id = $1 order by n.sort_key, c.id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_reorganisation(
    tx: &mut Tx,
    kind: ReorganisationKind,
    decision: &Decision,
) -> Result<ReorganisationId, Failure> {
    let id = ReorganisationId::new(tx.at());
    let sql = "insert into reorganisation (id, kind, decision_number, decision_day, issuer,
        effective_on, note, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        id.to_string().into(),
        kind.code().into(),
        decision.number.as_str().into(),
        decision.day.to_string().into(),
        decision.issuer.as_str().into(),
        decision.effective_on.to_string().into(),
        decision.note.clone().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn insert_succession(
    tx: &mut Tx,
    id: ReorganisationId,
    predecessor: UnitId,
    successor: Option<(UnitId, Extent)>,
) -> Result<PartId, Failure> {
    let row = PartId::new(tx.at());
    let sql = "insert into succession (id, reorganisation_id, predecessor_id, successor_id, extent)
        values ($1, $2, $3, $4, $5)";
    let values = [
        row.to_string().into(),
        id.to_string().into(),
        predecessor.to_string().into(),
        successor.map(|(unit, _)| unit.to_string()).into(),
        successor.map_or("none", |(_, extent)| extent.code()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}

pub async fn abolish(tx: &mut Tx, id: UnitId, day: Day) -> Result<(), Failure> {
    let sql = "update unit set abolished_on = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), day.to_string().into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// Ends the name that has no end, and answers with its row.
pub async fn end_name(tx: &mut Tx, id: UnitId, day: Day) -> Result<Vec<String>, Failure> {
    let sql = "select id from unit_name where unit_id = $1 and until_day is null";
    let open: Vec<IdRow> = tx.rows(sql, [id.to_string().into()]).await?;
    let sql = "update unit_name set until_day = $2 where unit_id = $1 and until_day is null";
    tx.run(sql, [id.to_string().into(), day.to_string().into()]).await?;
    Ok(open.into_iter().map(|row| row.id).collect())
}

/// Puts a typing error in the newest name right; the name keeps its days.
pub async fn correct_name(
    tx: &mut Tx,
    id: UnitId,
    name: &UnitName,
) -> Result<Vec<String>, Failure> {
    let sql = "select id from unit_name where unit_id = $1 and until_day is null";
    let open: Vec<IdRow> = tx.rows(sql, [id.to_string().into()]).await?;
    let sql = "update unit_name set name = $2, folded = $3, sort_key = $4
        where unit_id = $1 and until_day is null";
    let values = [
        id.to_string().into(),
        name.as_str().into(),
        text::fold(name.as_str()).into(),
        text::sort_key(name.as_str()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(open.into_iter().map(|row| row.id).collect())
}

/// A reorganisation in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReorganisationLine {
    pub id: String,
    pub kind: String,
    pub decision_number: String,
    pub decision_day: String,
    pub issuer: String,
    pub effective_on: String,
    pub note: Option<String>,
    pub predecessors: i64,
    pub successors: i64,
}

const REORGANISATION: &str = "select r.id, r.kind, r.decision_number, r.decision_day, r.issuer,
        r.effective_on, r.note, count(distinct s.predecessor_id) as predecessors,
        count(distinct s.successor_id) as successors
    from reorganisation r join succession s on s.reorganisation_id = r.id";
const REORGANISATION_GROUP: &str = "group by r.id, r.kind, r.decision_number, r.decision_day,
    r.issuer, r.effective_on, r.note";

/// Reorganisations, the latest first.
pub async fn reorganisations(
    reader: &Reader,
    (limit, offset): (i64, i64),
) -> Result<Vec<ReorganisationLine>, Fault> {
    let sql = format!(
        "{REORGANISATION} {REORGANISATION_GROUP} order by r.effective_on desc, r.id desc
         limit $1 offset $2"
    );
    reader.rows(&sql, [limit.into(), offset.into()]).await
}

pub async fn reorganisation(
    reader: &Reader,
    id: ReorganisationId,
) -> Result<Option<ReorganisationLine>, Fault> {
    let sql = format!("{REORGANISATION} where r.id = $1 {REORGANISATION_GROUP}");
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// The parent of a unit on a day, for a successor that stands where its predecessor stood.
pub async fn parent_on(reader: &Reader, id: UnitId, day: Day) -> Result<Option<UnitId>, Fault> {
    let line: Option<UnitLine> = super::find(reader, id, day).await?;
    Ok(line.and_then(|line| line.parent_id).map(|id| id.parse()).transpose()?)
}
