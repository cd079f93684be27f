//! A paper names a body that is no more: who took over is proposed, and a person chooses.

use kernel::Message;

use super::{PLAN, accepted, line, reviewed};
use crate::browser::Browser;
use crate::house::House;

stories! {
    who_took_over_is_proposed_and_chosen,
    nothing_is_chosen_silently,
    places_that_took_over_are_proposed,
    a_body_that_ends_before_its_task_is_asked_about,
    a_body_of_its_day_is_not_asked_about,
}

/// The plan with one more task, for this body.
fn plan_for(body: &str) -> String {
    let task = format!("4. {body}\n- Chọn cử giải pháp dự thi, xong trước ngày 30/12/2026.\n");
    PLAN.replace("\nNơi nhận:", &format!("{task}\nNơi nhận:"))
}

/// Who has the task of this body, by name.
async fn given(house: &House, named: &str) -> String {
    let sql = format!(
        "select coalesce(string_agg(n.name, ', ' order by n.name), '-') from assignment a
         join unit_name n on n.unit_id = a.unit_id and n.until_day is null
         where a.named = '{named}'"
    );
    house.ask(&sql).await
}

/// What the page of a review says of a body that is no more.
fn doubt(unit: &str, day: &str) -> Message {
    Message::new("review-unit-ended").with("unit", unit).with("day", day)
}

async fn choose(who: &Browser<'_>, path: &str, revision: &str, ticks: &[&str]) {
    let mut typed = vec![("revision", revision), ("choice", "heirs")];
    typed.extend(ticks.iter().map(|tick| (*tick, "yes")));
    who.post(path, &typed).await.is(303);
}

const DISTRICT: &str = "UBND huyện Thung Mây";

async fn who_took_over_is_proposed_and_chosen(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, &plan_for(DISTRICT)).await;
    let page = secretary.get(&review).await;
    page.tells(&doubt(DISTRICT, "1/7/2025")).holds(" is-due");
    let (kept, other) = (house.unit("may-ha").await, house.unit("nam-tra").await);
    for heir in [&kept, &other] {
        page.holds(&format!("name=\"heir-{heir}\" type=\"checkbox\" value=\"yes\">"));
    }
    let (id, revision) = line(house, &review, "{\"ended\":").await;
    let ticks = [format!("heir-{kept}"), format!("heir-{other}")];
    let ticks: Vec<&str> = ticks.iter().map(String::as_str).collect();
    choose(&secretary, &format!("{review}/lines/{id}"), &revision, &ticks).await;
    accepted(house, &secretary, &review).await;
    let names = "Ủy ban nhân dân xã Mây Hạ, Ủy ban nhân dân xã Nậm Trà";
    assert_eq!(given(house, DISTRICT).await, names);
    assert_eq!(house.count("select count(*) from unit").await, 66, "nobody new is founded");
}

async fn nothing_is_chosen_silently(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, &plan_for(DISTRICT)).await;
    let accept = format!("{review}/acceptance");
    let refused = secretary.post(&accept, &[("revision", "1")]).await;
    refused.is(409).tells(&Message::new("review-unit-undecided").with("unit", DISTRICT));
    let (id, revision) = line(house, &review, "{\"ended\":").await;
    let path = format!("{review}/lines/{id}");
    for (choice, says) in [("", "review-heirs-undecided"), ("heirs", "review-heirs-none")] {
        let typed = [("revision", revision.as_str()), ("choice", choice)];
        secretary.post(&path, &typed).await.is(422).says(says);
    }
    assert_eq!(house.count("select count(*) from contest").await, 0);
}

async fn places_that_took_over_are_proposed(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let gone = "UBND huyện Hớn Quản";
    let review = reviewed(house, &secretary, &plan_for(gone)).await;
    secretary.get(&review).await.tells(&doubt(gone, "1/7/2025")).shows("UBND xã Tân Khai");
    let (id, revision) = line(house, &review, "{\"ended\":").await;
    let heir = format!("heir-{}", heir(gone, "xã Tân Khai"));
    choose(&secretary, &format!("{review}/lines/{id}"), &revision, &[&heir]).await;
    accepted(house, &secretary, &review).await;
    assert_eq!(given(house, gone).await, "UBND xã Tân Khai");
}

/// The place of this name among those that took over from another.
fn heir(gone: &str, name: &str) -> String {
    let places = gazetteer::Gazetteer::shared();
    let gone = places.look_up(gone)[0].place;
    let heirs = gone.successors();
    let found = heirs.iter().find(|step| step.place.short_name() == name);
    found.expect("a commune of today took over").place.id.to_string()
}

async fn a_body_that_ends_before_its_task_is_asked_about(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (dost, doet) = (house.unit("dost").await, house.unit("doet").await);
    let merge = [
        ("kind", "merge"),
        ("number", "9/QĐ-UBND"),
        ("decided_on", "1/11/2026"),
        ("issuer", "UBND tỉnh Sa Lĩnh"),
        ("effective_on", "1/12/2026"),
        ("from", dost.as_str()),
        ("to", doet.as_str()),
    ];
    secretary.post("/reorganisations", &merge).await.is(303);
    let review = reviewed(house, &secretary, PLAN).await;
    let page = secretary.get(&review).await;
    page.tells(&doubt("Sở Khoa học và Công nghệ", "1/12/2026"));
    for heir in [&dost, &doet] {
        page.holds(&format!("name=\"heir-{heir}\""));
    }
}

async fn a_body_of_its_day_is_not_asked_about(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let old = plan_for("UBND huyện Hớn Quản").replace("2026", "2024").replace("2027", "2025");
    let early = old.replace("xong trước ngày 30/12/2024", "xong trước ngày 30/11/2024");
    let review = reviewed(house, &secretary, &early).await;
    let paper = review.split('/').nth(2).unwrap();
    let ended = format!(
        "select count(*) from review_line l join review r on r.id = l.review_id
         where r.paper_id = '{paper}' and l.body like '%{{\"ended\":%'"
    );
    assert_eq!(house.count(&ended).await, 0);
}
