//! Choosing a ready set, and what the page then says.

use hoithi::accounts::Actor;
use hoithi::contests::RuleSet;
use hoithi::{contests, rubric};
use judging::ready::{ready, with_code};
use judging::records::Records;
use judging::soundness::troubles;

use super::standing::{contest, newest};
use crate::access::paper::paper;
use crate::house::House;

stories! {
    each_ready_set_makes_sound_rules_which_the_page_shows,
    a_set_is_chosen_anew_only_with_a_reason,
    a_contest_without_fields_is_told_what_is_missing,
    a_contest_with_rules_of_judging_is_not_taken_back,
}

async fn each_ready_set_makes_sound_rules_which_the_page_shows(house: &House) {
    let secretary = house.known(world::SECRETARY);
    for set in ready() {
        let (id, path) = contest(house).await;
        let offered = secretary.get(&path).await;
        offered.is(200).says("rubric-lead").shows(&set.name).shows(&set.about).shows(&set.source);
        let choice = [("version", "0"), ("set", set.code.as_str())];
        secretary.post(&format!("{path}/choice"), &choice).await.leads_to(&path);
        let (of_contest, _) = contests::newest_rules(&house.app.store, id).await.unwrap();
        let expect = rubric::begin(&of_contest, set);
        assert_eq!(newest(house, id).await, (expect.clone(), 1));
        assert_eq!(troubles(&expect, &Records::default()), []);
        let page = secretary.get(&path).await;
        page.is(200).shows("Chung khảo").says("rubric-not-sealed").shows("Phiên bản 1");
        for scale in &set.scales {
            page.shows(&scale.name);
            for criterion in &scale.criteria {
                page.shows(&criterion.name).holds(&format!(">{}</td>", criterion.maximum));
                for level in &criterion.levels {
                    page.shows(&level.words);
                }
            }
        }
    }
}

async fn a_set_is_chosen_anew_only_with_a_reason(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = contest(house).await;
    let choose = |version: &'static str, set: &'static str, reason: &'static str| {
        [("version", version), ("set", set), ("reason", reason)]
    };
    let choice = format!("{path}/choice");
    secretary.post(&choice, &choose("0", "none", "")).await.is(422).says("rubric-set-unknown");
    secretary.post(&choice, &choose("0", "minima", "")).await.leads_to(&path);
    let late = secretary.post(&choice, &choose("0", "evidence", "")).await;
    late.is(409).says("rubric-changed-meanwhile");
    let again = secretary.get(&format!("{path}?choose=again")).await;
    assert_eq!(again.is(200).hidden("version"), "1");
    let refused = secretary.post(&choice, &choose("1", "evidence", "")).await;
    refused.is(422).says("contest-reason-empty");
    let same = secretary.post(&choice, &choose("1", "minima", "họp")).await;
    same.is(422).says("rubric-unchanged").shows("họp");
    secretary.post(&choice, &choose("1", "evidence", "họp ngày 20/11")).await.leads_to(&path);
    let (rules, version) = newest(house, id).await;
    assert_eq!((version, &rules.scales), (2, &with_code("evidence").unwrap().scales));
    let page = secretary.get(&path).await;
    page.is(200).shows("họp ngày 20/11").shows(world::SECRETARY.name);
    secretary.get(&format!("{path}?version=1")).await.is(200).says("rules-old");
    secretary.get(&format!("{path}?version=3")).await.is(404);
}

async fn a_contest_without_fields_is_told_what_is_missing(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = contest(house).await;
    let rules = [("version", "1"), ("fields", ""), ("where", "Sa Lĩnh"), ("reason", "chưa rõ")];
    secretary.post(&format!("/contests/{id}/rules"), &rules).await.is(303);
    let choice = [("version", "0"), ("set", "minima")];
    let refused = secretary.post(&format!("{path}/choice"), &choice).await;
    refused.is(422).says("rubric-trouble-no-fields").says("rubric-not-sound");
    assert_eq!(house.count("select count(*) from rubric").await, 0);
}

/// Undoing the acceptance of a paper would delete the contest under its rules of judging.
async fn a_contest_with_rules_of_judging_is_not_taken_back(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = format!("/papers/{}/review", paper(house, "accepted").await);
    let contest = house.ask("select id from contest").await.parse().unwrap();
    let of_contest = RuleSet { fields: vec!["Cơ khí".to_owned()], ..RuleSet::default() };
    let rules = rubric::begin(&of_contest, with_code("minima").unwrap());
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    rubric::declare(&mut tx, &actor, contest, (0, &rules, None)).await.unwrap();
    tx.commit().await.unwrap();
    let undone = secretary.post(&format!("{review}/undoing"), &[]).await;
    undone.is(409).says("review-acted-upon");
    assert_eq!(newest(house, contest).await, (rules, 1));
}
