//! A paper as DOCX (ISO/IEC 29500): the parts of the package, with the smallest content that Word asks for.

mod body;
mod form;
mod markup;
mod picture;
mod table;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use self::picture::Pictures;
use crate::form::Form;
use crate::paper::Paper;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"#;

/// Stands before the first part that is named where there are pictures.
const PNG: &str = r#"<Default Extension="png" ContentType="image/png"/><Override "#;

const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// What the main part refers to; pictures follow.
const PARTS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>"#;

const STYLES: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="254" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>"#;

/// The number of the page; the first page of a section has none, because its head is another, empty one.
const HEADER: &str = r#"<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#;

/// A paper as DOCX.
pub fn docx(paper: &Paper) -> Vec<u8> {
    whole(&body::document(paper), &picture::of_paper(paper))
}

/// A form as DOCX.
pub(crate) fn form(form: &Form) -> Vec<u8> {
    whole(&form::document(form), &picture::of_blocks(&form.body))
}

fn whole(document: &str, pictures: &Pictures) -> Vec<u8> {
    let types = match pictures.is_empty() {
        true => TYPES.to_owned(),
        false => TYPES.replacen("<Override ", PNG, 1),
    };
    let parts = [
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", PACKAGE),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", &related(pictures)),
        ("word/styles.xml", STYLES),
        ("word/header1.xml", HEADER),
    ];
    packed(&parts, pictures).expect("memory takes what is written")
}

/// What the main part refers to.
fn related(pictures: &Pictures) -> String {
    let picture = |id: &String| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/{id}.png"/>"#
        )
    };
    let pictures: String = pictures.keys().map(picture).collect();
    format!("{PARTS}{pictures}</Relationships>")
}

fn packed(parts: &[(&str, &str)], pictures: &Pictures) -> zip::result::ZipResult<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    // The same paper makes the same bytes, so parts carry the first day that a ZIP can name.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, content) in parts {
        package.start_file(*name, options)?;
        package.write_all(br#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)?;
        package.write_all(content.as_bytes())?;
    }
    for (id, bytes) in pictures {
        package.start_file(format!("word/media/{id}.png"), options)?;
        package.write_all(bytes)?;
    }
    Ok(package.finish()?.into_inner())
}
