//! Names that try to be more than names.

use hoithi::router::routes;

use crate::access::things::address;
use crate::house::House;

stories! {
    markup_in_names_stays_text_on_every_page,
    formulas_in_names_stay_text,
    decomposed_and_composed_letters_are_one_name,
}

const MARKUP: &str = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>{{7*7}}";

/// Puts the markup wherever somebody can type something that others read.
async fn plant(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let unit = house.unit("dost").await;
    let contact = [("contact", MARKUP), ("duty", MARKUP), ("phone", "0200 3 812 666")];
    secretary.post(&format!("/units/{unit}/contacts"), &contact).await.is(303);
    secretary.post(&format!("/units/{unit}/aliases"), &[("alias", MARKUP)]).await.is(303);
    let below = [("name", MARKUP), ("kind", "other"), ("parent", &unit), ("code", "<b>\"'")];
    secretary.post("/units", &below).await.is(303);
    let administrator = house.known(world::ADMINISTRATOR);
    let invited = [
        ("name", MARKUP),
        ("email", "xss@salinh.example"),
        ("locale", "vi"),
        ("role", "secretary"),
    ];
    administrator.post("/people", &invited).await.is(200);
    for person in [world::ADMINISTRATOR, world::SECRETARY] {
        let profile = [("name", MARKUP), ("locale", "vi")];
        house.known(person).post("/account", &profile).await.is(303);
    }
}

async fn markup_in_names_stays_text_on_every_page(house: &House) {
    plant(house).await;
    let mut request = crate::browser::form(
        "/sign-in",
        &[("email", world::ADMINISTRATOR.email), ("password", crate::house::PASSWORD)],
    );
    request.headers_mut().insert("user-agent", MARKUP.parse().unwrap());
    let administrator = house.anon();
    administrator.send(request).await.is(303);
    let mut shown = 0;
    let query = hoithi::frame::answer::encode(MARKUP);
    for route in routes().iter().filter(|route| route.method == "GET") {
        let path = address(house, route, "-").await;
        for query in ["".to_owned(), format!("?q={query}&next=/{query}&kind={query}")] {
            let reply = administrator.get(&format!("{path}{query}")).await;
            if !reply.header("content-type").starts_with("text/html") {
                continue;
            }
            let text = reply.text();
            for live in ["<img src=x", "<script>alert", "onerror=alert(1)>", "<b>\"'"] {
                assert!(!text.contains(live), "{} runs {live}", reply.asked);
            }
            shown += usize::from(text.contains("&#60;img src=x onerror"));
        }
    }
    assert!(shown >= 20, "the markup was shown on {shown} pages only");
}

async fn formulas_in_names_stay_text(house: &House) {
    let secretary = house.known(world::SECRETARY);
    for name in ["=1+1", "+84", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://evil.example\")"] {
        let founded = secretary.post("/units", &[("name", name), ("kind", "other")]).await;
        secretary.get(founded.header("location")).await.is(200).shows(name);
        assert_eq!(
            house.ask(&format!("select name from unit_name where name = '{name}'")).await,
            name
        );
    }
}

async fn decomposed_and_composed_letters_are_one_name(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let unit = house.unit("dost").await;
    let aliases = format!("/units/{unit}/aliases");
    secretary.post(&aliases, &[("alias", "Sở Ước Mơ")]).await.is(303);
    let decomposed = "So\u{31b}\u{309} U\u{31b}o\u{31b}\u{301}c Mo\u{31b}";
    let again = secretary.post(&aliases, &[("alias", decomposed)]).await;
    again.is(422).says("unit-alias-taken");
    let typed = [("name", decomposed), ("kind", "other")];
    secretary.post("/units", &typed).await.is(303);
    assert_eq!(house.count("select count(*) from unit_name where name = 'Sở Ước Mơ'").await, 1);
    let query = hoithi::frame::answer::encode(decomposed);
    secretary.get(&format!("/units?q={query}")).await.is(200).shows("Sở Ước Mơ");
}
