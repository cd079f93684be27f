//! Forms that no page of ours would send.

use axum::body::Body;
use axum::http::{Method, header};
use hoithi::router::routes;

use crate::access::forms::fields;
use crate::access::things::address;
use crate::browser;
use crate::house::House;

stories! {
    control_characters_are_not_our_fault,
    a_megabyte_is_refused_with_a_sentence,
    unreadable_forms_are_refused_with_a_sentence,
    fields_that_nobody_asked_for_change_nothing,
    two_who_take_one_code_at_once_found_one_unit,
    overlong_name_is_refused_and_kept,
}

async fn control_characters_are_not_our_fault(house: &House) {
    let names = [
        "name", "email", "password", "repeated", "old", "locale", "role", "unit", "from", "until",
        "code", "next", "alias", "contact", "duty", "phone", "kind", "parent", "founded",
        "aliases", "session",
    ];
    // Addresses first: one of these forms gives a unit another name.
    let mut doors = Vec::new();
    for route in routes().into_iter().filter(|route| route.method == "POST") {
        doors.push((address(house, &route, "-").await, route));
    }
    for (path, route) in &doors {
        // The failures of the doors before must not count against this sign-in.
        house.wait_seconds(60 * 60);
        let administrator = house.sign_in(world::ADMINISTRATOR).await;
        let meant = fields(route);
        for wrong in ["a\0b", "\u{1}\u{7f}\u{9b}\u{202e}\u{feff}", "\u{fffe}\r\n.\r\n"] {
            let all: Vec<_> = names.iter().map(|name| (*name, wrong)).collect();
            let reply = administrator.post(path, &all).await;
            assert!(reply.status.as_u16() < 500, "{} {wrong:?}", reply.asked);
            for (at, (name, _)) in meant.iter().enumerate() {
                let mut one = meant.clone();
                one[at] = (*name, wrong);
                let reply = administrator.post(path, &one).await;
                assert!(reply.status.as_u16() < 500, "{} {name} {wrong:?}", reply.asked);
            }
        }
    }
}

async fn a_megabyte_is_refused_with_a_sentence(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let megabyte = "ơ".repeat(500_000);
    let typed = [("name", megabyte.as_str()), ("kind", "other")];
    secretary.post("/units", &typed).await.is(413).says("form-too-large");
    let unit = house.unit("dost").await;
    let alias = [("alias", megabyte.as_str())];
    secretary.post(&format!("/units/{unit}/aliases"), &alias).await.is(413);
    house.anon().post("/sign-in", &[("email", &megabyte), ("password", "x")]).await.is(413);
    assert_eq!(house.count("select count(*) from unit").await, 66);
}

async fn overlong_name_is_refused_and_kept(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let long = "Đơn vị dài ".repeat(200);
    let reply = secretary.post("/units", &[("name", &long), ("kind", "other")]).await;
    let message = kernel::Message::new("name-too-long").with("longest", 200);
    reply.is(422).tells(&message).shows(long.trim_end());
    let longest = "ơ".repeat(200);
    secretary.post("/units", &[("name", &longest), ("kind", "other")]).await.is(303);
}

async fn unreadable_forms_are_refused_with_a_sentence(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let bodies: [(&str, &[u8]); 5] = [
        ("application/json", b"{\"name\":\"x\",\"kind\":\"other\"}"),
        ("text/plain", b"name=x&kind=other"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n--x--"),
        ("", b"name=x&kind=other"),
        ("application/x-www-form-urlencoded", b"\xff\xfe=%zz&&&%"),
    ];
    for (kind, body) in bodies {
        let mut request = browser::request(Method::POST, "/units").body(Body::from(body)).unwrap();
        request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
        if !kind.is_empty() {
            request.headers_mut().insert(header::CONTENT_TYPE, kind.parse().unwrap());
        }
        let reply = secretary.send(request).await;
        assert_eq!(reply.status, 422, "{kind}");
        assert!(reply.header("content-type").starts_with("text/html"), "{kind}");
    }
    let unsaid = secretary.post("/account/password", &[("old", "x")]).await;
    unsaid.is(422).says("form-unreadable");
    assert_eq!(house.count("select count(*) from unit").await, 66);
}

async fn fields_that_nobody_asked_for_change_nothing(house: &House) {
    let coordinator = house.known(world::COORDINATOR);
    let typed = [
        ("name", "Lò Đầu Mối"),
        ("locale", "vi"),
        ("role", "administrator"),
        ("email", "khac@salinh.example"),
        ("id", "0"),
        ("disabled_at", "0"),
    ];
    coordinator.post("/account", &typed).await.leads_to("/account");
    coordinator.get("/people").await.is(404);
    coordinator.get("/account").await.is(200).shows(world::COORDINATOR.email);
}

async fn two_who_take_one_code_at_once_found_one_unit(house: &House) {
    let (one, other) = (house.known(world::SECRETARY), house.known(world::ADMINISTRATOR));
    let typed = [("name", "Đơn vị mới"), ("kind", "other"), ("code", "SL-MOI")];
    let (first, second) = tokio::join!(one.post("/units", &typed), other.post("/units", &typed));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    let refused = if first.status == 422 { first } else { second };
    refused.says("unit-code-taken").shows("Đơn vị mới").shows("SL-MOI");
    assert_eq!(house.count("select count(*) from unit where code = 'SL-MOI'").await, 1);
}
