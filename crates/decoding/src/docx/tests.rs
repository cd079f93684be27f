use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::undecodable::Undecodable;
use crate::{Encoding, How, Limits, decode};

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn paragraph(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

#[track_caller]
fn check(body: &str, expect: &str) {
    let bytes = package(&[("word/document.xml", &document(body))]);
    let found = decode(&bytes, &Limits::default()).map(|it| it.text);
    assert_eq!(found.as_deref(), Ok(expect));
}

#[test]
fn paragraphs_are_lines() {
    check(
        &(paragraph(&run("Số: 1")) + &paragraph(&(run("a &amp; ") + &run("b&#233;")))),
        "Số: 1\na & bé\n",
    );
    check(
        &paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"),
        "a\nb\tc\n",
    );
    check(
        &paragraph(
            "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>",
        ),
        "a\n",
    );
}

#[test]
fn what_is_not_seen_is_left_out() {
    check(
        &paragraph(&format!("{}<w:del>{}</w:del><w:ins>{}</w:ins>", run("a"), run("b"), run("c"))),
        "ac\n",
    );
    check(
        &paragraph(&format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>{}", run("a"))),
        "a\n",
    );
    check(&paragraph(r#"<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r>"#), "a\n");
    check(
        &paragraph(&format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>{}"#,
            run("5/2025")
        )),
        "5/2025\n",
    );
}

#[test]
fn capitals_of_a_format_are_capitals() {
    check(&paragraph("<w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r>"), "KẾ HOẠCH\n");
}

#[test]
fn boxes_follow_their_paragraph_once() {
    let inside = paragraph(&run("HỘP"));
    let choice = format!("<mc:Choice><w:txbxContent>{inside}</w:txbxContent></mc:Choice>");
    let fallback = format!("<mc:Fallback><w:txbxContent>{inside}</w:txbxContent></mc:Fallback>");
    let alternate =
        format!("<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>");
    check(&paragraph(&format!("{}{alternate}{}", run("a"), run("b"))), "ab\nHỘP\n");
}

#[test]
fn tables_keep_rows_and_heads_their_blocks() {
    let cell = |texts: &[&str]| {
        let inside: String = texts.iter().map(|text| paragraph(&run(text))).collect();
        format!("<w:tc>{inside}</w:tc>")
    };
    let row = |cells: &[&[&str]]| {
        let cells: String = cells.iter().map(|texts| cell(texts)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let head =
        row(&[&["UBND TỈNH"], &["CỘNG HÒA", "Độc lập"]]) + &row(&[&["Số: 1"], &["X, ngày 2"]]);
    check(&format!("<w:tbl>{head}</w:tbl>"), "UBND TỈNH\nCỘNG HÒA\nĐộc lập\nSố: 1\nX, ngày 2\n");
    let work = row(&[&["TT"], &["Việc"], &["Hạn"]]) + &row(&[&["1"], &["a;", "b"], &["3/2025"]]);
    check(&format!("<w:tbl>{work}</w:tbl>"), "TT | Việc | Hạn\n1 | a; b | 3/2025\n");
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"#;
const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Sub"><w:basedOn w:val="Item"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;

#[test]
fn numbers_of_lists_are_printed() {
    let styled = |style: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, run(style))
    };
    let listed = |number: u8| {
        let number =
            format!(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>"#);
        format!("<w:p><w:pPr>{number}</w:pPr>{}</w:p>", run("x"))
    };
    let styles = ["Item", "Sub", "Sub", "Item", "Sub"].map(styled).concat();
    let lists = [2, 3, 3, 4, 0].map(listed).concat();
    let body = document(&(styles + &lists));
    let parts = [
        ("word/document.xml", body.as_str()),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
    ];
    let text = decode(&package(&parts), &Limits::default()).unwrap().text;
    let expect = "I. Item\n1. Sub\n2. Sub\nII. Item\n1. Sub\n- x\na) x\nb) x\na) x\nx\n";
    assert_eq!(text, expect);
}

#[test]
fn footnotes_stand_at_the_end() {
    let body = document(&paragraph(&run("a")));
    let notes = format!(
        r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator">{}</w:footnote><w:footnote w:id="1">{}</w:footnote></w:footnotes>"#,
        paragraph(&run("---")),
        paragraph(&run("ghi chú"))
    );
    let parts = [("word/document.xml", body.as_str()), ("word/footnotes.xml", &notes)];
    assert_eq!(decode(&package(&parts), &Limits::default()).unwrap().text, "a\nghi chú\n");
}

#[test]
fn fonts_of_old_are_read() {
    let font = |font: &str, text: &str| {
        format!(r#"<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>{text}</w:t></w:r>"#)
    };
    check(&paragraph(&font(".VnTime", "§éc lËp")), "Độc lập\n");
    check(&paragraph(&font(".VnTimeH", "kÕ ho¹ch")), "KẾ HOẠCH\n");
    check(&paragraph(&font("VNI-Times", "Ñoäc laäp")), "Độc lập\n");
    check(&paragraph(&font(".VnTime", "đã đổi")), "đã đổi\n");
}

#[test]
fn packages_that_are_no_paper_are_told_apart() {
    let body = document(&paragraph(&run("a")));
    let trouble = |parts: &[(&str, &str)]| decode(&package(parts), &Limits::default()).unwrap_err();
    assert_eq!(trouble(&[("xl/workbook.xml", "")]), Undecodable::OfficeSheet);
    assert_eq!(trouble(&[("ppt/presentation.xml", "")]), Undecodable::OfficeSlides);
    assert_eq!(trouble(&[("a.zip", "PK"), ("../../etc/passwd", "x")]), Undecodable::ArchiveOther);
    assert_eq!(trouble(&[("word/document.xml", "<w:p>")]), Undecodable::OfficeDamaged);
    assert_eq!(trouble(&[("word/document.xml", "<w:p/>")]), Undecodable::NoText);
    let declared =
        format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", body.replace("<?xml version=\"1.0\"?>", ""));
    assert_eq!(trouble(&[("word/document.xml", &declared)]), Undecodable::OfficeDoctype);
    let deep = document(&"<w:p>".repeat(300));
    assert_eq!(trouble(&[("word/document.xml", &deep)]), Undecodable::OfficeDamaged);
}

#[test]
fn macros_and_what_is_outside_are_not_looked_at() {
    let link = r#"<Relationships><Relationship Target="file:///etc/passwd" TargetMode="External"/></Relationships>"#;
    let body = document(&paragraph(&run("a")));
    let parts = [
        ("word/vbaProject.bin", "Sub AutoOpen"),
        ("word/document.xml", body.as_str()),
        ("word/_rels/document.xml.rels", link),
    ];
    let decoded = decode(&package(&parts), &Limits::default()).unwrap();
    assert_eq!(
        (decoded.text.as_str(), decoded.how, decoded.encoding),
        ("a\n", How::Docx, Encoding::Utf8)
    );
}

#[test]
fn a_package_stays_within_its_limits() {
    let long = document(&paragraph(&run(&"a".repeat(100_000))));
    let bytes = package(&[("word/document.xml", &long)]);
    let found = |limits: Limits| decode(&bytes, &limits).map(|it| it.text.len());
    assert_eq!(
        found(Limits { unpacked: 50_000, ..Limits::default() }),
        Err(Undecodable::ArchiveTooBig)
    );
    assert_eq!(found(Limits { text: 50_000, ..Limits::default() }), Err(Undecodable::TextTooLong));
    assert_eq!(
        found(Limits { parts: 0, ..Limits::default() }),
        Err(Undecodable::ArchiveTooManyParts)
    );
    assert_eq!(found(Limits { bytes: 10, ..Limits::default() }), Err(Undecodable::TooBig));
    assert_eq!(found(Limits::default()), Ok(100_001));
}
