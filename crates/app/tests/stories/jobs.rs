//! Jobs: leased with a fence, tried again with a pause, given up in the open.

use hoithi::configuration::{Configuration, Smtp};
use hoithi::installation::work;
use kernel::Failure;
use store::jobs::{self, Leased, NewJob};

use crate::house::House;

stories! {
    paused_worker_cannot_finish_what_another_took_over,
    paused_worker_cannot_put_back_what_another_took_over,
    failed_job_is_tried_again_after_a_pause_that_doubles,
    job_is_given_up_in_the_open_and_run_by_hand,
    one_unfinished_job_for_one_key,
    mail_waits_while_the_server_is_down,
    mail_is_given_up_in_the_open,
    mail_is_kept_when_mail_no_longer_leaves,
    without_a_mail_server_mail_is_kept_to_be_handed_over,
}

async fn enqueue(house: &House, kind: &str, key: Option<&str>) {
    let mut tx = house.app.store.begin().await.unwrap();
    let (payload, run_at) = ("{}".to_owned(), tx.at());
    let job = NewJob { kind, payload, unique_key: key.map(str::to_owned), run_at };
    jobs::enqueue(&mut tx, job).await.unwrap();
    tx.commit().await.unwrap();
}

async fn lease(house: &House) -> Option<Leased> {
    jobs::lease(&house.app.store).await.unwrap()
}

async fn finish(house: &House, job: &Leased) -> Result<(), Failure> {
    let mut tx = house.app.store.begin().await.unwrap();
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn states(house: &House) -> Vec<(String, i64)> {
    let rows = jobs::list(&house.app.store, 100).await.unwrap();
    rows.into_iter().map(|row| (row.state, row.attempts)).collect()
}

/// Two workers that hold one job: the lease of the first ran out while it was paused.
async fn taken_over(house: &House) -> (Leased, Leased) {
    enqueue(house, "test.nothing", None).await;
    let paused = lease(house).await.unwrap();
    house.wait_seconds(jobs::LEASE_SECONDS - 1);
    assert!(lease(house).await.is_none());
    house.wait_seconds(1);
    let quick = lease(house).await.unwrap();
    assert_eq!((&quick.id, quick.fence), (&paused.id, paused.fence + 1));
    (paused, quick)
}

async fn paused_worker_cannot_finish_what_another_took_over(house: &House) {
    let (paused, quick) = taken_over(house).await;
    assert!(matches!(finish(house, &paused).await, Err(Failure::Fault(_))));
    finish(house, &quick).await.unwrap();
    assert!(finish(house, &paused).await.is_err());
    assert_eq!(states(house).await, [("done".to_owned(), 2)]);
}

async fn paused_worker_cannot_put_back_what_another_took_over(house: &House) {
    let (paused, quick) = taken_over(house).await;
    let mut tx = house.app.store.begin().await.unwrap();
    assert!(jobs::put_back(&mut tx, &paused, "late").await.is_err());
    drop(tx);
    finish(house, &quick).await.unwrap();
    assert_eq!(states(house).await, [("done".to_owned(), 2)]);
}

async fn failed_job_is_tried_again_after_a_pause_that_doubles(house: &House) {
    enqueue(house, "test.unknown", None).await;
    for (attempt, pause) in [(1, 15), (2, 30), (3, 60), (4, 120)] {
        work::work_off(&house.app).await.unwrap();
        assert_eq!(states(house).await, [("waiting".to_owned(), attempt)]);
        house.wait_seconds(pause - 1);
        work::work_off(&house.app).await.unwrap();
        assert_eq!(states(house).await, [("waiting".to_owned(), attempt)]);
        house.wait_seconds(1);
    }
}

async fn job_is_given_up_in_the_open_and_run_by_hand(house: &House) {
    enqueue(house, "test.unknown", None).await;
    for _ in 0..jobs::ATTEMPTS {
        work::work_off(&house.app).await.unwrap();
        house.wait_seconds(7200);
    }
    work::work_off(&house.app).await.unwrap();
    assert_eq!(states(house).await, [("failed".to_owned(), jobs::ATTEMPTS)]);
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    administrator.get("/installation/jobs").await.is(200).shows("test.unknown");
    let id = house.ask("select id from job").await;
    let path = format!("/installation/jobs/{id}/run");
    administrator.post(&path, &[]).await.leads_to("/installation/jobs");
    assert_eq!(states(house).await, [("waiting".to_owned(), 0)]);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(states(house).await, [("waiting".to_owned(), 1)]);
}

async fn one_unfinished_job_for_one_key(house: &House) {
    enqueue(house, "test.nothing", Some("key")).await;
    enqueue(house, "test.nothing", Some("key")).await;
    enqueue(house, "test.nothing", None).await;
    assert_eq!(states(house).await.len(), 2);
    while let Some(job) = lease(house).await {
        finish(house, &job).await.unwrap();
    }
    enqueue(house, "test.nothing", Some("key")).await;
    assert_eq!(states(house).await.len(), 3);
}

/// Nothing listens on port 1.
fn server_is_down(configuration: &mut Configuration) {
    let from = "Hội thi <hoithi@salinh.example>".to_owned();
    configuration.smtp = Some(Smtp::new("smtp://127.0.0.1:1", from));
}

async fn mail_state(house: &House) -> String {
    let sql = "select state || ' ' || (case when last_error is null then 'well' else 'error' end)
        from mail where recipient = 'thuky@salinh.example' and state <> 'kept'";
    house.ask(sql).await
}

async fn mail_waits_while_the_server_is_down(world: &House) {
    let house = House::with(world.engine(), server_is_down).await;
    house.anon().post("/reset", &[("email", world::SECRETARY.email)]).await.is(200);
    assert_eq!(mail_state(&house).await, "waiting well");
    work::work_off(&house.app).await.unwrap();
    assert_eq!(mail_state(&house).await, "waiting error");
    assert_eq!(states(&house).await, [("waiting".to_owned(), 1)]);
    let administrator = house.known(world::ADMINISTRATOR);
    administrator.get("/installation/mails").await.is(200).shows(world::SECRETARY.email);
    house.finish().await;
}

async fn mail_is_given_up_in_the_open(world: &House) {
    let house = House::with(world.engine(), server_is_down).await;
    house.anon().post("/reset", &[("email", world::SECRETARY.email)]).await.is(200);
    for _ in 0..jobs::ATTEMPTS {
        work::work_off(&house.app).await.unwrap();
        house.wait_seconds(7200);
    }
    assert_eq!(mail_state(&house).await, "failed error");
    assert_eq!(states(&house).await, [("failed".to_owned(), jobs::ATTEMPTS)]);
    run_again(&house).await;
    assert_eq!(states(&house).await, [("waiting".to_owned(), 1)]);
    assert_eq!(mail_state(&house).await, "waiting error");
    house.finish().await;
}

/// The administrator lets the job run; where they sign in is known, so that no letter joins it.
async fn run_again(house: &House) {
    let id = house.ask("select id from job").await;
    house.tamper("delete from known_device").await;
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    administrator.post(&format!("/installation/jobs/{id}/run"), &[]).await.is(303);
    work::work_off(&house.app).await.unwrap();
}

async fn mail_is_kept_when_mail_no_longer_leaves(world: &House) {
    let house = House::with(world.engine(), server_is_down).await;
    house.anon().post("/reset", &[("email", world::SECRETARY.email)]).await.is(200);
    let (database, folder) = house.close().await;
    let house = House::open(database, folder, |_| ()).await;
    work::work_off(&house.app).await.unwrap();
    assert_eq!(states(&house).await, [("done".to_owned(), 1)]);
    let sent = "select count(*) from mail where state = 'sent'";
    assert_eq!(house.count(sent).await, 0);
    house.finish().await;
}

async fn without_a_mail_server_mail_is_kept_to_be_handed_over(house: &House) {
    house.wait_seconds(1);
    house.anon().post("/reset", &[("email", world::SECRETARY.email)]).await.is(200);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(states(house).await, []);
    let sql = "select id from mail where recipient = 'thuky@salinh.example' order by id desc";
    let mail = house.ask(sql).await;
    let administrator = house.known(world::ADMINISTRATOR);
    let page = administrator.get(&format!("/installation/mails/{mail}")).await;
    house.anon().get(&page.is(200).link()).await.is(200).says("link-reset-heading");
}
