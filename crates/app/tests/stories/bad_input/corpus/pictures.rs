//! Class C4: pictures that are strange, hide something, or unpack to too much.

use super::Piece;
use super::pdfs::packed;
use super::raster::{
    WEBP, camera, chunk, frame, head, jfif, jpeg_with, png_of, png_parts, png_with, scan, segment,
    tables, tiff,
};

const SMALL: (u16, u16) = (16, 16);

fn gray(bits: u8, colour: u8) -> Vec<u8> {
    png_of(&png_parts(bits, colour, &[]))
}

fn text_chunk(kind: &str, text: &[u8]) -> Vec<u8> {
    png_with(chunk(kind, text))
}

fn riff(parts: &[u8]) -> Vec<u8> {
    let length = u32::try_from(parts.len() + 4).unwrap().to_le_bytes();
    [&b"RIFF"[..], &length, b"WEBP", parts].concat()
}

/// A WebP with a head, with these marks in it, before its picture.
fn webp_with(marks: u8, behind: &[u8]) -> Vec<u8> {
    let head = [&b"VP8X\x0a\0\0\0"[..], &[marks, 0, 0, 0, 0, 0, 0, 0, 0, 0]].concat();
    riff(&[&head, &WEBP[12..], behind].concat())
}

/// Ugly, and pictures.
pub fn good() -> Vec<Piece> {
    let palette = [0, 0, 0, 255, 0, 0];
    let jpeg = |segments: &[Vec<u8>]| jpeg_with(segments, SMALL, 1);
    let whole = gray(8, 0);
    let halves = png_parts(8, 0, &[]);
    let data = &halves[1][8..halves[1].len() - 4];
    let split = [halves[0].clone(), chunk("IDAT", &data[..5]), chunk("IDAT", &data[5..])];
    let seven = [head((1, 1), 8, 0, 1), chunk("IDAT", &packed(&[0, 9]))];
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("gray.png", whole.clone()),
        ("one-bit.png", gray(1, 0)),
        ("two-bits.png", gray(2, 0)),
        ("four-bits.png", gray(4, 0)),
        ("sixteen-bits.png", gray(16, 0)),
        ("colour.png", gray(8, 2)),
        ("deep-colour.png", gray(16, 2)),
        ("palette.png", png_of(&png_parts(8, 3, &palette))),
        ("gray-and-clear.png", gray(8, 4)),
        ("colour-and-clear.png", gray(8, 6)),
        ("split.png", png_of(&split)),
        ("passes.png", png_of(&seven)),
        ("told.png", text_chunk("tEXt", b"Author\0A")),
        ("timed.png", text_chunk("tIME", &[7, 0xEA, 1, 1, 0, 0, 0])),
        ("behind.png", [&whole[..], &[0; 5_000]].concat()),
        ("moving.png", text_chunk("acTL", &[0, 0, 0, 1, 0, 0, 0, 0])),
        ("plain.jpg", jpeg(&[jfif()])),
        ("bare.jpg", jpeg(&[])),
        ("colour.jpg", jpeg_with(&[jfif()], SMALL, 3)),
        ("four-colours.jpg", jpeg_with(&[segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")], SMALL, 4)),
        ("camera.jpg", jpeg(&[segment(0xE1, &camera(6))])),
        ("upside-down.jpg", jpeg(&[jfif(), segment(0xE1, &camera(3))])),
        ("told.jpg", jpeg(&[jfif(), segment(0xFE, b"made by hand")])),
        ("filled.jpg", jpeg(&[jfif(), vec![0xFF; 40]])),
        ("behind.jpg", [jpeg(&[jfif()]), b"MotionPhoto".to_vec()].concat()),
        ("odd.jpg", jpeg_with(&[jfif()], (17, 3), 1)),
        ("small.webp", WEBP.to_vec()),
        ("headed.webp", webp_with(0, b"")),
        ("told.webp", webp_with(8, b"EXIF\x04\0\0\0II*\0")),
    ];
    all.into_iter().map(|(name, bytes)| Piece::good(name, bytes, "")).collect()
}

/// PNGs that lie about themselves.
pub fn broken() -> Vec<Piece> {
    let whole = gray(8, 0);
    let sized = |width: u32, height: u32| {
        png_of(&[head((width, height), 8, 0, 0), chunk("IDAT", &packed(&[0; 64]))])
    };
    let bomb = packed(&vec![0; 40_000_000]);
    let mut wrong_sum = whole.clone();
    let place = wrong_sum.len() - 20;
    wrong_sum[place] ^= 1;
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("too-many-elements.png", sized(50_000, 50_000)),
        ("as-many-as-can-be.png", sized(u32::MAX, u32::MAX)),
        ("wide.png", sized(2_000_000, 1)),
        ("no-width.png", sized(0, 16)),
        ("fewer-than-said.png", sized(500, 500)),
        ("bomb.png", png_of(&[head((16, 16), 8, 0, 0), chunk("IDAT", &bomb)])),
        ("profile-bomb.png", text_chunk("iCCP", &[b"a\0\0", &bomb[..]].concat())),
        ("text-bomb.png", text_chunk("zTXt", &[b"a\0\0", &bomb[..]].concat())),
        (
            "no-such-colour.png",
            png_of(&[head((16, 16), 8, 7, 0), chunk("IDAT", &packed(&[0; 272]))]),
        ),
        ("no-palette.png", png_of(&png_parts(8, 3, &[]))),
        ("long-chunk.png", [&whole[..33], &[0x7F, 0xFF, 0xFF, 0xFF], b"IDAT"].concat()),
        ("wrong-sum.png", wrong_sum),
        ("cut.png", whole[..whole.len() / 2].to_vec()),
        ("only-beginning.png", whole[..8].to_vec()),
        ("only-head.png", whole[..33].to_vec()),
        ("no-elements.png", png_of(&[head((16, 16), 8, 0, 0)])),
        ("garbage.png", png_of(&[head((16, 16), 8, 0, 0), chunk("IDAT", &[7; 90])])),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// JPEGs and WebPs that lie about themselves.
pub fn broken_photographs() -> Vec<Piece> {
    let jpeg = |segments: &[Vec<u8>]| jpeg_with(segments, SMALL, 1);
    let framed = |size: (u16, u16), marker: u8| {
        [&b"\xFF\xD8"[..], &tables(), &frame(marker, size, 1), &scan(SMALL, 1), b"\xFF\xD9"]
            .concat()
    };
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("too-many-elements.jpg", framed((65_000, 65_000), 0xC0)),
        ("fewer-than-said.jpg", framed((3_000, 3_000), 0xC0)),
        ("no-width.jpg", framed((0, 16), 0xC0)),
        ("arithmetic.jpg", framed(SMALL, 0xC9)),
        ("lossless.jpg", framed(SMALL, 0xC3)),
        (
            "no-tables.jpg",
            [&b"\xFF\xD8"[..], &frame(0xC0, SMALL, 1), &scan(SMALL, 1), b"\xFF\xD9"].concat(),
        ),
        ("no-frame.jpg", [&b"\xFF\xD8"[..], &tables(), &scan(SMALL, 1), b"\xFF\xD9"].concat()),
        (
            "no-elements.jpg",
            [&b"\xFF\xD8"[..], &tables(), &frame(0xC0, SMALL, 1), b"\xFF\xD9"].concat(),
        ),
        ("cut-segment.jpg", jpeg(&[jfif()])[..30].to_vec()),
        ("only-beginning.jpg", b"\xFF\xD8\xFF".to_vec()),
        ("long-segment.jpg", b"\xFF\xD8\xFF\xE1\xFF\xFFExif".to_vec()),
        ("short-segment.jpg", [&b"\xFF\xD8\xFF\xE1\0\0"[..], &jpeg(&[jfif()])[2..]].concat()),
        ("camera-circle.jpg", jpeg(&[segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0\x08\0\0\0")])),
        ("cut.webp", WEBP[..20].to_vec()),
        (
            "long.webp",
            [&b"RIFF\xFF\xFF\xFF\xFFWEBPVP8L\xFF\xFF\xFF\xFF\x2f"[..], &[0xFF; 90]].concat(),
        ),
        ("tables.webp", riff(&[&b"VP8L\x40\0\0\0\x2f\xFF\xFF\xFF\x0F"[..], &[0xFF; 59]].concat())),
        ("no-picture.webp", riff(b"")),
        (
            "too-many-elements.webp",
            riff(&[&b"VP8X\x0a\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF"[..], &WEBP[12..]].concat()),
        ),
        ("moving.webp", webp_with(2, b"ANIM\x06\0\0\0\0\0\0\0\0\0")),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// Pictures that are none, or of a kind that the rules of the stories do not take.
pub fn others() -> Vec<Piece> {
    let film = |brand: &str| format!("\0\0\0\x18ftyp{brand}\0\0\0\0").into_bytes();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let mut circle = tiff(*b"II", &[], 264);
    circle.extend([0; 4]);
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("gray.tif", tiff(*b"II", &[], 0)),
        ("turned-bytes.tif", tiff(*b"MM", &[], 0)),
        ("circle.tif", circle),
        ("moving.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()),
        ("plain.bmp", [&b"BM"[..], &[0; 60]].concat()),
        ("drawing.png", svg.as_bytes().to_vec()),
        ("drawing.svg", format!("<?xml version=\"1.0\"?>{svg}").into_bytes()),
        ("page.jpg", b"<html><script>alert(1)</script></html>".to_vec()),
        ("program.png", b"MZ\x90\0\x03\0\0\0".to_vec()),
        ("program.jpg", b"\x7fELF\x02\x01\x01".to_vec()),
        ("telephone.heic", film("heic")),
        ("telephone.avif", film("avif")),
        ("film.png", film("mp42")),
        ("text.png", "Máy gieo hạt".as_bytes().to_vec()),
        ("empty.png", Vec::new()),
        ("picture-and-script.gif", b"GIF89a/*\0\0\0\0;*/=1;alert(1)".to_vec()),
        ("picture-and-page.png", text_chunk("tEXt", b"a\0<script>alert(1)</script>")),
        (
            "picture-and-zip.jpg",
            [jpeg_with(&[jfif()], SMALL, 1), super::zips::good().remove(0).bytes].concat(),
        ),
        ("picture-and-pdf.png", [gray(8, 0), b"%PDF-1.7".to_vec()].concat()),
    ];
    all.into_iter().map(Piece::bad).collect()
}
