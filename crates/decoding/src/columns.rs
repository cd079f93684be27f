//! Stretches of a page with columns: the head, tables, signatures.

use crate::line::{Line, middle};

/// A stretch of lines with something between its columns that no word crosses.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Its first line, and the one after its last.
    pub lines: std::ops::Range<usize>,
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
/// Part of a line's height that lies free between columns on all their lines.
const FREE: f32 = 0.45;
/// Lines on which no blank of a sentence lies free by chance.
const ENOUGH_LINES: usize = 3;
/// Lines of one column that may follow where the other has ended, e.g. the space for a signature.
const MOST_ALONE: usize = 12;

/// The stretches with columns, from above. `margin` is where the lines of the body begin.
pub fn stretches(lines: &[Line], margin: f32) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut at = 0;
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
        if left.is_empty() {
            break;
        }
        let has_both = left.iter().any(|gap| line.left() < gap.0 && line.right() > gap.1);
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
    let found = if end - from >= ENOUGH_LINES { free(&lines[from..end]) } else { open };
    let borders: Vec<f32> = found.iter().map(|gap| f32::midpoint(gap.0, gap.1)).collect();
    (both >= 2 && !borders.is_empty()).then_some(Stretch { lines: from..end, borders })
}

/// What no word of any line covers, between the first word and the last.
fn free(lines: &[Line]) -> Vec<(f32, f32)> {
    let least = FREE * middle(lines.iter().map(Line::height));
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
    let least = |part: &(f32, f32)| {
        let has_both = line.left() < part.0 && line.right() > part.1;
        // Words of a narrow cell may be spread out as far as its border is wide.
        let usual =
            if has_both { (WIDER * usual_gap(line)).min(SURELY * line.height()) } else { 0.0 };
        part.1 - part.0 > (GOES_ON * line.height()).max(usual)
    };
    starts.zip(ends).filter(least).collect()
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
    if alone && apart < 1.6 * line.height() { above } else { first }
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
