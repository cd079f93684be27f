//! Tables of work (bảng phân công, tiến độ), however extraction has flattened them: rows between bars,
//! cells in columns, or each cell on a line of its own.

mod heading;
mod shifted;

use std::sync::LazyLock;

use super::lines::{Line, cells, is_all_caps};
use super::run_on;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

pub(crate) use heading::Column;
pub(super) use heading::heads;
use heading::{column, heading, is_number};

/// A row: what stands in which column.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub span: Span,
    pub cells: Vec<(Column, Span)>,
}

/// A table and the lines that it takes.
pub(super) struct Table {
    pub rows: Vec<Row>,
    pub lines: std::ops::Range<usize>,
}

static NUMBER: LazyLock<Form> = LazyLock::new(|| Form::new(r"^0?(?<n>\d{1,2})[.)]?(\s+\S|$)"));
/// What ends a table whose cells stand on lines of their own.
static AFTER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^([ivx]{1,5}\s*[.)/-]\s|điều \d|\d{1,2}\.\s*\S{2,}.*:|nơi nhận|phụ lục|trên đây|ghi chú:|\(\*\)|\*)",
    )
});
static DATED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|\s)(tháng \d|quý [ivx1-4]|\d{1,2}\s*/\s*\d{1,4}|ngày \d|năm 20\d\d|trước|hằng|hàng|thường xuyên)",
    )
});
/// Heading cells of a table at most.
const WIDEST: usize = 10;
/// Longest cell that stands on a line of its own in a heading.
const HEADING: usize = 60;

/// Whether a line cannot belong to a table any more.
pub(super) fn ends_table(text: &Text, line: Line) -> bool {
    AFTER.fits(text, line.span) || line.span.len() > 300
}

/// All tables of work among lines.
pub(super) fn find(text: &Text, lines: &[Line]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let table = barred(text, lines, at)
            .or_else(|| one_line_rows(text, lines, at))
            .or_else(|| one_line_cells(text, lines, at))
            .or_else(|| unnumbered_cells(text, lines, at))
            .or_else(|| run_on_rows(text, lines, at));
        match table {
            Some(table) => {
                at = table.lines.end;
                tables.push(table);
            }
            None => at += 1,
        }
    }
    tables
}

/// Rows between bars.
fn barred(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    let is_barred =
        |line: &Line| text.shadow(line.span).iter().filter(|byte| **byte == b'|').count() > 1;
    if !is_barred(&lines[at]) {
        return None;
    }
    let columns = heading(text, &cells(text, &lines[at..=at]))?;
    let count = lines[at..].iter().take_while(|line| is_barred(line)).count();
    let rows = lines[at + 1..at + count].iter().filter_map(|line| {
        let parts = between_bars(text, line.span);
        row(text, line.span, &columns, &parts)
    });
    Some(Table { rows: rows.collect(), lines: at..at + count })
}

/// Cells between bars, empty ones kept.
fn between_bars(text: &Text, line: Span) -> Vec<Span> {
    let inner = text.trim(line, b"");
    let mut parts = Vec::new();
    let mut start = inner.start;
    for at in inner.range() {
        if text.byte(at) == Some(b'|') {
            if at > inner.start {
                parts.push(text.trim(Span::new(start, at), b""));
            }
            start = at + 1;
        }
    }
    if start < inner.end {
        parts.push(text.trim(Span::new(start, inner.end), b""));
    }
    parts
}

/// A heading on one line and rows that begin with a number.
fn one_line_rows(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    let parts = cells(text, &lines[at..=at]);
    if parts.len() < 3 || !is_number(text, parts[0]) {
        return None;
    }
    let columns = heading(text, &parts)?;
    numbered_rows(text, lines, at, at + 1, &columns)
}

/// Cells that have run together.
fn run_on_rows(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    if !is_number(text, first_word(text, lines[at].span)) {
        return None;
    }
    let first = first_row(text, lines, at)?;
    let heading = lines[at].span.to(lines[at + first - 1].span);
    let columns = run_on::columns(text, heading)?;
    let (starts, end) = numbered(text, lines, at + first)?;
    let row = |span| Row { span, cells: run_on::cells(text, &columns, span) };
    Some(Table { rows: spans(lines, &starts, end).map(row).collect(), lines: at..end })
}

fn first_word(text: &Text, span: Span) -> Span {
    let length = text.shadow(span).iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
    Span::new(span.start, span.start + length)
}

/// Lines from a heading to the row that is numbered 1.
fn first_row(text: &Text, lines: &[Line], at: usize) -> Option<usize> {
    let near = lines[at..].iter().take(WIDEST);
    near.take_while(|line| line.span.len() < 140)
        .position(|line| number(text, line.span) == Some(1))
        .filter(|first| *first > 0)
}

/// Each cell on a line of its own.
fn one_line_cells(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    if lines[at].span.len() >= HEADING || !is_number(text, lines[at].span) {
        return None;
    }
    let near = lines[at..].iter().take(WIDEST).take_while(|line| line.span.len() < HEADING);
    let first = near.clone().position(|line| number(text, line.span) == Some(1))?;
    let parts: Vec<Span> = lines[at..at + first].iter().map(|line| line.span).collect();
    let columns = heading(text, &parts)?;
    numbered_rows(text, lines, at, at + first, &columns)
}

/// Each cell on a line of its own, and nothing numbers the rows: there are as many lines as cells, and a
/// date stands in each row where the heading has one.
fn unnumbered_cells(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    let line = Some(lines[at].span).filter(|line| line.len() < HEADING)?;
    column(text, line).filter(|column| *column != Column::Number)?;
    let short = lines[at..].iter().take(WIDEST).take_while(|line| line.span.len() < HEADING);
    let names: Vec<Span> =
        short.map(|line| line.span).take_while(|span| column(text, *span).is_some()).collect();
    let columns = heading(text, &names).filter(|columns| columns.len() > 2)?;
    let when = columns.iter().position(|column| *column == Column::When)?;
    let from = at + names.len();
    let length = lines[from..]
        .iter()
        .position(|line| ends_table(text, *line) || is_all_caps(text, line.span));
    let end = length.map_or(lines.len(), |length| from + length);
    let parts: Vec<Span> = lines[from..end].iter().map(|line| line.span).collect();
    let parts = joined(text, &parts);
    let rows = parts.chunks_exact(columns.len());
    let whole = rows.remainder().is_empty() && !parts.is_empty();
    let rows: Vec<&[Span]> = rows.collect();
    if !whole || rows.iter().any(|row| !DATED.fits(text, row[when])) {
        return None;
    }
    let row = |parts: &&[Span]| row(text, parts[0].to(parts[parts.len() - 1]), &columns, parts);
    Some(Table { rows: rows.iter().filter_map(row).collect(), lines: at..end })
}

fn number(text: &Text, span: Span) -> Option<u16> {
    let found = NUMBER.find(text, span)?;
    text.folded(found.part("n")?).parse().ok()
}

/// The lines on which rows numbered 1, 2, 3 … begin, and the line after the last.
fn numbered(text: &Text, lines: &[Line], from: usize) -> Option<(Vec<usize>, usize)> {
    let mut starts: Vec<usize> = Vec::new();
    let mut end = lines.len();
    for (at, line) in lines.iter().enumerate().skip(from) {
        if number(text, line.span).map(usize::from) == Some(starts.len() + 1) {
            starts.push(at);
        } else if ends_table(text, *line) || is_all_caps(text, line.span) {
            end = at;
            break;
        }
    }
    (!starts.is_empty()).then_some((starts, end))
}

/// Each row from its first line to the last before the next.
fn spans<'a>(
    lines: &'a [Line],
    starts: &'a [usize],
    end: usize,
) -> impl Iterator<Item = Span> + 'a {
    let ends = starts.iter().skip(1).copied().chain([end]);
    starts.iter().zip(ends).map(|(start, end)| lines[*start].span.to(lines[end - 1].span))
}

/// Rows numbered 1, 2, 3 … whose cells stand apart.
fn numbered_rows(
    text: &Text,
    lines: &[Line],
    heading: usize,
    from: usize,
    columns: &[Column],
) -> Option<Table> {
    let (starts, end) = numbered(text, lines, from)?;
    let row = |span| {
        let within = lines.iter().filter(|line| Span::contains(span, line.span));
        let within: Vec<Line> = within.copied().collect();
        row(text, span, columns, &joined(text, &cells(text, &within)))
    };
    let rows = spans(lines, &starts, end).filter_map(row).collect();
    Some(Table { rows, lines: heading..end })
}

/// A cell that begins in lower case is the wrapped rest of the one before.
fn joined(text: &Text, parts: &[Span]) -> Vec<Span> {
    let mut cells: Vec<Span> = Vec::new();
    for part in parts {
        let low = text.char(part.start).is_some_and(char::is_lowercase);
        match cells.last_mut() {
            Some(last) if low => last.end = part.end,
            _ => cells.push(*part),
        }
    }
    cells
}

fn row(text: &Text, span: Span, columns: &[Column], parts: &[Span]) -> Option<Row> {
    let filled = parts
        .iter()
        .filter(|part| text.shadow(**part).iter().any(u8::is_ascii_alphanumeric))
        .count();
    if filled < 2 {
        return None;
    }
    let cells = if parts.len() == columns.len() {
        columns.iter().copied().zip(parts.iter().copied()).collect()
    } else {
        shifted::by_kind(text, columns, parts)
    };
    Some(Row { span, cells })
}

#[cfg(test)]
mod tests;
