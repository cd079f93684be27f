//! News: written unseen, published by one act, read by everybody, withdrawn.

use kernel::id::ContestId;

use crate::browser::Browser;
use crate::house::House;
use crate::portal::made::{self, PATH};
use crate::publicity::sending::upload;

stories! {
    news_is_written_and_then_published,
    what_everybody_reads_is_not_changed_under_their_eyes,
    news_that_was_withdrawn_is_gone_at_once,
    news_of_a_hidden_contest_is_read_by_nobody,
    news_timed_ahead_does_not_exist_before,
    an_order_ahead_is_replaced_and_taken_back,
    a_form_says_what_is_wrong_and_keeps_what_was_typed,
    the_later_of_two_writers_is_told,
    a_long_list_is_searched_filtered_and_paged,
    only_who_runs_the_contest_writes_news,
}

const FIELDS: [(&str, &str); 3] = [
    ("title", "Gia hạn <nhận> hồ sơ"),
    ("day", "20/11/2026"),
    (
        "body",
        "Mời các đơn vị tham dự.\r\n\r\nXem https://salinh.example/tin?a=1&b=2, rồi gửi hồ sơ.",
    ),
];

/// Writes news down; answers with its address in the house and its last part.
async fn written(who: &Browser<'_>, contest: ContestId) -> (String, String) {
    let file = Some(("Phụ lục.pdf", b"%PDF-1.7 phu luc".as_slice()));
    let reply = who.send(upload(&format!("/contests/{contest}/news"), &FIELDS, file)).await;
    let address = reply.is(303).header("location").to_owned();
    let id = address.rsplit('/').next().unwrap().to_owned();
    (address, id)
}

async fn published(house: &House) -> (ContestId, String, String) {
    let contest = made::published(house).await;
    let secretary = house.known(world::SECRETARY);
    let (address, id) = written(&secretary, contest).await;
    secretary.post(&format!("{address}/publication"), &[]).await.is(303).leads_to(&address);
    (contest, address, format!("{PATH}/tin/{id}"))
}

async fn news_is_written_and_then_published(house: &House) {
    let contest = made::published(house).await;
    let (secretary, anon) = (house.known(world::SECRETARY), house.anon());
    secretary.get(&format!("/contests/{contest}/news")).await.is(200).says("news-none");
    let before = anon.get(PATH).await;
    let (address, id) = written(&secretary, contest).await;
    let outside = format!("{PATH}/tin/{id}");
    secretary.get(&address).await.is(200).says("news-hidden-help").shows("Gia hạn <nhận> hồ sơ");
    anon.get(&outside).await.is(404).hides("Gia hạn");
    anon.get(&format!("{outside}/tep")).await.is(404);
    assert_eq!(anon.get(PATH).await.body, before.body);
    secretary.post(&format!("{address}/publication"), &[]).await.is(303);
    is_read_by_everybody(&anon, &outside).await;
    secretary.get(&address).await.is(200).holds(&format!("href=\"{outside}\""));
    let history = "select count(*) from ledger_event where body like '%news.publish%'";
    assert_eq!(house.count(history).await, 1);
}

/// On its own page with its file, and wherever news is listed.
async fn is_read_by_everybody(anon: &Browser<'_>, outside: &str) {
    let page = anon.get(outside).await;
    page.is(200).shows("Gia hạn <nhận> hồ sơ").shows("20/11/2026").shows("Mời các đơn vị tham dự.");
    page.holds("<a href=\"https://salinh.example/tin?a=1&#38;b=2\" rel=\"nofollow noopener\">");
    page.shows("Phụ lục.pdf");
    let file = anon.get(&format!("{outside}/tep")).await;
    assert_eq!(file.is(200).body, b"%PDF-1.7 phu luc");
    assert_eq!(file.header("content-type"), "application/pdf");
    assert!(file.header("content-disposition").starts_with("attachment"), "a browser shows it");
    let link = format!("href=\"{outside}\"");
    anon.get(PATH).await.is(200).holds(&link);
    anon.get("/hoi-thi").await.is(200).holds(&link).shows("Gia hạn <nhận> hồ sơ");
    anon.get(&format!("{PATH}/tin")).await.is(200).holds(&link);
    let feed = anon.get(&format!("{PATH}/tin.atom")).await;
    feed.is(200).holds("<title>Gia hạn &lt;nhận&gt; hồ sơ</title>");
    feed.holds(&format!("<link href=\"http://127.0.0.1:8080{outside}\"/>"));
}

async fn what_everybody_reads_is_not_changed_under_their_eyes(house: &House) {
    let (_, address, outside) = published(house).await;
    let secretary = house.known(world::SECRETARY);
    secretary.get(&format!("{address}/edit")).await.is(409).says("news-public-already");
    let other = [("title", "Khác"), ("body", "Khác"), ("revision", "2")];
    secretary.send(upload(&address, &other, None)).await.is(409).says("news-public-already");
    secretary.post(&format!("{address}/publication"), &[]).await.is(409);
    house.anon().get(&outside).await.is(200).shows("Gia hạn <nhận> hồ sơ").hides("Khác");
    secretary.post(&format!("{address}/publication/removal"), &[]).await.is(303);
    let other = [("title", "Khác"), ("body", "Khác"), ("revision", "3"), ("no_file", "1")];
    secretary.send(upload(&address, &other, None)).await.is(303).leads_to(&address);
    secretary.post(&format!("{address}/publication"), &[]).await.is(303);
    house.anon().get(&outside).await.is(200).shows("Khác").hides("Gia hạn").hides("Phụ lục");
    house.anon().get(&format!("{outside}/tep")).await.is(404);
}

async fn news_that_was_withdrawn_is_gone_at_once(house: &House) {
    let contest = made::published(house).await;
    let (secretary, anon) = (house.known(world::SECRETARY), house.anon());
    let pages = [PATH.to_owned(), "/hoi-thi".to_owned(), format!("{PATH}/tin.atom")];
    let mut before = Vec::new();
    for page in &pages {
        before.push(anon.get(page).await.body);
    }
    let (address, id) = written(&secretary, contest).await;
    let outside = format!("{PATH}/tin/{id}");
    secretary.post(&format!("{address}/publication/removal"), &[]).await.is(409);
    secretary.post(&format!("{address}/publication"), &[]).await.is(303);
    anon.get(&outside).await.is(200);
    secretary.post(&format!("{address}/publication/removal"), &[]).await.is(303);
    anon.get(&outside).await.is(404).hides("Gia hạn");
    anon.get(&format!("{outside}/tep")).await.is(404);
    anon.get(&format!("{PATH}/tin")).await.is(200).says("portal-news-none");
    for (page, before) in pages.iter().zip(before) {
        assert_eq!(anon.get(page).await.body, before, "{page}");
    }
}

async fn news_of_a_hidden_contest_is_read_by_nobody(house: &House) {
    let contest = made::found(house).await;
    let (secretary, anon) = (house.known(world::SECRETARY), house.anon());
    let (address, id) = written(&secretary, contest).await;
    secretary.post(&format!("{address}/publication"), &[]).await.is(303);
    secretary.get(&address).await.is(200).says("news-waits-for-contest");
    let outside = format!("{PATH}/tin/{id}");
    for path in [&outside, &format!("{outside}/tep"), &format!("{PATH}/tin")] {
        anon.get(path).await.is(404).hides("Gia hạn");
    }
    anon.get("/hoi-thi").await.is(200).hides("Gia hạn");
    made::publish(house, contest, house.app.store.now()).await;
    anon.get(&outside).await.is(200);
    anon.get("/hoi-thi").await.is(200).shows("Gia hạn <nhận> hồ sơ");
}

/// Everything outside on which news could show.
async fn outside(anon: &Browser<'_>) -> Vec<(String, Vec<u8>)> {
    let mut seen = Vec::new();
    let paths = ["", "/tin", "/tin.atom", "/lich.ics"].map(|end| format!("{PATH}{end}"));
    for path in paths.into_iter().chain(["/hoi-thi".to_owned(), "/sitemap.xml".to_owned()]) {
        let reply = anon.get(&path).await;
        seen.push((path, reply.is(200).body.clone()));
    }
    seen
}

async fn news_timed_ahead_does_not_exist_before(house: &House) {
    let contest = made::published(house).await;
    let (secretary, anon) = (house.known(world::SECRETARY), house.anon());
    let never = anon.get(&format!("{PATH}/tin/{}", news_id_of_nobody())).await;
    let before = outside(&anon).await;
    let (address, id) = written(&secretary, contest).await;
    let later = [("when", "later"), ("day", "22/11/2026"), ("hour", "7:30")];
    let page = format!("{PATH}/tin/{id}");
    secretary.post(&format!("{address}/publication"), &later).await.is(303).leads_to(&address);
    secretary
        .get(&address)
        .await
        .is(200)
        .shows("Sẽ công khai lúc")
        .shows("7:30")
        .shows("22/11/2026");
    secretary.get(&format!("{address}/edit")).await.is(200);
    assert_eq!(outside(&anon).await, before);
    let hidden = anon.get(&page).await;
    hidden.is(404);
    anon.get(&format!("{page}/tep")).await.is(404);
    let same = |body: &[u8]| String::from_utf8_lossy(body).replace(&id, "ID");
    let other = String::from_utf8_lossy(&never.body).replace(news_id_of_nobody(), "ID");
    assert_eq!(same(&hidden.body), other, "a wrong address looks the same");
    let mut last_second = house.app.store.now();
    let from: kernel::Instant = "2026-11-22".parse::<kernel::Day>().unwrap().begins();
    let from = from.plus_seconds(7 * 3600 + 30 * 60);
    house.wait_seconds((from.millis() - last_second.millis()) / 1000 - 1);
    last_second = house.app.store.now();
    assert!(last_second < from, "it is not the hour yet");
    anon.get(&page).await.is(404);
    anon.get("/sitemap.xml").await.is(200).hides(&id);
    house.wait_seconds(1);
    is_read_by_everybody(&anon, &page).await;
    anon.get("/sitemap.xml").await.is(200).holds(&format!("{page}</loc>"));
}

const fn news_id_of_nobody() -> &'static str {
    "01920000-0000-7000-8000-000000000000"
}

async fn an_order_ahead_is_replaced_and_taken_back(house: &House) {
    let contest = made::published(house).await;
    let (secretary, anon) = (house.known(world::SECRETARY), house.anon());
    let (address, id) = written(&secretary, contest).await;
    let publication = format!("{address}/publication");
    for (day, hour, says) in [
        ("31/4/2027", "", "day-unreadable"),
        ("22/11/2026", "25:00", "hour-unreadable"),
        ("1/1/2020", "", "moment-past"),
    ] {
        let typed = [("when", "later"), ("day", day), ("hour", hour)];
        let page = secretary.post(&publication, &typed).await;
        page.is(422).says(says).holds(&format!("value=\"{day}\""));
    }
    let later = |day| [("when", "later"), ("day", day), ("hour", "")];
    secretary.post(&publication, &later("23/11/2026")).await.is(303);
    secretary.post(&publication, &later("24/11/2026")).await.is(303);
    let list = format!("/contests/{contest}/news");
    secretary.get(&format!("{list}?state=public")).await.is(200).says("news-none-found");
    secretary.get(&format!("{list}?state=hidden")).await.is(200).shows("24/11/2026");
    secretary.post(&format!("{publication}/removal"), &[]).await.is(303);
    house.wait_days(5);
    anon.get(&format!("{PATH}/tin/{id}")).await.is(404);
    let secretary = house.sign_in(world::SECRETARY).await;
    secretary.get(&format!("{list}?state=hidden")).await.is(200).says("news-hidden");
    secretary.post(&publication, &[]).await.is(303);
    anon.get(&format!("{PATH}/tin/{id}")).await.is(200);
}

async fn a_form_says_what_is_wrong_and_keeps_what_was_typed(house: &House) {
    let contest = made::found(house).await;
    let secretary = house.known(world::SECRETARY);
    let path = format!("/contests/{contest}/news");
    let fields = [("title", ""), ("day", "22/11/2026"), ("body", "Đã gõ rất lâu")];
    let page = secretary.send(upload(&path, &fields, None)).await;
    page.is(422).says("news-title-missing").says("news-day-ahead").shows("Đã gõ rất lâu");
    assert_eq!(house.count("select count(*) from news").await, 0);
}

async fn the_later_of_two_writers_is_told(house: &House) {
    let contest = made::found(house).await;
    let secretary = house.known(world::SECRETARY);
    let (address, _) = written(&secretary, contest).await;
    let first = [("title", "Một"), ("body", "Một"), ("revision", "1")];
    let second = [("title", "Hai"), ("body", "Hai"), ("revision", "1")];
    secretary.send(upload(&address, &first, None)).await.is(303);
    let told = secretary.send(upload(&address, &second, None)).await;
    told.is(409).says("news-changed-meanwhile").shows("Hai");
    assert_eq!(house.ask("select title from news").await, "Một");
    assert_eq!(house.ask("select file_name from news").await, "Phụ lục.pdf");
}

async fn a_long_list_is_searched_filtered_and_paged(house: &House) {
    let contest = made::published(house).await;
    let secretary = house.known(world::SECRETARY);
    let list = format!("/contests/{contest}/news");
    for number in 0..51 {
        let title = format!("Tin số {number:02}");
        let day = format!("{}/{}/2026", number % 25 + 1, number / 25 + 8);
        let fields = [("title", title.as_str()), ("day", &*day), ("body", "Nội dung")];
        secretary.send(upload(&list, &fields, None)).await.is(303);
    }
    secretary.get(&list).await.is(200).shows("1–50 / 51").shows("Tin số 50").hides("Tin số 00");
    let second = secretary.get(&format!("{list}?page=1")).await;
    second.is(200).shows("51–51 / 51").shows("Tin số 00").hides("Tin số 50");
    let one = secretary.get(&format!("{list}?q=TIN+so+07")).await;
    one.is(200).shows("1–1 / 1").shows("Tin số 07");
    secretary.get(&format!("{list}?state=public")).await.is(200).says("news-none-found");
    let id = house.ask("select id from news where title = 'Tin số 07'").await;
    secretary.post(&format!("{list}/{id}/publication"), &[]).await.is(303);
    secretary.get(&format!("{list}?state=public")).await.shows("1–1 / 1").shows("Tin số 07");
}

async fn only_who_runs_the_contest_writes_news(house: &House) {
    let (contest, address, _) = published(house).await;
    let list = format!("/contests/{contest}/news");
    let coordinator = house.known(world::COORDINATOR);
    for path in [list.clone(), format!("{list}/new"), address.clone(), format!("{address}/file")] {
        coordinator.get(&path).await.is(404).hides("Gia hạn");
    }
    coordinator.send(upload(&list, &FIELDS, None)).await.is(404);
    coordinator.post(&format!("{address}/publication/removal"), &[]).await.is(404);
    assert_eq!(house.count("select count(*) from news where shown_at is not null").await, 1);
}
