//! The units of an audience, and who can be reached there.

use kernel::id::ContestId;
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use crate::mailings::{Audience, Whom};

/// The units of an audience as a table: `$1` contest, `$2` the moment.
fn audience(contest: ContestId, whom: Whom, at: Instant) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = vec![contest.to_string().into(), at.millis().into()];
    let state = match whom.audience {
        Audience::All => "",
        Audience::NotBegun => " and a.state = 'open'",
        Audience::NotReported => " and a.state in ('open', 'in_progress', 'returned')",
        Audience::Late => " and a.state in ('open', 'in_progress', 'returned') and a.due_at <= $2",
    };
    let task = match whom.task {
        Some(task) => {
            values.push(task.to_string().into());
            " and a.task_id = $3"
        }
        None => "",
    };
    let sql = format!(
        "(select distinct a.unit_id from assignment a
            join task t on t.id = a.task_id and t.called_off_at is null
          where a.contest_id = $1 and $2 > 0{state}{task})"
    );
    (sql, values)
}

/// A unit of an audience.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitRow {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
}

/// The units of an audience by name.
pub async fn units(
    reader: &Reader,
    contest: ContestId,
    whom: Whom,
    at: Instant,
) -> Result<Vec<UnitRow>, Fault> {
    let (audience, mut values) = audience(contest, whom, at);
    values.push(at.day().to_string().into());
    let day = values.len();
    let sql = format!(
        "select a.unit_id as id, n.name from {audience} a
            join unit_search s on s.unit_id = a.unit_id
            left join unit_name n on n.unit_id = a.unit_id
                and (n.from_day is null or n.from_day <= ${day})
                and (n.until_day is null or n.until_day > ${day})
         order by s.sort_key, a.unit_id"
    );
    reader.rows(&sql, values).await
}

/// Somebody who can be reached at a unit.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PersonRow {
    /// The unit.
    pub unit_id: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: Option<String>,
    /// Number.
    pub phone: Option<String>,
    /// Whether they act for the unit; otherwise they are its contact.
    pub coordinates: bool,
}

/// Who acts for the units of an audience today, and their contacts.
pub async fn people(
    reader: &Reader,
    contest: ContestId,
    whom: Whom,
    at: Instant,
) -> Result<Vec<PersonRow>, Fault> {
    let (audience, mut values) = audience(contest, whom, at);
    values.push(at.day().to_string().into());
    let day = values.len();
    let sql = format!(
        "select g.unit_id, l.name, l.email, cast(null as text) as phone, true as coordinates
         from {audience} a join role_grant g on g.unit_id = a.unit_id and g.role = 'coordinator'
                and g.revoked_at is null and g.from_day <= ${day}
                and (g.until_day is null or g.until_day > ${day})
            join account l on l.id = g.account_id and l.disabled_at is null
         union all
         select c.unit_id, c.name, c.email, c.phone, false as coordinates
         from {audience} a join unit_contact c on c.unit_id = a.unit_id"
    );
    reader.rows(&sql, values).await
}

/// A task that a letter can be about.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskRow {
    /// Id.
    pub id: String,
    /// Its place.
    pub position: i64,
    /// Its words.
    pub text: String,
}

/// The tasks of a contest that hold, in their order.
pub async fn tasks(reader: &Reader, contest: ContestId) -> Result<Vec<TaskRow>, Fault> {
    let sql = "select id, position, text from task
        where contest_id = $1 and called_off_at is null order by position, id";
    reader.rows(sql, [contest.to_string().into()]).await
}
