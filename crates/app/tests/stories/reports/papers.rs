//! Reports as official papers: what the file says is what was reported, read back by the reader.

use documents::{Facts, IssueDate, Kind};

use super::standing::{decide, open, report, submit};
use crate::browser::Browser;
use crate::house::House;

stories! {
    a_report_is_laid_out_and_read_back,
    head_and_signature_are_kept_for_the_next,
    all_units_together_are_one_paper,
}

/// The paper at an address, as the reader of papers understands it, with its text.
async fn read(who: &Browser<'_>, path: &str) -> (Facts, String) {
    let reply = who.get(path).await;
    reply.is(200);
    let decoded = decoding::decode(&reply.body, &decoding::Limits::default()).unwrap();
    let text = decoded.text.split_whitespace().collect::<Vec<_>>().join(" ");
    (documents::read(&decoded.text), text)
}

async fn a_report_is_laid_out_and_read_back(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let own = house.known(world::COORDINATOR);
    submit(house, &own, &path, ["Đã tổ chức 12 buổi phát thanh.", "", "Thiếu kinh phí."]).await;
    own.get(&format!("{path}/paper"))
        .await
        .is(200)
        .holds("value=\"BC-SKHCN\"")
        .says("report-paper");
    for format in ["pdf", "docx"] {
        let file = format!("{path}/paper/{format}?number=7&day=20%2F12%2F2026");
        let (facts, text) = read(&own, &file).await;
        let document = facts.document;
        assert_eq!(document.kind, Some(Kind::Report));
        assert_eq!(document.number.as_deref(), Some("07"));
        assert_eq!(document.symbol.as_deref(), Some("BC-SKHCN"));
        assert_eq!(document.issuer.as_deref(), Some("Sở Khoa học và Công nghệ"));
        assert_eq!(document.issuer_parent.as_deref(), Some("Ủy ban nhân dân tỉnh Sa Lĩnh"));
        let expect = IssueDate { day: Some(20), month: Some(12), year: Some(2026) };
        assert_eq!(document.date, expect);
        for words in ["Đã tổ chức 12 buổi phát thanh.", "Thiếu kinh phí.", "quý IV/2026"]
        {
            assert!(text.contains(words), "{format}: {text}");
        }
    }
    own.get(&format!("{path}/paper/pdf?number=x")).await.is(422).says("report-paper-number");
    own.get(&format!("{path}/paper/pdf?day=31%2F2%2F2026")).await.is(422).says("report-paper-day");
    own.get(&format!("{path}/paper/odt")).await.is(404);
}

async fn head_and_signature_are_kept_for_the_next(house: &House) {
    let contest = open(house, &["dost", "thung-may"]).await;
    let path = report(house, contest, "dost").await;
    let own = house.known(world::COORDINATOR);
    let head = [
        ("superior", "Ủy ban nhân dân tỉnh Sa Lĩnh"),
        ("symbol", "BC-SKHCN"),
        ("place", "Sa Lĩnh"),
        ("posts", "KT. Giám đốc\nPhó Giám đốc"),
        ("signer", "Lò Văn Mẫu"),
        ("recipients", "Như trên\nLưu: VT, QLCN"),
    ];
    let page = format!("{path}/paper");
    own.post(&page, &head).await.leads_to(&page);
    own.get(&page).await.is(200).holds("value=\"Lò Văn Mẫu\"");
    let (facts, _) = read(&own, &format!("{page}/docx")).await;
    let signatory = facts.document.signatory.unwrap();
    assert_eq!(signatory.name.as_deref(), Some("Lò Văn Mẫu"));
    assert_eq!(signatory.authority.as_deref(), Some("KT."));
    assert_eq!(facts.document.number, None);
    assert_eq!(facts.document.recipients, ["Như trên", "Lưu: VT, QLCN"]);
    let mut empty = head;
    empty[1].1 = "";
    own.post(&page, &empty).await.is(422).says("report-paper-missing");
    house.known(world::SECRETARY).post(&page, &head).await.is(403).says("report-own-unit-only");
    house.known(world::OTHER_COORDINATOR).post(&page, &head).await.is(404);
    assert_eq!(house.count("select count(*) from letterhead").await, 1);
}

async fn all_units_together_are_one_paper(house: &House) {
    let contest = open(house, &["dost", "doh", "thung-may"]).await;
    let secretary = house.known(world::SECRETARY);
    for (person, key, words) in [
        (world::COORDINATOR, "dost", "Sở đã họp."),
        (world::OTHER_COORDINATOR, "thung-may", "Xã đã họp."),
    ] {
        let path = report(house, contest, key).await;
        submit(house, &house.known(person), &path, [words, "", ""]).await;
        decide(house, &secretary, &path, None).await.leads_to(&path);
    }
    for format in ["pdf", "docx"] {
        let path = format!("/contests/{contest}/reports/2026-Q4/paper/{format}");
        let (facts, text) = read(&secretary, &path).await;
        assert_eq!(facts.document.kind, Some(Kind::Report));
        for words in ["Sở đã họp.", "Xã đã họp.", "Các đơn vị chưa có báo cáo: Sở Y tế."]
        {
            assert!(text.contains(words), "{format}: {text}");
        }
        house.known(world::COORDINATOR).get(&path).await.is(403);
    }
    let sheet = secretary.get(&format!("/contests/{contest}/reports/2026-Q4/sheet")).await;
    sheet.is(200);
    let mut book = calamine::open_workbook_auto_from_rs(std::io::Cursor::new(sheet.body)).unwrap();
    let figures = calamine::Reader::worksheet_range(&mut book, "Số liệu").unwrap();
    let last: Vec<String> =
        figures.rows().next_back().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(last, ["Tất cả", "2", "0", "0", "0"]);
}
