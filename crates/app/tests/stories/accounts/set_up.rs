//! The first administrator, who is set up by a link that the server prints.

use hoithi::accounts::links::{self, Purpose};

use crate::house::{House, PASSWORD};

stories! {
    first_administrator_is_set_up_by_a_link_that_works_once,
    set_up_link_expires_after_a_day,
    later_set_up_link_makes_nobody_administrator,
    two_who_set_up_at_once_make_one_administrator,
    refused_set_up_keeps_what_was_typed,
}

const NEWCOMER: [(&str, &str); 4] = [
    ("email", "moi@salinh.example"),
    ("name", "Người Mới"),
    ("password", PASSWORD),
    ("repeated", PASSWORD),
];

async fn set_up_link(house: &House) -> String {
    let mut tx = house.app.store.begin().await.unwrap();
    let token = links::make(&mut tx, Purpose::Setup, None, None).await.unwrap();
    tx.commit().await.unwrap();
    format!("/links/{token}")
}

async fn first_administrator_is_set_up_by_a_link_that_works_once(world: &House) {
    let house = House::empty(world.engine()).await;
    let link = set_up_link(&house).await;
    let newcomer = house.anon();
    newcomer.get("/").await.leads_to("/sign-in");
    newcomer.get("/sign-in").await.is(200).says("sign-in-awaits-setup");
    newcomer.get(&link).await.is(200).says("link-setup-heading");
    newcomer.post(&link, &NEWCOMER).await.leads_to("/sign-in");
    newcomer.post(&link, &NEWCOMER).await.is(404).says("link-gone");
    newcomer.get(&link).await.is(404).says("link-gone");
    newcomer.post("/sign-in", &NEWCOMER).await.leads_to("/");
    newcomer.get("/people").await.is(200).shows("Người Mới").says("role-administrator");
    house.finish().await;
}

async fn set_up_link_expires_after_a_day(world: &House) {
    let house = House::empty(world.engine()).await;
    let link = set_up_link(&house).await;
    house.wait_seconds(24 * 3600 - 1);
    house.anon().get(&link).await.is(200);
    house.wait_seconds(1);
    house.anon().get(&link).await.is(404).says("link-gone");
    house.anon().post(&link, &NEWCOMER).await.is(404).says("link-gone");
    assert_eq!(house.count("select count(*) from account").await, 0);
    house.finish().await;
}

async fn later_set_up_link_makes_nobody_administrator(house: &House) {
    let link = set_up_link(house).await;
    house.anon().post(&link, &NEWCOMER).await.is(409).says("setup-done");
    assert_eq!(house.count("select count(*) from account").await, world_people());
}

fn world_people() -> i64 {
    i64::try_from(world::PEOPLE.len()).unwrap()
}

async fn two_who_set_up_at_once_make_one_administrator(world: &House) {
    let house = House::empty(world.engine()).await;
    let link = set_up_link(&house).await;
    let (one, other) = (house.anon(), house.anon());
    let (one, other) = tokio::join!(one.post(&link, &NEWCOMER), other.post(&link, &NEWCOMER));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404]);
    assert_eq!(house.count("select count(*) from account").await, 1);
    house.finish().await;
}

async fn refused_set_up_keeps_what_was_typed(world: &House) {
    let house = House::empty(world.engine()).await;
    let link = set_up_link(&house).await;
    let mut typed = NEWCOMER;
    (typed[2].1, typed[3].1) = ("ngắn", "ngắn");
    let reply = house.anon().post(&link, &typed).await;
    reply.is(422).says("form-has-errors").shows("Người Mới").shows("moi@salinh.example");
    reply.hides("ngắn\"");
    house.anon().post(&link, &NEWCOMER).await.leads_to("/sign-in");
    house.finish().await;
}
