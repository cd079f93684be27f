//! Bytes of a paper to its text: what the sandboxed child does.
//!
//! [`decode`] tells by the content what a file is, never by its name, and stays within [`Limits`]. It is
//! meant to be run in a process of its own: programs of the system take part, and foreign bytes are read.

mod active;
mod columns;
mod compound;
mod docx;
mod element;
mod flow;
mod image;
mod layout;
mod line;
mod ocr;
mod odt;
mod package;
mod pdf;
mod plain;
mod preview;
mod program;
mod rtf;
mod single_byte;
mod sniff;
mod text;
mod undecodable;
mod words;

pub use active::{Active, active};
pub use plain::{NoCopy, plain};
pub use preview::{PAGES as PREVIEW_PAGES, preview};
use serde::{Deserialize, Serialize};
use sniff::Kind;
pub use undecodable::Undecodable;

/// How much of a file is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes that a packed file may unpack to.
    pub unpacked: u64,
    /// Parts of a packed file.
    pub parts: usize,
    /// Elements of a document within one another.
    pub depth: usize,
    /// Pages that are read; later ones are left out and it is said.
    pub pages: u32,
    /// Picture elements of an image.
    pub pixels: u64,
    /// Bytes of the text that comes out.
    pub text: usize,
    /// Whether letters in pictures are read, which takes seconds for each page.
    pub recognises: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 50 * 1024 * 1024,
            unpacked: 200 * 1024 * 1024,
            parts: 2_000,
            depth: 200,
            pages: 60,
            pixels: 50_000_000,
            text: 4 * 1024 * 1024,
            recognises: true,
        }
    }
}

/// How the text was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It is text.
    Text,
    /// A document of Word.
    Docx,
    /// A document of OpenDocument.
    Odt,
    /// A document in RTF.
    Rtf,
    /// A PDF that holds its text.
    PdfText,
    /// A PDF of page images, read by OCR.
    PdfScan,
    /// A picture of a page, read by OCR.
    Image,
}

/// How the letters of a text were written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// Unicode, UTF-8.
    Utf8,
    /// Unicode in units of two bytes, low byte first.
    Utf16Le,
    /// Unicode in units of two bytes, high byte first.
    Utf16Be,
    /// Windows-1258: a byte for a letter, tone marks after it.
    Windows1258,
    /// Letters of a VNI font.
    Vni,
    /// Letters of a TCVN3 (ABC) font.
    Tcvn3,
}

/// A text and what there is to say about how it was come by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decoded {
    /// The text. That of a text file in Unicode is as it stands there, without a byte order mark.
    pub text: String,
    /// How it was come by.
    pub how: How,
    /// Pages that were read; a text file is one.
    pub pages: u32,
    /// Pages that the paper has.
    pub all_pages: u32,
    /// How its letters were written down, where the paper is not Unicode throughout.
    pub encoding: Encoding,
}

/// The text of a paper.
///
/// # Errors
/// Why there is none, see [`Undecodable`].
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Undecodable> {
    if bytes.len() as u64 > limits.bytes {
        return Err(Undecodable::TooBig);
    }
    let decoded = match sniff::kind(bytes)? {
        Kind::Text => text::decode(bytes),
        Kind::Rtf => Ok(whole(rtf::text(bytes), How::Rtf, (1, 1))),
        Kind::Package => package::decode(bytes, limits),
        Kind::Pdf => pdf::decode(bytes, limits),
        Kind::Image => image::decode(bytes, limits),
    }?;
    match decoded.text.len() {
        length if length > limits.text => Err(Undecodable::TextTooLong),
        _ if decoded.text.trim().is_empty() => Err(Undecodable::NoText),
        _ => Ok(decoded),
    }
}

/// How many pages a file has; nothing where it has none, or cannot say.
pub fn pages(bytes: &[u8], limits: &Limits) -> Option<u32> {
    match sniff::kind(bytes) {
        Ok(Kind::Pdf) => pdf::pages(bytes, limits).ok(),
        Ok(Kind::Image) => Some(1),
        _ => None,
    }
}

/// A paper of one piece, its letters brought to Unicode where a font of old had others.
fn whole(text: String, how: How, pages: (u32, u32)) -> Decoded {
    let (text, encoding) = text::without_fonts_of_old(text);
    Decoded { text, how, pages: pages.0, all_pages: pages.1, encoding }
}
