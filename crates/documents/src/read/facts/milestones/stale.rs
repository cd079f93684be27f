//! Dates that are no milestones: what comes again, what was moved, how things stood on a day.

use std::sync::LazyLock;

use super::clause::Around;
use crate::read::form::{Form, MarkedForm};
use crate::read::text::{Span, Text};

static PERIODIC: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:^|\W)(?:(?:hằng|hàng|mỗi) (?:tháng|quý|năm|tuần|ngày)|định kỳ|sinh (?:từ|trước|sau|ngày|năm)|áp dụng (?:từ|kể từ|trong|tại|lần đầu)|được (?:tạo ra|áp dụng)|có hiệu lực|có giá trị|ra đời|nghiệm thu|công tác từ)\b",
    )
});
/// "Tính đến ngày 31/01 đã nhận 19 hồ sơ" says how things stand.
static AS_OF: LazyLock<MarkedForm> = LazyLock::new(|| MarkedForm::new(r"\btính\s*$"));
static FORMER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:^|\W)(?:thay cho|thay vì|trước đây|trước đó|cũ|ban đầu|không phải|theo (?:kế hoạch|thể lệ|thông báo) (?:là|cũ|trước|số)|đã (?:quy định|thông báo|ấn định))\b[^.;]{0,60}$",
    )
});
/// "từ tháng 8 sang tháng 10": the first of the two is gone.
static REPLACED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s,)\x22]*(?:nay |được )*(?:sang|thành|chuyển|lùi|dời|gia hạn|kéo dài|điều chỉnh|sửa)\b",
    )
});
static MOVES: LazyLock<MarkedForm> = LazyLock::new(|| {
    MarkedForm::new(
        r"gia hạn|kéo dài (?:thời|hạn|đến)|(?:lùi|dời|hoãn|chuyển)\b[^.;]{0,30}(?:thời|ngày|lịch|hạn|lễ|sang|đến)|(?:điều chỉnh|thay đổi|sửa đổi)[^.;]{0,40}(?:thời|hạn|mốc|lịch|tiến độ|ngày)|(?:thời gian|thời hạn)[^.;]{0,60}(?:điều chỉnh|thay đổi)",
    )
});
/// The new end of a term is all that is stated.
static EXTENDS: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"gia hạn|kéo dài (?:thời|hạn)|(?:lùi|dời)[^.;]{0,20}hạn"));

/// Whether a date is no date of the contest's course, or no longer.
pub(super) fn is_stale(around: &Around) -> bool {
    let text = around.paper.text();
    AS_OF.fits(text, last_word(around.local))
        || FORMER.fits(text, around.local)
        || REPLACED.fits(text, around.rest)
}

/// Whether what is done at a date is done again and again, or lasts from then on.
pub(super) fn is_periodic(around: &Around) -> bool {
    PERIODIC.fits(around.paper.text(), around.before())
}

/// Whether a sentence moves a date.
pub(super) fn moves(text: &Text, sentence: Span) -> bool {
    MOVES.fits(text, sentence)
}

/// Whether a sentence extends a term.
pub(super) fn extends(text: &Text, sentence: Span) -> bool {
    EXTENDS.fits(text, sentence)
}

/// Enough of the end of a stretch to see its last word.
fn last_word(span: Span) -> Span {
    Span::new(span.end.saturating_sub(6).max(span.start), span.end)
}
