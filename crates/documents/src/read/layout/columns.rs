//! Tables that keep their columns by room alone: each row is put between bars.

use super::lines::{self, Line};
use super::tables;
use crate::read::text::{Letter, Span, Text};

/// Characters by which a cell may stand left of its column.
const SLACK: usize = 4;
/// Blanks between two cells of such a table.
const ROOM: usize = 2;

/// A row in the making: the pieces of each column.
type Pieces = Vec<Vec<Span>>;

/// The letters with such tables written as rows between bars.
pub(super) fn unfold(letters: Vec<Letter>) -> Vec<Letter> {
    let text = Text::new(letters.clone());
    let all = text.lines(text.whole());
    let mut unfolded = Vec::with_capacity(letters.len());
    let mut at = 0;
    let mut changed = false;
    while at < all.len() {
        let table = table(&text, &all, at);
        let end = table.as_ref().map_or(at + 1, |(_, end)| *end);
        match table {
            Some((rows, _)) => {
                changed = true;
                rows.iter().for_each(|row| write(&mut unfolded, &letters, row));
            }
            None => {
                let line = all[at];
                unfolded.extend_from_slice(&letters[line.start..(line.end + 1).min(letters.len())]);
            }
        }
        at = end;
    }
    if changed { unfolded } else { letters }
}

/// The rows of a table whose heading stands on a line, and the line after it.
fn table(text: &Text, all: &[Span], at: usize) -> Option<(Vec<Pieces>, usize)> {
    if text.shadow(all[at]).contains(&b'|') {
        return None;
    }
    let heading = numbered_apart(text, lines::parted(text, all[at], ROOM));
    if heading.len() < 3 || !tables::is_numbered_heading(text, &heading) {
        return None;
    }
    let starts: Vec<usize> = heading.iter().map(|cell| cell.start - all[at].start).collect();
    let mut rows: Vec<Pieces> = vec![heading.iter().map(|cell| vec![*cell]).collect()];
    let mut end = at + 1;
    while end < all.len() {
        let line = all[end];
        let cells = lines::parted(text, line, ROOM);
        if cells.first().is_some_and(|first| {
            tables::ends_table(
                text,
                Line { span: first.to(cells[cells.len() - 1]), after_gap: false },
            )
        }) {
            break;
        }
        place(text, line, &cells, &starts, &mut rows);
        end += 1;
    }
    (rows.len() > 2).then_some((rows, end))
}

/// "STT Công việc" are two headings, however little room there is between them.
fn numbered_apart(text: &Text, mut heading: Vec<Span>) -> Vec<Span> {
    let Some(first) = heading.first().copied() else { return heading };
    let shadow = text.shadow(first);
    let number = [&b"stt "[..], b"tt "].into_iter().find(|word| shadow.starts_with(word));
    if let Some(word) = number {
        let at = first.start + word.len();
        heading[0] = Span::new(first.start, at - 1);
        heading.insert(1, Span::new(at, first.end));
    }
    heading
}

/// Puts the cells of a line into the row that they belong to.
fn place(text: &Text, line: Span, cells: &[Span], starts: &[usize], rows: &mut Vec<Pieces>) {
    for cell in cells {
        let offset = cell.start - line.start;
        let column = starts.iter().rposition(|start| *start <= offset + SLACK).unwrap_or(0);
        let number = column == 0
            && text.shadow(*cell).iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
        if number {
            rows.push(vec![Vec::new(); starts.len()]);
        }
        let column = if column == 0 && !number { 1 } else { column };
        if let Some(row) = rows.last_mut() {
            row[column].push(*cell);
        }
    }
}

fn write(unfolded: &mut Vec<Letter>, letters: &[Letter], row: &Pieces) {
    let source = row.iter().flatten().next().map_or((0, 0), |first| letters[first.start].source);
    let sign = |char| Letter { char, source, certainty: 1.0 };
    for cell in row {
        unfolded.extend([sign('|'), sign(' ')]);
        for piece in cell {
            unfolded.extend_from_slice(&letters[piece.range()]);
            unfolded.push(sign(' '));
        }
    }
    unfolded.extend([sign('|'), sign('\n')]);
}
