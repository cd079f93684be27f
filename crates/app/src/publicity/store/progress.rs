//! What was published, counted again by whatever writes it, from the rows themselves.

use kernel::Failure;
use kernel::id::{ContestId, UnitId};
use sea_orm::FromQueryResult;
use store::{Tx, Value};

use super::IS_DONE;
use crate::publicity::PublicityId;

/// Counts a whole contest again.
///
/// # Errors
/// The database is away.
pub async fn recount(tx: &mut Tx, contest: ContestId) -> Result<(), Failure> {
    of_units(tx, contest, None).await?;
    of_channels(tx, contest).await
}

#[derive(FromQueryResult)]
struct PlaceRow {
    contest_id: String,
    unit_id: String,
}

/// Counts what an activity belongs to again: its unit, and the channels of its contest.
pub(super) async fn recount_of(tx: &mut Tx, id: PublicityId) -> Result<(), Failure> {
    let sql = "select contest_id, unit_id from publicity where id = $1";
    let found: Option<PlaceRow> = tx.maybe(sql, [id.to_string().into()]).await?;
    let Some(place) = found else { return Ok(()) };
    let contest = place.contest_id.parse()?;
    of_units(tx, contest, Some(place.unit_id.parse()?)).await?;
    of_channels(tx, contest).await
}

/// Counts one unit of a contest again, or all.
async fn of_units(tx: &mut Tx, contest: ContestId, unit: Option<UnitId>) -> Result<(), Failure> {
    let mut values: Vec<Value> = vec![contest.to_string().into()];
    values.extend(unit.map(|unit| Value::from(unit.to_string())));
    let and = unit.map_or("", |_| " and unit_id = $2");
    let sql = format!("delete from publicity_progress where contest_id = $1{and}");
    tx.run(&sql, values.clone()).await?;
    let sql = format!(
        "insert into publicity_progress (id, contest_id, unit_id, done, taken, waiting, channels,
            copies, reach, first_on)
         select contest_id || '/' || unit_id, contest_id, unit_id, count(*),
            count(case when state = 'taken' then 1 end), count(case when state = 'done' then 1 end),
            count(distinct channel), coalesce(sum(copies), 0), coalesce(sum(reach), 0), min(done_on)
         from publicity where contest_id = $1{and} and {IS_DONE} group by contest_id, unit_id"
    );
    tx.run(&sql, values).await.map(drop)
}

/// Counts the channels of a contest again.
async fn of_channels(tx: &mut Tx, contest: ContestId) -> Result<(), Failure> {
    let of: [Value; 1] = [contest.to_string().into()];
    tx.run("delete from publicity_by_channel where contest_id = $1", of.clone()).await?;
    let sql = format!(
        "insert into publicity_by_channel (id, contest_id, channel, done, copies, reach)
         select contest_id || '/' || channel, contest_id, channel, count(*),
            coalesce(sum(copies), 0), coalesce(sum(reach), 0)
         from publicity where contest_id = $1 and {IS_DONE} group by contest_id, channel"
    );
    tx.run(&sql, of).await.map(drop)
}
