//! The matrix as a spreadsheet: every text is a text cell, so that no name ever becomes a formula.

use kernel::Fault;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// What a spreadsheet shows: texts only.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name, at most 31 letters.
    pub name: String,
    /// Headings.
    pub headings: Vec<String>,
    /// Rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}

/// Width of the first column, and of the others, in letters.
const WIDTHS: [f64; 2] = [44.0, 22.0];

/// The bytes of an XLSX file with these sheets.
///
/// # Errors
/// The file could not be made.
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    // The same matrix makes the same bytes: the machine's clock has no place in the file.
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
            for (at, text) in (0u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, at, text)?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}
