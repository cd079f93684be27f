//! A form: what is printed can be read, and there is room for a pen.

use typesetting::{Align, Blank, Block, Column, Form, Heading, Post, Signature, Table};

fn form() -> Form {
    let blank = |label: &str, more| Block::Blank(Blank { label: label.to_owned(), more });
    let column = |head: &str, share| Column { head: head.to_owned(), share, align: Align::Left };
    let signed = |post: &str| Signature {
        posts: vec![Post::read(post)],
        note: Some("Ký, ghi rõ họ tên".to_owned()),
        name: None,
    };
    Form {
        label: "Mẫu 1".to_owned(),
        name: "Phiếu đăng ký dự thi".to_owned(),
        subject: "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9".to_owned(),
        body: vec![
            blank("1. Tên giải pháp:", 1),
            Block::Heading(Heading::Edge, "2. Lĩnh vực dự thi".to_owned()),
            Block::Choices(vec!["Cơ khí".to_owned(), "Y dược".to_owned()]),
            Block::Table(Table {
                columns: vec![column("Họ và tên", 3), column("Ngày sinh", 2)],
                rows: vec![vec![String::new(); 2]; 3],
                sum: false,
            }),
            blank("", 2),
        ],
        signatures: vec![signed("Xác nhận của đơn vị"), signed("Tác giả")],
    }
}

fn text(bytes: &[u8]) -> String {
    let text = decoding::decode(bytes, &decoding::Limits::default());
    let text = text.expect("what we wrote can be read").text;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_printed_can_be_read() {
    for bytes in [form().pdf(), form().docx()] {
        let text = text(&bytes);
        for words in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHIẾU ĐĂNG KÝ DỰ THI",
            "1. Tên giải pháp:",
            "Cơ khí",
            "Ngày sinh",
            "(Ký, ghi rõ họ tên)",
        ] {
            let times = if words.starts_with('(') { 2 } else { 1 };
            assert_eq!(text.matches(words).count(), times, "{words}: {text}");
        }
    }
}

#[test]
fn the_same_form_is_the_same_file() {
    assert_eq!(form().pdf(), form().pdf());
    assert_eq!(form().docx(), form().docx());
}

#[test]
fn a_long_form_goes_on_over_pages() {
    let body = form().body.into_iter().cycle().take(60).collect();
    let pages = |form: &Form| {
        let decoded = decoding::decode(&form.pdf(), &decoding::Limits::default()).unwrap();
        decoded.text.matches("Tên giải pháp").count()
    };
    assert_eq!(pages(&Form { body, ..form() }), 12);
}
