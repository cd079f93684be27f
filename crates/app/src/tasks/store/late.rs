//! Who is late.

use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value, holding};

use super::matrix::{HOLDS, named, shows};
use super::{IdRow, among, ids};
use crate::tasks::{AssignmentId, Chased, Mark, TaskId};
use crate::units::Kind;

/// Which late units are shown.
#[derive(Debug, Clone, Default)]
pub struct LateFilter {
    /// Folded words of the unit.
    pub words: Vec<String>,
    /// A kind.
    pub kind: Option<Kind>,
    /// Only late with this task.
    pub task: Option<TaskId>,
}

/// A unit that is late.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LateUnit {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
    /// Id of the unit above.
    pub parent_id: Option<String>,
    /// Its name.
    pub parent: Option<String>,
}

/// A task with which a unit is late.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LateLine {
    /// Id of the assignment.
    pub id: String,
    /// Whose.
    pub unit_id: String,
    /// Words of the task.
    pub text: String,
    /// Word of the turn.
    pub period: String,
    /// When its time ended.
    pub due_at: i64,
    /// When the unit was last reminded of it.
    pub chased_at: Option<i64>,
}

impl LateFilter {
    /// The late units, as a table with values: `$1` contest, `$2` moment.
    fn source(&self, contest: ContestId, at: Instant) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![contest.to_string().into(), at.millis().into()];
        let late = self.late(&mut values);
        let mut outer = String::new();
        if let Some(kind) = self.kind {
            outer.push_str(&among("s.kind", &[kind.code()], &mut values));
        }
        outer.push_str(&holding(&["s"], &self.words, &mut values));
        let sql = format!(
            "(select l.unit_id, s.sort_key, l.oldest from ({late}) l
             join unit_search s on s.unit_id = l.unit_id where 1 = 1{outer})"
        );
        (sql, values)
    }

    /// The late units with the first end that has passed: of one task from its assignments, of all from
    /// what is counted.
    fn late(&self, values: &mut Vec<Value>) -> String {
        let Some(task) = self.task else {
            return "select p.unit_id, p.first_due as oldest from unit_progress p
                where p.contest_id = $1 and p.first_due <= $2"
                .to_owned();
        };
        let late = shows(Mark::Late, 2);
        let task = among("a.task_id", &[task], values);
        format!(
            "select a.unit_id, min(a.due_at) as oldest from assignment a
             where a.contest_id = $1{late}{HOLDS}{task} group by a.unit_id"
        )
    }
}

/// The late units, those first that have been late longest.
pub async fn late_units(
    reader: &Reader,
    contest: ContestId,
    filter: &LateFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<LateUnit>, Fault> {
    let (source, mut values) = filter.source(contest, at);
    let day = values.len() + 3;
    let sql = format!(
        "select a.unit_id as id, n.name, p.parent_id, pn.name as parent
         from (select * from {source} a
            order by a.oldest, a.sort_key, a.unit_id limit ${} offset ${}) a{}
         left join unit_parent p on p.unit_id = a.unit_id
            and (p.from_day is null or p.from_day <= ${day})
            and (p.until_day is null or p.until_day > ${day})
         left join unit_name pn on pn.unit_id = p.parent_id
            and (pn.from_day is null or pn.from_day <= ${day})
            and (pn.until_day is null or pn.until_day > ${day})
         order by a.oldest, a.sort_key, a.unit_id",
        values.len() + 1,
        values.len() + 2,
        named("a", day)
    );
    values.extend([limit.into(), offset.into(), at.day().to_string().into()]);
    reader.rows(&sql, values).await
}

/// How many units are late.
pub async fn late_count(
    reader: &Reader,
    contest: ContestId,
    filter: &LateFilter,
    at: Instant,
) -> Result<i64, Fault> {
    let (source, values) = filter.source(contest, at);
    reader.number(&format!("select count(*) from {source} a"), values).await
}

/// With what these units are late, the oldest first.
pub async fn late_lines(
    reader: &Reader,
    contest: ContestId,
    units: &[String],
    (task, at): (Option<TaskId>, Instant),
) -> Result<Vec<LateLine>, Fault> {
    let mut values: Vec<Value> = vec![contest.to_string().into(), at.millis().into()];
    let units = among("a.unit_id", units, &mut values);
    let task = task.map(|task| among("a.task_id", &[task], &mut values)).unwrap_or_default();
    let sql = format!(
        "select a.id, a.unit_id, t.text, a.period, a.due_at, a.chased_at
         from assignment a join task t on t.id = a.task_id and t.called_off_at is null
         where a.contest_id = $1{}{units}{task} order by a.due_at, t.position, a.id",
        shows(Mark::Late, 2)
    );
    reader.rows(&sql, values).await
}

/// Writes down that late units were reminded; answers with their assignments.
pub async fn note_chased(
    tx: &mut Tx,
    contest: ContestId,
    chased: &Chased,
) -> Result<Vec<AssignmentId>, Failure> {
    let mut found: Vec<AssignmentId> = Vec::new();
    for units in chased.units.chunks(500) {
        found.extend(late_of(tx, contest, units, chased.task).await?);
    }
    for part in found.chunks(500) {
        let mut values: Vec<Value> = vec![tx.at().millis().into()];
        let among = among("id", part, &mut values);
        let sql =
            format!("update assignment set chases = chases + 1, chased_at = $1 where 1 = 1{among}");
        tx.run(&sql, values).await?;
    }
    Ok(found)
}

async fn late_of(
    tx: &Tx,
    contest: ContestId,
    units: &[UnitId],
    task: Option<TaskId>,
) -> Result<Vec<AssignmentId>, Fault> {
    let mut values: Vec<Value> = vec![contest.to_string().into(), tx.at().millis().into()];
    let units = among("a.unit_id", units, &mut values);
    let task = task.map(|task| among("a.task_id", &[task], &mut values)).unwrap_or_default();
    let late = shows(Mark::Late, 2);
    let sql = format!(
        "select a.id from assignment a where a.contest_id = $1{late}{HOLDS}{units}{task} order by a.id"
    );
    let rows: Vec<IdRow> = tx.rows(&sql, values).await?;
    ids(rows)
}
