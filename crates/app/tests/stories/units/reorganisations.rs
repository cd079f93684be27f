//! Units that are merged, split and abolished.

use kernel::Message;

use crate::house::House;

stories! {
    a_merger_ends_the_old_and_leads_to_the_new,
    a_unit_under_nobody_is_dated_and_abolished,
    a_coming_merger_changes_nothing_yet,
    several_become_several_with_parts,
    what_stood_below_is_told,
    a_refused_form_keeps_what_was_typed,
    a_search_in_the_form_writes_nothing,
}

const DECISION: [(&str, &str); 4] = [
    ("number", "12/NQ-HĐND"),
    ("decided_on", "12/10/2026"),
    ("issuer", "Hội đồng nhân dân tỉnh Sa Lĩnh"),
    ("effective_on", "1/11/2026"),
];

const REORGANISATIONS: &str = "select count(*) from reorganisation";

/// The form of a reorganisation by the decision, with these fields before it.
fn form<'f>(fields: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    fields.iter().chain(&DECISION).copied().collect()
}

async fn a_merger_ends_the_old_and_leads_to_the_new(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let before = house.count(REORGANISATIONS).await;
    let (health, trade) = (house.unit("doh").await, house.unit("doit").await);
    let fields = form(&[
        ("kind", "merge"),
        ("from", &health),
        ("from", &trade),
        ("names", "Sở Y tế và Công Thương"),
    ]);
    let done = secretary.post("/reorganisations", &fields).await;
    done.is(303);
    secretary.get(done.header("location")).await.is(200).shows("Sở Y tế và Công Thương");
    let old = secretary.get(&format!("/units/{health}")).await;
    old.is(200).says("unit-today").shows("Sở Y tế và Công Thương").holds("<path class=\"link\"");
    let new =
        house.ask("select unit_id from unit_name where name = 'Sở Y tế và Công Thương'").await;
    let page = secretary.get(&format!("/units/{new}")).await;
    page.is(200).says("unit-origins").shows("Sở Công Thương");
    secretary.get("/units?q=so+y+te").await.hides(&format!("/units/{health}"));
    let again = secretary.post("/reorganisations", &fields).await;
    let gone = Message::new("reorganisation-gone").with("unit", "Sở Y tế");
    again.is(422).tells(&gone.with("day", "1/11/2026"));
    assert_eq!(house.count(REORGANISATIONS).await, before + 1);
}

/// Statements that find nothing to change leave nothing for the ledger.
async fn a_unit_under_nobody_is_dated_and_abolished(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let founded = secretary.post("/units", &[("name", "Hội Nuôi ong"), ("kind", "association")]);
    let founded = founded.await;
    founded.is(303);
    let path = founded.header("location").to_owned();
    let unit = path.trim_start_matches("/units/");
    let fields = [("name", "Hội Nuôi ong"), ("kind", "association"), ("founded", "1/1/2020")];
    secretary.post(&path, &fields).await.is(303);
    let fields = form(&[("kind", "abolish"), ("from", unit)]);
    secretary.post("/reorganisations", &fields).await.is(303);
}

async fn a_coming_merger_changes_nothing_yet(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (health, trade) = (house.unit("doh").await, house.unit("doit").await);
    let mut fields = form(&[("kind", "merge"), ("from", &health), ("to", &trade)]);
    fields.pop();
    fields.push(("effective_on", "1/1/2027"));
    secretary.post("/reorganisations", &fields).await.is(303);
    let page = secretary.get(&format!("/units/{health}")).await;
    page.is(200).says("unit-is-living").shows("Từ 1/1/2027");
    house.wait_days(50);
    let page = house.sign_in(world::SECRETARY).await.get(&format!("/units/{health}")).await;
    page.is(200).says("unit-today").shows("Sở Công Thương");
}

async fn several_become_several_with_parts(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (health, trade, justice) =
        (house.unit("doh").await, house.unit("doit").await, house.unit("doj").await);
    let whole = format!("{health}:n0:whole");
    let (first, second) = (format!("{trade}:n0:part"), format!("{trade}:{justice}:part"));
    let fields = form(&[
        ("kind", "rearrange"),
        ("from", &health),
        ("from", &trade),
        ("stays", &trade),
        ("to", &justice),
        ("names", "Sở Mới"),
        ("link", &whole),
        ("link", &first),
        ("link", &second),
        ("link", ""),
    ]);
    secretary.post("/reorganisations", &fields).await.is(303);
    let told = |extent: &str| {
        format!(
            "select count(*) from succession s join reorganisation r on r.id = s.reorganisation_id
             where r.effective_on = '2026-11-01' and s.extent = '{extent}'"
        )
    };
    assert_eq!(house.count(&told("whole")).await, 1);
    assert_eq!(house.count(&told("part")).await, 2);
    secretary.get(&format!("/units/{trade}")).await.is(200).says("unit-is-living");
    secretary.get(&format!("/units/{health}")).await.is(200).says("unit-today").shows("Sở Mới");
}

async fn what_stood_below_is_told(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let science = house.unit("dost").await;
    let done =
        secretary.post("/reorganisations", &form(&[("kind", "abolish"), ("from", &science)])).await;
    let page = secretary.get(done.header("location")).await;
    page.is(200).says("orphans").shows("Chi cục Tiêu chuẩn Đo lường Chất lượng");
    let page = secretary.get(&format!("/units/{science}")).await;
    page.is(200).says("unit-today-nobody");
}

async fn a_refused_form_keeps_what_was_typed(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let before = house.count(REORGANISATIONS).await;
    let health = house.unit("doh").await;
    let fields = [
        ("kind", "merge"),
        ("from", health.as_str()),
        ("to", health.as_str()),
        ("number", "12/NQ-HĐND"),
        ("issuer", "Hội đồng nhân dân tỉnh Sa Lĩnh"),
        ("effective_on", "31/6/2025"),
        ("note", "Giữ con dấu cũ"),
    ];
    let refused = secretary.post("/reorganisations", &fields).await;
    refused.is(422).says("day-unreadable").says("decision-day-empty");
    refused.shows("Giữ con dấu cũ").shows("31/6/2025").shows("12/NQ-HĐND");
    refused.holds("id=\"kind-merge\" name=\"kind\" value=\"merge\" checked");
    let fields = form(&[("kind", "merge"), ("from", &health), ("to", &health)]);
    secretary.post("/reorganisations", &fields).await.is(422).says("reorganisation-both-sides");
    assert_eq!(house.count(REORGANISATIONS).await, before);
}

async fn a_search_in_the_form_writes_nothing(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let before = house.count("select count(*) from ledger_entry").await;
    let fields = form(&[("kind", "merge"), ("from_q", "cong thuong"), ("names", "Tên dở")]);
    let page = secretary.post("/reorganisations/draft", &fields).await;
    page.is(200).shows("Sở Công Thương").shows("Tên dở").shows("12/NQ-HĐND");
    assert_eq!(house.count("select count(*) from ledger_entry").await, before);
}
