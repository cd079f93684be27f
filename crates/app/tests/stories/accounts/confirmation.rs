//! The password once more, before a dangerous act.

use crate::house::{House, PASSWORD};

stories! { dangerous_acts_ask_for_the_password_again, password_counts_for_ten_minutes }

async fn dangerous_acts_ask_for_the_password_again(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    house.wait_seconds(601);
    let person = format!("/people/{}", house.account(world::SECRETARY).await);
    let before = house.count("select count(*) from ledger_entry").await;
    let grant = house.ask("select id from role_grant where role = 'secretary'").await;
    for act in [
        "disabling",
        "disabling/removal",
        "grants",
        &format!("grants/{grant}/removal"),
        "reset-link",
        "second-factor/removal",
    ] {
        let reply = administrator.post(&format!("{person}/{act}"), &[("role", "secretary")]).await;
        reply.is(401).says("confirm-needed").shows("/account/confirmation?next=");
    }
    let mail = house.ask("select id from mail order by id limit 1").await;
    administrator.get(&format!("/installation/mails/{mail}")).await.is(401).says("confirm-needed");
    administrator.get("/installation/ledger/export").await.is(401).says("confirm-needed");
    administrator.get("/account/second-factor").await.is(401).says("confirm-needed");
    assert_eq!(house.count("select count(*) from ledger_entry").await, before);
}

async fn password_counts_for_ten_minutes(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let person = format!("/people/{}", house.account(world::SECRETARY).await);
    let act = format!("{person}/disabling");
    house.wait_seconds(601);
    let form = format!("/account/confirmation?next={person}");
    administrator.post(&act, &[]).await.is(401).shows(&form);
    administrator.get(&form).await.is(200).says("confirm-lead").shows(&person);
    let wrong = [("password", "sai mật khẩu rồi"), ("next", person.as_str())];
    administrator.post("/account/confirmation", &wrong).await.is(422).says("password-wrong");
    administrator.post(&act, &[]).await.is(401);
    let right = [("password", PASSWORD), ("next", person.as_str())];
    administrator.post("/account/confirmation", &right).await.leads_to(&person);
    house.wait_seconds(600);
    administrator.post(&act, &[]).await.leads_to(&person);
    house.wait_seconds(1);
    administrator.post(&format!("{act}/removal"), &[]).await.is(401);
}
