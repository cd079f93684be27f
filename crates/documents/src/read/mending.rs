//! Second stage: puts back the marks that a scan has lost; see [`crate::restore`].

use super::text::{Letter, Text};
use crate::restore::{Marks, Piece, judge, restore};

/// How sure a restored word is at most: it was not read but inferred.
const INFERRED: f32 = 0.99;

/// The text with its marks, and whether it had lost them.
pub(super) fn mend(text: Text) -> (Text, bool) {
    let source = text.raw(text.whole());
    if judge(source) == Marks::Sound {
        return (text, false);
    }
    let restored = restore(source);
    let chars: Vec<char> = restored.text.chars().collect();
    let mut mended = Vec::with_capacity(chars.len());
    for piece in &restored.pieces {
        mended.extend(piece_letters(text.letters(text.whole()), &chars, piece));
    }
    (Text::new(mended), true)
}

/// The letters of one piece; each of a changed one stands for the whole of its source.
fn piece_letters<'a>(
    letters: &'a [Letter],
    chars: &'a [char],
    piece: &'a Piece,
) -> impl Iterator<Item = Letter> + 'a {
    let source = letters.get(piece.source.clone()).unwrap_or_default();
    let whole = source
        .first()
        .zip(source.last())
        .map_or((0, 0), |(first, last)| (first.source.0, last.source.1));
    let certainty = if piece.changed { piece.certainty.min(INFERRED) } else { 1.0 };
    let text = chars.get(piece.text.clone()).unwrap_or_default();
    text.iter().enumerate().map(move |(at, char)| {
        let own = source.get(at).filter(|_| !piece.changed).map(|letter| letter.source);
        Letter { char: *char, source: own.unwrap_or(whole), certainty }
    })
}
