//! Invitations, and the link that an administrator hands over.

use crate::house::{House, PASSWORD};

stories! {
    invited_person_takes_up_the_account_once,
    invitation_expires_after_a_week,
    newer_link_makes_the_older_one_useless,
    address_that_is_taken_is_not_invited_twice,
    administrator_hands_over_a_link_for_a_new_password,
    two_clicks_on_one_link_set_one_password,
    link_of_a_disabled_account_leads_nowhere,
    link_that_never_was_reads_like_one_that_was_used,
}

pub const NEW_PASSWORD: &str = "sông dài chảy mãi";

/// The fields that set a new password.
pub const NEW: [(&str, &str); 2] = [("password", NEW_PASSWORD), ("repeated", NEW_PASSWORD)];

fn invitation(unit: &str) -> [(&str, &str); 5] {
    [
        ("name", "Bàn Được Mời"),
        ("email", "duocmoi@salinh.example"),
        ("locale", "vi"),
        ("role", "coordinator"),
        ("unit", unit),
    ]
}

async fn invited_person_takes_up_the_account_once(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let unit = house.unit("union").await;
    let made = administrator.post("/people", &invitation(&unit)).await;
    let link = made.is(200).says("link-made-heading").link();
    let newcomer = house.anon();
    newcomer.get(&link).await.is(200).says("link-invitation-heading").shows("Bàn Được Mời");
    newcomer.post(&link, &NEW).await.leads_to("/sign-in");
    newcomer.get("/sign-in").await.says("notice-password-set");
    newcomer.get("/sign-in").await.hides("Mời bạn đăng nhập.");
    newcomer.get(&link).await.is(404).says("link-gone");
    newcomer.post(&link, &NEW).await.is(404).says("link-gone");
    let typed = [("email", "duocmoi@salinh.example"), ("password", NEW_PASSWORD)];
    newcomer.post("/sign-in", &typed).await.leads_to("/");
    newcomer.get("/").await.is(200).shows(world::unit("union").unwrap().name);
    let kept = "select count(*) from mail where recipient = 'duocmoi@salinh.example'
        and state = 'kept'";
    assert_eq!(house.count(kept).await, 1);
}

async fn invitation_expires_after_a_week(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let unit = house.unit("union").await;
    let link = administrator.post("/people", &invitation(&unit)).await.is(200).link();
    house.wait_days(7);
    house.wait_seconds(-1);
    house.anon().get(&link).await.is(200);
    house.wait_seconds(1);
    house.anon().get(&link).await.is(404).says("link-gone");
    house.anon().post(&link, &NEW).await.is(404).says("link-gone");
}

async fn newer_link_makes_the_older_one_useless(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let path = format!("/people/{}/reset-link", house.account(world::COORDINATOR).await);
    let older = administrator.post(&path, &[]).await.is(200).link();
    let newer = administrator.post(&path, &[]).await.is(200).link();
    house.anon().get(&older).await.is(404).says("link-gone");
    house.anon().get(&newer).await.is(200);
}

async fn address_that_is_taken_is_not_invited_twice(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let unit = house.unit("union").await;
    let mut typed = invitation(&unit);
    typed[1].1 = "THUKY@salinh.example";
    let reply = administrator.post("/people", &typed).await;
    reply.is(422).says("email-taken").shows("Bàn Được Mời").shows("THUKY@salinh.example");
    assert_eq!(house.count("select count(*) from account").await, 5);
}

async fn administrator_hands_over_a_link_for_a_new_password(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let forgetful = house.sign_in(world::COORDINATOR).await;
    let path = format!("/people/{}/reset-link", house.account(world::COORDINATOR).await);
    let link = administrator.post(&path, &[]).await.is(200).link();
    forgetful.get("/account").await.is(200);
    house.anon().post(&link, &NEW).await.leads_to("/sign-in");
    forgetful.get("/account").await.leads_to("/sign-in?next=/account");
    let old = [("email", world::COORDINATOR.email), ("password", PASSWORD)];
    forgetful.post("/sign-in", &old).await.is(422).says("sign-in-wrong");
    let new = [("email", world::COORDINATOR.email), ("password", NEW_PASSWORD)];
    forgetful.post("/sign-in", &new).await.leads_to("/");
}

async fn two_clicks_on_one_link_set_one_password(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let path = format!("/people/{}/reset-link", house.account(world::COORDINATOR).await);
    let link = administrator.post(&path, &[]).await.is(200).link();
    let (one, other) = (house.anon(), house.anon());
    let (one, other) = tokio::join!(one.post(&link, &NEW), other.post(&link, &NEW));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404]);
}

async fn link_of_a_disabled_account_leads_nowhere(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let id = house.account(world::COORDINATOR).await;
    let link = administrator.post(&format!("/people/{id}/reset-link"), &[]).await.is(200).link();
    let done = format!("/people/{id}");
    administrator.post(&format!("/people/{id}/disabling"), &[]).await.leads_to(&done);
    house.anon().get(&link).await.is(404).says("link-gone");
    house.anon().post(&link, &NEW).await.is(404).says("link-gone");
}

async fn link_that_never_was_reads_like_one_that_was_used(house: &House) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let path = format!("/people/{}/reset-link", house.account(world::COORDINATOR).await);
    let used = administrator.post(&path, &[]).await.is(200).link();
    house.anon().post(&used, &NEW).await.leads_to("/sign-in");
    let never = format!("/links/{}", "0".repeat(64));
    let page = |link: &str, text: &str| text.replace(link, "LINK");
    let of_used = house.anon().get(&used).await;
    let of_never = house.anon().get(&never).await;
    assert_eq!(of_used.status, of_never.status);
    assert_eq!(page(&used, of_used.text()), page(&never, of_never.text()));
}
