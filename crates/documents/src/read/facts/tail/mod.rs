//! The end of a paper: recipients (nơi nhận) and signature (chữ ký), side by side or in any order.

pub(super) mod name;
mod recipients;
mod signatory;

use std::sync::LazyLock;

use crate::facts::Signatory;
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// What the end says.
pub(crate) struct Tail {
    pub recipients: Vec<Stated<String>>,
    pub signatory: Option<Signatory>,
}

/// A line of the end, by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// "Nơi nhận:"
    Label(Span),
    /// Belongs to the list of recipients.
    Recipient(Span),
    /// Belongs to the signature block.
    Signature(Span),
}

static LABEL: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*n[ơo]i\s*nh[aậ]n\s*([:.;]\s*|$)"));
/// Capitals that only a signature block has, in a line that began as a recipient.
static SIGNED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|[\s;.])(?<sign>(tm|t/m|kt|k/t|tl|tuq|q)(\.\s*|\s+)[a-z]|(phó )?(chủ tịch|giám đốc|trưởng ban|hiệu trưởng|chánh văn phòng|trưởng phòng|viện trưởng|tổng giám đốc|bí thư)\b)",
    )
});
static OFFICE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*((tm|t/m|kt|k/t|tl|tuq|q)\s*[.\s]|\(?đã ký|(phó )?(chủ tịch|giám đốc|tổng giám đốc|trưởng ban|hiệu trưởng|chánh văn phòng|trưởng phòng|viện trưởng|bí thư|cục trưởng|chủ tọa|thư ký|tổng thư ký|thủ trưởng|trưởng khoa|chỉ huy trưởng)\b)",
    )
});

/// Reads the end.
pub(crate) fn read(paper: &Paper) -> Tail {
    let text = paper.text();
    let lines = classified(text, &paper.sheet.tail);
    Tail { recipients: recipients::find(text, &lines), signatory: signatory::find(text, &lines) }
}

fn classified(text: &Text, tail: &[Span]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut listing, mut open) = (false, false);
    for cell in tail {
        let mut rest = *cell;
        if let Some(label) = LABEL.find(text, rest) {
            lines.push(Line::Label(label.span()));
            (listing, open) = (true, true);
            rest = Span::new(label.span().end, rest.end);
        }
        open &= !is_under_archive(text, &lines, rest);
        let (recipient, signature) = parted(text, rest, listing && open);
        if let Some(span) = recipient {
            lines.push(Line::Recipient(span));
            open = !text.shadow(span).ends_with(b".");
        }
        lines.extend(signature.map(Line::Signature));
    }
    lines
}

/// "Lưu: VT" ends the list of recipients; a name under it is the signer's, a note is nobody's.
fn is_under_archive(text: &Text, lines: &[Line], rest: Span) -> bool {
    static NOTE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^\W*(mọi |xin |thông tin |người |số )*(liên hệ|chi tiết|địa chỉ|điện thoại|ghi chú|thắc mắc|đt|email)\b",
        )
    });
    static ARCHIVE: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*lưu\b"));
    let archived = matches!(lines.last(), Some(Line::Recipient(last)) if ARCHIVE.fits(text, *last));
    let other = || NOTE.fits(text, rest) || name::can_be_name(text, text.trim(rest, b""));
    archived && other()
}

/// "- Các phòng thuộc Sở; Phan Thị Bé": the signer's name has slipped beside the list.
fn with_name(text: &Text, line: Span) -> (Option<Span>, Option<Span>) {
    match name::slipped(text, line) {
        Some(name) => (Some(text.trim(Span::new(line.start, name.start), b"")), Some(name)),
        None => (Some(line), None),
    }
}

/// Parts a line that holds a recipient and a piece of the signature block.
fn parted(text: &Text, line: Span, listing: bool) -> (Option<Span>, Option<Span>) {
    let line = text.trim(line, b"");
    if line.is_empty() {
        return (None, None);
    }
    let bullet = matches!(text.byte(line.start), Some(b'-' | b'*' | b'+'));
    let starts = SIGNED.all(text, line).filter_map(|found| found.part("sign"));
    let mut rests = starts.map(|sign| Span::new(sign.start, line.end));
    let signed = rests.find(|sign| is_all_caps(text, *sign) && text.is_upper(sign.start));
    match signed {
        Some(sign) if sign.start > line.start => {
            (Some(text.trim(Span::new(line.start, sign.start), b"")), Some(sign))
        }
        Some(sign) => (None, Some(sign)),
        None if bullet => with_name(text, line),
        None if listing
            && !is_all_caps(text, line)
            && !name::is_name(text, line)
            && !OFFICE.fits(text, line) =>
        {
            (Some(line), None)
        }
        None => (None, Some(line)),
    }
}
