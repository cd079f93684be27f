//! Which units hold a task.

use kernel::id::UnitId;
use kernel::{Day, Fault};
use sea_orm::FromQueryResult;
use store::Reader;

use super::{IdRow, among};
use crate::tasks::draft::{Assignee, Part};
use crate::tasks::{TaskId, Turn};

/// Whether each of these is a unit.
pub async fn all_known(reader: &Reader, units: &[UnitId]) -> Result<bool, Fault> {
    let units: std::collections::BTreeSet<&UnitId> = units.iter().collect();
    let units: Vec<&UnitId> = units.into_iter().collect();
    for part in units.chunks(500) {
        let mut values = Vec::new();
        let among = among("id", part, &mut values);
        let sql = format!("select count(*) from unit where 1 = 1{among}");
        if reader.number(&sql, values).await? != i64::try_from(part.len())? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[derive(FromQueryResult)]
struct HolderRow {
    unit_id: String,
    part: String,
    named: String,
}

/// The units that hold a task in one turn.
pub async fn holders_of_turn(
    reader: &Reader,
    task: TaskId,
    period: &str,
) -> Result<Vec<Assignee>, Fault> {
    let sql = "select unit_id, part, named from assignment where task_id = $1 and period = $2
        order by unit_id";
    holders(reader.rows(sql, [task.to_string().into(), period.into()]).await?)
}

/// The units that hold a task in any turn, as they were given it last, and are still there on a day.
pub async fn living_holders(
    reader: &Reader,
    task: TaskId,
    day: Day,
) -> Result<Vec<Assignee>, Fault> {
    let sql = "select a.unit_id, a.part, a.named from assignment a join unit u on u.id = a.unit_id
        where a.task_id = $1 and (u.abolished_on is null or u.abolished_on > $2)
            and a.period = (select max(n.period) from assignment n
                where n.task_id = a.task_id and n.unit_id = a.unit_id)
        order by a.unit_id";
    holders(reader.rows(sql, [task.to_string().into(), day.to_string().into()]).await?)
}

fn holders(rows: Vec<HolderRow>) -> Result<Vec<Assignee>, Fault> {
    let holder = |row: HolderRow| {
        let part = if row.part == Part::Lead.code() { Part::Lead } else { Part::Coordinate };
        Ok(Assignee { unit: row.unit_id.parse()?, part, named: row.named })
    };
    rows.into_iter().map(holder).collect()
}

/// The newest turn of a task that was opened; nothing where it comes once.
pub async fn newest_turn(reader: &Reader, task: TaskId) -> Result<Option<Turn>, Fault> {
    let sql =
        "select max(period) as id from assignment where task_id = $1 having max(period) <> ''";
    let row: Option<IdRow> = reader.maybe(sql, [task.to_string().into()]).await?;
    Ok(row.and_then(|row| Turn::read(&row.id)))
}

/// The turns of a task that were opened, the newest first.
pub async fn turns(reader: &Reader, task: &str) -> Result<Vec<String>, Fault> {
    let sql = "select distinct a.period as id from assignment a join task t on t.id = a.task_id
        where a.task_id = $1 and t.recurrence is not null order by a.period desc";
    let rows: Vec<IdRow> = reader.rows(sql, [task.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
