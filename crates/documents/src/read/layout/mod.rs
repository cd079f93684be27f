//! Third stage: where the parts of a paper stand on the sheet, Annex I of Decree 30/2020/NĐ-CP.
//!
//! Extraction tears the two columns of the head apart, weaves them together, or loses them; it wraps
//! lines and drops page numbers into sentences. Parts are therefore known by what they say, not by
//! where they stand: [`furniture`] goes, [`zones`] finds head, body, end and annexes, [`paragraphs()`]
//! joins wrapped lines.

mod columns;
mod furniture;
mod grid;
mod lines;
mod paragraphs;
mod run_on;
mod tables;
mod zones;

use super::text::{Span, Text};

pub(crate) use lines::is_all_caps;
pub(crate) use tables::{Column, Row};

/// A paper laid out.
pub(crate) struct Sheet {
    pub text: Text,
    /// The lines above the body, cells of two columns apart, in order of appearance.
    pub head: Vec<Span>,
    /// The paragraphs of the body and of annexes.
    pub body: Vec<Span>,
    /// Where annexes begin, if the paper has some.
    pub annex: Option<usize>,
    /// The rows of tables of work; each is a paragraph of the body as well.
    pub rows: Vec<Row>,
    /// The lines of recipients and signature, cells apart.
    pub tail: Vec<Span>,
}

/// Lays out a normalised text.
pub(crate) fn lay_out(text: Text) -> Sheet {
    let text = columns::unfold(furniture::strip(text));
    let lines = lines::lines(&text);
    let zones = zones::find(&text, &lines);
    let head = lines::cells(&text, &lines[zones.head()]);
    let tail = lines::cells(&text, &lines[zones.tail()]);
    let mut rows = Vec::new();
    let annex = lines[zones.annex()].first().map(|line| line.span.start);
    let mut body = paragraphs(&text, &lines[zones.body()], &mut rows);
    body.extend(paragraphs(&text, &lines[zones.annex()], &mut rows));
    Sheet { text, head, body, annex, rows, tail }
}

/// The paragraphs of consecutive lines, a row of a table being one.
fn paragraphs(text: &Text, lines: &[lines::Line], rows: &mut Vec<Row>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    for table in tables::find(text, lines) {
        found.extend(paragraphs::join(text, &lines[from..table.lines.start]));
        found.extend(table.rows.iter().map(|row| row.span));
        rows.extend(table.rows);
        from = table.lines.end;
    }
    found.extend(paragraphs::join(text, &lines[from..]));
    found
}
