//! What the portal shows.

use axum::body::Body;
use axum::http::{HeaderValue, Method, header};
use kernel::Message;

use super::made::{self, PATH, PERSONAL};
use crate::browser::{get, request};
use crate::house::{House, MORNING};

stories! {
    a_stranger_reads_what_a_contest_is_about,
    days_left_change_at_midnight,
    near_the_end_the_time_of_the_server_stands_beside_the_deadline,
    a_moved_deadline_says_so_wherever_it_shows,
    what_was_put_right_before_anybody_saw_it_is_no_news,
    a_personal_number_is_shown_once_its_owner_agrees,
    papers_are_kept_and_not_shown_by_the_browser,
    a_search_finds_contests_by_name_and_place,
    a_page_that_the_browser_has_is_not_sent_again,
    every_answer_is_packed_as_the_browser_wants_it,
    each_language_has_its_page,
}

async fn a_stranger_reads_what_a_contest_is_about(house: &House) {
    made::published(house).await;
    let anon = house.anon();
    let page = anon.get(PATH).await;
    page.is(200).shows("Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 5");
    page.shows("Tỉnh Sa Lĩnh · Lần thứ 5 · 2026–2027");
    page.shows("Ai có giải pháp <đã dùng> & muốn chia sẻ.");
    page.shows("191 ngày").shows("đến hết ngày 31/5/2027").shows("UTC+7");
    page.shows("Giải Nhất").shows("30.000.000 đồng").shows("Cơ khí, tự động hóa");
    page.shows("Giải pháp đã được áp dụng từ ngày 1/1/2021 trở lại đây.");
    page.shows("tính theo dấu bưu điện").shows("0200 3812 345");
    page.hides("Hạn báo cáo");
    page.holds("<svg class=\"timeline-wide\"").holds("<svg class=\"timeline-tall\"");
    page.holds("property=\"og:title\" content=\"Hội thi Sáng tạo");
    anon.get("/hoi-thi").await.is(200).holds(PATH).shows("còn 191 ngày").hides("Hạn báo cáo");
    let map = anon.get("/sitemap.xml").await;
    map.is(200).holds(&format!("<loc>http://127.0.0.1:8080{PATH}</loc>"));
    anon.get("/robots.txt").await.is(200).holds("Sitemap: http://127.0.0.1:8080/sitemap.xml");
    for sheet in ["ap-phich", "to-roi"] {
        anon.get(&format!("{PATH}/{sheet}")).await.is(200).shows("Hết hạn nhận hồ sơ");
        let pdf = anon.get(&format!("{PATH}/{sheet}.pdf")).await;
        assert_eq!(&pdf.is(200).body[..5], b"%PDF-");
    }
    let qr = anon.get(&format!("{PATH}/qr.png")).await;
    assert_eq!(&qr.is(200).body[..4], b"\x89PNG");
}

async fn days_left_change_at_midnight(house: &House) {
    made::published(house).await;
    let anon = house.anon();
    anon.get(PATH).await.shows("191 ngày");
    house.wait_seconds(14 * 3600 - 1);
    anon.get(PATH).await.shows("191 ngày");
    house.wait_seconds(1);
    anon.get(PATH).await.shows("190 ngày").hides("191 ngày");
    anon.get("/hoi-thi").await.shows("còn 190 ngày").hides("191 ngày");
}

async fn near_the_end_the_time_of_the_server_stands_beside_the_deadline(house: &House) {
    made::published(house).await;
    let anon = house.anon();
    house.wait_days(187);
    anon.get(PATH).await.shows("4 ngày").hides("Giờ máy chủ");
    house.wait_days(4);
    anon.get(PATH).await.shows("Ngày cuối").shows("10:00 · 31/5/2027");
    house.wait_seconds(60);
    anon.get(PATH).await.shows("10:01 · 31/5/2027");
    house.wait_seconds(14 * 3600 - 60);
    anon.get(PATH).await.shows("Đã hết hạn").hides("Ngày cuối");
}

async fn a_moved_deadline_says_so_wherever_it_shows(house: &House) {
    let id = made::published(house).await;
    let anon = house.anon();
    let calendar = anon.get(&format!("{PATH}/lich.ics")).await;
    calendar.is(200).holds("SEQUENCE:0\r\n").holds("DTSTART;VALUE=DATE:20270531\r\n");
    calendar.holds("DTEND;VALUE=DATE:20270601\r\n");
    calendar.hides("SEQUENCE:1");
    house.wait_seconds(60);
    let paper = made::paper(house, id, "12", true).await;
    made::move_deadline(house, id, "2027-06-30", Some(paper)).await;
    let page = anon.get(PATH).await;
    page.holds("<s>đến hết ngày 31/5/2027</s>").holds("<strong>đến hết ngày 30/6/2027</strong>");
    page.shows("Gia hạn theo Thông báo số 12/TB-BTC ngày 2/11/2026").shows("221 ngày");
    page.holds("<tspan class=\"was\">đến hết ngày 31/5/2027</tspan>");
    let list = anon.get("/hoi-thi").await;
    list.holds("<s>đến hết ngày 31/5/2027</s>").shows("đến hết ngày 30/6/2027");
    for sheet in ["ap-phich", "to-roi"] {
        let sheet = anon.get(&format!("{PATH}/{sheet}")).await;
        sheet.holds("<s>đến hết ngày 31/5/2027</s>").shows("đến hết ngày 30/6/2027");
    }
    let calendar = anon.get(&format!("{PATH}/lich.ics")).await;
    calendar.holds("SEQUENCE:1\r\n").holds("DTSTART;VALUE=DATE:20270630\r\n");
    let milestone = house.ask("select id from milestone where kind = 'submission'").await;
    calendar.holds(&format!("UID:{milestone}@hoithi\r\n"));
    let feed = anon.get(&format!("{PATH}/tin.atom")).await;
    feed.is(200).holds(&format!("#{milestone}-2</id>"));
    feed.holds("<updated>2026-11-21T03:01:00.000Z</updated>");
    feed.holds("từ 1/10/2026 đến hết 30/6/2027, thay cho từ 1/10/2026 đến hết 31/5/2027");
}

async fn what_was_put_right_before_anybody_saw_it_is_no_news(house: &House) {
    let id = made::found(house).await;
    made::move_deadline(house, id, "2027-06-30", None).await;
    house.wait_seconds(60);
    made::publish(house, id, house.app.store.now()).await;
    let anon = house.anon();
    anon.get(PATH).await.is(200).shows("30/6/2027").hides("31/5/2027");
    anon.get("/hoi-thi").await.shows("30/6/2027").hides("31/5/2027");
    anon.get(&format!("{PATH}/tin.atom")).await.is(200).hides("31/5/2027");
}

async fn a_personal_number_is_shown_once_its_owner_agrees(house: &House) {
    let id = made::published(house).await;
    let (anon, secretary) = (house.anon(), house.known(world::SECRETARY));
    for browser in [&anon, &secretary] {
        let page = browser.get(PATH).await;
        page.is(200).shows("Lò Văn Riêng").says("portal-masked");
        page.hides(PERSONAL).hides("0912 345 678").hides("678");
    }
    made::clear_personal(house, id).await;
    anon.get(PATH).await.shows("0912 345 678").hides("chưa đồng ý công bố");
}

async fn papers_are_kept_and_not_shown_by_the_browser(house: &House) {
    let id = made::published(house).await;
    let open = made::paper(house, id, "12", true).await;
    let inside = made::paper(house, id, "13", false).await;
    let anon = house.anon();
    anon.get(PATH).await.shows("Về việc gia hạn 12").hides("Về việc gia hạn 13");
    let file = anon.get(&format!("{PATH}/van-ban/{open}")).await;
    assert_eq!(file.is(200).body, b"%PDF-1.7 12");
    assert_eq!(file.header("content-type"), "application/pdf");
    let name = "attachment; filename*=UTF-8''Th%C3%B4ng%20b%C3%A1o%2012.pdf";
    assert_eq!(file.header("content-disposition"), name);
    anon.get(&format!("{PATH}/van-ban/{inside}")).await.is(404);
    made::unpublish(house, id).await;
    anon.get(&format!("{PATH}/van-ban/{open}")).await.is(404);
}

async fn a_search_finds_contests_by_name_and_place(house: &House) {
    made::published(house).await;
    made::published(house).await;
    let anon = house.anon();
    let count = |count: u32| Message::new("portal-count").with("count", count);
    anon.get("/hoi-thi?q=sang+tao+sa+linh").await.is(200).tells(&count(2));
    anon.get("/hoi-thi?level=province&phase=running").await.is(200).tells(&count(2));
    anon.get("/hoi-thi?phase=past").await.is(200).says("portal-none-found");
    let strange = anon.get("/hoi-thi?q=%3Cb%3Ex").await;
    assert!(!strange.is(200).says("portal-none-found").shows("<b>x").text().contains("<b>x"));
    anon.get("/hoi-thi?page=99999999").await.is(200).tells(&count(2));
    anon.get("/hoi-thi?page=-1").await.is(404);
}

async fn a_page_that_the_browser_has_is_not_sent_again(house: &House) {
    let id = made::published(house).await;
    let anon = house.anon();
    for path in ["", "/lich.ics", "/tin.atom", "/qr.svg", "/qr.png", "/ap-phich.pdf"] {
        let path = format!("{PATH}{path}");
        let tag = anon.get(&path).await.is(200).header("etag").to_owned();
        let again = |tag: &str| {
            let mut again = get(&path);
            let tag = HeaderValue::from_str(tag).unwrap();
            again.headers_mut().insert(header::IF_NONE_MATCH, tag);
            again
        };
        let reply = anon.send(again(&tag)).await;
        assert_eq!((reply.status.as_u16(), reply.body.len()), (304, 0), "{path}");
        assert_eq!(reply.header("etag"), tag);
        anon.send(again("W/\"0\"")).await.is(200);
    }
    let tag = anon.get(PATH).await.header("etag").to_owned();
    made::move_deadline(house, id, "2027-06-30", None).await;
    assert_ne!(anon.get(PATH).await.header("etag"), tag);
}

async fn every_answer_is_packed_as_the_browser_wants_it(house: &House) {
    made::published(house).await;
    for (accepted, coding) in [("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0", ""), ("", "")] {
        let mut asked = request(Method::GET, PATH).body(Body::empty()).unwrap();
        let accepted = HeaderValue::from_static(accepted);
        asked.headers_mut().insert(header::ACCEPT_ENCODING, accepted);
        let reply = house.anon().send(asked).await;
        assert_eq!(reply.is(200).header("content-encoding"), coding);
        assert_eq!(reply.body.starts_with(b"<!doctype html>"), coding.is_empty());
    }
}

async fn each_language_has_its_page(house: &House) {
    made::published(house).await;
    let anon = house.anon();
    anon.get(PATH).await.holds("<html lang=\"vi\">").shows("Dự thi trong ba bước");
    anon.set_cookie("lang", "en");
    anon.get(PATH).await.holds("<html lang=\"en\">").shows("Enter in three steps");
    assert_eq!(house.app.store.now(), MORNING);
}
