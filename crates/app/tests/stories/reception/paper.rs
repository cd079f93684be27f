//! What comes over the counter and by post makes the same dossier.

use super::standing::on_desk;
use crate::dossiers::standing::{hand_in, taking};
use crate::house::House;

stories! {
    a_paper_dossier_is_written_down_on_the_same_pages,
    a_postmark_in_time_is_in_time,
    more_sets_are_noted,
    only_who_runs_the_contest_takes_in,
}

const COUNTER: [(&str, &str); 3] = [("way", "counter"), ("came-on", "2026-11-20"), ("copies", "2")];
const SHORT: [(&str, &str); 3] =
    [("title", "Lò sấy miến dong"), ("field", "Cơ khí"), ("revision", "0")];
const ONE: [(&str, &str); 3] =
    [("author-0-key", "author-1"), ("author-0-name", "Hà Thị Dong"), ("revision", "0")];

async fn a_paper_dossier_is_written_down_on_the_same_pages(house: &House) {
    let contest = taking(house).await;
    let office = house.known(world::SECRETARY);
    let paper = format!("/contests/{contest}/desk/paper");
    office.get(&paper).await.is(200).says("arrival-way");
    let first = office.post(&paper, &COUNTER).await;
    let first = first.is(303).header("location").to_owned();
    let path = first.strip_suffix("/pages/solution").unwrap();
    hand_in(&office, path).await.is(422).says("gap-title");
    office.post(&first, &SHORT).await.is(303);
    office.post(&format!("{path}/pages/people"), &ONE).await.is(303);
    // The paper is what counts: what is missing of it is asked for afterwards.
    office.get(&format!("{path}/submission")).await.is(200).says("dossier-vouch-paper");
    hand_in(&office, path).await.leads_to(&format!("{path}/receipt"));
    let desk = house.known(world::ADMINISTRATOR).get(&format!("{path}/desk")).await;
    let told = kernel::Message::new("arrival-told-counter").with("count", 2);
    desk.is(200).tells(&told.with("day", "20/11/2026")).says("finding-stamp-missing");
    // Who wrote it down is no author of it, and may check it.
    let desk = format!("{path}/desk");
    office.get(path).await.is(200).holds(&format!("href=\"{desk}\""));
    office.get(&desk).await.is(200);
    house.is_in_order().await;
}

async fn a_postmark_in_time_is_in_time(house: &House) {
    let contest = taking(house).await;
    let ends: kernel::Day = "2027-06-04".parse().unwrap();
    house.wait_seconds((ends.ends().millis() - house.app.store.now().millis()) / 1_000);
    let office = house.sign_in(world::SECRETARY).await;
    let paper = format!("/contests/{contest}/desk/paper");
    let late = [("way", "counter"), ("came-on", "2027-06-02"), ("copies", "1")];
    let says = kernel::Message::new("arrival-late").with("day", "31/5/2027");
    office.post(&paper, &late).await.is(422).tells(&says);
    let reason = [late[0], late[1], late[2], ("late-reason", "Đường sạt lở sau mưa lũ")];
    let first = office.post(&paper, &reason).await.is(303).header("location").to_owned();
    let path = first.strip_suffix("/pages/solution").unwrap();
    office.post(&first, &SHORT).await.is(303);
    office.post(&format!("{path}/pages/people"), &ONE).await.is(303);
    hand_in(&office, path).await.leads_to(&format!("{path}/receipt"));
    office.get(&format!("{path}/desk")).await.is(200).shows("Đường sạt lở sau mưa lũ");
    // Once it is in, its time is over like that of any other.
    office.post(&first, &SHORT).await.is(409);
    assert_eq!(house.count("select count(*) from dossier where number is not null").await, 1);
}

async fn more_sets_are_noted(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let more = format!("{path}/desk/arrivals");
    let wrong = [("way", "post"), ("came-on", "2026-11-22"), ("copies", "1")];
    office.post(&more, &wrong).await.is(422).says("arrival-day-ahead");
    let fields =
        [("way", "post"), ("came-on", "2026-11-21"), ("posted-on", "2026-11-19"), ("copies", "5")];
    office.post(&more, &fields).await.leads_to(&format!("{path}/desk"));
    let told = kernel::Message::new("arrival-told-postmark").with("count", 5);
    let told = told.with("day", "21/11/2026").with("posted", "19/11/2026");
    house.known(world::COORDINATOR).get(&path).await.is(200).tells(&told);
    let none = [("way", "post"), ("came-on", "2026-11-21"), ("copies", "0")];
    office.post(&more, &none).await.is(422).says("arrival-copies-unreadable");
    house.is_in_order().await;
}

async fn only_who_runs_the_contest_takes_in(house: &House) {
    let contest = taking(house).await;
    let paper = format!("/contests/{contest}/desk/paper");
    let coordinator = house.known(world::COORDINATOR);
    coordinator.get(&paper).await.is(403);
    coordinator.post(&paper, &COUNTER).await.is(403);
    assert_eq!(house.count("select count(*) from dossier").await, 0);
}
