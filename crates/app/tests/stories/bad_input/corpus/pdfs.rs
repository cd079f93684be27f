//! Class C3: PDFs that are strange, as old programs, scanners and people with a grudge make them.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::{Piece, SAYS};
use crate::papers::made;

type Objects = Vec<Vec<u8>>;

pub fn text() -> Objects {
    made::pdf_of_text(&[SAYS])
}

pub fn plain() -> Vec<u8> {
    made::pdf(&text(), "")
}

/// The paper with one of its objects changed.
pub fn changed(number: usize, from: &str, to: &str) -> Objects {
    let mut objects = text();
    let object = String::from_utf8(objects[number - 1].clone()).unwrap();
    assert!(object.contains(from), "{from} is not in object {number}");
    objects[number - 1] = object.replacen(from, to, 1).into_bytes();
    objects
}

pub fn page_with(what: &str) -> Vec<u8> {
    made::pdf(&changed(3, "/Parent", &format!("{what} /Parent")), "")
}

pub fn catalogue_with(what: &str) -> Vec<u8> {
    made::pdf(&changed(1, "/Pages", &format!("{what} /Pages")), "")
}

/// The paper whose catalogue knows more objects, from number 7.
pub fn known(what: &str, others: &[&str]) -> Vec<u8> {
    let mut objects = changed(1, "/Pages", &format!("{what} /Pages"));
    objects.extend(others.iter().map(|it| it.as_bytes().to_vec()));
    made::pdf(&objects, "")
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

pub fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// The paper with another content of its page.
fn drawn(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let mut objects = text();
    objects[3] = stream(dictionary, bytes);
    made::pdf(&objects, "")
}

fn rewritten(from: &str, to: &str) -> Vec<u8> {
    let whole = plain();
    let place = whole.windows(from.len()).rposition(|it| it == from.as_bytes()).unwrap();
    [&whole[..place], to.as_bytes(), &whole[place + from.len()..]].concat()
}

/// A later version of one object behind the paper, as signing programs write it.
pub fn revised(number: usize, object: &str) -> Vec<u8> {
    let mut bytes = plain();
    let before = bytes
        .windows(4)
        .rposition(|it| it == b"xref")
        .map(|at| bytes[..at].windows(4).rposition(|it| it == b"xref").unwrap_or(at));
    let before = before.unwrap();
    let at = bytes.len();
    bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    let table = bytes.len();
    bytes.extend(format!("xref\n{number} 1\n{at:010} 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev {before} >>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

/// The paper in the form of newer programs: objects in a packed stream, found by a packed table.
fn packed_objects() -> Vec<u8> {
    let objects = text();
    let inner = [&objects[0], &objects[1], &objects[2], &objects[4]];
    let mut places = String::new();
    let mut body = Vec::new();
    for (number, object) in [1, 2, 3, 5].iter().zip(inner) {
        places.push_str(&format!("{number} {} ", body.len()));
        body.extend(object);
        body.push(b'\n');
    }
    let first = places.len();
    let all = packed(&[places.as_bytes(), &body].concat());
    let mut bytes = b"%PDF-1.5\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut at = [0; 9];
    let outer = [
        (4, objects[3].clone()),
        (6, objects[5].clone()),
        (7, stream(&format!("/Type /ObjStm /N 4 /First {first} /Filter /FlateDecode"), &all)),
    ];
    for (number, object) in outer {
        at[number] = bytes.len();
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    at[8] = bytes.len();
    let row = |number: usize| match number {
        0 => [0, 0, 0, 0],
        4 | 6 | 7 | 8 => row_of(1, at[number], 0),
        _ => row_of(
            2,
            7,
            u8::try_from([1, 2, 3, 5].iter().position(|it| *it == number).unwrap()).unwrap(),
        ),
    };
    let table = packed(&(0..9).flat_map(row).collect::<Vec<u8>>());
    bytes.extend(b"8 0 obj\n");
    bytes.extend(stream("/Type /XRef /W [1 2 1] /Size 9 /Root 1 0 R /Filter /FlateDecode", &table));
    bytes.extend(format!("\nendobj\nstartxref\n{}\n%%EOF", at[8]).bytes());
    bytes
}

fn row_of(kind: u8, place: usize, index: u8) -> [u8; 4] {
    let place = u16::try_from(place).unwrap().to_be_bytes();
    [kind, place[0], place[1], index]
}

/// Ugly, and readable.
pub fn good() -> Vec<Piece> {
    let whole = plain();
    let lines = String::from_utf8(whole.clone()).unwrap();
    let late = |length: usize| [vec![b'x'; length], b"\n".to_vec(), whole.clone()].concat();
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("plain.pdf", whole.clone()),
        ("old.pdf", rewritten("%PDF-1.4", "%PDF-1.0")),
        ("new.pdf", rewritten("%PDF-1.4", "%PDF-2.0")),
        ("binary-line.pdf", rewritten("%PDF-1.4\n", "%PDF-1.4\n%\u{e2}\u{e3}\n")),
        ("late.pdf", late(900)),
        ("mail-before.pdf", [b"Content-Type: application/pdf\r\n\r\n", &whole[..]].concat()),
        ("behind.pdf", [&whole[..], &vec![0; 3_000]].concat()),
        ("twice-ended.pdf", [&whole[..], b"\n%%EOF\n%%EOF\n"].concat()),
        ("no-end.pdf", rewritten("%%EOF", "")),
        ("no-table.pdf", rewritten("xref\n0", "xxxx\n0")),
        ("wrong-place.pdf", rewritten("startxref\n", "startxref\n1")),
        ("no-place.pdf", rewritten("startxref", "")),
        ("mac-lines.pdf", lines.replace("endobj\n", "endobj\r").into_bytes()),
        ("windows-lines.pdf", lines.replace("endobj\n", "endobj\r\n").into_bytes()),
        ("no-length.pdf", rewritten("/Length ", "/Lengtt ")),
    ];
    all.into_iter().map(|(name, bytes)| Piece::good(name, bytes, &format!("{SAYS}\n"))).collect()
}

/// The same, where page and content are strange.
pub fn good_pages() -> Vec<Piece> {
    let content = content();
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("turned.pdf", page_with("/Rotate 90")),
        ("cropped.pdf", page_with("/CropBox [0 0 595 842]")),
        ("larger.pdf", page_with("/UserUnit 2")),
        ("packed.pdf", drawn("/Filter /FlateDecode", &packed(&content))),
        (
            "hex.pdf",
            drawn("/Filter /ASCIIHexDecode", &[hex::encode(&content).as_bytes(), b">"].concat()),
        ),
        (
            "twice-packed.pdf",
            drawn("/Filter [/FlateDecode /FlateDecode]", &packed(&packed(&content))),
        ),
        ("packed-objects.pdf", packed_objects()),
        ("revised.pdf", revised(1, "<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>")),
        (
            "told.pdf",
            made::pdf(
                &[text(), vec![b"<< /Title (a) /Author (b) /Producer (c) >>".to_vec()]].concat(),
                "/Info 7 0 R",
            ),
        ),
        (
            "bookmarked.pdf",
            known(
                "/Outlines 7 0 R",
                &["<< /First 8 0 R /Last 8 0 R /Count 1 >>", "<< /Title (a) /Parent 7 0 R >>"],
            ),
        ),
        (
            "commented.pdf",
            page_with("/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a) >>]"),
        ),
        (
            "signed.pdf",
            known(
                "/AcroForm << /SigFlags 3 /Fields [7 0 R] >>",
                &[
                    "<< /FT /Sig /T (a) /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >> >>",
                ],
            ),
        ),
    ];
    all.into_iter().map(|(name, bytes)| Piece::good(name, bytes, &format!("{SAYS}\n"))).collect()
}

/// What the page of the paper draws.
fn content() -> Vec<u8> {
    let object = text()[3].clone();
    let text = String::from_utf8(object).unwrap();
    let (_, after) = text.split_once("stream\n").unwrap();
    after.strip_suffix("\nendstream").unwrap().as_bytes().to_vec()
}

/// Broken, endless or far too large.
pub fn broken() -> Vec<Piece> {
    let whole = plain();
    let nested = |count: usize| format!("{}{}", "[".repeat(count), "]".repeat(count)).into_bytes();
    let catalogue = || b"<< /Type /Catalog /Pages 2 0 R >>".to_vec();
    let circle = |kids: &str| {
        made::pdf(
            &[catalogue(), format!("<< /Type /Pages /Count 9 /Kids [{kids}] >>").into_bytes()],
            "",
        )
    };
    let box_of = |sides: &str| made::pdf(&changed(3, "[0 0 595 842]", sides), "");
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("nested.pdf", made::pdf(&[nested(10_000)], "")),
        (
            "nested-in-page.pdf",
            page_with(&format!("/X {}", String::from_utf8(nested(5_000)).unwrap())),
        ),
        ("nested-trailer.pdf", made::pdf(&text(), &format!("/X {}", "<< /A ".repeat(5_000)))),
        ("table-before-itself.pdf", made::pdf(&text(), &format!("/Prev {}", table_of(&whole)))),
        ("table-far-before.pdf", made::pdf(&text(), "/Prev 99999999999999999999")),
        ("circle.pdf", circle("2 0 R")),
        (
            "long-circle.pdf",
            made::pdf(&changed(3, "/Type /Page /Parent 2 0 R", "/Type /Pages /Kids [2 0 R]"), ""),
        ),
        ("no-pages.pdf", circle("")),
        ("many-pages-said.pdf", made::pdf(&changed(2, "/Count 1", "/Count 50000"), "")),
        ("fewer-than-none.pdf", made::pdf(&changed(2, "/Count 1", "/Count -5"), "")),
        (
            "same-page-often.pdf",
            made::pdf(&changed(2, "[3 0 R]", &format!("[{}]", "3 0 R ".repeat(400))), ""),
        ),
        ("no-catalogue.pdf", rewritten("/Root 1 0 R", "/Root 9 0 R")),
        ("catalogue-is-page.pdf", rewritten("/Root 1 0 R", "/Root 3 0 R")),
        ("no-trailer.pdf", rewritten("trailer", "")),
        ("huge-page.pdf", box_of("[0 0 2000000000 2000000000]")),
        ("page-turned-out.pdf", box_of("[595 842 0 0]")),
        ("no-page-size.pdf", box_of("[0 0 0 0]")),
        ("page-of-words.pdf", box_of("[/a /b (c) null]")),
        ("thin-page.pdf", box_of("[0 0 0.0001 90000]")),
        ("far-turned.pdf", page_with("/Rotate 123456789")),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// Pages that are broken, endless or far too large.
pub fn broken_pages() -> Vec<Piece> {
    let whole = plain();
    let bomb = packed(&vec![b' '; 30_000_000]);
    let saves = packed(&b"q ".repeat(2_000_000));
    let itself = "/XObject << /X 7 0 R >> /Font";
    let picture = |filter: &str, bytes: &[u8]| {
        made::pdf(&made::pdf_of_picture(60_000, 60_000, filter, bytes), "")
    };
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("bomb.pdf", drawn("/Filter /FlateDecode", &bomb)),
        ("bomb-in-bomb.pdf", drawn("/Filter [/FlateDecode /FlateDecode]", &packed(&bomb))),
        ("filters.pdf", drawn(&format!("/Filter [{}]", "/ASCIIHexDecode ".repeat(500)), b"41>")),
        ("saves.pdf", drawn("/Filter /FlateDecode", &saves)),
        ("garbage.pdf", drawn("/Filter /FlateDecode", &[7; 300])),
        ("unknown-filter.pdf", drawn("/Filter /Xyz", b"q")),
        ("long-stream.pdf", drawn("/X 1 /Length 999999999", b"q Q")),
        ("draws-itself.pdf", made::pdf(&[changed(3, "/Font", itself), vec![stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >>", b"/X Do /X Do")]].concat(), "")),
        ("open-text.pdf", drawn("", b"BT (((((((((( Tj ET")),
        ("jbig2.pdf", picture("/Filter /JBIG2Decode", b"\0\0\0\0\x30\0\x01\0\0\0\x13")),
        ("jpx.pdf", picture("/Filter /JPXDecode", b"\xFF\x4F\xFF\x51")),
        ("large-picture.pdf", picture("/Filter /FlateDecode", &bomb)),
        ("fax.pdf", picture("/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 >>", &[0x55; 64])),
        ("picture-of-nothing.pdf", made::pdf(&made::pdf_of_picture(0, 0, "", b""), "")),
        ("number-too-large.pdf", rewritten("/Size 7", "/Size 2147483647")),
        ("cut-in-half.pdf", whole[..whole.len() / 2].to_vec()),
        ("cut-early.pdf", whole[..40].to_vec()),
        ("only-head.pdf", b"%PDF-1.7".to_vec()),
        ("only-ends.pdf", b"%PDF-1.7\n%%EOF\n".to_vec()),
        ("too-late.pdf", [vec![b'x'; 1_030], whole.clone()].concat()),
        ("not-a-pdf.pdf", b"%PDF-1.7\nThis is a letter and no PDF.".to_vec()),
        ("zeros.pdf", [&b"%PDF-1.7\n"[..], &[0; 20_000]].concat()),
    ];
    all.into_iter().map(Piece::bad).collect()
}

fn table_of(bytes: &[u8]) -> usize {
    bytes.windows(6).rposition(|it| it == b"xref\n0").unwrap()
}
