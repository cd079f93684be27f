//! Lists of reports: of a period, of units; and what is rolled up from them.

use kernel::id::{ContestId, UnitId};
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

/// A report in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReportLine {
    /// Id.
    pub id: String,
    /// Name of the unit.
    pub unit_name: String,
    /// Word of the state.
    pub state: String,
    /// When it is late.
    pub due_at: Option<i64>,
    /// When it last changed.
    pub changed_at: i64,
}

/// Reports of a period, those that are still due first, by the name of the unit.
pub async fn of_period(
    reader: &Reader,
    contest: ContestId,
    period: &str,
    (limit, offset): (i64, i64),
) -> Result<Vec<ReportLine>, Fault> {
    let sql = "select r.id, n.name as unit_name, r.state, r.due_at, r.changed_at
        from period_report r
        join unit_name n on n.unit_id = r.unit_id and n.until_day is null
        where r.contest_id = $1 and r.period = $2
        order by case when r.state in ('open', 'returned') then 0 else 1 end, n.sort_key, r.id
        limit $3 offset $4";
    let values: [Value; 4] =
        [contest.to_string().into(), period.into(), limit.into(), offset.into()];
    reader.rows(sql, values).await
}

/// How the reports of a period stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct Figures {
    /// All.
    pub all: i64,
    /// Handed in and not decided on.
    pub submitted: i64,
    /// Taken.
    pub accepted: i64,
    /// Late.
    pub late: i64,
}

pub async fn figures(
    reader: &Reader,
    contest: ContestId,
    period: &str,
    at: Instant,
) -> Result<Figures, Fault> {
    let sql = "select count(*) as \"all\",
            cast(coalesce(sum(case when state = 'submitted' then 1 else 0 end), 0) as bigint) as submitted,
            cast(coalesce(sum(case when state = 'accepted' then 1 else 0 end), 0) as bigint) as accepted,
            cast(coalesce(sum(case when state in ('open', 'returned') and due_at is not null
                and due_at <= $3 then 1 else 0 end), 0) as bigint) as late
        from period_report where contest_id = $1 and period = $2";
    let values: [Value; 3] = [contest.to_string().into(), period.into(), at.millis().into()];
    Ok(reader.maybe(sql, values).await?.unwrap_or_default())
}

#[derive(FromQueryResult)]
struct PeriodRow {
    period: String,
}

/// The periods of a contest for which there are reports, the newest first.
pub async fn periods(reader: &Reader, contest: ContestId) -> Result<Vec<String>, Fault> {
    let sql =
        "select distinct period from period_report where contest_id = $1 order by period desc";
    let rows: Vec<PeriodRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| row.period).collect())
}

/// A report of a unit with its contest.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ContestLine {
    /// Id.
    pub id: String,
    /// Name of the contest.
    pub contest_name: String,
    /// Name of the unit.
    pub unit_name: String,
    /// Which period.
    pub period: String,
    /// Word of the state.
    pub state: String,
    /// When it is late.
    pub due_at: Option<i64>,
}

/// The reports of units over all running contests, those that are due first.
pub async fn of_units(reader: &Reader, units: &[UnitId]) -> Result<Vec<ContestLine>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=units.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "select r.id, c.name as contest_name, n.name as unit_name, r.period, r.state, r.due_at
         from period_report r join contest c on c.id = r.contest_id and c.state <> 'preparing'
         join unit_name n on n.unit_id = r.unit_id and n.until_day is null
         where r.unit_id in ({})
         order by case when r.state in ('open', 'returned') then 0 else 1 end,
            r.due_at nulls last, r.id desc limit 200",
        places.join(", ")
    );
    reader.rows(&sql, units.iter().map(|unit| unit.to_string().into())).await
}

/// What the units have handed in under each heading.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HandedIn {
    /// Name of the unit.
    pub unit_name: String,
    /// What was said, JSON.
    pub body: String,
}

/// The last submission of each unit that has handed in, by name.
pub async fn answers_of_period(
    reader: &Reader,
    contest: ContestId,
    period: &str,
) -> Result<Vec<HandedIn>, Fault> {
    let sql = "select n.name as unit_name, v.body from period_report r
        join report_version v on v.report_id = r.id and v.version = (
            select max(w.version) from report_version w where w.report_id = r.id)
        join unit_name n on n.unit_id = r.unit_id and n.until_day is null
        where r.contest_id = $1 and r.period = $2 and r.state in ('submitted', 'accepted')
        order by n.sort_key, r.id";
    reader.rows(sql, [contest.to_string().into(), period.into()]).await
}
