//! Class C1: ZIPs whose container is strange. What is in them is a paper of one line.

use super::container::{End, Entry, large_end, zip, zip_that};
use super::{Piece, SAYS};
use crate::papers::made;

const DOCUMENT: &str = "word/document.xml";

fn document() -> Entry {
    Entry::packed(DOCUMENT, made::word(&[SAYS]).as_bytes())
}

fn types() -> Entry {
    let text = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    Entry::packed("[Content_Types].xml", text.as_bytes())
}

/// The paper beside another part.
fn with(other: Entry) -> Vec<u8> {
    zip(&[types(), document(), other])
}

fn changed(change: impl FnOnce(&mut Entry)) -> Vec<u8> {
    zip(&[types(), document().but(change)])
}

fn ended(end: End) -> Vec<u8> {
    zip_that(&[types(), document()], &end)
}

/// Ugly, and as programs write them.
pub fn good() -> Vec<Piece> {
    let text = made::word(&[SAYS]);
    let whole = Entry::stored(DOCUMENT, text.as_bytes());
    let times = b"UT\x05\x00\x01\x00\x00\x00\x60";
    let plain = |name: &str, bytes: Vec<u8>| Piece::good(name, bytes, &format!("{SAYS}\n"));
    vec![
        plain("stored.docx", zip(std::slice::from_ref(&whole))),
        plain("sizes-behind.docx", changed(|it| it.sizes_follow = true)),
        plain("utf8-names.docx", changed(|it| it.flags = 0x800)),
        plain("fast-flags.docx", changed(|it| it.flags = 6)),
        plain("rights.docx", changed(|it| it.mode = 0)),
        plain("times.docx", changed(|it| it.extra = times.to_vec())),
        plain("padded.docx", changed(|it| it.extra = [&[0x35, 0xA0, 9, 0][..], &[0; 9]].concat())),
        plain("folders.docx", with(Entry::stored("word/", b""))),
        plain(
            "old-letters.docx",
            with(Entry::stored("x", b"").but(|it| {
                it.name = b"word/\x82nh.png".to_vec();
                it.local_name = it.name.clone();
            })),
        ),
        plain("empty-part.docx", with(Entry::stored("word/settings.xml", b""))),
        plain("types-last.docx", zip(&[document(), types()])),
        plain("comment.docx", ended(End { comment: b"Made by hand".to_vec(), ..End::default() })),
        plain("behind.docx", [zip(&[types(), document()]), vec![0; 9_000]].concat()),
        plain("large-end.docx", large()),
    ]
}

/// A small ZIP with the end of a large one, as some libraries always write it.
fn large() -> Vec<u8> {
    let parts = [types(), document()];
    let whole = zip(&parts);
    let at = whole.len() - 22;
    let list = u32::from_le_bytes(whole[at + 16..at + 20].try_into().unwrap());
    let length = at as u64 - u64::from(list);
    let between = large_end(2, (u64::from(list), length), at as u64);
    zip_that(&parts, &End { between, ..End::default() })
}

/// Containers that lie about themselves.
pub fn lying() -> Vec<Piece> {
    let far = large_end(1 << 62, (1 << 62, 1 << 62), 1 << 62);
    let fake = [&b"PK\x05\x06"[..], &[0; 18]].concat();
    let end = End::default;
    let all = vec![
        ("overlapping.docx", overlapping()),
        ("other-name-before.docx", changed(|it| it.local_name = b"word/evil.exe".to_vec())),
        ("longer-name-before.docx", changed(|it| it.local_name = vec![b'a'; 60_000])),
        ("says-small.docx", changed(|it| it.size = 1)),
        ("says-nothing.docx", changed(|it| it.size = 0)),
        ("says-huge.docx", changed(|it| it.size = 0xFFFF_FFF0)),
        ("packed-says-huge.docx", changed(|it| it.packed_size = 0x7FFF_FFFF)),
        ("packed-says-little.docx", changed(|it| it.packed_size = 4)),
        ("wrong-sum.docx", changed(|it| it.crc ^= 1)),
        ("count-too-small.docx", ended(End { count: Some(1), ..end() })),
        ("count-too-large.docx", ended(End { count: Some(60_000), ..end() })),
        ("count-none.docx", ended(End { count: Some(0), ..end() })),
        ("list-elsewhere.docx", ended(End { list_at: Some(5), ..end() })),
        ("list-behind.docx", ended(End { list_at: Some(0x7FFF_FFFF), ..end() })),
        ("second-disk.docx", ended(End { disk: 7, ..end() })),
        ("large-lies.docx", ended(End { between: far, count: Some(0xFFFF), ..end() })),
        (
            "end-in-comment.docx",
            ended(End { comment: [fake, vec![b' '; 60_000]].concat(), ..end() }),
        ),
        ("places-in-one.docx", ended(End { places: vec![0, 0], ..end() })),
        ("places-outside.docx", ended(End { places: vec![9_000_000, 9_000_001], ..end() })),
        ("cut-in-half.docx", half(&zip(&[types(), document()]))),
        ("cut-at-end.docx", cut(&zip(&[types(), document()]), 10)),
        ("cut-list.docx", cut(&zip(&[types(), document()]), 60)),
        ("only-head.docx", b"PK\x03\x04word/document.xml".to_vec()),
        ("only-end.docx", zip(&[])),
    ];
    all.into_iter().map(Piece::bad).collect()
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn cut(bytes: &[u8], last: usize) -> Vec<u8> {
    bytes[..bytes.len() - last].to_vec()
}

/// A thousand parts that are all the same million blanks.
fn overlapping() -> Vec<u8> {
    let paper = document();
    let place = u32::try_from(30 + DOCUMENT.len() + paper.packed.len()).unwrap();
    let blanks = Entry::packed("a", &vec![b' '; 1_000_000]);
    let empty = |at: i32| {
        blanks.clone().but(|it| (it.name, it.packed) = (at.to_string().into(), Vec::new()))
    };
    let parts: Vec<Entry> =
        [paper, blanks.clone()].into_iter().chain((0..1_000).map(empty)).collect();
    let places = [vec![0], vec![place; 1_001]].concat();
    zip_that(&parts, &End { places, ..End::default() })
}

/// Parts that want out, hide or are too many.
pub fn parts() -> Vec<Piece> {
    let named = |name: &str| with(Entry::stored(name, b"x"));
    let many: Vec<Entry> = (0..2_001).map(|at| Entry::stored(&at.to_string(), b"")).collect();
    let full: Vec<Entry> = (0..15_000).map(|at| Entry::stored(&at.to_string(), b"")).collect();
    let bomb = made::word(&[&" ".repeat(12 * 1024 * 1024)]);
    let inner = (0..9).fold(zip(&[document()]), |inner, _| zip(&[Entry::packed("a.zip", &inner)]));
    let all = vec![
        ("twice.docx", zip(&[document(), Entry::packed(DOCUMENT, b"<w:p/>")])),
        ("twins.docx", with(Entry::stored("word/DOCUMENT.xml", b"<x/>"))),
        (
            "composed-twins.docx",
            zip(&[document(), Entry::stored("\u{e1}", b""), Entry::stored("a\u{301}", b"")]),
        ),
        (
            "link.docx",
            zip(&[document(), Entry::stored("a", b"/etc/passwd").but(|it| it.mode = 0o120_777)]),
        ),
        (
            "paper-is-link.docx",
            zip(&[Entry::stored(DOCUMENT, b"/etc/passwd").but(|it| it.mode = 0o120_777)]),
        ),
        ("device.docx", zip(&[document(), Entry::stored("a", b"").but(|it| it.mode = 0o020_666)])),
        ("climbs.docx", named("../../climbed.txt")),
        ("climbs-backwards.docx", named("..\\..\\climbed.txt")),
        ("absolute.docx", named("/climbed.txt")),
        ("drive.docx", named("C:\\climbed.txt")),
        ("zero-in-name.docx", named("word/a\0.xml")),
        ("no-name.docx", named("")),
        ("long-name.docx", named(&"a/".repeat(2_000))),
        ("turned-name.docx", named("word/\u{202E}lmx.exe")),
        ("too-many.docx", zip(&[vec![document()], many].concat())),
        ("far-too-many.docx", zip(&[vec![document()], full].concat())),
        ("bomb.docx", zip(&[Entry::packed(DOCUMENT, bomb.as_bytes())])),
        ("bomb-beside.docx", with(Entry::packed("word/media/a.bmp", &vec![0; 60_000_000]))),
        ("within-itself.docx", with(Entry::packed("a.zip", &inner))),
        ("not-packed.docx", changed(|it| it.packed = vec![7; it.packed.len()])),
        ("locked.docx", changed(|it| it.flags = 1)),
        ("locked-hard.docx", changed(|it| it.flags = 0x41)),
        ("locked-aes.docx", changed(|it| (it.method, it.flags) = (99, 1))),
        ("bzip2.docx", changed(|it| it.method = 12)),
        ("method-97.docx", changed(|it| it.method = 97)),
        (
            "script-before.docx",
            ended(End { before: b"#!/bin/sh\nexit 1\n".to_vec(), ..End::default() }),
        ),
        (
            "pdf-before.docx",
            ended(End { before: b"%PDF-1.7\n1 0 obj\n".to_vec(), ..End::default() }),
        ),
        (
            "html-before.docx",
            ended(End { before: b"<html><script>alert(1)</script>".to_vec(), ..End::default() }),
        ),
        (
            "picture-before.docx",
            ended(End { before: b"\x89PNG\r\n\x1a\n".to_vec(), ..End::default() }),
        ),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// Packages that are something else.
pub fn others() -> Vec<Piece> {
    let only = |name: &str| zip(&[Entry::packed(name, b"<x/>")]);
    let all = vec![
        ("program.jar", only("META-INF/MANIFEST.MF")),
        ("nested.zip", zip(&[Entry::stored("a.docx", &zip(&[document()]))])),
        ("sheet.docx", only("xl/workbook.xml")),
        ("slides.docx", only("ppt/presentation.xml")),
        ("book.epub", zip(&[Entry::stored("mimetype", b"application/epub+zip")])),
        ("macros.docx", with(Entry::packed("word/vbaProject.bin", b"x"))),
        ("archive.rar", b"Rar!\x1A\x07\x01\0".to_vec()),
        ("archive.7z", b"7z\xBC\xAF\x27\x1C".to_vec()),
        ("archive.gz", vec![0x1F, 0x8B, 8, 0]),
        (
            "old.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0".to_vec(),
        ),
        ("locked.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1E\0n\0c\0r\0y\0p\0t\0e\0d\0".to_vec()),
    ];
    all.into_iter().map(Piece::bad).collect()
}
