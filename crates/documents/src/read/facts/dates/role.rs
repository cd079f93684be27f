//! Dates that tell of something else than a contest's course.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// What a date is the date of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    /// Something that happens.
    #[default]
    Event,
    /// A cited paper: "Kế hoạch số 5/KH-UBND ngày 02/3/2026".
    Cited,
    /// A birth: "sinh từ ngày 31/7/2006".
    Born,
    /// What happens every year: "trước ngày 15/12 hằng năm".
    Recurring,
}

/// Characters before and after a date that are looked at.
const NEAR: usize = 90;

static NUMBER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:số|so|s6)\W{0,12}[^\s,;]{0,20}/[^\s,;:]{0,30}(?:\s+[^\s,;:]{1,10}){0,2},?(?: (?:được )?(?:ban hành|ký))?\s*$",
    )
});
static NAMED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn|tờ trình|văn bản|thông báo|hướng dẫn|thể lệ|quy chế|công điện|biên bản|kết luận)(?: [^.;:,]{0,60})?\s*$",
    )
});
static ISSUED: LazyLock<Form> = LazyLock::new(|| Form::new(r"(?:ban hành|ký|đề|ra) (?:vào )?$"));
static OF_ISSUER: LazyLock<Form> = LazyLock::new(|| Form::new(r"^,?\s*(?:của|về việc|v/v)\b"));
static BORN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"sinh(?: (?:ngày|năm|tháng|từ|trong|trước|sau|vào|khoảng|thời gian))*[\s:.]*$")
});
/// They study, they are not born: "học sinh từ ngày 5/9".
static STUDENT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:học|thí|phát|nữ|nghiên cứu) sinh(?: (?:ngày|năm|tháng|từ|trong|trước|sau|vào|khoảng))*[\s:.]*$",
    )
});
static RECURRING: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^[\s,(]*(?:của )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng)"));

/// The role of a date within a stretch; a plain one stands without "trước", "đến", "từ".
pub(super) fn role(text: &Text, within: Span, date: Span, plain: bool) -> Role {
    let before = Span::new(date.start.saturating_sub(NEAR).max(within.start), date.start);
    let after = Span::new(date.end, (date.end + NEAR).min(within.end));
    if BORN.fits(text, before) && !STUDENT.fits(text, before) {
        return Role::Born;
    }
    if plain && is_cited(text, before, after) {
        return Role::Cited;
    }
    if RECURRING.fits(text, after) { Role::Recurring } else { Role::Event }
}

fn is_cited(text: &Text, before: Span, after: Span) -> bool {
    NUMBER.fits(text, before)
        || ISSUED.fits(text, before)
        || (NAMED.fits(text, before) && OF_ISSUER.fits(text, after))
}
