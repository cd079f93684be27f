//! Reminders before and after a last day, each stage once.

use super::{tell, told};
use crate::house::House;
use crate::tasks::standing::{assignment, running, task};

stories! {
    each_stage_reminds_once,
    a_night_without_work_is_made_up_for,
    what_is_overdue_is_never_called_due_soon,
    what_was_just_given_or_is_done_is_not_reminded,
}

/// Works on each of so many days.
async fn days(house: &House, days: i64) {
    for _ in 0..days {
        house.wait_days(1);
        tell(house).await;
        tell(house).await;
    }
}

async fn reminded(house: &House) -> (i64, i64) {
    let soon = told(house, world::COORDINATOR, "due-soon").await;
    (soon, told(house, world::COORDINATOR, "overdue").await)
}

async fn each_stage_reminds_once(house: &House) {
    running(house, &[task(house, "Ban hành kế hoạch", "30/11/2026", &["dost"]).await]).await;
    tell(house).await;
    let mut told = Vec::new();
    for _ in 0..18 {
        days(house, 1).await;
        told.push(reminded(house).await);
    }
    let before = [(0, 0), (1, 0), (1, 0), (1, 0), (1, 0), (2, 0), (2, 0), (3, 0), (3, 0)];
    assert_eq!(told[..9], before);
    let after = [(3, 1), (3, 1), (3, 1), (3, 1), (3, 1), (3, 1), (3, 2), (3, 2), (3, 2)];
    assert_eq!(told[9..], after);
    let own = house.sign_in(world::COORDINATOR).await;
    own.get("/notices?kind=overdue").await.is(200).shows("Đã quá hạn 30/11/2026");
}

async fn a_night_without_work_is_made_up_for(house: &House) {
    running(house, &[task(house, "Ban hành kế hoạch", "30/11/2026", &["dost"]).await]).await;
    tell(house).await;
    house.wait_days(4);
    tell(house).await;
    assert_eq!(reminded(house).await, (1, 0));
    days(house, 1).await;
    assert_eq!(reminded(house).await, (1, 0));
}

/// The subject of the last mail to the coordinator.
async fn subject(house: &House) -> String {
    let sql = "select subject from mail where body like '%/account/notices%'
        order by created_at desc, id desc limit 1";
    house.ask(sql).await
}

async fn what_is_overdue_is_never_called_due_soon(house: &House) {
    let own = house.sign_in(world::COORDINATOR).await;
    let hours = [("digest_hour", "7"), ("overdue", "at_once")];
    own.post("/account/notices", &hours).await.leads_to("/account/notices");
    running(house, &[task(house, "Ban hành kế hoạch", "30/11/2026", &["dost"]).await]).await;
    days(house, 9).await;
    let own = house.sign_in(world::COORDINATOR).await;
    own.get("/notices").await.is(200).shows("Sắp đến hạn 30/11/2026");
    assert!(
        subject(house).await.starts_with("Thông báo hội thi ngày "),
        "{}",
        subject(house).await
    );
    days(house, 1).await;
    let own = house.sign_in(world::COORDINATOR).await;
    let page = own.get("/notices").await;
    page.is(200).shows("Đã quá hạn 30/11/2026 (quá hạn 1 ngày)").hides("Sắp đến hạn");
    assert_eq!(subject(house).await, "Đã quá hạn 30/11/2026 (quá hạn 1 ngày): Ban hành kế hoạch");
    own.get("/language/en").await.is(303);
    let page = own.get("/notices").await;
    page.is(200).shows("Overdue since 30/11/2026").hides("Due soon");
}

async fn what_was_just_given_or_is_done_is_not_reminded(house: &House) {
    let drafts = [
        task(house, "Ban hành kế hoạch", "24/11/2026", &["dost"]).await,
        task(house, "Đăng tải thể lệ", "30/11/2026", &["dost"]).await,
    ];
    let (_, ids) = running(house, &drafts).await;
    let path = assignment(house, ids[1], "dost").await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = hoithi::accounts::Actor::operator(tx.at());
    let draft = hoithi::tasks::ReportDraft { text: "Đã đăng".to_owned(), ..Default::default() };
    hoithi::tasks::report(&mut tx, &actor, id.parse().unwrap(), &draft).await.unwrap();
    tx.commit().await.unwrap();
    days(house, 2).await;
    assert_eq!(reminded(house).await, (1, 0));
    assert_eq!(
        house.ask("select about from notice where kind = 'due-soon'").await,
        "Ban hành kế hoạch"
    );
}
