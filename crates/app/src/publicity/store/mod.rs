//! The only SQL on the tables of publicity: here what is written and read of one activity.

mod lists;
mod progress;
mod proofs;
mod units;

use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::PublicityId;
use super::draft::{Before, Draft, When};
use super::state::State;
use crate::tasks::AssignmentId;

pub use lists::{
    ActivityFilter, ActivityLine, ContestLine, TaskLine, UnitOption, activities, activity_count,
    contests_of, tasks_for, unit_name, unit_of_task, units_of,
};
pub use progress::recount;
pub use proofs::{Event, EventRow, events, files, insert_event, insert_file};
pub use units::{
    CellRow, Counts, Has, Order, UnitFilter, UnitLine, cells, counts, unit_count, unit_list,
};

/// What counts as done in a condition on `publicity`.
pub const IS_DONE: &str = "state in ('done', 'asked', 'taken')";

/// The condition that the unit `s.unit_id` takes part in the contest `$1`: it has a task, or stands behind
/// it. Asked unit by unit, so that a page of units by name is walked no further than its end.
pub(super) const TAKES_PART: &str = "(exists (select 1 from unit_progress w
        where w.contest_id = $1 and w.unit_id = s.unit_id)
    or s.unit_id in (select organiser_id from contest where id = $1 and organiser_id is not null
        union select standing_id from contest where id = $1 and standing_id is not null
        union select receiving_id from contest where id = $1 and receiving_id is not null))";

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// A condition and its values: `and <column> in ($4, $5)`.
fn among(column: &str, ids: &[impl std::fmt::Display], values: &mut Vec<Value>) -> String {
    if ids.is_empty() {
        return " and 1 = 0".to_owned();
    }
    let first = values.len() + 1;
    values.extend(ids.iter().map(|id| Value::from(id.to_string())));
    let places: Vec<String> = (first..=values.len()).map(|at| format!("${at}")).collect();
    format!(" and {column} in ({})", places.join(", "))
}

/// The name of a unit on the day `$day`.
fn named(alias: &str, day: usize) -> String {
    format!(
        " left join unit_name n on n.unit_id = {alias}.unit_id
            and (n.from_day is null or n.from_day <= ${day})
            and (n.until_day is null or n.until_day > ${day})"
    )
}

/// Which of these units take part in a contest.
pub async fn taking_part(
    reader: &Reader,
    contest: ContestId,
    units: &[UnitId],
) -> Result<Vec<UnitId>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vec![contest.to_string().into()];
    let own = among("unit_id", units, &mut values);
    let stands = among("id", units, &mut values);
    let sql = format!(
        "select unit_id as id from unit_progress where contest_id = $1{own}
         union select id from unit where id in (select organiser_id from contest where id = $1
            union select standing_id from contest where id = $1
            union select receiving_id from contest where id = $1){stands}"
    );
    let rows: Vec<IdRow> = reader.rows(&sql, values).await?;
    rows.iter().map(|row| Ok(row.id.parse()?)).collect()
}

/// An activity as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ActivityRow {
    /// For which contest.
    pub contest_id: String,
    /// Whose.
    pub unit_id: String,
    /// The task that it carries out.
    pub assignment_id: Option<String>,
    /// Word of the channel.
    pub channel: String,
    /// What it is.
    pub title: String,
    /// ISO.
    pub planned_on: Option<String>,
    /// ISO.
    pub done_on: Option<String>,
    /// How many.
    pub copies: Option<i64>,
    /// How many people.
    pub reach: Option<i64>,
    /// One on each line.
    pub links: String,
    /// Word of the state.
    pub state: String,
    /// Grows with each change.
    pub revision: i64,
    /// Name of who wrote it down.
    pub entered_by: Option<String>,
    /// When.
    pub entered_at: i64,
}

impl ActivityRow {
    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        Ok(self.state.parse()?)
    }

    /// What stands in it, to be kept beside a correction.
    pub fn before(&self) -> Before {
        Before {
            channel: self.channel.clone(),
            title: self.title.clone(),
            planned_on: self.planned_on.clone(),
            done_on: self.done_on.clone(),
            copies: self.copies,
            reach: self.reach,
            links: self.links.clone(),
        }
    }
}

pub async fn find(reader: &Reader, id: PublicityId) -> Result<Option<ActivityRow>, Fault> {
    let sql = "select p.contest_id, p.unit_id, p.assignment_id, p.channel, p.title, p.planned_on,
            p.done_on, p.copies, p.reach, p.links, p.state, p.revision, a.name as entered_by,
            p.entered_at
        from publicity p left join account a on a.id = p.entered_by where p.id = $1";
    reader.maybe(sql, [id.to_string().into()]).await
}

/// Whether an assignment is the unit's own in a contest.
pub async fn is_task_of(
    reader: &Reader,
    task: AssignmentId,
    (contest, unit): (ContestId, UnitId),
) -> Result<bool, Fault> {
    let sql = "select count(*) from assignment where id = $1 and contest_id = $2 and unit_id = $3";
    let values: [Value; 3] =
        [task.to_string().into(), contest.to_string().into(), unit.to_string().into()];
    Ok(reader.number(sql, values).await? > 0)
}

fn days(when: When) -> [Value; 2] {
    match when {
        When::Planned(day) => [day.to_string().into(), None::<String>.into()],
        When::Done(day) => [None::<String>.into(), day.to_string().into()],
    }
}

fn state_of(when: When) -> State {
    match when {
        When::Planned(_) => State::Planned,
        When::Done(_) => State::Done,
    }
}

/// What both a new and a corrected activity hold: `$2` to `$10`.
fn facts(draft: &Draft, state: State) -> Vec<Value> {
    let [planned, done] = days(draft.when);
    vec![
        draft.assignment.map(|id| id.to_string()).into(),
        draft.channel.code().into(),
        draft.title.clone().into(),
        text::fold(&draft.title).into(),
        planned,
        done,
        draft.copies.into(),
        draft.reach.into(),
        draft.links.join("\n").into(),
        state.code().into(),
    ]
}

pub async fn insert(
    tx: &mut Tx,
    (contest, unit): (ContestId, UnitId),
    draft: &Draft,
    account: Option<AccountId>,
) -> Result<PublicityId, Failure> {
    let sql =
        "insert into publicity (id, assignment_id, channel, title, folded, planned_on, done_on,
            copies, reach, links, state, contest_id, unit_id, revision, changed_at, entered_by,
            entered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $15, $14)";
    let id = PublicityId::new(tx.at());
    let mut values: Vec<Value> = vec![id.to_string().into()];
    values.extend(facts(draft, state_of(draft.when)));
    values.extend([
        contest.to_string().into(),
        unit.to_string().into(),
        tx.at().millis().into(),
        account.map(|id| id.to_string()).into(),
    ]);
    tx.run(sql, values).await?;
    progress::recount_of(tx, id).await?;
    Ok(id)
}

/// Whether nobody had changed it meanwhile. The day for which it was planned stays when it is done.
pub async fn update(
    tx: &mut Tx,
    (id, revision): (PublicityId, i64),
    draft: &Draft,
    after: State,
) -> Result<bool, Failure> {
    let sql = "update publicity set assignment_id = $2, channel = $3, title = $4, folded = $5,
            planned_on = coalesce($6, planned_on), done_on = $7, copies = $8, reach = $9,
            links = $10, state = $11, revision = revision + 1, changed_at = $12
        where id = $1 and revision = $13";
    let mut values: Vec<Value> = vec![id.to_string().into()];
    values.extend(facts(draft, after));
    values.extend([tx.at().millis().into(), revision.into()]);
    let changed = tx.run(sql, values).await? == 1;
    progress::recount_of(tx, id).await?;
    Ok(changed)
}

pub async fn set_state(tx: &mut Tx, id: PublicityId, state: State) -> Result<(), Failure> {
    let sql = "update publicity set state = $2, revision = revision + 1, changed_at = $3
        where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.to_string().into(), state.code().into(), at.into()]).await?;
    progress::recount_of(tx, id).await
}
