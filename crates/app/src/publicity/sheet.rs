//! Tables as a spreadsheet: texts stay texts, so that no name ever becomes a formula; figures are numbers.

use kernel::Fault;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A figure.
    Number(i64),
    /// Nothing.
    Empty,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name, at most 31 letters.
    pub name: String,
    /// Headings.
    pub headings: Vec<String>,
    /// Rows; the first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// Width of the first column, and of the others, in letters.
const WIDTHS: [f64; 2] = [44.0, 18.0];

/// The bytes of an XLSX file with these tables.
///
/// # Errors
/// The file could not be made.
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    // The same tables make the same bytes: the machine's clock has no place in the file.
    let undated = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&undated));
    let heading = Format::new().set_bold().set_text_wrap();
    for one in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&one.name)?;
        sheet.set_freeze_panes(1, 1)?;
        for (at, text) in (0u16..).zip(&one.headings) {
            sheet.set_column_width(at, WIDTHS[usize::from(at > 0)])?;
            sheet.write_string_with_format(0, at, text, &heading)?;
        }
        for (row, cells) in (1u32..).zip(&one.rows) {
            for (at, cell) in (0u16..).zip(cells) {
                #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
                match cell {
                    Cell::Text(text) => drop(sheet.write_string(row, at, text)?),
                    Cell::Number(number) => drop(sheet.write_number(row, at, *number as f64)?),
                    Cell::Empty => (),
                }
            }
        }
    }
    Ok(book.save_to_buffer()?)
}
