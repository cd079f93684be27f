//! DOCX: its parts packed anew, those that tell of people left out, the XML of the others cleaned.
//!
//! Kept as they are: fonts, and pictures in the forms of Windows (EMF, WMF, BMP), which have no place for names but a
//! line that says which program drew them. Of a document with parts of another kind there is no copy.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::{NoCopy, picture, xml};
use crate::Limits;
use crate::package::Package;

/// Parts that are left out, by how their names begin: facts about the file, what other programs keep in it, comments and
/// who wrote them, macros, objects, printers.
const GONE: [&str; 10] = [
    "docProps/",
    "docMetadata/",
    "_xmlsignatures/",
    "customXml/",
    "word/comments",
    "word/people",
    "word/vba",
    "word/embeddings/",
    "word/activeX/",
    "word/printerSettings",
];
/// Parts that are kept as they are, by the ends of their names.
const AS_IT_IS: [&str; 5] = [".odttf", ".ttf", ".emf", ".wmf", ".bmp"];
const PICTURES: [&str; 4] = [".png", ".jpg", ".jpeg", ".webp"];
const XML: [&str; 2] = [".xml", ".rels"];

/// The copy of a document of Word.
///
/// # Errors
/// It is none, locked or broken.
pub fn plain(mut package: Package<'_>, limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    package.word(limits.depth)?.ok_or_else(|| NoCopy::from(package.other()))?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in package.names() {
        if name.ends_with('/') || is_gone(&name) {
            continue;
        }
        let part = package.part(&name)?.unwrap_or_default();
        let part = cleaned(&name, part, limits)?;
        let begun = zip.start_file(&*name, SimpleFileOptions::default());
        begun.map_err(|_| NoCopy::Damaged)?;
        zip.write_all(&part).map_err(|_| NoCopy::TooHard)?;
    }
    Ok(zip.finish().map_err(|_| NoCopy::TooHard)?.into_inner())
}

/// A part as it is in the copy.
fn cleaned(name: &str, part: Vec<u8>, limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let name = name.to_ascii_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    match () {
        () if ends(&XML) => Ok(xml::plain(&part, limits.depth, &is_target_gone)?),
        () if ends(&PICTURES) => picture(&part),
        () if ends(&AS_IT_IS) => Ok(part),
        () => Err(NoCopy::Kind),
    }
}

fn is_gone(name: &str) -> bool {
    GONE.iter().any(|gone| name.starts_with(gone))
}

/// Whether a target is left out; it may be written from where its relation stands, or from the root.
fn is_target_gone(target: &str) -> bool {
    let target = target.trim_start_matches(['.', '/']);
    is_gone(target) || is_gone(&format!("word/{target}"))
}
