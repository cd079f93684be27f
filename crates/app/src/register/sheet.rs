//! The book as a table in a file: a part of it after the other, so that memory does not grow with the book.

use std::io::{Seek, SeekFrom};

use kernel::{Day, Fault};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use store::Reader;
use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio::sync::mpsc;

use super::column::{Column, Sort};
use super::line::{self, AT_ONCE, Line};
use crate::frame::Words;

/// What is written: which dossiers, in which order and words, with which columns.
pub struct Table {
    /// Ids, in order.
    pub ids: Vec<String>,
    /// The order.
    pub sort: Sort,
    /// The columns beside number and title.
    pub columns: Vec<Column>,
    /// The reader's words.
    pub words: Words,
    /// The day on which it is read.
    pub day: Day,
}

impl Table {
    fn headings(&self) -> Vec<String> {
        let first = ["register-column-number", "register-column-title"].map(str::to_owned);
        let keys = first.into_iter().chain(self.columns.iter().map(|column| column.label()));
        keys.map(|key| self.words.say(&key)).collect()
    }

    async fn part(&self, reader: &Reader, ids: &[String]) -> Result<Vec<Vec<String>>, Fault> {
        let lines = line::lines_of(reader, self.words, (ids, self.sort), self.day).await?;
        Ok(lines.iter().map(|line| self.cells(line)).collect())
    }

    fn cells(&self, line: &Line) -> Vec<String> {
        let first = [line.row.number.to_string(), line.row.title.clone()];
        let rest = self.columns.iter().map(|column| line.cell(*column, self.words));
        first.into_iter().chain(rest).collect()
    }
}

/// Writes the table as text with commas (RFC 4180), with the mark by which spreadsheets know UTF-8.
///
/// # Errors
/// The database is away, or nobody listens any more.
pub async fn csv(
    reader: &Reader,
    table: &Table,
    mut out: impl AsyncWrite + Unpin,
) -> Result<(), Fault> {
    out.write_all("\u{feff}".as_bytes()).await?;
    out.write_all(record(&table.headings()).as_bytes()).await?;
    for ids in table.ids.chunks(AT_ONCE) {
        let records = table.part(reader, ids).await?;
        let text: String = records.iter().map(|cells| record(cells)).collect();
        out.write_all(text.as_bytes()).await?;
    }
    out.shutdown().await?;
    Ok(())
}

fn record(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@'])
        || cell.starts_with(['\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let safe = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    match safe.contains(['"', ',', '\n', '\r', ';', '\'']) {
        true => format!("\"{}\"", safe.replace('"', "\"\"")),
        false => safe,
    }
}

/// Parts of the table that wait to be written.
const WAITING: usize = 2;

/// Writes the table as a spreadsheet into a file of its own; answers with it and its length.
///
/// # Errors
/// The database is away, or the disk refuses.
pub async fn xlsx(reader: &Reader, table: &Table) -> Result<(std::fs::File, u64), Fault> {
    let (sender, receiver) = mpsc::channel(WAITING);
    let (name, headings) = (table.words.say("register-sheet"), table.headings());
    let writing = tokio::task::spawn_blocking(move || write(&name, &headings, receiver));
    for ids in table.ids.chunks(AT_ONCE) {
        let part = table.part(reader, ids).await?;
        // Whoever writes has stopped, and will say why.
        if sender.send(part).await.is_err() {
            break;
        }
    }
    drop(sender);
    writing.await?
}

fn write(
    name: &str,
    headings: &[String],
    mut parts: mpsc::Receiver<Vec<Vec<String>>>,
) -> Result<(std::fs::File, u64), Fault> {
    let mut book = Workbook::new();
    // The same dossiers make the same bytes: the machine's clock has no place in the file.
    let undated = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&undated));
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 2)?;
    for (at, _) in (0u16..).zip(headings) {
        sheet.set_column_width(at, [8.0, 60.0, 26.0][usize::from(at.min(2))])?;
    }
    let bold = Format::new().set_bold();
    for (at, heading) in (0u16..).zip(headings) {
        sheet.write_string_with_format(0, at, heading, &bold)?;
    }
    let mut row = 0;
    while let Some(part) = parts.blocking_recv() {
        for cells in part {
            row += 1;
            write_row(sheet, row, &cells)?;
        }
    }
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&mut file)?;
    let length = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    Ok((file, length))
}

/// Texts stay texts, so that no title ever becomes a formula; the number is a number.
fn write_row(sheet: &mut Worksheet, row: u32, cells: &[String]) -> Result<(), Fault> {
    for (at, cell) in (0u16..).zip(cells) {
        match cell.parse::<u32>() {
            Ok(number) if at == 0 => drop(sheet.write_number(row, at, number)?),
            _ if cell.is_empty() => (),
            _ => drop(sheet.write_string(row, at, cell)?),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_formula() {
        let check = |cell: &str, expect: &str| assert_eq!(quoted(cell), expect, "{cell:?}");
        check("Máy gieo", "Máy gieo");
        check("=1+1", "\"'=1+1\"");
        check("  @SUM(A1)", "\"'  @SUM(A1)\"");
        check("-2+3", "\"'-2+3\"");
        check("\t=1", "\"'\t=1\"");
        check("a, \"b\"", "\"a, \"\"b\"\"\"");
        check("a\nb", "\"a\nb\"");
        check("a;b", "\"a;b\"");
    }
}
