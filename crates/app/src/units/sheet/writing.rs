//! Writing spreadsheets: every text is a text cell, so that no name ever becomes a formula.

use kernel::{Day, Fault};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::frame::Words;
use crate::units::import::row::Column;

/// A unit as it stands in a file.
#[derive(Debug, Clone, Default)]
pub struct UnitRecord {
    /// The office's own code.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Kind, in the reader's language.
    pub kind: String,
    /// Code of the parent, or its name where it has no code.
    pub parent: String,
    /// First day.
    pub founded_on: Option<Day>,
    /// First day on which it is no more.
    pub abolished_on: Option<Day>,
    /// Other names.
    pub aliases: Vec<String>,
}

/// The bytes of an XLSX file with these units; with none, it is the form for an import.
///
/// # Errors
/// The file could not be made.
pub fn units(words: Words, records: &[UnitRecord]) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    // The same units make the same bytes: the machine's clock has no place in the file.
    let undated = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&undated));
    let heading = Format::new().set_bold();
    let day = Format::new().set_num_format("d/m/yyyy");
    let sheet = book.add_worksheet();
    sheet.set_name(words.say("nav-units"))?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0u16..).zip(Column::ALL) {
        sheet.set_column_width(at, width(column))?;
        sheet.write_string_with_format(0, at, words.say(column.label()), &heading)?;
    }
    for (row, record) in (1u32..).zip(records) {
        write(sheet, row, record, &day)?;
    }
    Ok(book.save_to_buffer()?)
}

fn width(column: Column) -> f64 {
    match column {
        Column::Name | Column::Aliases => 44.0,
        Column::Kind | Column::Parent => 26.0,
        _ => 14.0,
    }
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    record: &UnitRecord,
    format: &Format,
) -> Result<(), Fault> {
    let aliases = record.aliases.join("; ");
    let texts = [(0, &record.code), (1, &record.name), (2, &record.kind), (3, &record.parent)];
    for (column, text) in texts.into_iter().chain([(6, &aliases)]) {
        if !text.is_empty() {
            sheet.write_string(row, column, text)?;
        }
    }
    for (column, day) in [(4, record.founded_on), (5, record.abolished_on)] {
        let Some(day) = day else { continue };
        // Spreadsheets know no day before 1900; there the day is text, which an import reads, too.
        match ExcelDateTime::parse_from_str(&day.to_string()) {
            Ok(date) => sheet.write_datetime_with_format(row, column, date, format)?,
            Err(_) => sheet.write_string(row, column, day.written())?,
        };
    }
    Ok(())
}
