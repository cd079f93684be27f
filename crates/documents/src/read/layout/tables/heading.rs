//! The headings of tables of work: which column holds what.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::normalise::normalise;
use crate::read::text::{Span, Text};

/// What a column holds, by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// TT, STT.
    Number,
    /// Nội dung, công việc.
    Work,
    /// Đơn vị chủ trì, thực hiện.
    Who,
    /// Đơn vị phối hợp.
    With,
    /// Thời gian.
    When,
    /// Sản phẩm, kết quả.
    Result,
    /// Ghi chú and the like.
    Other,
}

/// Who may stand in a heading.
const BODY: &str =
    r"(các )?(đơn vị|cơ quan|bộ phận|phòng( ban)?|người|cá nhân|cán bộ|tổ chức|đ/c|đ/v)";

static COLUMNS: LazyLock<Vec<(Column, Form)>> = LazyLock::new(|| {
    let column = |column, words: &str| {
        let words = words.replace("BODY", BODY);
        (column, Form::new(&format!(r"^\W*({words})")))
    };
    vec![
        column(Column::Number, r"(stt|tt|số tt|số thứ tự)\W*$"),
        column(
            Column::With,
            r"(BODY\s*[,/]?\s*)*(cùng )?(tham gia )?(phối hợp|tham gia|hỗ trợ|cùng thực hiện)",
        ),
        column(
            Column::When,
            r"(dự kiến )?(thời gian|thời hạn|thời điểm|tiến độ|hạn|ngày|tháng|mốc|hoàn thành|lịch)\b",
        ),
        column(
            Column::Who,
            r"(BODY\s*[,/-]?\s*)+(được )?(chủ trì|thực hiện|phụ trách|chịu|đầu mối|tổ chức|giao|tham mưu|triển khai)|(BODY\W*)+$|chủ trì|phụ trách|phân công|giao cho|đầu mối|thực hiện\W*$|trách nhiệm|chịu trách nhiệm",
        ),
        column(Column::Result, r"(kết quả|sản phẩm|đầu ra|minh chứng)"),
        column(
            Column::Work,
            r"(tên |các )*(nội dung|công việc|nhiệm vụ|hoạt động|hạng mục|việc|đầu việc|phần việc|bước)\b",
        ),
        column(
            Column::Other,
            r"(ghi chú|địa điểm|kinh phí|dự toán|số lượng|đối tượng|mức|tên giải|số giải|cơ cấu)",
        ),
    ]
});
/// A list of people, whose duties are offices.
static PEOPLE: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*họ (và )?(chữ lót, )?tên"));

/// The column that a heading names.
pub(super) fn column(text: &Text, cell: Span) -> Option<Column> {
    COLUMNS.iter().find(|(_, form)| form.fits(text, cell)).map(|(column, _)| *column)
}

/// Whether a heading is that of the numbers.
pub(super) fn is_number(text: &Text, cell: Span) -> bool {
    let number = COLUMNS.iter().find(|(column, _)| *column == Column::Number);
    number.is_some_and(|(_, form)| form.fits(text, cell))
}

/// Whether the pieces of cells are the heading of a table of work, and whether it numbers its rows.
pub(crate) fn heads(text: &Text, cells: &[Vec<Span>]) -> Option<bool> {
    let joined = |pieces: &Vec<Span>| {
        pieces.iter().map(|piece| text.line(*piece)).collect::<Vec<_>>().join(" ")
    };
    let cells: Vec<Text> = cells.iter().map(|cell| Text::new(normalise(&joined(cell)))).collect();
    let columns: Vec<Option<Column>> =
        cells.iter().map(|cell| column(cell, cell.whole())).collect();
    let numbered = columns.first() == Some(&Some(Column::Number));
    let known = columns.iter().flatten().count();
    (named(columns).is_some() && (numbered || known > 2)).then_some(numbered)
}

/// The columns of a table whose heading has these cells.
pub(super) fn heading(text: &Text, cells: &[Span]) -> Option<Vec<Column>> {
    let people = cells.iter().any(|cell| PEOPLE.fits(text, *cell));
    named(cells.iter().map(|cell| column(text, *cell)).collect()).filter(|_| !people)
}

/// The columns of a table of work: one of them holds the work, and another is known.
fn named(columns: Vec<Option<Column>>) -> Option<Vec<Column>> {
    let known = columns.iter().flatten().count();
    let works = columns.iter().flatten().any(|column| *column == Column::Work);
    (works && known >= 2)
        .then(|| columns.into_iter().map(|column| column.unwrap_or(Column::Other)).collect())
}
