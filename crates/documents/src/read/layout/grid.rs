//! Which cell stands in which column of which row, in tables that keep their columns by room alone.
//!
//! A cell belongs to the heading that it stands under. Rows are known by their numbers; where cells are
//! centred beside their number, what stands above it may already be of the row, which the small first
//! letter of what follows tells.

use super::lines::{self, Line};
use super::tables;
use crate::read::text::{Span, Text};

/// Blanks between two cells of such a table.
const ROOM: usize = 2;
/// Lines of a heading at most.
const TALLEST: usize = 5;
/// Longest cell of a heading's line.
const WIDEST: usize = 45;
/// Headings under which a cell stands that is none: a paragraph behind the table.
const PROSE: usize = 3;

/// A row: the pieces of each column.
pub(super) type Pieces = Vec<Vec<Span>>;

/// Where a heading stands on its lines, in characters from the left.
#[derive(Clone, Copy, Debug)]
struct Place {
    from: usize,
    to: usize,
}

impl Place {
    fn of(cell: Span, line: Span) -> Self {
        Self { from: cell.start - line.start, to: cell.end - line.start }
    }

    fn overlap(self, other: Self) -> usize {
        self.to.min(other.to).saturating_sub(self.from.max(other.from))
    }

    fn distance(self, other: Self) -> usize {
        self.from.saturating_sub(other.to).max(other.from.saturating_sub(self.to))
    }
}

/// The columns of a table.
struct Heading {
    cells: Pieces,
    places: Vec<Place>,
    /// The first column numbers the rows.
    numbered: bool,
    /// The line after it.
    end: usize,
}

/// A line of the table: the pieces of each column, and whether a number opens it.
struct Taken {
    cells: Pieces,
    opens: bool,
}

/// The rows of a table whose heading begins on a line, heading first, and the line after it.
pub(super) fn table(text: &Text, all: &[Span], at: usize) -> Option<(Vec<Pieces>, usize)> {
    if text.shadow(all[at]).contains(&b'|') {
        return None;
    }
    let heading = heading(text, all, at)?;
    let mut taken = vec![Taken { cells: heading.cells.clone(), opens: true }];
    let mut end = heading.end;
    while end < all.len() {
        let cells = lines::apart(text, all[end], ROOM);
        if is_after(text, all[end], &cells, &heading) {
            break;
        }
        if !cells.is_empty() {
            taken.push(placed(text, all[end], &cells, &heading, &taken));
        }
        end += 1;
    }
    let rows = rows(text, &taken, heading.places.len());
    (rows.len() > 1).then_some((rows, end))
}

/// On one line, or on several of which each holds a part.
fn heading(text: &Text, all: &[Span], at: usize) -> Option<Heading> {
    let first = numbered_apart(text, lines::apart(text, all[at], ROOM));
    if first.len() < 2 || first.iter().any(|cell| cell.len() > WIDEST) {
        return None;
    }
    let cells: Pieces = first.iter().map(|cell| vec![*cell]).collect();
    if let Some(numbered) = (first.len() > 2).then(|| tables::heads(text, &cells)).flatten() {
        let places = first.iter().map(|cell| Place::of(*cell, all[at])).collect();
        return Some(Heading { cells, places, numbered, end: at + 1 });
    }
    let first_row = all[at + 1..].iter().take(TALLEST).position(|line| opens_row(text, *line))?;
    (1..=first_row + 1).find_map(|height| {
        let (cells, places) = stacked(text, &all[at..at + height])?;
        let numbered = tables::heads(text, &cells).filter(|_| cells.len() > 2)?;
        Some(Heading { cells, places, numbered, end: at + height })
    })
}

/// Whether a line has the number of the first row at its head.
fn opens_row(text: &Text, line: Span) -> bool {
    let folded = text.folded(line);
    let word = folded.split(' ').next().unwrap_or_default();
    word.trim_end_matches('.').parse() == Ok(1)
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

/// The parts of a heading of several lines, those that stand under one another together.
fn stacked(text: &Text, lines: &[Span]) -> Option<(Pieces, Vec<Place>)> {
    let mut columns: Vec<(Place, Vec<Span>)> = Vec::new();
    for line in lines {
        for cell in numbered_apart(text, lines::apart(text, *line, ROOM)) {
            let place = Place::of(cell, *line);
            if cell.len() > WIDEST {
                return None;
            }
            match columns.iter_mut().find(|(known, _)| known.overlap(place) > 0) {
                Some((known, pieces)) => {
                    known.from = known.from.min(place.from);
                    known.to = known.to.max(place.to);
                    pieces.push(cell);
                }
                None => columns.push((place, vec![cell])),
            }
        }
    }
    columns.sort_by_key(|(place, _)| place.from);
    let (places, cells) = columns.into_iter().unzip();
    Some((cells, places))
}

/// Whether a line stands behind the table.
fn is_after(text: &Text, line: Span, cells: &[Span], heading: &Heading) -> bool {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return false };
    let line_of = Line { span: first.to(*last), after_gap: false };
    let wide = cells.iter().any(|cell| {
        let place = Place::of(*cell, line);
        heading.places.iter().filter(|known| known.overlap(place) > 0).count() >= PROSE
    });
    wide || tables::ends_table(text, line_of)
}

/// The cells of a line under their headings.
fn placed(text: &Text, line: Span, cells: &[Span], heading: &Heading, before: &[Taken]) -> Taken {
    let mut taken = Taken { cells: vec![Vec::new(); heading.places.len()], opens: false };
    let first = usize::from(heading.numbered);
    for cell in cells {
        let mut cell = *cell;
        let number = heading.numbered && cell == cells[0];
        let number = if number { number_of(text, cell, before) } else { None };
        if let Some(end) = number {
            taken.cells[0].push(Span::new(cell.start, end));
            taken.opens = true;
            cell = text.trim(Span::new(end, cell.end), b".)");
        }
        if !cell.is_empty() {
            let column = first + under(Place::of(cell, line), &heading.places[first..]);
            taken.cells[column].push(cell);
        }
    }
    if !heading.numbered {
        taken.opens = opens_unnumbered(text, &taken.cells);
    }
    taken
}

/// Where the number ends with which a cell begins, if it is the one that comes next.
fn number_of(text: &Text, cell: Span, before: &[Taken]) -> Option<usize> {
    let shadow = text.shadow(cell);
    let digits = shadow.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number: usize = text.folded(Span::new(cell.start, cell.start + digits)).parse().ok()?;
    let alone = digits == shadow.len() || matches!(shadow[digits], b'.' | b')' | b' ');
    let next = before.iter().filter(|taken| taken.opens).count();
    (alone && number == next).then_some(cell.start + digits)
}

/// The column whose heading a place is under, else the nearest.
fn under(place: Place, headings: &[Place]) -> usize {
    let near = |at: &usize| {
        let heading = headings[*at];
        (heading.overlap(place), usize::MAX - heading.distance(place), usize::MAX - at)
    };
    (0..headings.len()).max_by_key(near).unwrap_or(0)
}

/// Where nothing numbers the rows, a line opens one if most of its cells begin anew.
fn opens_unnumbered(text: &Text, cells: &Pieces) -> bool {
    let filled: Vec<Span> = cells.iter().filter_map(|pieces| pieces.first()).copied().collect();
    filled.len() > 1
        && filled.len() + 1 >= cells.len()
        && filled.iter().all(|piece| !is_low(text, *piece))
}

fn is_low(text: &Text, piece: Span) -> bool {
    text.char(piece.start).is_some_and(|char| char.is_lowercase() || char == '(')
}

/// The lines put together into rows, column by column.
fn rows(text: &Text, taken: &[Taken], columns: usize) -> Vec<Pieces> {
    let opening: Vec<usize> = (0..taken.len()).filter(|at| taken[*at].opens).collect();
    let start = |row: usize, column| {
        if row < opening.len() { start(text, taken, &opening, row, column) } else { taken.len() }
    };
    let cell = |row, column: usize| {
        let lines = taken[start(row, column)..start(row + 1, column)].iter();
        lines.flat_map(|line| line.cells[column].iter().copied()).collect()
    };
    (0..opening.len()).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect()
}

/// The line on which a row begins in a column: that of its number, or one above it.
fn start(text: &Text, taken: &[Taken], opening: &[usize], row: usize, column: usize) -> usize {
    let own = opening[row];
    let Some(before) = row.checked_sub(1).map(|above| opening[above]) else { return own };
    let piece = |at: usize| taken[at].cells[column].first();
    if piece(own).is_some_and(|piece| !is_low(text, *piece)) {
        return own;
    }
    let above = (before + 1..own).rev().find(|at| piece(*at).is_some_and(|p| !is_low(text, *p)));
    let near = |at: &usize| piece(own).is_some() || own - at <= at - before;
    above.filter(near).unwrap_or(own)
}
