//! The second factor: codes of an app, and codes for when the phone is lost.

use totp_rs::{Algorithm, Builder, Totp};

use crate::browser::Browser;
use crate::house::{House, PASSWORD};

stories! {
    second_factor_is_asked_for_after_it_was_set_up,
    wrong_first_code_switches_nothing_on,
    code_works_once_in_any_browser,
    recovery_code_works_once,
    half_signed_in_sees_nothing,
    second_step_ends_after_ten_minutes,
    guessing_codes_is_slowed,
    second_factor_is_switched_off_with_the_password,
    administrator_takes_away_a_lost_second_factor,
}

/// What the person's phone shows now.
fn code(house: &House, totp: &Totp) -> String {
    totp.generate(u64::try_from(house.app.store.now().millis() / 1000).unwrap()).to_string()
}

/// The app on the phone, after the secret on the page was typed into it.
async fn scan(browser: &Browser<'_>) -> Totp {
    let page = browser.get("/account/second-factor").await;
    let (_, after) = page.is(200).text().split_once("key-letters\">").unwrap();
    let (secret, _) = after.split_once('<').unwrap();
    let secret = base32(&secret.replace(' ', ""));
    let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1);
    builder.with_secret(secret).build().unwrap()
}

fn base32(text: &str) -> Vec<u8> {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for letter in text.chars() {
        held = (held << 5) | u32::try_from(alphabet.find(letter).unwrap()).unwrap();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
    }
    bytes
}

/// Switches the second factor of the secretary on; answers with the app and the recovery codes.
pub async fn switched_on(house: &House) -> (Totp, Vec<String>) {
    let browser = house.sign_in(world::SECRETARY).await;
    let totp = scan(&browser).await;
    let typed = code(house, &totp);
    let page = browser.post("/account/second-factor", &[("code", &typed)]).await;
    page.is(200).says("recovery-heading");
    let codes = page.text().split("<li><code>").skip(1);
    let codes: Vec<_> = codes.filter_map(|rest| Some(rest.split_once('<')?.0.to_owned())).collect();
    assert_eq!(codes.len(), 10);
    house.wait_seconds(30);
    (totp, codes)
}

async fn password_given(house: &House) -> Browser<'_> {
    let browser = house.anon();
    let typed = [("email", world::SECRETARY.email), ("password", PASSWORD)];
    browser.post("/sign-in", &typed).await.leads_to("/sign-in/code?next=/");
    browser
}

async fn second_factor_is_asked_for_after_it_was_set_up(house: &House) {
    let (totp, _) = switched_on(house).await;
    let browser = password_given(house).await;
    browser.get("/sign-in/code").await.is(200).says("code-lead");
    let half = browser.cookie("hoithi").unwrap();
    let spaced = code(house, &totp);
    let spaced = format!(" {} {} ", &spaced[..3], &spaced[3..]);
    browser
        .post("/sign-in/code", &[("code", &spaced), ("next", "/units")])
        .await
        .leads_to("/units");
    assert_ne!(browser.cookie("hoithi").unwrap(), half);
    browser.get("/account").await.is(200).says("second-factor-manage");
}

async fn wrong_first_code_switches_nothing_on(house: &House) {
    let browser = house.sign_in(world::SECRETARY).await;
    let totp = scan(&browser).await;
    let reply = browser.post("/account/second-factor", &[("code", "000000x")]).await;
    reply.is(422).says("code-wrong");
    house.sign_in(world::SECRETARY).await;
    let right = code(house, &totp);
    browser.post("/account/second-factor", &[("code", &right)]).await.is(200);
    house.wait_seconds(60);
    password_given(house).await;
}

async fn code_works_once_in_any_browser(house: &House) {
    let (totp, _) = switched_on(house).await;
    let (one, other) = (password_given(house).await, password_given(house).await);
    let typed = code(house, &totp);
    one.post("/sign-in/code", &[("code", &typed)]).await.leads_to("/");
    other.post("/sign-in/code", &[("code", &typed)]).await.is(422).says("code-wrong");
    house.wait_seconds(30);
    other.post("/sign-in/code", &[("code", &typed)]).await.is(422).says("code-wrong");
    let next = code(house, &totp);
    other.post("/sign-in/code", &[("code", &next)]).await.leads_to("/");
}

async fn recovery_code_works_once(house: &House) {
    let (_, codes) = switched_on(house).await;
    let typed = codes[3].to_uppercase();
    let one = password_given(house).await;
    one.post("/sign-in/code", &[("code", &typed)]).await.leads_to("/");
    let other = password_given(house).await;
    other.post("/sign-in/code", &[("code", &codes[3])]).await.is(422).says("code-wrong");
    other.post("/sign-in/code", &[("code", &codes[4])]).await.leads_to("/");
}

async fn half_signed_in_sees_nothing(house: &House) {
    switched_on(house).await;
    let browser = password_given(house).await;
    for path in ["/units", "/account", "/account/second-factor", "/people"] {
        browser.get(path).await.leads_to(&format!("/sign-in?next={path}"));
    }
    browser.post("/account/second-factor/removal", &[]).await.is(401);
}

async fn second_step_ends_after_ten_minutes(house: &House) {
    let (totp, _) = switched_on(house).await;
    let browser = password_given(house).await;
    house.wait_seconds(600);
    let typed = code(house, &totp);
    let reply = browser.post("/sign-in/code", &[("code", &typed)]).await;
    reply.is(404).says("sign-in-too-late");
}

async fn guessing_codes_is_slowed(house: &House) {
    let (totp, _) = switched_on(house).await;
    let browser = password_given(house).await;
    for _ in 0..10 {
        browser.post("/sign-in/code", &[("code", "abcdef")]).await.is(422);
    }
    let right = code(house, &totp);
    browser.post("/sign-in/code", &[("code", &right)]).await.is(429);
    password_given(house).await.post("/sign-in/code", &[("code", &right)]).await.is(429);
    house.wait_seconds(15 * 60);
    let right = code(house, &totp);
    password_given(house).await.post("/sign-in/code", &[("code", &right)]).await.leads_to("/");
}

async fn second_factor_is_switched_off_with_the_password(house: &House) {
    let (totp, codes) = switched_on(house).await;
    let browser = password_given(house).await;
    let typed = code(house, &totp);
    browser.post("/sign-in/code", &[("code", &typed)]).await.leads_to("/");
    house.wait_seconds(601);
    let asked = browser.post("/account/second-factor/removal", &[]).await;
    asked.is(401).says("confirm-needed");
    browser.post("/account/confirmation", &[("password", PASSWORD)]).await.leads_to("/");
    browser.post("/account/second-factor/removal", &[]).await.leads_to("/account");
    house.sign_in(world::SECRETARY).await;
    let totp = scan(&browser).await;
    let typed = code(house, &totp);
    browser.post("/account/second-factor", &[("code", &typed)]).await.is(200);
    let later = password_given(house).await;
    later.post("/sign-in/code", &[("code", &codes[0])]).await.is(422).says("code-wrong");
}

async fn administrator_takes_away_a_lost_second_factor(house: &House) {
    switched_on(house).await;
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let person = format!("/people/{}", house.account(world::SECRETARY).await);
    let path = format!("{person}/second-factor/removal");
    administrator.post(&path, &[]).await.leads_to(&person);
    house.sign_in(world::SECRETARY).await;
}
