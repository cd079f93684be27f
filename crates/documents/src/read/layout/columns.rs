//! Tables that keep their columns by room alone: each row is put between bars.

use super::grid::{Pieces, table};
use crate::read::text::{Letter, Text};

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
