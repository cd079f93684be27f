//! Who judges what: lots, and what is decided by hand.

use super::standing::{CHAIR, JUDGE, SECOND, Standing, assigned, founded, judging, known, sign};
use crate::house::House;

stories! {
    every_dossier_gets_its_judges_and_a_second_drawing_changes_nothing,
    where_judges_are_lacking_the_page_says_which_and_why,
    what_is_decided_by_hand_stays,
    a_signed_sheet_stays_with_its_judge,
    a_council_begins_when_everything_is_there,
}

const PAIRS: &str = "select count(*) from council_assignment where ended_at is null";
const ROWS: &str = "select count(*) from council_assignment";

async fn every_dossier_gets_its_judges_and_a_second_drawing_changes_nothing(house: &House) {
    let standing = founded(house).await;
    let (office, page) = (house.known(world::SECRETARY), format!("{}/assignment", standing.path));
    office.get(&page).await.is(200).says("assignment-lead");
    office.post(&page, &[]).await.leads_to(&page);
    let each = "select cast(min(n) as text) || ' ' || cast(max(n) as text) from (select count(*) as n from council_assignment
        where ended_at is null group by dossier_id) given";
    assert_eq!(house.ask(each).await, "2 2");
    office.get(&page).await.is(200).says("assignment-cost").says("assigned-drawn");
    office.post(&page, &[]).await.is(303);
    assert_eq!((house.count(PAIRS).await, house.count(ROWS).await), (4, 4));
    house.is_in_order().await;
}

async fn where_judges_are_lacking_the_page_says_which_and_why(house: &House) {
    let standing = founded(house).await;
    let office = house.known(world::SECRETARY);
    let member = format!("select id from council_member where name = '{}'", JUDGE.name);
    for name in [JUDGE.name, SECOND.name] {
        let member = house.ask(&member.replace(JUDGE.name, name)).await;
        let leave = format!("{}/members/{member}/leaving", standing.path);
        office.post(&leave, &[("reason", "Bận")]).await.is(303);
    }
    let page = office.post(&format!("{}/assignment", standing.path), &[]).await;
    page.is(409).says("assignment-impossible").shows("Các hồ sơ 1, 2 cần 4 lượt chấm");
    page.shows(CHAIR.name);
    assert_eq!(house.count(ROWS).await, 0);
}

/// A pair that is not, of a dossier and a member.
async fn open_pair(house: &House, standing: &Standing) -> (String, String) {
    let sql = format!(
        "select min(m.id) from council_member m where m.left_at is null and not exists (
            select 1 from council_assignment x where x.member_id = m.id and x.ended_at is null
                and x.dossier_id = '{}')",
        standing.dossiers[0]
    );
    (standing.dossiers[0].clone(), house.ask(&sql).await)
}

async fn what_is_decided_by_hand_stays(house: &House) {
    let standing = assigned(house).await;
    let (office, page) = (house.known(world::SECRETARY), format!("{}/assignment", standing.path));
    let (dossier, member) = open_pair(house, &standing).await;
    let one = "select min(id) from council_assignment where ended_at is null and dossier_id = ";
    let one = house.ask(&format!("{one}'{dossier}'")).await;
    let remove = format!("{page}/{one}/removal");
    office.post(&remove, &[("reason", "")]).await.is(422).says("council-reason-missing");
    office.post(&remove, &[("reason", "Quá tải")]).await.is(303);
    office.post(&remove, &[("reason", "Quá tải")]).await.is(404);
    let fields = [("dossier", dossier.as_str()), ("member", member.as_str())];
    office.post(&format!("{page}/given"), &fields).await.is(303);
    office.post(&format!("{page}/given"), &fields).await.is(409).says("council-given-already");
    draws_around(house, &page, (&dossier, &member)).await;
    house.is_in_order().await;
}

/// A new drawing leaves what a person decided, and gives the second judge back; it is locked until it is unlocked.
async fn draws_around(house: &House, page: &str, (dossier, member): (&str, &str)) {
    let office = house.known(world::SECRETARY);
    office.post(page, &[]).await.is(303);
    let given = format!(
        "select ground from council_assignment where ended_at is null
            and dossier_id = '{dossier}' and member_id = '{member}'"
    );
    assert_eq!(house.ask(&given).await, "given");
    assert_eq!(house.count(PAIRS).await, 4);
    let id = given.replace("select ground", "select id");
    let lock = format!("{page}/{}/lock", house.ask(&id).await);
    office.post(&lock, &[]).await.is(303);
    assert_eq!(house.count(&format!("{PAIRS} and locked")).await, 0);
    office.post(&lock, &[("locked", "1")]).await.is(303);
    assert_eq!(house.count(&format!("{PAIRS} and locked")).await, 1);
}

async fn a_signed_sheet_stays_with_its_judge(house: &House) {
    let standing = judging(house).await;
    let office = house.known(world::SECRETARY);
    let dossier = &standing.dossiers[0];
    let judges = super::standing::judges_of(house, dossier).await;
    sign(house, judges[0], dossier, 1).await.is(303);
    let sql = "select assignment_id from score_sheet";
    let remove = format!("{}/assignment/{}/removal", standing.path, house.ask(sql).await);
    office.post(&remove, &[("reason", "Đổi")]).await.is(409).says("council-signed-stays");
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    assert_eq!(house.count(ROWS).await, 4);
}

async fn a_council_begins_when_everything_is_there(house: &House) {
    let standing = founded(house).await;
    let office = house.known(world::SECRETARY);
    let begin = format!("{}/beginning", standing.path);
    let says = kernel::Message::new("council-dossiers-lack-judges").with("count", 2);
    office.post(&begin, &[]).await.is(409).tells(&says);
    known(house, CHAIR).post(&begin, &[]).await.is(403);
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    office.post(&begin, &[]).await.leads_to(&standing.path);
    office.post(&begin, &[]).await.is(409).says("council-judges-already");
    assert_eq!(house.count("select count(*) from rubric_seal").await, 1);
    let letters = "select count(*) from mail where subject like 'Bắt đầu chấm: %'";
    let judges = "select count(distinct member_id) from council_assignment";
    assert_eq!(house.count(letters).await, house.count(judges).await);
    let edit = format!("{}/edit", standing.path);
    office.get(&edit).await.is(409).says("council-judges-already");
    house.is_in_order().await;
}
