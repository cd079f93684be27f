//! A paper becomes a contest, as a person left it.

use super::{PLAN, accepted, line, reviewed};
use crate::house::House;

stories! {
    a_plan_becomes_a_contest,
    what_a_person_corrects_is_what_stands,
    a_group_means_its_members,
    a_wrong_date_is_refused_beside_its_field,
    an_acceptance_is_undone,
    nothing_is_undone_once_somebody_acted,
    a_unit_that_ended_meanwhile_is_named,
}

async fn a_plan_becomes_a_contest(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let page = secretary.get(&review).await;
    page.is(200).shows("Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9");
    page.shows("15/11/2026 – 31/5/2027").shows("quý IV/2027");
    let contest = accepted(house, &secretary, &review).await;
    let id = contest.rsplit('/').next().unwrap();
    let count = async |sql: &str| house.count(&sql.replace("ID", &format!("'{id}'"))).await;
    assert_eq!(count("select count(*) from milestone where contest_id = ID").await, 3);
    assert_eq!(count("select count(*) from task where contest_id = ID").await, 3);
    assert_eq!(count("select count(*) from citation where contest_id = ID").await, 1);
    assert_eq!(count("select version from rule_set where contest_id = ID").await, 1);
    let organiser = format!("select organiser_id from contest where id = '{id}'");
    assert_eq!(house.ask(&organiser).await, house.unit("province").await);
    secretary.get(&review).await.is(200).says("review-undo").hides("review-end");
}

async fn what_a_person_corrects_is_what_stands(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let (id, revision) = line(house, &review, "2027-05-31").await;
    let typed = [
        ("revision", revision.as_str()),
        ("kind", "submission"),
        ("start", "20/11/2026"),
        ("end", "15/6/2027"),
        ("inclusive", "yes"),
    ];
    let changed = secretary.post(&format!("{review}/lines/{id}"), &typed).await;
    changed.leads_to(&format!("{review}#l-{id}"));
    let (dropped, revision) = line(house, &review, "award_ceremony").await;
    let drop = format!("{review}/lines/{dropped}/dropping");
    secretary.post(&drop, &[("revision", &revision)]).await.is(303);
    let added = [("section", "field"), ("text", "Cơ khí tự động hóa")];
    secretary
        .post(&format!("{review}/lines"), &added)
        .await
        .leads_to(&format!("{review}#part-field"));
    accepted(house, &secretary, &review).await;
    let ends = "select string_agg(ends, ' ' order by ends) from milestone_version";
    assert_eq!(house.ask(ends).await, "2027-06-15 2027-07");
    assert!(house.ask("select body from rule_set").await.contains("Cơ khí tự động hóa"));
}

async fn a_group_means_its_members(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    let members = "select count(distinct p.unit_id) from unit_parent p
        join unit u on u.id = p.unit_id and u.kind = 'committee' and u.abolished_on is null
        join unit_name n on n.unit_id = u.id and n.until_day is null
            and (n.folded like '% xa %' or n.folded like '% phuong %' or n.folded like '% dac khu %')
        where p.until_day is null";
    let members = house.count(members).await;
    assert!(members > 10, "the world has communes: {members}");
    let given = "select count(*) from assignment where named = 'UBND các xã, phường'";
    assert_eq!(house.count(given).await, members);
    assert_eq!(house.count("select count(*) from unit").await, 66, "nobody new is founded");
}

async fn a_wrong_date_is_refused_beside_its_field(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let (id, revision) = line(house, &review, "2027-05-31").await;
    let path = format!("{review}/lines/{id}");
    let typed = |end: &'static str| {
        [("revision", revision.clone()), ("kind", "submission".into()), ("end", end.to_owned())]
    };
    for (end, says) in [
        ("31/4/2027", "review-not-a-date"),
        ("", "review-needed"),
        ("10/5/20224", "review-not-a-date"),
    ] {
        let typed = typed(end);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(a, b)| (*a, b.as_str())).collect();
        secretary.post(&path, &typed).await.is(422).says(says).holds(&format!("value=\"{end}\""));
    }
}

async fn an_acceptance_is_undone(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    secretary.post(&format!("{review}/undoing"), &[]).await.leads_to(&review);
    for table in ["contest", "milestone", "milestone_version", "task", "assignment", "rule_set"] {
        assert_eq!(house.count(&format!("select count(*) from {table}")).await, 0, "{table}");
    }
    accepted(house, &secretary, &review).await;
    assert_eq!(house.count("select count(*) from contest").await, 1);
}

async fn nothing_is_undone_once_somebody_acted(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let contest = accepted(house, &secretary, &review).await;
    let id = contest.rsplit('/').next().unwrap().parse().unwrap();
    let actor = hoithi::accounts::Actor::operator(house.app.store.now());
    let mut tx = house.app.store.begin().await.unwrap();
    hoithi::contests::step(&mut tx, &actor, id, hoithi::contests::Step::Start).await.unwrap();
    tx.commit().await.unwrap();
    let undone = secretary.post(&format!("{review}/undoing"), &[]).await;
    undone.is(409).says("review-acted-upon");
    assert_eq!(house.count("select count(*) from contest").await, 1);
}

async fn a_unit_that_ended_meanwhile_is_named(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let dost = house.unit("dost").await;
    let typed = [
        ("kind", "abolish"),
        ("number", "9/QĐ-UBND"),
        ("decided_on", "1/11/2026"),
        ("issuer", "UBND tỉnh Sa Lĩnh"),
        ("effective_on", "2/11/2026"),
        ("from", dost.as_str()),
    ];
    secretary.post("/reorganisations", &typed).await.is(303);
    let paper = review.split('/').nth(2).unwrap();
    let revision =
        house.count(&format!("select revision from review where paper_id = '{paper}'")).await;
    let refused = secretary
        .post(&format!("{review}/acceptance"), &[("revision", &revision.to_string())])
        .await;
    let message = kernel::Message::new("review-unit-gone").with("unit", "Sở Khoa học và Công nghệ");
    refused.is(409).tells(&message);
    assert_eq!(house.count("select count(*) from contest").await, 0);
}
