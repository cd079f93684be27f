//! Tables: a head that comes again on each page, rows that are cut only where no page could hold them.

use super::{Flow, Span, is_full};
use crate::breaking::Line;
use crate::face::Look;
use crate::paper::{Align, Column, Table};
use crate::sheet::{BETWEEN, BOTTOM, CELL, LEADING, LEFT, PADDING, TEXT_WIDTH, TOP};

const STEP: f32 = CELL * LEADING;

/// A row with its texts broken into lines.
type Cells = Vec<(Vec<Line>, Align)>;

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        let spans = spans(table);
        let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        let head = self.cells(&heads, &spans, |_| Align::Centre, Look::bold(CELL));
        let first = table.rows.first().map_or(0.0, |_| STEP + 2.0 * PADDING);
        if is_full(self.y, height(&head) + first) {
            self.turn();
        }
        self.row(&spans, &head, None);
        for (at, row) in table.rows.iter().enumerate() {
            let sum = table.sum && at + 1 == table.rows.len();
            let look = if sum { Look::bold(CELL) } else { Look::regular(CELL) };
            let texts: Vec<&str> =
                (0..spans.len()).map(|column| row.get(column).map_or("", String::as_str)).collect();
            let cells = self.cells(&texts, &spans, |column| table.columns[column].align, look);
            self.row(&spans, &cells, Some(&head));
        }
        self.y += BETWEEN * 1.5;
    }

    fn cells(
        &self,
        texts: &[&str],
        spans: &[Span],
        align: impl Fn(usize) -> Align,
        look: Look,
    ) -> Cells {
        let cell = |(at, (text, span)): (usize, (&&str, &Span))| {
            (self.broken(text, look, span.width - 2.0 * PADDING), align(at))
        };
        texts.iter().zip(spans).enumerate().map(cell).collect()
    }

    /// A row, on this page, or on the next one under the head; one that no page holds is cut.
    fn row(&mut self, spans: &[Span], cells: &Cells, head: Option<&Cells>) {
        // A head as tall as a third of the page comes only once.
        let head = head.filter(|head| height(head) < (BOTTOM - TOP) / 3.0);
        let again = head.map_or(0.0, height);
        let fits_no_page = height(cells) + again > BOTTOM - TOP;
        if is_full(self.y, height(cells)) && !fits_no_page {
            self.next(spans, head);
        }
        let mut rest = cells.clone();
        loop {
            let room = lines_in(BOTTOM - self.y);
            let most = rest.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
            if room == 0 {
                self.next(spans, head);
                continue;
            }
            let (now, later) = cut(rest, room.min(most));
            self.draw(spans, now);
            if most <= room {
                return;
            }
            rest = later;
            self.next(spans, head);
        }
    }

    fn next(&mut self, spans: &[Span], head: Option<&Cells>) {
        self.turn();
        if let Some(head) = head {
            self.draw(spans, head.clone());
        }
    }

    fn draw(&mut self, spans: &[Span], cells: Cells) {
        let (top, bottom) = (self.y, self.y + height(&cells));
        for (span, (lines, align)) in spans.iter().zip(cells) {
            let inner = Span { left: span.left + PADDING, width: span.width - 2.0 * PADDING };
            let mut y = top + PADDING;
            for line in lines {
                y += STEP;
                self.line(line, align, inner, y - CELL * (LEADING - 0.95));
            }
        }
        self.frame(spans, top, bottom);
        self.y = bottom;
    }

    fn frame(&mut self, spans: &[Span], top: f32, bottom: f32) {
        let (left, right) = (LEFT, LEFT + TEXT_WIDTH);
        self.stroke((left, top), (right, top));
        self.stroke((left, bottom), (right, bottom));
        for x in spans.iter().map(|span| span.left).chain([right]) {
            self.stroke((x, top), (x, bottom));
        }
    }
}

fn spans(table: &Table) -> Vec<Span> {
    let all: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
    let mut left = LEFT;
    let span = |column: &Column| {
        let width = TEXT_WIDTH * f32::from(column.share.max(1)) / all;
        let span = Span { left, width };
        left += width;
        span
    };
    table.columns.iter().map(span).collect()
}

fn height(cells: &Cells) -> f32 {
    let most = cells.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    f32::from(u16::try_from(most).unwrap_or(u16::MAX)) * STEP + 2.0 * PADDING
}

/// How many lines of a row a height holds.
fn lines_in(height: f32) -> usize {
    let mut lines: u16 = 0;
    while f32::from(lines + 1) * STEP + 2.0 * PADDING <= height {
        lines += 1;
    }
    usize::from(lines)
}

fn cut(cells: Cells, at: usize) -> (Cells, Cells) {
    let part = |(mut lines, align): (Vec<Line>, Align)| {
        let later = lines.split_off(at.min(lines.len()));
        ((lines, align), (later, align))
    };
    cells.into_iter().map(part).unzip()
}
