//! Another address for one's own account.

use crate::house::{House, PASSWORD};
use crate::reply::Reply;

stories! {
    new_address_counts_when_its_link_is_opened,
    nobody_learns_that_an_address_is_taken,
    address_taken_in_the_meantime_is_not_given_twice,
    change_needs_the_password_and_another_address,
    link_expires_after_two_hours_and_the_newer_one_counts,
    links_to_the_old_address_are_good_no_more,
    changes_are_asked_for_a_limited_number_of_times,
}

const NEW: &str = "diachimoi@salinh.example";

async fn ask(house: &House, email: &str, password: &str) -> Reply {
    let person = house.known(world::COORDINATOR);
    person.post("/account/email", &[("email", email), ("present", password)]).await
}

async fn mailed_link(house: &House, email: &str) -> String {
    let sql = format!("select body from mail where recipient = '{email}' order by id desc limit 1");
    let body = house.ask(&sql).await;
    let (_, link) = body.split_once("/account/email/").unwrap();
    format!("/account/email/{}", link.split_whitespace().next().unwrap())
}

async fn letters_to(house: &House, email: &str, subject: &str) -> i64 {
    let sql = "select count(*) from mail where recipient = $1 and subject = $2";
    house.app.store.number(sql, [email.into(), subject.into()]).await.unwrap()
}

async fn new_address_counts_when_its_link_is_opened(house: &House) {
    let old = world::COORDINATOR.email;
    ask(house, &format!(" {} ", NEW.to_uppercase()), PASSWORD).await.leads_to("/account");
    let sign_in = |email| [("email", email), ("password", PASSWORD)];
    house.anon().post("/sign-in", &sign_in(NEW)).await.is(422);
    let link = mailed_link(house, NEW).await;
    let elsewhere = house.anon();
    elsewhere.get(&link).await.is(200).shows(NEW);
    house.anon().post("/sign-in", &sign_in(old)).await.leads_to("/");
    elsewhere.post(&link, &[]).await.leads_to("/account");
    elsewhere.get(&link).await.is(404).says("email-link-gone");
    elsewhere.post(&link, &[]).await.is(404).says("email-link-gone");
    house.anon().post("/sign-in", &sign_in(old)).await.is(422);
    house.anon().post("/sign-in", &sign_in(NEW)).await.leads_to("/");
    assert_eq!(letters_to(house, old, "Địa chỉ thư điện tử đã được đổi").await, 1);
    let said = "select count(*) from ledger_event where body like '%account.email%'";
    assert_eq!(house.count(said).await, 1);
}

async fn nobody_learns_that_an_address_is_taken(house: &House) {
    let mut pages = Vec::new();
    for email in [NEW, world::SECRETARY.email, world::DISABLED.email] {
        let person = house.known(world::COORDINATOR);
        let typed = [("email", email), ("present", PASSWORD)];
        person.post("/account/email", &typed).await.leads_to("/account");
        let page = person.get("/account").await;
        pages.push(page.says("notice-email-asked").text().to_owned());
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0], pages[2]);
    let told = "Có người xin dùng địa chỉ này";
    assert_eq!(letters_to(house, world::SECRETARY.email, told).await, 1);
    assert_eq!(house.ask("select email from email_change").await, NEW);
    assert_eq!(house.count("select count(*) from email_change").await, 1);
}

async fn address_taken_in_the_meantime_is_not_given_twice(house: &House) {
    ask(house, NEW, PASSWORD).await.leads_to("/account");
    let link = mailed_link(house, NEW).await;
    let administrator = house.known(world::ADMINISTRATOR);
    let typed =
        [("name", "Bàn Nhanh Hơn"), ("email", NEW), ("role", "secretary"), ("locale", "vi")];
    administrator.post("/people", &typed).await.is(200);
    house.anon().post(&link, &[]).await.is(404).says("email-link-gone");
    let sign_in = [("email", world::COORDINATOR.email), ("password", PASSWORD)];
    house.anon().post("/sign-in", &sign_in).await.leads_to("/");
}

async fn change_needs_the_password_and_another_address(house: &House) {
    ask(house, NEW, "sai mật khẩu rồi").await.is(422).says("password-wrong").shows(NEW);
    ask(house, "không phải địa chỉ", PASSWORD).await.is(422).says("email-unreadable");
    ask(house, world::COORDINATOR.email, PASSWORD).await.is(422).says("email-same");
    assert_eq!(house.count("select count(*) from email_change").await, 0);
}

async fn link_expires_after_two_hours_and_the_newer_one_counts(house: &House) {
    ask(house, NEW, PASSWORD).await.leads_to("/account");
    let older = mailed_link(house, NEW).await;
    house.wait_seconds(1);
    ask(house, NEW, PASSWORD).await.leads_to("/account");
    let newer = mailed_link(house, NEW).await;
    house.anon().get(&older).await.is(404).says("email-link-gone");
    house.wait_seconds(2 * 3600 - 1);
    house.anon().get(&newer).await.is(200);
    house.wait_seconds(1);
    house.anon().get(&newer).await.is(404);
    house.anon().post(&newer, &[]).await.is(404);
}

async fn links_to_the_old_address_are_good_no_more(house: &House) {
    let administrator = house.known(world::ADMINISTRATOR);
    let path = format!("/people/{}/reset-link", house.account(world::COORDINATOR).await);
    let reset = administrator.post(&path, &[]).await.is(200).link();
    ask(house, NEW, PASSWORD).await.leads_to("/account");
    house.anon().get(&reset).await.is(200);
    house.anon().post(&mailed_link(house, NEW).await, &[]).await.leads_to("/account");
    house.anon().get(&reset).await.is(404).says("link-gone");
}

async fn changes_are_asked_for_a_limited_number_of_times(house: &House) {
    for turn in 0..5 {
        ask(house, &format!("moi{turn}@salinh.example"), PASSWORD).await.leads_to("/account");
    }
    ask(house, NEW, PASSWORD).await.is(429);
    assert_eq!(letters_to(house, NEW, "Xác nhận địa chỉ thư điện tử").await, 0);
    house.wait_seconds(15 * 60);
    ask(house, NEW, PASSWORD).await.leads_to("/account");
}
