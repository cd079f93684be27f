//! The only SQL on lists of earlier solutions and what reading them found.

use kernel::id::{AccountId, UnitId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::files::Kept;
use crate::prior_art::row::Wrong;
use crate::prior_art::{ListId, Source};

/// A list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ListRow {
    /// Id.
    pub id: String,
    /// Hash of its file.
    pub file_hash: String,
    /// Name of its file.
    pub file_name: String,
    /// Word of what its rows are.
    pub source: String,
    /// Whose it is.
    pub unit_id: Option<String>,
    /// Word of the state.
    pub state: String,
    /// Who brought it.
    pub asked_by: Option<String>,
    /// When.
    pub asked_at: i64,
    /// Why the file cannot be read.
    pub trouble: Option<String>,
    /// Rows that are new.
    pub new_rows: Option<i64>,
    /// Rows that are here already.
    pub known_rows: Option<i64>,
    /// Rows that cannot be.
    pub wrong_rows: Option<i64>,
    /// The first of those, JSON.
    pub body: Option<String>,
}

impl ListRow {
    /// Whose it is; nothing: of the whole installation.
    ///
    /// # Errors
    /// The database holds no id.
    pub fn unit(&self) -> Result<Option<UnitId>, Fault> {
        Ok(self.unit_id.as_deref().map(str::parse).transpose()?)
    }

    /// Whether it was read and nothing in it is wrong.
    pub fn is_whole(&self) -> bool {
        self.trouble.is_none() && self.wrong_rows == Some(0) && self.new_rows() > 0
    }

    /// Rows that are new.
    pub fn new_rows(&self) -> i64 {
        self.new_rows.unwrap_or(0)
    }

    /// The first rows that cannot be.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn wrong(&self) -> Result<Vec<Wrong>, Fault> {
        Ok(serde_json::from_str(self.body.as_deref().unwrap_or("[]"))?)
    }
}

const LIST: &str = "select l.id, l.file_hash, l.file_name, l.source, l.unit_id, l.state,
        a.name as asked_by, l.asked_at, r.trouble, r.new_rows, r.known_rows, r.wrong_rows, r.body
    from earlier_import l left join account a on a.id = l.asked_by
        left join earlier_report r on r.import_id = l.id";

pub async fn find(reader: &Reader, id: ListId) -> Result<Option<ListRow>, Fault> {
    reader.maybe(&format!("{LIST} where l.id = $1"), [id.to_string().into()]).await
}

/// That a list is of one of these units.
fn of_units(units: Option<&[UnitId]>) -> (String, Vec<Value>) {
    let Some(units) = units else { return (String::new(), Vec::new()) };
    let places: Vec<String> = (1..=units.len()).map(|at| format!("${at}")).collect();
    let places = if places.is_empty() { "null".to_owned() } else { places.join(", ") };
    let values = units.iter().map(|unit| unit.to_string().into()).collect();
    (format!(" where l.unit_id in ({places})"), values)
}

/// The lists of these units, or all, the newest first.
pub async fn all(
    reader: &Reader,
    units: Option<&[UnitId]>,
    (limit, offset): (i64, i64),
) -> Result<Vec<ListRow>, Fault> {
    let (conditions, mut values) = of_units(units);
    values.extend([limit.into(), offset.into()]);
    let (limit, offset) = (values.len() - 1, values.len());
    let sql = format!(
        "{LIST}{conditions} order by l.asked_at desc, l.id desc limit ${limit} offset ${offset}"
    );
    reader.rows(&sql, values).await
}

pub async fn count(reader: &Reader, units: Option<&[UnitId]>) -> Result<i64, Fault> {
    let (conditions, values) = of_units(units);
    reader.number(&format!("select count(*) from earlier_import l{conditions}"), values).await
}

pub async fn insert(
    tx: &mut Tx,
    id: ListId,
    (kept, name): (&Kept, &str),
    (source, unit): (Source, Option<UnitId>),
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into earlier_import
            (id, file_hash, file_name, source, unit_id, state, asked_by, asked_at)
        values ($1, $2, $3, $4, $5, 'reading', $6, $7)";
    let values = [
        id.to_string().into(),
        kept.hash.clone().into(),
        name.into(),
        source.code().into(),
        unit.map(|unit| unit.to_string()).into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_state(
    tx: &mut Tx,
    id: ListId,
    state: &str,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update earlier_import set state = $2, decided_by = $3, decided_at = $4 where id = $1";
    let by = by.map(|id| id.to_string());
    let at = tx.at().millis();
    let values = [id.to_string().into(), state.into(), by.into(), at.into()];
    tx.run(sql, values).await.map(drop)
}

/// What reading found; nobody decided it.
#[derive(Debug, Default)]
pub struct Report {
    /// Why the file cannot be read.
    pub trouble: Option<String>,
    /// Rows that are new.
    pub new: i64,
    /// Rows that are here already.
    pub known: i64,
    /// Rows that cannot be.
    pub wrong: i64,
    /// The first of those.
    pub first: Vec<Wrong>,
}

/// Writes down what reading found; whether the list still waited for it.
pub async fn was_read(tx: &mut Tx, id: ListId, report: &Report) -> Result<bool, Failure> {
    let state = if report.trouble.is_some() { "refused" } else { "read" };
    let sql = "update earlier_import set state = $2 where id = $1 and state = 'reading'";
    if tx.run(sql, [id.to_string().into(), state.into()]).await? == 0 {
        return Ok(false);
    }
    let sql = "insert into earlier_report
            (import_id, trouble, new_rows, known_rows, wrong_rows, body)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        id.to_string().into(),
        report.trouble.clone().into(),
        report.new.into(),
        report.known.into(),
        report.wrong.into(),
        serde_json::to_string(&report.first).map_err(Fault::from)?.into(),
    ];
    tx.run(sql, values).await?;
    Ok(true)
}
