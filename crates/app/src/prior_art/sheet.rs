//! Earlier solutions as a spreadsheet: every text is a text cell, so that no title ever becomes a formula.

use kernel::Fault;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::row::Column;
use super::store::EarlierRow;
use crate::contests::kind;
use crate::frame::Words;

/// The bytes of an XLSX file with these solutions; with none, it is the form for a list.
///
/// # Errors
/// The file could not be made.
pub fn write(words: Words, solutions: &[EarlierRow]) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    // The same solutions make the same bytes: the machine's clock has no place in the file.
    let undated = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&undated));
    let heading = Format::new().set_bold();
    let sheet = book.add_worksheet();
    sheet.set_freeze_panes(1, 1)?;
    for (at, column) in (0u16..).zip(Column::ALL) {
        sheet.set_column_width(at, width(column))?;
        sheet.write_string_with_format(0, at, words.say(column.label()), &heading)?;
    }
    for (line, solution) in (1u32..).zip(solutions) {
        for (at, column) in (0u16..).zip(Column::ALL) {
            let text = cell(words, solution, column);
            if !text.is_empty() {
                sheet.write_string(line, at, text)?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

const fn width(column: Column) -> f64 {
    match column {
        Column::Title | Column::Text => 60.0,
        Column::Year | Column::Level => 10.0,
        _ => 26.0,
    }
}

fn cell(words: Words, row: &EarlierRow, column: Column) -> String {
    match column {
        Column::Title => row.title.clone(),
        Column::Text => row.body.clone(),
        Column::Year => row.year.map(|year| year.to_string()).unwrap_or_default(),
        Column::Level => {
            row.level.as_deref().map(|it| words.say(&kind::label("level", it))).unwrap_or_default()
        }
        Column::Contest => row.contest.clone(),
        Column::Authors => row.authors.clone(),
        Column::Unit => row.unit.clone(),
        Column::Prize => row.prize.clone(),
        Column::Field => row.field.clone(),
    }
}
