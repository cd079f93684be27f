//! Reports by level: which stand below and above one another, and what was gathered.

use kernel::id::UnitId;
use kernel::{Day, Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::reports::ReportId;
use crate::reports::store::{ReportRow, named};

/// A report of a unit below, with its last submission.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BelowRow {
    /// Id of the report.
    pub id: String,
    /// Name of the unit.
    pub unit_name: String,
    /// Word of the state.
    pub state: String,
    /// Id of the last submission.
    pub version_id: Option<String>,
    /// What it said, JSON.
    pub body: Option<String>,
}

/// Where a unit stands on a day: `$1` contest, `$2` period, `$3` day.
const PARENT: &str = "unit_parent p on p.unit_id = r.unit_id
    and (p.from_day is null or p.from_day <= $3) and (p.until_day is null or p.until_day > $3)";

/// The reports of the same period by the units right below, by name. Below the agency that runs the
/// contest stand all whose unit above does not report.
pub async fn below(
    reader: &Reader,
    report: &ReportRow,
    runners: Option<&[UnitId]>,
    day: Day,
) -> Result<Vec<BelowRow>, Fault> {
    let mut values: Vec<Value> = vec![
        report.contest_id.clone().into(),
        report.period.clone().into(),
        day.to_string().into(),
        report.unit_id.clone().into(),
    ];
    let which = match runners {
        None => "p.parent_id = $4".to_owned(),
        Some(runners) => {
            let places: Vec<String> = runners
                .iter()
                .map(|unit| {
                    values.push(unit.to_string().into());
                    format!("${}", values.len())
                })
                .collect();
            let among = match places.is_empty() {
                true => String::new(),
                false => format!(" and o.unit_id not in ({})", places.join(", ")),
            };
            format!(
                "r.unit_id <> $4{} and not exists (select 1 from period_report o
                    where o.contest_id = $1 and o.period = $2 and o.unit_id = p.parent_id{among})",
                among.replace("o.unit_id", "r.unit_id")
            )
        }
    };
    let sql = format!(
        "select r.id, n.name as unit_name, r.state, v.id as version_id, v.body
         from period_report r left join {PARENT}
         {}
         left join report_version v on v.report_id = r.id and v.version = (
            select max(w.version) from report_version w where w.report_id = r.id)
         where r.contest_id = $1 and r.period = $2 and {which}
         order by n.sort_key, r.id",
        named(3)
    );
    reader.rows(&sql, values).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// The units above that report in the same period.
pub async fn above(reader: &Reader, report: &ReportRow, day: Day) -> Result<Vec<UnitId>, Fault> {
    let sql = format!(
        "select o.unit_id as id from period_report r join {PARENT}
         join period_report o on o.contest_id = $1 and o.period = $2 and o.unit_id = p.parent_id
         where r.id = $4"
    );
    let values: [Value; 4] = [
        report.contest_id.clone().into(),
        report.period.clone().into(),
        day.to_string().into(),
        report.id.clone().into(),
    ];
    let rows: Vec<IdRow> = reader.rows(&sql, values).await?;
    rows.into_iter().map(|row| Ok(row.id.parse()?)).collect()
}

/// A submission that was gathered.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SourceRow {
    /// Id of the submission.
    pub version_id: String,
    /// Id of the report below.
    pub report_id: String,
    /// Which submission it is.
    pub version: i64,
    /// What it said, JSON.
    pub body: String,
}

/// What was gathered into a report, of each unit the newest.
pub async fn sources(reader: &Reader, id: ReportId) -> Result<Vec<SourceRow>, Fault> {
    let sql = "select v.id as version_id, v.report_id, v.version, v.body
        from report_source s join report_version v on v.id = s.version_id
        where s.report_id = $1 and v.version = (select max(w.version) from report_source t
            join report_version w on w.id = t.version_id
            where t.report_id = $1 and w.report_id = v.report_id)
        order by v.report_id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_source(
    tx: &mut Tx,
    report: ReportId,
    version: &str,
) -> Result<ReportId, Failure> {
    let sql = "insert into report_source (id, report_id, version_id, gathered_at)
        values ($1, $2, $3, $4)";
    let id = ReportId::new(tx.at());
    let values =
        [id.to_string().into(), report.to_string().into(), version.into(), tx.at().millis().into()];
    tx.run(sql, values).await?;
    Ok(id)
}
