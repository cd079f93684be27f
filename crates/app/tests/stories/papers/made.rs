//! Files made for the occasion: small, and each with one thing about it.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

/// A paper of a contest that does not exist, line by line.
pub const LINES: [&str; 16] = [
    "BAN TỔ CHỨC HỘI THI",
    "SÁNG TẠO KỸ THUẬT TỈNH AN BÌNH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/KH-BTC",
    "An Bình, ngày 15 tháng 3 năm 2025",
    "KẾ HOẠCH",
    "Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh An Bình lần thứ 9, năm 2025",
    "Căn cứ Quyết định số 41/QĐ-UBND ngày 10/01/2025 của UBND tỉnh An Bình;",
    "1. Sở Khoa học và Công nghệ",
    "- Tuyên truyền Hội thi trên trang thông tin điện tử.",
    "2. Thời gian nhận hồ sơ: đến hết ngày 30/6/2025.",
    "3. Chấm sơ khảo: trước ngày 15/8/2025.",
    "TM. BAN TỔ CHỨC",
    "TRƯỞNG BAN",
    "Nguyễn Văn Mẫu",
];

/// A ZIP of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The main part of a DOCX with these lines.
pub fn word(lines: &[&str]) -> String {
    let paragraph = |line: &&str| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
    let body: String = lines.iter().map(paragraph).collect();
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
}

/// A DOCX with these lines.
pub fn docx(lines: &[&str]) -> Vec<u8> {
    package(&[("word/document.xml", word(lines).as_bytes())])
}

/// A PDF of these objects, from number 1; the first is its catalogue.
pub fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (start, count) = (bytes.len(), objects.len() + 1);
    bytes.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    let end =
        format!("trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(end.bytes());
    bytes
}

fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn page_of(resources: &str, content: &[u8], others: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        stream("", content),
    ];
    objects.extend(others);
    objects
}

/// A page of text with its own table from codes to letters, so that no font has to be there.
pub fn pdf_of_text(lines: &[&str]) -> Vec<Vec<u8>> {
    let mut letters: Vec<char> = lines.iter().flat_map(|line| line.chars()).collect();
    letters.sort_unstable();
    letters.dedup();
    let code = |letter: char| letters.iter().position(|one| *one == letter).unwrap() + 1;
    let mut content = "BT /F 12 Tf 1 0 0 1 60 780 Tm 20 TL\n".to_owned();
    for line in lines {
        let codes: String = line.chars().fold(String::new(), |mut text, letter| {
            write!(text, "{:02x}", code(letter)).unwrap();
            text
        });
        writeln!(content, "<{codes}> Tj T*").unwrap();
    }
    content.push_str("ET");
    let mut table = "1 begincodespacerange <00> <ff> endcodespacerange\n".to_owned();
    for letter in &letters {
        let code = code(*letter);
        writeln!(table, "1 beginbfchar <{code:02x}> <{:04x}> endbfchar", *letter as u32).unwrap();
    }
    let table = format!("/CIDInit /ProcSet findresource begin begincmap\n{table}endcmap end");
    let widths = "550 ".repeat(255);
    let font = format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 1 /LastChar 255 /Widths [{widths}] /ToUnicode 6 0 R >>"
    );
    page_of(
        "/Font << /F 5 0 R >>",
        content.as_bytes(),
        vec![font.into_bytes(), stream("", table.as_bytes())],
    )
}

/// A page that is a picture and nothing else. `form` says how it is packed.
pub fn pdf_of_picture(width: u64, height: u64, form: &str, bytes: &[u8]) -> Vec<Vec<u8>> {
    let head = format!(
        "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 {form}"
    );
    page_of("/XObject << /I 5 0 R >>", b"595 0 0 842 0 0 cm /I Do", vec![stream(&head, bytes)])
}

/// A picture in gray, in the simplest form of TIFF.
pub fn tiff(width: u32, height: u32, element: impl Fn(u32, u32) -> u8) -> Vec<u8> {
    let entries = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, height),
        (279, 4, width * height),
    ];
    let mut bytes = b"II*\0".to_vec();
    bytes.extend((8 + width * height).to_le_bytes());
    bytes.extend(
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| element(x, y)),
    );
    bytes.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    for (tag, kind, value) in entries {
        bytes.extend(u16::to_le_bytes(tag));
        bytes.extend(u16::to_le_bytes(kind));
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 4]);
    bytes
}
