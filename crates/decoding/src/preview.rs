//! Small pictures of the first pages of a file (ảnh xem trước).

use std::io::Cursor;

use ::image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Rgb, RgbImage};

use crate::package::Package;
use crate::program::Ask;
use crate::sniff::{self, Kind};
use crate::{Limits, image, pdf};

/// Pages that are shown.
pub const PAGES: u32 = 3;
/// Elements of the longer side.
pub const LONGEST_SIDE: u32 = 900;
/// Bytes of all pictures of a file.
const MOST: u64 = 12 * 1024 * 1024;
/// Bytes that a picture may unpack to.
const MOST_UNPACKED: u64 = 250 * 1024 * 1024;
/// The end of a PNG: a chunk without content, with its sum.
const END: &[u8] = b"IEND\xAE\x42\x60\x82";

/// The first pages as PNG; none where none can be made. A document of Word is drawn nowhere here, so only the picture
/// that some programs put into it is shown.
pub fn preview(bytes: &[u8], limits: &Limits) -> Vec<Vec<u8>> {
    if bytes.len() as u64 > limits.bytes {
        return Vec::new();
    }
    match sniff::kind(bytes) {
        Ok(Kind::Pdf) => pages(bytes, limits),
        Ok(Kind::Image) => scaled(bytes, limits).into_iter().collect(),
        Ok(Kind::Package) => thumbnail(bytes, limits).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What `pdftoppm` draws: one PNG behind the other.
fn pages(bytes: &[u8], limits: &Limits) -> Vec<Vec<u8>> {
    if pdf::pages(bytes, limits).is_err() {
        return Vec::new();
    }
    let arguments = format!("-png -scale-to {LONGEST_SIDE} -f 1 -l {PAGES} -");
    let drawn = Ask::new("pdftoppm", &arguments, bytes).answer(MOST).unwrap_or_default();
    let mut rest = drawn.as_slice();
    let mut pages = Vec::new();
    while let Some(end) = memchr::memmem::find(rest, END) {
        let (page, after) = rest.split_at(end + END.len());
        pages.push(page.to_vec());
        rest = after;
    }
    pages
}

/// A picture made small, the right way up, what is clear in it shown on white.
fn scaled(bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let (width, height) = image::size(bytes)?;
    if width.saturating_mul(height) > limits.pixels {
        return None;
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(most());
    let mut decoder = reader.into_decoder().ok()?;
    let way_up = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture = picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE);
    }
    picture.apply_orientation(way_up);
    let mut png = Cursor::new(Vec::new());
    DynamicImage::from(on_white(&picture)).write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

/// Whether all elements of a picture are there. Of a form that is not known here nothing is said.
pub fn is_whole(bytes: &[u8]) -> bool {
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP];
    let Ok(format) = ::image::guess_format(bytes) else { return true };
    if !known.contains(&format) {
        return true;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(most());
    // What is too large or in a form of its own is not broken.
    !matches!(reader.decode(), Err(ImageError::Decoding(_) | ImageError::IoError(_)))
}

fn most() -> ::image::Limits {
    let mut most = ::image::Limits::default();
    most.max_alloc = Some(MOST_UNPACKED);
    most
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let clear = picture.to_rgba8();
    RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let [red, green, blue, share] = clear.get_pixel(x, y).0.map(u16::from);
        let mixed = |colour: u16| (colour * share + 255 * (255 - share)) / 255;
        let colours = [red, green, blue].map(|colour| u8::try_from(mixed(colour)).unwrap_or(255));
        Rgb(colours)
    })
}

/// The picture of the first page that some programs put into a document.
fn thumbnail(bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let mut package = Package::open(bytes, limits).ok()?;
    let names = ["docProps/thumbnail.jpeg", "docProps/thumbnail.png", "Thumbnails/thumbnail.png"];
    let found = names.into_iter().find_map(|name| package.part(name).ok().flatten())?;
    scaled(&found, limits)
}
