//! The words that say what a date is: those of its clause, else of its label, else those above.

use std::sync::LazyLock;

use super::kind::{self, Sense};
use crate::read::facts::dates::Moment;
use crate::read::form::Form;
use crate::read::layout::Column;
use crate::read::outline::{Item, Marker, heading, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};

/// A stretch between semicolons, and its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    pub sentence: Span,
    pub span: Span,
}

/// Words that say no more than that a date follows.
static LABEL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s\W\d]*(?:(?:thời (?:gian|hạn|điểm|lượng)|tiến độ|dự kiến|thực hiện|tổ chức|hoàn thành|xong|bắt đầu|kết thúc|hạn|cuối|cùng|chót|là|vào|trong|ngày|tháng|quý|thứ [a-z]+|sáng|chiều|cụ thể|như sau|giai đoạn|tuần|thứ|đầu|giữa|đợt|bước|lần|[ivx]+|từ|đến|hết|trước|chậm nhất|phải|và|theo|lúc|giờ|khoảng|sang|thành|điều chỉnh|mới)\b[\s\W\d]*)*$",
    )
});
/// "…; email: a@b.vn) trước ngày 29/02": the address belongs to what was said before.
static CONTINUES: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^\s*(?:e-?mail|điện thoại|đt|sđt|fax|địa chỉ|website|hộp thư|zalo|trang)\b")
});
/// Headings above a bare date that are asked.
const ABOVE: usize = 3;
/// Paragraphs before a bare date that are asked, as where a table has lost its lines.
const BEFORE: usize = 2;
/// Longest paragraph whose words can stand for those of the next.
const LONGEST: usize = 220;

/// The clauses of a paragraph in order.
pub(super) fn clauses(paper: &Paper, item: &Item) -> Vec<Clause> {
    let text = paper.text();
    if item.marker == Marker::Row {
        let cells = paper.sheet.rows.iter().find(|row| row.span == item.span).map(|row| &row.cells);
        let when = cells.and_then(|cells| cells.iter().find(|(column, _)| *column == Column::When));
        let span = when.map_or(item.span, |(_, cell)| *cell);
        return vec![Clause { sentence: span, span }];
    }
    let mut clauses = Vec::new();
    for sentence in sentences(text, item.span) {
        let mut start = sentence.start;
        for at in sentence.range().filter(|at| text.byte(*at) == Some(b';')) {
            if CONTINUES.fits(text, Span::new(at + 1, sentence.end)) {
                continue;
            }
            clauses.push(Clause { sentence, span: Span::new(start, at) });
            start = at + 1;
        }
        clauses.push(Clause { sentence, span: Span::new(start, sentence.end) });
    }
    clauses
}

/// The words around one date of a clause.
pub(super) struct Around<'a> {
    pub paper: &'a Paper,
    /// The paragraph.
    pub at: usize,
    pub clause: Clause,
    /// The date with its bounding words.
    pub moment: Span,
    /// From the date before, or the beginning of the clause.
    pub local: Span,
    /// Up to the next date, or the end of the clause.
    pub rest: Span,
    /// Each date of the clause stands before its words.
    pub leads: bool,
}

/// Whether the dates of a clause stand before their words: "Tháng 5 chấm sơ khảo, tháng 6 chấm chung
/// khảo".
pub(super) fn dates_lead(text: &Text, clause: Span, dates: &[Moment]) -> bool {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return false };
    let speaks = |span| !kind::first(text, span).is_empty();
    LABEL.fits(text, Span::new(clause.start, first.span.start))
        && speaks(Span::new(last.span.end, clause.end))
}

impl Around<'_> {
    /// From the beginning of the clause to the date, as far as it is near.
    pub(super) fn before(&self) -> Span {
        let near = self.moment.start.saturating_sub(kind::NEAR);
        Span::new(self.clause.span.start.max(near), self.moment.start)
    }

    /// What the date is the date of.
    pub(super) fn senses(&self) -> Vec<Sense> {
        let text = self.paper.text();
        let before = || kind::last(text, self.local);
        let after = || kind::first(text, self.rest);
        let near = if self.leads { after() } else { before() };
        if near.is_empty() && self.is_torn() {
            return kind::last(text, self.paper.items()[self.at - 1].span);
        }
        let alone = self.rest.end == self.clause.span.end;
        if !near.is_empty() || !LABEL.fits(text, self.local) {
            return if near.is_empty() && alone { after() } else { near };
        }
        let earlier = kind::last(text, Span::new(self.clause.span.start, self.local.start));
        if !earlier.is_empty() || !LABEL.fits(text, self.before()) { earlier } else { self.above() }
    }

    /// A parenthesis that opens in the paragraph before shows that a line was torn off it.
    fn is_torn(&self) -> bool {
        let shadow = self.paper.text().shadow(self.local);
        let count = |wanted| shadow.iter().filter(|byte| **byte == wanted).count();
        self.at > 0
            && self.local.start == self.paper.items()[self.at].span.start
            && count(b')') > count(b'(')
    }

    /// What is said before the clause: in the cell beside, in the paragraph, over it.
    fn above(&self) -> Vec<Sense> {
        let text = self.paper.text();
        let item = &self.paper.items()[self.at];
        if let Some(work) = self.work() {
            return kind::last(text, work);
        }
        let paragraph = || kind::last(text, Span::new(item.span.start, self.clause.span.start));
        let mut sources = std::iter::once_with(paragraph)
            .chain(self.neighbours().map(|span| kind::last(text, span)));
        sources.find(|senses| !senses.is_empty()).unwrap_or_default()
    }

    /// The cell of a table's row that names the work.
    fn work(&self) -> Option<Span> {
        let item = &self.paper.items()[self.at];
        let row = self.paper.sheet.rows.iter().find(|row| row.span == item.span)?;
        row.cells.iter().find(|(column, _)| *column == Column::Work).map(|(_, cell)| *cell)
    }

    fn neighbours(&self) -> impl Iterator<Item = Span> {
        let text = self.paper.text();
        let items = self.paper.items();
        let plain = items[self.at].marker == Marker::Plain;
        let before = items[..self.at].iter().rev().take(if plain { BEFORE } else { 0 });
        let before = before.filter(|item| !item.marker.is_bullet() && item.span.len() <= LONGEST);
        let above = self.paper.outline.above(self.at).map(|(_, item)| item).take(ABOVE);
        before.map(|item| item.span).chain(above.map(move |item| title(text, item)))
    }
}

/// The heading of a paragraph, or its first sentence.
fn title(text: &Text, item: &Item) -> Span {
    let heading = heading(text, item.span);
    if heading.is_empty() { sentences(text, item.span).next().unwrap_or(heading) } else { heading }
}
