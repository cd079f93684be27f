//! Certificates and codes, laid out.

use typesetting::{Block, Certificate, Dated, Paper, Post, Signature, certificates, docx, pdf, qr};

fn certificate(holder: &str, lines: &[&str]) -> Certificate {
    Certificate {
        is_framed: true,
        superior: Some("Ủy ban nhân dân tỉnh Sa Lĩnh".to_owned()),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9".to_owned(),
        kind: "Giấy chứng nhận".to_owned(),
        opening: "Chứng nhận".to_owned(),
        holder: holder.to_owned(),
        unit: "Trường Trung học phổ thông Thung Mây".to_owned(),
        prize: "Đạt giải Nhì".to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        notes: vec!["Số: 12/GCN-BTC".to_owned(), "Theo Quyết định số 15/QĐ-BTC".to_owned()],
        place: "Sa Lĩnh".to_owned(),
        dated: Dated { day: Some(21), month: Some(11), year: Some(2026) },
        signature: Signature {
            posts: vec![Post::read("TM. Ban Tổ chức"), Post::read("Trưởng ban")],
            note: None,
            name: Some("Lò Văn Sương".to_owned()),
        },
        code: qr::code("https://hoithi.example/giay-chung-nhan/ABCDE23456")
            .expect("a short address is a code"),
        code_words: vec!["Kiểm tra tại hoithi.example/giay-chung-nhan".to_owned()],
    }
}

/// How often a text stands in a file.
fn count(bytes: &[u8], text: &[u8]) -> usize {
    bytes.windows(text.len()).filter(|window| *window == text).count()
}

#[test]
fn each_certificate_is_one_lying_page_with_one_set_of_faces() {
    let long = "Máy tách hạt và phân loại hạt giống cây lâm nghiệp bằng luồng khí có điều khiển, dùng cho hộ gia đình \
        và hợp tác xã ở vùng không có điện lưới, kèm bộ tích điện từ tua-bin nước mi-ni tự chế";
    let names = "Giàng A Pháo\nLò Thị Hương Giang\nNguyễn Văn Bình\nHoàng Thị Sáu\nTrần Đức Long";
    let all = [
        certificate("Giàng A Pháo", &["Giải pháp: Máy tách hạt"]),
        certificate(names, &[long, long, long]),
    ];
    let file = certificates("Giấy chứng nhận", &all);
    assert_eq!(count(&file, b"/MediaBox [0 0 841.8898 595.27563]"), 2);
    assert_eq!(count(&file, b"/FontFile2"), 3);
    assert_eq!(file, certificates("Giấy chứng nhận", &all));
}

#[test]
fn a_code_stands_in_both_layouts() {
    let code = qr::code("https://hoithi.example/so-cai").unwrap();
    let block = Block::Code(code, "Điểm mốc sổ cái".to_owned());
    let paper = Paper { body: vec![block.clone(), block], ..Paper::default() };
    let without = Paper { body: vec![Block::text("Điểm mốc sổ cái")], ..Paper::default() };
    let names = |bytes: Vec<u8>| {
        let package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut names: Vec<String> =
            package.file_names().map(|name| name.unwrap().into_owned()).collect();
        names.sort();
        names
    };
    let pictures =
        |names: Vec<String>| names.into_iter().filter(|name| name.ends_with(".png")).count();
    assert_eq!(pictures(names(docx(&paper))), 1);
    assert_eq!(pictures(names(docx(&without))), 0);
    assert!(pdf(&paper).len() > pdf(&without).len());
}
