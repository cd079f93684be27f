//! Tables whose cells have run together on wrapped lines: rows are known by their numbers, cells by
//! the units and dates at their end.

use std::sync::LazyLock;

use super::tables::Column;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

static HEADING: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(stt|tt)\s+(các )?(nội dung|công việc|nhiệm vụ|hoạt động)\b.{0,120}\b(đơn vị|chủ trì|thực hiện|phụ trách)",
    )
});
static WITH: LazyLock<Form> = LazyLock::new(|| Form::new(r"phối hợp"));
static UNIT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(văn phòng|phòng|trung tâm|chi cục|cục|sở|ban|hội|đoàn|công đoàn|liên (đoàn|hiệp)|ủy ban|ubnd|khoa|viện|trường|các (phòng|đơn|xã|khoa|chi)|hội đồng|tổ|đài|báo|huyện đoàn|tỉnh đoàn|công an|trạm|bệnh viện|nhà máy|phân xưởng|xí nghiệp|quản đốc|công ty)\b",
    )
});
static DATE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"((trước|từ|đến|hết|trong|chậm nhất)\s+)?((ngày|tháng|quý)\s+)?(\d{1,2}\s*/\s*\d{1,4}(\s*/\s*\d{4})?|(tháng|quý|ngày)\s+[\divx]+)",
    )
});

/// Kinds of unit that stand before the name of another: "Văn phòng Sở".
const NAMELESS: [&str; 8] =
    ["", "van phong", "phong", "ban", "hoi dong", "cong doan", "thanh tra", "lanh dao"];

/// Whether a line is the heading of such a table.
pub(super) fn is_heading(text: &Text, line: Span) -> bool {
    HEADING.fits(text, line)
}

/// The cells of a row, its number left out: work, doer, partner, date.
pub(super) fn cells(text: &Text, heading: Span, row: Span) -> Vec<(Column, Span)> {
    let columns = if WITH.fits(text, heading) { 2 } else { 1 };
    let date = DATE.all(text, row).last().map(|found| found.span());
    let end = date.map_or(row.end, |date| date.start);
    let before = Span::new(row.start, end);
    let heads =
        UNIT.all(text, before).map(|found| found.span().start).filter(|at| text.is_upper(*at));
    let heads = apart(text, heads.collect());
    let first = heads.len().saturating_sub(columns);
    let mut cells = Vec::new();
    let stop = heads.get(first).copied().unwrap_or(end);
    cells.push((Column::Work, text.trim(Span::new(row.start, stop), b"0123456789.,")));
    for (at, column) in [Column::Who, Column::With].into_iter().enumerate().take(columns) {
        let Some(start) = heads.get(first + at) else { break };
        let end = heads.get(first + at + 1).copied().unwrap_or(end);
        cells.push((column, text.trim(Span::new(*start, end), b",;")));
    }
    cells.extend(date.map(|date| (Column::When, Span::new(date.start, row.end))));
    cells
}

/// "Văn phòng" holds "phòng": heads that stand inside another are none.
fn apart(text: &Text, heads: Vec<usize>) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for head in heads {
        let joined = kept.last().is_some_and(|last| {
            let between = text.folded(Span::new(*last, head));
            NAMELESS.contains(&between.as_str())
                || between.ends_with(" va")
                || between.ends_with(',')
        });
        if !joined {
            kept.push(head);
        }
    }
    kept
}
