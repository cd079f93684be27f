//! Who became whom: the links as rows, and the names of their days.

use kernel::id::UnitId;
use kernel::{Day, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::list::places;
use crate::units::reorganisation::ReorganisationId;

/// One link of a reorganisation, with the names of the last day before and the first day after.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LinkRow {
    pub reorganisation_id: String,
    pub kind: String,
    pub decision_number: String,
    pub decision_day: String,
    pub issuer: String,
    pub effective_on: String,
    pub predecessor_id: String,
    pub predecessor: String,
    pub predecessor_under: Option<String>,
    pub predecessor_gone: bool,
    pub successor_id: Option<String>,
    pub successor: Option<String>,
    pub successor_under: Option<String>,
    pub extent: String,
}

const LINK: &str = "select r.id as reorganisation_id, r.kind, r.decision_number, r.decision_day,
        r.issuer, r.effective_on, s.predecessor_id, pn.name as predecessor,
        ppn.name as predecessor_under, coalesce(pu.abolished_on = r.effective_on, false)
            as predecessor_gone,
        s.successor_id, sn.name as successor, spn.name as successor_under, s.extent
    from succession s
    join reorganisation r on r.id = s.reorganisation_id
    join unit pu on pu.id = s.predecessor_id
    join unit_name pn on pn.unit_id = s.predecessor_id
        and (pn.from_day is null or pn.from_day < r.effective_on)
        and (pn.until_day is null or pn.until_day >= r.effective_on)
    left join unit_parent pp on pp.unit_id = s.predecessor_id
        and (pp.from_day is null or pp.from_day < r.effective_on)
        and (pp.until_day is null or pp.until_day >= r.effective_on)
    left join unit_name ppn on ppn.unit_id = pp.parent_id
        and (ppn.from_day is null or ppn.from_day < r.effective_on)
        and (ppn.until_day is null or ppn.until_day >= r.effective_on)
    left join unit_name sn on sn.unit_id = s.successor_id
        and (sn.from_day is null or sn.from_day <= r.effective_on)
        and (sn.until_day is null or sn.until_day > r.effective_on)
    left join unit_parent sp on sp.unit_id = s.successor_id
        and (sp.from_day is null or sp.from_day <= r.effective_on)
        and (sp.until_day is null or sp.until_day > r.effective_on)
    left join unit_name spn on spn.unit_id = sp.parent_id
        and (spn.from_day is null or spn.from_day <= r.effective_on)
        and (spn.until_day is null or spn.until_day > r.effective_on)";

/// The links of one reorganisation, in the order in which they were written.
pub async fn links_of(reader: &Reader, id: ReorganisationId) -> Result<Vec<LinkRow>, Fault> {
    let sql = format!("{LINK} where r.id = $1 order by pn.sort_key, sn.sort_key, s.id");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// The links of every reorganisation in which a unit took part, the latest first.
pub async fn links_around(reader: &Reader, id: UnitId) -> Result<Vec<LinkRow>, Fault> {
    let sql = format!(
        "{LINK} where r.id in (
            select reorganisation_id from succession where predecessor_id = $1
            union select reorganisation_id from succession where successor_id = $1)
         order by r.effective_on desc, r.id desc, pn.sort_key, sn.sort_key, s.id"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

/// A link without names, for walking.
#[derive(Debug, Clone, FromQueryResult)]
pub struct StepRow {
    pub predecessor_id: String,
    pub successor_id: String,
    pub effective_on: String,
    pub extent: String,
}

/// Everything that came from these units, through all steps.
pub async fn steps_forward(reader: &Reader, from: &[String]) -> Result<Vec<StepRow>, Fault> {
    steps(reader, from, ("predecessor_id", "successor_id")).await
}

/// Everything from which these units came, through all steps.
pub async fn steps_backward(reader: &Reader, from: &[String]) -> Result<Vec<StepRow>, Fault> {
    steps(reader, from, ("successor_id", "predecessor_id")).await
}

async fn steps(
    reader: &Reader,
    from: &[String],
    (here, there): (&str, &str),
) -> Result<Vec<StepRow>, Fault> {
    if from.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "with recursive reached (id) as (
            select id from unit where id in ({})
            union
            select s.{there} from reached join succession s on s.{here} = reached.id
            where s.{there} is not null)
         select s.predecessor_id, s.successor_id, r.effective_on, s.extent
         from reached join succession s on s.{here} = reached.id and s.successor_id is not null
         join reorganisation r on r.id = s.reorganisation_id
         where s.successor_id <> s.predecessor_id
         order by r.effective_on, s.id",
        places(1, from.len())
    );
    reader.rows(&sql, from.iter().cloned().map(Value::from)).await
}

#[derive(FromQueryResult)]
struct StateRow {
    id: String,
}

/// Which of these units are no more on a day.
pub async fn gone(reader: &Reader, ids: &[String], day: Day) -> Result<Vec<String>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select id from unit where abolished_on <= $1 and id in ({})",
        places(2, ids.len())
    );
    let values = std::iter::once(day.to_string()).chain(ids.iter().cloned());
    let rows: Vec<StateRow> = reader.rows(&sql, values.map(Value::from)).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
