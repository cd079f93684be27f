//! What files do by themselves, in the forms in which it is written.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

fn found(bytes: &[u8]) -> Vec<Active> {
    active(bytes, &Limits::default()).unwrap()
}

#[test]
fn what_a_pdf_does_is_seen() {
    let check = |body: &str, expect: &[Active]| {
        assert_eq!(found(format!("%PDF-1.7\n{body}").as_bytes()), expect, "{body}");
    };
    check("<< /Type /Catalog >>", &[]);
    check("<< /S /JavaScript /JS (app.alert(1)) >>", &[Active::Script]);
    check("<< /S /J#61vaScript >>", &[Active::Script]);
    check("<< /S /#4a#53 >>", &[Active::Script]);
    check("<< /S /Launch /F (cmd.exe) >>", &[Active::Launch]);
    check(
        "<< /Names << /EmbeddedFiles 4 0 R >> /XFA 5 0 R >>",
        &[Active::Attachment, Active::Form],
    );
    check("<< /JSomething /Launcher >>", &[]);
    check("<< /S /GoToR /F (\\\\host) >>", &[Active::Elsewhere]);
    check("<< /S /SubmitForm >> << /S /URI >>", &[Active::Elsewhere]);
    check("stream\n/JS /Launch\nendstream /Name", &[]);
    check("stream\n/JS", &[]);
    check("streams /RichMedia", &[Active::Media]);
    check("/J#", &[]);
    check("/JS#zz", &[Active::Script]);
}

#[test]
fn objects_in_packed_streams_are_seen() {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(b"1 0 << /S /JavaScript >>").unwrap();
    let packed = packed.finish().unwrap();
    let pdf = |kind: &str| {
        let head = format!("%PDF-1.7\n<< /Type /{kind} /Filter /FlateDecode >>\nstream\r\n");
        [head.as_bytes(), &packed, b"\nendstream"].concat()
    };
    assert_eq!(found(&pdf("ObjStm")), [Active::Script]);
    assert_eq!(found(&pdf("XObject")), []);
}

#[test]
fn a_stream_that_unpacks_to_much_is_cut() {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&vec![b' '; 4_000_000]).unwrap();
    packed.write_all(b"/JS").unwrap();
    let bomb = [&b"/ObjStm\nstream\n"[..], &packed.finish().unwrap()].concat();
    assert_eq!(of_pdf(&bomb, 5_000_000), [Active::Script]);
    assert_eq!(of_pdf(&bomb, 1_000_000), []);
}

#[test]
fn what_an_office_document_does_is_seen() {
    let check = |parts: &[(&str, &str)], expect: &[Active]| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        assert_eq!(found(&zip.finish().unwrap().into_inner()), expect, "{parts:?}");
    };
    let outside = |kind: &str| {
        format!(
            "<r><Relationship Type=\"x/{kind}\" Target=\"http://x\" TargetMode=\"External\"/></r>"
        )
    };
    let main = ("word/document.xml", "<w:document/>");
    check(&[main], &[]);
    check(&[main, ("word/vbaProject.bin", "")], &[Active::Macro]);
    check(&[main, ("word/embeddings/oleObject1.bin", "")], &[Active::Object]);
    check(&[main, ("word/_rels/document.xml.rels", &outside("hyperlink"))], &[]);
    let field = |text: &str| format!("<d><instrText>{text}</instrText></d>");
    check(&[("word/document.xml", &field(" PAGE "))], &[]);
    check(&[("word/document.xml", &field("LINKED"))], &[]);
    check(&[("word/document.xml", &field(" DDEAUTO cmd"))], &[Active::Elsewhere]);
    check(&[main, ("word/header1.xml", &field("includetext x"))], &[Active::Elsewhere]);
    let pieces = "<d><instrText>D</instrText><t>x</t><instrText>DE cmd</instrText></d>";
    check(&[("word/document.xml", pieces)], &[Active::Elsewhere]);
    let simple = "<d><fldSimple instr='LINK Excel'/></d>";
    check(&[("word/document.xml", simple)], &[Active::Elsewhere]);
    for kind in ["attachedTemplate", "image", "oleObject", "frame"] {
        let relations = outside(kind);
        check(&[main, ("word/_rels/settings.xml.rels", &relations)], &[Active::Elsewhere]);
    }
}
