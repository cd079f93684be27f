//! Joins the lines that wrapping, columns and page breaks have parted.

use std::sync::LazyLock;

use super::lines::{Line, is_all_caps};
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// A line fuller than this part of the widest ones was broken because it was full.
const FULL: f32 = 0.72;

/// No line of a page is longer.
const UNWRAPPED: usize = 170;

static BEGINS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^([-+*]\s*\S|\||điều \d+\s*[.:]|(phần|chương) ([ivx]+|\d+|thứ)\b|[ivxl]{1,6}\s*[.)/:-]\s|[a-h][.)]\s*\w|[a-z][.),]\s|\d{1,2}(\.\d{1,2}){0,3}\s*[.)/]\s*[a-z\x22(]|\d{1,2}(\.\d{1,2}){1,3}\s+[a-z]|bước \d|mục (\d|[ivx]))",
    )
});
static LABEL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(thời (gian|hạn)|hạn|địa (điểm|chỉ)|điện thoại|đt|email|e-mail|website|đơn vị|cơ quan|kết quả|sản phẩm|kính gửi|nơi nhận|chủ trì|thành phần|hồ sơ|đầu mối|ghi chú|nội dung|tài khoản|trưởng ban|phó trưởng ban|ủy viên|liên hệ|người|số)\b[^:]{0,50}:(\s|$)",
    )
});

/// Paragraphs of consecutive lines.
pub(super) fn join(text: &Text, lines: &[Line]) -> Vec<Span> {
    let width = width(lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut above: Option<Line> = None;
    for line in lines {
        match (paragraphs.last_mut(), above) {
            (Some(paragraph), Some(above)) if continues(text, above, *line, *paragraph, width) => {
                paragraph.end = line.span.end;
            }
            _ => paragraphs.push(line.span),
        }
        above = Some(*line);
    }
    paragraphs
}

/// The length to which lines are filled: nine in ten are no longer; none if lines are paragraphs.
fn width(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.span.len()).collect();
    lengths.sort_unstable();
    let widest = *lengths.get(lengths.len() * 9 / 10)?;
    let unwrapped = lengths.iter().filter(|length| **length > UNWRAPPED).count();
    (widest <= 140 && unwrapped * 30 < lengths.len()).then_some(widest)
}

fn continues(text: &Text, above: Line, line: Line, paragraph: Span, width: Option<usize>) -> bool {
    let ended = ends(text, above.span);
    if BEGINS.fits(text, line.span) {
        return !ended && is_torn_range(text, above.span, line.span);
    }
    if is_all_caps(text, line.span) != is_all_caps(text, above.span) && line.span.len() > 4 {
        return false;
    }
    let lower = starts_low(text, line.span);
    if line.after_gap {
        let heading = paragraph.len() < 60 || is_all_caps(text, above.span);
        return !ended
            && (lower
                || (!heading && !LABEL.fits(text, line.span) && !is_heading(text, paragraph)));
    }
    let full = width.is_some_and(|width| is_full(above, width));
    match (ended, lower) {
        (false, true) => true,
        (false, false) => full && !LABEL.fits(text, line.span),
        (true, _) => full && !ends_paragraph(text, above.span, line.span),
    }
}

#[expect(clippy::cast_precision_loss, reason = "lines are short")]
fn is_full(line: Line, width: usize) -> bool {
    line.span.len() as f32 >= width as f32 * FULL
}

/// "từ 2024" / "- 2025": the second half of a range, not a bullet.
fn is_torn_range(text: &Text, above: Span, line: Span) -> bool {
    let shadow = text.shadow(line);
    let digit_after_dash = shadow.first() == Some(&b'-')
        && shadow.iter().find(|byte| !matches!(byte, b'-' | b' ')).is_some_and(u8::is_ascii_digit);
    digit_after_dash && text.byte(above.end - 1).is_some_and(|byte| byte.is_ascii_digit())
}

fn is_heading(text: &Text, paragraph: Span) -> bool {
    BEGINS.fits(text, paragraph) && paragraph.len() < 90
}

fn ends(text: &Text, line: Span) -> bool {
    matches!(text.byte(line.end - 1), Some(b'.' | b';' | b':' | b'!' | b'?' | b'/'))
}

/// After a full line that ends in a full stop a new sentence may still be of the same paragraph;
/// after a semicolon or colon it never is.
fn ends_paragraph(text: &Text, above: Span, line: Span) -> bool {
    match text.byte(above.end - 1) {
        Some(b'.') => LABEL.fits(text, line),
        Some(b'/') => false,
        _ => !starts_low(text, line),
    }
}

fn starts_low(text: &Text, line: Span) -> bool {
    text.char(line.start).is_some_and(|c| {
        c.is_lowercase() || c.is_ascii_digit() || matches!(c, '(' | '&' | ',' | ')' | '"')
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;
    use crate::read::normalise::normalise;

    fn paragraphs(source: &str) -> Vec<String> {
        let text = Text::new(normalise(source));
        let lines = lines(&text);
        join(&text, &lines).into_iter().map(|span| text.line(span)).collect()
    }

    #[test]
    fn wrapped_lines_join() {
        let source = "1. Sở Khoa học và Công nghệ chủ trì, phối hợp\nvới các đơn vị triển khai Hội thi trên địa bàn\ntỉnh. Báo cáo Ủy ban nhân dân tỉnh kết quả thực\nhiện.\n2. Sở Y tế:\n- Tuyên truyền;\n- Vận động.";
        assert_eq!(
            paragraphs(source),
            [
                "1. Sở Khoa học và Công nghệ chủ trì, phối hợp với các đơn vị triển khai Hội thi trên địa bàn tỉnh. Báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.",
                "2. Sở Y tế:",
                "- Tuyên truyền;",
                "- Vận động.",
            ]
        );
    }

    #[test]
    fn a_page_break_in_a_sentence_is_mended() {
        let source = "Các thành viên thực hiện nghiêm túc thông báo về việc phân công nhiệm vụ thành viên\n\nBan Tổ chức Hội thi. Chỉ đạo xây dựng văn bản.\n\nĐiều kiện:\n\nlàm việc";
        assert_eq!(paragraphs(source).len(), 3);
    }

    #[test]
    fn paragraphs_of_one_line_stay_apart() {
        let long = "Tổ chức tuyên truyền sâu rộng về Hội thi đến toàn thể cán bộ, công chức, viên chức, người lao động và nhân dân trên địa bàn toàn tỉnh, bảo đảm thiết thực.";
        assert_eq!(paragraphs(&format!("{long}\n{long}\nMỤC ĐÍCH\n{long}")).len(), 4);
    }
}
