//! Lists of reports: of a period, of units; and what is rolled up from them.

use kernel::id::{ContestId, UnitId};
use kernel::{Day, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::filter::{self, ReportFilter};
use super::named;

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
    /// Whether the unit is no more.
    pub gone: bool,
}

/// What a list of a period is about: its contest and the period's word.
pub type Of<'a> = (ContestId, &'a str);

/// The reports of a period with values: `$1` contest, `$2` period.
pub(super) fn in_period(of: Of, filter: &ReportFilter, at: Instant) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = vec![of.0.to_string().into(), of.1.into()];
    let conditions = filter.conditions(&["s"], at, &mut values);
    let sql = format!(
        "from period_report r join unit_search s on s.unit_id = r.unit_id
         where r.contest_id = $1 and r.period = $2{conditions}"
    );
    (sql, values)
}

/// Reports of a period, those that are still due first, by the name of the unit.
pub async fn of_period(
    reader: &Reader,
    of: Of<'_>,
    filter: &ReportFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<ReportLine>, Fault> {
    let (source, mut values) = in_period(of, filter, at);
    let day = values.len() + 1;
    let sql = format!(
        "select r.id, n.name as unit_name, r.state, r.due_at, r.changed_at, r.gone
         from (select r.id, r.unit_id, r.state, r.due_at, r.changed_at, s.sort_key,
                (s.abolished_on is not null and s.abolished_on <= ${day}) as gone {source}
            order by {ORDER} limit ${} offset ${}) r {}
         order by {}",
        day + 1,
        day + 2,
        named(day),
        ORDER.replace("s.", "r.")
    );
    values.extend([at.day().to_string().into(), limit.into(), offset.into()]);
    reader.rows(&sql, values).await
}

/// Those that the unit still has to hand in first, by its name.
const ORDER: &str = "case when r.state in ('open', 'returned') then 0 else 1 end, s.sort_key, r.id";

/// How many reports of a period a filter leaves.
pub async fn of_period_count(
    reader: &Reader,
    of: Of<'_>,
    filter: &ReportFilter,
    at: Instant,
) -> Result<i64, Fault> {
    let (source, values) = in_period(of, filter, at);
    reader.number(&format!("select count(*) {source}"), values).await
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
            count(case when r.state = 'submitted' then 1 end) as submitted,
            count(case when r.state = 'accepted' then 1 end) as accepted,
            (select count(*) from period_report l join unit u on u.id = l.unit_id
                where l.contest_id = $1 and l.period = $2 and l.state in ('open', 'returned')
                    and l.due_at <= $3 and (u.abolished_on is null or u.abolished_on > $4)) as late
        from period_report r where r.contest_id = $1 and r.period = $2";
    let values: [Value; 4] = [
        contest.to_string().into(),
        period.into(),
        at.millis().into(),
        at.day().to_string().into(),
    ];
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

/// The reports of units over all running contests, with values.
fn of_these(units: &[UnitId], filter: &ReportFilter, at: Instant) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let places: Vec<String> =
        units.iter().map(|unit| filter::push(&mut values, unit.to_string())).collect();
    let conditions = filter.conditions(&["c", "s"], at, &mut values);
    let sql = format!(
        "from period_report r
         join contest c on c.id = r.contest_id and c.state <> 'preparing'
         join unit_search s on s.unit_id = r.unit_id
         where r.unit_id in ({}){conditions}",
        places.join(", ")
    );
    (sql, values)
}

/// The reports of units over all running contests, those that are due first.
pub async fn of_units(
    reader: &Reader,
    units: &[UnitId],
    filter: &ReportFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<ContestLine>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let (source, mut values) = of_these(units, filter, at);
    let day = values.len() + 1;
    let order = "case when r.state in ('open', 'returned') then 0 else 1 end,
        r.due_at nulls last, r.id desc";
    let sql = format!(
        "select r.id, r.contest_name, n.name as unit_name, r.period, r.state, r.due_at
         from (select r.id, r.unit_id, c.name as contest_name, r.period, r.state, r.due_at {source}
            order by {order} limit ${} offset ${}) r {}
         order by {order}",
        day + 1,
        day + 2,
        named(day)
    );
    values.extend([at.day().to_string().into(), limit.into(), offset.into()]);
    reader.rows(&sql, values).await
}

/// How many reports of units a filter leaves.
pub async fn of_units_count(
    reader: &Reader,
    units: &[UnitId],
    filter: &ReportFilter,
    at: Instant,
) -> Result<i64, Fault> {
    if units.is_empty() {
        return Ok(0);
    }
    let (source, values) = of_these(units, filter, at);
    reader.number(&format!("select count(*) {source}"), values).await
}

/// What the units have handed in under each heading.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HandedIn {
    /// Name of the unit.
    pub unit_name: String,
    /// What was said, JSON.
    pub body: String,
}

/// The last submission of each unit that has handed in, by name; without the agency that runs the contest.
pub async fn answers_of_period(
    reader: &Reader,
    contest: ContestId,
    period: &str,
    runners: &[UnitId],
    day: Day,
) -> Result<Vec<HandedIn>, Fault> {
    let (mut values, others) = without(contest, period, runners);
    values.insert(2, day.to_string().into());
    let sql = format!(
        "select n.name as unit_name, v.body from period_report r
        join report_version v on v.report_id = r.id and v.version = (
            select max(w.version) from report_version w where w.report_id = r.id)
        {}
        where r.contest_id = $1 and r.period = $2 and r.state in ('submitted', 'accepted'){others}
        order by n.sort_key, r.id",
        named(3)
    );
    reader.rows(&sql, values).await
}

#[derive(FromQueryResult)]
struct NameRow {
    name: String,
}

/// How many units have not handed in; without the agency that runs the contest.
pub async fn missing_count(
    reader: &Reader,
    contest: ContestId,
    period: &str,
    runners: &[UnitId],
) -> Result<i64, Fault> {
    let (mut values, others) = without(contest, period, runners);
    values.insert(2, 0_i64.into());
    let sql = format!(
        "select count(*) from period_report r where r.contest_id = $1 and r.period = $2 and $3 = 0
            and r.state in ('open', 'returned'){others}"
    );
    reader.number(&sql, values).await
}

/// The units that have not handed in, by name, at most so many; without the agency that runs the contest.
pub async fn missing(
    reader: &Reader,
    contest: ContestId,
    period: &str,
    runners: &[UnitId],
    (day, most): (Day, i64),
) -> Result<Vec<String>, Fault> {
    let (mut values, others) = without(contest, period, runners);
    values.insert(2, day.to_string().into());
    values.push(most.into());
    let sql = format!(
        "select n.name from (select r.id, r.unit_id, s.sort_key
            from period_report r join unit_search s on s.unit_id = r.unit_id
            where r.contest_id = $1 and r.period = $2 and r.state in ('open', 'returned'){others}
            order by s.sort_key, r.id limit ${}) r
         {} order by r.sort_key, r.id",
        values.len(),
        named(3)
    );
    let rows: Vec<NameRow> = reader.rows(&sql, values).await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// The first values of a query whose third is the day, and its condition on the unit.
fn without(contest: ContestId, period: &str, runners: &[UnitId]) -> (Vec<Value>, String) {
    let mut values: Vec<Value> = vec![contest.to_string().into(), period.into()];
    let places: Vec<String> = (4..).zip(runners).map(|(at, _)| format!("${at}")).collect();
    values.extend(runners.iter().map(|unit| Value::from(unit.to_string())));
    match places.is_empty() {
        true => (values, String::new()),
        false => (values, format!(" and r.unit_id not in ({})", places.join(", "))),
    }
}
