//! JPEG: segments that the elements need, and which way up the picture is.

use super::NoCopy;
use crate::image::{big, little};

/// Segments of tables and frames, by their markers: no words stand in them.
fn is_needed(marker: u8, bytes: &[u8]) -> bool {
    match marker {
        0xC0..=0xCF | 0xDB | 0xDD => true,
        // How colours are to be read.
        0xEE => bytes.starts_with(b"Adobe") && bytes.len() == ADOBE,
        _ => false,
    }
}

/// Bytes of the segment that says how colours are to be read.
const ADOBE: usize = 12;
/// The head of most JPEGs: version 1.1, elements as high as wide, no small picture.
const HEAD: &[u8] = b"\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// A copy of the segments that are needed. What stands behind the end of the picture, as telephones put films there,
/// is left out.
///
/// # Errors
/// It breaks off before its elements.
pub fn plain(bytes: &[u8]) -> Result<Vec<u8>, NoCopy> {
    let mut segments = Segments { bytes, at: 2 };
    let (mut kept, mut head, mut way_up) = (Vec::new(), false, 1);
    loop {
        let (marker, segment) = segments.next().ok_or(NoCopy::Damaged)?;
        match marker {
            0xE0 => head |= segment.starts_with(b"JFIF\0"),
            0xE1 => way_up = way_up_of(segment).unwrap_or(way_up),
            _ if is_needed(marker, segment) => put(&mut kept, marker, segment),
            0xDA => break put(&mut kept, marker, segment),
            0xD9 => return Err(NoCopy::Damaged),
            _ => (),
        }
    }
    let mut copy = vec![0xFF, 0xD8];
    if head {
        copy.extend(HEAD);
    }
    if way_up > 1 {
        put(&mut copy, 0xE1, &exif(way_up));
    }
    copy.extend(kept);
    elements(&mut segments, &mut copy);
    copy.extend([0xFF, 0xD9]);
    Ok(copy)
}

/// The packed elements of all passes; between passes stand tables, and words that are left out.
fn elements(segments: &mut Segments<'_>, copy: &mut Vec<u8>) {
    loop {
        let rest = segments.bytes.get(segments.at..).unwrap_or_default();
        // In elements a byte 0xFF is followed by a zero or the number of a restart.
        let ends = rest
            .windows(2)
            .position(|two| two[0] == 0xFF && !matches!(two[1], 0 | 0xD0..=0xD7 | 0xFF));
        let length = ends.unwrap_or(rest.len());
        copy.extend(&rest[..length]);
        segments.at += length;
        match segments.next() {
            Some((0xD9, _)) | None => return,
            Some((marker, segment)) if marker == 0xDA || is_needed(marker, segment) => {
                put(copy, marker, segment);
            }
            Some(_) => (),
        }
    }
}

fn put(copy: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    let length = u16::try_from(segment.len() + 2).unwrap_or(u16::MAX);
    copy.extend([0xFF, marker]);
    copy.extend(length.to_be_bytes());
    copy.extend(segment);
}

/// The segments of a JPEG before and between its elements.
struct Segments<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Segments<'b> {
    /// The next marker with what follows it; nothing where the file breaks off.
    fn next(&mut self) -> Option<(u8, &'b [u8])> {
        while self.bytes.get(self.at..self.at + 2)? == [0xFF, 0xFF] {
            self.at += 1;
        }
        let [0xFF, marker] = self.bytes.get(self.at..self.at + 2)? else { return None };
        self.at += 2;
        if matches!(marker, 0xD0..=0xD9 | 0x01) {
            return Some((*marker, &[]));
        }
        let length = usize::try_from(big(self.bytes, self.at, 2)?).ok()?;
        let segment = self.bytes.get(self.at + 2..self.at.checked_add(length)?)?;
        self.at += length;
        Some((*marker, segment))
    }
}

/// The entry of a camera that says which way up the picture is.
const WAY_UP: u64 = 0x0112;

/// Which way up a picture is, from 1 to 8, by what a camera wrote.
pub fn way_up_of(exif: &[u8]) -> Option<u8> {
    let exif = exif.strip_prefix(b"Exif\0\0")?;
    let number = if exif.starts_with(b"II") { little } else { big };
    let directory = usize::try_from(number(exif, 4, 4)?).ok()?;
    let entries = usize::try_from(number(exif, directory, 2)?).ok()?;
    let mut places = (0..entries).map(|entry| directory.saturating_add(2 + entry * 12));
    let place = places.find(|place| number(exif, *place, 2) == Some(WAY_UP))?;
    let value = number(exif, place.checked_add(8)?, 2)?;
    u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
}

/// What a camera would write that knows nothing but the way up.
fn exif(way_up: u8) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way_up, 0, 0];
    [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01"[..], &entry, &[0; 4]].concat()
}

/// Fills with zeros what of a JPEG is not needed, so that no byte moves.
pub fn blank(bytes: &mut [u8]) {
    let mut at = 2;
    while let Some((marker, from, to)) = next_place(bytes, at) {
        if marker == 0xDA {
            return;
        }
        if !is_needed(marker, &bytes[from..to]) && marker != 0xE0 {
            bytes[from..to].fill(0);
        }
        at = to;
    }
}

fn next_place(bytes: &[u8], at: usize) -> Option<(u8, usize, usize)> {
    let mut segments = Segments { bytes, at };
    let (marker, segment) = segments.next()?;
    Some((marker, segments.at - segment.len(), segments.at))
}
