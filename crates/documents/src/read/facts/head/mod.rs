//! The head of a paper (phần đầu văn bản): kind, number, issuer, place and date, subject, addressees.
//!
//! The cells of the head come in any order. Motto and place-and-date are cut out by what they say;
//! what remains is the left column.

mod addressees;
mod issuer;
mod kind;
mod number;
mod place_date;
mod subject;

use std::sync::LazyLock;

use crate::facts::{IssueDate, Kind};
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// What the head says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub kind: Option<Stated<Kind>>,
    pub number: Option<Stated<String>>,
    pub symbol: Option<Stated<String>>,
    pub issuer: Option<Stated<String>>,
    pub issuer_parent: Option<Stated<String>>,
    pub place: Option<Stated<String>>,
    pub date: Option<Stated<IssueDate>>,
    pub subject: Option<Stated<String>>,
    pub addressees: Vec<Stated<String>>,
    /// The date of issue, when it cannot be as it is printed.
    pub misprinted: Option<Span>,
}

static MOTTO: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"c[o0]ng h[o0]a x[a4] h[o0]i ch[a-z]{1,3} ngh[a-z]{1,3} vi[a-z]{1,2}t nam|[dpb][a-z0]{1,4} l[a-z]{1,2}p?\s*\W\s*t[a-z]{1,3} d\S\s*\W\s*h[a-z]{1,3}nh ph[a-z]{1,5}",
    )
});

/// What is left of the head's cells when motto, place and date are cut out.
pub(super) struct Cells {
    pub left: Vec<Span>,
}

/// Reads the head.
pub(crate) fn read(paper: &Paper) -> Head {
    let text = paper.text();
    let dated = place_date::find(text, &paper.sheet.head);
    let cells =
        Cells { left: left(text, &paper.sheet.head, dated.as_ref().map(|dated| dated.span)) };
    let numbered = number::find(text, &cells);
    let kind = kind::find(text, &cells, numbered.as_ref());
    let (issuer, issuer_parent) = issuer::find(paper, &cells);
    Head {
        subject: subject::find(text, &cells),
        addressees: addressees::find(text, &cells),
        number: numbered.as_ref().and_then(|found| found.number.clone()),
        symbol: numbered.and_then(|found| found.symbol),
        misprinted: dated.as_ref().filter(|dated| dated.misprinted).map(|dated| dated.span),
        place: dated.as_ref().and_then(|dated| dated.place.clone()),
        date: dated.map(|dated| Stated::new(dated.date, dated.span)),
        kind,
        issuer,
        issuer_parent,
    }
}

fn left(text: &Text, head: &[Span], dated: Option<Span>) -> Vec<Span> {
    let mut left = Vec::new();
    for cell in head {
        let mut rest = vec![*cell];
        let mottos: Vec<Span> = MOTTO.all(text, *cell).map(|motto| motto.span()).collect();
        for cut in mottos.into_iter().chain(dated) {
            rest = rest.into_iter().flat_map(|span| without(span, cut)).collect();
        }
        left.extend(rest.into_iter().map(|span| text.trim(span, b"|")));
    }
    left.retain(|span| text.shadow(*span).iter().any(u8::is_ascii_alphanumeric));
    left
}

/// A stretch without a part of it.
fn without(span: Span, cut: Span) -> Vec<Span> {
    if !span.overlaps(cut) {
        return vec![span];
    }
    let around = [
        Span::new(span.start, cut.start.max(span.start)),
        Span::new(cut.end.min(span.end), span.end),
    ];
    around.into_iter().filter(|span| !span.is_empty()).collect()
}

/// Whether a cell is the name of a kind of paper, standing alone or at the head of its subject.
pub(super) fn is_title(text: &Text, cell: Span) -> bool {
    kind::named(text, cell).is_some()
        && (is_all_caps(text, cell) || cell.len() <= "Quyết định".len())
}
