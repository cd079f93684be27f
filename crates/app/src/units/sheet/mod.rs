//! Spreadsheets (bảng tính): what a foreign file holds, read in a process of its own, and what we write.
//!
//! The bytes of a stranger are never unpacked in the service: [`reading`] hands them to a sandboxed child of
//! our own program, [`decoding`] is that child. What comes back is text and days, formulas marked as such.

pub mod decoding;
pub mod reading;
mod separated;
pub mod writing;

use kernel::Message;
use serde::{Deserialize, Serialize};

/// Most rows of a file of units below its headings.
pub const MOST_ROWS: usize = 10_000;
/// Most bytes of such a file.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// How large a file may be, and which kinds are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most rows below the headings.
    pub rows: usize,
    /// Most bytes.
    pub bytes: usize,
    /// Letters of a cell that are kept; more is refused as too long anyway.
    pub letters: usize,
    /// Most bytes that the file may unpack to.
    pub unpacked: u64,
    /// Whether text with separators (CSV) is read too.
    pub separated: bool,
    /// Columns that are looked at.
    pub columns: usize,
}

/// A list of units.
pub const UNITS: Limits = Limits {
    rows: MOST_ROWS,
    bytes: MOST_BYTES,
    letters: 1_000,
    unpacked: 100 * 1024 * 1024,
    separated: false,
    columns: 30,
};

/// A long list.
pub const LONG: Limits = Limits {
    rows: 100_000,
    bytes: 15 * 1024 * 1024,
    letters: 8_001,
    unpacked: 400 * 1024 * 1024,
    separated: true,
    columns: 30,
};

/// A book of several sheets whose cells hold whole texts: a cell of a spreadsheet ends at 32,767 letters.
pub const BOOK: Limits = Limits {
    rows: 5_000,
    bytes: 15 * 1024 * 1024,
    letters: 32_767,
    unpacked: 200 * 1024 * 1024,
    separated: false,
    columns: 500,
};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// Text, or a number as it is written.
    #[serde(rename = "t")]
    Text(String),
    /// A day of the calendar, ISO.
    #[serde(rename = "d")]
    Day(String),
    /// A formula; it is never computed, and the result that the file claims is not believed.
    #[serde(rename = "f")]
    Formula(String),
    /// An error such as `#REF!`.
    #[serde(rename = "e")]
    Error(String),
}

impl Cell {
    /// The cell as people see it.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text) | Self::Day(text) | Self::Formula(text) | Self::Error(text) => text,
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number in the sheet, from 1.
    #[serde(rename = "n")]
    pub number: u32,
    /// Its cells from the first column on.
    #[serde(rename = "c")]
    pub cells: Vec<Cell>,
}

/// A sheet of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows that are not empty.
    pub rows: Vec<Row>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// No bytes.
    Empty,
    /// More bytes than are taken.
    TooLarge,
    /// A spreadsheet from before 2007 (`.xls`), whatever its name says.
    OldFormat,
    /// Locked with a password.
    Locked,
    /// Text, probably CSV.
    PlainText,
    /// Something else entirely.
    NotASheet,
    /// A ZIP that ends too early or is damaged.
    Damaged,
    /// Unpacked it would be huge.
    Bomb,
    /// More rows than are taken.
    TooManyRows,
    /// No sheet with anything in it.
    NoRows,
    /// Reading took too long or too much.
    TooHard,
}

impl Trouble {
    /// Key of the sentence for it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "sheet-empty",
            Self::TooLarge => "sheet-too-large",
            Self::OldFormat => "sheet-old-format",
            Self::Locked => "sheet-locked",
            Self::PlainText => "sheet-plain-text",
            Self::NotASheet => "sheet-not-a-sheet",
            Self::Damaged => "sheet-damaged",
            Self::Bomb => "sheet-bomb",
            Self::TooManyRows => "sheet-too-many-rows",
            Self::NoRows => "sheet-no-rows",
            Self::TooHard => "sheet-too-hard",
        }
    }

    /// The sentence for it.
    pub fn message(self, limits: &Limits) -> Message {
        Message::new(self.key())
            .with("rows", limits.rows)
            .with("megabytes", limits.bytes / 1024 / 1024)
    }
}

/// A line of the child's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// The file cannot be read, and nothing follows.
    Trouble(Trouble),
    /// Another sheet of a book begins.
    Sheet(String),
    /// A row that is not empty.
    Row(Row),
    /// All rows have been said.
    End,
}
