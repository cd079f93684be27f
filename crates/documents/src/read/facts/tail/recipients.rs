//! Recipients (nơi nhận).

use super::Line;
use crate::read::text::{Span, Stated, Text};

/// One for each bullet; wrapped lines joined, sub-headings ("Gửi bản điện tử:") left out.
pub(super) fn find(text: &Text, lines: &[Line]) -> Vec<Stated<String>> {
    let labelled = lines.iter().any(|line| matches!(line, Line::Label(_)));
    if !labelled {
        return Vec::new();
    }
    let mut entries: Vec<Vec<Span>> = Vec::new();
    for line in lines {
        let Line::Recipient(span) = line else { continue };
        for part in parts(text, *span) {
            match entries.last_mut() {
                Some(entry) if continues(text, entry, part) => entry.push(part),
                _ => entries.push(vec![part]),
            }
        }
    }
    entries.iter().filter_map(|entry| stated(text, entry)).collect()
}

/// "- Như trên; - Lưu: VT." on one line, or "Như trên; Lưu: VT." without bullets.
fn parts(text: &Text, line: Span) -> Vec<Span> {
    let shadow = text.shadow(line);
    let mut parts = Vec::new();
    let mut start = 0;
    let listed = matches!(shadow.first(), Some(b'-' | b'*' | b'+'));
    for at in 1..shadow.len().saturating_sub(1) {
        let bullet = match shadow[at] {
            b'-' | b'+' | b'*' => shadow[at + 1] == b' ',
            byte => !listed && byte.is_ascii_alphanumeric(),
        };
        let ended = shadow[..at].trim_ascii_end().ends_with(b";");
        if bullet && ended {
            parts.push(Span::new(line.start + start, line.start + at));
            start = at;
        }
    }
    parts.push(Span::new(line.start + start, line.end));
    parts
}

fn continues(text: &Text, entry: &[Span], part: Span) -> bool {
    let bullet = matches!(text.byte(part.start), Some(b'-' | b'*' | b'+'));
    let last = entry.last().map(|span| text.trim(*span, b"").end.saturating_sub(1));
    let ended =
        last.and_then(|at| text.byte(at)).is_some_and(|byte| matches!(byte, b';' | b'.' | b':'));
    !bullet && !ended
}

fn stated(text: &Text, entry: &[Span]) -> Option<Stated<String>> {
    let (first, last) = (entry.first()?, entry.last()?);
    if text.shadow(text.trim(*last, b"")).ends_with(b":") {
        return None;
    }
    let lines: Vec<String> = entry.iter().map(|span| text.line(*span)).collect();
    let written = lines.join(" ");
    let written = written
        .trim_start_matches(['-', '*', '+', '•', ' '])
        .trim_end_matches([';', '.', ',', '/', ' ']);
    (!written.is_empty()).then(|| Stated::new(written.to_owned(), first.to(*last)))
}
