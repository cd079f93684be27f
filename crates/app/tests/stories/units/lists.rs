//! Finding units and putting them right.

use crate::house::House;

stories! {
    a_former_name_is_found_and_named,
    a_list_looks_below_a_unit,
    a_typing_error_leaves_no_second_name,
    a_coordinator_changes_contacts_of_their_own_unit_only,
}

async fn a_former_name_is_found_and_named(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let id = house.unit("doh").await;
    let fields = [
        ("kind", "rename"),
        ("from", id.as_str()),
        ("names", "Sở Sức khỏe"),
        ("number", "9/QĐ-UBND"),
        ("decided_on", "1/10/2026"),
        ("issuer", "Ủy ban nhân dân tỉnh"),
        ("effective_on", "1/11/2026"),
    ];
    secretary.post("/reorganisations", &fields).await.is(303);
    let list = secretary.get("/units?q=so+y+te").await;
    list.is(200).shows("Sở Sức khỏe").shows("tên cũ: Sở Y tế");
    secretary.get(&format!("/units/{id}")).await.is(200).shows("Sở Y tế");
}

async fn a_list_looks_below_a_unit(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let below = secretary.get("/units?under=SL-S01").await;
    below.is(200).shows("Chi cục Tiêu chuẩn Đo lường Chất lượng").hides("Sở Tư pháp");
    secretary.get("/units?under=Nowhere").await.is(200).shows("Nowhere");
}

async fn a_typing_error_leaves_no_second_name(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let id = house.unit("doh").await;
    let path = format!("/units/{id}");
    let fields = [("name", "Sở  Y tế "), ("kind", "health"), ("code", "SL-S03")];
    secretary.post(&path, &fields).await.leads_to(&path);
    let names = format!("select count(*) from unit_name where unit_id = '{id}'");
    assert_eq!(house.count(&names).await, 1);
    assert_eq!(house.ask(&format!("select kind from unit where id = '{id}'")).await, "health");
    let taken = [("name", "Sở Y tế"), ("kind", "health"), ("code", "SL-S01")];
    secretary.post(&path, &taken).await.is(422).says("unit-code-taken");
    house.known(world::COORDINATOR).post(&path, &fields).await.is(404);
}

async fn a_coordinator_changes_contacts_of_their_own_unit_only(house: &House) {
    let id = house.unit("dost").await;
    let contact = house
        .ask(&format!("select id from unit_contact where unit_id = '{id}' and personal"))
        .await;
    let path = format!("/units/{id}/contacts/{contact}");
    let fields = [("contact", "Mùa Chuyên Quản"), ("phone", "0200 3 999 999"), ("personal", "1")];
    house.known(world::OTHER_COORDINATOR).get(&path).await.is(403).hides("0200 3 812 102");
    house.known(world::OTHER_COORDINATOR).post(&path, &fields).await.is(403);
    let own = house.known(world::COORDINATOR);
    own.get(&path).await.is(200).shows("0200 3 812 102");
    own.post(&path, &[("contact", ""), ("phone", "0123")]).await.is(422);
    own.post(&path, &fields).await.leads_to(&format!("/units/{id}"));
    own.get(&format!("/units/{id}")).await.shows("0200 3 999 999");
}
