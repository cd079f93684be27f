//! Who runs a contest, and who coordinates its units. Accounts and roles are only read here.

use kernel::id::ContestId;
use kernel::{Day, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

/// The name of a unit on a day.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitRow {
    /// The unit.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Somebody who holds a role.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HolderRow {
    /// Their name.
    pub name: String,
    /// Where to write to them.
    pub email: String,
    /// Word of the role.
    pub role: String,
    /// At which unit; nothing: for the installation.
    pub unit_id: Option<String>,
}

const HOLDER: &str = "select a.name, a.email, g.role, g.unit_id
    from role_grant g join account a on a.id = g.account_id and a.disabled_at is null
    where g.revoked_at is null and g.from_day <= $1 and (g.until_day is null or g.until_day > $1)";

/// The names of these units on a day; of one that is no more, its last.
pub async fn unit_names(reader: &Reader, ids: &[String], day: Day) -> Result<Vec<UnitRow>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select n.unit_id as id, n.name from unit_name n
         where (n.from_day is null or n.from_day <= $1)
             and (n.until_day is null or n.until_day > $1) and n.unit_id in ({})",
        places(2, ids.len())
    );
    let values = std::iter::once(day.to_string()).chain(ids.iter().cloned());
    reader.rows(&sql, values.map(Value::from)).await
}

/// The name of a unit on a day; nothing where there is no such unit.
pub async fn unit_name(reader: &Reader, id: &str, day: Day) -> Result<Option<String>, Fault> {
    let names = unit_names(reader, &[id.to_owned()], day).await?;
    Ok(names.into_iter().next().map(|row| row.name))
}

fn places(from: usize, count: usize) -> String {
    let places: Vec<String> = (from..from + count).map(|at| format!("${at}")).collect();
    places.join(", ")
}

/// Who runs the contests of these units: the office, and their secretaries.
pub async fn runners(reader: &Reader, units: &[String], day: Day) -> Result<Vec<HolderRow>, Fault> {
    let at = match units.is_empty() {
        true => String::new(),
        false => {
            format!(" or (g.role = 'secretary' and g.unit_id in ({}))", places(2, units.len()))
        }
    };
    let sql = format!(
        "{HOLDER} and ((g.unit_id is null and g.role in ('secretary', 'administrator')){at})
         order by g.unit_id nulls last, g.role desc, a.name, a.id"
    );
    let values = std::iter::once(day.to_string()).chain(units.iter().cloned());
    reader.rows(&sql, values.map(Value::from)).await
}

const TAKE_PART: &str = "from unit_search s where s.unit_id in
    (select a.unit_id from unit_progress a where a.contest_id = $1)";

/// How many units have tasks in a contest.
pub async fn count_units(reader: &Reader, id: ContestId) -> Result<i64, Fault> {
    let sql = format!("select count(*) {TAKE_PART}");
    reader.number(&sql, [id.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// One page of the units that have tasks in a contest, by name.
pub async fn units(
    reader: &Reader,
    id: ContestId,
    (limit, offset): (i64, i64),
) -> Result<Vec<String>, Fault> {
    let sql = format!(
        "select s.unit_id as id {TAKE_PART} order by s.sort_key, s.unit_id limit $2 offset $3"
    );
    let rows: Vec<IdRow> =
        reader.rows(&sql, [id.to_string().into(), limit.into(), offset.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Who coordinates these units.
pub async fn coordinators(
    reader: &Reader,
    units: &[String],
    day: Day,
) -> Result<Vec<HolderRow>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{HOLDER} and g.role = 'coordinator' and g.unit_id in ({}) order by a.name, a.id",
        places(2, units.len())
    );
    let values = std::iter::once(day.to_string()).chain(units.iter().cloned());
    reader.rows(&sql, values.map(Value::from)).await
}
