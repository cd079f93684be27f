//! The moment from which everybody reads the list.

use hoithi::installation::work;
use judging::bundle::Bundle;

use super::standing::{KEEPER, MEMBER, call, close, closed, come, motion, opened};
use crate::councils::standing::{AUTHOR, CHAIR, OTHER_AUTHOR, Standing, known};
use crate::house::House;

stories! {
    a_list_becomes_public_at_its_moment,
    what_the_public_does_not_know_of_has_no_results,
    an_order_is_called_off_before_its_moment,
    authors_are_told_once,
    a_later_list_corrects_an_earlier_one,
}

/// The address of the contest's public page.
async fn outside(house: &House, standing: &Standing) -> String {
    let sql = format!("select slug from contest where id = '{}'", standing.contest);
    format!("/hoi-thi/{}", house.ask(&sql).await)
}

/// The office orders the publication.
async fn publish(
    house: &House,
    standing: &Standing,
    fields: &[(&str, &str)],
) -> crate::reply::Reply {
    let path = format!("{}/awards/publication", standing.contest_path);
    house.known(world::SECRETARY).post(&path, fields).await
}

const LATER: [(&str, &str); 4] = [
    ("when", "later"),
    ("day", "21/11/2026"),
    ("hour", "11h"),
    ("decision", "45/QĐ-BTC ngày 24/11/2026"),
];

/// Before the moment no address of the results exists.
async fn is_hidden(house: &House, page: &str) {
    let everybody = house.anon();
    let results = format!("{page}/ket-qua");
    let before = everybody.get(page).await;
    before.is(200).hides(&results).hides("Giải Nhất\n");
    everybody.get(&results).await.is(404);
    everybody.get(&format!("{results}.json")).await.is(404);
    everybody.get(&format!("{page}/tin.atom")).await.is(200).hides("ket-qua");
}

/// From the moment on everybody reads who won, and may count the list again.
async fn is_told(house: &House, page: &str) {
    let (everybody, results) = (house.anon(), format!("{page}/ket-qua"));
    everybody.get(page).await.is(200).holds(&format!("href=\"{results}\""));
    let told = everybody.get(&results).await;
    told.is(200).shows("Giải Nhất").shows("Giải Nhì").shows("45/QĐ-BTC").shows("20.000.000");
    for person in [CHAIR, KEEPER, MEMBER] {
        told.hides(person.name);
    }
    let bundle = everybody.get(&format!("{results}.json")).await;
    assert_eq!(bundle.is(200).header("content-type"), "application/json");
    let bundle: Bundle = serde_json::from_str(bundle.text()).unwrap();
    assert_eq!(bundle.recompute().unwrap().differences, []);
    everybody.get(&format!("{page}/tin.atom")).await.is(200).shows("ket-qua");
}

async fn a_list_becomes_public_at_its_moment(house: &House) {
    let standing = opened(house).await;
    publish(house, &standing, &LATER).await.is(409).says("awards-no-list");
    closed(house, &standing).await;
    known(house, MEMBER)
        .post(&format!("{}/awards/publication", standing.contest_path), &LATER)
        .await
        .is(403);
    publish(house, &standing, &LATER).await.is(303);
    publish(house, &standing, &LATER).await.is(409).says("awards-ordered-already");
    let page = outside(house, &standing).await;
    is_hidden(house, &page).await;
    house.wait_seconds(7_200);
    is_told(house, &page).await;
    house.is_in_order().await;
}

async fn what_the_public_does_not_know_of_has_no_results(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    let office = house.known(world::SECRETARY);
    let hide = format!("{}/publication/removal", standing.contest_path);
    office.post(&hide, &[]).await.is(303);
    publish(house, &standing, &LATER).await.is(409).says("awards-contest-unseen");
}

async fn an_order_is_called_off_before_its_moment(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    publish(house, &standing, &LATER).await.is(303);
    let office = house.known(world::SECRETARY);
    let awards = format!("{}/awards", standing.contest_path);
    office.get(&awards).await.is(200).says("awards-ordered");
    let off = format!("{awards}/publication/removal");
    office.post(&off, &[]).await.is(422).says("meeting-field-missing");
    office.post(&off, &[("reason", "Chờ quyết định")]).await.leads_to(&awards);
    office.post(&off, &[("reason", "Chờ quyết định")]).await.is(409).says("awards-no-order");
    house.wait_seconds(7_200);
    work::work_off(&house.app).await.unwrap();
    let page = outside(house, &standing).await;
    house.anon().get(&format!("{page}/ket-qua")).await.is(404);
    assert_eq!(house.count("select count(*) from mail where subject like '%đạt giải%'").await, 0);
}

async fn authors_are_told_once(house: &House) {
    let standing = opened(house).await;
    let meeting = super::standing::sitting(house, &standing).await;
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(303);
    close(house, &meeting, "3").await.is(303);
    let dossier = format!("/dossiers/{}", standing.dossiers[0]);
    let told = kernel::Message::new("dossier-award-won").with("prize", "Giải Nhất");
    publish(house, &standing, &LATER).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let won = "select count(*) from mail where body like '%đạt Giải Nhất%'";
    let none = "select count(*) from mail where body like '%chưa đạt giải%'";
    assert_eq!((house.count(won).await, house.count(none).await), (0, 0));
    known(house, AUTHOR).get(&dossier).await.is(200).hides("Giải Nhất");
    house.wait_seconds(7_200);
    work::work_off(&house.app).await.unwrap();
    work::work_off(&house.app).await.unwrap();
    assert_eq!((house.count(won).await, house.count(none).await), (1, 1));
    known(house, AUTHOR).get(&dossier).await.is(200).tells(&told);
    let other = format!("/dossiers/{}", standing.dossiers[1]);
    known(house, OTHER_AUTHOR).get(&other).await.is(200).says("dossier-award-none");
}

async fn a_later_list_corrects_an_earlier_one(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    publish(house, &standing, &[("when", "now")]).await.is(303);
    let results = format!("{}/ket-qua", outside(house, &standing).await);
    house.anon().get(&results).await.is(200).shows("Giải Nhì");
    let again = call(house, &standing, &[("reason", "Khiếu nại")]).await;
    let meeting = again.is(303).header("location").to_owned();
    publish(house, &standing, &[("when", "now")]).await.is(409).says("awards-decided-again");
    come(house, (&standing, &meeting), &[CHAIR, KEEPER, MEMBER]).await.is(303);
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(303);
    close(house, &meeting, "3").await.is(303);
    house.anon().get(&results).await.is(200).shows("Giải Nhì");
    publish(house, &standing, &[("when", "now")]).await.is(303);
    let told = house.anon().get(&results).await;
    told.is(200).hides("Giải Nhì").says("portal-results-corrected");
}
