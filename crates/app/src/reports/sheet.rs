//! A rolled-up report as a spreadsheet: figures on the first page, words on the second.

use kernel::Fault;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet};

use super::roll_up::RolledUp;
use crate::frame::Words;

/// The bytes of an XLSX file.
///
/// # Errors
/// The file cannot be written, which is a fault.
pub fn write(rolled: &RolledUp, title: &str, words: Words) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    figures(book.add_worksheet(), rolled, title, words)?;
    chapters(book.add_worksheet(), rolled, words)?;
    Ok(book.save_to_buffer()?)
}

fn head() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

fn figures(
    sheet: &mut Worksheet,
    rolled: &RolledUp,
    title: &str,
    words: Words,
) -> Result<(), Fault> {
    sheet.set_name(words.say("report-sheet-figures"))?;
    sheet.write_string_with_format(0, 0, title, &Format::new().set_bold())?;
    let heads = ["report-unit", "report-tasks", "report-done", "report-late", "report-counted"];
    for (column, key) in (0..).zip(heads) {
        sheet.write_string_with_format(2, column, words.say(key), &head())?;
    }
    sheet.set_column_width(0, 48)?;
    let all = (words.say("report-all-units"), rolled.all);
    for (row, (unit, known)) in (3..).zip(rolled.units.iter().chain([&all])) {
        sheet.write_string(row, 0, unit)?;
        for (column, figure) in (1..).zip([known.tasks, known.done, known.late, known.counted]) {
            #[expect(clippy::cast_precision_loss, reason = "counts of tasks are far below 2^53")]
            sheet.write_number(row, column, figure as f64)?;
        }
    }
    Ok(())
}

fn chapters(sheet: &mut Worksheet, rolled: &RolledUp, words: Words) -> Result<(), Fault> {
    sheet.set_name(words.say("report-sheet-words"))?;
    for (column, key) in (0..).zip(["report-heading", "report-unit", "report-words"]) {
        sheet.write_string_with_format(0, column, words.say(key), &head())?;
    }
    sheet.set_column_width(0, 36)?;
    sheet.set_column_width(1, 36)?;
    sheet.set_column_width(2, 90)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut row = 1;
    for chapter in &rolled.chapters {
        for (unit, said) in &chapter.said {
            sheet.write_string_with_format(row, 0, &chapter.heading, &wrapped)?;
            sheet.write_string_with_format(row, 1, unit, &wrapped)?;
            sheet.write_string_with_format(row, 2, said, &wrapped)?;
            row += 1;
        }
    }
    Ok(())
}
