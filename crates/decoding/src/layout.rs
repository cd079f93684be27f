//! Words with their places to text: lines that were broken by the edge of the page are joined, columns come
//! one after the other, rows of tables stay rows, page numbers go.

use crate::columns::{self, Stretch, cells};
use crate::flow::{self, Flow};
use crate::line::{Line, lines};
use crate::words::Page;

/// The text of some pages.
pub fn text(pages: &[Page]) -> String {
    let mut flow = Flow::default();
    let mut open = Open::default();
    for page in pages {
        let mut lines = lines(page);
        drop_page_number(&mut lines, page);
        let sheet = Sheet::of(lines, open.table.as_deref());
        sheet.write(&mut flow, &mut open, page.number == 1);
    }
    open.close(&mut flow);
    flow.finish()
}

/// A line at the upper or lower edge that is a number and nothing else.
fn drop_page_number(lines: &mut Vec<Line>, page: &Page) {
    let is_number = |line: &Line| {
        let text: String = line.text().chars().filter(|letter| !" -–—".contains(*letter)).collect();
        let edge = line.top() < 0.12 * page.height || line.top() > 0.88 * page.height;
        edge && (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if lines.first().is_some_and(is_number) {
        lines.remove(0);
    }
    if lines.last().is_some_and(is_number) {
        lines.pop();
    }
}

/// A paragraph or a table that the next line may go on with.
#[derive(Default)]
struct Open {
    text: String,
    /// Its last line, and the right edge that it could have reached.
    last: Option<(Line, f32)>,
    /// The borders of the table that the edge of the page cut.
    table: Option<Vec<f32>>,
}

impl Open {
    /// Ends paragraph and table.
    fn close(&mut self, flow: &mut Flow) {
        self.end(flow);
        if self.table.take().is_some() {
            flow.end_table();
        }
    }

    /// Ends the paragraph.
    fn end(&mut self, flow: &mut Flow) {
        if self.last.take().is_some() {
            flow.paragraph(&std::mem::take(&mut self.text));
        }
    }
}

/// A page in lines, with the edges of its body.
struct Sheet {
    lines: Vec<Line>,
    stretches: Vec<Stretch>,
    left: f32,
    right: f32,
    pitch: f32,
}

impl Sheet {
    fn of(lines: Vec<Line>, cut: Option<&[f32]>) -> Self {
        let left = edge(lines.iter().map(Line::left), 0.15);
        let right = edge(lines.iter().map(Line::right), 0.9);
        let stretches = columns::stretches(&lines, left, cut);
        let inside = |at: usize| stretches.iter().any(|stretch| stretch.lines.contains(&at));
        let body: Vec<Line> = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| !inside(*at))
            .map(|(_, line)| line.clone())
            .collect();
        let pitch = columns::pitch(&body);
        let (left, right) = match body.len() {
            0..3 => (left, right),
            _ => (edge(body.iter().map(Line::left), 0.15), edge(body.iter().map(Line::right), 0.9)),
        };
        Self { lines, stretches, left, right, pitch }
    }

    fn write(&self, flow: &mut Flow, open: &mut Open, is_first: bool) {
        let mut at = 0;
        while at < self.lines.len() {
            if let Some(stretch) = self.stretches.iter().find(|stretch| stretch.lines.start == at) {
                open.end(flow);
                self.write_columns(stretch, flow, open, is_first && at < 4);
                at = stretch.lines.end;
            } else {
                if open.table.is_some() {
                    open.close(flow);
                }
                self.write_line(at, flow, open);
                at += 1;
            }
        }
    }

    fn write_line(&self, at: usize, flow: &mut Flow, open: &mut Open) {
        let line = &self.lines[at];
        let goes_on =
            open.last.as_ref().is_some_and(|(last, right)| self.goes_on(last, *right, line));
        if goes_on {
            open.text.push_str(joint(&open.text));
        } else {
            let apart = open.last.as_ref().map_or(0.0, |(last, _)| line.top() - last.top());
            open.end(flow);
            if apart > 1.7 * self.pitch {
                flow.paragraph("");
            }
        }
        open.text.push_str(&line.text());
        open.last = Some((line.clone(), self.right));
    }

    /// Whether a line goes on with the paragraph of the line before it: that one was full, and this one
    /// begins like no paragraph.
    fn goes_on(&self, last: &Line, right: f32, line: &Line) -> bool {
        let Some(first) = line.words.first() else { return false };
        let height = line.height();
        let was_full = last.right() + (first.right - first.left) + 0.2 * height > right;
        let follows = line.top() - last.top() < 1.6 * self.pitch;
        let new_page = line.top() < last.top();
        let indented = line.left() > self.left + 0.7 * height;
        let same_indent = (line.left() - last.left()).abs() < 0.5 * height;
        let ended = last.text().ends_with(['.', ';', ':', '!', '/']);
        let begins = rows::begins_item(&first.text, ended || indented);
        let starts = indented && (ended || !same_indent);
        was_full && (follows || new_page) && !begins && !starts
    }

    fn write_columns(&self, stretch: &Stretch, flow: &mut Flow, open: &mut Open, is_head: bool) {
        let lines = &self.lines[stretch.lines.clone()];
        let rows: Vec<Vec<String>> =
            lines.iter().map(|line| cells(line, &stretch.borders)).collect();
        let is_of_blocks = is_head || rows.iter().flatten().any(|cell| flow::is_of_blocks(cell));
        let mut starts = match is_of_blocks && stretch.borders.len() == 1 {
            // Blocks beside one another: one row, however their lines lie.
            true => vec![0],
            false => rows::starts(lines, &rows),
        };
        if stretch.lines.start == 0 && open.table.as_ref() == Some(&stretch.borders) {
            starts.retain(|at| *at > 0 || !rows[0][0].is_empty());
        } else {
            open.close(flow);
            flow.begin_table();
        }
        for (at, row) in rows.iter().enumerate() {
            if starts.contains(&at) {
                flow.begin_row();
            }
            add(row, flow, starts.contains(&at));
        }
        open.table = Some(stretch.borders.clone());
        if stretch.lines.end < self.lines.len() || is_of_blocks {
            open.close(flow);
        }
    }
}

fn add(row: &[String], flow: &mut Flow, is_new: bool) {
    for (at, cell) in row.iter().enumerate() {
        if is_new {
            flow.begin_cell();
        }
        flow.paragraph_in(at, cell);
    }
}

/// What stands between two lines of a paragraph: a blank, or nothing where the edge of the page cut a sign such
/// as `12/KH-UBND` after its dash.
fn joint(text: &str) -> &'static str {
    let before = text.strip_suffix('-').and_then(|text| text.chars().last());
    if before.is_some_and(char::is_alphanumeric) { "" } else { " " }
}

/// The edge that this part of the lines keep to.
fn edge(edges: impl Iterator<Item = f32>, part: f32) -> f32 {
    let mut edges: Vec<f32> = edges.collect();
    edges.sort_by(f32::total_cmp);
    let at = (edges.len() as f32 * part) as usize;
    edges.get(at.min(edges.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

mod rows;
#[cfg(test)]
mod tests;
