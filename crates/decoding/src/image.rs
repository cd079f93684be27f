//! Pictures of a page: how large they are, before anything is unpacked, then OCR.

use crate::undecodable::Undecodable;
use crate::{Decoded, How, Limits, layout, ocr, preview, whole};

/// A picture in gray, a byte for each element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gray {
    /// Elements of a row.
    pub width: u64,
    /// Rows.
    pub height: u64,
    /// All elements, row by row.
    pub elements: Vec<u8>,
}

impl Gray {
    /// The picture in the form PGM.
    pub fn pgm(&self) -> Vec<u8> {
        let mut bytes = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        bytes.extend_from_slice(&self.elements);
        bytes
    }
}

/// The long side of a page in inches; a picture tells its density by it, as what it says of it is often wrong.
const PAGE_INCHES: u64 = 12;

/// The text of a picture.
///
/// # Errors
/// It is too large, broken, or there are no letters in it.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Undecodable> {
    let (width, height) = size(bytes).ok_or(Undecodable::ImageDamaged)?;
    if width == 0 || height == 0 {
        return Err(Undecodable::ImageDamaged);
    }
    if width.saturating_mul(height) > limits.pixels {
        return Err(Undecodable::ImageTooBig);
    }
    if !limits.recognises {
        return Err(match preview::is_whole(bytes) {
            true => Undecodable::ImageNoText,
            false => Undecodable::ImageDamaged,
        });
    }
    let density = (width.max(height) / PAGE_INCHES).clamp(70, 600);
    let page = ocr::read(bytes, u32::try_from(density).unwrap_or(300))?;
    let letters =
        page.words.iter().flat_map(|word| word.text.chars()).filter(|it| it.is_alphabetic());
    match letters.count() < FEWEST_LETTERS {
        true => Err(Undecodable::ImageNoText),
        false => Ok(whole(layout::text(&[page]), How::Image, (1, 1))),
    }
}

/// Letters of a picture in which there is writing; shadows and leaves give fewer.
const FEWEST_LETTERS: usize = 30;

/// Width and height, by the picture's head.
pub fn size(bytes: &[u8]) -> Option<(u64, u64)> {
    match bytes {
        [0x89, b'P', ..] => Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?)),
        [0xFF, 0xD8, ..] => jpeg(bytes),
        [b'R', b'I', ..] => webp(bytes),
        [b'I', b'I', ..] => tiff(bytes, little),
        [b'M', b'M', ..] => tiff(bytes, big),
        _ => None,
    }
}

/// A number of some bytes, high byte first.
pub fn big(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// A number of some bytes, low byte first.
pub fn little(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// JPEG: marker after marker up to the one that begins a frame.
fn jpeg(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        let marker = big(bytes, at, 2)?;
        match marker {
            0xFFC0..=0xFFC3 | 0xFFC5..=0xFFC7 | 0xFFC9..=0xFFCB | 0xFFCD..=0xFFCF => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            0xFFFF => at += 1,
            0xFF00..=0xFFFE => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?.max(2),
            _ => return None,
        }
    }
}

/// WebP: one of three kinds of first chunk.
fn webp(bytes: &[u8]) -> Option<(u64, u64)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3FFF, little(bytes, 28, 2)? & 0x3FFF)),
        _ => None,
    }
}

/// TIFF: the entries of its first directory.
fn tiff(bytes: &[u8], number: fn(&[u8], usize, usize) -> Option<u64>) -> Option<(u64, u64)> {
    let directory = usize::try_from(number(bytes, 4, 4)?).ok()?;
    let entries = usize::try_from(number(bytes, directory, 2)?).ok()?;
    let value = |tag: u64| {
        let mut all = (0..entries).map(|entry| directory.saturating_add(2 + entry * 12));
        let entry = all.find(|entry| number(bytes, *entry, 2) == Some(tag))?;
        let length = if number(bytes, entry + 2, 2)? == 3 { 2 } else { 4 };
        number(bytes, entry + 8, length)
    };
    Some((value(256)?, value(257)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_tells_the_size() {
        let check =
            |bytes: &[u8], expect: Option<(u64, u64)>| assert_eq!(size(bytes), expect, "{bytes:?}");
        check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x03", Some((258, 3)));
        check(b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xC0\0\x11\x08\0\x09\0\x07", Some((7, 9)));
        check(b"RIFF....WEBPVP8X\x0A\0\0\0\0\0\0\0\x09\0\0\x04\0\0", Some((10, 5)));
        check(b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x05\0\0\0\x01\x01\x04\0\x01\0\0\0\x06\0\0\0", Some((5, 6)));
        check(b"\xFF\xD8\xFF\xE0\0\x04ab", None);
        check(b"\x89PNG", None);
    }

    #[test]
    fn a_picture_of_too_many_elements_is_refused_by_its_head() {
        let head = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xC3\x50\0\0\xC3\x50";
        assert_eq!(decode(head, &Limits::default()), Err(Undecodable::ImageTooBig));
    }
}
