//! A row of a list, read into what it says about a solution. Pure.

use kernel::{Refusal, text};
use serde::{Deserialize, Serialize};

use crate::frame::{Locale, Words};
use crate::units::sheet::{Cell, Row};

/// A column that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Title.
    Title,
    /// What it is about.
    Text,
    /// Year.
    Year,
    /// Level that recognised it.
    Level,
    /// Contest or decision.
    Contest,
    /// Authors.
    Authors,
    /// Unit.
    Unit,
    /// Prize.
    Prize,
    /// Field.
    Field,
}

impl Column {
    /// Every column, in the order in which files are written.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Year,
        Self::Level,
        Self::Contest,
        Self::Authors,
        Self::Unit,
        Self::Prize,
        Self::Field,
        Self::Text,
    ];

    /// Key of its heading.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Title => "prior-title",
            Self::Text => "prior-text",
            Self::Year => "prior-year",
            Self::Level => "prior-level",
            Self::Contest => "prior-contest",
            Self::Authors => "prior-authors",
            Self::Unit => "prior-unit",
            Self::Prize => "prior-prize",
            Self::Field => "prior-field",
        }
    }

    /// How other headings for it begin, folded; the longer ones say more.
    const fn others(self) -> &'static [&'static str] {
        match self {
            Self::Title => &["ten", "de tai", "title", "name", "giai phap", "sang kien"],
            Self::Text => &["tom tat", "noi dung", "mo ta", "summary", "text", "description"],
            Self::Year => &["nam", "year", "thoi gian"],
            Self::Level => &["cap", "level"],
            Self::Contest => &["hoi thi", "cuoc thi", "quyet dinh", "so quyet dinh", "contest"],
            Self::Authors => &["tac gia", "dong tac gia", "nguoi", "author", "ho ten", "ho va ten"],
            Self::Unit => &["don vi", "co quan", "noi cong tac", "unit"],
            Self::Prize => &["giai thuong", "dat giai", "xep loai", "ket qua", "prize", "award"],
            Self::Field => &["linh vuc", "nganh", "field"],
        }
    }

    /// What a heading means: its own name, else what the longest known beginning means.
    fn of_heading(heading: &str) -> Option<Self> {
        let folded = text::fold(heading);
        let named = |column: &Self| {
            Locale::ALL.iter().any(|it| text::fold(&Words(*it).say(column.label())) == folded)
        };
        let begins = |column: Self| {
            let all = column.others().iter();
            let fit = all.filter(|begin| {
                folded
                    .strip_prefix(**begin)
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            });
            fit.map(|begin| begin.len()).max().map(|length| (length, column))
        };
        let longest = || Self::ALL.into_iter().filter_map(begins).max_by_key(|(length, _)| *length);
        Self::ALL.into_iter().find(named).or_else(|| longest().map(|(_, column)| column))
    }

    /// Most letters of a cell.
    const fn longest(self) -> usize {
        match self {
            Self::Text => 8_000,
            Self::Title | Self::Authors => 500,
            _ => 300,
        }
    }
}

/// Rows in which headings are looked for; above them stand titles.
const HEADING_ROWS: usize = 15;

/// Where the columns stand in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headings(Vec<(Column, usize)>);

impl Headings {
    /// Finds the headings: the first row that names a column for titles and another. Of two columns with
    /// one meaning the first counts. Answers with the rows below them, too.
    ///
    /// # Errors
    /// There are none.
    pub fn find(rows: &[Row]) -> Result<(Self, &[Row]), Refusal> {
        for (at, row) in rows.iter().take(HEADING_ROWS).enumerate() {
            let mut found: Vec<(Column, usize)> = Vec::new();
            for (at, cell) in row.cells.iter().enumerate() {
                let Some(column) = Column::of_heading(cell.shown()) else { continue };
                if found.iter().all(|(known, _)| *known != column) {
                    found.push((column, at));
                }
            }
            if found.len() > 1 && found.iter().any(|(column, _)| *column == Column::Title) {
                return Ok((Self(found), &rows[at + 1..]));
            }
        }
        Err(Refusal::field("file", "prior-headings-missing"))
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r Cell> {
        let (_, at) = self.0.iter().find(|(known, _)| *known == column)?;
        row.cells.get(*at)
    }
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrong {
    /// Its number in the sheet.
    pub number: u32,
    /// Key of the column's name.
    pub column: String,
    /// The cell, at most 80 letters of it.
    pub shown: String,
    /// Key of the sentence.
    pub message: String,
}

/// A solution as a row says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The row's number in the sheet.
    pub number: u32,
    /// Title.
    pub title: String,
    /// What it is about.
    pub text: String,
    /// Year.
    pub year: Option<i64>,
    /// Word of the level.
    pub level: Option<&'static str>,
    /// Contest or decision.
    pub contest: String,
    /// Authors.
    pub authors: String,
    /// Unit.
    pub unit: String,
    /// Prize.
    pub prize: String,
    /// Field.
    pub field: String,
}

impl Earlier {
    /// Reads a row.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(headings: &Headings, row: &Row) -> Result<Self, Wrong> {
        let wrong = |column: Column, shown: &str, message: &str| Wrong {
            number: row.number,
            column: column.label().to_owned(),
            shown: shown.chars().take(80).collect(),
            message: message.to_owned(),
        };
        let said = |column: Column| match headings.cell(row, column) {
            None => Ok(String::new()),
            Some(Cell::Text(text) | Cell::Day(text))
                if text.chars().count() <= column.longest() =>
            {
                Ok(text::clean(text))
            }
            Some(Cell::Text(text) | Cell::Day(text)) => Err(wrong(column, text, "prior-cell-long")),
            Some(Cell::Formula(text)) => Err(wrong(column, text, "import-formula")),
            Some(Cell::Error(text)) => Err(wrong(column, text, "import-cell-error")),
        };
        let (title, year, level) =
            (said(Column::Title)?, said(Column::Year)?, said(Column::Level)?);
        if !title.chars().any(char::is_alphabetic) {
            return Err(wrong(Column::Title, &title, "prior-title-missing"));
        }
        Ok(Self {
            number: row.number,
            year: read_year(&year)
                .map_err(|()| wrong(Column::Year, &year, "prior-year-unreadable"))?,
            level: read_level(&level)
                .map_err(|()| wrong(Column::Level, &level, "prior-level-unknown"))?,
            text: said(Column::Text)?,
            contest: said(Column::Contest)?,
            authors: said(Column::Authors)?,
            unit: said(Column::Unit)?,
            prize: said(Column::Prize)?,
            field: said(Column::Field)?,
            title,
        })
    }
}

/// The last year that a text names: of "2020-2021" that in which it ended.
fn read_year(typed: &str) -> Result<Option<i64>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    let numbers = typed.split(|sign: char| !sign.is_ascii_digit());
    let mut years =
        numbers.filter(|number| number.len() == 4).filter_map(|number| number.parse().ok());
    years.rfind(|year| (1945..=2100).contains(year)).map(Some).ok_or(())
}

/// The level that a text names, in either language or by its word.
fn read_level(typed: &str) -> Result<Option<&'static str>, ()> {
    const KNOWN: [(&str, &[&str]); 5] = [
        ("nation", &["nation", "quoc gia", "toan quoc", "trung uong", "nha nuoc", "bo"]),
        ("province", &["province", "tinh", "thanh pho"]),
        ("district", &["district", "huyen", "quan", "thi xa"]),
        ("commune", &["commune", "xa", "phuong"]),
        ("agency", &["agency", "base", "co so", "don vi", "co quan", "so", "nganh", "truong"]),
    ];
    let folded = text::fold(typed);
    let word = folded.strip_prefix("cap").unwrap_or(&folded).trim();
    if word.is_empty() {
        return Ok(None);
    }
    let known = KNOWN.into_iter().find(|(_, names)| names.contains(&word));
    known.map(|(code, _)| Some(code)).ok_or(())
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
