//! A dossier of the book as people read it, on the page and in files.

use ::store::Reader;
use kernel::id::UnitId;
use kernel::{Day, Fault, Instant, Period};

use super::column::{Column, Sort};
use super::store::{self, RegisterRow};
use crate::dossiers::State;
use crate::frame::Words;
use crate::units;

/// A dossier as people read it.
pub struct Line {
    /// Its row.
    pub row: RegisterRow,
    /// How far it is.
    pub state: State,
    /// Name of its unit; may be empty.
    pub unit: String,
    /// When its newest version was here.
    pub received: String,
    /// Since when it is applied; may be empty.
    pub applied: String,
    /// What it lacks, in words.
    pub missing: Vec<String>,
}

impl Line {
    /// Names of its authors.
    pub fn authors(&self) -> String {
        self.row.authors.lines().collect::<Vec<_>>().join("; ")
    }

    /// What stands in a column.
    pub fn cell(&self, column: Column, words: Words) -> String {
        match column {
            Column::Authors => self.authors(),
            Column::Field => self.row.field.clone(),
            Column::Unit => self.unit.clone(),
            Column::State => words.say(self.state.label()),
            Column::Received => self.received.clone(),
            Column::Applied => self.applied.clone(),
            Column::Missing => self.missing.join("; "),
        }
    }
}

/// The dossiers with these rows.
///
/// # Errors
/// The database is away.
pub async fn lines(
    reader: &Reader,
    words: Words,
    rows: Vec<RegisterRow>,
    day: Day,
) -> Result<Vec<Line>, Fault> {
    let ids: Vec<String> = rows.iter().map(|row| row.dossier_id.clone()).collect();
    let mut lacking = store::lacking(reader, &ids).await?;
    let units = rows.iter().filter_map(|row| row.unit_id.as_deref());
    let units = units.map(str::parse).collect::<Result<Vec<UnitId>, _>>()?;
    let names = units::names(reader, &units, day).await?;
    let line = |row: RegisterRow| {
        let unit = row.unit_id.as_ref().and_then(|id| names.get(id)).cloned();
        let missing = lacking.remove(&row.dossier_id).unwrap_or_default();
        let applied = row.applied.as_deref().map(|text| match text.parse::<Period>() {
            Ok(period) => period.written(),
            Err(_) => text.to_owned(),
        });
        let say = |what: String| words.say(&format!("register-missing-{what}"));
        Ok(Line {
            state: row.state.parse()?,
            unit: unit.unwrap_or_default(),
            received: Instant::from_millis(row.received_at).written(),
            applied: applied.unwrap_or_default(),
            missing: missing.into_iter().map(say).collect(),
            row,
        })
    };
    rows.into_iter().map(line).collect()
}

/// Dossiers that are read at once where all of them are needed.
pub const AT_ONCE: usize = 500;

/// The dossiers with these ids, of which there are at most `AT_ONCE`.
///
/// # Errors
/// The database is away.
pub async fn lines_of(
    reader: &Reader,
    words: Words,
    (ids, sort): (&[String], Sort),
    day: Day,
) -> Result<Vec<Line>, Fault> {
    let rows = store::rows(reader, ids, sort).await?;
    lines(reader, words, rows, day).await
}
