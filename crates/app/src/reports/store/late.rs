//! Who has not reported in time, and who was reminded.

use kernel::id::{AccountId, ContestId};
use kernel::{Day, Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::reports::ReportId;
use crate::reports::store::named;

/// A unit that has not reported in time.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LateRow {
    /// Id of the report.
    pub id: String,
    /// Id of the unit.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// The unit above.
    pub parent: Option<String>,
    /// When the time ended.
    pub due_at: i64,
    /// Whom to call at the unit: `Name, telephone, mail`.
    pub desk: Option<String>,
    /// When it was last reminded.
    pub chased_at: Option<i64>,
}

/// `$1` contest, `$2` period, `$3` moment, `$4` its day. A unit that is no more cannot be reminded.
const LATE: &str = "r.contest_id = $1 and r.period = $2 and r.state in ('open', 'returned')
    and r.due_at is not null and r.due_at <= $3
    and (u.abolished_on is null or u.abolished_on > $4)";

pub async fn late_count(
    reader: &Reader,
    (contest, period): (ContestId, &str),
    at: Instant,
) -> Result<i64, Fault> {
    let values: [Value; 4] = [
        contest.to_string().into(),
        period.into(),
        at.millis().into(),
        at.day().to_string().into(),
    ];
    let sql = "select count(*) from period_report r join unit u on u.id = r.unit_id where";
    reader.number(&format!("{sql} {LATE}"), values).await
}

/// The late units, those first that have been late longest, by name. Of their contacts the first that
/// belongs to an office.
pub async fn late(
    reader: &Reader,
    (contest, period): (ContestId, &str),
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<LateRow>, Fault> {
    let sql = format!(
        "select r.id, r.unit_id, n.name as unit_name, r.due_at,
            (select m.name from unit_parent p join unit_name m on m.unit_id = p.parent_id
                and (m.from_day is null or m.from_day <= $4)
                and (m.until_day is null or m.until_day > $4)
             where p.unit_id = r.unit_id and (p.from_day is null or p.from_day <= $4)
                and (p.until_day is null or p.until_day > $4)) as parent,
            (select c.name || coalesce(', ' || c.phone, '') || coalesce(', ' || c.email, '')
             from unit_contact c where c.id = (select min(d.id) from unit_contact d
                where d.unit_id = r.unit_id and not d.personal)) as desk,
            (select max(h.chased_at) from report_chase h where h.report_id = r.id) as chased_at
         from period_report r join unit u on u.id = r.unit_id
         {}
         where {LATE} order by r.due_at, n.sort_key, r.id limit $5 offset $6",
        named(4)
    );
    let values: [Value; 6] = [
        contest.to_string().into(),
        period.into(),
        at.millis().into(),
        at.day().to_string().into(),
        limit.into(),
        offset.into(),
    ];
    reader.rows(&sql, values).await
}

pub async fn insert_chase(
    tx: &mut Tx,
    report: &str,
    by: Option<AccountId>,
) -> Result<ReportId, Failure> {
    let sql = "insert into report_chase (id, report_id, chased_by, chased_at)
        values ($1, $2, $3, $4)";
    let id = ReportId::new(tx.at());
    let values = [
        id.to_string().into(),
        report.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct AtRow {
    chased_at: Option<i64>,
}

/// The day on which a report was last asked for.
pub async fn chased_on(reader: &Reader, id: ReportId) -> Result<Option<Day>, Fault> {
    let sql = "select max(chased_at) as chased_at from report_chase where report_id = $1";
    let row: Option<AtRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.and_then(|row| row.chased_at).map(|at| Instant::from_millis(at).day()))
}
