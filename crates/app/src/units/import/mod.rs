//! Import (nhập danh sách): a spreadsheet of units, checked row by row, taken wholly or not at all.

pub mod plan;
pub mod row;
mod write;

use std::collections::{HashMap, HashSet};

use ::store::{Reader, Tx};
use kernel::{Day, Failure, Message, Refusal, text};

use self::plan::{Outcome, Present, ReadRow};
use self::row::{Column, Headings, UnitRow};
use super::sheet::{MOST_ROWS, Row, Trouble, reading};
use super::{policy, store as rows};
use crate::accounts::Actor;

/// What an import would do.
#[derive(Debug)]
pub struct Import {
    /// The rows below the headings, as they were read.
    pub rows: Vec<ReadRow>,
    /// What each of them does.
    pub outcomes: Vec<Outcome>,
    /// How each of them stands in the sheet.
    pub shown: Vec<Shown>,
    present: Vec<Present>,
}

/// A row as it stands in the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its number.
    pub number: u32,
    /// The texts of its cells, in the order of [`Column::ALL`].
    pub cells: [String; 7],
}

impl Shown {
    fn of(headings: &Headings, row: &Row) -> Self {
        let cell = |column| headings.cell(row, column).map(|cell| cell.shown().to_owned());
        Self {
            number: row.number,
            cells: Column::ALL.map(|column| cell(column).unwrap_or_default()),
        }
    }

    /// The text of one cell, at most 80 letters of it.
    pub fn cell(&self, column: Column) -> String {
        let at = Column::ALL.iter().position(|other| *other == column);
        at.map_or_else(String::new, |at| self.cells[at].chars().take(80).collect())
    }
}

/// How many rows do what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found a unit.
    pub new: usize,
    /// Change one.
    pub changed: usize,
    /// Change nothing.
    pub same: usize,
    /// Cannot be.
    pub wrong: usize,
}

impl Import {
    /// How many rows do what.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for outcome in &self.outcomes {
            let count = match outcome {
                Outcome::New { .. } => &mut counts.new,
                Outcome::Changed { .. } => &mut counts.changed,
                Outcome::Same { .. } => &mut counts.same,
                Outcome::Wrong(_) => &mut counts.wrong,
            };
            *count += 1;
        }
        counts
    }

    /// Whether something is to be written, and nothing is wrong.
    pub fn is_ready(&self) -> bool {
        let counts = self.counts();
        counts.wrong == 0 && counts.new + counts.changed > 0
    }
}

/// Finds out what an import would do, and writes nothing.
///
/// # Errors
/// The sheet has no headings or too many rows.
pub async fn check(reader: &Reader, sheet: &[Row], today: Day) -> Result<Import, Failure> {
    let (headings, below) = Headings::find(sheet)?;
    if below.is_empty() {
        return Err(reading::refused(Trouble::NoRows));
    }
    if below.len() > MOST_ROWS {
        return Err(reading::refused(Trouble::TooManyRows));
    }
    let read: Vec<ReadRow> = below.iter().map(|row| UnitRow::read(&headings, row)).collect();
    let present = present(reader).await?;
    let outcomes = plan::plan(&read, &present, today);
    let shown = below.iter().map(|row| Shown::of(&headings, row)).collect();
    Ok(Import { rows: read, outcomes, shown, present })
}

/// Imports a sheet: every row, or none.
///
/// # Errors
/// The actor may not, or any row is wrong.
pub async fn carry_out(tx: &mut Tx, actor: &Actor, sheet: &[Row]) -> Result<Counts, Failure> {
    policy::may_change(actor)?;
    let import = check(tx, sheet, tx.at().day()).await?;
    let counts = import.counts();
    if counts.wrong > 0 {
        let message = Message::new("import-has-wrong-rows").with("wrong", counts.wrong);
        return Err(Refusal::field("file", message).into());
    }
    if import.is_ready() {
        write::write(tx, actor, &import).await?;
    }
    Ok(counts)
}

async fn present(reader: &Reader) -> Result<Vec<Present>, Failure> {
    let parents = rows::known_parents(reader).await?;
    let mut parents: HashMap<String, String> =
        parents.into_iter().map(|row| (row.unit_id, row.parent_id)).collect();
    let mut aliases: HashMap<String, HashSet<String>> = HashMap::new();
    for row in rows::known_aliases(reader).await? {
        aliases.entry(row.unit_id).or_default().insert(row.folded);
    }
    let day = |day: Option<String>| day.map(|day| day.parse()).transpose();
    let units = rows::known_units(reader).await?;
    let unit = |unit: rows::KnownUnit| {
        let mut aliases = aliases.remove(&unit.id).unwrap_or_default();
        aliases.insert(text::fold(&unit.name));
        Ok(Present {
            parent: parents.remove(&unit.id),
            aliases,
            id: unit.id,
            code: unit.code,
            name: unit.name,
            kind: unit.kind.parse()?,
            founded_on: day(unit.founded_on)?,
            abolished_on: day(unit.abolished_on)?,
        })
    };
    units.into_iter().map(unit).collect()
}
