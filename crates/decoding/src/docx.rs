//! DOCX (văn bản Word): the text that a reader of the printed page sees.
//!
//! Kept: paragraphs, breaks, tabs, tables, text boxes, insertions, results of fields, printed numbers of lists,
//! footnotes at the end. Left out: deletions, hidden text, headers and footers, comments, macros, and whatever
//! stands outside of the file.

mod body;
pub mod numbering;

use body::Body;
use numbering::Numbering;

use crate::Limits;
use crate::element::{Elements, Step};
use crate::package::Package;
use crate::undecodable::Undecodable;

/// The text of a document whose main part is known.
///
/// # Errors
/// A part is broken or too large.
pub fn text(package: &mut Package<'_>, main: &str, limits: &Limits) -> Result<String, Undecodable> {
    let numbering = numbering(package, limits)?;
    let document = package.part(main)?.ok_or(Undecodable::OfficeDamaged)?;
    let mut body = Body::new(numbering, limits.text);
    walk(&document, &mut body, limits)?;
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.part(part)? {
            walk(&notes, &mut body, limits)?;
        }
    }
    Ok(body.finish())
}

fn numbering(package: &mut Package<'_>, limits: &Limits) -> Result<Numbering, Undecodable> {
    let mut numbering = Numbering::default();
    for part in ["word/numbering.xml", "word/styles.xml"] {
        if let Some(bytes) = package.part(part)? {
            let mut elements = Elements::new(&bytes, limits.depth);
            while let Some(step) = elements.next()? {
                numbering.take(&step);
            }
        }
    }
    Ok(numbering)
}

fn walk(bytes: &[u8], body: &mut Body, limits: &Limits) -> Result<(), Undecodable> {
    let mut elements = Elements::new(bytes, limits.depth);
    while let Some(step) = elements.next()? {
        match step {
            Step::Begin(element) => body.begin(&element),
            Step::End(name) => body.end(&name),
            Step::Text(text) => body.text(&text),
        }
        if body.is_too_long() {
            return Err(Undecodable::TextTooLong);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
