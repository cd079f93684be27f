//! What bytes are, by their content and never by their name.

use std::io::{Read, Seek, SeekFrom};

use kernel::Fault;

/// Bytes at the beginning and at the end that are looked at.
const LOOKED_AT: u64 = 64 * 1024;
/// A PDF may have some bytes of something else before its beginning.
const PDF_WITHIN: usize = 1024;
/// What is not known.
const UNKNOWN: &str = "application/octet-stream";

/// How files begin.
const BEGINNINGS: [(&[u8], &str); 7] = [
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
];

/// Parts that tell what a ZIP is; the names of all parts stand at its end. One with macros is told first.
const PARTS: [(&[u8], &str); 7] = [
    (b"word/vbaProject.bin", "application/vnd.ms-word.document.macroenabled.12"),
    (b"xl/vbaProject.bin", "application/vnd.ms-excel.sheet.macroenabled.12"),
    (
        b"word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    // So Word in the browser calls it.
    (
        b"word/document2.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (b"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (
        b"ppt/presentation.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
];

/// Brands of films and pictures that share one container.
const BRANDS: [(&[u8], &str); 16] = [
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"hevc", "image/heic"),
    (b"heim", "image/heic"),
    (b"mif1", "image/heic"),
    (b"qt  ", "video/quicktime"),
    (b"isom", "video/mp4"),
    (b"iso2", "video/mp4"),
    (b"iso4", "video/mp4"),
    (b"iso5", "video/mp4"),
    (b"iso6", "video/mp4"),
    (b"mp41", "video/mp4"),
    (b"mp42", "video/mp4"),
    (b"avc1", "video/mp4"),
    (b"M4V ", "video/mp4"),
    (b"MSNV", "video/mp4"),
];

/// What else there is.
const OTHERS: [&str; 4] = ["application/pdf", "image/webp", "video/webm", UNKNOWN];

/// What bytes in memory are.
pub fn of(bytes: &[u8]) -> &'static str {
    let looked_at = bytes.len().min(64 * 1024);
    told(&bytes[..looked_at], &bytes[bytes.len() - looked_at..])
}

/// What a file is; only its two ends are read.
///
/// # Errors
/// It cannot be read.
pub fn of_file(file: &mut (impl Read + Seek)) -> Result<&'static str, Fault> {
    let length = file.seek(SeekFrom::End(0))?;
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    file.seek(SeekFrom::Start(length.saturating_sub(LOOKED_AT)))?;
    file.by_ref().take(LOOKED_AT).read_to_end(&mut tail)?;
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(LOOKED_AT).read_to_end(&mut head)?;
    Ok(told(&head, &tail))
}

/// The type of a stored file as it was written down.
pub fn stored(written: &str) -> &'static str {
    let zips = PARTS.iter().map(|(_, known)| known);
    let films = BRANDS.iter().map(|(_, known)| known);
    let mut all = BEGINNINGS.iter().map(|(_, known)| known).chain(zips).chain(films).chain(&OTHERS);
    all.find(|known| **known == written).copied().unwrap_or(UNKNOWN)
}

fn told(head: &[u8], tail: &[u8]) -> &'static str {
    let begun = BEGINNINGS.iter().find(|(beginning, _)| head.starts_with(beginning));
    match (begun, head) {
        (Some((_, "application/zip")), _) => of_zip(head, tail),
        (Some((_, known)), _) => known,
        (None, [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]) => "image/webp",
        (None, [_, _, _, _, b'f', b't', b'y', b'p', ..]) => of_film(head),
        (None, [0x1a, 0x45, 0xdf, 0xa3, ..]) if holds(&head[..head.len().min(64)], b"webm") => {
            "video/webm"
        }
        _ if holds(&head[..head.len().min(PDF_WITHIN)], b"%PDF-") => "application/pdf",
        _ => UNKNOWN,
    }
}

fn of_zip(head: &[u8], tail: &[u8]) -> &'static str {
    let part = PARTS.iter().find(|(part, _)| holds(head, part) || holds(tail, part));
    part.map_or("application/zip", |(_, known)| known)
}

fn of_film(head: &[u8]) -> &'static str {
    let brand = head.get(8..12).unwrap_or_default();
    BRANDS.iter().find(|(known, _)| *known == brand).map_or(UNKNOWN, |(_, known)| known)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    #[test]
    fn content_tells_what_a_file_is() {
        let check = |bytes: &[u8], expect: &str| {
            assert_eq!(of(bytes), expect, "{bytes:?}");
            assert_eq!(of_file(&mut Cursor::new(bytes)).unwrap(), expect, "{bytes:?}");
            assert_eq!(stored(expect), expect);
        };
        check(b"", UNKNOWN);
        check(b"%PDF-1.7", "application/pdf");
        check(b"junk before\n%PDF-1.4", "application/pdf");
        check(b"\x89PNG\r\n\x1a\nrest", "image/png");
        check(b"\xff\xd8\xff\xe0", "image/jpeg");
        check(b"RIFF1234WEBPVP8 ", "image/webp");
        check(b"RIFF1234WAVEfmt ", UNKNOWN);
        check(b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic");
        check(b"\0\0\0\x18ftypmp42\0\0\0\0", "video/mp4");
        check(b"\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime");
        check(b"\0\0\0\x14ftypxxxx", UNKNOWN);
        check(b"\0\0\0\x14ftyp", UNKNOWN);
        check(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", "video/webm");
        check(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska", UNKNOWN);
        check(b"PK\x03\x04....word/document.xml", WORD);
        check(b"PK\x03\x04....word/document2.xml", WORD);
        check(b"PK\x03\x04....nothing known", "application/zip");
        check(b"PK\x03\x04word/document.xml word/vbaProject.bin", PARTS[0].1);
        check(b"<svg xmlns='http://www.w3.org/2000/svg'/>", UNKNOWN);
        check(b"MZ\x90\0", UNKNOWN);
    }

    #[test]
    fn the_names_of_a_large_package_stand_at_its_end() {
        let middle = vec![0; 300_000];
        let bytes = [&b"PK\x03\x04"[..], &middle, b"word/document.xml"].concat();
        assert_eq!(of_file(&mut Cursor::new(&bytes)).unwrap(), WORD);
    }
}
