//! Names are planted wherever programs write them; none is in the copy, and what is drawn is the same.

use std::io::{Cursor, Read, Write};

use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::jpeg::way_up_of;
use super::{NoCopy, plain};
use crate::{Limits, decode, preview};

/// What is planted.
const NAME: &str = "Lo Van Gieo";

fn copy(bytes: &[u8]) -> Result<Vec<u8>, NoCopy> {
    plain(bytes, &Limits::default())
}

fn holds(bytes: &[u8]) -> bool {
    let wide: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let finds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    finds(NAME.as_bytes()) || finds(&wide)
}

fn chunk(name: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(bytes);
    let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
    [&length[..], name, bytes, &sum.sum().to_be_bytes()].concat()
}

/// A small picture in colours, in the form that is asked for.
fn drawn(form: ::image::ImageFormat) -> Vec<u8> {
    let picture = ::image::RgbImage::from_fn(32, 24, |x, y| {
        ::image::Rgb([x, y, x + y].map(|it| u8::try_from(it * 4).unwrap()))
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, form).unwrap();
    bytes.into_inner()
}

#[test]
fn a_png_keeps_its_elements_alone() {
    let whole = drawn(::image::ImageFormat::Png);
    let told: Vec<u8> = [
        chunk(b"tEXt", format!("Author\0{NAME}").as_bytes()),
        chunk(b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{NAME}").as_bytes()),
        chunk(b"eXIf", NAME.as_bytes()),
        chunk(b"tIME", &[7, 0xEA, 1, 1, 0, 0, 0]),
        chunk(b"prVt", NAME.as_bytes()),
    ]
    .concat();
    let full = [&whole[..33], &told, &whole[33..], NAME.as_bytes()].concat();
    assert!(holds(&full));
    let copied = copy(&full).unwrap();
    assert_eq!(copied, copy(&whole).unwrap());
    assert!(!holds(&copied));
    assert_eq!(preview(&copied, &Limits::default()), preview(&full, &Limits::default()));
    assert_eq!(copy(&whole[..40]), Err(NoCopy::Damaged));
}

fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker][..], &length, bytes].concat()
}

#[test]
fn a_jpeg_keeps_its_elements_and_its_way_up() {
    let whole = drawn(::image::ImageFormat::Jpeg);
    let entry = b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0";
    let camera = [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01"[..], entry, &[0; 4], NAME.as_bytes()].concat();
    let told: Vec<u8> = [
        segment(0xE1, &camera),
        segment(0xE1, format!("http://ns.adobe.com/xap/1.0/\0{NAME}").as_bytes()),
        segment(0xE2, format!("ICC_PROFILE\0\x01\x01{NAME}").as_bytes()),
        segment(0xED, format!("Photoshop 3.0\08BIM{NAME}").as_bytes()),
        segment(0xFE, NAME.as_bytes()),
        segment(0xE7, NAME.as_bytes()),
    ]
    .concat();
    let full = [&whole[..2], &told, &whole[2..], NAME.as_bytes()].concat();
    let copied = copy(&full).unwrap();
    assert!(holds(&full) && !holds(&copied));
    let place = memchr::memmem::find(&copied, b"Exif\0\0").unwrap();
    assert_eq!(way_up_of(&copied[place..]), Some(6));
    assert_eq!(copy(&copied).unwrap(), copied);
    assert_eq!(preview(&copied, &Limits::default()), preview(&full, &Limits::default()));
    assert_eq!(copy(&whole[..60]), Err(NoCopy::Damaged));
}

#[test]
fn a_webp_keeps_its_picture_alone() {
    let whole = drawn(::image::ImageFormat::WebP);
    let part = |name: &[u8], bytes: &[u8]| {
        let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        [name, &length[..], bytes].concat()
    };
    let head = part(b"VP8X", &[0x0C, 0, 0, 0, 31, 0, 0, 23, 0, 0]);
    let odd = format!("{NAME}.");
    let told = [part(b"EXIF", odd.as_bytes()), part(b"XMP ", odd.as_bytes())].concat();
    let riff = |parts: &[u8]| {
        let length = u32::try_from(parts.len() + 4).unwrap().to_le_bytes();
        [&b"RIFF"[..], &length, b"WEBP", parts].concat()
    };
    let full = riff(&[&head, &whole[12..], &told].concat());
    let copied = copy(&full).unwrap();
    assert!(holds(&full) && !holds(&copied));
    assert_eq!(preview(&copied, &Limits::default()), preview(&full, &Limits::default()));
    let moving =
        riff(&[&part(b"VP8X", &[2, 0, 0, 0, 31, 0, 0, 23, 0, 0])[..], &whole[12..]].concat());
    assert_eq!(copy(&moving), Err(NoCopy::Moving));
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a package, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |at| {
        let mut part = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned())
    };
    let count = ZipArchive::new(Cursor::new(bytes)).unwrap().len();
    (0..count).map(part).collect()
}

const DOCUMENT: &str = r#"<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r"><w:body>
<w:p w:rsidR="00AB12CD"><w:pPr><w:rPr><w:ins w:id="1" w:author="NAME" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>
<w:ins w:id="2" w:author="NAME" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Mới</w:t></w:r></w:ins>
<w:del w:id="3" w:author="NAME"><w:r><w:delText>NAME cũ</w:delText></w:r></w:del>
<w:moveFrom w:author="NAME"><w:r><w:t>NAME</w:t></w:r></w:moveFrom><w:moveTo w:author="NAME"><w:r><w:t xml:space="preserve"> và &amp; rời</w:t></w:r></w:moveTo>
<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/><w:rPrChange w:author="NAME"><w:rPr/></w:rPrChange></w:rPr><w:commentReference w:id="0"/></w:r>
<w:r><w:object><v:shape alt="NAME"><v:imagedata r:id="r9" o:title="NAME"/></v:shape><o:OLEObject r:id="r8" ProgID="x"/></w:object></w:r>
<w:sdt><w:sdtPr><w:dataBinding w:xpath="NAME"/></w:sdtPr></w:sdt><wp:docPr id="1" name="NAME.png" descr="NAME"/><!-- NAME --><?NAME x?>
</w:p></w:body></w:document>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/styles" Target="styles.xml"/><Relationship Id="r2" Type="x/comments" Target="comments.xml"/><Relationship Id="r8" Type="x/oleObject" Target="embeddings/oleObject1.bin"/><Relationship Id="r5" Type="x/customXml" Target="../customXml/item1.xml"/><Relationship Id="r6" Type="x/hyperlink" Target="mailto:NAME" TargetMode="External"/><Relationship Id="r7" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>"#;
const TYPES: &str = r#"<Types><Default Extension="xml" ContentType="a"/><Override PartName="/word/document.xml" ContentType="b"/><Override PartName="/docProps/core.xml" ContentType="c"/><Override PartName="/word/comments.xml" ContentType="d"/></Types>"#;

#[test]
fn a_document_keeps_its_text_alone() {
    let named = |text: &str| text.replace("NAME", NAME);
    let (document, relations) = (named(DOCUMENT), named(RELATIONS));
    let told = format!("<x>{NAME}</x>");
    let png = drawn(::image::ImageFormat::Png);
    let photo = [&png[..33], &chunk(b"tEXt", NAME.as_bytes()), &png[33..]].concat();
    let all: [(&str, &[u8]); 12] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        (
            "word/settings.xml",
            b"<w:settings><w:rsids><w:rsid w:val=\"1\"/></w:rsids><w:zoom/></w:settings>",
        ),
        ("word/media/image1.png", &photo),
        ("docProps/core.xml", told.as_bytes()),
        ("docProps/app.xml", told.as_bytes()),
        ("docProps/custom.xml", told.as_bytes()),
        ("word/comments.xml", told.as_bytes()),
        ("word/people.xml", told.as_bytes()),
        ("word/embeddings/oleObject1.bin", NAME.as_bytes()),
        ("customXml/item1.xml", told.as_bytes()),
    ];
    let full = package(&all);
    let copied = copy(&full).unwrap();
    let found = parts(&copied);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, all.iter().take(5).map(|(name, _)| *name).collect::<Vec<_>>());
    let held: Vec<&String> =
        found.iter().filter(|(_, text)| holds(text.as_bytes())).map(|(name, _)| name).collect();
    assert_eq!(held, Vec::<&String>::new());
    let text = |bytes: &[u8]| decode(bytes, &Limits::default()).unwrap().text;
    assert_eq!(text(&copied), text(&full));
    assert_eq!(text(&copied), "Mới và & rời\n");
    let expect = r#"<Relationships><Relationship Id="r1" Type="x/styles" Target="styles.xml"/><Relationship Id="r6" Type="x/hyperlink" Target="about:blank" TargetMode="External"/><Relationship Id="r7" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>"#;
    assert_eq!(found[2].1, expect);
    assert_eq!(
        found[0].1,
        r#"<Types><Default Extension="xml" ContentType="a"/><Override PartName="/word/document.xml" ContentType="b"/></Types>"#
    );
    assert_eq!(found[3].1, "<w:settings><w:zoom/></w:settings>");
}

#[test]
fn what_cannot_be_copied_says_why() {
    let check = |bytes: &[u8], expect: NoCopy| assert_eq!(copy(bytes), Err(expect));
    let part = |name: &str| package(&[("word/document.xml", b"<w/>"), (name, b"x")]);
    check(b"", NoCopy::Damaged);
    check("Máy gieo hạt".as_bytes(), NoCopy::Kind);
    check(b"\0\0\0\x18ftypheic\0\0\0\0", NoCopy::Kind);
    check(b"PK\x03\x04", NoCopy::Damaged);
    check(&package(&[("xl/workbook.xml", b"<w/>")]), NoCopy::Kind);
    check(&part("word/media/a.gif"), NoCopy::Kind);
    check(&part("word/afchunk.mht"), NoCopy::Kind);
    check(&part("word/media/a.png"), NoCopy::Kind);
    check(&part("word/styles.xml")[..90], NoCopy::Damaged);
    check(&package(&[("word/document.xml", b"<!DOCTYPE x><w/>")]), NoCopy::Damaged);
}

/// A PDF of a page with letters, a photograph, and a name wherever there is a place for one.
fn told_pdf() -> Vec<u8> {
    let jpeg = drawn(::image::ImageFormat::Jpeg);
    let photo = [&jpeg[..2], &segment(0xFE, NAME.as_bytes()), &jpeg[2..]].concat();
    let stream = |head: &str, bytes: &[u8]| {
        let head = format!("<< {head} /Length {} >>\nstream\n", bytes.len());
        [head.as_bytes(), bytes, b"\nendstream"].concat()
    };
    let draws = b"BT /F 30 Tf 60 700 Td (Thung May) Tj ET q 320 0 0 240 60 300 cm /I Do Q";
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> /Annots [<< /Subtype /Popup /Rect [0 0 1 1] /F 2 /T ({NAME}) /Contents ({NAME}) >>] /PieceInfo << /X ({NAME}) >> >>").into_bytes(),
        stream("", draws),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_vec(),
        stream("/Type /XObject /Subtype /Image /Width 32 /Height 24 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", &photo),
        stream("/Type /Metadata /Subtype /XML", NAME.as_bytes()),
        format!("<< /Author ({NAME}) /Creator ({NAME}) >>").into_bytes(),
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = String::new();
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend([format!("{} 0 obj\n", at + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let start = bytes.len();
    let end = format!(
        "xref\n0 9\n0000000000 65535 f \n{table}trailer\n<< /Size 9 /Root 1 0 R /Info 8 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    bytes.extend(end.bytes());
    bytes
}

/// Of a thousand colours of two pictures of one size, how many differ by more than an eye sees.
fn differing(one: &[u8], other: &[u8]) -> usize {
    let [one, other] = [one, other].map(|png| ::image::load_from_memory(png).unwrap().into_rgb8());
    assert_eq!(one.dimensions(), other.dimensions());
    let pairs = one.as_raw().iter().zip(other.as_raw());
    let differ = pairs.filter(|(one, other)| one.abs_diff(**other) > 32).count();
    differ * 1_000 / one.as_raw().len()
}

#[test]
fn a_pdf_keeps_what_its_pages_draw() {
    let full = told_pdf();
    let copied = copy(&full).unwrap();
    assert!(holds(&full) && !holds(&copied));
    let text = |bytes: &[u8]| {
        let limits = Limits { recognises: false, ..Limits::default() };
        decode(bytes, &limits).unwrap().text
    };
    assert_eq!(text(&copied), text(&full));
    let [before, after] = [&full, &copied].map(|pdf| preview(pdf, &Limits::default()));
    assert_eq!((before.len(), after.len()), (1, 1));
    assert!(differing(&before[0], &after[0]) < 5, "{}", differing(&before[0], &after[0]));
    for told in ["cairo", "CreationDate (D"] {
        assert_eq!(memchr::memmem::find(&copied, told.as_bytes()), None, "{told}");
    }
    assert_eq!(copy(&full).unwrap(), copied);
    assert_eq!(copy(b"%PDF-1.7 nothing"), Err(NoCopy::Damaged));
}
