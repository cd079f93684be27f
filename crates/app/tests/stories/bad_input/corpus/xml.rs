//! Class C2, too: documents of Word whose XML is broken, or wants more than it may.

use std::fmt::Write as _;

use super::word::{body, p, part, r, spaces, whole};
use super::{Piece, SAYS};

/// XML that is broken, or that wants more than it may.
pub fn broken() -> Vec<Piece> {
    let paper = whole(&p(&r(SAYS)));
    let typed = |declared: &str| format!("<!DOCTYPE w:document [{declared}]>{paper}");
    let laughs: String = (0..9).fold("<!ENTITY a0 \"ha\">".to_owned(), |mut text, at| {
        write!(text, "<!ENTITY a{} \"{}\">", at + 1, format!("&a{at};").repeat(10)).unwrap();
        text
    });
    let with = |text: &str| whole(&p(&r(text)));
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("doctype.docx", part(format!("<!DOCTYPE x>{paper}"))),
        ("laughs.docx", part(typed(&laughs))),
        ("long-entity.docx", part(typed(&format!("<!ENTITY a \"{}\">", "a".repeat(200_000))))),
        ("file-entity.docx", part(typed("<!ENTITY a SYSTEM \"file:///etc/passwd\">"))),
        ("net-entity.docx", part(typed("<!ENTITY a SYSTEM \"http://127.0.0.1/x\">"))),
        ("parameter-entity.docx", part(typed("<!ENTITY % a SYSTEM \"http://127.0.0.1/x\"> %a;"))),
        ("unknown-entity.docx", part(with("&khong;"))),
        ("zero-letter.docx", part(with("a&#0;b"))),
        ("half-letter.docx", part(with("a&#xD800;b"))),
        ("no-letter.docx", part(with("a&#x110000;b"))),
        ("control-letters.docx", part(with("a\u{1}\u{8}b"))),
        (
            "included.docx",
            body("<xi:include xmlns:xi=\"x\" href=\"file:///etc/passwd\" parse=\"text\"/>"),
        ),
        ("attributes.docx", body(&format!("<w:p{}>{}</w:p>", many(200_000), r(SAYS)))),
        ("names.docx", body(&format!("<w:p{}>{}</w:p>", spaces(100_000), r(SAYS)))),
        ("deep.docx", body(&"<w:p>".repeat(100_000))),
        (
            "deep-closed.docx",
            body(&format!("{}{}", "<w:x>".repeat(20_000), "</w:x>".repeat(20_000))),
        ),
        (
            "too-deep.docx",
            body(&format!("{}{}{}", "<w:x>".repeat(199), p(&r(SAYS)), "</w:x>".repeat(199))),
        ),
        ("long-name.docx", body(&format!("<{0}></{0}>", "a".repeat(2_000_000)))),
        ("long-text.docx", body(&p(&r(&"Máy gieo hạt ".repeat(400_000))))),
        ("many-lines.docx", body(&p(&r("a")).repeat(150_000))),
        ("many-tables.docx", body(&"<w:tbl><w:tr><w:tc>".repeat(40))),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// XML that ends where it should not, is none, or is written in other bytes.
pub fn torn() -> Vec<Piece> {
    let paper = whole(&p(&r(SAYS)));
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("comment-open.docx", part(format!("{paper}<!-- "))),
        ("not-closed.docx", part(cut(&paper, 12))),
        ("wrong-end.docx", part(paper.replace("</w:p>", "</w:q>"))),
        ("two-roots.docx", part(format!("{paper}{paper}"))),
        ("nothing.docx", part("")),
        ("only-declared.docx", part("<?xml version=\"1.0\"?>")),
        ("no-text.docx", body("")),
        ("not-xml.docx", part("Máy gieo hạt ngô ba hàng")),
        ("html.docx", part("<html><body><script>alert(1)</script></body></html>")),
        ("wide.docx", part(wide(&paper, u16::to_le_bytes))),
        ("wide-turned.docx", part(wide(&paper, u16::to_be_bytes))),
        ("utf-7.docx", part(format!("<?xml version=\"1.0\" encoding=\"UTF-7\"?>{paper}"))),
        (
            "says-latin.docx",
            part(format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{paper}")),
        ),
        ("is-latin.docx", part(spoilt(&paper, 0xE1))),
        ("half-byte.docx", part(spoilt(&paper, 0xFF))),
        ("zero-byte.docx", part(spoilt(&paper, 0))),
    ];
    all.into_iter().map(Piece::bad).collect()
}

fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(unit).collect()
}

fn many(count: usize) -> String {
    (0..count).fold(String::new(), |mut text, at| {
        write!(text, " a{at}=\"1\"").unwrap();
        text
    })
}

fn cut(text: &str, last: usize) -> &str {
    &text[..text.len() - last]
}

/// The XML with a byte in it that is no letter.
fn spoilt(paper: &str, byte: u8) -> Vec<u8> {
    let (before, after) = paper.split_once("gieo").unwrap();
    [before.as_bytes(), &[byte], after.as_bytes()].concat()
}
