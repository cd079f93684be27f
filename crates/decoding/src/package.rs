//! ZIPs: office documents within limits. Sizes that a ZIP declares are not believed, names are never paths.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::undecodable::Undecodable;
use crate::{Decoded, How, Limits, docx, odt};

/// A part that says what the others are.
const WORD: &str = "word/document.xml";
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
    let (text, how) = match (package.has(WORD), package.has(OPEN) && package.has(MIME_TYPE)) {
        (true, _) => (docx::text(&mut package, WORD, limits)?, How::Docx),
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

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// What the package is, when it is no document.
    fn other(&self) -> Undecodable {
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
