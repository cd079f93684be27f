//! The form of an activity as a browser sends it.

use axum::body::Body;
use axum::http::{Method, Request};
use kernel::id::ContestId;

use crate::browser::{self, Browser};
use crate::house::House;
use crate::reply::Reply;
use crate::tasks::standing::{running, task};

/// A running contest with a task of publicity for two departments, and another task.
pub async fn contest(house: &House) -> ContestId {
    let drafts = [
        task(house, "Tuyên truyền về hội thi", "31/5/2027", &["dost", "doh"]).await,
        task(house, "Bố trí kinh phí", "31/5/2027", &["dost", "thung-may"]).await,
    ];
    running(house, &drafts).await.0
}

/// The fields of a leaflet that was handed out on the day of the story.
pub const LEAFLET: [(&str, &str); 6] = [
    ("channel", "leaflet"),
    ("title", "Tờ rơi giới thiệu hội thi"),
    ("day", "21/11/2026"),
    ("copies", "1.200"),
    ("reach", "900"),
    ("links", "https://salinh.example/to-roi"),
];

/// The same fields, some of them otherwise.
pub fn but(change: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let rest = LEAFLET.iter().filter(|(name, _)| change.iter().all(|(other, _)| other != name));
    rest.chain(change).copied().collect()
}

/// The form with a file.
pub fn upload(path: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Request<Body> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = "--x\r\nContent-Disposition: form-data; name=";
        body.extend(format!("{part}\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    let (name, bytes) = file.unwrap_or(("", b""));
    let part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=";
    body.extend(format!("{part}\"{name}\"\r\nContent-Type: image/png\r\n\r\n").into_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    browser::request(Method::POST, path)
        .header("content-type", "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap()
}

/// Writes an activity down; answers with its address.
pub async fn enter(who: &Browser<'_>, contest: ContestId, fields: &[(&str, &str)]) -> String {
    let reply = send(who, contest, fields).await;
    reply.is(303).header("location").to_owned()
}

/// Sends the form of a new activity.
pub async fn send(who: &Browser<'_>, contest: ContestId, fields: &[(&str, &str)]) -> Reply {
    who.send(upload(&format!("/contests/{contest}/publicity"), fields, None)).await
}
