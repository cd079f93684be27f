//! Conversations for the access matrix: the coordinator of the department of science asks about a dossier of theirs.

use crate::access::things::unknown;
use crate::conversations::standing::{ANSWER, sent, talking};
use crate::house::House;

/// What stands for `{…}` in the routes of conversations.
pub async fn thing(house: &House, before: &str, name: &str, state: &str) -> String {
    if state == "-" {
        return unknown(house);
    }
    match name {
        "id" => talking(house).await.2.trim_start_matches("/conversations/").to_owned(),
        "part" => file(house, before).await,
        _ => message(house, before).await,
    }
}

/// The message of the conversation before it.
async fn message(house: &House, before: &str) -> String {
    let id = before.split('/').nth(2).unwrap();
    let sql = "select id from conversation_message where conversation_id = ";
    house.ask(&format!("{sql}'{id}'")).await
}

/// A file in the conversation before it.
async fn file(house: &House, before: &str) -> String {
    let talk = before.trim_end_matches("/files/");
    let picture = ("a.png", &b"\x89PNG\r\n\x1a\nanh"[..]);
    sent(&house.known(world::COORDINATOR), talk, (1, "Xin gửi ảnh."), picture).await.is(303);
    house.ask("select max(id) from conversation_file").await
}

/// A ready answer of the contest before it.
pub async fn answer(house: &House, before: &str) -> String {
    let contest = before.split('/').nth(2).unwrap();
    let fields = [("title", "Nơi nhận"), ("body", "Gửi về Sở.")];
    let answers = format!("/contests/{contest}/answers");
    house.known(world::SECRETARY).post(&answers, &fields).await.is(303);
    let sql = "select max(id) from answer_template where contest_id = ";
    house.ask(&format!("{sql}'{contest}'")).await
}

/// A conversation in which everything was done that leaves a row.
pub async fn lived_through(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let clerk = house.known(world::SECRETARY);
    answer(house, &format!("/contests/{contest}")).await;
    clerk.post(&format!("{talk}/remarks"), &[("remark", "xem lại")]).await.is(303);
    let picture = ("a.png", &b"\x89PNG\r\n\x1a\nanh"[..]);
    sent(&clerk, &talk, (1, ANSWER), picture).await.is(303);
    let sql = "select id from conversation_message where side = 'office'";
    let message = house.ask(sql).await;
    clerk.post(&format!("{talk}/messages/{message}/withdrawal"), &[]).await.is(303);
}

/// What a form of a conversation holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path {
        path if path.ends_with("/messages") => vec![("seen", "1"), ("text", "Cảm ơn.")],
        path if path.ends_with("/draft") => vec![("template", "ready-received")],
        path if path.ends_with("/remarks") => vec![("remark", "xem lại")],
        path if path.ends_with("/reading") => vec![("through", "1")],
        _ => Vec::new(),
    }
}
