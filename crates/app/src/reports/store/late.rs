//! Who has not reported in time, and who was reminded.

use kernel::id::AccountId;
use kernel::{Day, Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::filter::{ReportFilter, Stands};
use super::list::{Of, in_period};
use super::named;
use crate::reports::ReportId;

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

/// The late reports of a period with values; of a filter's words and kind.
fn late_of(of: Of, filter: &ReportFilter, at: Instant) -> (String, Vec<Value>) {
    in_period(of, &ReportFilter { stands: Some(Stands::Late), ..filter.clone() }, at)
}

pub async fn late_count(
    reader: &Reader,
    of: Of<'_>,
    filter: &ReportFilter,
    at: Instant,
) -> Result<i64, Fault> {
    let (source, values) = late_of(of, filter, at);
    reader.number(&format!("select count(*) {source}"), values).await
}

/// The late units, those first that have been late longest, by name. Of their contacts the first that
/// belongs to an office.
pub async fn late(
    reader: &Reader,
    of: Of<'_>,
    filter: &ReportFilter,
    at: Instant,
    (limit, offset): (i64, i64),
) -> Result<Vec<LateRow>, Fault> {
    let (source, mut values) = late_of(of, filter, at);
    let day = values.len() + 1;
    let sql = format!(
        "select r.id, r.unit_id, n.name as unit_name, r.due_at,
            (select m.name from unit_parent p join unit_name m on m.unit_id = p.parent_id
                and (m.from_day is null or m.from_day <= ${day})
                and (m.until_day is null or m.until_day > ${day})
             where p.unit_id = r.unit_id and (p.from_day is null or p.from_day <= ${day})
                and (p.until_day is null or p.until_day > ${day})) as parent,
            (select c.name || coalesce(', ' || c.phone, '') || coalesce(', ' || c.email, '')
             from unit_contact c where c.id = (select min(d.id) from unit_contact d
                where d.unit_id = r.unit_id and not d.personal)) as desk,
            (select max(h.chased_at) from report_chase h where h.report_id = r.id) as chased_at
         from (select r.id, r.unit_id, r.due_at, s.sort_key {source}
            order by r.due_at, s.sort_key, r.id limit ${} offset ${}) r {}
         order by r.due_at, r.sort_key, r.id",
        day + 1,
        day + 2,
        named(day)
    );
    values.extend([at.day().to_string().into(), limit.into(), offset.into()]);
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
