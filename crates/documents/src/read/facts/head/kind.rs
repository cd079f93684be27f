//! Kind of paper (loại văn bản), Article 7 of Decree 30/2020/NĐ-CP.

use std::sync::LazyLock;

use super::number::Numbered;
use super::{Cells, is_title};
use crate::facts::Kind;
use crate::read::form::Form;
use crate::read::text::{Span, Stated, Text};

/// Kinds by the words of their titles.
static NAMES: LazyLock<Vec<(Kind, Form)>> = LazyLock::new(|| {
    let name = |kind, words: &str| (kind, Form::new(&format!(r"^\W*(dự thảo )?({words})\b")));
    vec![
        name(Kind::Plan, "kế hoạch"),
        name(Kind::Decision, "quyết định"),
        name(Kind::Notice, "thông báo|thông cáo"),
        name(Kind::Rules, "th[eé] l[eê]|quy chế|điều lệ|quy định"),
        name(Kind::SubmissionLetter, "tờ trình"),
        name(Kind::Report, "báo cáo"),
        name(Kind::Minutes, "biên bản"),
        name(Kind::Invitation, "giấy mời|thư mời|giấy triệu tập"),
        name(Kind::Guidance, "hướng dẫn"),
        name(Kind::Programme, "chương trình"),
        name(Kind::Resolution, "nghị quyết"),
        name(Kind::Directive, "chỉ thị"),
        name(Kind::Telegram, "công điện"),
    ]
});
/// Kinds by their abbreviation in the symbol (Annex III).
static SYMBOLS: LazyLock<Vec<(Kind, Form)>> = LazyLock::new(|| {
    let sign =
        |kind, letters: &str| (kind, Form::new(&format!(r"(^|[/.\s-])({letters})([/.\s-]|$)")));
    vec![
        sign(Kind::Decision, "qđ"),
        sign(Kind::Plan, "kh|khlt|khln"),
        sign(Kind::Notice, "tb|tbao"),
        sign(Kind::SubmissionLetter, "ttr"),
        sign(Kind::Report, "bc"),
        sign(Kind::Minutes, "bb"),
        sign(Kind::Invitation, "gm|tm"),
        sign(Kind::Rules, "tl|qc|đl"),
        sign(Kind::Guidance, "hd"),
        sign(Kind::Programme, "ctr"),
        sign(Kind::Resolution, "nq"),
        sign(Kind::Directive, "ct"),
        sign(Kind::Telegram, "cđ"),
    ]
});
static ABOUT: LazyLock<Form> = LazyLock::new(|| Form::new(r"^\W*(v/v|kính (gửi|giri|gởi))\b"));

/// The kind that a title names.
pub(super) fn named(text: &Text, cell: Span) -> Option<Kind> {
    NAMES.iter().find(|(_, form)| form.fits(text, cell)).map(|(kind, _)| *kind)
}

/// The kind by the title, else by the symbol; a paper with neither but a subject is a dispatch.
pub(super) fn find(
    text: &Text,
    cells: &Cells,
    numbered: Option<&Numbered>,
) -> Option<Stated<Kind>> {
    let titled = cells.left.iter().find(|cell| is_title(text, **cell));
    if let Some(cell) = titled {
        return named(text, *cell).map(|kind| Stated::new(kind, *cell));
    }
    let about = cells.left.iter().find(|cell| ABOUT.fits(text, **cell));
    let symbol = numbered.and_then(|found| found.symbol.as_ref());
    if let Some(symbol) = symbol
        && let Some((kind, _)) = SYMBOLS.iter().find(|(_, form)| form.fits(text, symbol.span))
        && (about.is_none() || !matches!(kind, Kind::Rules | Kind::Directive))
    {
        return Some(Stated::guessed(*kind, symbol.span, 0.9));
    }
    let dispatch = about.copied().or(symbol.map(|symbol| symbol.span))?;
    Some(Stated::guessed(Kind::Dispatch, dispatch, 0.95))
}
