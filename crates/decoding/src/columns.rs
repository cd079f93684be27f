//! Stretches of a page with columns: the head, tables, signatures.

use std::ops::Range;

use crate::line::{Line, middle};

/// A stretch of lines with something between its columns that no word crosses.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Its first line, and the one after its last.
    pub lines: Range<usize>,
    /// Middles of what lies between the columns, from left to right.
    pub borders: Vec<f32>,
}

/// Parts of a line's height: a gap that may begin columns, one that may go on with them if it is wider than the
/// others, and one that goes on with them in any case.
const BEGINS: f32 = 1.5;
const GOES_ON: f32 = 0.6;
const SURELY: f32 = 0.7;
/// How much wider than the line's other gaps a gap between columns is.
const WIDER: f32 = 1.6;
/// Part of a line's height that lies free between columns on all their lines, and on all of a few, where the
/// blanks of sentences may lie below one another by chance.
const FREE: f32 = 0.45;
const FREE_OF_FEW: f32 = 0.7;
const FEW_LINES: usize = 3;
const MANY_LINES: usize = 6;
/// Lines of one column that may follow where the other has ended, e.g. the space for a signature.
const MOST_ALONE: usize = 12;
/// Words of a sentence from edge to edge, and the part of a line's height by which the blanks between them
/// differ at most.
const SENTENCE: usize = 8;
const EVEN: f32 = 0.35;
/// Steps of this many usual ones lead out of a table.
const STEP_OUT: f32 = 1.5;
/// Heights of a line that a row of a table stands below the line above it at most.
const ROW_APART: f32 = 2.2;
/// What the columns of a head end before.
const ADDRESSEES: &str = "kính gửi";

/// The stretches with columns, from above. `margin` is where the lines of the body begin, `cut` the borders of
/// a table that the edge of the page cut.
pub fn stretches(lines: &[Line], margin: f32, cut: Option<&[f32]>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    found.extend(cut.and_then(|borders| rest(lines, borders)));
    let mut at = found.first().map_or(0, |rest| rest.lines.end);
    while at < lines.len() {
        let begun = wide_gaps(&lines[at]);
        if begun.is_empty() {
            at += 1;
            continue;
        }
        let after = found.last().map_or(0, |stretch| stretch.lines.end);
        let stretch = stretch(lines, at, begun, margin);
        match stretch {
            Some(stretch) => {
                let start = first_line(lines, &stretch, after, margin);
                at = stretch.lines.end;
                found.push(Stretch { lines: start..stretch.lines.end, ..stretch });
            }
            None => at += 1,
        }
    }
    found
}

fn wide_gaps(line: &Line) -> Vec<(f32, f32)> {
    let least = (BEGINS * line.height()).max(WIDER * usual_gap(line));
    line.gaps().into_iter().filter(|(left, right)| right - left > least).collect()
}

fn usual_gap(line: &Line) -> f32 {
    let mut gaps: Vec<f32> = line.gaps().into_iter().map(|(left, right)| right - left).collect();
    gaps.sort_by(f32::total_cmp);
    // The wide ones are what is looked for: the lower part tells what is usual.
    gaps.get(gaps.len() / 3).copied().unwrap_or(0.0)
}

/// The stretch that begins with columns at a line: as far down as at least one gap stays open.
fn stretch(lines: &[Line], from: usize, mut open: Vec<(f32, f32)>, margin: f32) -> Option<Stretch> {
    let (mut end, mut both, mut alone) = (from + 1, 1, 0);
    for (at, line) in lines.iter().enumerate().skip(from + 1) {
        let left: Vec<(f32, f32)> = open.iter().flat_map(|gap| narrowed(*gap, line)).collect();
        let crosses = left.len() < open.len() && is_sentence(line);
        if left.is_empty() || crosses || line.text().to_lowercase().starts_with(ADDRESSEES) {
            break;
        }
        let has_both = has_both(line, &left);
        let body = !has_both
            && line.left() < margin + 0.25 * line.height()
            && at_margin(lines, at, margin, &left);
        alone = if has_both { 0 } else { alone + 1 };
        if body || alone > MOST_ALONE {
            break;
        }
        both += usize::from(has_both);
        open = left;
        end = at + 1;
    }
    let end = without_heading(lines, from..end, &open);
    let found = if end - from >= FEW_LINES { free(&lines[from..end]) } else { open };
    let borders: Vec<f32> = found.iter().map(|gap| f32::midpoint(gap.0, gap.1)).collect();
    (both >= 2 && !borders.is_empty()).then_some(Stretch { lines: from..end, borders })
}

/// The lines at the head of a page that go on with a table.
fn rest(lines: &[Line], borders: &[f32]) -> Option<Stretch> {
    let end = lines.iter().take_while(|line| keeps(line, borders)).count();
    let edges: Vec<(f32, f32)> = borders.iter().map(|border| (*border, *border)).collect();
    let end = if end > 0 { without_heading(lines, 0..end, &edges) } else { 0 };
    let within = |line: &Line| has_both(line, &edges) || is_in_cell(line, borders);
    let is_table = lines.first().is_some_and(within) && end > 0;
    is_table.then(|| Stretch { lines: 0..end, borders: borders.to_vec() })
}

/// Whether no word of a line lies on a border, and no sentence does.
fn keeps(line: &Line, borders: &[f32]) -> bool {
    let wide = |(left, right): &(f32, f32)| right - left > GOES_ON * line.height();
    borders.iter().all(|border| {
        let beside = line.gaps().into_iter().find(|gap| gap.0 <= *border && *border <= gap.1);
        let outside = line.left() > *border || line.right() < *border;
        outside || beside.is_some_and(|gap| wide(&gap)) && !is_sentence(line)
    })
}

/// The end of a table without the heading that follows it: a line of one column alone, farther from the rows
/// above than they are from one another. Space for a signature is no such step.
fn without_heading(lines: &[Line], table: Range<usize>, open: &[(f32, f32)]) -> usize {
    let alone = |at: &usize| !has_both(&lines[*at], open);
    let below = table.clone().rev().take_while(alone).last().unwrap_or(table.end);
    let step = |at: usize| lines[at].top() - lines[at - 1].top();
    let usual = (table.start + 1..table.end).map(step).fold(f32::MAX, f32::min);
    let leads_out = |at: &usize| {
        let is_heading = open.len() > 1 || lines[*at].words[0].text.starts_with(char::is_numeric);
        is_heading && step(*at) > STEP_OUT * usual.max(lines[*at].height())
    };
    (below.max(table.start + 1)..table.end).find(leads_out).unwrap_or(table.end)
}

fn has_both(line: &Line, open: &[(f32, f32)]) -> bool {
    open.iter().any(|gap| line.left() < gap.0 && line.right() > gap.1)
}

/// What no word of any line covers, between the first word and the last.
fn free(lines: &[Line]) -> Vec<(f32, f32)> {
    let part = if lines.len() < MANY_LINES { FREE_OF_FEW } else { FREE };
    let least = part * middle(lines.iter().map(Line::height));
    let mut words: Vec<(f32, f32)> =
        lines.iter().flat_map(|line| &line.words).map(|word| (word.left, word.right)).collect();
    words.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut free, mut covered) = (Vec::new(), f32::MAX);
    for (left, right) in words {
        if left - covered > least {
            free.push((covered, left));
        }
        covered = if covered == f32::MAX { right } else { covered.max(right) };
    }
    free
}

/// Whether a line of the left column alone belongs to the body that goes on below: the lines under it do not
/// keep the columns either.
fn at_margin(lines: &[Line], at: usize, margin: f32, open: &[(f32, f32)]) -> bool {
    let below = lines.iter().skip(at + 1).take(3);
    let keeps = |line: &Line| {
        open.iter().any(|gap| {
            line.left() < gap.0 && line.right() > gap.1 && !narrowed(*gap, line).is_empty()
        })
    };
    let first = lines.iter().take(at).any(|line| line.left() < margin + 0.25 * line.height());
    first && !below.into_iter().any(keeps)
}

/// What of a gap stays open beside a line; nothing where words cross it or leave no more than blanks.
fn narrowed(gap: (f32, f32), line: &Line) -> Vec<(f32, f32)> {
    let within = line.words.iter().filter(|word| word.right > gap.0 && word.left < gap.1);
    let edges: Vec<(f32, f32)> =
        within.map(|word| (word.left.max(gap.0), word.right.min(gap.1))).collect();
    let starts = [gap.0].into_iter().chain(edges.iter().map(|edge| edge.1));
    let ends = edges.iter().map(|edge| edge.0).chain([gap.1]);
    let is_sentence = is_sentence(line);
    let least = |part: &(f32, f32)| {
        let has_both = line.left() < part.0 && line.right() > part.1;
        if has_both && is_sentence {
            return false;
        }
        // Words of a narrow cell may be spread out as far as its border is wide.
        let usual =
            if has_both { (WIDER * usual_gap(line)).min(SURELY * line.height()) } else { 0.0 };
        part.1 - part.0 > (GOES_ON * line.height()).max(usual)
    };
    starts.zip(ends).filter(least).collect()
}

/// Whether a line is a sentence set from edge to edge: its blanks are all of a size.
fn is_sentence(line: &Line) -> bool {
    let widths = line.gaps().into_iter().map(|(left, right)| right - left);
    let (least, most) =
        widths.fold((f32::MAX, 0.0_f32), |(least, most), gap| (least.min(gap), most.max(gap)));
    line.words.len() >= SENTENCE && most - least < EVEN * line.height()
}

/// Columns are not quite level: a line above the first one may belong to one of them alone.
fn first_line(lines: &[Line], stretch: &Stretch, after: usize, margin: f32) -> usize {
    let (first, Some(border)) = (stretch.lines.start, stretch.borders.first()) else {
        return stretch.lines.start;
    };
    let Some(above) = first.checked_sub(1).filter(|above| *above >= after) else { return first };
    let line = &lines[above];
    let apart = lines[first].top() - line.top();
    let alone =
        line.right() < *border && line.left() > margin + line.height() || line.left() > *border;
    // The rest of a row that the edge of the page cut stands in one cell.
    let cut = above == 0 && apart < ROW_APART * line.height() && is_in_cell(line, &stretch.borders);
    if alone && apart < 1.6 * line.height() || cut { above } else { first }
}

/// Whether a line fills one column of several, and not the first.
fn is_in_cell(line: &Line, borders: &[f32]) -> bool {
    let column = |at: f32| borders.iter().filter(|border| **border < at).count();
    borders.len() > 1 && column(line.left()) > 0 && column(line.left()) == column(line.right())
}

/// The words of a line column by column; a column without words is empty.
pub fn cells(line: &Line, borders: &[f32]) -> Vec<String> {
    let mut cells = vec![Vec::new(); borders.len() + 1];
    for word in &line.words {
        let at = borders.iter().filter(|border| **border < word.centre()).count();
        cells[at].push(word.text.as_str());
    }
    cells.into_iter().map(|words| words.join(" ")).collect()
}

/// The usual distance from line to line.
pub fn pitch(lines: &[Line]) -> f32 {
    let height = middle(lines.iter().map(Line::height));
    let steps = lines.windows(2).map(|pair| pair[1].top() - pair[0].top());
    let pitch = middle(steps.filter(|step| *step > 0.8 * height && *step < 3.0 * height));
    if pitch > 0.0 { pitch } else { 1.3 * height }
}
