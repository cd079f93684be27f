//! ZIPs: office documents within limits. Sizes that a ZIP declares are not believed, names are never paths.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::element::{Elements, Step};
use crate::undecodable::Undecodable;
use crate::{Decoded, How, Limits, docx, odt};

/// A part that says what the others are.
const WORD: &str = "word/document.xml";
const WORD_FOLDER: &str = "word/";
/// Where a package says which part is its main one, and the end of the kind of that relation.
const RELATIONS: &str = "_rels/.rels";
const MAIN: &str = "/officeDocument";
const OPEN: &str = "content.xml";
const MIME_TYPE: &str = "mimetype";
const SHEET: &str = "xl/workbook.xml";
const SLIDES: &str = "ppt/presentation.xml";
/// How much a byte may unpack to where it is much in all; text of office programs stays far below.
const MOST_RATIO: u64 = 200;
/// From here on the ratio counts.
const RATIO_FROM: u64 = 10 * 1024 * 1024;

/// A ZIP whose parts are unpacked one by one, with a count of what is left.
pub struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

/// The text of the office document that a ZIP is.
///
/// # Errors
/// It is none, or cannot be read.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Undecodable> {
    let mut package = Package::open(bytes, limits)?;
    let word = package.word(limits.depth)?;
    let (text, how) = match (word, package.has(OPEN) && package.has(MIME_TYPE)) {
        (Some(main), _) => (docx::text(&mut package, &main, limits)?, How::Docx),
        (_, true) => (odt::text(&mut package, OPEN, limits)?, How::Odt),
        _ => return Err(package.other()),
    };
    Ok(crate::whole(text, how, (1, 1)))
}

impl<'b> Package<'b> {
    /// Opens a ZIP.
    ///
    /// # Errors
    /// It is none, or has more parts than are taken.
    pub fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, Undecodable> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Undecodable::ArchiveDamaged)?;
        if zip.len() > limits.parts {
            return Err(Undecodable::ArchiveTooManyParts);
        }
        let ratio = (bytes.len() as u64).saturating_mul(MOST_RATIO).max(RATIO_FROM);
        Ok(Self { zip, left: limits.unpacked.min(ratio) })
    }

    /// The names of its parts.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(Result::ok).map(Cow::into_owned).collect()
    }

    /// The main part of a document of Word. Word in the browser gives it a name of its own, to which the relations of
    /// the package point.
    ///
    /// # Errors
    /// These relations are broken.
    pub fn word(&mut self, depth: usize) -> Result<Option<String>, Undecodable> {
        if self.has(WORD) {
            return Ok(Some(WORD.to_owned()));
        }
        let relations = self.part(RELATIONS)?.unwrap_or_default();
        let mut elements = Elements::new(&relations, depth);
        while let Some(step) = elements.next()? {
            let Step::Begin(element) = step else { continue };
            let is_main = element.attribute("Type").is_some_and(|kind| kind.ends_with(MAIN));
            let target = element.attribute("Target").unwrap_or_default().trim_start_matches('/');
            if is_main && target.starts_with(WORD_FOLDER) && self.has(target) {
                return Ok(Some(target.to_owned()));
            }
        }
        Ok(None)
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// What the package is, when it is no document.
    pub fn other(&self) -> Undecodable {
        match (self.has(SHEET), self.has(SLIDES)) {
            (true, _) => Undecodable::OfficeSheet,
            (_, true) => Undecodable::OfficeSlides,
            _ => Undecodable::ArchiveOther,
        }
    }

    /// A part's bytes; nothing if there is no such part.
    ///
    /// # Errors
    /// It unpacks to more than is left, or is broken.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Undecodable> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => {
                return Err(Undecodable::OfficeLocked);
            }
            Err(_) => return Err(Undecodable::OfficeDamaged),
        };
        let mut bytes = Vec::new();
        let read = part.take(self.left + 1).read_to_end(&mut bytes);
        let read = read.map_err(|_| Undecodable::OfficeDamaged)? as u64;
        self.left = self.left.checked_sub(read).ok_or(Undecodable::ArchiveTooBig)?;
        Ok(Some(bytes))
    }
}
