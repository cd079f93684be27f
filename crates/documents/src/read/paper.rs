//! A paper as the rules of facts see it.

use super::layout::Sheet;
use super::outline::{Item, Outline};
use super::text::{Span, Text};

/// A laid out paper with its outline.
pub(crate) struct Paper {
    pub sheet: Sheet,
    pub outline: Outline,
    /// The scan had lost its marks, and they were put back.
    pub poor: bool,
}

impl Paper {
    pub(crate) fn new(sheet: Sheet, poor: bool) -> Self {
        let outline = Outline::of(&sheet);
        Self { sheet, outline, poor }
    }

    pub(crate) fn text(&self) -> &Text {
        &self.sheet.text
    }

    /// The paragraphs of body and annexes with their place in the outline.
    pub(crate) fn items(&self) -> &[Item] {
        &self.outline.items
    }

    /// All of the body, from its first paragraph to its last.
    pub(crate) fn body(&self) -> Span {
        match (self.sheet.body.first(), self.sheet.body.last()) {
            (Some(first), Some(last)) => first.to(*last),
            _ => Span::default(),
        }
    }
}

/// A paper from a source text, for the examples of the rules.
#[cfg(test)]
pub(crate) fn paper(source: &str) -> Paper {
    let text = Text::new(super::normalise::normalise(source));
    Paper::new(super::layout::lay_out(text), false)
}
