//! Tables whose cells have run together on wrapped lines: rows are known by their numbers, cells by the
//! dates and units in the order of the heading.

use std::sync::LazyLock;

use super::tables::Column;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// The words of a heading, each as one column after the other.
static HEADING: LazyLock<Form> = LazyLock::new(|| {
    let body = r"(?:đơn vị|cơ quan|bộ phận|phòng|người|cá nhân|đ/c)(?:\s*[,/-]?\s*(?:đơn vị|cơ quan|cá nhân|bộ phận|người))?";
    let does = r"(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đầu mối|được giao|tham mưu)(?: chính| thực hiện)?";
    Form::new(&format!(
        r"(?<number>\b(?:stt|tt|số tt)\b)|(?<when>\b(?:dự kiến )?(?:thời gian|thời hạn|thời điểm|tiến độ|hạn|hoàn thành|ngày|tháng)(?: (?:thực hiện|hoàn thành|tổ chức|triển khai|dự kiến))*)|(?<work>\b(?:tên )?(?:các )?(?:nội dung|công việc|nhiệm vụ|hoạt động|hạng mục|đầu việc|phần việc)(?: (?:công việc|nhiệm vụ|thực hiện|hoạt động|triển khai|chính|cụ thể))*)|(?<with>\b(?:{body}\s*)?(?:cùng )?(?:phối hợp|tham gia|hỗ trợ)(?: thực hiện)?)|(?<who>\b(?:{body}\s*)?{does}|\b{body}|\btrách nhiệm|\bphân công)|(?<result>\b(?:kết quả|sản phẩm|đầu ra)(?: (?:cần đạt|đạt được|dự kiến|đầu ra))?)|(?<other>\b(?:ghi chú|địa điểm|kinh phí))"
    ))
});
const COLUMNS: [(&str, Column); 7] = [
    ("number", Column::Number),
    ("work", Column::Work),
    ("who", Column::Who),
    ("with", Column::With),
    ("when", Column::When),
    ("result", Column::Result),
    ("other", Column::Other),
];
static UNIT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b((?<event>hội (thi|nghị|thảo|chợ))|văn phòng|phòng|trung tâm|chi cục|cục|vụ|sở|ban|hội|đoàn|công đoàn|liên (đoàn|hiệp|minh)|ủy ban|ubnd|khoa|viện|trường|học viện|các (phòng|đơn|xã|khoa|chi|ban|cơ|sở|huyện|trường|viện|tổ|phân|bộ)|trưởng|hội đồng|tổ|đài|báo|huyện đoàn|tỉnh đoàn|thành đoàn|đoàn thanh|công an|trạm|bệnh viện|nhà máy|phân xưởng|xí nghiệp|quản đốc|công ty|thường trực|cơ quan|giám đốc|chủ tịch|bộ|cổng|thư viện|bảo tàng|nhà|lãnh đạo|thủ trưởng|bộ phận)\b",
    )
});
static DATE: LazyLock<Form> = LazyLock::new(|| {
    let one = r"((ngày|tháng|quý)\s+)?(\d{1,2}\s*/\s*\d{1,4}(\s*/\s*\d{4})?|(tháng|quý|ngày)\s+[\divx]+(\s*(/|năm)\s*\d{4})?)";
    Form::new(&format!(
        r"((trước|từ|đến|hết|trong|chậm nhất|cuối|đầu|giữa|sau|dự kiến|xong)\s+){{0,3}}{one}(\s*(-|đến|tới|đến hết|đến trước|và)\s*{one})?|\b(thường xuyên|(hằng|hàng) (năm|tháng|quý|tuần)|cả năm)\b"
    ))
});

/// Kinds of unit that stand before the name of another: "Văn phòng Sở".
const NAMELESS: [&str; 12] = [
    "",
    "van phong",
    "phong",
    "ban",
    "hoi dong",
    "cong doan",
    "thanh tra",
    "lanh dao",
    "giam doc",
    "truong",
    "thuong truc",
    "thu truong",
];

/// The columns that a heading names, if it numbers work and says who does it or when.
pub(super) fn columns(text: &Text, heading: Span) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = Vec::new();
    let mut read = heading.start;
    for found in HEADING.all(text, heading) {
        if text.shadow(Span::new(read, found.span().start)).iter().any(u8::is_ascii_alphanumeric) {
            return None;
        }
        read = found.span().end;
        let column = COLUMNS.iter().find(|(name, _)| found.part(name).is_some())?.1;
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    let whole = !text.shadow(Span::new(read, heading.end)).iter().any(u8::is_ascii_alphanumeric);
    let says = [Column::Who, Column::When].iter().any(|column| columns.contains(column));
    let numbers = columns.first() == Some(&Column::Number);
    (whole && numbers && says && columns.contains(&Column::Work)).then_some(columns)
}

/// The cells of a row, its number left out.
pub(super) fn cells(text: &Text, columns: &[Column], row: Span) -> Vec<(Column, Span)> {
    let row = Span::new(row.start + digits(text, row), row.end);
    let place = |wanted| columns.iter().position(|column| *column == wanted);
    let early = place(Column::When) < place(Column::Who) && place(Column::When).is_some();
    let mut dates = DATE.all(text, row).map(|found| found.span());
    let date = if place(Column::When).is_none() {
        None
    } else if early {
        dates.next()
    } else {
        dates.last()
    };
    let mut cells = match (date, early) {
        (Some(date), true) => {
            let mut cells = vec![(Column::Work, Span::new(row.start, date.start))];
            cells.extend(units(text, columns, Span::new(date.end, row.end)).1);
            cells
        }
        _ => {
            let end = date.map_or(row.end, |date| date.start);
            let (work, units) = units(text, columns, Span::new(row.start, end));
            std::iter::once((Column::Work, work)).chain(units).collect()
        }
    };
    if let Some(date) = date {
        cells.push((Column::When, date));
        let after = Span::new(date.end, row.end);
        let ends = columns.last() == Some(&Column::Result) && !early;
        cells.extend(ends.then_some((Column::Result, after)));
    }
    let trimmed = cells.into_iter().map(|(column, cell)| (column, text.trim(cell, b",;. ")));
    trimmed.filter(|(_, cell)| !cell.is_empty()).collect()
}

/// The number at the head of a row.
fn digits(text: &Text, row: Span) -> usize {
    let bytes = text.shadow(row).iter();
    bytes.take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b')')).count()
}

/// The units at the end of a stretch, as many as there are columns for them, and what is before them.
fn units(text: &Text, columns: &[Column], span: Span) -> (Span, Vec<(Column, Span)>) {
    let wanted = columns.iter().filter(|column| matches!(column, Column::Who | Column::With));
    let wanted: Vec<Column> = wanted.copied().collect();
    let heads = UNIT.all(text, span).filter(|found| found.part("event").is_none());
    let heads = heads.map(|found| found.span().start).filter(|at| text.is_upper(*at));
    let heads = apart(text, heads.collect());
    let heads = &heads[heads.len().saturating_sub(wanted.len())..];
    let ends = heads.iter().skip(1).copied().chain([span.end]);
    let cells = heads.iter().zip(ends).zip(&wanted);
    let cells = cells.map(|((start, end), column)| (*column, Span::new(*start, end))).collect();
    (Span::new(span.start, heads.first().copied().unwrap_or(span.end)), cells)
}

/// "Văn phòng" holds "phòng", and a list is one cell: heads that stand inside another are none.
fn apart(text: &Text, heads: Vec<usize>) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for head in heads {
        let inside = kept.last().is_some_and(|last| {
            let between = text.folded(Span::new(*last, head));
            NAMELESS.contains(&between.as_str())
                || between.ends_with(" va")
                || between.ends_with([',', ';', '-'])
        });
        if !inside {
            kept.push(head);
        }
    }
    kept
}
