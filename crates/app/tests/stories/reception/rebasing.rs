//! Newer rules: what was handed in keeps the rules of its day until the office says otherwise.

use hoithi::frame::{Locale, Words};
use kernel::Message;

use super::standing::{ask_for_evidence, find_good, on_desk};
use crate::dossiers::standing::{amended, attach, hand_in, written};
use crate::house::House;

stories! {
    an_effect_is_seen_before_newer_rules_are_applied,
    newer_rules_are_applied_once_and_told,
    newer_rules_ask_anew_only_what_they_ask_otherwise,
    what_is_asked_or_decided_keeps_its_rules,
    rules_that_change_under_the_page_are_not_applied,
    many_are_measured_anew_at_once,
}

const MEASURED: &str = "select cast(d.rules_version as text) || ' ' || cast(s.lacks as text)
    from dossier d join dossier_search s on s.dossier_id = d.id where d.number = 1";

/// The contest's rules ask for a model, and for application since 2022.
async fn stricter(house: &House, contest: &str) {
    let id = contest.rsplit('/').next().unwrap().parse().unwrap();
    amended(house, id, |rules| {
        rules.eligibility.applied_since_year = Some(2022);
        let mut model = rules.entry.checklist[1].clone();
        (model.key, model.name) = ("mo-hinh".into(), "Ảnh mô hình".into());
        rules.entry.checklist.push(model);
    })
    .await;
}

/// What the form of newer rules sends.
const REASON: [(&str, &str); 3] =
    [("version", "1"), ("rules", "3"), ("reason", "Kế hoạch số 12/KH-BTC thêm ảnh mô hình.")];

async fn an_effect_is_seen_before_newer_rules_are_applied(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let rules = format!("{path}/desk/rules");
    let newest = Message::new("rebase-is-newest").with("version", 2);
    office.get(&rules).await.is(200).tells(&newest);
    stricter(house, &contest).await;
    let earlier = Message::new("finding-earlier-rules").with("before", 2).with("after", 3);
    office.get(&format!("{path}/desk")).await.is(200).tells(&earlier);
    let page = office.get(&rules).await;
    page.is(200).says("rebase-anew").says("rebase-points").shows("Ảnh mô hình");
    page.holds("<del>2021</del>").holds("<ins>2022</ins>");
    let silent = [REASON[0], REASON[1], ("reason", " ")];
    office.post(&rules, &silent).await.is(422).says("rebase-reason-missing");
    assert_eq!(house.ask(MEASURED).await, "2 3");
    house.is_in_order().await;
}

async fn newer_rules_are_applied_once_and_told(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let rules = format!("{path}/desk/rules");
    stricter(house, &contest).await;
    office.post(&rules, &REASON).await.leads_to(&format!("{path}/desk"));
    assert_eq!(house.ask(MEASURED).await, "3 7");
    let row = "select cast(before as text) || ' ' || cast(after as text) || ' ' || reason
        from dossier_rebase";
    assert_eq!(house.ask(row).await, "2 3 Kế hoạch số 12/KH-BTC thêm ảnh mô hình.");
    let letters = "select count(*) from mail
        where subject = 'Hồ sơ số 1 được xét theo thể lệ mới' and body like '%Ảnh mô hình%'";
    assert_eq!(house.count(letters).await, 1);
    let author = house.known(world::COORDINATOR);
    let home = author.get(&path).await;
    home.is(200).says("dossier-event-rebase").shows("Kế hoạch số 12/KH-BTC thêm ảnh mô hình.");
    // A second click writes nothing more, and nobody else may.
    office.post(&rules, &REASON).await.is(303);
    assert_eq!(house.count("select count(*) from dossier_rebase").await, 1);
    author.get(&rules).await.is(403);
    author.post(&rules, &REASON).await.is(403);
    house.is_in_order().await;
}

async fn newer_rules_ask_anew_only_what_they_ask_otherwise(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    stricter(house, &contest).await;
    office.post(&format!("{path}/desk/rules"), &REASON).await.is(303);
    let since = Words(Locale::Vi).with("dossier-since", "year", 2022);
    let says = Message::new("desk-not-checked").with("points", format!("Ảnh mô hình; {since}"));
    let accept = format!("{path}/desk/acceptance");
    office.post(&accept, &[("version", "1")]).await.is(409).tells(&says);
}

async fn what_is_asked_or_decided_keeps_its_rules(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    stricter(house, &contest).await;
    let rules = format!("{path}/desk/rules");
    ask_for_evidence(&office, &path, "2026-12-01").await.is(303);
    office.get(&rules).await.is(200).says("rebase-asked").hides("name=\"reason\"");
    office.post(&rules, &REASON).await.is(409).says("rebase-asked");
    let out = [("version", "1"), ("ground", "other"), ("reason", "Sai"), ("basis", "BB 05")];
    office.post(&format!("{path}/desk/exclusion"), &out).await.is(303);
    office.post(&rules, &REASON).await.is(409).says("rebase-decided");
    let again = [("version", "1"), ("again", "Thể lệ mới cho phép.")];
    office.post(&format!("{path}/desk/reopening"), &again).await.is(303);
    office.post(&rules, &REASON).await.is(303);
    assert_eq!(house.ask(MEASURED).await, "3 7");
    house.is_in_order().await;
}

async fn rules_that_change_under_the_page_are_not_applied(house: &House) {
    let (contest, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    stricter(house, &contest).await;
    stricter(house, &contest).await;
    let rules = format!("{path}/desk/rules");
    office.post(&rules, &REASON).await.is(409).says("rebase-newer-rules");
    assert_eq!(house.ask(MEASURED).await, "2 3");
    let author = house.known(world::COORDINATOR);
    attach(&author, &path, ("minh-chung", "b.pdf", b"%PDF-1.7 hai")).await.is(303);
    hand_in(&author, &path).await.is(303);
    let now = [REASON[0], ("rules", "4"), REASON[2]];
    office.post(&rules, &now).await.is(409).says("desk-newer-version");
}

async fn many_are_measured_anew_at_once(house: &House) {
    let (contest, path) = on_desk(house).await;
    let author = house.known(world::OTHER_COORDINATOR);
    let other = written(&author, contest.rsplit('/').next().unwrap().parse().unwrap()).await;
    hand_in(&author, &other).await.is(303);
    let office = house.known(world::SECRETARY);
    let rules = format!("{contest}/desk/rules");
    office.get(&rules).await.is(200).says("rebases-none");
    office.get(&format!("{contest}/desk")).await.is(200).hides(&rules);
    stricter(house, &contest).await;
    office.get(&format!("{contest}/desk")).await.is(200).shows(&rules);
    office.get(&rules).await.is(200).shows("thêm 1 điểm chưa đạt · kiểm tra lại 2 phần");
    let id = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let (one, two) = (id(&path), id(&other));
    let chosen = [("dossier", one.as_str()), ("dossier", two.as_str()), REASON[1], REASON[2]];
    office.post(&rules, &chosen[2..]).await.is(422).says("desk-none-chosen");
    ask_for_evidence(&office, &other, "2026-12-01").await.is(303);
    let page = office.post(&rules, &chosen).await;
    page.is(422).says("desk-some-refused").says("rebase-asked");
    let by = "select cast(min(rules_version) as text) || ' ' || cast(max(rules_version) as text)
        from dossier";
    assert_eq!(house.ask(by).await, "2 3");
    office.get(&rules).await.is(200).says("rebases-none");
    house.is_in_order().await;
}
