//! What the words before and between dates make of them: from, until, before, after.

use std::sync::LazyLock;

use crate::read::form::{Form, forms};
use crate::read::text::{Span, Text};

/// How a date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// Trước ngày: the day itself is out.
    Before,
    /// Đến, hết, chậm nhất, không quá, hạn cuối: the day is in.
    Until,
    /// Từ, kể từ, bắt đầu.
    From,
    /// Sau ngày.
    After,
    /// Trong, vào: a point in time that a word marks as one.
    Within,
    /// Nothing.
    At,
}

/// Characters before a date in which its words are looked for.
const NEAR: usize = 90;

/// "17 giờ 00", "17h30'", "lúc 8:00 (trong giờ hành chính)".
const TIME: &str = r"(?:giờ hành chính[\s,]*(?:của )?|(?:thứ [a-z]+|sáng|chiều|tối)[\s,]*|(?:lúc\s*)?\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2})?\s*(?:phút|p|')?[\s,]*(?:\([^)]{0,40}\)\s*)?)?";

/// What may stand between the words and the date; a scan spoils "ngày".
const END: &str = r"[\s:(\x22]*(?:ng[a-z]{1,3}\s+)?$";

/// Tried in order at the end of what stands before a date.
static BEFORE: LazyLock<Vec<(Bound, Form)>> = LazyLock::new(|| {
    let form = |bound, pattern: &str| {
        (bound, Form::new(&pattern.replace("TIME", TIME).replace("END", END)))
    };
    vec![
        // "trước 17 giờ ngày 31/7" ends on that day, not before it.
        form(
            Bound::Until,
            r"\btrước\s+(?:lúc\s+)?\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2})?\s*(?:phút|p|')?[\s,]*$",
        ),
        form(
            Bound::Before,
            r"\b(?:(?:chậm|muộn|trễ) nhất )?(?:là )?trước\s*(?:(?:thời điểm|thời hạn|hết)\s*)?END",
        ),
        form(
            Bound::Until,
            r"\b(?:(?:kể )?từ (?:nay|(?:khi|ngày) [a-z][^.;:]{1,60}?) )?(?:cho )?(?:đến|tới|hết|(?:chậm|muộn|trễ) nhất|không (?:quá|muộn hơn|chậm hơn)|(?:thời )?hạn (?:cuối|chót|cuối cùng)|kết thúc|thời hạn)(?:\s+(?:cùng|là|đến|tới|vào|trong|hết|khoảng|dự kiến|cuối|đầu|giữa))*\s*:?\s*TIMEEND",
        ),
        // "Thứ tư" is no "từ", "thứ sáu" no "sau".
        form(
            Bound::Within,
            r"\b(?:vào )?(?:(?:sáng|chiều|tối) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[\s,(]*$",
        ),
        // "điện tử", "Đầu tư" are no "từ".
        form(
            Bound::Within,
            r"\b(?:điện tử|vật tư|thông tư|(?:và|-) đầu tư)[\s,]*(?:(?:vào|trong|khoảng|dịp)\s+)*TIMEEND",
        ),
        form(
            Bound::From,
            r"\b(?:kể )?(?:từ|bắt đầu|khởi đầu)(?:\s+(?:từ|vào|khoảng|đầu|giữa|cuối|trong))*\s*:?\s*TIMEEND",
        ),
        form(Bound::After, r"\bsau\s*(?:thời điểm\s*)?TIME$"),
        form(
            Bound::Within,
            r"\b(?:dự kiến )?(?:hoàn thành|xong|vào|trong|khoảng|đầu|giữa|cuối|nửa đầu|nửa cuối|tuần)(?:\s+(?:vào|trong|khoảng|dịp|tuần|đầu|giữa|cuối|thứ [a-z]+))*\s*TIME$",
        ),
    ]
});

/// What stands between the ends of a range.
static BETWEEN: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let how = format!(r"(?:\s*(?:hết|trước|cuối|đầu|giữa|khoảng|là|vào|dự kiến))*[\s:]*{TIME}\s*$");
    forms(&[
        &format!(r"^\s*(?:\([^)]{{0,40}}\)\s*)?,?\s*(?:kéo dài )?(?:cho )?(?:đến|tới){how}"),
        &format!(r"^\s*-+>?{how}"),
        &format!(r"^\s*[,;]?\s*(?:và )?(?:kết thúc|hạn cuối|hết hạn){how}"),
    ])
});
static AND: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\s*(?:và|,)\s*$"));
static EXCLUDED: LazyLock<Form> = LazyLock::new(|| Form::new(r"trước"));

/// How two dates hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Đến, hết: the last day is in.
    To,
    /// Đến trước.
    ToBefore,
    /// Và.
    And,
}

/// How the date is meant before which a stretch ends, and where the words begin that say so.
pub(super) fn bound(text: &Text, before: Span) -> (Bound, usize) {
    let near = Span::new(before.end.saturating_sub(NEAR).max(before.start), before.end);
    for (bound, form) in BEFORE.iter() {
        if let Some(found) = form.find(text, near) {
            return (*bound, found.span().start);
        }
    }
    (Bound::At, before.end)
}

/// How the dates around a gap hang together, if they do.
pub(super) fn link(text: &Text, gap: Span) -> Option<Link> {
    if gap.len() > NEAR {
        return None;
    }
    if AND.fits(text, gap) {
        return Some(Link::And);
    }
    BETWEEN
        .iter()
        .any(|form| form.fits(text, gap))
        .then(|| if EXCLUDED.fits(text, gap) { Link::ToBefore } else { Link::To })
}
