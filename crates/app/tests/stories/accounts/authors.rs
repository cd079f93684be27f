//! Authors without mail: somebody of their unit or of the office hands a code over.

use hoithi::accounts::Actor;
use hoithi::accounts::authors::{self, NewAuthor};
use hoithi::accounts::names::PersonName;

use super::beginning::ask;
use crate::browser::Browser;
use crate::house::{House, PASSWORD};
use crate::reply::Reply;

stories! {
    a_number_and_a_code_that_was_handed_over_let_somebody_in,
    a_password_spares_the_next_code_and_a_code_the_forgotten_one,
    coordinator_of_another_unit_sees_nothing,
    the_office_sees_all_who_wait,
    a_handed_code_works_once_for_three_days_for_its_number,
    wrong_codes_make_the_next_ones_wait,
    nothing_is_ever_mailed_to_a_number,
    accounts_with_more_than_a_code_are_not_opened_by_one,
    one_unit_does_not_open_the_accounts_of_another,
    whoever_has_neither_mail_nor_number_gets_a_card,
    accounts_are_opened_once_and_only_where_one_may_help,
    who_helped_is_kept,
}

const NUMBER: &str = "0912 345 678";
const NEW_PASSWORD: [(&str, &str); 2] =
    [("password", "sông dài chảy mãi"), ("repeated", "sông dài chảy mãi")];

/// Begins with a number and asks at a unit of the world, or at the office.
async fn wait_at<'h>(house: &'h House, number: &str, unit: &str) -> Browser<'h> {
    let browser = house.anon();
    ask(&browser, number, "/account/notices").await.leads_to("/begin/code");
    let unit = if unit.is_empty() { String::new() } else { house.unit(unit).await };
    let asked = browser.post("/begin/request", &[("unit", &unit)]).await;
    asked.leads_to("/begin/code");
    browser
}

/// The only request that this browser's person can answer.
async fn answer(browser: &Browser<'_>) -> Reply {
    let page = browser.get("/people/requests").await;
    let (_, rest) = page.is(200).text().split_once("action=\"/people/requests/").unwrap();
    let (id, _) = rest.split_once("/code\"").unwrap();
    browser.post(&format!("/people/requests/{id}/code"), &[]).await
}

/// The code that a page shows.
fn code(page: &Reply) -> String {
    let (_, rest) = page.is(200).text().split_once("key-letters\">").unwrap();
    rest.split_once('<').unwrap().0.to_owned()
}

async fn give(browser: &Browser<'_>, code: &str) -> Reply {
    browser.post("/begin/code", &[("code", code)]).await
}

/// Somebody who came in with a code of the department of science.
async fn came_in<'h>(house: &'h House) -> Browser<'h> {
    let author = wait_at(house, NUMBER, "dost").await;
    let handed = code(&answer(&house.known(world::COORDINATOR)).await);
    give(&author, &handed).await.leads_to("/account/password?next=/account/notices");
    author
}

async fn a_number_and_a_code_that_was_handed_over_let_somebody_in(house: &House) {
    let asking = wait_at(house, "+84 912.345.678", "dost").await;
    asking.get("/begin/code").await.is(200).shows(NUMBER).says("notice-help-asked");
    let coordinator = house.known(world::COORDINATOR);
    let list = coordinator.get("/people/requests").await;
    list.is(200).shows("Giàng A Tác").shows(NUMBER).shows("Sở Khoa học và Công nghệ");
    let handed = code(&answer(&coordinator).await);
    assert_eq!(handed.len(), 9);
    coordinator.get("/people/requests").await.is(200).says("requests-empty");
    // Days later, in another browser.
    house.wait_days(2);
    let author = house.anon();
    ask(&author, NUMBER, "/account").await.leads_to("/begin/code");
    give(&author, &handed).await.leads_to("/account/password?next=/account");
    author.get("/account/password?next=/account").await.is(200).says("password-first-heading");
    author.get("/account").await.is(200).shows("Giàng A Tác").shows(NUMBER);
}

async fn a_password_spares_the_next_code_and_a_code_the_forgotten_one(house: &House) {
    let author = came_in(house).await;
    let own_number = [("password", "0912345678"), ("repeated", "0912345678")];
    author.post("/account/password", &own_number).await.is(422).says("password-too-common");
    author.post("/account/password", &NEW_PASSWORD).await.leads_to("/");
    let typed = [("email", "0912345678"), ("password", "sông dài chảy mãi")];
    house.anon().post("/sign-in", &typed).await.leads_to("/");
    let again = wait_at(house, NUMBER, "dost").await;
    let handed = code(&answer(&house.known(world::COORDINATOR)).await);
    author.get("/account").await.is(200);
    give(&again, &handed).await.is(303);
    author.get("/account").await.leads_to("/sign-in?next=/account");
    house.anon().post("/sign-in", &typed).await.is(422).says("sign-in-wrong");
    again.post("/account/password", &NEW_PASSWORD).await.leads_to("/");
    house.anon().post("/sign-in", &typed).await.leads_to("/");
}

async fn coordinator_of_another_unit_sees_nothing(house: &House) {
    wait_at(house, NUMBER, "dost").await;
    let other = house.known(world::OTHER_COORDINATOR);
    let page = other.get("/people/requests").await;
    page.is(200).says("requests-empty").hides(NUMBER).hides("Giàng A Tác");
    let id = house.ask("select id from help_request").await;
    let path = format!("/people/requests/{id}/code");
    other.post(&path, &[]).await.is(404);
    house.known(world::COORDINATOR).post(&path, &[]).await.is(200);
    house.known(world::COORDINATOR).post(&path, &[]).await.is(404);
    let page = other.get("/people/requests").await;
    page.is(200).hides(NUMBER).hides("Giàng A Tác");
    let page = house.known(world::COORDINATOR).get("/people/requests").await;
    page.is(200).shows("Giàng A Tác").says("help-code").says("help-opened");
}

async fn the_office_sees_all_who_wait(house: &House) {
    wait_at(house, NUMBER, "dost").await;
    wait_at(house, "0987 654 321", "").await;
    let page = house.known(world::SECRETARY).get("/people/requests").await;
    page.is(200).shows(NUMBER).shows("0987 654 321");
    let page = house.known(world::COORDINATOR).get("/people/requests").await;
    page.is(200).shows(NUMBER).hides("0987 654 321");
    // Asking again moves the request; it does not double it.
    wait_at(house, "0987 654 321", "dost").await;
    let page = house.known(world::COORDINATOR).get("/people/requests").await;
    page.is(200).shows(NUMBER).shows("0987 654 321");
    assert_eq!(house.count("select count(*) from help_request").await, 2);
}

async fn a_handed_code_works_once_for_three_days_for_its_number(house: &House) {
    wait_at(house, NUMBER, "dost").await;
    let handed = code(&answer(&house.known(world::COORDINATOR)).await);
    let other = house.anon();
    ask(&other, "0987 654 321", "/").await.leads_to("/begin/code");
    give(&other, &handed).await.is(422).says("begin-code-wrong");
    house.wait_days(3);
    let late = house.anon();
    ask(&late, NUMBER, "/").await.leads_to("/begin/code");
    give(&late, &handed).await.is(422).says("begin-code-wrong");
    wait_at(house, NUMBER, "").await;
    let handed = code(&answer(&house.sign_in(world::SECRETARY).await).await);
    house.wait_seconds(3 * 24 * 3600 - 1);
    let author = house.anon();
    ask(&author, NUMBER, "/").await.leads_to("/begin/code");
    give(&author, &handed).await.is(303);
    let replay = house.anon();
    ask(&replay, NUMBER, "/").await.leads_to("/begin/code");
    give(&replay, &handed).await.is(422).says("begin-code-wrong");
}

async fn wrong_codes_make_the_next_ones_wait(house: &House) {
    wait_at(house, NUMBER, "dost").await;
    let handed = code(&answer(&house.known(world::COORDINATOR)).await);
    for _ in 0..2 {
        let guess = house.anon();
        ask(&guess, NUMBER, "/").await.is(303);
        for _ in 0..5 {
            give(&guess, "").await.is(422).says("begin-code-wrong");
        }
        give(&guess, &handed).await.is(404).says("begin-gone");
    }
    let author = house.anon();
    ask(&author, NUMBER, "/").await.is(303);
    give(&author, &handed).await.is(429);
    house.wait_seconds(15 * 60);
    ask(&author, NUMBER, "/").await.is(303);
    give(&author, &handed).await.is(303);
}

async fn nothing_is_ever_mailed_to_a_number(house: &House) {
    let before = house.count("select count(*) from mail").await;
    let author = came_in(house).await;
    author.post("/account/password", &NEW_PASSWORD).await.is(303);
    author.set_cookie("device", "");
    let typed = [("email", NUMBER), ("password", "sông dài chảy mãi")];
    author.post("/sign-in", &typed).await.leads_to("/");
    house.anon().post("/reset", &[("email", NUMBER)]).await.is(422).says("email-unreadable");
    assert_eq!(house.count("select count(*) from mail").await, before);
    let account = house.ask("select id from account where email = '+84912345678'").await;
    let grant = [("role", "secretary")];
    let administrator = house.known(world::ADMINISTRATOR);
    let refused = administrator.post(&format!("/people/{account}/grants"), &grant).await;
    refused.is(409).says("grant-email-missing");
    administrator.get(&format!("/people/{account}")).await.is(200).shows(NUMBER);
}

async fn accounts_with_more_than_a_code_are_not_opened_by_one(house: &House) {
    came_in(house).await;
    let account = house.ask("select id from account where email = '+84912345678'").await;
    let secretary = house.known(world::SECRETARY);
    let administrator = house.known(world::ADMINISTRATOR);
    wait_at(house, NUMBER, "").await;
    administrator.post(&format!("/people/{account}/disabling"), &[]).await.is(303);
    answer(&secretary).await.is(403).says("author-needs-administrator");
    administrator.post(&format!("/people/{account}/disabling/removal"), &[]).await.is(303);
    let handed = code(&answer(&secretary).await);
    administrator.post(&format!("/people/{account}/disabling"), &[]).await.is(303);
    let author = house.anon();
    ask(&author, NUMBER, "/").await.is(303);
    give(&author, &handed).await.is(422).says("begin-code-wrong");
}

async fn one_unit_does_not_open_the_accounts_of_another(house: &House) {
    came_in(house).await;
    let other = house.known(world::OTHER_COORDINATOR);
    let grants = "select min(unit_id) from role_grant g join account a on a.id = g.account_id
        where a.email = '";
    let unit = house.ask(&format!("{grants}{}'", world::OTHER_COORDINATOR.email)).await;
    let asking = house.anon();
    ask(&asking, NUMBER, "/").await.is(303);
    asking.post("/begin/request", &[("unit", &unit)]).await.is(303);
    answer(&other).await.is(403).says("author-needs-office");
    answer(&house.known(world::SECRETARY)).await.is(200);
}

async fn whoever_has_neither_mail_nor_number_gets_a_card(house: &House) {
    let unit = house.unit("dost").await;
    let typed = [("name", "Giàng Thị Già"), ("login", ""), ("unit", &unit)];
    let coordinator = house.known(world::COORDINATOR);
    coordinator.get("/people/authors/new").await.is(200).hides("UBND");
    let page = coordinator.post("/people/authors", &typed).await;
    let handed = code(&page);
    let card = house.ask("select email from account where name = 'Giàng Thị Già'").await;
    let shown = format!("{} {} {}", &card[..2], &card[2..6], &card[6..]);
    page.shows(&shown);
    let author = house.anon();
    ask(&author, &shown.to_lowercase(), "/").await.leads_to("/begin/code");
    give(&author, &handed).await.leads_to("/account/password?next=/");
    author.get("/account").await.is(200).shows("Giàng Thị Già").shows(&shown);
}

async fn accounts_are_opened_once_and_only_where_one_may_help(house: &House) {
    let (own, other) = (house.unit("dost").await, house.unit("union").await);
    let coordinator = house.known(world::COORDINATOR);
    let typed =
        |login: &'static str, unit| [("name", "Giàng A Tác"), ("login", login), ("unit", unit)];
    coordinator.post("/people/authors", &typed(NUMBER, &other)).await.is(404);
    coordinator.post("/people/authors", &typed(NUMBER, "")).await.is(404);
    coordinator.post("/people/authors", &typed("x", &own)).await.is(422).says("login-unreadable");
    coordinator.post("/people/authors", &typed(NUMBER, &own)).await.is(200);
    let twice = coordinator.post("/people/authors", &typed("+84912345678", &own)).await;
    twice.is(422).says("login-taken").shows("Giàng A Tác");
    let taken = house.known(world::SECRETARY);
    let typed = [("name", "Ai Đó"), ("login", world::COORDINATOR.email)];
    let page = taken.post("/people/authors", &typed).await;
    page.is(200).shows("Ai Đó").hides(world::COORDINATOR.name);
    assert_eq!(house.count("select count(*) from author_help where kind = 'opened'").await, 1);
    let mailed = [("name", "Giàng A Thư"), ("login", "thu@salinh.example"), ("unit", &own)];
    let page = coordinator.post("/people/authors", &mailed).await;
    page.is(200).shows("thu@salinh.example").hides("key-letters");
    let sign_in = [("email", "thu@salinh.example"), ("password", PASSWORD)];
    house.anon().post("/sign-in", &sign_in).await.is(422);
}

async fn who_helped_is_kept(house: &House) {
    let author = came_in(house).await;
    let helper = house
        .ask(
            "select b.name from author_help h join account b on b.id = h.helped_by
        where h.kind = 'code'",
        )
        .await;
    assert_eq!(helper, world::COORDINATOR.name);
    author.get("/account/privacy").await.is(200).shows(&helper).says("act-author-code");
    let mut tx = house.app.store.begin().await.unwrap();
    let operator = Actor::operator(tx.at());
    let name = PersonName::read("Giàng Thị Nhờ").unwrap();
    let someone = NewAuthor { name, login: None, unit: None };
    authors::open_for(&mut tx, &operator, &someone).await.unwrap();
    tx.commit().await.unwrap();
    let page = house.known(world::SECRETARY).get("/people/requests").await;
    page.is(200).shows("Giàng Thị Nhờ").says("ledger-operator");
    let acts = "select count(*) from ledger_event where body like '%author.code%'";
    assert_eq!(house.count(acts).await, 1);
}
