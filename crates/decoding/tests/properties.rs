//! Whatever the bytes, decoding gives an answer.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

use std::io::{Cursor, Write};

use decoding::{Limits, decode};
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Beginnings that send the bytes into each decoder that needs no other program.
const BEGINNINGS: [&[u8]; 10] = [
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xEF\xBB\xBF",
    b"GIF89a",
    b"{\\rtf1{\\fonttbl{\\f1 .VnTime;}}\\f1 ",
    b"C\xE9ng h\xDFa x\xB7 h\xE9i ch\xF1 ngh\xDCa Vi\xD6t Nam \xA7\xE9c l\xCBp T\xF9 do H\xB9nh ph\xF3c ",
];
/// Beginnings of what programs of the system look at.
const OF_PROGRAMS: [&[u8]; 6] = [
    b"%PDF-1.4\n",
    b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40\x08\0\0\0\0",
    b"\xFF\xD8\xFF\xC0\0\x11\x08\0\x40\0\x40\x01",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"RIFF\0\0\0\0WEBPVP8L",
];
/// What XML of Word is made of.
const PIECES: [&str; 24] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:del>",
    "</w:del>",
    "<w:br/>",
    "<w:tab/>",
    "<w:pPr>",
    "</w:pPr>",
    "&amp;",
    "&x;",
    "chữ",
    "<w:numPr><w:ilvl w:val=\"9\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<!-- -->",
    "<w:vanish",
];

fn word(body: &str) -> Vec<u8> {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"9\"><w:lvlText w:val=\"%9\"/>\
        </w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", body), ("word/numbering.xml", numbering)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The answer holds what it promises.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(decoded) = decode(bytes, &Limits::default()) {
        prop_assert!(decoded.pages >= 1 && decoded.pages <= decoded.all_pages);
        prop_assert!(!decoded.text.trim().is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_get_an_answer(start in 0..BEGINNINGS.len(), rest in prop::collection::vec(any::<u8>(), 0..600)) {
        holds(&[BEGINNINGS[start], &rest].concat())?;
    }

    #[test]
    fn any_document_gets_an_answer(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let body: String = pieces.into_iter().map(|at| PIECES[at]).collect();
        holds(&word(&body))?;
        holds(&word(&format!("<w:document><w:body>{body}</w:body></w:document>")))?;
    }

    #[test]
    fn a_document_cut_anywhere_gets_an_answer(cut in 0_usize..1200, flip in 0_usize..1200) {
        let mut bytes = word("<w:document><w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:document>");
        if let Some(byte) = bytes.get_mut(flip) {
            *byte ^= 0x55;
        }
        bytes.truncate(cut.max(1));
        holds(&bytes)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_for_programs_get_an_answer(start in 0..OF_PROGRAMS.len(), rest in prop::collection::vec(any::<u8>(), 0..400)) {
        holds(&[OF_PROGRAMS[start], &rest].concat())?;
    }
}
