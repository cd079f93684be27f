//! Names of people without a form of address: in a cell of a table, between a label and an office or a
//! number.

use std::sync::LazyLock;

use super::person::{OFFICE, PLACE, is_name_word, words_of};
use crate::read::facts::tail::name::{begins_with_family, can_be_name};
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// What follows a name that needs no form of address: an office, a number, a mail.
static FOLLOWED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s,;:(|-]{0,5}(chức (vụ|danh)|\(?(\+84|0\d)|[a-z0-9._]+@|(số |theo )?(điện thoại|di động|máy)\b|đt\b|đtdđ\b|sđt\b|tel\b|email\b|e-mail\b|zalo\b|hotline\b|là đầu mối|phụ trách|làm đầu mối)",
    )
});
/// What stands before a name that needs no form of address.
static LABELLED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(liên hệ|liên lạc|gặp|trao đổi|gọi|nhắn|hỏi|họ và tên|họ tên|phụ trách|theo dõi|người nhận|đầu mối|thư ký|tiếp nhận|chuyên viên|cán bộ|nhân viên|công chức|viên chức)( trực tiếp)?\s*(với|:|là|-|cho)?\s*$",
    )
});
static PLACED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^(tỉnh|huyện|xã|phường|quận|thành phố|thị|đặc khu|hà nội|hải phòng|đà nẵng)\b")
});
/// Names without a form of address: a cell of a table, or between a label and an office or number.
pub(super) fn names(text: &Text, within: Span) -> Vec<Span> {
    let mut names: Vec<Span> = Vec::new();
    let mut cells: Vec<Span> =
        cells(text, within).into_iter().filter(|cell| is_cell_of_name(text, *cell)).collect();
    if cells.len() > 1 {
        cells.retain(|cell| begins_with_family(text, *cell));
    }
    names.append(&mut cells);
    let mut words = words_of(text, within).into_iter().peekable();
    while let Some(first) = words.next() {
        let mut last = first;
        while let Some(word) =
            words.next_if(|word| is_name_word(text, first) && joins(text, last, *word))
        {
            last = word;
        }
        let run = first.to(last);
        if is_name_word(text, first) && is_named(text, run, within) {
            names.push(run);
        }
    }
    names
}

/// Whether a word goes on with a name.
fn joins(text: &Text, before: Span, word: Span) -> bool {
    is_name_word(text, word) && word.start == before.end + 1 && text.byte(before.end) == Some(b' ')
}

/// The cells of a row: between bars, room of two blanks or more, line breaks.
fn cells(text: &Text, within: Span) -> Vec<Span> {
    static EDGE: LazyLock<Form> = LazyLock::new(|| Form::new(r"([|\n\t]|[[:blank:]]{2,})+"));
    let mut start = within.start;
    let mut cells = Vec::new();
    for edge in EDGE.all(text, within) {
        cells.push(text.trim(Span::new(start, edge.span().start), b""));
        start = edge.span().end;
    }
    if start > within.start {
        cells.push(text.trim(Span::new(start, within.end), b""));
    }
    cells
}

/// Whether a stretch is a name and nothing else.
pub(super) fn is_name(text: &Text, span: Span) -> bool {
    begins_with_family(text, span) && is_cell_of_name(text, span)
}

fn is_cell_of_name(text: &Text, cell: Span) -> bool {
    let placed = || PLACED.fits(text, cell);
    can_be_name(text, cell) && !OFFICE.fits(text, cell) && !placed()
}

/// Whether words in capitals are a name by what stands around them.
fn is_named(text: &Text, run: Span, within: Span) -> bool {
    if !begins_with_family(text, Span::new(run.start, within.end)) || run.len() < 5 {
        return false;
    }
    let before = Span::new(within.start.max(run.start.saturating_sub(24)), run.start);
    if PLACE.fits(text, before) {
        return false;
    }
    let rest = text.trim(Span::new(run.end, within.end), b",-(:.|");
    let heads = text.trim(Span::new(within.start, run.start), b"-+*|.").is_empty();
    let office = OFFICE.fits(text, rest) && rest.start - run.end <= 5;
    let long = text.shadow(run).iter().filter(|byte| **byte == b' ').count() > 1;
    let labelled = LABELLED.fits(text, before);
    labelled || ((long || heads) && (office || FOLLOWED.fits(text, Span::new(run.end, within.end))))
}
