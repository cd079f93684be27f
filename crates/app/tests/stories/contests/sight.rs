//! Who sees which contest, and whose numbers.

use super::typing::{form, typed_in};
use crate::access::contest::{NAME, stands};
use crate::browser::Browser;
use crate::house::House;

stories! {
    a_draft_is_seen_by_who_runs_it,
    a_running_contest_is_seen_by_its_units,
    a_publication_comes_at_its_time_and_is_taken_back,
    a_unit_secretary_runs_what_their_unit_organises,
    a_personal_number_is_masked_until_cleared,
    a_contest_stands_below_another,
}

async fn sees(browser: &Browser<'_>, path: &str) -> bool {
    let page = browser.get(path).await;
    let list = browser.get("/contests").await;
    let listed = list.is(200).has(NAME);
    assert_eq!(page.status == 200, listed, "{path} and the list agree");
    if !listed {
        page.is(404).says("absent");
        for tab in ["milestones", "rules", "contacts", "basis", "people", "history", "edit"] {
            browser.get(&format!("{path}/{tab}")).await.is(404).says("absent");
        }
    }
    listed
}

async fn seen_by(house: &House, path: &str) -> [bool; 3] {
    [
        sees(&house.known(world::SECRETARY), path).await,
        sees(&house.known(world::COORDINATOR), path).await,
        sees(&house.known(world::OTHER_COORDINATOR), path).await,
    ]
}

async fn a_draft_is_seen_by_who_runs_it(house: &House) {
    let path = format!("/contests/{}", stands(house, "draft").await);
    assert_eq!(seen_by(house, &path).await, [true, false, false]);
    let own = house.known(world::COORDINATOR);
    own.post(&format!("{path}/steps"), &[("step", "start")]).await.is(404).says("absent");
    house
        .known(world::SECRETARY)
        .post(&format!("{path}/steps"), &[("step", "start")])
        .await
        .is(303);
    assert_eq!(seen_by(house, &path).await, [true, true, false]);
}

async fn a_running_contest_is_seen_by_its_units(house: &House) {
    let path = format!("/contests/{}", stands(house, "running").await);
    assert_eq!(seen_by(house, &path).await, [true, true, false]);
    let own = house.known(world::COORDINATOR);
    own.get(&format!("{path}/people")).await.is(403).says("contest-secretary-only");
    own.get(&format!("{path}/history")).await.is(403).says("contest-secretary-only");
    let page = own.get(&path).await;
    page.is(200).says("next-tasks-see").hides("/publication");
    let numbers = house.known(world::SECRETARY).get(&path).await;
    numbers.is(200).holds("<dd class=\"num\">1</dd>").holds("<dd class=\"num\">0 / 1</dd>");
    own.post(&format!("{path}/publication"), &[("when", "now")]).await.is(403);
    let secretary = house.known(world::SECRETARY);
    secretary.post(&format!("{path}/steps"), &[("step", "close")]).await.is(303);
    assert_eq!(seen_by(house, &path).await, [true, true, false]);
    secretary.post(&format!("{path}/steps"), &[("step", "close")]).await.is(409);
    let contact = [("contact-0-person", "Ai đó"), ("contact-0-phones", "0200 3 812 999")];
    let closed = secretary.post(&format!("{path}/contacts"), &contact).await;
    closed.is(409).says("contest-closed").shows("Ai đó");
    secretary.post(&format!("{path}/steps"), &[("step", "reopen")]).await.leads_to(&path);
    secretary.post(&format!("{path}/contacts"), &contact).await.is(303);
}

async fn a_publication_comes_at_its_time_and_is_taken_back(house: &House) {
    let path = format!("/contests/{}", stands(house, "running").await);
    let secretary = house.known(world::SECRETARY);
    let order = format!("{path}/publication");
    let late = [("when", "later"), ("day", "21/11/2026"), ("hour", "9:00")];
    secretary.post(&order, &late).await.is(422).says("moment-past").shows("9:00");
    let wrong = [("when", "later"), ("day", "31/11/2026"), ("hour", "9:00")];
    secretary.post(&order, &wrong).await.is(422).says("day-unreadable");
    let soon = [("when", "later"), ("day", "21/11/2026"), ("hour", "11:30")];
    secretary.post(&order, &soon).await.leads_to(&path);
    secretary.get(&path).await.is(200).shows("11:30 · 21/11/2026");
    assert_eq!(seen_by(house, &path).await, [true, true, false]);
    house.wait_seconds(90 * 60);
    assert_eq!(seen_by(house, &path).await, [true, true, true]);
    secretary.post(&order, &[("when", "now")]).await.is(409).says("contest-public-already");
    secretary.post(&format!("{order}/removal"), &[]).await.leads_to(&path);
    assert_eq!(seen_by(house, &path).await, [true, true, false]);
    secretary.post(&format!("{order}/removal"), &[]).await.is(409).says("contest-not-public");
}

async fn a_unit_secretary_runs_what_their_unit_organises(house: &House) {
    let unit = house.unit("dost").await;
    let grants = format!("/people/{}/grants", house.account(world::COORDINATOR).await);
    let grant = [("role", "secretary"), ("unit", unit.as_str())];
    house.known(world::ADMINISTRATOR).post(&grants, &grant).await.is(303);
    let own = house.known(world::COORDINATOR);
    let foreign = own.post("/contests", &form()).await;
    foreign.is(422).says("contest-runner-lost");
    let mut fields = form();
    fields.iter_mut().filter(|(name, _)| *name == "standing").for_each(|it| it.1 = "Sở KH&CN");
    let done = own.post("/contests", &fields).await;
    let path = done.is(303).header("location").to_owned();
    assert_eq!(seen_by(house, &path).await, [true, true, false]);
    own.get(&format!("{path}/people")).await.is(200).shows(world::COORDINATOR.email);
    own.post(&format!("{path}/steps"), &[("step", "start")]).await.leads_to(&path);
    let other = format!("/contests/{}", stands(house, "draft").await);
    own.get(&other).await.is(404).says("absent");
}

async fn a_personal_number_is_masked_until_cleared(house: &House) {
    let path = format!("/contests/{}", stands(house, "public").await);
    let contacts = format!("{path}/contacts");
    let (secretary, other) = (house.known(world::SECRETARY), house.known(world::OTHER_COORDINATOR));
    let masked = other.get(&contacts).await;
    masked.is(200).says("contact-masked").shows("Vàng Thường Trực").hides("0900000111");
    secretary.get(&contacts).await.is(200).shows("0900000111");
    let part = house.ask("select min(id) from contest_contact").await;
    other.get(&format!("{contacts}/{part}")).await.is(403).hides("0900000111");
    secretary.post(&format!("{contacts}/{part}/clearing"), &[]).await.leads_to(&contacts);
    other.get(&contacts).await.is(200).shows("0900000111");
    let same = [
        ("contact-0-person", "Vàng Thường Trực"),
        ("contact-0-title", "Thư ký"),
        ("contact-0-phones", "0900 000 111"),
        ("contact-0-personal", "1"),
    ];
    secretary.post(&format!("{contacts}/{part}"), &same).await.leads_to(&contacts);
    other.get(&contacts).await.is(200).shows("0900000111").shows("Thư ký");
    let mut moved = same;
    moved[2].1 = "0900 000 222";
    secretary.post(&format!("{contacts}/{part}"), &moved).await.leads_to(&contacts);
    other.get(&contacts).await.is(200).says("contact-masked").hides("0900000222");
    secretary.post(&format!("{contacts}/{part}/removal"), &[]).await.leads_to(&contacts);
    secretary.get(&contacts).await.is(200).says("contacts-none");
    secretary.post(&format!("{contacts}/{part}/removal"), &[]).await.is(404);
}

async fn a_contest_stands_below_another(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let path = typed_in(house).await;
    let slug = house.ask("select slug from contest").await;
    let fields = [
        ("name", "Hội thi Sáng tạo kỹ thuật xã Thung Mây"),
        ("series", "technical_innovation"),
        ("level", "commune"),
        ("parent", slug.as_str()),
    ];
    let below = secretary.post("/contests", &fields).await;
    let below = below.is(303).header("location").to_owned();
    let page = secretary.get(&below).await;
    page.is(200).holds(&format!("<a href=\"{path}\">"));
    secretary.get(&path).await.is(200).says("contest-below").shows("xã Thung Mây");
    let basis = secretary.get(&format!("{below}/basis")).await;
    basis.is(200).says("basis-under").holds("class=\"link link-part\"").shows("lần thứ 9");
}
