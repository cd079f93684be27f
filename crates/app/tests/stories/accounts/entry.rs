//! Signing in and out.

use crate::house::{House, PASSWORD};

stories! {
    unknown_wrong_and_disabled_are_refused_alike,
    signing_in_leads_to_where_one_wanted_to_go,
    no_address_leads_off_the_site,
    signing_out_ends_the_session_not_only_its_cookie,
    addresses_are_one_however_they_are_typed,
    whoever_is_in_is_not_asked_again,
}

async fn unknown_wrong_and_disabled_are_refused_alike(house: &House) {
    let mut pages = Vec::new();
    let tries = [
        (world::SECRETARY.email, "sai mật khẩu rồi"),
        ("khongco@salinh.example", "sai mật khẩu rồi"),
        (world::DISABLED.email, PASSWORD),
    ];
    for (email, password) in tries {
        let reply =
            house.anon().post("/sign-in", &[("email", email), ("password", password)]).await;
        reply.is(422).says("sign-in-wrong").hides(password);
        assert!(reply.headers.get("set-cookie").is_none());
        pages.push(reply.text().replace(email, "EMAIL"));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0], pages[2]);
}

async fn signing_in_leads_to_where_one_wanted_to_go(house: &House) {
    let visitor = house.anon();
    visitor.get("/units?q=ch%C3%A8").await.leads_to("/sign-in?next=/units%3Fq%3Dch%25C3%25A8");
    visitor.get("/sign-in?next=/units%3Fq%3Dch%25C3%25A8").await.is(200).shows("/units?q=ch%C3%A8");
    let typed = [
        ("email", world::COORDINATOR.email),
        ("password", PASSWORD),
        ("next", "/units?q=ch%C3%A8"),
    ];
    visitor.post("/sign-in", &typed).await.leads_to("/units?q=ch%C3%A8");
}

async fn no_address_leads_off_the_site(house: &House) {
    let elsewhere = [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\t/evil.example",
        "\u{1}//evil.example",
        "",
    ];
    let insider = house.sign_in(world::COORDINATOR).await;
    for next in elsewhere {
        let typed = [("email", world::SECRETARY.email), ("password", PASSWORD), ("next", next)];
        house.anon().post("/sign-in", &typed).await.leads_to("/");
        let again = [("password", PASSWORD), ("next", next)];
        insider.post("/account/confirmation", &again).await.leads_to("/");
        let query = hoithi::frame::answer::encode(next);
        insider.get(&format!("/sign-in?next={query}")).await.leads_to("/");
        insider.get(&format!("/language/en?next={query}")).await.leads_to("/");
    }
}

async fn signing_out_ends_the_session_not_only_its_cookie(house: &House) {
    let browser = house.sign_in(world::COORDINATOR).await;
    let stolen = house.anon();
    stolen.set_cookie("hoithi", &browser.cookie("hoithi").unwrap());
    stolen.get("/account").await.is(200);
    browser.post("/sign-out", &[]).await.leads_to("/sign-in");
    assert_eq!(browser.cookie("hoithi"), None);
    stolen.get("/account").await.leads_to("/sign-in?next=/account");
}

async fn addresses_are_one_however_they_are_typed(house: &House) {
    let typed = format!("  {} ", world::COORDINATOR.email.to_uppercase());
    let form = [("email", typed.as_str()), ("password", PASSWORD)];
    house.anon().post("/sign-in", &form).await.leads_to("/");
    let decomposed = "suô\u{301}i trong đâ\u{300}u nguô\u{300}n";
    let form = [("email", world::COORDINATOR.email), ("password", decomposed)];
    house.anon().post("/sign-in", &form).await.leads_to("/");
}

async fn whoever_is_in_is_not_asked_again(house: &House) {
    let browser = house.sign_in(world::COORDINATOR).await;
    browser.get("/sign-in").await.leads_to("/");
    browser.get("/sign-in?next=/units").await.leads_to("/units");
}
