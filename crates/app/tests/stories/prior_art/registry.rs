//! The registry: searched, judged, and looked through for what is worth entering.

use hoithi::accounts::Actor;
use hoithi::contests::{self, RuleSet, Why};
use kernel::Message;

use super::made::{WINNERS, accepted, registry, solution};
use crate::house::House;

stories! {
    a_verdict_is_given_with_its_reason,
    the_registry_is_searched_filtered_and_written,
    what_is_worth_entering_neither_won_nor_was_entered,
}

async fn a_verdict_is_given_with_its_reason(house: &House) {
    accepted(house, "registry", &registry()).await;
    let page = solution(house, "Máy tuốt lúa nương").await;
    let verdicts = format!("{page}/verdicts");
    let secretary = house.known(world::SECRETARY);
    let said =
        |verdict, reason| [("subject", "dossier/7"), ("verdict", verdict), ("reason", reason)];
    secretary.post(&verdicts, &said("guilty", "x")).await.is(422).says("prior-verdict-missing");
    secretary.post(&verdicts, &said("same", " ")).await.is(422).says("prior-reason-missing");
    secretary.post(&verdicts, &[("verdict", "same")]).await.is(422).says("prior-subject-missing");
    let why = "Cùng trống tuốt <răng xoắn>, cùng khung.";
    secretary.post(&verdicts, &said("derived", why)).await.is(303).leads_to(&page);
    secretary.get(&page).await.is(200).shows(why).says("prior-verdict-derived");
    house.known(world::COORDINATOR).get(&page).await.is(200).hides("răng xoắn>");
    let sql = "select count(*) from ledger_event where body like '%prior.judge%'";
    assert_eq!(house.count(sql).await, 1);
    assert_eq!(house.ask("select verdict from prior_verdict").await, "derived");
}

async fn the_registry_is_searched_filtered_and_written(house: &House) {
    accepted(house, "registry", &registry()).await;
    accepted(house, "winner", WINNERS).await;
    let coordinator = house.known(world::COORDINATOR);
    for (query, count) in [
        ("q=tuot lua", 1),
        ("year=2024", 2),
        ("level=province", 2),
        ("source=winner", 1),
        ("prize=1", 1),
        ("unit=so khoa hoc va cong nghe", 3),
        ("unit=khong co", 0),
    ] {
        let query = query.replace(' ', "+");
        let page = coordinator.get(&format!("/prior-art/solutions?{query}")).await;
        match count {
            0 => page.is(200).says("prior-none-found"),
            _ => page.is(200).tells(&Message::new("prior-count").with("count", count)),
        };
    }
    let file = coordinator.get("/prior-art/export?year=2024").await;
    let disposition = "attachment; filename=\"giai-phap-da-biet.xlsx\"";
    assert_eq!(file.is(200).header("content-disposition"), disposition);
    let rows = hoithi::units::sheet::decoding::decode(file.body.clone()).unwrap();
    assert_eq!(rows.len(), 3);
    house.known(world::SECRETARY).get("/prior-art/lists/template").await.is(200);
}

async fn what_is_worth_entering_neither_won_nor_was_entered(house: &House) {
    accepted(house, "registry", &registry()).await;
    let coordinator = house.known(world::COORDINATOR);
    let all = coordinator.get("/prior-art/worth").await;
    all.is(200).shows("Máy tuốt lúa nương").shows("Lò sấy chuối").hides("Phần mềm trực ca");
    all.tells(&Message::new("prior-worth-age").with("count", 5)).says("prior-worth-free");
    accepted(house, "winner", WINNERS).await;
    let left = coordinator.get("/prior-art/worth").await;
    left.is(200).shows("Máy tuốt lúa nương").shows("Đèn đường").hides("Lò sấy chuối");
    let contest = made_contest(house).await;
    let ruled = coordinator.get(&format!("/prior-art/worth?contest={contest}")).await;
    ruled.is(200).shows("Đèn đường").hides("Máy tuốt lúa nương");
    ruled.tells(&Message::new("prior-worth-rule").with("year", "2022"));
    ruled.tells(&Message::new("prior-worth-field").with("field", "Điện, điện tử"));
    let hidden = house.known(world::OTHER_COORDINATOR).get("/prior-art/worth").await;
    hidden.is(200).says("prior-worth-none");
}

/// A running contest in which the department takes part, that takes what was applied since 2022.
async fn made_contest(house: &House) -> String {
    let id = crate::publicity::sending::contest(house).await;
    let mut rules =
        RuleSet { fields: vec!["Điện, điện tử".to_owned()], ..RuleSet::default() };
    rules.eligibility.applied_since_year = Some(2022);
    let why = Why { paper: None, words: None, by: None };
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    contests::change_rules(&mut tx, &actor, id, &rules, &why).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}
