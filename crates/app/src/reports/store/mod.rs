//! The only SQL on reports: here the report itself, its answers and versions.

mod filter;
mod known;
mod late;
mod letterhead;
mod levels;
mod list;

use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::period::ReportPeriod;
use super::state::State;
use super::{Frozen, ReportId};

pub use filter::{ReportFilter, Stands};
pub use known::{Known, Unopened, known, unit_tasks, unopened};
pub use late::{LateRow, chased_on, insert_chase, late, late_count};
pub use letterhead::{Letterhead, keep_letterhead, letterhead, naming};
pub use levels::{BelowRow, above, below, insert_source, sources};
pub use list::{
    ContestLine, Figures, HandedIn, ReportLine, answers_of_period, figures, missing, missing_count,
    of_period, of_period_count, of_units, of_units_count, periods,
};

/// The name of the unit of report `r` on a day, `$day`; of one that is no more, its last.
fn named(day: usize) -> String {
    format!(
        "join unit_name n on n.unit_id = r.unit_id and (n.from_day is null or n.from_day <= ${day})
            and not exists (select 1 from unit_name l where l.unit_id = n.unit_id
                and l.from_day <= ${day} and (n.from_day is null or l.from_day > n.from_day))"
    )
}

/// A report as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReportRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Whose.
    pub unit_id: String,
    /// Which period.
    pub period: String,
    /// The instant after which it is late.
    pub due_at: Option<i64>,
    /// Word of the state.
    pub state: String,
    /// Grows with each change.
    pub revision: i64,
    /// When it last changed.
    pub changed_at: i64,
}

impl ReportRow {
    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        Ok(self.state.parse()?)
    }

    /// The contest.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn contest(&self) -> Result<ContestId, Fault> {
        Ok(self.contest_id.parse()?)
    }

    /// The unit.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn unit(&self) -> Result<UnitId, Fault> {
        Ok(self.unit_id.parse()?)
    }

    /// Whether its unit still has to hand it in and its time is over.
    pub fn is_late(&self, at: Instant) -> bool {
        let due = self.state().is_ok_and(State::is_due);
        due && self.due_at.is_some_and(|due| due <= at.millis())
    }
}

pub async fn find(reader: &Reader, id: ReportId) -> Result<Option<ReportRow>, Fault> {
    let sql = "select id, contest_id, unit_id, period, due_at, state, revision, changed_at
        from period_report where id = $1";
    reader.maybe(sql, [id.to_string().into()]).await
}

/// A heading with what the unit writes under it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct AnswerRow {
    /// Id.
    pub id: String,
    /// Its place.
    pub position: i64,
    /// What is asked.
    pub heading: String,
    /// What the unit writes.
    pub words: String,
}

pub async fn answers(reader: &Reader, id: ReportId) -> Result<Vec<AnswerRow>, Fault> {
    let sql = "select id, position, heading, words from report_answer
        where report_id = $1 order by position";
    reader.rows(sql, [id.to_string().into()]).await
}

/// A report that is to be opened.
#[derive(Debug, Clone)]
pub struct NewReport<'n> {
    /// Of which contest.
    pub contest: ContestId,
    /// By which regime.
    pub regime: &'n str,
    /// Whose.
    pub unit: &'n str,
    /// Which period.
    pub period: ReportPeriod,
    /// When it is late.
    pub due: Option<Instant>,
}

/// Opens a report; nothing where it is open already.
pub async fn insert(tx: &mut Tx, new: &NewReport<'_>) -> Result<Option<ReportId>, Failure> {
    let sql =
        "insert into period_report (id, contest_id, regime_id, unit_id, period, due_at, state,
            revision, changed_at, opened_at)
        values ($1, $2, $3, $4, $5, $6, 'open', 1, $7, $7)
        on conflict (regime_id, unit_id, period) do nothing";
    let id = ReportId::new(tx.at());
    let values = [
        id.to_string().into(),
        new.contest.to_string().into(),
        new.regime.into(),
        new.unit.into(),
        new.period.to_string().into(),
        new.due.map(Instant::millis).into(),
        tx.at().millis().into(),
    ];
    Ok((tx.run(sql, values).await? == 1).then_some(id))
}

pub async fn insert_answer(
    tx: &mut Tx,
    report: ReportId,
    position: usize,
    heading: &str,
    words: &str,
) -> Result<ReportId, Failure> {
    let sql = "insert into report_answer (id, report_id, position, heading, words)
        values ($1, $2, $3, $4, $5)";
    let id = ReportId::new(tx.at());
    let position = i64::try_from(position).unwrap_or(i64::MAX);
    let values = [
        id.to_string().into(),
        report.to_string().into(),
        position.into(),
        heading.into(),
        words.into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn update_answer(tx: &mut Tx, id: &str, words: &str) -> Result<(), Failure> {
    let sql = "update report_answer set words = $2 where id = $1";
    tx.run(sql, [id.into(), words.into()]).await.map(drop)
}

/// Moves a report on, if it is still as it was seen.
pub async fn set_state(
    tx: &mut Tx,
    id: ReportId,
    state: State,
    seen: i64,
) -> Result<bool, Failure> {
    let sql = "update period_report set state = $2, revision = revision + 1, changed_at = $4
        where id = $1 and revision = $3";
    let values = [id.to_string().into(), state.code().into(), seen.into(), tx.at().millis().into()];
    Ok(tx.run(sql, values).await? == 1)
}

/// A submission.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VersionRow {
    /// Id.
    pub id: String,
    /// 1, 2, …
    pub version: i64,
    /// When.
    pub submitted_at: i64,
    /// accepted or returned.
    pub outcome: Option<String>,
    /// Why it was returned.
    pub reason: Option<String>,
    /// What it said, JSON.
    pub body: String,
}

impl VersionRow {
    /// What it said.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn frozen(&self) -> Result<Frozen, Fault> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// The submissions of a report, the newest first.
pub async fn versions(reader: &Reader, id: ReportId) -> Result<Vec<VersionRow>, Fault> {
    let sql = "select id, version, submitted_at, outcome, reason, body from report_version
        where report_id = $1 order by version desc";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_version(
    tx: &mut Tx,
    report: ReportId,
    version: i64,
    body: &str,
    by: Option<AccountId>,
) -> Result<ReportId, Failure> {
    let sql =
        "insert into report_version (id, report_id, version, body, submitted_by, submitted_at)
        values ($1, $2, $3, $4, $5, $6)";
    let id = ReportId::new(tx.at());
    let values = [
        id.to_string().into(),
        report.to_string().into(),
        version.into(),
        body.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn decide(
    tx: &mut Tx,
    version: &str,
    (outcome, reason): (&str, Option<&str>),
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update report_version set outcome = $2, reason = $3, decided_by = $4, decided_at = $5
        where id = $1";
    let values = [
        version.into(),
        outcome.into(),
        reason.map(str::to_owned).into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}
