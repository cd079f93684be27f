//! The doors themselves: headers on every answer, no forms from other sites, no forged hosts.

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request};
use hoithi::router::{Route, routes};

use super::forms::fields;
use super::things::{address, spoken};
use crate::browser;
use crate::house::House;
use crate::reply::Reply;

stories! {
    every_answer_carries_the_security_headers,
    no_other_site_can_send_a_form,
    no_forged_host_is_answered,
    other_methods_find_nothing,
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; object-src 'none'";

#[track_caller]
fn has_security_headers(reply: &Reply, route: &str) {
    let check = |name: &str, value: &str| {
        assert_eq!(reply.header(name), value, "{name} of {}", reply.asked);
    };
    check("content-security-policy", POLICY);
    check("x-content-type-options", "nosniff");
    check("referrer-policy", "same-origin");
    check("cross-origin-opener-policy", "same-origin");
    check("cross-origin-resource-policy", "same-origin");
    check("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    assert_eq!(reply.header("x-request-id").len(), 36, "{}", reply.asked);
    let shared = ["/hoi-thi", "/sitemap.xml", "/robots.txt"].contains(&route);
    match reply.status == 200 {
        true if route.starts_with("/assets/") => check("cache-control", "no-cache"),
        true if shared => check("cache-control", "public, no-cache"),
        _ => check("cache-control", "no-store"),
    }
}

fn request(route: &Route, path: &str) -> Request<Body> {
    match route.method {
        "GET" => browser::get(path),
        "HEAD" | "PATCH" | "DELETE" | "OPTIONS" => spoken(route, path),
        _ => browser::form(path, &fields(route)),
    }
}

async fn every_answer_carries_the_security_headers(house: &House) {
    let known = house.known(world::SECRETARY);
    let done = known.post("/units", &[("name", "Đơn vị mới"), ("kind", "other")]).await;
    has_security_headers(done.is(303), "");
    for route in routes() {
        let path = address(house, &route, "-").await;
        let administrator = house.sign_in(world::ADMINISTRATOR).await;
        for visitor in [house.anon(), administrator] {
            let mut forged = request(&route, &path);
            forged.headers_mut().insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
            has_security_headers(&visitor.send(forged).await, route.path);
            let mut wrong = request(&route, &path);
            *wrong.body_mut() = Body::from("password=%F0");
            has_security_headers(&visitor.send(wrong).await, route.path);
        }
    }
    has_security_headers(&house.anon().get("/khong-co").await, "");
}

async fn no_other_site_can_send_a_form(house: &House) {
    let administrator = house.known(world::ADMINISTRATOR);
    let before = house.count("select count(*) from ledger_entry").await;
    let changes = |route: &&Route| !["GET", "HEAD", "OPTIONS"].contains(&route.method);
    for route in routes().iter().filter(changes) {
        let path = address(house, route, "-").await;
        let forged: [&[(&str, &str)]; 4] = [
            &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
            &[("sec-fetch-site", "same-site"), ("origin", "http://neighbour.example")],
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
        ];
        for headers in forged {
            let mut request = request(route, &path);
            request.headers_mut().remove("sec-fetch-site");
            for (name, value) in headers {
                request.headers_mut().insert(*name, HeaderValue::from_static(value));
            }
            let reply = administrator.send(request).await;
            assert_eq!(reply.status, 403, "{} {headers:?}", reply.asked);
        }
    }
    administrator.get("/account").await.is(200);
    assert_eq!(house.count("select count(*) from ledger_entry").await, before);
}

async fn no_forged_host_is_answered(house: &House) {
    let administrator = house.known(world::ADMINISTRATOR);
    for route in routes() {
        let path = address(house, &route, "-").await;
        for host in ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", ""] {
            let mut request = request(&route, &path);
            request.headers_mut().insert("host", HeaderValue::from_static(host));
            let reply = administrator.send(request).await;
            assert_eq!(reply.status, 421, "{} {host}", reply.asked);
            assert_eq!(reply.body, b"");
        }
        let mut nameless = request(&route, &path);
        nameless.headers_mut().remove("host");
        assert_eq!(administrator.send(nameless).await.status, 421, "{}", route.path);
    }
}

async fn other_methods_find_nothing(house: &House) {
    let administrator = house.known(world::ADMINISTRATOR);
    for method in [Method::DELETE, Method::PUT, Method::PATCH, Method::OPTIONS, Method::TRACE] {
        for path in ["/units", "/people", "/account", "/assets/icons.svg"] {
            let request = browser::request(method.clone(), path).body(Body::empty()).unwrap();
            let reply = administrator.send(request).await;
            assert_eq!(reply.status, 404, "{}", reply.asked);
        }
    }
}
