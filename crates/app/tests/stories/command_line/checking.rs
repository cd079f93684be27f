//! `hoithi dossier check`: whatever is changed behind the back of every verb is found, and named.

use hoithi::installation::check::check;
use kernel::id::ContestId;
use serde_json::{Value, json};

use super::importing::imported;
use super::{run, said};
use crate::conversations::standing::talking;
use crate::dossiers::standing::taking;
use crate::house::House;

stories! {
    a_contest_that_nobody_touched_is_sound,
    what_was_planted_is_found_and_named,
    a_file_that_is_gone_is_missed,
    a_need_that_is_gone_is_missed_by_both_checks,
    whose_turn_it_is_is_asked_of_what_was_said,
}

/// What the check finds: rule and what breaks it, in order.
fn found(house: &House, contest: ContestId) -> Vec<Value> {
    let contest = contest.to_string();
    let run = run(house, &["dossier", "check", "--contest", &contest, "--json"]);
    let lines: Vec<Value> = run.said.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(run.status, Some(i32::from(!lines.is_empty())), "{}", run.refused);
    lines
}

async fn id(house: &House, number: i64) -> String {
    house.ask(&format!("select id from dossier where number = {number}")).await
}

fn finding(rule: &str, number: i64, id: &str) -> Value {
    json!({ "rule": rule, "what": format!("{number} ({id})") })
}

async fn a_contest_that_nobody_touched_is_sound(house: &House) {
    let (contest, _, _) = talking(house).await;
    assert_eq!(found(house, contest), Vec::<Value>::new());
    let told = said(house, &["dossier", "check", "--contest", &contest.to_string()]);
    assert_eq!(told.lines().count(), 1, "{told}");
}

/// What is done and undone behind the back of every verb, and what is found of it in between.
const PLANTED: [(&str, &str, i64, &[&str]); 6] = [
    (
        "update dossier_version set body = replace(body, 'ba hàng', 'bà hàng') where version = 1",
        "update dossier_version set body = replace(body, 'bà hàng', 'ba hàng') where version = 1",
        1,
        // The title is written there, too: then the book no longer says the same, nor does what a unit confirms.
        &["check-dossier-digest", "check-dossier-search", "check-dossier-need"],
    ),
    (
        "update dossier_version set digest = 'f' || digest where title like 'Lò%'",
        "update dossier_version set digest = substr(digest, 2) where title like 'Lò%'",
        2,
        &["check-dossier-digest", "check-dossier-receipt"],
    ),
    (
        "update dossier set state = 'valid' where number = 2",
        "update dossier set state = 'submitted' where number = 2",
        2,
        &["check-dossier-state", "check-dossier-search"],
    ),
    (
        "update dossier_search set sort_key = 'x' || sort_key where number = 1",
        "update dossier_search set sort_key = substr(sort_key, 2) where number = 1",
        1,
        &["check-dossier-search"],
    ),
    (
        "update dossier_need set met = true where what = 'stamp' and dossier_id in
            (select id from dossier where number = 1)",
        "update dossier_need set met = false where what = 'stamp' and dossier_id in
            (select id from dossier where number = 1)",
        1,
        &["check-dossier-need"],
    ),
    (
        "update dossier_search set lacks = lacks + 1 where number = 1",
        "update dossier_search set lacks = lacks - 1 where number = 1",
        1,
        &["check-dossier-need"],
    ),
];

async fn what_was_planted_is_found_and_named(house: &House) {
    let contest = taking(house).await;
    imported(house, contest);
    assert_eq!(found(house, contest), Vec::<Value>::new());
    for (planted, undone, number, rules) in PLANTED {
        let id = id(house, number).await;
        house.tamper(planted).await;
        let expect: Vec<Value> = rules.iter().map(|rule| finding(rule, number, &id)).collect();
        assert_eq!(found(house, contest), expect, "{planted}");
        house.tamper(undone).await;
    }
    assert_eq!(found(house, contest), Vec::<Value>::new());
}

async fn a_file_that_is_gone_is_missed(house: &House) {
    let contest = taking(house).await;
    imported(house, contest);
    let hash = house.ask("select hash from dossier_file where name = 'chung.pdf'").await;
    let place = house.folder().join("files").join(&hash[..2]).join(&hash);
    let bytes = std::fs::read(&place).unwrap();
    let missed = json!({
        "rule": "check-dossier-file", "what": format!("2 ({}): chung.pdf", id(house, 2).await),
    });
    std::fs::remove_file(&place).unwrap();
    assert_eq!(found(house, contest), std::slice::from_ref(&missed));
    std::fs::write(&place, b"%PDF-1.7 khac").unwrap();
    assert_eq!(found(house, contest), std::slice::from_ref(&missed));
    std::fs::write(&place, bytes).unwrap();
    assert_eq!(found(house, contest), Vec::<Value>::new());
}

async fn a_need_that_is_gone_is_missed_by_both_checks(house: &House) {
    let contest = taking(house).await;
    imported(house, contest);
    let id = id(house, 1).await;
    let row = format!("{id}/stamp/");
    let digest = house.ask(&format!("select holds_for from dossier_need where id = '{row}'")).await;
    house.tamper(&format!("delete from dossier_need where id = '{row}'")).await;
    assert_eq!(found(house, contest), [finding("check-dossier-need", 1, &id)]);
    let whole = check(&house.app.store).await.unwrap();
    let whole: Vec<(&str, String)> = whole.into_iter().map(|it| (it.rule, it.what)).collect();
    assert_eq!(whole, [("check-dossier-need", format!("1 ({id})"))]);
    let back = "insert into dossier_need (id, dossier_id, contest_id, what, key, holds_for, met)";
    let values = format!("('{row}', '{id}', '{contest}', 'stamp', '', '{digest}', false)");
    house.tamper(&format!("{back} values {values}")).await;
    assert_eq!(found(house, contest), Vec::<Value>::new());
}

async fn whose_turn_it_is_is_asked_of_what_was_said(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let id = talk.rsplit('/').next().unwrap();
    let expect = json!({ "rule": "check-conversation-state", "what": id });
    for (planted, undone) in [
        ("state = 'settled'", "state = 'office'"),
        ("since = since - 1", "since = since + 1"),
        ("last = last + 1", "last = last - 1"),
    ] {
        house.tamper(&format!("update conversation set {planted}")).await;
        assert_eq!(found(house, contest), std::slice::from_ref(&expect), "{planted}");
        let whole = check(&house.app.store).await.unwrap();
        assert_eq!(whole.len(), 1, "{planted}");
        house.tamper(&format!("update conversation set {undone}")).await;
    }
    assert_eq!(found(house, contest), Vec::<Value>::new());
}
