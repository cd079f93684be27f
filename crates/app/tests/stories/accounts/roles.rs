//! Roles: who gives them, where and from when to when they hold.

use hoithi::accounts::{Actor, people};
use kernel::Failure;

use crate::browser::Browser;
use crate::house::{House, PASSWORD};

stories! {
    coordinator_cannot_open_accounts,
    secretary_cannot_open_accounts,
    role_holds_from_its_first_day_until_its_last,
    role_is_taken_away_at_once,
    last_administrator_cannot_be_revoked,
    last_administrator_cannot_be_disabled,
    nobody_disables_themselves,
    two_administrators_cannot_revoke_each_other_at_once,
    role_is_revoked_only_under_its_person,
    roles_out_of_place_are_refused,
}

async fn coordinator_cannot_open_accounts(house: &House) {
    let coordinator = house.sign_in(world::COORDINATOR).await;
    for path in ["/people", "/people/new", "/installation", "/installation/ledger"] {
        coordinator.get(path).await.is(404).says("absent");
    }
    coordinator.get("/").await.is(200).hides("href=\"/people\"").hides("href=\"/installation\"");
}

async fn secretary_cannot_open_accounts(house: &House) {
    let secretary = house.sign_in(world::SECRETARY).await;
    let person = format!("/people/{}", house.account(world::COORDINATOR).await);
    for path in ["/people", "/people/new", &person] {
        secretary.get(path).await.is(404).says("absent");
    }
    secretary.post(&format!("{person}/disabling"), &[]).await.is(404).says("absent");
    house.sign_in(world::COORDINATOR).await;
}

async fn role_holds_from_its_first_day_until_its_last(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let person = format!("/people/{}", house.account(world::COORDINATOR).await);
    let typed = [("role", "secretary"), ("from", "22/11/2026"), ("until", "2026-11-24")];
    administrator.post(&format!("{person}/grants"), &typed).await.leads_to(&person);
    administrator.get(&person).await.shows("22/11/2026").shows("24/11/2026");
    let opens = async |expected: u16| {
        let coordinator = house.sign_in(world::COORDINATOR).await;
        coordinator.get("/units/new").await.is(expected);
    };
    house.wait_seconds(14 * 3600 - 1);
    opens(404).await;
    house.wait_seconds(1);
    opens(200).await;
    house.wait_seconds(2 * 24 * 3600 - 1);
    opens(200).await;
    house.wait_seconds(1);
    opens(404).await;
}

async fn role_is_taken_away_at_once(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let secretary = house.sign_in(world::SECRETARY).await;
    secretary.get("/units/new").await.is(200);
    let person = format!("/people/{}", house.account(world::SECRETARY).await);
    let grant = house.ask("select id from role_grant where role = 'secretary'").await;
    let removal = format!("{person}/grants/{grant}/removal");
    administrator.post(&removal, &[]).await.leads_to(&person);
    secretary.get("/units/new").await.is(404);
    secretary.get("/account").await.is(200);
    administrator.post(&removal, &[]).await.is(404);
}

async fn last_administrator_cannot_be_revoked(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let own = format!("/people/{}", house.account(world::ADMINISTRATOR).await);
    let grant = house.ask("select id from role_grant where role = 'administrator'").await;
    let reply = administrator.post(&format!("{own}/grants/{grant}/removal"), &[]).await;
    reply.is(409).says("administrator-last");
    administrator.get("/people").await.is(200);
}

async fn last_administrator_cannot_be_disabled(house: &House) {
    let mut tx = house.app.store.begin().await.unwrap();
    let operator = Actor::operator(tx.at());
    let id = house.account(world::ADMINISTRATOR).await.parse().unwrap();
    let refused = people::disable(&mut tx, &operator, id).await.unwrap_err();
    let Failure::Refusal(refusal) = refused else { panic!("a fault") };
    assert_eq!(refusal.message.key, "administrator-last");
    drop(tx);
    house.sign_in(world::ADMINISTRATOR).await;
}

async fn nobody_disables_themselves(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    appoint(house, &administrator).await;
    let own = format!("/people/{}", house.account(world::ADMINISTRATOR).await);
    let reply = administrator.post(&format!("{own}/disabling"), &[]).await;
    reply.is(403).says("account-own-disable");
    administrator.get(&own).await.is(200).says("account-own-disable");
}

/// Makes the secretary a second administrator; answers with the grant.
async fn appoint(house: &House, administrator: &Browser<'_>) -> String {
    let id = house.account(world::SECRETARY).await;
    let path = format!("/people/{id}/grants");
    administrator.post(&path, &[("role", "administrator")]).await.is(303);
    let sql =
        format!("select id from role_grant where role = 'administrator' and account_id = '{id}'");
    house.ask(&sql).await
}

async fn two_administrators_cannot_revoke_each_other_at_once(house: &House) {
    let first = house.sign_in(world::ADMINISTRATOR).await;
    let first_grant = house.ask("select id from role_grant where role = 'administrator'").await;
    let second_grant = appoint(house, &first).await;
    let second = house.sign_in(world::SECRETARY).await;
    let first_id = house.account(world::ADMINISTRATOR).await;
    let second_id = house.account(world::SECRETARY).await;
    let of_first = format!("/people/{first_id}/grants/{first_grant}/removal");
    let of_second = format!("/people/{second_id}/grants/{second_grant}/removal");
    let (one, other) = tokio::join!(first.post(&of_second, &[]), second.post(&of_first, &[]));
    assert_eq!([one.status, other.status].iter().filter(|status| **status == 303).count(), 1);
    let left = "select count(*) from role_grant where role = 'administrator'
        and revoked_at is null";
    assert_eq!(house.count(left).await, 1);
}

async fn role_is_revoked_only_under_its_person(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let other = house.account(world::COORDINATOR).await;
    let grant = house.ask("select id from role_grant where role = 'secretary'").await;
    administrator.post(&format!("/people/{other}/grants/{grant}/removal"), &[]).await.is(404);
    house.sign_in(world::SECRETARY).await.get("/units/new").await.is(200);
}

async fn roles_out_of_place_are_refused(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let path = format!("/people/{}/grants", house.account(world::SECRETARY).await);
    let unit = house.unit("dost").await;
    let check = async |fields: &[(&str, &str)], key: &'static str| {
        administrator.post(&path, fields).await.is(422).says(key);
    };
    check(&[("role", "coordinator")], "grant-unit-missing").await;
    check(&[("role", "administrator"), ("unit", &unit)], "grant-unit-superfluous").await;
    check(&[("role", "king")], "role-missing").await;
    check(&[("role", "coordinator"), ("unit", "nowhere")], "unit-unknown").await;
    check(&[("role", "secretary"), ("from", "31/4/2026")], "day-unreadable").await;
    let reversed = [("role", "secretary"), ("from", "2/12/2026"), ("until", "2/12/2026")];
    check(&reversed, "days-reversed").await;
    let unknown = kernel::id::UnitId::new(house.app.store.now()).to_string();
    check(&[("role", "coordinator"), ("unit", &unknown)], "unit-unknown").await;
    assert_eq!(house.count("select count(*) from role_grant").await, 5);
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    house.anon().post("/sign-in", &typed).await.leads_to("/");
}
