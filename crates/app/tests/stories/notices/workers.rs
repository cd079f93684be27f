//! Several workers, one killed at the worst moment, a server away: every mail leaves, and none more often
//! than was promised.

use hoithi::configuration::Smtp;
use hoithi::frame::App;
use hoithi::installation::work;
use hoithi::{notices, notifications};
use kernel::id::ContestId;
use store::Engine;
use store::jobs::{self, Leased};

use crate::house::House;
use crate::mail_server::{MailServer, Manner, Taken};
use crate::tasks::standing::{running, task};

stories! {
    two_workers_send_each_mail_once,
    a_worker_killed_after_sending_sends_one_copy_more_and_no_third,
    an_hour_without_a_server_loses_nothing_and_doubles_nothing,
}

/// A house whose mail goes to this server, with a task for two units that nobody was told of.
async fn house_with(world: &House, server: &MailServer) -> (House, ContestId) {
    let url = server.url();
    let house = House::with(world.engine(), |configuration| {
        let from = "Hội thi <hoithi@salinh.example>".to_owned();
        configuration.smtp = Some(Smtp::new(url, from));
    })
    .await;
    let drafts = [task(&house, "Ban hành kế hoạch", "31/12/2026", &["dost", "thung-may"]).await];
    let (contest, _) = running(&house, &drafts).await;
    (house, contest)
}

/// Another worker: on PostgreSQL a node of its own, on SQLite one more beside the first.
async fn another(house: &House) -> App {
    match house.engine() {
        Engine::Sqlite => house.app.clone(),
        Engine::Postgres => {
            let configuration = house.app.configuration.clone();
            App::open(configuration, house.clock.clone()).await.unwrap()
        }
    }
}

/// To whom mail has arrived, once for each copy.
fn receivers(taken: &[Taken]) -> Vec<&str> {
    taken.iter().map(|one| one.to.as_str()).collect()
}

const BOTH: [&str; 2] = [world::COORDINATOR.email, world::OTHER_COORDINATOR.email];

fn sorted(mut emails: [&str; 2]) -> Vec<&str> {
    emails.sort_unstable();
    emails.to_vec()
}

async fn all_is_sent(house: &House) {
    assert_eq!(house.count("select count(*) from mail where state = 'sent'").await, 2);
    assert_eq!(house.count("select count(*) from mail where state = 'waiting'").await, 0);
    assert_eq!(house.count("select count(*) from job where state <> 'done'").await, 0);
}

async fn two_workers_send_each_mail_once(world: &House) {
    let mut server = MailServer::away().await;
    server.comes(Manner::Answers).await;
    let (house, _) = house_with(world, &server).await;
    let other = another(&house).await;
    for _ in 0..3 {
        let (one, two) = tokio::join!(notices::tell(&house.app), notices::tell(&other));
        one.unwrap();
        two.unwrap();
        let (one, two) = tokio::join!(work::work_off(&house.app), work::work_off(&other));
        one.unwrap();
        two.unwrap();
    }
    drop(other);
    assert_eq!(receivers(&server.taken()), sorted(BOTH));
    assert_eq!(house.count("select count(*) from notice").await, 2);
    all_is_sent(&house).await;
    house.finish().await;
}

/// So many minutes, in each of which both workers do all that is due.
async fn minutes(count: usize, (house, other): (&House, &App)) {
    for _ in 0..count {
        house.wait_seconds(60);
        notices::tell(&house.app).await.unwrap();
        work::work_off(&house.app).await.unwrap();
        work::work_off(other).await.unwrap();
    }
}

/// A worker that was dropped in the middle of its work: the server has the letter, nobody has written
/// that down.
async fn killed(house: &House, server: &MailServer) -> Leased {
    notices::tell(&house.app).await.unwrap();
    let job = jobs::lease(&house.app.store).await.unwrap().unwrap();
    tokio::select! {
        done = notifications::send(&house.app, &job) => panic!("not killed: {done:?}"),
        () = server.arrival() => (),
    }
    job
}

/// The killed one comes back: its lease is old, and its word no longer counts.
async fn has_no_say(house: &House, killed: &Leased) {
    assert!(notifications::send(&house.app, killed).await.is_err());
    let mut tx = house.app.store.begin().await.unwrap();
    assert!(jobs::finish(&mut tx, killed).await.is_err());
}

async fn a_worker_killed_after_sending_sends_one_copy_more_and_no_third(world: &House) {
    let mut server = MailServer::away().await;
    server.comes(Manner::FallsSilent).await;
    let (house, _) = house_with(world, &server).await;
    let killed = killed(&house, &server).await;
    let first = server.taken().remove(0);
    let copies = |server: &MailServer| {
        let taken = server.taken();
        (taken.iter().filter(|one| **one == first).count(), taken.len())
    };
    server.comes(Manner::Answers).await;
    let other = another(&house).await;
    house.wait_seconds(jobs::LEASE_SECONDS - 1);
    work::work_off(&other).await.unwrap();
    assert_eq!(copies(&server), (1, 2));
    house.wait_seconds(1);
    work::work_off(&other).await.unwrap();
    assert_eq!(copies(&server), (2, 3));
    has_no_say(&house, &killed).await;
    minutes(60, (&house, &other)).await;
    drop(other);
    assert_eq!(copies(&server), (2, 3));
    all_is_sent(&house).await;
    house.finish().await;
}

async fn an_hour_without_a_server_loses_nothing_and_doubles_nothing(world: &House) {
    let mut server = MailServer::away().await;
    let (house, _) = house_with(world, &server).await;
    let other = another(&house).await;
    minutes(60, (&house, &other)).await;
    assert_eq!(server.taken(), []);
    assert_eq!(house.count("select count(*) from mail where state = 'waiting'").await, 2);
    server.comes(Manner::Answers).await;
    // The pause after a failure has grown meanwhile; it ends within the next hour and a half.
    minutes(90, (&house, &other)).await;
    drop(other);
    assert_eq!(receivers(&server.taken()), sorted(BOTH));
    all_is_sent(&house).await;
    house.finish().await;
}
