//! What a file is, by its first bytes.

use crate::compound;
use crate::undecodable::Undecodable;

/// What can be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, however they are written down.
    Text,
    /// RTF.
    Rtf,
    /// A ZIP: an office document, perhaps.
    Package,
    /// A PDF.
    Pdf,
    /// PNG, JPEG, TIFF or WebP.
    Image,
}

/// A PDF may have some bytes of something else before its beginning.
const PDF_WITHIN: usize = 1024;

/// What a file is.
///
/// # Errors
/// It is something that is not decoded.
pub fn kind(bytes: &[u8]) -> Result<Kind, Undecodable> {
    match bytes {
        [] => Err(Undecodable::Empty),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] => {
            Ok(Kind::Package)
        }
        _ if bytes.starts_with(compound::BEGINNING) => Err(compound::trouble(bytes)),
        _ if bytes.starts_with(b"{\\rtf") => Ok(Kind::Rtf),
        _ if is_image(bytes) => Ok(Kind::Image),
        _ if is_other_image(bytes) => Err(Undecodable::ImageKind),
        _ if is_other_archive(bytes) => Err(Undecodable::ArchiveOther),
        _ if is_pdf(bytes) => Ok(Kind::Pdf),
        _ if looks_like_text(bytes) => Ok(Kind::Text),
        _ => Err(Undecodable::Unknown),
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(PDF_WITHIN)];
    head.windows(5).any(|five| five == b"%PDF-")
}

fn is_image(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1A\n")
        || bytes.starts_with(b"\xFF\xD8\xFF")
        || bytes.starts_with(b"II*\0")
        || bytes.starts_with(b"MM\0*")
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// GIF, bitmaps, and what telephones of one maker take.
fn is_other_image(bytes: &[u8]) -> bool {
    let film = bytes.get(4..8) == Some(b"ftyp");
    bytes.starts_with(b"GIF8")
        || (bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]))
        || film
}

/// Gzip, 7-Zip, RAR, XZ, Zstandard.
fn is_other_archive(bytes: &[u8]) -> bool {
    let beginnings: [&[u8]; 5] =
        [&[0x1F, 0x8B], b"7z\xBC\xAF\x27", b"Rar!", b"\xFD7zXZ", &[0x28, 0xB5, 0x2F, 0xFD]];
    beginnings.iter().any(|beginning| bytes.starts_with(beginning))
}

/// Text holds no zero bytes unless it is UTF-16, and few bytes that move a cursor.
fn looks_like_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let strange = |byte: &&u8| matches!(byte, 0..=8 | 11 | 14..=26 | 28..=31 | 127);
    !bytes.contains(&0) && bytes.iter().filter(strange).count() * 100 <= bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_beginning() {
        let check = |bytes: &[u8], expect: Result<Kind, Undecodable>| {
            assert_eq!(kind(bytes), expect, "{bytes:?}");
        };
        check(b"", Err(Undecodable::Empty));
        check(b"PK\x03\x04rest", Ok(Kind::Package));
        check(b"junk\n%PDF-1.4", Ok(Kind::Pdf));
        check(b"\x89PNG\r\n\x1A\nrest", Ok(Kind::Image));
        check(b"RIFF1234WEBPVP8 ", Ok(Kind::Image));
        check(b"\0\0\0\x18ftypheic", Err(Undecodable::ImageKind));
        check(b"Rar!\x1A\x07", Err(Undecodable::ArchiveOther));
        check("Số: 12/KH".as_bytes(), Ok(Kind::Text));
        check(b"\xFF\xFEa\0", Ok(Kind::Text));
        check(b"a\0b", Err(Undecodable::Unknown));
        check(&[1, 2, 3, 4], Err(Undecodable::Unknown));
    }
}
