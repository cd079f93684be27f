//! Prior art: lists are brought and taken wholly or not at all; what was there before is shown beside what
//! is asked, and nothing is told that the asker may not know.

pub mod made;
mod registry;

use hoithi::prior_art::{self, DossierText};
use kernel::Message;
use serde_json::{Value, json};

use self::made::{THRESHER, WINNERS, accepted, brought, registry, solution};
use crate::browser::Browser;
use crate::house::House;
use crate::intake::secretary_of;
use crate::publicity::sending::upload;

stories! {
    a_registry_is_brought_looked_at_and_taken,
    what_is_here_already_is_passed_over,
    one_wrong_row_and_nothing_is_taken,
    a_file_that_cannot_be_read_says_why,
    a_secretary_of_one_unit_brings_its_lists_only,
    a_copy_is_shown_beside_what_it_repeats,
    while_a_title_is_typed_little_is_told,
    who_asks_too_fast_waits,
    a_withdrawn_list_counts_no_more,
    an_index_that_is_not_whole_says_so,
    what_dossiers_say_reaches_nobody_who_may_not_see_them,
}

async fn a_registry_is_brought_looked_at_and_taken(house: &House) {
    let secretary = house.known(world::SECRETARY);
    secretary.get("/prior-art/lists").await.is(200).says("prior-lists-none");
    let fields = [("source", "registry"), ("unit", "")];
    let text = registry();
    let file = Some(("so.csv", text.as_bytes()));
    let reply = secretary.send(upload("/prior-art/lists", &fields, file)).await;
    let address = reply.is(303).header("location").to_owned();
    secretary.get(&address).await.is(200).says("prior-still-reading");
    secretary.post(&format!("{address}/acceptance"), &[]).await.is(409).says("prior-list-not-now");
    hoithi::installation::work::work_off(&house.app).await.unwrap();
    let report = secretary.get(&address).await;
    report.is(200).says("prior-accept-lead").tells(&Message::new("prior-accept").with("count", 4));
    let coordinator = house.known(world::COORDINATOR);
    coordinator.get("/prior-art/solutions").await.is(200).says("prior-empty");
    secretary.post(&format!("{address}/acceptance"), &[]).await.is(303).leads_to(&address);
    let list = coordinator.get("/prior-art/solutions").await;
    list.is(200).shows("Máy tuốt lúa nương").tells(&Message::new("prior-count").with("count", 4));
    let page = coordinator.get(&solution(house, "Máy tuốt lúa nương").await).await;
    page.is(200).shows("Trống tuốt có răng xoắn").shows("2021").shows("Cơ khí");
    let unit = house.unit("dost").await;
    page.holds(&format!("<a href=\"/units/{unit}\">Sở Khoa học và Công nghệ</a>"));
}

async fn what_is_here_already_is_passed_over(house: &House) {
    accepted(house, "registry", &registry()).await;
    let secretary = house.known(world::SECRETARY);
    let text = format!("{}5;Bếp đun tiết kiệm;2020;xã;;;\n", registry());
    let text = format!("{text}6;BẾP ĐUN  TIẾT KIỆM;2020;xã;;;\n");
    let again = brought(house, &secretary, ("registry", ""), &text).await;
    let sql = "select new_rows || '/' || known_rows || '/' || wrong_rows from earlier_report r
        join earlier_import i on i.id = r.import_id where i.state = 'read'";
    assert_eq!(house.ask(sql).await, "1/5/0");
    secretary.post(&format!("{again}/acceptance"), &[]).await.is(303);
    let same = brought(house, &secretary, ("registry", ""), &registry()).await;
    secretary.get(&same).await.is(200).says("prior-nothing-new");
    secretary.post(&format!("{same}/acceptance"), &[]).await.is(409);
}

async fn one_wrong_row_and_nothing_is_taken(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let text = format!("{}5;;năm ngoái;cấp trên;;;\n6;Bếp đun;năm ngoái;;;;\n", registry());
    let address = brought(house, &secretary, ("registry", ""), &text).await;
    let report = secretary.get(&address).await;
    report.is(200).says("prior-fix").says("prior-title-missing").says("prior-year-unreadable");
    report.holds("<td class=\"num\" data-label=\"Dòng\">7</td>").shows("năm ngoái");
    secretary.post(&format!("{address}/acceptance"), &[]).await.is(409).says("prior-list-not-now");
    secretary.get("/prior-art/solutions").await.is(200).says("prior-empty");
}

async fn a_file_that_cannot_be_read_says_why(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let address = brought(house, &secretary, ("winner", ""), "một,hai\nba,bốn\n").await;
    secretary.get(&address).await.is(200).says("prior-headings-missing");
    let address = brought(house, &secretary, ("winner", ""), "%PDF-1.7\n").await;
    secretary.get(&address).await.is(200).says("sheet-not-a-sheet");
    let none = secretary.send(upload("/prior-art/lists", &[("source", "winner")], None)).await;
    none.is(422).says("prior-file-missing");
    let file = Some(("so.csv", b"x".as_slice()));
    let other = secretary.send(upload("/prior-art/lists", &[("source", "dossier")], file)).await;
    other.is(422).says("prior-source-missing");
}

async fn a_secretary_of_one_unit_brings_its_lists_only(house: &House) {
    let commune = secretary_of(house, "thung-may").await;
    let text = registry();
    let fields = [("source", "registry"), ("unit", "")];
    let file = Some(("so.csv", text.as_bytes()));
    let refused = commune.send(upload("/prior-art/lists", &fields, file)).await;
    refused.is(422).says("prior-list-not-yours");
    let unit = house.unit("thung-may").await;
    let own = brought(house, &commune, ("registry", &unit), "Tên,Năm\nBếp đun,2020\n").await;
    commune.get("/prior-art/lists").await.is(200).holds(&format!("href=\"{own}\""));
    let secretary = house.known(world::SECRETARY);
    let whole = brought(house, &secretary, ("registry", ""), &text).await;
    commune.get(&whole).await.is(404);
    commune.post(&format!("{whole}/acceptance"), &[]).await.is(404);
    commune.get("/prior-art/lists").await.is(200).hides(&whole);
    commune.post(&format!("{own}/acceptance"), &[]).await.is(303);
    let sql = "select unit_id from earlier_solution where title = 'Bếp đun'";
    assert_eq!(house.ask(sql).await, unit);
}

/// Asks for a title and a text.
async fn ask(who: &Browser<'_>, title: &str, text: &str) -> crate::reply::Reply {
    who.post("/prior-art", &[("title", title), ("text", text), ("subject", "dossier/7")]).await
}

async fn a_copy_is_shown_beside_what_it_repeats(house: &House) {
    let coordinator = house.known(world::COORDINATOR);
    ask(&coordinator, "", " ").await.is(422).says("prior-nothing-asked");
    ask(&coordinator, "Máy gặt", "").await.is(200).says("prior-none-near");
    accepted(house, "registry", &registry()).await;
    let copied = "Chúng tôi làm máy mới. Một người vận hành được cả máy, mỗi giờ tốn một lít dầu. \
        Trong tuot co rang xoan va quat hut tach vo trau khoi hat ngay tren dong.";
    let page = ask(&coordinator, "Máy mới cho nương", copied).await;
    page.is(200).shows("Máy tuốt lúa nương").says("prior-look-at-both").hides("Lò sấy chuối");
    page.holds("Một người vận hành được cả máy, mỗi giờ tốn một lít dầu");
    page.holds("<mark class=\"passage\"><b>1</b> ");
    page.holds("<mark class=\"passage\"><b>2</b> ");
    page.hides("/verdicts");
    let own = ask(&coordinator, "Cầu treo dân sinh", "Dầm thép nhẹ bắc qua suối.").await;
    own.is(200).says("prior-none-near");
}

async fn while_a_title_is_typed_little_is_told(house: &House) {
    accepted(house, "registry", &registry()).await;
    accepted(house, "winner", WINNERS).await;
    let coordinator = house.known(world::COORDINATOR);
    let told = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    let reply = coordinator.get("/prior-art/near?title=lo+say+chuoi").await;
    assert_eq!(reply.is(200).header("content-type"), "application/json");
    let mut found = told(reply.text().to_owned());
    let near = found["near"].as_array_mut().unwrap();
    near.sort_by_key(|near| near["prize"].to_string());
    let expect = json!({ "building": null, "near": [
        { "title": "Lò sấy chuối", "year": 2024, "level": "Cấp tỉnh", "prize": "" },
        { "title": "Lò sấy chuối", "year": 2024, "level": null, "prize": "Giải Nhì" },
    ]});
    assert_eq!(found, expect);
    let none = coordinator.get("/prior-art/near?title=cau+treo").await;
    assert_eq!(told(none.is(200).text().to_owned()), json!({ "building": null, "near": [] }));
}

async fn who_asks_too_fast_waits(house: &House) {
    let coordinator = house.known(world::COORDINATOR);
    for _ in 0..60 {
        coordinator.get("/prior-art/near?title=may").await.is(200);
    }
    coordinator.get("/prior-art/near?title=may").await.is(429);
    ask(&coordinator, "Máy", "").await.is(429).says("prior-too-often");
    house.known(world::OTHER_COORDINATOR).get("/prior-art/near?title=may").await.is(200);
    house.wait_seconds(60);
    coordinator.get("/prior-art/near?title=may").await.is(200);
}

async fn a_withdrawn_list_counts_no_more(house: &House) {
    let list = accepted(house, "registry", &registry()).await;
    let page = solution(house, "Máy tuốt lúa nương").await;
    let (secretary, coordinator) = (house.known(world::SECRETARY), house.known(world::COORDINATOR));
    coordinator.get(&page).await.is(200);
    secretary.post(&format!("{list}/withdrawal"), &[]).await.is(303).leads_to(&list);
    coordinator.get(&page).await.is(404);
    ask(&coordinator, "Máy tuốt lúa nương", THRESHER).await.is(200).says("prior-none-near");
    prior_art::catch_up(&house.app).await.unwrap();
    let standing = house.app.prior_art.standing();
    assert_eq!((standing.done, standing.all), (0, 0));
    ask(&coordinator, "Máy tuốt lúa nương", THRESHER).await.is(200).says("prior-none-near");
    secretary.post(&format!("{list}/withdrawal"), &[]).await.is(409);
    let again = accepted(house, "registry", &registry()).await;
    ask(&coordinator, "Máy tuốt", THRESHER).await.is(200).says("prior-look-at-both");
    assert_ne!(again, list);
}

async fn an_index_that_is_not_whole_says_so(house: &House) {
    accepted(house, "registry", &registry()).await;
    let (database, folder) = (house.app.configuration.clone(), house.clock.clone());
    let other = hoithi::frame::App::open(database, folder).await.unwrap();
    assert_eq!(other.prior_art.standing().done, 0);
    prior_art::catch_up(&other).await.unwrap();
    let standing = other.prior_art.standing();
    assert_eq!((standing.done, standing.all, standing.is_whole()), (4, 4, true));
    let asked = prior_art::Asked::of("", THRESHER);
    let near = prior_art::near(&other, prior_art::Sight::Open, &asked, 3).await.unwrap();
    let told: Vec<_> = near.iter().map(|it| (it.row.title.as_str(), it.of_asked)).collect();
    assert_eq!(told, [("Máy tuốt lúa nương", 100)]);
    other.close().await.unwrap();
}

/// A dossier that nobody outside knows.
async fn plant(house: &House) {
    let dossier = DossierText {
        origin: "dossier/1".to_owned(),
        title: "Máy tuốt lúa nương cải tiến".to_owned(),
        text: format!("{THRESHER} Bí mật của hồ sơ này là bánh xích cao su."),
        unit: Some((house.unit("doh").await, "Sở Y tế".to_owned())),
        ..DossierText::default()
    };
    let mut tx = house.app.store.begin().await.unwrap();
    prior_art::put_dossier(&mut tx, &dossier).await.unwrap();
    tx.commit().await.unwrap();
    prior_art::catch_up(&house.app).await.unwrap();
}

/// Everything that a coordinator hears.
async fn heard(house: &House) -> Vec<Vec<u8>> {
    let coordinator = house.known(world::COORDINATOR);
    let paths =
        ["solutions", "solutions?q=xich", "near?title=may+tuot+lua+nuong", "worth", "export"];
    let mut heard = vec![ask(&coordinator, "Máy tuốt lúa", THRESHER).await.body];
    for path in paths {
        heard.push(coordinator.get(&format!("/prior-art/{path}")).await.is(200).body.clone());
    }
    heard
}

async fn what_dossiers_say_reaches_nobody_who_may_not_see_them(house: &House) {
    accepted(house, "registry", &registry()).await;
    let before = heard(house).await;
    plant(house).await;
    assert_eq!(heard(house).await, before);
    let id = house.ask("select id from earlier_solution where source = 'dossier'").await;
    let page = format!("/prior-art/solutions/{id}");
    house.known(world::COORDINATOR).get(&page).await.is(404);
    let commune = secretary_of(house, "thung-may").await;
    commune.get(&page).await.is(404);
    let said = [("subject", "x"), ("verdict", "same"), ("reason", "y")];
    commune.post(&format!("{page}/verdicts"), &said).await.is(404);
    let secretary = house.known(world::SECRETARY);
    secretary.get(&page).await.is(200).shows("bánh xích cao su");
    ask(&secretary, "Máy tuốt lúa", THRESHER).await.is(200).shows("Máy tuốt lúa nương cải tiến");
}
