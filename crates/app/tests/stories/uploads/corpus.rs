//! Files that mean harm, and ugly ones that mean none: all are taken, looked at within limits, and told.

use hoithi::installation::work;
use hoithi::uploads::{Inspection, inspections};

use super::{Sender, hash};
use crate::house::House;
use crate::papers::made;

stories! {
    packages_are_looked_at,
    pdfs_are_looked_at,
    pictures_and_films_are_looked_at,
}

/// A file, the trouble with it, and what it does by itself, both as JSON.
type Case = (&'static str, Vec<u8>, &'static str, &'static str);

const FINE: &str = "null";
const NOTHING: &str = "[]";

fn with(name: &str, bytes: &[u8]) -> Vec<u8> {
    let main = made::word(&made::LINES);
    made::package(&[("word/document.xml", main.as_bytes()), (name, bytes)])
}

fn relation(kind: &str, target: &str) -> Vec<u8> {
    let text = format!(
        "<r><Relationship Type=\"x/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></r>"
    );
    with("word/_rels/settings.xml.rels", text.as_bytes())
}

/// Classes C1 and C2: ZIPs and the XML in them.
fn packages() -> Vec<Case> {
    let paper = made::word(&made::LINES);
    let word = |text: &str| made::package(&[("word/document.xml", text.as_bytes())]);
    let bomb = paper.replace("KẾ HOẠCH", &" ".repeat(12 * 1024 * 1024));
    let laughs = format!("<!DOCTYPE x [<!ENTITY a \"ha\">]><w:p>&a;</w:p>{paper}");
    let docx = made::docx(&made::LINES);
    let many: Vec<String> = (0..2_001).map(|at| format!("{at}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let before = [&b"PK\x03\x04 not really"[..], &docx].concat();
    let after = [&docx[..], b"%PDF-1.4 and more"].concat();
    vec![
        ("good.docx", docx.clone(), FINE, NOTHING),
        ("sheet.xlsx", made::package(&[("xl/workbook.xml", b"<w/>")]), FINE, NOTHING),
        ("behind.docx", after, FINE, NOTHING),
        ("link.docx", relation("hyperlink", "http://x"), FINE, NOTHING),
        ("climbs.docx", with("../../climbed.txt", b"x"), FINE, NOTHING),
        ("twins.docx", with("word/Document.xml", b"<x/>"), FINE, NOTHING),
        ("before.docx", before, FINE, NOTHING),
        ("bomb.docx", word(&bomb), "\"archive_too_big\"", NOTHING),
        ("many.zip", made::package(&many), "\"archive_too_many_parts\"", NOTHING),
        ("cut.docx", docx[..docx.len() / 2].to_vec(), "\"archive_damaged\"", NOTHING),
        ("laughs.docx", word(&laughs), "\"office_doctype\"", NOTHING),
        ("deep.docx", word(&"<w:p>".repeat(100_000)), "\"office_damaged\"", NOTHING),
        ("macro.docm", with("word/vbaProject.bin", b"x"), FINE, "[\"macro\"]"),
        ("ole.docx", with("word/embeddings/oleObject1.bin", b"x"), FINE, "[\"object\"]"),
        ("chunk.docx", with("word/afchunk.mht", b"x"), FINE, "[\"object\"]"),
        ("template.docx", relation("attachedTemplate", "http://x"), FINE, "[\"elsewhere\"]"),
        ("unc.docx", relation("image", "\\\\host\\share"), FINE, "[\"elsewhere\"]"),
        ("file.docx", relation("frame", "file:///etc/passwd"), FINE, "[\"elsewhere\"]"),
    ]
}

fn pdf_that(does: &str) -> Vec<u8> {
    let mut objects = made::pdf_of_text(&made::LINES);
    objects.push(does.as_bytes().to_vec());
    made::pdf(&objects, "")
}

/// Class C3.
fn pdfs() -> Vec<Case> {
    let text = made::pdf_of_text(&made::LINES);
    let lock = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]",
        "ab".repeat(32)
    );
    let arrays = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes();
    let huge = made::pdf_of_picture(60_000, 60_000, "/Filter /JBIG2Decode", b"\0\0\0\0");
    let whole = made::pdf(&text, "");
    let late = [&b"some bytes of a mail\n"[..], &whole].concat();
    let html = [&whole[..], b"<script>alert(1)</script>"].concat();
    vec![
        ("good.pdf", whole.clone(), FINE, NOTHING),
        ("late.pdf", late, FINE, NOTHING),
        ("html.pdf", html, FINE, NOTHING),
        ("huge.pdf", made::pdf(&huge, ""), FINE, NOTHING),
        ("script.pdf", pdf_that("<< /S /JavaScript /JS (app.alert(1)) >>"), FINE, "[\"script\"]"),
        ("hidden.pdf", pdf_that("<< /S /J#61vaScript >>"), FINE, "[\"script\"]"),
        ("launch.pdf", pdf_that("<< /S /Launch /F (cmd) >>"), FINE, "[\"launch\"]"),
        ("inside.pdf", pdf_that("<< /Type /EmbeddedFile >>"), FINE, "[\"attachment\"]"),
        ("form.pdf", pdf_that("<< /XFA (x) >>"), FINE, "[\"form\"]"),
        ("film.pdf", pdf_that("<< /Subtype /RichMedia >>"), FINE, "[\"media\"]"),
        ("locked.pdf", made::pdf(&text, &lock), "\"pdf_encrypted\"", NOTHING),
        ("nested.pdf", made::pdf(&[arrays], ""), "\"pdf_damaged\"", NOTHING),
        ("cut.pdf", whole[..40].to_vec(), "\"pdf_damaged\"", NOTHING),
    ]
}

/// Class C4, films, and what is nothing that is known.
fn others() -> Vec<Case> {
    let head = |name: &str| format!("\0\0\0\x18ftyp{name}\0\0\0\0").into_bytes();
    let png = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xC3\x50\0\0\xC3\x50\x08\0\0\0\0".to_vec();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    vec![
        ("a.heic", head("heic"), FINE, NOTHING),
        ("a.mp4", head("mp42"), FINE, NOTHING),
        ("a.tif", made::tiff(64, 48, |x, _| u8::try_from(x).unwrap()), FINE, NOTHING),
        ("pixels.png", png, "\"image_too_big\"", NOTHING),
        ("cut.png", b"\x89PNG\r\n\x1A\n".to_vec(), "\"image_damaged\"", NOTHING),
        ("drawing.svg", svg, FINE, NOTHING),
        ("noise.bin", super::noise(4_096), FINE, NOTHING),
    ]
}

async fn looked_at(house: &House, (name, bytes, ..): &Case) -> Inspection {
    let sender = Sender::secretary(house);
    let (path, reply) = sender.brings(name, bytes).await;
    reply.is(204);
    work::work_off(&house.app).await.unwrap();
    let saved = sender.0.get(&format!("{path}/file")).await;
    assert_eq!(saved.is(200).body, *bytes, "{name}");
    found_in(house, bytes).await
}

async fn found_in(house: &House, bytes: &[u8]) -> Inspection {
    let hash = hash(bytes);
    let mut found = inspections(&house.app.store, std::slice::from_ref(&hash)).await.unwrap();
    found.remove(&hash).unwrap()
}

async fn check(house: &House, cases: Vec<Case>) {
    for case in cases {
        let found = looked_at(house, &case).await;
        let said = [
            serde_json::to_string(&found.trouble).unwrap(),
            serde_json::to_string(&found.active).unwrap(),
        ];
        assert_eq!((case.0, &*said[0], &*said[1]), (case.0, case.2, case.3));
    }
    assert_eq!(house.count("select count(*) from job where state <> 'done'").await, 0);
}

async fn packages_are_looked_at(house: &House) {
    check(house, packages()).await;
}

async fn pdfs_are_looked_at(house: &House) {
    check(house, pdfs()).await;
    let good = found_in(house, &pdfs()[0].1).await;
    assert_eq!((good.pages, good.text.contains("KẾ HOẠCH")), (Some(1), true));
}

async fn pictures_and_films_are_looked_at(house: &House) {
    check(house, others()).await;
}
