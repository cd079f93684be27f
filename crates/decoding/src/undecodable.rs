//! Why a file has no text for us.

use serde::{Deserialize, Serialize};

/// Why a file cannot be decoded. Each has a code that does not change, and a sentence with a way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undecodable {
    /// No bytes.
    Empty,
    /// More bytes than are taken.
    TooBig,
    /// Nothing that is known.
    Unknown,
    /// The text that comes out is longer than any paper.
    TextTooLong,
    /// Letters written down in a way that is not known.
    TextEncoding,
    /// Only blanks.
    NoText,
    /// A document of Word from before 2007.
    OfficeOldDoc,
    /// A spreadsheet.
    OfficeSheet,
    /// Slides.
    OfficeSlides,
    /// An office document with a password.
    OfficeLocked,
    /// An office document that is cut off or broken.
    OfficeDamaged,
    /// An office document that declares entities, which no office program writes.
    OfficeDoctype,
    /// A packed file that is no document.
    ArchiveOther,
    /// A packed file that unpacks to more than is taken.
    ArchiveTooBig,
    /// A packed file of more parts than are taken.
    ArchiveTooManyParts,
    /// A packed file that is cut off or broken.
    ArchiveDamaged,
    /// A PDF with a password.
    PdfEncrypted,
    /// A PDF that is cut off or broken.
    PdfDamaged,
    /// The programs that read a PDF are not on this machine.
    PdfNoReader,
    /// A picture of more elements than are taken.
    ImageTooBig,
    /// A picture that is cut off or broken.
    ImageDamaged,
    /// A kind of picture that cannot be read.
    ImageKind,
    /// A picture in which there are no letters.
    ImageNoText,
    /// The program that reads pictures, or its Vietnamese, is not on this machine.
    OcrMissing,
    /// Reading took more time or memory than is given.
    TooHard,
}

impl Undecodable {
    /// All of them.
    pub const ALL: [Self; 25] = [
        Self::Empty,
        Self::TooBig,
        Self::Unknown,
        Self::TextTooLong,
        Self::TextEncoding,
        Self::NoText,
        Self::OfficeOldDoc,
        Self::OfficeSheet,
        Self::OfficeSlides,
        Self::OfficeLocked,
        Self::OfficeDamaged,
        Self::OfficeDoctype,
        Self::ArchiveOther,
        Self::ArchiveTooBig,
        Self::ArchiveTooManyParts,
        Self::ArchiveDamaged,
        Self::PdfEncrypted,
        Self::PdfDamaged,
        Self::PdfNoReader,
        Self::ImageTooBig,
        Self::ImageDamaged,
        Self::ImageKind,
        Self::ImageNoText,
        Self::OcrMissing,
        Self::TooHard,
    ];

    /// Its code, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "file.empty",
            Self::TooBig => "file.too_big",
            Self::Unknown => "file.unknown",
            Self::TextTooLong => "text.too_long",
            Self::TextEncoding => "text.encoding",
            Self::NoText => "text.none",
            Self::OfficeOldDoc => "office.old_doc",
            Self::OfficeSheet => "office.sheet",
            Self::OfficeSlides => "office.slides",
            Self::OfficeLocked => "office.locked",
            Self::OfficeDamaged => "office.damaged",
            Self::OfficeDoctype => "office.doctype",
            Self::ArchiveOther => "archive.other",
            Self::ArchiveTooBig => "archive.too_big",
            Self::ArchiveTooManyParts => "archive.too_many_parts",
            Self::ArchiveDamaged => "archive.damaged",
            Self::PdfEncrypted => "pdf.encrypted",
            Self::PdfDamaged => "pdf.damaged",
            Self::PdfNoReader => "pdf.no_reader",
            Self::ImageTooBig => "image.too_big",
            Self::ImageDamaged => "image.damaged",
            Self::ImageKind => "image.kind",
            Self::ImageNoText => "image.no_text",
            Self::OcrMissing => "ocr.missing",
            Self::TooHard => "limits.too_hard",
        }
    }
}
