//! Founding a council and calling its members.

use kernel::Message;

use super::standing::{
    CHAIR, DECISION, JUDGE, call, come, founded, judging, known, ruled, sign, valid,
};
use crate::dossiers::standing::taking;
use crate::house::House;

stories! {
    a_council_is_founded_as_its_decision_says,
    a_field_has_one_council_in_a_round,
    who_is_called_gets_a_letter_and_an_account,
    a_council_has_one_chair_and_nobody_twice,
    who_leaves_keeps_what_they_signed,
    nobody_else_sees_the_council,
}

async fn a_council_is_founded_as_its_decision_says(house: &House) {
    let contest = taking(house).await;
    let (office, councils) =
        (house.known(world::SECRETARY), format!("/contests/{contest}/councils"));
    office.get(&councils).await.is(200).says("council-rules-first");
    office.post(&councils, &DECISION).await.is(409).says("council-rules-first");
    ruled(house, contest, |_| ()).await;
    valid(house, contest, world::OTHER_COORDINATOR).await;
    let without = Message::new("council-fields-without").with("fields", "Cơ khí");
    office.get(&councils).await.is(200).says("councils-none").tells(&without);
    office.get(&format!("{councils}/new")).await.is(200).shows("Y dược");
    let refused = office.post(&councils, &[("name", " "), ("quorum", "x"), ("each", "2")]).await;
    refused.is(422).says("council-nameless").says("council-fieldless");
    refused.says("council-number-unreadable");
    let reply = office.post(&councils, &DECISION).await;
    let path = reply.is(303).header("location").trim_end_matches("/members").to_owned();
    let page = office.get(&path).await;
    page.is(200).shows("71/QĐ-BTC · 5/9/2027").shows("20270905").says("council-without-chair");
    let mut changed = DECISION.to_vec();
    changed[6] = ("each", "3");
    changed.push(("revision", "1"));
    office.get(&format!("{path}/edit")).await.is(200).shows("71/QĐ-BTC");
    office.post(&path, &changed).await.leads_to(&path);
    office.post(&path, &changed).await.is(409).says("council-changed-meanwhile");
    assert_eq!(house.count("select each_dossier from council").await, 3);
    house.is_in_order().await;
}

async fn a_field_has_one_council_in_a_round(house: &House) {
    let standing = founded(house).await;
    let office = house.known(world::SECRETARY);
    let councils = format!("{}/councils", standing.contest_path);
    let taken = Message::new("council-field-taken").with("field", "Cơ khí");
    office.post(&councils, &DECISION).await.is(422).tells(&taken.with("name", DECISION[0].1));
    let mut other = DECISION.to_vec();
    other[2] = ("fields", "Nông lâm");
    office.post(&councils, &other).await.is(422).says("council-field-unknown");
    other[2] = ("fields", "Y dược");
    office.post(&councils, &other).await.is(303);
}

async fn who_is_called_gets_a_letter_and_an_account(house: &House) {
    let standing = founded(house).await;
    let office = house.known(world::SECRETARY);
    let fields = [
        ("email", "giamkhao.moi@truong.example"),
        ("name", "Lý Giám Khảo"),
        ("role", "judge"),
        ("title", "Giảng viên"),
        ("unit", "Sở Khoa học và Công nghệ"),
    ];
    let members = format!("{}/members", standing.path);
    let refused = office.post(&members, &[("email", "x"), ("name", ""), ("role", "")]).await;
    refused.is(422).says("council-role-missing");
    office.post(&members, &fields).await.leads_to(&members);
    office.get(&members).await.is(200).shows("Lý Giám Khảo").shows("Giảng viên");
    let letters = "select count(*) from mail where recipient = 'giamkhao.moi@truong.example'";
    assert_eq!(house.count(letters).await, 2);
    let holds = "select count(*) from role_grant g join account a on a.id = g.account_id
        where a.email = 'giamkhao.moi@truong.example'";
    assert_eq!(house.count(holds).await, 0);
    house.is_in_order().await;
}

async fn a_council_has_one_chair_and_nobody_twice(house: &House) {
    let standing = founded(house).await;
    call(house, &standing.path, world::SCHOOLS_COORDINATOR, "chair")
        .await
        .is(422)
        .says("council-has-chair");
    call(house, &standing.path, JUDGE, "judge").await.is(422).says("council-member-already");
    call(house, &standing.path, world::SCHOOLS_COORDINATOR, "vice-chair").await.is(303);
}

async fn who_leaves_keeps_what_they_signed(house: &House) {
    let standing = judging(house).await;
    let given = "select count(*) from council_assignment where ended_at is null";
    assert_eq!(house.count(given).await, 4);
    let member = "select m.id from council_member m join account a on a.id = m.account_id
        where a.email = ";
    let sql = |person: &world::Person| format!("{member}'{}'", person.email);
    let mine = "select count(*) from council_assignment x join council_member m
        on m.id = x.member_id where x.ended_at is null and m.id = ";
    let (chair, judge) = (house.ask(&sql(CHAIR)).await, house.ask(&sql(JUDGE)).await);
    let (leaving, id) = match house.count(&format!("{mine}'{judge}'")).await {
        0 => (CHAIR, chair),
        _ => (JUDGE, judge),
    };
    let had = house.count(&format!("{mine}'{id}'")).await;
    let dossier = house
        .ask(&format!("select min(dossier_id) from council_assignment where member_id = '{id}'"))
        .await;
    sign(house, leaving, &dossier, 1).await.is(303);
    let office = house.known(world::SECRETARY);
    let leave = format!("{}/members/{id}/leaving", standing.path);
    office.post(&leave, &[("reason", "")]).await.is(422).says("council-reason-missing");
    office.post(&leave, &[("reason", "Đi công tác")]).await.is(303);
    assert_eq!(house.count(given).await, 4 - had + 1);
    known(house, leaving).get(&standing.path).await.is(404);
    office.post(&leave, &[("reason", "Đi công tác")]).await.is(409).says("council-member-gone");
    house.is_in_order().await;
}

async fn nobody_else_sees_the_council(house: &House) {
    let standing = founded(house).await;
    come(house, world::SCHOOLS_COORDINATOR).await;
    for person in [world::OTHER_COORDINATOR, world::COMMUNE_SECRETARY, world::SCHOOLS_COORDINATOR] {
        let browser = known(house, person);
        for end in ["", "/members", "/conflicts", "/assignment", "/ties", "/opening"] {
            browser.get(&format!("{}{end}", standing.path)).await.is(404);
        }
        browser.get("/judging").await.is(200).says("judging-none").hides(DECISION[0].1);
    }
    let judge = known(house, JUDGE);
    judge.get(&standing.path).await.is(200).shows(CHAIR.name);
    judge.get(&format!("{}/members", standing.path)).await.is(403).says("council-office-only");
    judge.get(&format!("{}/assignment", standing.path)).await.is(403);
    judge.get(&format!("{}/opening", standing.path)).await.is(403).says("council-chair-only");
}
