//! What stands beside a file: pictures of its first pages, and the copy for judges.

use std::io::{Cursor, Read};

use decoding::{Limits, decode};
use hoithi::installation::work;
use kernel::Message;
use zip::ZipArchive;

use super::standing::{attach, hand_in, taking, without_files};
use crate::bad_input::corpus::raster::{
    camera, chunk, jfif, jpeg_with, png_of, png_parts, segment,
};
use crate::browser::Browser;
use crate::house::House;
use crate::papers::made;

stories! {
    first_pages_are_shown_to_whoever_may_have_the_file,
    a_file_that_cannot_be_drawn_is_shown_without_a_picture,
    copies_for_judges_hold_no_planted_name,
    a_file_without_a_trace_is_its_own_copy,
    why_there_is_no_copy_is_said,
    what_was_made_of_a_file_goes_with_it,
}

/// Whom no copy may name.
const NAME: &str = "Lo Van Gieo";
const LINES: [&str; 2] = ["Máy gieo hạt ngô ba hàng", "cho nương dốc"];

fn paper() -> Vec<u8> {
    made::pdf(&made::pdf_of_text(&LINES), "")
}

/// A dossier with these files, at which the machine has looked.
async fn with_files(house: &House, author: &Browser<'_>, files: &[(&str, &str, &[u8])]) -> String {
    let path = without_files(author, taking(house).await).await;
    for file in files {
        attach(author, &path, *file).await.is(303);
    }
    work::work_off(&house.app).await.unwrap();
    path
}

/// The address of a file of this name.
async fn address(house: &House, path: &str, name: &str) -> String {
    let id = house.ask(&format!("select id from dossier_file where name = '{name}'")).await;
    format!("{path}/files/{id}")
}

async fn first_pages_are_shown_to_whoever_may_have_the_file(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = with_files(house, &author, &[("minh-chung", "biên bản.pdf", &paper())]).await;
    let file = address(house, &path, "biên bản.pdf").await;
    let picture = format!("{file}/pages/1");
    let shown = format!("<img src=\"{picture}\" alt=\"Trang đầu của tệp “biên bản.pdf”\"");
    author.get(&format!("{path}/files")).await.is(200).holds(&shown);
    let drawn = author.get(&picture).await;
    assert_eq!(drawn.is(200).body[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(drawn.body[20..24], 900_u32.to_be_bytes());
    let headers = ["content-type", "content-security-policy", "x-content-type-options"];
    let expect = ["image/png", "sandbox; default-src 'none'", "nosniff"];
    assert_eq!(headers.map(|name| drawn.header(name)), expect);
    for none in ["0", "2", "-1", "x", "99999999999999999999"] {
        author.get(&format!("{file}/pages/{none}")).await.is(404);
    }
    let office = house.known(world::SECRETARY);
    office.get(&picture).await.is(404);
    hand_in(&author, &path).await.is(303);
    office.get(&format!("{path}/desk")).await.is(200).holds(&shown).says("judges-copy");
    office.get(&picture).await.is(200);
    house.known(world::OTHER_COORDINATOR).get(&picture).await.is(404);
    house.known(world::OTHER_COORDINATOR).get(&format!("{file}/copy")).await.is(404);
    house.anon().get(&picture).await.is(303);
}

async fn a_file_that_cannot_be_drawn_is_shown_without_a_picture(house: &House) {
    let author = house.known(world::COORDINATOR);
    let broken = b"%PDF-1.7 bien ban";
    let path = with_files(house, &author, &[("minh-chung", "a.pdf", broken)]).await;
    let file = address(house, &path, "a.pdf").await;
    let page = author.get(&format!("{path}/files")).await;
    page.is(200).hides("/pages/1").says("paper-pdf-damaged");
    author.get(&format!("{file}/pages/1")).await.is(404);
    hand_in(&author, &path).await.is(303);
    let desk = house.known(world::SECRETARY).get(&format!("{path}/desk")).await;
    desk.is(200).hides("/pages/1").says("judges-copy-damaged").says("paper-pdf-damaged");
}

/// A PDF that names somebody in its facts, in what XMP says, in a comment and in a file that is attached.
fn told_pdf() -> Vec<u8> {
    let mut objects = made::pdf_of_text(&LINES);
    let changes = [
        (
            0,
            "/Pages",
            "/Metadata 8 0 R /Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> /Pages",
        ),
        (2, "/Parent", "/Annots [10 0 R] /Parent"),
    ];
    for (at, from, to) in changes {
        let object = String::from_utf8(objects[at].clone()).unwrap();
        objects[at] = object.replacen(from, to, 1).into_bytes();
    }
    let stream = |kind: &str| {
        format!("<< /Type /{kind} /Length {} >>\nstream\n{NAME}\nendstream", NAME.len())
    };
    objects.extend([
        format!("<< /Author ({NAME}) /Title ({NAME}) /Subject ({NAME}) /Keywords ({NAME}) >>")
            .into_bytes(),
        stream("Metadata").into_bytes(),
        b"<< /Type /Filespec /F (a) /EF << /F 11 0 R >> >>".to_vec(),
        format!(
            "<< /Type /Annot /Subtype /Popup /Rect [0 0 1 1] /F 2 /T ({NAME}) /Contents ({NAME}) >>"
        )
        .into_bytes(),
        stream("EmbeddedFile").into_bytes(),
    ]);
    made::pdf(&objects, "/Info 7 0 R")
}

/// A document of Word that names somebody in its facts, its comments, its changes and its pictures.
fn told_docx() -> Vec<u8> {
    let paper = made::word(&LINES).replacen(
        "<w:body>",
        &format!("<w:body><w:p w:rsidR=\"00A1\"><w:ins w:author=\"{NAME}\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>Bản hai</w:t></w:r></w:ins><w:del w:author=\"{NAME}\"><w:r><w:delText>{NAME}</w:delText></w:r></w:del><w:commentRangeStart w:id=\"0\"/></w:p>"),
        1,
    );
    let told = format!("<x>{NAME}</x>");
    let photo = told_png();
    made::package(&[
        ("word/document.xml", paper.as_bytes()),
        ("word/comments.xml", told.as_bytes()),
        ("word/people.xml", told.as_bytes()),
        ("docProps/core.xml", told.as_bytes()),
        ("docProps/app.xml", told.as_bytes()),
        ("docProps/custom.xml", told.as_bytes()),
        ("customXml/item1.xml", told.as_bytes()),
        ("word/media/image1.png", &photo),
    ])
}

fn told_png() -> Vec<u8> {
    let mut parts = png_parts(8, 0, &[]);
    let text = [b"Author\0", NAME.as_bytes()].concat();
    let told = [("tEXt", text.as_slice()), ("iTXt", NAME.as_bytes()), ("eXIf", NAME.as_bytes())];
    parts.splice(1..1, told.map(|(name, bytes)| chunk(name, bytes)));
    png_of(&parts)
}

fn told_jpeg() -> Vec<u8> {
    let with = |before: &[u8]| [before, NAME.as_bytes()].concat();
    let segments = [
        jfif(),
        segment(0xE1, &with(&camera(6))),
        segment(0xE1, &with(b"http://ns.adobe.com/xap/1.0/\0")),
        segment(0xED, &with(b"Photoshop 3.0\08BIM")),
        segment(0xFE, NAME.as_bytes()),
    ];
    with(&jpeg_with(&segments, (16, 16), 1))
}

/// Everything that a file holds, unpacked as far as it can be.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    if let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..zip.len() {
            zip.by_index(at).unwrap().read_to_end(&mut all).unwrap();
        }
    }
    let begins = bytes.windows(7).enumerate().filter(|(_, seven)| *seven == b"stream\n");
    for (at, _) in begins {
        // A stream that is packed otherwise gives nothing.
        let _ = flate2::read::ZlibDecoder::new(&bytes[at + 7..]).read_to_end(&mut all);
    }
    all
}

fn names(bytes: &[u8]) -> bool {
    unpacked(bytes).windows(NAME.len()).any(|letters| letters == NAME.as_bytes())
}

async fn copies_for_judges_hold_no_planted_name(house: &House) {
    let author = house.known(world::COORDINATOR);
    let files = [
        ("mo-ta", "mô tả Lo Van Gieo.docx", told_docx(), "ban-cho-giam-khao.docx"),
        ("mo-ta", "mô tả.pdf", told_pdf(), "ban-cho-giam-khao.pdf"),
        ("minh-chung", "ảnh.jpg", told_jpeg(), "ban-cho-giam-khao.jpg"),
    ];
    let sent: Vec<_> =
        files.iter().map(|(item, name, bytes, _)| (*item, *name, bytes.as_slice())).collect();
    let path = with_files(house, &author, &sent).await;
    hand_in(&author, &path).await.is(303);
    let office = house.known(world::SECRETARY);
    for (_, name, bytes, called) in &files {
        let file = address(house, &path, name).await;
        let copy = office.get(&format!("{file}/copy")).await;
        assert!(names(bytes) && !names(&copy.is(200).body), "{name}");
        let expect = format!("attachment; filename*=UTF-8''{called}");
        assert_eq!(copy.header("content-disposition"), expect);
        let kind = office.get(&file).await;
        assert_eq!(kind.is(200).body, *bytes);
        assert_eq!(copy.header("content-type"), kind.header("content-type"));
        let text = |bytes: &[u8]| {
            let limits = Limits { recognises: false, ..Limits::default() };
            decode(bytes, &limits).map(|it| it.text)
        };
        assert_eq!(text(&copy.body), text(bytes), "{name}");
    }
    let made = "select count(*) from rendition where kind = 'copy' and made_hash is not null";
    assert_eq!(house.count(made).await, 3);
}

async fn a_file_without_a_trace_is_its_own_copy(house: &House) {
    let author = house.known(world::COORDINATOR);
    let plain = png_of(&png_parts(8, 0, &[]));
    let path = with_files(house, &author, &[("minh-chung", "a.png", &plain)]).await;
    let file = address(house, &path, "a.png").await;
    assert_eq!(author.get(&format!("{file}/copy")).await.is(200).body, plain);
    let rows = "select count(*) from rendition where kind = 'copy' and made_hash is null and reason is null";
    assert_eq!(house.count(rows).await, 1);
}

async fn why_there_is_no_copy_is_said(house: &House) {
    let author = house.known(world::COORDINATOR);
    let lock = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]",
        "ab".repeat(32)
    );
    let locked = made::pdf(&made::pdf_of_text(&LINES), &lock);
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0";
    let files: [(&str, &str, &[u8]); 2] =
        [("minh-chung", "khoa.pdf", &locked), ("minh-chung", "anh.heic", heic)];
    let path = with_files(house, &author, &files).await;
    let fresh = paper();
    attach(&author, &path, ("minh-chung", "moi.pdf", &fresh)).await.is(303);
    hand_in(&author, &path).await.is(303);
    let office = house.known(world::SECRETARY);
    let desk = office.get(&format!("{path}/desk")).await;
    for (name, key) in [
        ("khoa.pdf", "judges-copy-locked"),
        ("anh.heic", "judges-copy-kind"),
        ("moi.pdf", "judges-copy-not-yet"),
    ] {
        let file = address(house, &path, name).await;
        office.get(&format!("{file}/copy")).await.is(409).says(key);
        desk.hides(&format!("{file}/copy"));
    }
    desk.says("judges-copy-locked")
        .says("judges-copy-kind")
        .keeps(&Message::new("judges-copy-not-yet"));
}

async fn what_was_made_of_a_file_goes_with_it(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = with_files(house, &author, &[("minh-chung", "a.pdf", &paper())]).await;
    assert_eq!(house.count("select count(*) from stored_file").await, 3);
    house.wait_days(8);
    work::round(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from stored_file").await, 3);
    house.tamper("delete from dossier_file").await;
    house.wait_days(1);
    work::round(&house.app).await.unwrap();
    for table in ["stored_file", "rendition", "inspection"] {
        assert_eq!(house.count(&format!("select count(*) from {table}")).await, 0, "{table}");
    }
    let shelves = std::fs::read_dir(house.folder().join("files")).unwrap();
    let left: usize =
        shelves.map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum();
    assert_eq!((left, path.is_empty()), (0, false));
}
