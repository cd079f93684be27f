//! One's own account: name, language, password.

use super::links::NEW_PASSWORD;
use crate::browser;
use crate::house::{House, PASSWORD};

stories! {
    language_is_switched_by_a_link_and_kept,
    language_is_that_of_the_browser_then_of_the_person,
    somebody_changes_their_own_name,
    password_is_changed_with_the_old_one,
    poor_passwords_are_refused_with_their_reason,
}

async fn language_is_switched_by_a_link_and_kept(house: &House) {
    let visitor = house.anon();
    visitor.get("/sign-in").await.shows("Đăng nhập").holds("<html lang=\"vi\"");
    visitor.get("/language/en?next=/sign-in").await.leads_to("/sign-in");
    visitor.get("/sign-in").await.shows("Sign in").holds("<html lang=\"en\"").hides("Đăng nhập");
    visitor.get("/khong-co").await.is(404).holds("<html lang=\"en\"");
    visitor.get("/language/vi?next=/reset").await.leads_to("/reset");
    visitor.get("/sign-in").await.shows("Đăng nhập");
    visitor.get("/language/fr").await.is(404).says("absent");
}

async fn language_is_that_of_the_browser_then_of_the_person(house: &House) {
    let mut request = browser::get("/sign-in");
    request.headers_mut().insert("accept-language", "fr;q=0.9, en-GB;q=0.8".parse().unwrap());
    browser::send(house.service(), request).await.holds("<html lang=\"en\"");
    let person = house.sign_in(world::COORDINATOR).await;
    let typed = [("name", world::COORDINATOR.name), ("locale", "en")];
    person.post("/account", &typed).await.leads_to("/account");
    person.get("/account").await.holds("<html lang=\"en\"");
    house.sign_in(world::COORDINATOR).await.get("/account").await.holds("<html lang=\"en\"");
}

async fn somebody_changes_their_own_name(house: &House) {
    let person = house.sign_in(world::COORDINATOR).await;
    let typed = [("name", "  Lò   Tên\u{a0}Mới "), ("locale", "vi")];
    person.post("/account", &typed).await.leads_to("/account");
    person.get("/account").await.says("notice-profile-changed").shows("Lò Tên Mới");
    person.post("/account", &[("name", " "), ("locale", "vi")]).await.is(422);
    person.get("/account").await.shows("Lò Tên Mới");
}

async fn password_is_changed_with_the_old_one(house: &House) {
    let person = house.sign_in(world::COORDINATOR).await;
    let typed = |old| [("old", old), ("password", NEW_PASSWORD), ("repeated", NEW_PASSWORD)];
    let reply = person.post("/account/password", &typed("sai mật khẩu rồi")).await;
    reply.is(422).says("password-wrong");
    person.post("/account/password", &typed(PASSWORD)).await.leads_to("/account");
    let sign_in = |password| [("email", world::COORDINATOR.email), ("password", password)];
    house.anon().post("/sign-in", &sign_in(PASSWORD)).await.is(422);
    house.anon().post("/sign-in", &sign_in(NEW_PASSWORD)).await.leads_to("/");
}

async fn poor_passwords_are_refused_with_their_reason(house: &House) {
    let person = house.sign_in(world::COORDINATOR).await;
    let check = async |password: &str, repeated: &str, message: kernel::Message| {
        let typed = [("old", PASSWORD), ("password", password), ("repeated", repeated)];
        person.post("/account/password", &typed).await.is(422).tells(&message).hides(password);
    };
    let short = kernel::Message::new("password-too-short").with("shortest", 10);
    check("chín chữ!", "chín chữ!", short).await;
    check("1234567890", "1234567890", "password-too-common".into()).await;
    check("Lo Dau Moi", "Lo Dau Moi", "password-too-common".into()).await;
    check(NEW_PASSWORD, "khác hẳn nhé", "password-repeated-differs".into()).await;
}
