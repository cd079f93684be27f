//! Tables of work (bảng phân công, tiến độ), however extraction has flattened them: rows between bars,
//! cells in columns, or each cell on a line of its own.

mod shifted;

use std::sync::LazyLock;

use super::lines::{Line, cells, is_all_caps};
use super::run_on;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// What a column holds, by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// TT, STT.
    Number,
    /// Nội dung, công việc.
    Work,
    /// Đơn vị chủ trì, thực hiện.
    Who,
    /// Đơn vị phối hợp.
    With,
    /// Thời gian.
    When,
    /// Sản phẩm, kết quả.
    Result,
    /// Ghi chú and the like.
    Other,
}

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

static COLUMNS: LazyLock<Vec<(Column, Form)>> = LazyLock::new(|| {
    let column = |column, words: &str| (column, Form::new(&format!(r"^\W*({words})")));
    vec![
        column(Column::Number, r"(stt|tt|số tt|số thứ tự)\W*$"),
        column(Column::With, r"(đơn vị|cơ quan|bộ phận)?\s*(cùng )?phối hợp"),
        column(
            Column::Who,
            r"((người|cá nhân)\s*/\s*)?(đơn vị|cơ quan|bộ phận|người|cá nhân)\s*(chủ trì|thực hiện|phụ trách|chịu|đầu mối|tổ chức)|chủ trì|phụ trách|phân công|thực hiện\W*$|đơn vị\W*$|trách nhiệm",
        ),
        column(
            Column::When,
            r"(dự kiến )?(thời gian|thời hạn|thời điểm|tiến độ|hạn hoàn|ngày|hoàn thành)",
        ),
        column(Column::Result, r"(kết quả|sản phẩm|đầu ra)"),
        column(
            Column::Work,
            r"(các )?(nội dung|công việc|nhiệm vụ|hoạt động|hạng mục|tên công|việc)",
        ),
        column(
            Column::Other,
            r"(ghi chú|địa điểm|kinh phí|dự toán|số lượng|đối tượng|mức|tên giải|số giải|cơ cấu)",
        ),
    ]
});
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

/// The column that a heading names.
fn column(text: &Text, cell: Span) -> Option<Column> {
    COLUMNS.iter().find(|(_, form)| form.fits(text, cell)).map(|(column, _)| *column)
}

/// Whether cells are the heading of a table of work whose rows are numbered.
pub(super) fn is_numbered_heading(text: &Text, cells: &[Span]) -> bool {
    column(text, cells[0]) == Some(Column::Number) && heading(text, cells).is_some()
}

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

fn heading(text: &Text, cells: &[Span]) -> Option<Vec<Column>> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| column(text, *cell)).collect();
    let known = columns.iter().flatten().count();
    let works = columns.iter().flatten().any(|column| *column == Column::Work);
    (works && known >= 2)
        .then(|| columns.into_iter().map(|column| column.unwrap_or(Column::Other)).collect())
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
    if parts.len() < 3 || column(text, parts[0]) != Some(Column::Number) {
        return None;
    }
    let columns = heading(text, &parts)?;
    numbered(text, lines, at, at + 1, &columns, |lines| cells(text, lines))
}

/// Cells that have run together.
fn run_on_rows(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    let heading = lines[at].span;
    if !run_on::is_heading(text, heading) {
        return None;
    }
    let mut table = numbered(text, lines, at, at + 1, &[Column::Work, Column::Other], |lines| {
        lines.iter().map(|line| line.span).collect()
    })?;
    for row in &mut table.rows {
        row.cells = run_on::cells(text, heading, row.span);
    }
    Some(table)
}

/// Each cell on a line of its own.
fn one_line_cells(text: &Text, lines: &[Line], at: usize) -> Option<Table> {
    if column(text, lines[at].span) != Some(Column::Number) {
        return None;
    }
    let near = lines[at..].iter().take(WIDEST).take_while(|line| line.span.len() < HEADING);
    let first = near.clone().position(|line| number(text, line.span) == Some(1))?;
    let parts: Vec<Span> = lines[at..at + first].iter().map(|line| line.span).collect();
    let columns = heading(text, &parts)?;
    numbered(text, lines, at, at + first, &columns, |lines| {
        lines.iter().map(|line| line.span).collect()
    })
}

fn number(text: &Text, span: Span) -> Option<u16> {
    let found = NUMBER.find(text, span)?;
    text.folded(found.part("n")?).parse().ok()
}

/// Rows numbered 1, 2, 3 …
fn numbered(
    text: &Text,
    lines: &[Line],
    heading: usize,
    from: usize,
    columns: &[Column],
    parts: impl Fn(&[Line]) -> Vec<Span>,
) -> Option<Table> {
    let mut starts: Vec<usize> = Vec::new();
    let mut end = lines.len();
    for (at, line) in lines.iter().enumerate().skip(from) {
        if number(text, line.span).map(usize::from) == Some(starts.len() + 1) {
            starts.push(at);
        } else if AFTER.fits(text, line.span)
            || is_all_caps(text, line.span)
            || line.span.len() > 300
        {
            end = at;
            break;
        }
    }
    if starts.is_empty() {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([end]);
    let rows = starts.iter().zip(ends).filter_map(|(start, end)| {
        let whole = lines[*start].span.to(lines[end - 1].span);
        row(text, whole, columns, &joined(text, &parts(&lines[*start..end])))
    });
    Some(Table { rows: rows.collect(), lines: heading..end })
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
