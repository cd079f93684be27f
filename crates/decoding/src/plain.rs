//! Copies without a trace of who made a file (bản sao không mang thông tin người làm): what stands on the pages stays,
//! what programs write beside it goes.
//!
//! What is kept is listed, never what goes: a part of a picture or a document that is not known to be needed for its
//! look is left out. Names that people wrote on a page, or that a camera saw, stay; nothing but a person finds those.

mod jpeg;
mod pdf;
mod png;
mod webp;
mod word;
mod xml;

use serde::{Deserialize, Serialize};

use crate::package::Package;
use crate::program::Failed;
use crate::sniff::{self, Kind};
use crate::undecodable::Undecodable;
use crate::{Limits, image};

/// Why there is no copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoCopy {
    /// A kind of file of which none is made: films, spreadsheets, pictures of some telephones.
    Kind,
    /// A picture that moves.
    Moving,
    /// It cannot be opened.
    Damaged,
    /// It has a password.
    Locked,
    /// It takes more time or memory than is given.
    TooHard,
    /// The program that makes one is not on this machine.
    NoProgram,
}

impl NoCopy {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Kind, Self::Moving, Self::Damaged, Self::Locked, Self::TooHard, Self::NoProgram];

    /// Its code, which does not change.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Moving => "moving",
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::TooHard => "too-hard",
            Self::NoProgram => "no-program",
        }
    }
}

impl From<Undecodable> for NoCopy {
    fn from(trouble: Undecodable) -> Self {
        match trouble {
            Undecodable::OfficeLocked | Undecodable::PdfEncrypted => Self::Locked,
            Undecodable::PdfNoReader => Self::NoProgram,
            Undecodable::TooBig
            | Undecodable::TooHard
            | Undecodable::ImageTooBig
            | Undecodable::ArchiveTooBig
            | Undecodable::ArchiveTooManyParts => Self::TooHard,
            Undecodable::OfficeSheet
            | Undecodable::OfficeSlides
            | Undecodable::OfficeOldDoc
            | Undecodable::ImageKind
            | Undecodable::ArchiveOther
            | Undecodable::Unknown => Self::Kind,
            _ => Self::Damaged,
        }
    }
}

impl From<Failed> for NoCopy {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Missing => Self::NoProgram,
            Failed::Ended => Self::TooHard,
            Failed::Code(_) => Self::Damaged,
        }
    }
}

/// The copy of a PDF, a DOCX or a picture, of the same kind and with the same look.
///
/// # Errors
/// Why there is none, see [`NoCopy`].
pub fn plain(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    if bytes.len() as u64 > limits.bytes {
        return Err(NoCopy::TooHard);
    }
    match sniff::kind(bytes)? {
        Kind::Pdf => pdf::plain(bytes, limits),
        Kind::Package => word::plain(Package::open(bytes, limits)?, limits),
        Kind::Image => {
            image::size(bytes).ok_or(NoCopy::Damaged)?;
            picture(bytes)
        }
        Kind::Text | Kind::Rtf => Err(NoCopy::Kind),
    }
}

/// The copy of a picture. Its elements are taken over as they are packed, so nothing of its quality is lost.
fn picture(bytes: &[u8]) -> Result<Vec<u8>, NoCopy> {
    match bytes {
        [0x89, b'P', ..] => png::plain(bytes),
        [0xFF, 0xD8, ..] => jpeg::plain(bytes),
        [b'R', b'I', ..] => webp::plain(bytes),
        _ => Err(NoCopy::Kind),
    }
}

#[cfg(test)]
mod tests;
