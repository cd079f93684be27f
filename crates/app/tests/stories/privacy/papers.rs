//! Identity papers: not asked for unless the rules demand them, and gone when their time is over.

use hoithi::installation::work;
use kernel::Message;

use super::standing::{confirm, years_later};
use crate::dossiers::standing::{attach, hand_in, taking, written};
use crate::house::House;

stories! {
    who_sends_an_identity_paper_that_nobody_wants_is_told,
    identity_papers_that_rules_demand_go_with_the_numbers,
}

const CARD: (&str, &str, &[u8]) = ("minh-chung", "CCCD mặt trước.pdf", b"%PDF-1.7 the");

async fn who_sends_an_identity_paper_that_nobody_wants_is_told(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = written(&author, taking(house).await).await;
    let (files, submission) = (format!("{path}/files"), format!("{path}/submission"));
    let needless = Message::new("dossier-identity-needless").with("name", CARD.1);
    author.get(&files).await.is(200).says("dossier-identity-unasked");
    author.get(&submission).await.is(200).keeps(&needless);
    attach(&author, &path, CARD).await.is(303);
    author.get(&files).await.is(200).says("dossier-identity-remove");
    author.get(&submission).await.is(200).tells(&needless);
    hand_in(&author, &path).await.is(303);
    let found = Message::new("finding-identity-unasked").with("name", CARD.1);
    house.known(world::SECRETARY).get(&format!("{path}/desk")).await.is(200).tells(&found);
}

async fn identity_papers_that_rules_demand_go_with_the_numbers(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = written(&author, taking(house).await).await;
    attach(&author, &path, CARD).await.is(303);
    let card = "select count(*) from dossier_file where name = 'CCCD mặt trước.pdf'";
    let change = "update rule_set set body = replace(body, '\"role\":\"evidence\"', '\"role\":\"identity\"')";
    let rules = house.ask("select body from rule_set order by version desc limit 1").await;
    assert!(rules.contains("\"role\":\"evidence\""));
    house.tamper(change).await;
    author.get(&format!("{path}/files")).await.is(200).hides("dossier-identity-remove");
    hand_in(&author, &path).await.is(303);
    assert_eq!(house.count(card).await, 1);
    confirm(&years_later(house, 3).await).await;
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count(card).await, 0);
    house.tamper("update rule_set set body = replace(body, '\"role\":\"identity\"', '\"role\":\"evidence\"')").await;
}
