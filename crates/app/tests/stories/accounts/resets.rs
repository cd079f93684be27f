//! A new password by mail.

use hoithi::configuration::{Configuration, Smtp};

use super::links::{NEW, NEW_PASSWORD};
use crate::house::House;
use crate::reply::link_in;

stories! {
    forgotten_password_is_set_by_a_link_in_a_mail,
    nobody_learns_whether_an_address_has_an_account,
    reset_link_expires_after_two_hours,
    without_mail_the_way_leads_to_the_administrator,
}

/// Port 9 discards; nothing is sent in these stories.
fn mail_leaves(configuration: &mut Configuration) {
    let from = "Hội thi <hoithi@salinh.example>".to_owned();
    configuration.smtp = Some(Smtp::new("smtp://127.0.0.1:9", from));
}

async fn mailed_link(house: &House, email: &str) -> String {
    let sql = format!("select body from mail where recipient = '{email}' and state = 'waiting'");
    link_in(&house.ask(&sql).await).unwrap()
}

async fn forgotten_password_is_set_by_a_link_in_a_mail(world: &House) {
    let house = House::with(world.engine(), mail_leaves).await;
    let email = world::COORDINATOR.email;
    let forgetful = house.anon();
    forgetful.get("/reset").await.is(200).says("reset-lead");
    forgetful.post("/reset", &[("email", email)]).await.is(200).says("reset-asked");
    let sending = "select count(*) from job where kind = 'mail.send' and state = 'waiting'";
    assert_eq!(house.count(sending).await, 1);
    let link = mailed_link(&house, email).await;
    forgetful.get(&link).await.is(200).says("link-reset-heading");
    forgetful.post(&link, &NEW).await.leads_to("/sign-in");
    forgetful.post(&link, &NEW).await.is(404).says("link-gone");
    let typed = [("email", email), ("password", NEW_PASSWORD)];
    forgetful.post("/sign-in", &typed).await.leads_to("/");
    house.finish().await;
}

async fn nobody_learns_whether_an_address_has_an_account(world: &House) {
    let house = House::with(world.engine(), mail_leaves).await;
    let mut pages = Vec::new();
    for email in [world::SECRETARY.email, "khongco@salinh.example", world::DISABLED.email] {
        let reply = house.anon().post("/reset", &[("email", email)]).await;
        pages.push(reply.is(200).text().replace(email, "EMAIL"));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0], pages[2]);
    let waiting = "select recipient from mail where state = 'waiting'";
    assert_eq!(house.ask(waiting).await, world::SECRETARY.email);
    assert_eq!(house.count("select count(*) from mail where state = 'waiting'").await, 1);
    house.finish().await;
}

async fn reset_link_expires_after_two_hours(world: &House) {
    let house = House::with(world.engine(), mail_leaves).await;
    house.anon().post("/reset", &[("email", world::SECRETARY.email)]).await.is(200);
    let link = mailed_link(&house, world::SECRETARY.email).await;
    house.wait_seconds(2 * 3600 - 1);
    house.anon().get(&link).await.is(200);
    house.wait_seconds(1);
    house.anon().get(&link).await.is(404).says("link-gone");
    house.anon().post(&link, &NEW).await.is(404).says("link-gone");
    house.finish().await;
}

async fn without_mail_the_way_leads_to_the_administrator(house: &House) {
    house.anon().get("/reset").await.is(200).says("reset-no-mail");
    let asked = house.anon().post("/reset", &[("email", world::SECRETARY.email)]).await;
    asked.is(200).says("reset-no-mail");
    assert_eq!(house.count("select count(*) from mail where state = 'waiting'").await, 0);
}
