//! Pictures written byte by byte, each small and of one colour or a slope of gray.

use super::container::sum;
use super::pdfs::packed;

/// A part of a PNG.
pub fn chunk(name: &str, bytes: &[u8]) -> Vec<u8> {
    let named = [name.as_bytes(), bytes].concat();
    let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
    [&length[..], &named, &sum(&named).to_be_bytes()].concat()
}

/// The head of a PNG: size, bits of a sample, kind of colour, whether it comes in seven passes.
pub fn head(size: (u32, u32), bits: u8, colour: u8, passes: u8) -> Vec<u8> {
    let [width, height] = [size.0, size.1].map(u32::to_be_bytes);
    chunk("IHDR", &[&width[..], &height, &[bits, colour, 0, 0, passes]].concat())
}

/// A PNG of these parts.
pub fn png_of(parts: &[Vec<u8>]) -> Vec<u8> {
    [&b"\x89PNG\r\n\x1a\n"[..], &parts.concat(), &chunk("IEND", b"")].concat()
}

/// The parts of a PNG of 16 × 16 elements whose samples rise from line to line.
pub fn png_parts(bits: u8, colour: u8, palette: &[u8]) -> Vec<Vec<u8>> {
    let samples = match colour {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    };
    let line = 16 * samples * usize::from(bits) / 8;
    let most = if colour == 3 { 0 } else { 255 };
    let rows = (0..16_u8).flat_map(|at| [vec![0], vec![(at * 16).min(most); line]].concat());
    let rows: Vec<u8> = rows.collect();
    let mut parts = vec![head((16, 16), bits, colour, 0)];
    if !palette.is_empty() {
        parts.push(chunk("PLTE", palette));
    }
    parts.push(chunk("IDAT", &packed(&rows)));
    parts
}

/// A gray PNG with one more part before its elements.
pub fn png_with(part: Vec<u8>) -> Vec<u8> {
    let mut parts = png_parts(8, 0, &[]);
    parts.insert(1, part);
    png_of(&parts)
}

/// A segment of a JPEG.
pub fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker][..], &length, bytes].concat()
}

/// The head of a frame: rows and columns, and each colour with its share of the elements.
pub fn frame(marker: u8, (width, height): (u16, u16), colours: u8) -> Vec<u8> {
    let [rows, columns] = [height, width].map(u16::to_be_bytes);
    let each = (1..=colours).flat_map(|number| [number, 0x11, 0]);
    let each: Vec<u8> = each.collect();
    segment(marker, &[&[8][..], &rows, &columns, &[colours], &each].concat())
}

/// Tables in which one bit says "nothing new", and all steps are one.
pub fn tables() -> Vec<u8> {
    let steps = segment(0xDB, &[&[0][..], &[1; 64]].concat());
    let one = |class: u8| segment(0xC4, &[&[class, 1][..], &[0; 15], &[0]].concat());
    [steps, one(0x00), one(0x10)].concat()
}

/// The elements of a picture of one gray: two bits for each block of each colour.
pub fn scan((width, height): (u16, u16), colours: u8) -> Vec<u8> {
    let blocks = usize::from(width.div_ceil(8)) * usize::from(height.div_ceil(8));
    let bits = blocks * usize::from(colours) * 2;
    let each: Vec<u8> = (1..=colours).flat_map(|number| [number, 0]).collect();
    let mut data = vec![0; bits / 8];
    if bits % 8 > 0 {
        data.push(0xFF >> (bits % 8));
    }
    let whole = segment(0xDA, &[&[colours][..], &each, &[0, 63, 0]].concat());
    [whole, data].concat()
}

/// What most JPEGs begin with.
pub fn jfif() -> Vec<u8> {
    segment(0xE0, b"JFIF\0\x01\x01\0\0\x48\0\x48\0\0")
}

/// A JPEG of one gray with these segments before its frame.
pub fn jpeg_with(segments: &[Vec<u8>], size: (u16, u16), colours: u8) -> Vec<u8> {
    let parts = [segments.concat(), tables(), frame(0xC0, size, colours), scan(size, colours)];
    [&b"\xFF\xD8"[..], &parts.concat(), b"\xFF\xD9"].concat()
}

/// What cameras write: here one entry, the way up.
pub fn camera(way_up: u8) -> Vec<u8> {
    let entry = [&[0x12, 1, 3, 0, 1, 0, 0, 0, way_up, 0, 0, 0][..], &[0; 4]].concat();
    let directory = [&b"II*\0\x08\0\0\0\x01\0"[..], &entry].concat();
    [&b"Exif\0\0"[..], &directory].concat()
}

/// A TIFF of 16 × 16 gray elements with these entries more, in the order of bytes that `II` or `MM` names.
pub fn tiff(order: [u8; 2], more: &[(u16, u16, u32)], next: u32) -> Vec<u8> {
    let long =
        |number: u32| if order == *b"II" { number.to_le_bytes() } else { number.to_be_bytes() };
    let short =
        |number: u16| if order == *b"II" { number.to_le_bytes() } else { number.to_be_bytes() };
    let mut entries = vec![
        (256, 4, 16),
        (257, 4, 16),
        (258, 4, 8),
        (259, 4, 1),
        (262, 4, 1),
        (273, 4, 8),
        (277, 4, 1),
        (278, 4, 16),
        (279, 4, 256),
    ];
    entries.extend(more);
    entries.sort_unstable();
    let mut bytes = [&order[..], &short(42), &long(8 + 256)].concat();
    bytes.extend((0..=255_u8).collect::<Vec<u8>>());
    bytes.extend(short(u16::try_from(entries.len()).unwrap()));
    for (tag, kind, value) in entries {
        bytes.extend([short(tag), short(kind)].concat());
        bytes.extend([long(1), long(value)].concat());
    }
    bytes.extend(long(next));
    bytes
}

/// The smallest WebP without loss: one element.
pub const WEBP: &[u8] =
    b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";
