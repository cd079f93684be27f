//! Authors begin with an address and the six digits that are mailed to it.

use crate::browser::Browser;
use crate::house::{House, PASSWORD};
use crate::reply::Reply;

stories! {
    an_address_and_six_digits_let_somebody_in,
    coming_back_is_the_same_way_and_the_same_account,
    five_wrong_codes_end_it_and_a_new_one_is_needed,
    a_code_is_good_for_a_quarter_of_an_hour_once_in_one_browser,
    unknown_known_and_guarded_addresses_are_answered_alike,
    no_mailed_code_opens_an_account_with_a_password_or_a_role,
    codes_are_asked_for_a_limited_number_of_times,
    one_goes_on_to_a_page_of_this_site_only,
    whoever_has_no_password_confirms_with_a_fresh_code,
    first_password_needs_a_code_that_was_given_just_now,
}

pub const ADDRESS: &str = "tacgia@salinh.example";
const SUBJECT: &str = "Mã vào hội thi";

/// Asks for a code, as a form of a page.
pub async fn ask(browser: &Browser<'_>, login: &str, next: &str) -> Reply {
    let typed = [("login", login), ("name", "Giàng A Tác"), ("next", next)];
    browser.post("/begin", &typed).await
}

/// The digits of the last letter to an address.
async fn mailed(house: &House, email: &str) -> String {
    let sql = "select body from mail where recipient = '";
    let body = house.ask(&format!("{sql}{email}' order by id desc limit 1")).await;
    let line = body.lines().find(|line| line.len() == 7 && line.as_bytes()[3] == b' ');
    line.unwrap().to_owned()
}

/// Another code of six digits.
fn another(code: &str) -> String {
    let first = if code.starts_with('1') { '2' } else { '1' };
    format!("{first}{}", &code[1..])
}

async fn give(browser: &Browser<'_>, code: &str) -> Reply {
    browser.post("/begin/code", &[("code", code)]).await
}

/// Somebody who began with an address and has no role.
pub async fn begin<'h>(house: &'h House, email: &str) -> Browser<'h> {
    let browser = house.anon();
    house.wait_seconds(1);
    ask(&browser, email, "/account").await.leads_to("/begin/code");
    give(&browser, &mailed(house, email).await).await.leads_to("/account");
    browser
}

async fn an_address_and_six_digits_let_somebody_in(house: &House) {
    let browser = house.anon();
    browser.get("/begin?next=/account/notices").await.is(200).shows("/account/notices");
    ask(&browser, " TacGia@Salinh.example", "/account/notices").await.leads_to("/begin/code");
    browser.get("/begin/code").await.is(200).shows(ADDRESS);
    assert_eq!(house.count("select count(*) from account where email like 'tacgia%'").await, 0);
    let code = mailed(house, ADDRESS).await;
    give(&browser, &code).await.leads_to("/account/notices");
    browser.get("/account").await.is(200).shows("Giàng A Tác").shows(ADDRESS);
    assert_eq!(browser.cookie("begin"), None);
    let roles = "select count(*) from role_grant g join account a on a.id = g.account_id
        where a.email = 'tacgia@salinh.example'";
    assert_eq!(house.count(roles).await, 0);
    for path in ["/people/requests", "/people/authors/new", "/people", "/papers"] {
        browser.get(path).await.is(404);
    }
}

async fn coming_back_is_the_same_way_and_the_same_account(house: &House) {
    let first = begin(house, ADDRESS).await;
    first.post("/sign-out", &[]).await.leads_to("/sign-in");
    begin(house, ADDRESS).await.get("/account").await.is(200).shows("Giàng A Tác");
    let accounts = "select count(*) from account where email = 'tacgia@salinh.example'";
    assert_eq!(house.count(accounts).await, 1);
}

async fn five_wrong_codes_end_it_and_a_new_one_is_needed(house: &House) {
    let browser = house.anon();
    ask(&browser, ADDRESS, "/").await.leads_to("/begin/code");
    let code = mailed(house, ADDRESS).await;
    for typed in [another(&code), String::new(), "12345".to_owned(), format!("{code}1")] {
        give(&browser, &typed).await.is(422).says("begin-code-wrong");
    }
    give(&browser, &another(&code)).await.is(422).says("begin-code-wrong");
    give(&browser, &code).await.is(404).says("begin-gone");
    browser.get("/begin/code").await.leads_to("/begin");
    house.wait_seconds(1);
    ask(&browser, ADDRESS, "/").await.leads_to("/begin/code");
    give(&browser, &mailed(house, ADDRESS).await).await.leads_to("/");
}

async fn a_code_is_good_for_a_quarter_of_an_hour_once_in_one_browser(house: &House) {
    let browser = house.anon();
    ask(&browser, ADDRESS, "/").await.leads_to("/begin/code");
    let code = mailed(house, ADDRESS).await;
    give(&house.anon(), &code).await.is(404).says("begin-gone");
    house.wait_seconds(15 * 60);
    give(&browser, &code).await.is(404).says("begin-gone");
    ask(&browser, ADDRESS, "/").await.leads_to("/begin/code");
    let (token, code) = (browser.cookie("begin").unwrap(), mailed(house, ADDRESS).await);
    house.wait_seconds(15 * 60 - 1);
    give(&browser, &format!(" {} ", code.replace(' ', "-"))).await.leads_to("/");
    let replay = house.anon();
    replay.set_cookie("begin", &token);
    give(&replay, &code).await.is(404).says("begin-gone");
}

async fn unknown_known_and_guarded_addresses_are_answered_alike(house: &House) {
    begin(house, ADDRESS).await;
    house.wait_seconds(15 * 60);
    let mut seen = Vec::new();
    let emails = ["khongco@salinh.example", ADDRESS, world::SECRETARY.email, world::DISABLED.email];
    for email in emails {
        let browser = house.anon();
        let rows = format!("select count(*) from mail where recipient = '{email}'");
        let before = house.count(&rows).await;
        ask(&browser, email, "/").await.leads_to("/begin/code");
        let page = browser.get("/begin/code").await.is(200).text().replace(email, "EMAIL");
        let wrong = give(&browser, "").await.is(422).text().replace(email, "EMAIL");
        seen.push((page, wrong, house.count(&rows).await - before));
    }
    for other in &seen[1..] {
        assert_eq!(*other, seen[0]);
    }
}

async fn no_mailed_code_opens_an_account_with_a_password_or_a_role(house: &House) {
    house.wait_seconds(1);
    for person in [world::SECRETARY, world::COORDINATOR, world::DISABLED] {
        ask(&house.anon(), person.email, "/").await.leads_to("/begin/code");
        let told = "select subject from mail where recipient = '";
        let told = house.ask(&format!("{told}{}' order by id desc limit 1", person.email)).await;
        assert_eq!(told, "Địa chỉ này vào bằng mật khẩu");
    }
    // Whoever gets a password between letter and code must use it.
    let author = begin(house, ADDRESS).await;
    let elsewhere = house.anon();
    house.wait_seconds(1);
    ask(&elsewhere, ADDRESS, "/").await.leads_to("/begin/code");
    let code = mailed(house, ADDRESS).await;
    let password = [("password", "sông dài chảy mãi"), ("repeated", "sông dài chảy mãi")];
    author.post("/account/password", &password).await.leads_to("/");
    give(&elsewhere, &code).await.is(404).says("begin-gone");
    let typed = [("email", ADDRESS), ("password", "sông dài chảy mãi")];
    house.anon().post("/sign-in", &typed).await.leads_to("/");
}

async fn codes_are_asked_for_a_limited_number_of_times(house: &House) {
    for email in ["khongco@salinh.example", world::SECRETARY.email] {
        for _ in 0..5 {
            ask(&house.anon(), email, "/").await.is(303);
        }
        ask(&house.anon(), email, "/").await.is(429).says("begin-too-many");
    }
    // Nobody is kept out of their password by somebody else's requests.
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    house.anon().post("/sign-in", &typed).await.leads_to("/");
    for _ in 0..3 {
        house.wait_seconds(15 * 60);
        for _ in 0..5 {
            ask(&house.anon(), "khongco@salinh.example", "/").await.is(303);
        }
    }
    house.wait_seconds(15 * 60);
    let refused = ask(&house.anon(), "khongco@salinh.example", "/").await;
    refused.is(429).says("begin-too-many-today");
    house.wait_seconds(24 * 3600);
    ask(&house.anon(), "khongco@salinh.example", "/").await.is(303);
}

async fn one_goes_on_to_a_page_of_this_site_only(house: &House) {
    let insider = house.known(world::COORDINATOR);
    for (turn, next) in ["//evil.example", "/\\evil.example", "https://evil.example/", "\u{1}//x"]
        .into_iter()
        .enumerate()
    {
        let (browser, email) = (house.anon(), format!("tacgia{turn}@salinh.example"));
        ask(&browser, &email, next).await.leads_to("/begin/code");
        give(&browser, &mailed(house, &email).await).await.leads_to("/");
        let query = hoithi::frame::answer::encode(next);
        insider.get(&format!("/begin?next={query}")).await.leads_to("/");
    }
    let browser = house.anon();
    for login in ["", "khong phai", "091234", "a@", "HT12"] {
        ask(&browser, login, "/").await.is(422).says("login-unreadable");
    }
    let nameless = [("login", ADDRESS), ("name", " ")];
    browser.post("/begin", &nameless).await.is(422).says("person-name-empty");
    let letters = format!("select count(*) from mail where subject = '{SUBJECT}'");
    assert_eq!(house.count(&letters).await, 4);
}

async fn whoever_has_no_password_confirms_with_a_fresh_code(house: &House) {
    let author = begin(house, ADDRESS).await;
    let email = [("email", "moi@salinh.example")];
    house.wait_seconds(10 * 60 + 1);
    author.post("/account/email", &email).await.is(401).says("confirm-needed");
    let page = author.get("/account/confirmation?next=/account").await;
    page.is(200).says("confirm-send-code");
    author.post("/account/confirmation", &[("password", "")]).await.is(404).says("begin-gone");
    let asked = author.post("/account/confirmation/code", &[("next", "/account")]).await;
    asked.leads_to("/account/confirmation?next=/account");
    author.get("/account/confirmation?next=/account").await.is(200).holds("name=\"code\"");
    let code = mailed(house, ADDRESS).await;
    let wrong = another(&code);
    let wrong = [("code", wrong.as_str()), ("next", "/account")];
    author.post("/account/confirmation", &wrong).await.is(422).says("begin-code-wrong");
    let right = [("code", code.as_str()), ("next", "/account")];
    author.post("/account/confirmation", &right).await.leads_to("/account");
    author.post("/account/confirmation", &right).await.is(404).says("begin-gone");
    author.post("/account/email", &email).await.leads_to("/account");
    // Somebody else's code confirms nothing.
    let other = house.anon();
    ask(&other, "khac@salinh.example", "/").await.leads_to("/begin/code");
    author.set_cookie("begin", &other.cookie("begin").unwrap());
    let code = mailed(house, "khac@salinh.example").await;
    author.post("/account/confirmation", &[("code", &code)]).await.is(404).says("begin-gone");
}

async fn first_password_needs_a_code_that_was_given_just_now(house: &House) {
    let author = begin(house, ADDRESS).await;
    author.get("/account").await.is(200).says("password-none");
    let password = [("password", "sông dài chảy mãi"), ("repeated", "sông dài chảy mãi")];
    house.wait_seconds(10 * 60 + 1);
    author.post("/account/password", &password).await.is(401).says("confirm-needed");
    author.post("/account/confirmation/code", &[]).await.is(303);
    let code = mailed(house, ADDRESS).await;
    author.post("/account/confirmation", &[("code", &code)]).await.leads_to("/");
    author.post("/account/password", &password).await.leads_to("/");
    author.get("/account").await.is(200).says("notice-password-first");
    author.get("/account/password").await.leads_to("/account");
    author.post("/account/password", &password).await.is(422).says("password-wrong");
}
