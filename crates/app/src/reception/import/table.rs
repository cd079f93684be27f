//! A table of dossiers as it stands in a book: headings found, rows read into forms. Pure.

use std::collections::{BTreeMap, BTreeSet};

use entry::Holder;
use kernel::{Message, Refusal, text};

use super::column::{Column, FILE, KEY, columns, columns_of_authors, compared, known};
use crate::contests::RuleSet;
use crate::contests::typed::{AUTHORS, Typed};
use crate::frame::{Locale, Words};
use crate::reception::arrived::IN_TABLES;
use crate::units::sheet::{Cell, Row, Sheet};

/// Rows in which headings are looked for; above them stand titles.
const HEADING_ROWS: usize = 15;
/// Most letters of the key of a row.
const LONGEST_KEY: usize = 60;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The heading of the column as it stands in the table, or the name of a file; may be empty.
    pub column: String,
    /// What is wrong, and what to do.
    pub message: Message,
}

/// A row as a form.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// Its number in the sheet.
    pub number: u32,
    /// The key by which it is known.
    pub key: String,
    /// The form.
    pub typed: Typed,
    /// Part of the checklist and what its cell names, for each cell that names files.
    pub files: Vec<(String, String)>,
    /// What is wrong with its cells.
    pub problems: Vec<Problem>,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// Headings that mean nothing here.
    pub unknown: Vec<String>,
    headings: Vec<(String, String)>,
}

impl Table {
    /// The heading of the first column that a field of the form, or of a row of it, comes from.
    pub fn heading_of(&self, field: &str) -> &str {
        let of = |(own, _): &&(String, String)| {
            own.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.headings.iter().find(of).map_or("", |(_, heading)| heading.as_str())
    }
}

/// Reads the table of a book: its first sheet, with the authors of another where there is one.
///
/// # Errors
/// A refusal beside the field `file`: there are no headings, one stands twice, or no row is left.
pub fn table(book: &[Sheet], rules: &RuleSet) -> Result<Table, Refusal> {
    let is_of_authors = |sheet: &&Sheet| is_called(&sheet.name, "dossier-import-authors");
    let main = book.iter().find(|sheet| !is_of_authors(sheet));
    let main = main.ok_or_else(|| Refusal::field("file", "dossier-import-no-rows"))?;
    let (found, below) = Found::of(&main.rows, columns(rules))?;
    let mut rows: Vec<TableRow> = below.iter().map(|row| found.row(row, rules)).collect();
    // Whoever fills in the form leaves its example where it is.
    rows.retain(|row| !is_called(&row.key, "dossier-import-example-key"));
    if rows.is_empty() {
        return Err(Refusal::field("file", "dossier-import-no-rows"));
    }
    let mut unknown = found.unknown.clone();
    if let Some(sheet) = book.iter().find(is_of_authors) {
        let (authors, below) = Found::of(&sheet.rows, columns_of_authors(rules))?;
        unknown.extend(authors.unknown.iter().cloned());
        add_authors(&mut rows, (&authors, below));
    }
    let headings = found.columns.into_iter().map(|(column, _, heading)| (column.field, heading));
    let mut table = Table { rows, unknown, headings: headings.collect() };
    check_keys(&mut table);
    Ok(table)
}

fn is_called(name: &str, key: &str) -> bool {
    let name = compared(name);
    Locale::ALL.into_iter().any(|locale| compared(&Words(locale).say(key)) == name)
}

/// Columns that a sheet has: each with its place and its heading.
struct Found {
    columns: Vec<(Column, usize, String)>,
    unknown: Vec<String>,
}

impl Found {
    /// The first row that names the column of keys and another; answers with the rows below it, too.
    fn of(rows: &[Row], all: Vec<Column>) -> Result<(Self, &[Row]), Refusal> {
        let known = known(&all);
        for (at, row) in rows.iter().take(HEADING_ROWS).enumerate() {
            let mut found = Self { columns: Vec::new(), unknown: Vec::new() };
            for (place, cell) in row.cells.iter().enumerate() {
                let heading = text::clean(cell.shown());
                match known.get(&compared(&heading)) {
                    Some(column) => found.columns.push((all[*column].clone(), place, heading)),
                    None if heading.is_empty() => (),
                    None => found.unknown.push(heading),
                }
            }
            if found.columns.len() > 1 && found.has(KEY) {
                found.once()?;
                return Ok((found, &rows[at + 1..]));
            }
        }
        Err(Refusal::field("file", "dossier-import-headings"))
    }

    fn has(&self, field: &str) -> bool {
        self.columns.iter().any(|(column, ..)| column.field == field)
    }

    fn once(&self) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        match self.columns.iter().find(|(column, ..)| !seen.insert(&column.field)) {
            Some((_, _, heading)) => {
                let message = Message::new("import-heading-twice").with("column", heading);
                Err(Refusal::field("file", message))
            }
            None => Ok(()),
        }
    }

    /// Field, heading and text of each cell that holds anything; what holds no text is a problem.
    fn cells<'f>(
        &'f self,
        row: &'f Row,
    ) -> impl Iterator<Item = (&'f str, Result<String, Problem>)> {
        self.columns.iter().filter_map(|(column, place, heading)| {
            let cell = row.cells.get(*place).filter(|cell| !cell.is_empty())?;
            let problem = |key| Problem { column: heading.clone(), message: Message::new(key) };
            Some((column.field.as_str(), text_of(cell).map_err(problem)))
        })
    }

    fn row(&self, row: &Row, rules: &RuleSet) -> TableRow {
        let mut read = TableRow {
            number: row.number,
            key: String::new(),
            typed: Typed::default(),
            files: Vec::new(),
            problems: Vec::new(),
        };
        for (field, cell) in self.cells(row) {
            match (field, cell) {
                (_, Err(problem)) => read.problems.push(problem),
                (KEY, Ok(text)) => read.key = text::clean(&text),
                (field, Ok(text)) => match field.strip_prefix(FILE) {
                    Some(item) => read.files.push((item.to_owned(), text)),
                    None => read.typed.put(field, meant(field, text, rules)),
                },
            }
        }
        for (field, usual) in [("way", "counter"), ("copies", copies(&read.typed))] {
            if read.typed.text(field).trim().is_empty() {
                read.typed.drop_field(field);
                read.typed.put(field, usual);
            }
        }
        read
    }
}

/// How many sets there are where the table does not say: what is out of an earlier system has none.
fn copies(typed: &Typed) -> &'static str {
    if typed.text("way") == "earlier" { "0" } else { "1" }
}

fn text_of(cell: &Cell) -> Result<String, &'static str> {
    match cell {
        Cell::Text(text) => Ok(text.clone()),
        Cell::Day(day) => Ok(day.parse().map_or_else(|_| day.clone(), kernel::Day::written)),
        Cell::Formula(_) => Err("import-formula"),
        Cell::Error(_) => Err("import-cell-error"),
    }
}

/// What a form would hold where a table has words: the code of a choice, a field as the rules spell it. What is
/// none stays as it is, and is refused as on the screen.
fn meant(field: &str, text: String, rules: &RuleSet) -> String {
    let wanted = compared(&text);
    let chosen = |codes: &[&'static str], prefix: &str| {
        let is = |code: &&str| *code == wanted || is_called(&text, &format!("{prefix}-{code}"));
        codes.iter().copied().find(is).map(str::to_owned)
    };
    let found = match field {
        "holder" => chosen(&Holder::ALL.map(Holder::code), "entry-holder"),
        "way" => chosen(IN_TABLES, "arrival"),
        "field" | "second-field" => {
            rules.fields.iter().find(|known| compared(known) == wanted).cloned()
        }
        _ => None,
    };
    found.unwrap_or(text)
}

/// Puts the authors of the other sheet behind those of each row.
fn add_authors(rows: &mut [TableRow], (found, below): (&Found, &[Row])) {
    let places: BTreeMap<String, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.key.clone(), at)).collect();
    for row in below {
        let cells: Vec<_> = found.cells(row).collect();
        let key =
            cells.iter().find(|(field, _)| *field == KEY).and_then(|(_, it)| it.as_ref().ok());
        let place = key.and_then(|key| places.get(&text::clean(key)));
        // Authors of the example, and of rows that were taken out of the table.
        let Some(place) = place else { continue };
        add_author(&mut rows[*place], cells);
    }
}

fn add_author(row: &mut TableRow, cells: Vec<(&str, Result<String, Problem>)>) {
    let last = AUTHORS.iter().rposition(|author| row.typed.is_filled(author));
    let Some(author) = AUTHORS.get(last.map_or(0, |last| last + 1)) else {
        let message = Message::new("dossier-import-authors-many").with("most", AUTHORS.len());
        row.problems.push(Problem { column: String::new(), message });
        return;
    };
    for (field, cell) in cells.into_iter().filter(|(field, _)| *field != KEY) {
        match cell {
            Ok(text) => row.typed.put(&format!("{author}-{field}"), text),
            Err(problem) => row.problems.push(problem),
        }
    }
}

/// A key is short, could be the name of a folder, and stands once.
fn check_keys(table: &mut Table) {
    let column = table.heading_of(KEY).to_owned();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for row in &mut table.rows {
        let is_name = !row.key.is_empty()
            && row.key.chars().count() <= LONGEST_KEY
            && !row.key.starts_with('.')
            && !row.key.contains(['/', '\\']);
        let message = match seen.insert(row.key.clone(), row.number) {
            _ if !is_name => Message::new("dossier-import-key-wrong").with("most", LONGEST_KEY),
            Some(before) => Message::new("import-row-twice").with("row", before),
            None => continue,
        };
        row.problems.insert(0, Problem { column: column.clone(), message });
    }
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
