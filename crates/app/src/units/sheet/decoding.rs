//! The child process: standard input is a file, standard output its rows as lines of JSON.

use std::io::{Cursor, Read, Write};
use std::time::Duration;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use kernel::Fault;
use sandbox::Task;

use super::separated;
use super::{BOOK, Cell, LONG, Limits, Line, Row, Sheet, Trouble, UNITS};

/// The child and what it may use.
pub const TASK: Task = Task {
    name: "decode-sheet",
    runs_programs: false,
    memory: 512 * 1024 * 1024,
    cpu_seconds: 10,
    longest: Duration::from_secs(15),
    most_answer: 20 * 1024 * 1024,
};
/// The child for a long list.
pub const LONG_TASK: Task = Task {
    name: "decode-long-sheet",
    runs_programs: false,
    memory: 1536 * 1024 * 1024,
    cpu_seconds: 60,
    longest: Duration::from_secs(90),
    most_answer: 256 * 1024 * 1024,
};
/// The child for a book of several sheets.
pub const BOOK_TASK: Task = Task {
    name: "decode-book",
    runs_programs: false,
    memory: 1024 * 1024 * 1024,
    cpu_seconds: 30,
    longest: Duration::from_secs(45),
    most_answer: 64 * 1024 * 1024,
};
/// Most parts of the ZIP.
const MOST_PARTS: usize = 1_000;
/// How an old spreadsheet and a locked new one begin (a compound file).
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// What the child does once it is shut in.
///
/// # Errors
/// Nobody listens.
pub fn run(input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    answer(input, out, &UNITS)
}

/// The same for a long list.
///
/// # Errors
/// Nobody listens.
pub fn run_long(input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    answer(input, out, &LONG)
}

/// The same for a book: every sheet that holds anything, each behind its name.
///
/// # Errors
/// Nobody listens.
pub fn run_book(input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    tell(
        out,
        decode_book(read(input, &BOOK)?, &BOOK).map(|sheets| {
            let lines = |sheet: Sheet| {
                [Line::Sheet(sheet.name)].into_iter().chain(sheet.rows.into_iter().map(Line::Row))
            };
            sheets.into_iter().flat_map(lines)
        }),
    )
}

fn answer(input: &mut dyn Read, out: &mut dyn Write, limits: &Limits) -> Result<(), Fault> {
    let rows = decode_within(read(input, limits)?, limits);
    tell(out, rows.map(|rows| rows.into_iter().map(Line::Row)))
}

/// The bytes of the input, and one more than is taken where there are more.
fn read(input: &mut dyn Read, limits: &Limits) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    input.take(limits.bytes as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn tell(
    out: &mut dyn Write,
    lines: Result<impl Iterator<Item = Line>, Trouble>,
) -> Result<(), Fault> {
    let mut out = std::io::BufWriter::new(out);
    let out = &mut out;
    match lines {
        Err(trouble) => say(out, &Line::Trouble(trouble)),
        Ok(lines) => {
            for line in lines {
                say(out, &line)?;
            }
            say(out, &Line::End)
        }
    }
}

fn say(out: &mut impl Write, line: &Line) -> Result<(), Fault> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")?;
    match line {
        Line::Row(_) | Line::Sheet(_) => Ok(()),
        Line::Trouble(_) | Line::End => Ok(out.flush()?),
    }
}

/// The rows of the first sheet that has any.
///
/// # Errors
/// Why it cannot be read.
pub fn decode(bytes: Vec<u8>) -> Result<Vec<Row>, Trouble> {
    decode_within(bytes, &UNITS)
}

/// The same, within other limits.
///
/// # Errors
/// Why it cannot be read.
pub fn decode_within(bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Row>, Trouble> {
    match look(&bytes, limits) {
        Err(Trouble::PlainText) if limits.separated => return separated::decode(&bytes, limits),
        looked => looked?,
    }
    let mut sheets = Sheets::open(bytes, limits)?;
    sheets.next().unwrap_or(Err(Trouble::NoRows)).map(|sheet| sheet.rows)
}

/// Every sheet of a book that holds anything, in order.
///
/// # Errors
/// Why it cannot be read.
pub fn decode_book(bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Sheet>, Trouble> {
    look(&bytes, limits)?;
    let sheets: Vec<Sheet> = Sheets::open(bytes, limits)?.collect::<Result<_, _>>()?;
    match sheets.is_empty() {
        true => Err(Trouble::NoRows),
        false => Ok(sheets),
    }
}

/// The sheets of a book that hold anything.
struct Sheets<'l> {
    book: Xlsx<Cursor<Vec<u8>>>,
    names: std::vec::IntoIter<String>,
    limits: &'l Limits,
}

impl<'l> Sheets<'l> {
    fn open(bytes: Vec<u8>, limits: &'l Limits) -> Result<Self, Trouble> {
        unpack(&bytes, limits)?;
        let book: Xlsx<_> =
            open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Trouble::NotASheet)?;
        let names = book.sheet_names().into_iter();
        Ok(Self { book, names, limits })
    }

    fn rows(&mut self, name: &str) -> Result<Vec<Row>, Trouble> {
        let values = self.book.worksheet_range(name).map_err(|_| Trouble::Damaged)?;
        let formulas = self.book.worksheet_formula(name).map_err(|_| Trouble::Damaged)?;
        let rows = rows(&values, &formulas, self.limits);
        match rows.len() > self.limits.rows + 20 {
            true => Err(Trouble::TooManyRows),
            false => Ok(rows),
        }
    }
}

impl Iterator for Sheets<'_> {
    type Item = Result<Sheet, Trouble>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let name = self.names.next()?;
            match self.rows(&name) {
                Ok(rows) if rows.is_empty() => (),
                read => return Some(read.map(|rows| Sheet { name, rows })),
            }
        }
    }
}

/// What the first bytes say, before anything is unpacked.
fn look(bytes: &[u8], limits: &Limits) -> Result<(), Trouble> {
    match bytes {
        [] => Err(Trouble::Empty),
        _ if bytes.len() > limits.bytes => Err(Trouble::TooLarge),
        _ if bytes.starts_with(b"PK") => Ok(()),
        _ if bytes.starts_with(COMPOUND) => match holds_encrypted_package(bytes) {
            true => Err(Trouble::Locked),
            false => Err(Trouble::OldFormat),
        },
        _ if is_text(bytes) => Err(Trouble::PlainText),
        _ => Err(Trouble::NotASheet),
    }
}

/// A locked spreadsheet is a compound file with a part of this name, written in UTF-16.
fn holds_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Text has no zero bytes, unless it is UTF-16 and says so; a PDF is no text.
fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let wide = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    (wide || !head.contains(&0)) && !head.starts_with(b"%PDF")
}

/// Unpacks every part into nothing, counting: sizes that a ZIP declares are not believed.
fn unpack(bytes: &[u8], limits: &Limits) -> Result<(), Trouble> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(Trouble::Bomb);
    }
    let mut left = limits.unpacked;
    let mut is_workbook = false;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|_| Trouble::Damaged)?;
        is_workbook |= part.name().is_ok_and(|name| name == "xl/workbook.xml");
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|_| Trouble::Damaged)?;
        left = left.checked_sub(read).ok_or(Trouble::Bomb)?;
    }
    is_workbook.then_some(()).ok_or(Trouble::NotASheet)
}

/// Rows that hold anything; one more than are taken is enough to refuse.
fn rows(values: &Range<Data>, formulas: &Range<String>, limits: &Limits) -> Vec<Row> {
    let starts = [values.start(), formulas.start()].into_iter().flatten().map(|(row, _)| row);
    let ends = [values.end(), formulas.end()].into_iter().flatten();
    let (Some(top), Some(bottom)) = (starts.min(), ends.clone().map(|(row, _)| row).max()) else {
        return Vec::new();
    };
    let right = ends.map(|(_, column)| column).max().unwrap_or(0);
    let right = right.min(u32::try_from(limits.columns).unwrap_or(u32::MAX).saturating_sub(1));
    let row = |row: u32| {
        let cells =
            (0..=right).map(|column| cell((values, formulas), (row, column), limits.letters));
        let mut cells: Vec<Cell> = cells.collect();
        while cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        Row { number: row + 1, cells }
    };
    let rows = (top..=bottom).map(row).filter(|row| !row.cells.is_empty());
    rows.take(limits.rows + 21).collect()
}

fn cell(
    (values, formulas): (&Range<Data>, &Range<String>),
    at: (u32, u32),
    letters: usize,
) -> Cell {
    let cut = |text: &str| text.chars().take(letters).collect::<String>();
    if let Some(formula) = formulas.get_value(at).filter(|formula| !formula.is_empty()) {
        return Cell::Formula(cut(&format!("={formula}")));
    }
    match values.get_value(at) {
        None | Some(Data::Empty) => Cell::Text(String::new()),
        Some(Data::Error(error)) => Cell::Error(error.to_string()),
        Some(Data::DateTime(day)) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        Some(Data::DateTimeIso(text)) => Cell::Day(text.chars().take(10).collect()),
        Some(value) => Cell::Text(cut(&value.as_string().unwrap_or_else(|| value.to_string()))),
    }
}
