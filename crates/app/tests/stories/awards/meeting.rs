//! Calling a meeting, and who is there.

use kernel::Message;

use super::standing::{KEEPER, MEMBER, call, close, come, members, opened, sitting};
use crate::councils::standing::{AUTHOR, CHAIR, founded, known};
use crate::house::House;

stories! {
    a_meeting_is_called_by_letter,
    it_begins_when_enough_are_there,
    who_leaves_is_noted,
    a_meeting_is_called_off_with_a_reason,
    before_the_opening_there_is_nothing_to_decide,
}

async fn a_meeting_is_called_by_letter(house: &House) {
    let standing = opened(house).await;
    let members = members(house, &standing).await;
    let chair = members[CHAIR.email].as_str();
    call(house, &standing, &[("keeper", chair)]).await.is(422).says("meeting-keeper-missing");
    let bare = format!("{}/meetings", standing.contest_path);
    let office = house.known(world::SECRETARY);
    office.post(&bare, &[]).await.is(422).says("meeting-field-missing").says("day-unreadable");
    known(house, MEMBER).post(&bare, &[]).await.is(403).says("awards-office-only");
    house.known(world::OTHER_COORDINATOR).post(&bare, &[]).await.is(404);
    let meeting = call(house, &standing, &[]).await.is(303).header("location").to_owned();
    let letters = "select count(*) from mail where body like '%Phòng họp 2%'";
    assert_eq!(house.count(letters).await, 3);
    let page = known(house, MEMBER).get(&meeting).await;
    page.is(200).shows("Phòng họp 2").shows(CHAIR.name).says("meeting-called");
    call(house, &standing, &[]).await.is(409).says("meeting-open-already");
    house.known(world::OTHER_COORDINATOR).get(&meeting).await.is(404);
    house.is_in_order().await;
}

async fn it_begins_when_enough_are_there(house: &House) {
    let standing = opened(house).await;
    let meeting = call(house, &standing, &[]).await.is(303).header("location").to_owned();
    let of = (&standing, meeting.as_str());
    come(house, of, &[KEEPER, MEMBER]).await.is(422).says("meeting-chair-absent");
    let few = Message::new("meeting-not-quorate").with("council", "Hội đồng nhóm Cơ khí");
    come(house, of, &[CHAIR]).await.is(422).tells(&few.with("there", 1).with("quorum", 2));
    let member = known(house, MEMBER);
    member.post(&format!("{meeting}/presence"), &[]).await.is(403).says("meeting-keepers-only");
    let page = known(house, CHAIR).get(&meeting).await;
    page.is(200).says("meeting-begin").hides("Giải Nhất");
    close(house, &meeting, "3").await.is(409).says("meeting-not-begun");
    come(house, of, &[CHAIR, KEEPER]).await.leads_to(&meeting);
    let page = known(house, CHAIR).get(&meeting).await;
    page.is(200).says("meeting-sitting").shows("Giải Nhất").shows("96").shows("92");
    house.is_in_order().await;
}

async fn who_leaves_is_noted(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let there = "select count(*) from award_presence where left_at is null";
    assert_eq!(house.count(there).await, 3);
    come(house, (&standing, &meeting), &[CHAIR, KEEPER]).await.is(303);
    assert_eq!(house.count(there).await, 2);
    come(house, (&standing, &meeting), &[CHAIR, KEEPER, MEMBER]).await.is(303);
    assert_eq!(house.count(there).await, 3);
    assert_eq!(house.count("select count(*) from award_presence").await, 4);
    come(house, (&standing, &meeting), &[CHAIR]).await.is(422);
}

async fn a_meeting_is_called_off_with_a_reason(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let chair = known(house, CHAIR);
    let off = format!("{meeting}/cancellation");
    chair.post(&off, &[]).await.is(422).says("meeting-field-missing");
    known(house, MEMBER).post(&off, &[("reason", "Bão")]).await.is(403);
    chair.post(&off, &[("reason", "Bão")]).await.leads_to(&meeting);
    chair.get(&meeting).await.is(200).says("meeting-cancelled").shows("Bão");
    chair.post(&off, &[("reason", "Bão")]).await.is(409).says("meeting-has-ended");
    close(house, &meeting, "3").await.is(409).says("meeting-has-ended");
    call(house, &standing, &[]).await.is(303);
}

async fn before_the_opening_there_is_nothing_to_decide(house: &House) {
    let standing = founded(house).await;
    let awards = format!("{}/awards", standing.contest_path);
    let office = house.known(world::SECRETARY);
    office.get(&awards).await.is(200).says("results-not-open").says("meeting-call");
    let form = format!("{}/meetings/new", standing.contest_path);
    office.get(&form).await.is(200).says("meeting-agenda-help").hides(AUTHOR.name);
    known(house, MEMBER).get(&form).await.is(403).says("awards-office-only");
    known(house, MEMBER).get(&awards).await.is(200);
    known(house, AUTHOR).get(&awards).await.is(404);
    let meeting = call(house, &standing, &[]).await.is(303).header("location").to_owned();
    come(house, (&standing, &meeting), &[CHAIR, KEEPER]).await.is(303);
    known(house, CHAIR).get(&meeting).await.is(200).says("results-not-open");
    close(house, &meeting, "2").await.is(409).says("results-not-open");
}
