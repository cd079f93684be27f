//! Lines and cells.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::letters::{is_capital, is_letter};
use crate::read::text::{Span, Text};

/// Blanks between two columns of one line.
const GAP: usize = 3;

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Without blanks at either end.
    pub span: Span,
    /// An empty line stands above.
    pub after_gap: bool,
}

pub(super) fn lines(text: &Text) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_gap = true;
    for line in text.lines(text.whole()) {
        let span = text.trim(line, b"");
        if !span.is_empty() {
            lines.push(Line { span, after_gap });
        }
        after_gap = span.is_empty();
    }
    lines
}

/// The cells of lines: parted by a tab, a bar, or a run of blanks.
pub(super) fn cells(text: &Text, lines: &[Line]) -> Vec<Span> {
    lines.iter().flat_map(|line| cells_of(text, line.span)).collect()
}

fn cells_of(text: &Text, line: Span) -> Vec<Span> {
    parted(text, line, GAP, |before| is_blank_to_fill(text, before, line.end))
}

/// The cells of a line that have at least so many blanks between them.
pub(super) fn apart(text: &Text, line: Span, gap: usize) -> Vec<Span> {
    parted(text, line, gap, |_| false)
}

fn parted(text: &Text, line: Span, gap: usize, fills: impl Fn(Span) -> bool) -> Vec<Span> {
    let mut cells = Vec::new();
    let (mut start, mut blanks) = (line.start, 0);
    for at in line.range() {
        let byte = text.byte(at).unwrap_or(b' ');
        if byte == b' ' {
            blanks += 1;
            continue;
        }
        let apart = blanks >= gap && !fills(Span::new(start, at));
        if matches!(byte, b'\t' | b'|') || apart {
            cells.push(text.trim(Span::new(start, at), b"|"));
            start = at;
        }
        blanks = 0;
    }
    cells.push(text.trim(Span::new(start, line.end), b"|"));
    cells.retain(|cell| !cell.is_empty());
    cells
}

/// "Số:      /UBND", "ngày      tháng 4": room for a pen, not between columns.
fn is_blank_to_fill(text: &Text, before: Span, end: usize) -> bool {
    static BEFORE: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"(^\W*số\s*:?|\b(ngày\s*\d{0,2}|tháng\s*\d{0,2}|năm))\s*$"));
    static AFTER: LazyLock<Form> = LazyLock::new(|| Form::new(r"^/"));
    BEFORE.fits(text, before) || AFTER.fits(text, Span::new(before.end, end))
}

/// Whether a stretch is printed in capitals, as titles, positions and issuing bodies are.
pub(crate) fn is_all_caps(text: &Text, span: Span) -> bool {
    let letters = text.letters(span).iter().map(|letter| letter.char).filter(|c| is_letter(*c));
    let (upper, all) =
        letters.fold((0, 0), |(upper, all), c| (upper + usize::from(is_capital(c)), all + 1));
    all > 1 && upper * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn cells_are_parted_by_room() {
        let text =
            Text::new(normalise("UBND TỈNH   CỘNG HÒA\n\n - Như trên;\tTM. UBND\n| 1 | Sở Y tế |"));
        let lines = lines(&text);
        let cells: Vec<&str> =
            cells(&text, &lines).into_iter().map(|cell| text.raw(cell)).collect();
        assert_eq!(cells, ["UBND TỈNH", "CỘNG HÒA", "- Như trên;", "TM. UBND", "1", "Sở Y tế"]);
        assert_eq!(
            lines.iter().map(|line| line.after_gap).collect::<Vec<_>>(),
            [true, true, false]
        );
    }

    #[test]
    fn capitals() {
        for (source, expect) in
            [("KẾ HOẠCH", true), ("TiNH BẮC KẠN", true), ("Kế hoạch", false), ("12/5", false)]
        {
            let text = Text::new(normalise(source));
            assert_eq!(is_all_caps(&text, text.whole()), expect, "{source}");
        }
    }
}
