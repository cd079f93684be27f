//! Subject (trích yếu): what follows "V/v", or the lines under the title.

use std::sync::LazyLock;

use super::{Cells, is_title, kind};
use crate::read::casing;
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Stated, Text};

static ABOUT: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"(?<mark>(^|[\s(])(v/v|v\.v|vv|về việc|trích yếu)\s*[:.]?\s*)"));
static ADDRESSED: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*kính (gửi|giri|gởi|mời)\b"));
static NOTE: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*\(?\s*(ban hành )?kèm theo\b"));

pub(super) fn find(text: &Text, cells: &Cells) -> Option<Stated<String>> {
    under_title(text, cells).or_else(|| after_mark(text, cells))
}

fn under_title(text: &Text, cells: &Cells) -> Option<Stated<String>> {
    let at = cells.left.iter().position(|cell| is_title(text, *cell))?;
    let title = cells.left[at];
    let inline = after_name(text, title);
    let mut lines: Vec<Span> = inline.into_iter().collect();
    for cell in &cells.left[at + 1..] {
        let issuing = is_all_caps(text, *cell)
            && lines.first().is_some_and(|first| !is_all_caps(text, *first));
        if ADDRESSED.fits(text, *cell) || NOTE.fits(text, *cell) || issuing {
            break;
        }
        lines.push(*cell);
    }
    joined(text, &lines)
}

/// "KẾ HOẠCH TỔ CHỨC HỘI THI …" has its subject on the line of the title.
fn after_name(text: &Text, title: Span) -> Option<Span> {
    static NAME: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^\W*(dự thảo )?(kế hoạch|quyết định|thông báo|th[eé] l[eê]|quy chế|điều lệ|quy định|tờ trình|báo cáo|biên bản|giấy mời|hướng dẫn|chương trình)\b\s*(liên tịch|liên ngành|phối hợp$)?\s*",
        )
    });
    kind::named(text, title)?;
    let end = NAME.find(text, title)?.span().end;
    let rest = Span::new(end, title.end);
    (!rest.is_empty()).then_some(rest)
}

fn after_mark(text: &Text, cells: &Cells) -> Option<Stated<String>> {
    let (at, mark) = cells
        .left
        .iter()
        .enumerate()
        .find_map(|(at, cell)| Some((at, ABOUT.find(text, *cell)?.part("mark")?)))?;
    let mut lines = vec![Span::new(mark.end, cells.left[at].end)];
    for cell in &cells.left[at + 1..] {
        if ADDRESSED.fits(text, *cell)
            || is_title(text, *cell)
            || (is_all_caps(text, *cell) && cell.len() > 12)
        {
            break;
        }
        lines.push(*cell);
    }
    joined(text, &lines)
}

/// The lines as one, without the mark before and the full stop after.
fn joined(text: &Text, lines: &[Span]) -> Option<Stated<String>> {
    let lines: Vec<Span> =
        lines.iter().map(|line| text.trim(*line, b"")).filter(|line| !line.is_empty()).collect();
    let (first, last) = (lines.first()?, lines.last()?);
    let written: Vec<String> = lines.iter().map(|line| text.line(*line)).collect();
    let written = written.join(" ");
    let written = written.trim_end_matches(['.', ';', ':', ' ']);
    let lower = written.to_lowercase();
    let mark =
        ["v/v ", "v/v: ", "về việc ", "về việc: "].iter().find(|mark| lower.starts_with(**mark));
    let subject = mark.and_then(|mark| written.get(mark.len()..)).unwrap_or(written);
    (!subject.is_empty()).then(|| Stated::new(casing::in_sentence(subject), first.to(*last)))
}
