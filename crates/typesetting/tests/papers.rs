//! A report, a decision, minutes and a letter: laid out, and read back by the reader of papers.

use documents::{Facts, IssueDate, Kind};
use kernel::Day;
use typesetting::{
    Align, Annex, Block, Column, Dated, Heading, Paper, Post, Run, Signature, Table, Title, docx,
    pdf,
};

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

fn signed(posts: &[&str], name: &str) -> Signature {
    let posts = posts.iter().map(|post| Post::read(post)).collect();
    Signature { posts, name: Some(name.to_owned()), ..Signature::default() }
}

fn figures(rows: usize) -> Table {
    let column = |head: &str, share, align| Column { head: head.to_owned(), share, align };
    let row = |at: usize| {
        let unit = format!("Ủy ban nhân dân xã Suối Đá {at}");
        vec![at.to_string(), unit, "3".to_owned(), "2".to_owned()]
    };
    let sum = [String::new(), "Cộng".to_owned(), (rows * 3).to_string(), (rows * 2).to_string()];
    Table {
        columns: vec![
            column("TT", 1, Align::Centre),
            column("Đơn vị", 6, Align::Left),
            column("Nhiệm vụ được giao", 2, Align::Right),
            column("Đã hoàn thành", 2, Align::Right),
        ],
        rows: (1..=rows).map(row).chain([sum.to_vec()]).collect(),
        sum: true,
    }
}

fn report() -> Paper {
    let words = "Đã ban hành văn bản triển khai, đăng tải thể lệ trên cổng thông tin điện tử và \
        tuyên truyền trên hệ thống truyền thanh cơ sở đến từng thôn, bản. ";
    Paper {
        superior: Some("Ủy ban nhân dân tỉnh Sa Lĩnh".to_owned()),
        issuer: "Sở Khoa học và Công nghệ".to_owned(),
        number: Some(5),
        symbol: "BC-SKHCN".to_owned(),
        place: "Sa Lĩnh".to_owned(),
        dated: Dated { day: Some(8), month: Some(1), year: Some(2026) },
        title: Title::Named {
            kind: "Báo cáo".to_owned(),
            subject: "Kết quả triển khai Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 quý IV/2025"
                .to_owned(),
        },
        to: vec!["Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh".to_owned()],
        body: vec![
            Block::Basis("Căn cứ Kế hoạch số 412/KH-UBND ngày 12 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh Sa Lĩnh;".to_owned()),
            Block::Heading(Heading::Flush, "I. CÔNG TÁC PHÁT ĐỘNG, TUYÊN TRUYỀN".to_owned()),
            Block::text(words.repeat(4)),
            Block::Paragraph(vec![Run::plain("Số giải pháp đăng ký: "), Run::strong("12"), Run::plain(".")]),
            Block::Heading(Heading::Flush, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ".to_owned()),
            Block::Table(figures(24)),
            Block::Heading(Heading::Flush, "III. KIẾN NGHỊ".to_owned()),
            Block::text("Đề nghị hỗ trợ kinh phí in tài liệu <hướng dẫn> & biểu mẫu."),
        ],
        signatures: vec![signed(&["KT. Giám đốc", "Phó Giám đốc"], "Lò Văn Mẫu")],
        recipients: names(&["Như trên", "Giám đốc Sở (để b/c)", "Lưu: VT, QLCN"]),
        annexes: vec![Annex {
            label: "Phụ lục I".to_owned(),
            title: "Danh sách giải pháp đăng ký dự thi".to_owned(),
            body: vec![Block::Table(figures(3))],
        }],
    }
}

fn decision() -> Paper {
    Paper {
        superior: None,
        issuer: "Ủy ban nhân dân tỉnh Sa Lĩnh".to_owned(),
        number: Some(412),
        symbol: "QĐ-UBND".to_owned(),
        title: Title::Named {
            kind: "Quyết định".to_owned(),
            subject: "Thành lập Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9"
                .to_owned(),
        },
        to: Vec::new(),
        body: vec![
            Block::Basis("Căn cứ Luật Tổ chức chính quyền địa phương;".to_owned()),
            Block::Heading(Heading::Centred, "QUYẾT ĐỊNH:".to_owned()),
            Block::Paragraph(vec![
                Run::strong("Điều 1."),
                Run::plain(" Thành lập Ban Tổ chức Hội thi gồm các ông, bà có tên sau đây."),
            ]),
        ],
        signatures: vec![signed(
            &["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
            "Vàng Thị Mẫu",
        )],
        annexes: Vec::new(),
        ..report()
    }
}

fn letter() -> Paper {
    Paper {
        symbol: "SKHCN-QLCN".to_owned(),
        title: Title::Letter {
            subject: "đôn đốc báo cáo Hội thi Sáng tạo kỹ thuật".to_owned()
        },
        to: names(&["Sở Y tế", "Sở Tư pháp"]),
        annexes: Vec::new(),
        ..report()
    }
}

fn minutes() -> Paper {
    Paper {
        title: Title::Named {
            kind: "Biên bản".to_owned(),
            subject: "Họp Hội đồng giám khảo".to_owned(),
        },
        symbol: "BB-HĐGK".to_owned(),
        to: Vec::new(),
        signatures: vec![signed(&["Thư ký"], "Lò Văn Mẫu"), signed(&["Chủ trì"], "Vàng Thị Mẫu")],
        annexes: Vec::new(),
        ..report()
    }
}

fn read_back(bytes: &[u8]) -> Facts {
    let decoded = decoding::decode(bytes, &decoding::Limits::default());
    documents::read(&decoded.expect("what we wrote can be read").text)
}

#[test]
fn the_reader_finds_what_was_written() {
    let check = |name: &str, paper: &Paper, kind: Kind, date: (i8, i8)| {
        for (layout, bytes) in [("pdf", pdf(paper)), ("docx", docx(paper))] {
            let facts = read_back(&bytes);
            let document = facts.document;
            let at = format!("{name} as {layout}");
            assert_eq!(document.kind, Some(kind), "{at}");
            assert_eq!(
                document.number.as_deref().map(|it| it.trim_start_matches('0').to_owned()),
                paper.number.map(|number| number.to_string()),
                "{at}"
            );
            assert_eq!(document.symbol.as_ref(), Some(&paper.symbol), "{at}");
            let (day, month) = date;
            let expect = IssueDate { day: Some(day), month: Some(month), year: Some(2026) };
            assert_eq!(document.date, expect, "{at}");
            assert_eq!(document.place.as_ref(), Some(&paper.place), "{at}");
            assert_eq!(document.issuer.as_ref(), Some(&paper.issuer), "{at}");
            assert_eq!(document.issuer_parent, paper.superior, "{at}");
            assert_eq!(document.addressees, paper.to, "{at}");
            let signatory = document.signatory.unwrap();
            assert_eq!(signatory.name, paper.signatures.last().unwrap().name, "{at}");
            assert_eq!(document.recipients, paper.recipients, "{at}");
        }
    };
    check("report", &report(), Kind::Report, (8, 1));
    check("decision", &decision(), Kind::Decision, (8, 1));
    check("letter", &letter(), Kind::Dispatch, (8, 1));
    check("minutes", &minutes(), Kind::Minutes, (8, 1));
}

#[test]
fn a_draft_leaves_room_for_the_registry() {
    let day = Day::new(2026, 3, 20).unwrap();
    let draft = Paper { number: None, dated: Dated::in_month_of(day), ..report() };
    for bytes in [pdf(&draft), docx(&draft)] {
        let document = read_back(&bytes).document;
        assert_eq!((document.number, document.symbol.as_deref()), (None, Some("BC-SKHCN")));
        assert_eq!(document.date, IssueDate { day: None, month: Some(3), year: Some(2026) });
    }
}

#[test]
fn the_same_paper_is_the_same_file() {
    assert_eq!(pdf(&report()), pdf(&report()));
    assert_eq!(docx(&report()), docx(&report()));
}

#[test]
fn the_words_can_be_copied_as_they_were_written() {
    let text = |bytes: &[u8]| {
        let text = decoding::decode(bytes, &decoding::Limits::default()).unwrap().text;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let sentence = "Đề nghị hỗ trợ kinh phí in tài liệu <hướng dẫn> & biểu mẫu.";
    for bytes in [pdf(&report()), docx(&report())] {
        assert_eq!(text(&bytes).matches(sentence).count(), 1);
        assert_eq!(text(&bytes).matches("Độc lập - Tự do - Hạnh phúc").count(), 1);
    }
}
