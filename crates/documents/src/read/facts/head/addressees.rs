//! Addressees (Kính gửi).

use std::sync::LazyLock;

use super::Cells;
use crate::read::form::Form;
use crate::read::text::{Span, Stated, Text};

static ADDRESSED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*kính (gửi|giri|gởi|mời)\s*[:;.]?\s*"));

/// One for each line or bullet; a wrapped line belongs to the one above.
pub(super) fn find(text: &Text, cells: &Cells) -> Vec<Stated<String>> {
    let start = cells.left.iter().position(|cell| ADDRESSED.fits(text, *cell));
    let Some(start) = start else { return Vec::new() };
    let first = cells.left[start];
    let after = ADDRESSED.find(text, first).map_or(first.end, |found| found.span().end);
    let mut entries: Vec<Span> = Vec::new();
    for cell in
        std::iter::once(Span::new(after, first.end)).chain(cells.left[start + 1..].iter().copied())
    {
        for part in bullets(text, cell) {
            match entries.last_mut() {
                Some(last) if continues(text, *last, part) => last.end = part.end,
                _ => entries.push(part),
            }
        }
    }
    let stated = |span: Span| {
        let span = text.trim(span, b"-*+;.,");
        (!span.is_empty()).then(|| Stated::new(text.line(span), span))
    };
    entries.into_iter().filter_map(stated).collect()
}

/// A line may hold several: "Kính gửi: - Các sở; - UBND các xã."
fn bullets(text: &Text, cell: Span) -> Vec<Span> {
    static NEXT: LazyLock<Form> = LazyLock::new(|| Form::new(r";\s*(?<bullet>[-+*]?\s*\S)"));
    let mut parts = Vec::new();
    let mut start = cell.start;
    for found in NEXT.all(text, cell) {
        if let Some(bullet) = found.part("bullet") {
            parts.push(Span::new(start, bullet.start));
            start = bullet.start;
        }
    }
    parts.push(Span::new(start, cell.end));
    parts.retain(|part| !text.trim(*part, b"").is_empty());
    parts
}

fn continues(text: &Text, above: Span, part: Span) -> bool {
    let bullet = matches!(text.byte(part.start), Some(b'-' | b'*' | b'+'));
    let ended = matches!(text.byte(text.trim(above, b"").end.saturating_sub(1)), Some(b';' | b'.'));
    !bullet && !ended
}
