//! Looking at a dossier, point by point.

use super::standing::{conditions, find_good, on_desk, say, say_over};
use crate::dossiers::standing::{TITLE, hand_in};
use crate::house::House;

stories! {
    a_look_takes_the_dossier_up_and_is_kept,
    what_is_lacking_needs_a_reason,
    two_clerks_never_write_over_one_another,
    what_is_handed_in_again_is_looked_at_again,
    only_the_office_has_a_desk,
    nobody_checks_their_own_dossier,
}

const VERDICTS: &str = "select count(*) from dossier_verdict";

async fn a_look_takes_the_dossier_up_and_is_kept(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    office.get(&format!("{contest}/desk")).await.is(200).shows(TITLE);
    let desk = office.get(&format!("{path}/desk")).await;
    desk.is(200)
        .shows("Minh chứng đã áp dụng")
        .shows("biên bản.pdf")
        .says("entry-condition-applied");
    let said = [("good", ""), ("lacking", "Thiếu dấu"), ("-", "")];
    say(&office, &path, &said).await.leads_to(&format!("{path}/desk"));
    assert_eq!(house.ask("select state from dossier").await, "received");
    assert_eq!(house.ask("select state from dossier_search").await, "received");
    assert_eq!(house.count(VERDICTS).await, 2);
    office.get(&format!("{path}/desk")).await.is(200).shows("Thiếu dấu");
    // The same again is nothing new.
    say(&office, &path, &said).await.is(303);
    assert_eq!(house.count(VERDICTS).await, 2);
    let author = house.known(world::COORDINATOR);
    let home = author.get(&path).await;
    home.is(200).says("dossier-now-received").hides("Thiếu dấu");
    house.is_in_order().await;
}

async fn what_is_lacking_needs_a_reason(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let refused = say(&office, &path, &[("good", ""), ("lacking", "")]).await;
    let says = kernel::Message::new("desk-reason-missing").with("point", "Minh chứng đã áp dụng");
    refused.is(422).tells(&says);
    assert_eq!(house.count(VERDICTS).await, 0);
    assert_eq!(house.ask("select state from dossier").await, "submitted");
}

async fn two_clerks_never_write_over_one_another(house: &House) {
    let (_, path) = on_desk(house).await;
    let (one, other) = (house.known(world::SECRETARY), house.known(world::ADMINISTRATOR));
    let page = other.get(&format!("{path}/desk")).await;
    say(&one, &path, &[("good", "Đủ trang")]).await.is(303);
    let refused = say_over(&other, &path, (&page, &[("lacking", "Thiếu trang")])).await;
    refused.is(409).says("desk-checked-meanwhile").shows("Thiếu trang");
    // Another point does not collide.
    say_over(&other, &path, (&page, &[("-", ""), ("good", "Có dấu")])).await.is(303);
    let verdicts = "select min(reason) || ', ' || max(reason) from dossier_verdict";
    assert_eq!(house.ask(verdicts).await, "Có dấu, Đủ trang");
}

async fn what_is_handed_in_again_is_looked_at_again(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    let before = office.get(&format!("{path}/desk")).await;
    let author = house.known(world::COORDINATOR);
    let solution = [
        ("title", "Máy gieo hạt ngô bốn hàng"),
        ("field", "Cơ khí"),
        ("applied-since", "5/2024"),
        ("revision", "1"),
    ];
    author.post(&format!("{path}/pages/solution"), &solution).await.is(303);
    hand_in(&author, &path).await.is(303);
    let version = before.hidden("version");
    let stale = office.post(&format!("{path}/desk/acceptance"), &[("version", &version)]).await;
    stale.is(409).says("desk-newer-version");
    // The files are the same, the condition was about what was written.
    let says = kernel::Message::new("desk-not-checked");
    let says = says.with("points", conditions());
    office.post(&format!("{path}/desk/acceptance"), &[("version", "2")]).await.is(409).tells(&says);
    find_good(&office, &path).await;
    office.post(&format!("{path}/desk/acceptance"), &[("version", "2")]).await.is(303);
    assert_eq!(house.ask("select state from dossier").await, "valid");
}

async fn only_the_office_has_a_desk(house: &House) {
    let (contest, path) = on_desk(house).await;
    let author = house.known(world::COORDINATOR);
    author.get(&format!("{path}/desk")).await.is(403).says("desk-office-only");
    author.get(&format!("{contest}/desk")).await.is(403);
    author.post(&format!("{path}/desk/acceptance"), &[("version", "1")]).await.is(403);
    let stranger = house.known(world::OTHER_COORDINATOR);
    stranger.get(&format!("{path}/desk")).await.is(404);
    assert_eq!(house.ask("select state from dossier").await, "submitted");
}

async fn nobody_checks_their_own_dossier(house: &House) {
    let contest = crate::dossiers::standing::taking(house).await;
    let secretary = house.known(world::SECRETARY);
    let path = crate::dossiers::standing::written(&secretary, contest).await;
    hand_in(&secretary, &path).await.is(303);
    secretary.get(&format!("{path}/desk")).await.is(403).says("desk-own-dossier");
    let colleague = house.known(world::ADMINISTRATOR);
    colleague.get(&format!("{path}/desk")).await.is(200);
}
