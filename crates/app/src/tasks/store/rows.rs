//! One task, one assignment, and what is told beside them.

use kernel::id::{ContestId, UnitId};
use kernel::{Day, Fault, Window};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::{IdRow, among, ids};
use crate::tasks::draft::Recurrence;
use crate::tasks::{AssignmentId, State, TaskId, Turn};

/// A task as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TaskRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Its place.
    pub position: i64,
    /// The sentence that orders it.
    pub text: String,
    /// Kết quả, sản phẩm.
    pub deliverable: Option<String>,
    /// At the precision stated.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Whether the end belongs to it.
    pub ends_inclusive: bool,
    /// The instant of the end.
    pub closes_at: Option<i64>,
    /// Word of the recurrence.
    pub recurrence: Option<String>,
    /// Which paper orders it.
    pub paper_id: Option<String>,
    /// Where the sentence stands, in characters.
    pub sentence_start: Option<i64>,
    /// Where it ends.
    pub sentence_end: Option<i64>,
    /// When it was called off.
    pub called_off_at: Option<i64>,
}

impl TaskRow {
    /// When it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn window(&self) -> Result<Window, Fault> {
        let start = self.starts.as_deref().map(str::parse).transpose()?;
        let end = self.ends.as_deref().map(str::parse).transpose()?;
        Ok(Window { start, end, end_inclusive: self.ends_inclusive })
    }

    /// How often it comes again.
    pub fn recurrence(&self) -> Option<Recurrence> {
        self.recurrence.as_deref().and_then(Recurrence::read)
    }
}

const TASK: &str = "select t.id, t.contest_id, t.position, t.text, t.deliverable, t.starts, t.ends,
        t.ends_inclusive, t.closes_at, t.recurrence, t.paper_id, t.sentence_start, t.sentence_end,
        t.called_off_at
    from task t";

pub async fn task(reader: &Reader, id: TaskId) -> Result<Option<TaskRow>, Fault> {
    reader.maybe(&format!("{TASK} where t.id = $1"), [id.to_string().into()]).await
}

/// Recurring tasks of running contests that have nothing for the turn of a day.
pub async fn without_turn(reader: &Reader, day: Day) -> Result<Vec<TaskRow>, Fault> {
    let turns = Recurrence::ALL.map(|recurrence| Turn::of(recurrence, day).code());
    let words: String = (1..).zip(Recurrence::ALL).map(case).collect();
    let sql = format!(
        "{TASK} join contest c on c.id = t.contest_id and c.state = 'running'
         where t.recurrence is not null and t.called_off_at is null
            and exists (select 1 from assignment a where a.task_id = t.id)
            and not exists (select 1 from assignment a
                where a.task_id = t.id and a.period >= case t.recurrence {words}end)
         order by t.id"
    );
    reader.rows(&sql, turns.map(Value::from)).await
}

fn case((place, recurrence): (usize, Recurrence)) -> String {
    format!("when '{}' then ${place} ", recurrence.code())
}

/// An assignment as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AssignmentRow {
    /// Which task.
    pub task_id: String,
    /// Whose.
    pub unit_id: String,
    /// Name of the unit on the day.
    pub unit_name: Option<String>,
    /// lead, coordinate.
    pub part: String,
    /// Word of the turn.
    pub period: String,
    /// As the paper names the unit.
    pub named: String,
    /// Word of the state.
    pub state: String,
    /// When its time ends.
    pub due_at: Option<i64>,
    /// How often the unit was reminded.
    pub chases: i64,
    /// When last.
    pub chased_at: Option<i64>,
}

impl AssignmentRow {
    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        Ok(self.state.parse()?)
    }

    /// Name of the unit.
    pub fn unit(&self) -> &str {
        self.unit_name.as_deref().unwrap_or(&self.named)
    }
}

pub async fn assignment(
    reader: &Reader,
    id: AssignmentId,
    day: Day,
) -> Result<Option<AssignmentRow>, Fault> {
    let sql = "select a.task_id, a.unit_id, n.name as unit_name, a.part, a.period, a.named, a.state,
            a.due_at, a.chases, a.chased_at
        from assignment a left join unit_name n on n.unit_id = a.unit_id
            and (n.from_day is null or n.from_day <= $2) and (n.until_day is null or n.until_day > $2)
        where a.id = $1";
    reader.maybe(sql, [id.to_string().into(), day.to_string().into()]).await
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
    let among = among("unit_id", units, &mut values);
    let sql = format!(
        "select unit_id as id from unit_progress where contest_id = $1{among} order by unit_id"
    );
    let rows: Vec<IdRow> = reader.rows(&sql, values).await?;
    ids(rows)
}

/// The paper of a task, and its whole text where it was read here.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SourceRow {
    /// Before the slash.
    pub number: Option<String>,
    /// After it.
    pub symbol: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// ISO.
    pub issued_on: Option<String>,
    /// Name of its file.
    pub file_name: Option<String>,
    /// The text in which the sentence stands.
    pub text: Option<String>,
}

pub async fn source(reader: &Reader, paper: &str) -> Result<Option<SourceRow>, Fault> {
    let sql = "select p.number, p.symbol, p.issuer, p.issued_on, p.file_name, r.text
        from paper p left join paper_reading r on r.paper_id = p.id where p.id = $1";
    reader.maybe(sql, [paper.into()]).await
}

/// What stood in a task before a change.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ChangeRow {
    /// changed, called_off.
    pub kind: String,
    /// Why.
    pub reason: String,
    /// The sentence before.
    pub text: String,
    /// When it was to be, before.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Likewise.
    pub ends_inclusive: bool,
    /// Who changed it.
    pub made_by: Option<String>,
    /// When.
    pub made_at: i64,
}

/// The changes of a task, the newest first.
pub async fn changes(reader: &Reader, task: TaskId) -> Result<Vec<ChangeRow>, Fault> {
    let sql = "select c.kind, c.reason, c.text, c.starts, c.ends, c.ends_inclusive,
            p.name as made_by, c.made_at
        from task_change c left join account p on p.id = c.made_by
        where c.task_id = $1 order by c.id desc";
    reader.rows(sql, [task.to_string().into()]).await
}
