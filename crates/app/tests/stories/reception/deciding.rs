//! Deciding: valid, ineligible with its paper, taken up again; one by one and many at once.

use super::standing::{find_good, not_checked, on_desk};
use crate::dossiers::standing::{TITLE, hand_in, written};
use crate::house::House;

stories! {
    a_dossier_is_valid_when_every_point_is_good,
    an_ineligible_dossier_has_its_ground_reason_and_paper,
    what_is_decided_can_be_taken_up_again,
    many_are_accepted_at_once_and_the_rest_say_why,
    the_lists_of_a_decision_are_papers,
}

async fn a_dossier_is_valid_when_every_point_is_good(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let accept = format!("{path}/desk/acceptance");
    office.post(&accept, &[("version", "1")]).await.is(409).tells(&not_checked());
    find_good(&office, &path).await;
    office.post(&accept, &[("version", "1")]).await.leads_to(&format!("{path}/desk"));
    assert_eq!(house.ask("select outcome from dossier_decision").await, "valid");
    assert_eq!(
        house.count("select count(*) from mail where subject = 'Hồ sơ số 1 hợp lệ'").await,
        1
    );
    let author = house.known(world::COORDINATOR);
    author.get(&path).await.is(200).says("dossier-now-valid");
    author.get(&format!("{path}/pages/solution")).await.is(409).says("dossier-no-longer-written");
    office.post(&accept, &[("version", "1")]).await.is(409).says("dossier-step-not-now");
    house.is_in_order().await;
}

/// Why a dossier is out.
const OUT: [(&str, &str); 4] = [
    ("version", "1"),
    ("ground", "not-applied"),
    ("reason", "Giải pháp mới ở bản vẽ."),
    ("basis", "Biên bản số 05/BB-BTK ngày 10/6/2027"),
];

async fn an_ineligible_dossier_has_its_ground_reason_and_paper(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let exclude = format!("{path}/desk/exclusion");
    let refused = office.post(&exclude, &OUT[..3]).await;
    refused.is(422).says("desk-basis-missing");
    office.post(&exclude, &OUT).await.leads_to(&format!("{path}/desk"));
    let row = "select ground || ' ' || basis from dossier_decision";
    assert_eq!(house.ask(row).await, "not-applied Biên bản số 05/BB-BTK ngày 10/6/2027");
    let letters = "select count(*) from mail where subject = 'Kết luận về hồ sơ số 1'
        and body like '%Giải pháp mới ở bản vẽ.%' and body like '%05/BB-BTK%'";
    assert_eq!(house.count(letters).await, 1);
    let author = house.known(world::COORDINATOR);
    author.get(&path).await.is(200).says("dossier-now-ineligible").shows("Giải pháp mới ở bản vẽ.");
    author.post(&format!("{path}/withdrawal"), &[]).await.is(409);
}

async fn what_is_decided_can_be_taken_up_again(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    office.post(&format!("{path}/desk/exclusion"), &OUT).await.is(303);
    let again = format!("{path}/desk/reopening");
    office.post(&again, &[("version", "1")]).await.is(422).says("desk-again-missing");
    let reason = [("version", "1"), ("again", "Tác giả gửi biên bản bàn giao.")];
    office.post(&again, &reason).await.is(303);
    assert_eq!(house.ask("select state from dossier").await, "received");
    find_good(&office, &path).await;
    office.post(&format!("{path}/desk/acceptance"), &[("version", "1")]).await.is(303);
    let outcomes = "select min(outcome) || ' ' || max(outcome) from dossier_decision";
    assert_eq!(house.ask(outcomes).await, "ineligible valid");
    house.is_in_order().await;
}

async fn many_are_accepted_at_once_and_the_rest_say_why(house: &House) {
    let (contest, path) = on_desk(house).await;
    let id: kernel::id::ContestId = contest["/contests/".len()..].parse().unwrap();
    let other_author = house.known(world::OTHER_COORDINATOR);
    let other = written(&other_author, id).await;
    hand_in(&other_author, &other).await.is(303);
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    let dossier = |path: &str| path["/dossiers/".len()..].to_owned();
    let (one, two) = (dossier(&path), dossier(&other));
    let chosen = [("dossier", one.as_str()), ("dossier", two.as_str())];
    let page = office.post(&format!("{contest}/desk/acceptance"), &chosen).await;
    page.is(422).says("desk-some-refused").tells(&not_checked());
    let states = "select min(state) || ' ' || max(state) from dossier";
    assert_eq!(house.ask(states).await, "submitted valid");
    find_good(&office, &other).await;
    let page = office.post(&format!("{contest}/desk/acceptance"), &chosen[1..]).await;
    page.leads_to(&format!("{contest}/desk"));
    assert_eq!(house.ask(states).await, "valid valid");
    office.post(&format!("{contest}/desk/acceptance"), &[]).await.is(422).says("desk-none-chosen");
}

async fn the_lists_of_a_decision_are_papers(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    office.post(&format!("{path}/desk/acceptance"), &[("version", "1")]).await.is(303);
    office.get(&format!("{contest}/desk?state=valid")).await.is(200).shows(TITLE);
    let lists = format!("{contest}/desk/lists");
    let pdf = office.get(&format!("{lists}/hop-le.pdf")).await;
    assert_eq!(pdf.is(200).header("content-type"), "application/pdf");
    let docx = office.get(&format!("{lists}/hop-le.docx")).await;
    let text = decoding::decode(&docx.is(200).body, &decoding::Limits::default()).unwrap().text;
    let row: Vec<&str> = text.lines().filter(|line| line.contains(TITLE)).collect();
    assert_eq!(row.len(), 1, "{text}");
    let none = office.get(&format!("{lists}/khong-hop-le.docx")).await;
    let text = decoding::decode(&none.is(200).body, &decoding::Limits::default()).unwrap().text;
    assert!(!text.contains(TITLE), "{text}");
    office.get(&format!("{lists}/khac.pdf")).await.is(404);
    house.known(world::COORDINATOR).get(&format!("{lists}/hop-le.pdf")).await.is(403);
}
