//! Notices: each told once, to whom it concerns, by the way and at the hour that they chose.

use hoithi::contests::Step;
use hoithi::notices;

use crate::house::House;
use crate::tasks::standing::{assignment, prepared, running, step, task};

mod calendar;
mod reminders;
mod workers;

stories! {
    a_given_task_is_told_once_and_leads_there,
    units_hear_of_their_tasks_when_the_contest_starts,
    who_did_it_is_not_told,
    a_notice_is_for_its_person_only,
    who_has_left_the_unit_hears_no_more,
    the_daily_mail_leaves_once_at_its_hour,
    mail_waits_until_the_quiet_hours_end,
    what_a_unit_has_to_do_cannot_be_silenced,
    everything_is_marked_as_read_up_to_what_was_seen,
}

/// Makes notices and mails.
pub async fn tell(house: &House) {
    notices::tell(&house.app).await.unwrap();
}

/// How many notices of a kind somebody has.
pub async fn told(house: &House, person: &world::Person, kind: &str) -> i64 {
    let account = house.account(person).await;
    let sql = "select count(*) from notice where account_id = '";
    house.count(&format!("{sql}{account}' and kind = '{kind}'")).await
}

/// How many mails of notices were written to somebody.
async fn mails(house: &House, person: &world::Person) -> i64 {
    let sql = "select count(*) from mail where body like '%/account/notices%' and recipient = '";
    house.count(&format!("{sql}{}'", person.email)).await
}

async fn one_task(house: &House) -> String {
    let drafts = [task(house, "Ban hành kế hoạch", "31/12/2026", &["dost"]).await];
    let (_, ids) = running(house, &drafts).await;
    assignment(house, ids[0], "dost").await
}

async fn a_given_task_is_told_once_and_leads_there(house: &House) {
    let path = one_task(house).await;
    tell(house).await;
    tell(house).await;
    house.tamper("delete from notice_cursor").await;
    house.tamper("delete from notice_contest").await;
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "assigned").await, 1);
    assert_eq!(mails(house, world::COORDINATOR).await, 1);
    let own = house.known(world::COORDINATOR);
    let page = own.get("/notices").await;
    page.is(200).shows("Được giao nhiệm vụ, hạn 31/12/2026: Ban hành kế hoạch");
    page.shows("1 thông báo chưa đọc");
    let seq = house.count("select seq from notice").await;
    own.post(&format!("/notices/{seq}/opening"), &[]).await.leads_to(&path);
    own.get("/notices").await.is(200).hides("thông báo chưa đọc");
    own.get("/notices?show=new").await.is(200).says("notices-none");
    own.post(&format!("/notices/{seq}/reading"), &[("read", "no")]).await.leads_to("/notices");
    own.get("/notices").await.shows("1 thông báo chưa đọc");
}

async fn units_hear_of_their_tasks_when_the_contest_starts(house: &House) {
    let drafts = [task(house, "Ban hành kế hoạch", "31/12/2026", &["dost"]).await];
    let (contest, _) = prepared(house, &drafts).await;
    tell(house).await;
    house.wait_days(3);
    tell(house).await;
    assert_eq!(house.count("select count(*) from notice").await, 0);
    step(house, contest, Step::Start).await;
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "assigned").await, 1);
}

async fn who_did_it_is_not_told(house: &House) {
    let path = one_task(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    own.post(&format!("{path}/remarks"), &[("remark", "Xin mẫu báo cáo")]).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "remark").await, 0);
    assert_eq!(told(house, world::SECRETARY, "remark").await, 1);
    secretary.get("/notices").await.is(200).shows("Xin mẫu báo cáo");
    house.wait_seconds(60);
    secretary.post(&format!("{path}/remarks"), &[("remark", "Mẫu ở phụ lục")]).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "remark").await, 1);
    assert_eq!(told(house, world::SECRETARY, "remark").await, 1);
}

async fn a_notice_is_for_its_person_only(house: &House) {
    one_task(house).await;
    tell(house).await;
    let seq = house.count("select seq from notice").await;
    for person in [world::OTHER_COORDINATOR, world::SECRETARY, world::ADMINISTRATOR] {
        let other = house.known(person);
        other.get("/notices").await.is(200).says("notices-none");
        other.post(&format!("/notices/{seq}/opening"), &[]).await.is(404);
        other.post(&format!("/notices/{seq}/reading"), &[]).await.is(404);
    }
    let read = "select count(*) from notice where read_at is not null";
    assert_eq!(house.count(read).await, 0);
}

async fn who_has_left_the_unit_hears_no_more(house: &House) {
    let own = house.known(world::COORDINATOR);
    let hours = [("digest_hour", "7"), ("quiet_from", "9"), ("quiet_until", "12")];
    own.post("/account/notices", &hours).await.leads_to("/account/notices");
    one_task(house).await;
    tell(house).await;
    assert_eq!(mails(house, world::COORDINATOR).await, 0);
    let account = house.account(world::COORDINATOR).await;
    let grant =
        house.ask(&format!("select id from role_grant where account_id = '{account}'")).await;
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let removal = format!("/people/{account}/grants/{grant}/removal");
    administrator.post(&removal, &[]).await.is(303);
    house.wait_seconds(2 * 3600);
    tell(house).await;
    assert_eq!(mails(house, world::COORDINATOR).await, 0);
    own.get("/notices").await.is(200).says("notices-none").hides("Ban hành kế hoạch");
    let seq = house.count("select seq from notice").await;
    own.post(&format!("/notices/{seq}/opening"), &[]).await.is(404);
}

async fn the_daily_mail_leaves_once_at_its_hour(house: &House) {
    let own = house.known(world::COORDINATOR);
    let chosen = [("digest_hour", "7"), ("assigned", "digest")];
    own.post("/account/notices", &chosen).await.leads_to("/account/notices");
    one_task(house).await;
    tell(house).await;
    house.wait_seconds(21 * 3600 - 60);
    tell(house).await;
    assert_eq!(mails(house, world::COORDINATOR).await, 0);
    house.wait_seconds(60);
    tell(house).await;
    tell(house).await;
    house.wait_seconds(3600);
    tell(house).await;
    assert_eq!(mails(house, world::COORDINATOR).await, 1);
    let sql = "select subject from mail where body like '%/account/notices%'";
    assert_eq!(house.ask(sql).await, "Thông báo hội thi ngày 22/11/2026: 1 việc");
    let body = house.ask("select body from mail where body like '%/account/notices%'").await;
    let lines =
        "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 10\n- Được giao nhiệm vụ, hạn 31/12/2026";
    assert!(body.contains(lines), "{body}");
}

async fn mail_waits_until_the_quiet_hours_end(house: &House) {
    let own = house.known(world::COORDINATOR);
    let hours = [("digest_hour", "7"), ("quiet_from", "9"), ("quiet_until", "12")];
    own.post("/account/notices", &hours).await.leads_to("/account/notices");
    one_task(house).await;
    tell(house).await;
    house.wait_seconds(2 * 3600 - 1);
    tell(house).await;
    assert_eq!(mails(house, world::COORDINATOR).await, 0);
    house.wait_seconds(1);
    tell(house).await;
    tell(house).await;
    assert_eq!(mails(house, world::COORDINATOR).await, 1);
}

async fn what_a_unit_has_to_do_cannot_be_silenced(house: &House) {
    let own = house.known(world::COORDINATOR);
    own.get("/account/notices")
        .await
        .is(200)
        .shows("Được giao nhiệm vụ")
        .hides("Đơn vị xin gia hạn");
    let refused = [("digest_hour", "7"), ("assigned", "never")];
    own.post("/account/notices", &refused).await.is(422).says("notice-not-silenced");
    own.post("/account/notices", &[("digest_hour", "25")])
        .await
        .is(422)
        .says("notice-hour-unreadable");
    let silent = [("digest_hour", "7"), ("remark", "never"), ("assigned", "product")];
    own.post("/account/notices", &silent).await.leads_to("/account/notices");
    let path = one_task(house).await;
    let secretary = house.known(world::SECRETARY);
    secretary.post(&format!("{path}/remarks"), &[("remark", "Mẫu ở phụ lục")]).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "remark").await, 0);
    assert_eq!(told(house, world::COORDINATOR, "assigned").await, 1);
    assert_eq!(mails(house, world::COORDINATOR).await, 0);
}

async fn everything_is_marked_as_read_up_to_what_was_seen(house: &House) {
    let path = one_task(house).await;
    tell(house).await;
    let seen = house.count("select max(seq) from notice").await.to_string();
    house.wait_seconds(60);
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    secretary.post(&format!("{path}/remarks"), &[("remark", "Mẫu ở phụ lục")]).await.is(303);
    tell(house).await;
    own.post("/notices/reading", &[("through", &seen)]).await.leads_to("/notices");
    let new = own.get("/notices?show=new").await;
    new.is(200).shows("Mẫu ở phụ lục").hides("Được giao nhiệm vụ, hạn");
}
