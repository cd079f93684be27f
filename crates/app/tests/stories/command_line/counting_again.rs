//! `hoithi verify --results`: anybody counts a published list again.

use hoithi::frame::{Locale, Words};
use kernel::Message;
use sha2::{Digest, Sha256};

use super::run;
use crate::awards::standing::{closed, opened};
use crate::house::House;

stories! {
    a_published_list_is_counted_again,
}

async fn a_published_list_is_counted_again(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    let body = house.ask("select body from award_list").await;
    let file = house.folder().join("ket-qua.json");
    let path = file.to_str().unwrap();
    std::fs::write(&file, &body).unwrap();
    let good = run(house, &["verify", "--results", path]);
    let told = Message::new("cli-results-agree").with("lines", 2).with("sheets", 4);
    let told = told.with("prizes", 2).with("digest", hex::encode(Sha256::digest(&body)));
    assert_eq!((good.status, good.said), (Some(0), said(&[told])));

    // A mark, a prize, a line: whatever is changed behind the rules is named.
    let list = body.find("\"list\"").unwrap();
    let (head, tail) = body.split_at(list);
    let forged =
        format!("{head}{}", tail.replacen("\"prize\":\"second\"", "\"prize\":\"first\"", 1));
    assert_ne!(forged, body);
    std::fs::write(&file, &forged).unwrap();
    let bad = run(house, &["verify", "--results", path]);
    let line = Message::new("cli-results-line").with("code", "2");
    let told = Message::new("cli-results-differ").with("count", 1).with("lines", 2);
    let told = told.with("sheets", 4).with("prizes", 2);
    let told = told.with("digest", hex::encode(Sha256::digest(&forged)));
    assert_eq!((bad.status, bad.said), (Some(1), said(&[line, told])));

    std::fs::write(&file, "{}").unwrap();
    let none = run(house, &["verify", "--results", path]);
    assert_eq!(none.status, Some(1));
    assert_eq!(none.said, "");
}

/// Sentences as the command line says them, each on a line.
fn said(messages: &[Message]) -> String {
    messages.iter().map(|it| Words(Locale::En).tell(it) + "\n").collect()
}
