//! Guessing is slowed, for one account and for one network address, and only for a while.

use crate::browser;
use crate::house::{House, PASSWORD};
use crate::reply::Reply;

stories! {
    ten_wrong_passwords_close_one_account_for_a_while,
    unknown_accounts_are_closed_like_known_ones,
    one_address_cannot_try_many_accounts,
    resets_are_asked_for_a_limited_number_of_times,
    wrong_confirmations_count_as_wrong_passwords,
}

const WINDOW: i64 = 15 * 60;

async fn try_from(house: &House, address: &str, email: &str, password: &str) -> Reply {
    let mut request = browser::form("/sign-in", &[("email", email), ("password", password)]);
    request.headers_mut().insert("x-forwarded-for", address.parse().unwrap());
    browser::send(house.service(), request).await
}

async fn ten_wrong_passwords_close_one_account_for_a_while(house: &House) {
    let email = world::COORDINATOR.email;
    for attempt in 0..10 {
        let address = format!("192.0.2.{attempt}");
        try_from(house, &address, email, "sai mật khẩu rồi").await.is(422);
    }
    let closed = try_from(house, "192.0.2.99", email, PASSWORD).await;
    closed.is(429).tells(&kernel::Message::new("sign-in-too-many").with("minutes", 15));
    try_from(house, "192.0.2.1", world::SECRETARY.email, PASSWORD).await.leads_to("/");
    house.wait_seconds(WINDOW - 1);
    try_from(house, "192.0.2.99", email, PASSWORD).await.is(429);
    house.wait_seconds(1);
    try_from(house, "192.0.2.99", email, PASSWORD).await.leads_to("/");
}

async fn unknown_accounts_are_closed_like_known_ones(house: &House) {
    for email in ["khongco@salinh.example", world::SECRETARY.email] {
        let mut statuses = Vec::new();
        for _ in 0..11 {
            let reply = try_from(house, "192.0.2.7", email, "sai mật khẩu rồi").await;
            statuses.push(reply.status.as_u16());
        }
        assert_eq!(statuses, [[422; 10].as_slice(), &[429]].concat(), "{email}");
    }
}

async fn one_address_cannot_try_many_accounts(house: &House) {
    for attempt in 0..60 {
        let email = format!("nguoi{attempt}@salinh.example");
        try_from(house, "192.0.2.7", &email, "sai mật khẩu rồi").await.is(422);
    }
    let email = world::SECRETARY.email;
    try_from(house, "192.0.2.7", email, PASSWORD).await.is(429);
    try_from(house, "192.0.2.8", email, PASSWORD).await.leads_to("/");
    house.wait_seconds(WINDOW);
    try_from(house, "192.0.2.7", email, PASSWORD).await.leads_to("/");
}

async fn resets_are_asked_for_a_limited_number_of_times(house: &House) {
    let visitor = house.anon();
    for email in ["khongco@salinh.example", world::SECRETARY.email] {
        for _ in 0..5 {
            visitor.post("/reset", &[("email", email)]).await.is(200);
        }
        visitor.post("/reset", &[("email", email)]).await.is(429);
    }
    // Nobody is kept out by somebody else's requests.
    try_from(house, "192.0.2.9", world::SECRETARY.email, PASSWORD).await.leads_to("/");
    house.wait_seconds(WINDOW);
    visitor.post("/reset", &[("email", world::SECRETARY.email)]).await.is(200);
}

async fn wrong_confirmations_count_as_wrong_passwords(house: &House) {
    let browser = house.sign_in(world::COORDINATOR).await;
    for _ in 0..10 {
        let reply = browser.post("/account/confirmation", &[("password", "sai rồi nhé")]).await;
        reply.is(422).says("password-wrong");
    }
    browser.post("/account/confirmation", &[("password", PASSWORD)]).await.is(429);
    house.wait_seconds(WINDOW);
    browser.post("/account/confirmation", &[("password", PASSWORD)]).await.leads_to("/");
}
