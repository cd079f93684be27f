//! Sessions: how long they last and what ends them.

use super::links::NEW_PASSWORD;
use crate::house::{House, PASSWORD};

stories! {
    disabling_ends_every_session_at_once,
    enabling_revives_no_session,
    new_password_ends_all_other_sessions,
    unused_session_ends_after_twelve_hours,
    used_session_ends_after_a_week,
    somebody_ends_a_session_of_their_own,
    nobody_ends_a_session_of_somebody_else,
    session_cookie_is_kept_from_scripts_and_other_sites,
}

const OUT: &str = "/sign-in?next=/account";

async fn disabling_ends_every_session_at_once(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let (phone, desk) =
        (house.sign_in(world::SECRETARY).await, house.sign_in(world::SECRETARY).await);
    let person = format!("/people/{}", house.account(world::SECRETARY).await);
    administrator.post(&format!("{person}/disabling"), &[]).await.leads_to(&person);
    administrator.get(&person).await.is(200).says("notice-account-disabled").says("disabled");
    phone.get("/account").await.leads_to(OUT);
    desk.get("/account").await.leads_to(OUT);
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    desk.post("/sign-in", &typed).await.is(422).says("sign-in-wrong");
}

async fn enabling_revives_no_session(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let browser = house.sign_in(world::SECRETARY).await;
    let person = format!("/people/{}", house.account(world::SECRETARY).await);
    administrator.post(&format!("{person}/disabling"), &[]).await.leads_to(&person);
    administrator.post(&format!("{person}/disabling/removal"), &[]).await.leads_to(&person);
    browser.get("/account").await.leads_to(OUT);
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    browser.post("/sign-in", &typed).await.leads_to("/");
}

async fn new_password_ends_all_other_sessions(house: &House) {
    let (here, there) =
        (house.sign_in(world::SECRETARY).await, house.sign_in(world::SECRETARY).await);
    let typed = [("old", PASSWORD), ("password", NEW_PASSWORD), ("repeated", NEW_PASSWORD)];
    here.post("/account/password", &typed).await.leads_to("/account");
    here.get("/account").await.is(200).says("notice-password-changed");
    there.get("/account").await.leads_to(OUT);
}

async fn unused_session_ends_after_twelve_hours(house: &House) {
    let browser = house.sign_in(world::SECRETARY).await;
    house.wait_seconds(12 * 3600 - 1);
    browser.get("/account").await.is(200);
    house.wait_seconds(12 * 3600 - 1);
    browser.get("/account").await.is(200);
    house.wait_seconds(12 * 3600);
    browser.get("/account").await.leads_to(OUT);
}

async fn used_session_ends_after_a_week(house: &House) {
    let browser = house.sign_in(world::SECRETARY).await;
    for _ in 0..20 {
        house.wait_seconds(8 * 3600);
        browser.get("/account").await.is(200);
    }
    house.wait_seconds(8 * 3600);
    browser.get("/account").await.leads_to(OUT);
}

async fn somebody_ends_a_session_of_their_own(house: &House) {
    let there = house.known(world::SECRETARY);
    let account = house.account(world::SECRETARY).await;
    let session = format!("select id from session where account_id = '{account}'");
    let session = house.ask(&session).await;
    let here = house.sign_in(world::SECRETARY).await;
    let other = [("session", session.as_str())];
    here.post("/account/sessions/removal", &other).await.leads_to("/account");
    there.get("/account").await.leads_to(OUT);
    here.get("/account").await.is(200).says("notice-sessions-ended");
    let last = house.sign_in(world::SECRETARY).await;
    last.post("/account/sessions/removal", &[]).await.leads_to("/account");
    let left = format!("select count(*) from session where account_id = '{account}'");
    assert_eq!(house.count(&left).await, 1);
    last.get("/account").await.is(200);
}

async fn nobody_ends_a_session_of_somebody_else(house: &House) {
    let victim = house.known(world::SECRETARY);
    let account = house.account(world::SECRETARY).await;
    let session = format!("select id from session where account_id = '{account}' limit 1");
    let session = house.ask(&session).await;
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let typed = [("session", session.as_str())];
    administrator.post("/account/sessions/removal", &typed).await.is(404).says("absent");
    victim.get("/account").await.is(200);
}

async fn session_cookie_is_kept_from_scripts_and_other_sites(house: &House) {
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    let attributes = |reply: &crate::reply::Reply| {
        let (cookie, attributes) = reply.header("set-cookie").split_once("; ").unwrap();
        let (name, token) = cookie.split_once('=').unwrap();
        assert_eq!(token.len(), 64);
        format!("{name}; {attributes}")
    };
    let plain = house.anon().post("/sign-in", &typed).await;
    assert_eq!(attributes(&plain), "hoithi; Path=/; HttpOnly; SameSite=Lax");
    let secure = House::with(house.engine(), |configuration| {
        configuration.public_url = "https://hoithi.example".to_owned();
    });
    let secure = secure.await;
    let mut request = crate::browser::form("/sign-in", &typed);
    request.headers_mut().remove("origin");
    let reply = crate::browser::send(secure.service(), request).await;
    assert_eq!(attributes(&reply), "__Host-hoithi; Path=/; HttpOnly; SameSite=Lax; Secure");
    assert_eq!(reply.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
    secure.finish().await;
}
