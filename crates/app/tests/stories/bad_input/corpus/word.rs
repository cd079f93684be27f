//! Class C2: documents of Word whose XML is strange.

use std::fmt::Write as _;

use super::container::{Entry, zip};
use super::{Piece, SAYS};
use crate::papers::made;

const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document with this XML.
pub fn part(xml: impl Into<Vec<u8>>) -> Vec<u8> {
    zip(&[Entry::packed("word/document.xml", &xml.into())])
}

/// A document whose body is this.
pub fn body(inside: &str) -> Vec<u8> {
    part(whole(inside))
}

pub fn whole(inside: &str) -> String {
    format!(
        "<w:document xmlns:w=\"{SPACE}\" xmlns:r=\"{RELATION}\"><w:body>{inside}</w:body></w:document>"
    )
}

/// A paragraph of these runs.
pub fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A run of this text.
pub fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A document with another part beside the paper.
fn beside(name: &str, bytes: &[u8]) -> Vec<u8> {
    let paper = made::word(&[SAYS]);
    zip(&[Entry::packed("word/document.xml", paper.as_bytes()), Entry::packed(name, bytes)])
}

/// A document that is related to something outside.
fn outside(kind: &str, target: &str) -> Vec<u8> {
    let text = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
    );
    beside("word/_rels/document.xml.rels", text.as_bytes())
}

/// Documents as programs and people make them; each says one line.
pub fn good() -> Vec<Piece> {
    let paper = whole(&p(&r(SAYS)));
    let plain = |name: &str, bytes: Vec<u8>| Piece::good(name, bytes, &format!("{SAYS}\n"));
    let other = paper.replace("w:", "ns0:").replace(":w=", ":ns0=");
    vec![
        plain("marked.docx", part(format!("\u{FEFF}{paper}"))),
        plain(
            "declared.docx",
            part(format!("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n{paper}")),
        ),
        plain("other-prefix.docx", part(other)),
        plain("no-prefix.docx", part(paper.replace("w:", "").replace("xmlns:w", "xmlns"))),
        plain(
            "strict.docx",
            part(paper.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml")),
        ),
        plain(
            "instruction.docx",
            part(format!("<?mso-application progid=\"Word.Document\"?>{paper}<!-- end -->")),
        ),
        plain("other-main.docx", elsewhere(&paper)),
    ]
}

/// The same, where the body is strange.
pub fn good_bodies() -> Vec<Piece> {
    let (first, rest) = SAYS.split_at("Máy gieo ".len());
    let two = format!("{}{}", r(first), r(rest));
    let in_body =
        |name: &str, inside: String| Piece::good(name, body(&inside), &format!("{SAYS}\n"));
    let around = |before: &str, after: &str| p(&format!("{before}{}{after}", r(SAYS)));
    vec![
        in_body("two-runs.docx", p(&two)),
        in_body(
            "marks.docx",
            around(
                "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:proofErr w:type=\"spellStart\"/>",
                "<w:bookmarkEnd w:id=\"0\"/>",
            ),
        ),
        in_body(
            "inserted.docx",
            around("<w:ins w:id=\"1\" w:author=\"A\" w:date=\"2026-01-01T00:00:00Z\"/>", ""),
        ),
        in_body(
            "deleted.docx",
            around(
                "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>Cũ</w:delText></w:r></w:del>",
                "",
            ),
        ),
        in_body(
            "moved.docx",
            around("<w:moveFrom w:id=\"1\"><w:r><w:t>Cũ</w:t></w:r></w:moveFrom>", ""),
        ),
        in_body("hidden.docx", around("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn</w:t></w:r>", "")),
        in_body(
            "commented.docx",
            around(
                "<w:commentRangeStart w:id=\"0\"/>",
                "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>",
            ),
        ),
        in_body("linked.docx", p(&format!("<w:hyperlink r:id=\"r1\">{}</w:hyperlink>", r(SAYS)))),
        in_body(
            "controlled.docx",
            format!(
                "<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                p(&r(SAYS))
            ),
        ),
    ]
}

/// The same, where the line stands in something, or is written in letters of its own.
pub fn good_frames() -> Vec<Piece> {
    let in_body =
        |name: &str, inside: String| Piece::good(name, body(&inside), &format!("{SAYS}\n"));
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>AUTHOR</w:instrText></w:r>";
    vec![
        in_body(
            "smart.docx",
            p(&format!("<w:smartTag w:uri=\"x\" w:element=\"y\">{}</w:smartTag>", r(SAYS))),
        ),
        in_body(
            "field.docx",
            p(&format!(
                "{field}<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                r(SAYS)
            )),
        ),
        in_body(
            "twice-drawn.docx",
            p(&format!(
                "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice Requires=\"wps\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
                r(SAYS),
                r("Khác")
            )),
        ),
        in_body("empty-lines.docx", format!("{}{}{}", p(""), p(&r(SAYS)), p(""))),
        in_body("entities.docx", p(&r(&SAYS.replace('M', "&#77;").replace('g', "&#x67;")))),
        in_body("data.docx", p(&format!("<w:r><w:t><![CDATA[{SAYS}]]></w:t></w:r>"))),
        in_body(
            "capitals.docx",
            p("<w:r><w:rPr><w:caps w:val=\"0\"/></w:rPr><w:t>Máy gieo hạt ngô ba hàng</w:t></w:r>"),
        ),
        in_body(
            "old-font.docx",
            p(
                "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>M¸y gieo h¹t ng« ba hµng</w:t></w:r>",
            ),
        ),
        in_body(
            "vni-font.docx",
            p(
                "<w:r><w:rPr><w:rFonts w:ascii=\"VNI-Times\"/></w:rPr><w:t>Maùy gieo haït ngoâ ba haøng</w:t></w:r>",
            ),
        ),
        in_body("many-names.docx", format!("<w:p{}>{}</w:p>", spaces(40), r(SAYS))),
        in_body(
            "deep-enough.docx",
            format!("{}{}{}", "<w:x>".repeat(190), p(&r(SAYS)), "</w:x>".repeat(190)),
        ),
        in_body(
            "breaks.docx",
            p(&format!(
                "<w:r><w:lastRenderedPageBreak/></w:r>{}<w:r><w:softHyphen/></w:r>",
                r(SAYS)
            )),
        ),
    ]
}

/// The main part under another name, as Word in the browser calls it.
fn elsewhere(paper: &str) -> Vec<u8> {
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>"
    );
    zip(&[
        Entry::packed("_rels/.rels", relations.as_bytes()),
        Entry::packed("word/document2.xml", paper.as_bytes()),
    ])
}

pub fn spaces(count: usize) -> String {
    (0..count).fold(String::new(), |mut text, at| {
        write!(text, " xmlns:n{at}=\"urn:{at}\"").unwrap();
        text
    })
}

/// Documents that reach out, or bring something with them.
pub fn active() -> Vec<Piece> {
    let code =
        |text: &str| body(&p(&format!("<w:r><w:instrText>{text}</w:instrText></w:r>{}", r(SAYS))));
    let simple = |text: &str| {
        body(&p(&format!("<w:fldSimple w:instr=\"{text}\">{}</w:fldSimple>", r(SAYS))))
    };
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("template.docx", outside("attachedTemplate", "http://127.0.0.1/a.dotm")),
        ("picture-net.docx", outside("image", "http://127.0.0.1/a.png")),
        ("picture-file.docx", outside("image", "file:///etc/passwd")),
        ("picture-share.docx", outside("image", "\\\\127.0.0.1\\share\\a.png")),
        ("frame.docx", outside("frame", "http://127.0.0.1/")),
        ("subdocument.docx", outside("subDocument", "file:///a.docx")),
        ("ole-link.docx", outside("oleObject", "file:///c:/a.xlsx")),
        ("web-settings.docx", outside("webSettings", "http://127.0.0.1/")),
        ("link.docx", outside("hyperlink", "http://127.0.0.1/")),
        ("link-script.docx", outside("hyperlink", "javascript:alert(1)")),
        ("chunk-html.docx", beside("word/afchunk1.html", b"<script>alert(1)</script>")),
        ("chunk-mht.docx", beside("word/afchunk.mht", b"MIME-Version: 1.0")),
        ("ole.docx", beside("word/embeddings/oleObject1.bin", b"\xD0\xCF\x11\xE0")),
        ("sheet-inside.docx", beside("word/embeddings/Book1.xlsx", b"PK")),
        ("active-x.docx", beside("word/activeX/activeX1.bin", b"x")),
        ("macros.docm", beside("word/vbaProject.bin", b"x")),
        ("macro-data.docx", beside("word/vbaData.xml", b"<x/>")),
        ("custom.docx", beside("customXml/item1.xml", b"<x/>")),
        ("fonts.docx", beside("word/fonts/font1.odttf", &[7; 64])),
        ("broken-relations.docx", beside("word/_rels/document.xml.rels", b"<Relationships><")),
        (
            "typed-relations.docx",
            beside("word/_rels/document.xml.rels", b"<!DOCTYPE x><Relationships/>"),
        ),
        ("dde.docx", code(" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\" ")),
        ("dde-simple.docx", simple("DDE cmd /k")),
        ("include-text.docx", code(" INCLUDETEXT \"file:///etc/passwd\" ")),
        ("include-picture.docx", code(" INCLUDEPICTURE \"http://127.0.0.1/a.png\" \\d ")),
        ("link-field.docx", simple("LINK Excel.Sheet.12 \"\\\\\\\\host\\\\a.xlsx\"")),
    ];
    all.into_iter().map(Piece::bad).collect()
}
