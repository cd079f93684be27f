//! Letters to people about their own account.

use super::links::{NEW, NEW_PASSWORD};
use crate::browser;
use crate::house::{House, PASSWORD};

stories! {
    changed_password_is_told,
    link_that_an_administrator_makes_is_told_without_the_link,
    second_factor_taken_away_is_told,
    new_device_is_told_and_a_known_one_is_not,
    cookie_that_we_did_not_make_is_no_known_device,
    letters_are_kept_without_smtp_and_in_the_language_of_the_person,
}

/// Subjects of the letters to somebody since the story began, in order.
async fn subjects(house: &House, email: &str) -> Vec<String> {
    let sql = "select subject from mail where recipient = $1 and created_at >= $2 order by id";
    let begun = crate::house::MORNING.millis();
    let rows = house.app.store.raw_rows(sql, [email.into(), begun.into()]).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// Nobody was written to, and nobody has signed in anywhere.
async fn begin(house: &House) {
    house.tamper("update mail set created_at = 0").await;
    house.tamper("delete from known_device").await;
}

async fn changed_password_is_told(house: &House) {
    begin(house).await;
    let person = house.sign_in(world::COORDINATOR).await;
    let typed = |old| [("old", old), ("password", NEW_PASSWORD), ("repeated", NEW_PASSWORD)];
    person.post("/account/password", &typed("sai mật khẩu rồi")).await.is(422);
    assert_eq!(subjects(house, world::COORDINATOR.email).await, [""; 0]);
    person.post("/account/password", &typed(PASSWORD)).await.leads_to("/account");
    assert_eq!(subjects(house, world::COORDINATOR.email).await, ["Mật khẩu đã được đổi"]);
}

async fn link_that_an_administrator_makes_is_told_without_the_link(house: &House) {
    begin(house).await;
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let path = format!("/people/{}/reset-link", house.account(world::COORDINATOR).await);
    let link = administrator.post(&path, &[]).await.is(200).link();
    let told = "Người quản trị đã tạo đường dẫn đặt mật khẩu";
    assert_eq!(subjects(house, world::COORDINATOR.email).await, [told]);
    let letter = house.ask("select body from mail where created_at > 0").await;
    assert!(!letter.contains(link.rsplit('/').next().unwrap()), "{letter}");
    house.wait_seconds(1);
    house.anon().post(&link, &NEW).await.leads_to("/sign-in");
    let set = "Mật khẩu đã được đặt bằng đường dẫn";
    assert_eq!(subjects(house, world::COORDINATOR.email).await, [told, set]);
}

async fn second_factor_taken_away_is_told(house: &House) {
    begin(house).await;
    let id = house.account(world::SECRETARY).await;
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let path = format!("/people/{id}/second-factor/removal");
    administrator.post(&path, &[]).await.is(303);
    assert_eq!(subjects(house, world::SECRETARY.email).await, [""; 0]);
    super::second_factor::switched_on(house).await;
    administrator.post(&path, &[]).await.is(303);
    let told = ["Đã bật xác thực hai bước", "Đã tắt xác thực hai bước"];
    assert_eq!(subjects(house, world::SECRETARY.email).await, told);
}

async fn new_device_is_told_and_a_known_one_is_not(house: &House) {
    begin(house).await;
    let email = world::SECRETARY.email;
    let typed = [("email", email), ("password", PASSWORD)];
    let desk = house.sign_in(world::SECRETARY).await;
    desk.post("/sign-out", &[]).await.leads_to("/sign-in");
    desk.post("/sign-in", &typed).await.leads_to("/");
    assert_eq!(subjects(house, email).await, [""; 0]);
    let phone = house.anon();
    let mut request = browser::form("/sign-in", &typed);
    let agent = "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36";
    request.headers_mut().insert("user-agent", agent.parse().unwrap());
    request.headers_mut().insert("x-forwarded-for", "192.0.2.7".parse().unwrap());
    phone.send(request).await.leads_to("/");
    assert_eq!(subjects(house, email).await, ["Đăng nhập từ thiết bị mới"]);
    let letter = house.ask("select body from mail where created_at > 0").await;
    assert!(letter.contains("Chrome · Android, địa chỉ mạng 192.0.2.7, lúc "), "{letter}");
    phone.post("/sign-out", &[]).await.leads_to("/sign-in");
    phone.post("/sign-in", &typed).await.leads_to("/");
    assert_eq!(subjects(house, email).await, ["Đăng nhập từ thiết bị mới"]);
}

async fn cookie_that_we_did_not_make_is_no_known_device(house: &House) {
    let (here, there) = (house.anon(), house.anon());
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    for browser in [&here, &there] {
        browser.set_cookie("device", "planted");
        browser.post("/sign-in", &typed).await.leads_to("/");
        assert_eq!(browser.cookie("device").unwrap().len(), 64);
    }
    assert_ne!(here.cookie("device"), there.cookie("device"));
}

async fn letters_are_kept_without_smtp_and_in_the_language_of_the_person(house: &House) {
    begin(house).await;
    let person = house.sign_in(world::COORDINATOR).await;
    let profile = [("name", world::COORDINATOR.name), ("locale", "en")];
    person.post("/account", &profile).await.leads_to("/account");
    let typed = [("old", PASSWORD), ("password", NEW_PASSWORD), ("repeated", NEW_PASSWORD)];
    person.post("/account/password", &typed).await.leads_to("/account");
    let states = "select state from mail where created_at > 0";
    assert_eq!(house.ask(states).await, "kept");
    assert_eq!(subjects(house, world::COORDINATOR.email).await, ["Your password was changed"]);
}
