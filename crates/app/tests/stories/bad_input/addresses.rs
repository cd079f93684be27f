//! Addresses, queries and cookies that no page of ours would make.

use axum::http::HeaderValue;
use hoithi::router::routes;

use crate::access::take;
use crate::access::things::address;
use crate::access::visitors::Visitor;
use crate::browser;
use crate::house::House;
use crate::reply::Reply;

stories! {
    words_that_are_no_ids_are_not_found,
    queries_that_do_not_read_are_not_our_fault,
    malformed_cookies_are_no_cookies,
    long_addresses_are_not_our_fault,
}

const WORDS: [&str; 9] = [
    "%00",
    "%ff%fe",
    "%zz",
    "..%2f..%2fetc%2fpasswd",
    "%27%20or%201=1--",
    "%3Cscript%3E",
    "0",
    "-1",
    "01A1FC0B-E380-7058-A298-55A869647A96",
];

/// A page of ours in the visitor's language, or a redirect; never a fault, never bare English.
#[track_caller]
fn is_answered(reply: &Reply) {
    assert!(reply.status.as_u16() < 500, "{}", reply.asked);
    // A program gets a reason and one sentence.
    let is_told = !reply.header("x-reason").is_empty();
    let is_page = is_told || reply.header("content-type").starts_with("text/html");
    let is_refused = reply.status.is_client_error();
    assert!(is_page || !is_refused, "{} {} {}", reply.asked, reply.status, reply.text());
}

async fn words_that_are_no_ids_are_not_found(house: &House) {
    for route in routes().iter().filter(|route| route.path.contains('{')) {
        let real = address(house, route, "-").await;
        let places: Vec<usize> = (0..real.split('/').count())
            .filter(|at| route.path.split('/').nth(*at).is_some_and(|word| word.starts_with('{')))
            .collect();
        for (place, word) in places.iter().flat_map(|place| WORDS.map(|word| (*place, word))) {
            let words = real.split('/').enumerate();
            let path: Vec<_> =
                words.map(|(at, real)| if at == place { word } else { real }).collect();
            let browser = Visitor::Administrator.arrive(house);
            let reply = take(&browser, route, &path.join("/")).await;
            is_answered(&reply);
            assert_eq!(reply.status, 404, "{}", reply.asked);
        }
    }
}

async fn queries_that_do_not_read_are_not_our_fault(house: &House) {
    let huge = format!("q={}", "a%CC%81".repeat(4000));
    let queries = [
        "page=abc",
        "page=-9223372036854775808",
        "page=9223372036854775807",
        "page=99999999999999999999",
        "before=x",
        "before=-1",
        "q=%00",
        "q=%ff%fe",
        "q=%zz",
        "q=%",
        "q=a&q=b",
        "q=%25_~'%22%5C",
        "kind=castle&state=",
        "=&&=;",
        "next=%00",
        &huge,
    ];
    let administrator = house.known(world::ADMINISTRATOR);
    for route in routes().iter().filter(|route| route.method == "GET") {
        let path = address(house, route, "-").await;
        for query in queries {
            is_answered(&administrator.get(&format!("{path}?{query}")).await);
        }
    }
}

async fn malformed_cookies_are_no_cookies(house: &House) {
    let cookies: [&[u8]; 8] = [
        b"hoithi",
        b"hoithi=",
        b"hoithi=\xff\xfe",
        b"hoithi=%00; lang=%00; notice=%00",
        b";;; = ; =x; hoithi=a=b",
        b"lang=xx; notice=no-such-notice",
        b"notice=<script>alert(1)</script>; lang=../../vi",
        &[b'a'; 8000],
    ];
    for cookie in cookies {
        let mut request = browser::get("/sign-in");
        request.headers_mut().insert("cookie", HeaderValue::from_bytes(cookie).unwrap());
        let reply = browser::send(house.service(), request).await;
        reply.is(200).says("sign-in-lead").hides("<script>alert");
        let mut request = browser::get("/units");
        request.headers_mut().insert("cookie", HeaderValue::from_bytes(cookie).unwrap());
        browser::send(house.service(), request).await.leads_to("/sign-in?next=/units");
    }
}

async fn long_addresses_are_not_our_fault(house: &House) {
    let administrator = house.known(world::ADMINISTRATOR);
    let long = "x".repeat(30_000);
    administrator.get(&format!("/units/{long}")).await.is(404);
    administrator.get(&format!("/{long}")).await.is(404);
    administrator.get(&format!("/{}", "a/".repeat(10_000))).await.is(404);
    administrator.get(&format!("/sign-in?next=/{long}")).await.is(303);
    house.anon().get(&format!("/people/{long}")).await.is(303);
}
