//! Last stage: what is doubtful in a paper, said so that a person knows what to look at.

mod abolished;
mod blanks;
mod names;
mod signature;
mod spelling;
mod vocabulary;

use super::facts::head::Head;
use super::paper::Paper;
use super::text::{Span, Text};
use crate::facts::{Doubt, DoubtCode, Facts};

/// Doubts that the rules of facts have come upon.
#[derive(Default)]
pub(super) struct Noticed {
    /// Dates that cannot be.
    pub implausible: Vec<Span>,
    /// Dates that contradict each other.
    pub conflicting: Vec<Span>,
}

/// Letters below which nothing was read.
const LETTERS: usize = 20;

/// All doubts about a paper, in the order of the things they concern.
pub(super) fn check(paper: &Paper, head: &Head, facts: &Facts, noticed: &Noticed) -> Vec<Doubt> {
    let text = paper.text();
    if text.raw(text.whole()).chars().filter(|c| c.is_alphabetic()).take(LETTERS).count() < LETTERS
    {
        return vec![missing(
            DoubtCode::Unreadable,
            "Không đọc được chữ nào trong tệp; hãy quét lại rõ hơn hoặc gửi bản gốc.",
        )];
    }
    if facts.document.kind.is_none() && facts.contest.is_none() {
        return vec![missing(
            DoubtCode::NotAPaper,
            "Tệp không giống văn bản hành chính về hội thi; hãy kiểm tra lại đã chọn đúng tệp.",
        )];
    }
    let mut doubts = blanks::check(head);
    doubts.extend(noticed.implausible.iter().map(|span| {
        at(
            text,
            DoubtCode::ImplausibleDate,
            *span,
            "Ngày không thể có; hệ thống đọc theo năm, tháng mà các chỗ khác của văn bản xác nhận.",
        )
    }));
    doubts.extend(noticed.conflicting.iter().map(|span| {
        at(
            text,
            DoubtCode::ConflictingDates,
            *span,
            "Cùng một việc nhưng văn bản nêu hai thời hạn khác nhau; hãy chọn thời hạn đúng.",
        )
    }));
    if paper.poor {
        doubts.push(missing(DoubtCode::PoorOcr, "Bản quét đã mất dấu tiếng Việt; dấu được khôi phục theo từ vựng văn bản, hãy đối chiếu tên riêng."));
    } else {
        doubts.extend(spelling::check(text));
        doubts.extend(names::check(text, facts));
    }
    doubts.extend(signature::check(facts));
    doubts.extend(abolished::check(text, facts));
    doubts
}

/// A doubt about something that is not there.
fn missing(code: DoubtCode, message: &str) -> Doubt {
    Doubt { code, text: String::new(), message: message.to_owned(), evidence: None }
}

/// A doubt about a stretch.
fn at(text: &Text, code: DoubtCode, span: Span, message: &str) -> Doubt {
    Doubt {
        code,
        text: text.line(span),
        message: message.to_owned(),
        evidence: Some(text.evidence(span, 1.0)),
    }
}
