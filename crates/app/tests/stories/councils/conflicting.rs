//! What stands against judging: found or declared, it closes every door at once.

use super::standing::{
    AUTHOR, CHAIR, JUDGE, SECOND, call, founded, judges_of, judging, known, sheet_of, valid, vouch,
};
use crate::house::House;

stories! {
    an_author_never_judges_their_own_dossier,
    who_works_at_the_unit_or_above_it_does_not_judge_it,
    a_relative_is_found_by_name_and_nobody_reads_names,
    a_tie_that_is_declared_ends_what_it_touches,
    while_sheets_are_written_only_the_office_takes_ties_back,
    nothing_is_read_before_one_vouches,
}

async fn an_author_never_judges_their_own_dossier(house: &House) {
    let standing = founded(house).await;
    call(house, &standing.path, AUTHOR, "judge").await.is(303);
    let office = house.known(world::SECRETARY);
    let page = office.get(&format!("{}/conflicts", standing.path)).await;
    page.is(200).shows(AUTHOR.name).says("conflict-author").says("conflict-was-found");
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    assert_eq!(sheet_of(house, AUTHOR, &standing.dossiers[0]).await, "/sheets/");
    let member =
        house.ask(&format!("select id from council_member where name = '{}'", AUTHOR.name)).await;
    let fields = [("dossier", standing.dossiers[0].as_str()), ("member", member.as_str())];
    let given = format!("{}/assignment/given", standing.path);
    office.post(&given, &fields).await.is(409).says("council-in-conflict");
}

async fn who_works_at_the_unit_or_above_it_does_not_judge_it(house: &House) {
    let standing = founded(house).await;
    let commune = house.unit("thung-may").await;
    let unit = format!("update dossier_search set unit_id = '{commune}' where number = 1");
    house.tamper(&unit).await;
    let office = house.known(world::SECRETARY);
    let fields = [
        ("email", world::SCHOOLS_COORDINATOR.email),
        ("name", world::SCHOOLS_COORDINATOR.name),
        ("role", "judge"),
        ("unit", commune.as_str()),
    ];
    office.post(&format!("{}/members", standing.path), &fields).await.is(303);
    let page = office.get(&format!("{}/conflicts", standing.path)).await;
    let says = kernel::Message::new("conflict-same-unit");
    let says = says.with("unit", world::unit("thung-may").unwrap().name);
    page.is(200).tells(&says);
}

async fn a_relative_is_found_by_name_and_nobody_reads_names(house: &House) {
    let standing = founded(house).await;
    let judge = known(house, JUDGE);
    let ties = format!("{}/ties", standing.path);
    judge.get(&ties).await.is(200).hides("Lò Văn Gieo").hides("Vàng Thị Hạt");
    let missing = [("kind", "family"), ("relative", "")];
    judge.post(&ties, &missing).await.is(422).says("tie-relative-missing");
    judge.post(&ties, &[("kind", "family"), ("relative", "vàng thị hạt")]).await.leads_to(&ties);
    judge.get(&ties).await.is(200).shows("vàng thị hạt").hides("Lò Văn Gieo");
    let office = house.known(world::SECRETARY);
    let page = office.get(&format!("{}/conflicts", standing.path)).await;
    page.is(200).says("conflict-was-declared").shows("vàng thị hạt");
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    for dossier in &standing.dossiers {
        assert_eq!(sheet_of(house, JUDGE, dossier).await, "/sheets/");
    }
    house.is_in_order().await;
}

async fn a_tie_that_is_declared_ends_what_it_touches(house: &House) {
    let standing = judging(house).await;
    let dossier = &standing.dossiers[0];
    let judge = judges_of(house, dossier).await[0];
    let sheet = sheet_of(house, judge, dossier).await;
    let browser = known(house, judge);
    browser.get(&sheet).await.is(200);
    let fields = [("kind", "advised"), ("dossier", dossier.as_str())];
    browser.post(&format!("{}/ties", standing.path), &fields).await.is(303);
    browser.get(&sheet).await.is(404);
    browser.post(&sheet, &[("revision", "0")]).await.is(404);
    let list = browser.get("/judging").await;
    list.is(200).hides(&sheet);
    let ended = "select ended_reason from council_assignment where ended_at is not null";
    assert_eq!(house.ask(ended).await, "conflict");
    // Another takes the place, and the one who declared it never does.
    let office = house.known(world::SECRETARY);
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    assert_eq!(sheet_of(house, judge, dossier).await, "/sheets/");
    assert_eq!(judges_of(house, dossier).await.len(), 2);
    house.is_in_order().await;
}

async fn while_sheets_are_written_only_the_office_takes_ties_back(house: &House) {
    let standing = judging(house).await;
    let (judge, ties) = (known(house, SECOND), format!("{}/ties", standing.path));
    let fields = [("kind", "other"), ("dossier", standing.dossiers[1].as_str()), ("reason", "")];
    judge.post(&ties, &fields).await.is(422).says("tie-reason-missing");
    let mut fields = fields;
    fields[2] = ("reason", "Bạn học cũ");
    judge.post(&ties, &fields).await.is(303);
    let tie = house.ask("select id from council_tie").await;
    let back = format!("{ties}/{tie}/removal");
    let reason = [("reason", "Khai nhầm")];
    judge.post(&back, &reason).await.is(409).says("tie-office-takes-back");
    known(house, CHAIR).post(&back, &reason).await.is(404);
    let office = house.known(world::SECRETARY);
    office.post(&back, &reason).await.is(303);
    office.post(&back, &reason).await.is(409).says("tie-ended-already");
    house.is_in_order().await;
}

async fn nothing_is_read_before_one_vouches(house: &House) {
    let standing = founded(house).await;
    let office = house.known(world::SECRETARY);
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    office.post(&format!("{}/beginning", standing.path), &[]).await.is(303);
    let judge = judges_of(house, &standing.dossiers[0]).await[0];
    let browser = known(house, judge);
    let sheet = sheet_of(house, judge, &standing.dossiers[0]).await;
    browser.get(&sheet).await.is(403).says("council-vouch-first");
    browser.get("/judging").await.is(200).says("council-vouch-first").hides(&sheet);
    let undertaking = format!("{}/undertaking", standing.path);
    browser.post(&undertaking, &[]).await.is(422).says("council-vouch-tick");
    vouch(house, &standing.path, judge).await.leads_to("/judging");
    browser.get("/judging").await.is(200).holds(&sheet);
    browser.get(&sheet).await.is(200);
    // A dossier of another contest changes nothing for this one.
    let _ = valid(house, standing.contest, world::UNIVERSITY_SECRETARY).await;
    browser.get(&sheet).await.is(200);
    office.get(&sheet).await.is(404);
}
