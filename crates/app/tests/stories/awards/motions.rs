//! Deciding against the ranking.

use kernel::Message;

use super::standing::{KEEPER, MEMBER, motion, opened, sitting};
use crate::councils::standing::{CHAIR, known};
use crate::house::House;

stories! {
    a_motion_changes_a_prize_by_majority,
    what_the_rules_forbid_is_not_put_down,
    who_is_in_conflict_steps_out,
}

/// How often the page of a meeting says something of its table.
async fn times(house: &House, meeting: &str, text: &str) -> usize {
    known(house, CHAIR).get(meeting).await.is(200).text().matches(text).count()
}

/// The vote is taken back once, with a reason.
async fn takes_back(house: &House, meeting: &str) {
    let id = house.ask("select id from award_motion").await;
    let back = format!("{meeting}/motions/{id}/removal");
    let keeper = known(house, KEEPER);
    keeper.post(&back, &[]).await.is(422).says("meeting-field-missing");
    keeper.post(&back, &[("reason", "Bỏ phiếu lại")]).await.leads_to(meeting);
    keeper.post(&back, &[("reason", "Bỏ phiếu lại")]).await.is(404);
}

/// The second vote has its majority; the first one was taken back.
async fn carries(house: &House, meeting: &str) {
    motion(house, meeting, ("2", ""), ("2", "1")).await.leads_to(meeting);
    let page = known(house, CHAIR).get(meeting).await;
    page.is(200).says("award-motion-carried").says("award-motion-taken-back").shows("Bỏ phiếu lại");
}

async fn a_motion_changes_a_prize_by_majority(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let decided = "<td data-label=\"Sau biểu quyết\">Giải Nhì</td>";
    assert_eq!(times(house, &meeting, decided).await, 1);
    motion(house, &meeting, ("2", ""), ("1", "2")).await.leads_to(&meeting);
    known(house, MEMBER).get(&meeting).await.is(200).says("award-motion-lost");
    assert_eq!(times(house, &meeting, decided).await, 1);
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(422).says("motion-stands-already");
    takes_back(house, &meeting).await;
    carries(house, &meeting).await;
    assert_eq!(times(house, &meeting, decided).await, 0);
    let lost = "<td data-label=\"Sau biểu quyết\"><b>Không trao giải</b></td>";
    assert_eq!(times(house, &meeting, lost).await, 1);
    house.is_in_order().await;
}

async fn what_the_rules_forbid_is_not_put_down(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let of = |number: &'static str, prize: &'static str| (number, prize);
    let many = Message::new("motion-votes-too-many").with("count", 3);
    motion(house, &meeting, of("2", ""), ("3", "1")).await.is(422).tells(&many);
    motion(house, &meeting, of("2", ""), ("drei", ""))
        .await
        .is(422)
        .says("meeting-votes-unreadable");
    motion(house, &meeting, of("2", ""), ("-1", "")).await.is(422).says("meeting-votes-unreadable");
    motion(house, &meeting, of("7", ""), ("3", "0")).await.is(422).says("motion-dossier-unknown");
    let unknown = motion(house, &meeting, of("2", "gold"), ("3", "0")).await;
    unknown.is(422).says("motion-prize-unknown");
    let beyond = motion(house, &meeting, of("2", "first"), ("3", "0")).await;
    beyond.is(422).says("motion-beyond-places").holds("value=\"first\" selected");
    known(house, MEMBER).post(&format!("{meeting}/motions"), &[]).await.is(422);
    let fields = [("number", "2"), ("reason", "Vì"), ("in_favour", "3")];
    let reply = known(house, MEMBER).post(&format!("{meeting}/motions"), &fields).await;
    reply.is(403).says("meeting-keepers-only");
    assert_eq!(house.count("select count(*) from award_motion").await, 0);
    // One place is free once it was voted away.
    motion(house, &meeting, of("1", ""), ("3", "0")).await.is(303);
    motion(house, &meeting, of("2", "first"), ("3", "0")).await.is(303);
}

async fn who_is_in_conflict_steps_out(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let tie = [("kind", "advised"), ("dossier", standing.dossiers[1].as_str())];
    known(house, MEMBER).post(&format!("{}/ties", standing.path), &tie).await.is(303);
    let many = Message::new("motion-votes-too-many").with("count", 2);
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(422).tells(&many);
    motion(house, &meeting, ("2", ""), ("2", "0")).await.is(303);
    let page = known(house, CHAIR).get(&meeting).await;
    page.is(200).shows(&format!("ra ngoài: {} (", MEMBER.name));
    // Whoever is in conflict reads neither ranking nor prizes.
    let page = known(house, MEMBER).get(&meeting).await;
    page.is(200).says("awards-in-conflict").hides("Giải Nhất").hides(">96<");
    let paper = known(house, MEMBER).get(&format!("{meeting}/papers/bien-ban.pdf")).await;
    paper.is(403).says("awards-in-conflict");
}
