//! Tables that keep their columns by room alone: each row is put between bars.

use super::grid::{Pieces, table};
use crate::read::text::{Letter, Span, Text};

/// The text with such tables written as rows between bars.
pub(super) fn unfold(text: Text) -> Text {
    let all = text.lines(text.whole());
    let mut unfolded = Vec::new();
    let (mut at, mut copied) = (0, 0);
    while at < all.len() {
        let Some((rows, end)) = table(&text, &all, at) else {
            at += 1;
            continue;
        };
        unfolded.extend_from_slice(text.letters(Span::new(copied, all[at].start)));
        rows.iter().for_each(|row| write(&mut unfolded, &text, row));
        copied = all.get(end).map_or(text.len(), |next| next.start);
        at = end;
    }
    if copied == 0 {
        return text;
    }
    unfolded.extend_from_slice(text.letters(Span::new(copied, text.len())));
    Text::new(unfolded)
}

fn write(unfolded: &mut Vec<Letter>, text: &Text, row: &Pieces) {
    let first = row.iter().flatten().next().and_then(|first| text.letters(*first).first());
    let source = first.map_or((0, 0), |letter| letter.source);
    let sign = |char| Letter { char, source, certainty: 1.0 };
    for cell in row {
        unfolded.extend([sign('|'), sign(' ')]);
        for piece in cell {
            unfolded.extend_from_slice(text.letters(*piece));
            unfolded.push(sign(' '));
        }
    }
    unfolded.extend([sign('|'), sign('\n')]);
}
