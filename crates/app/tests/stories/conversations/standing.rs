//! Conversations of the stories.

use kernel::id::ContestId;

use crate::browser::Browser;
use crate::dossiers::standing::{hand_in, taking, written};
use crate::house::House;
use crate::publicity::sending::upload;
use crate::reply::Reply;

/// What an author asks.
pub const QUESTION: &str = "Hồ sơ giấy gửi về đâu ạ?";
/// What the office answers.
pub const ANSWER: &str = "Gửi về Sở Khoa học và Công nghệ.";

/// A dossier of the department of science that was handed in: its contest and address.
pub async fn handed_in(house: &House) -> (ContestId, String) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    hand_in(&author, &path).await.is(303);
    (contest, path)
}

/// Asks about a dossier that was handed in; the address of the conversation.
pub async fn asked(house: &House, dossier: &str) -> String {
    let author = house.known(world::COORDINATOR);
    let reply = author.post(&format!("{dossier}/conversation"), &[("text", QUESTION)]).await;
    reply.is(303).header("location").to_owned()
}

/// A dossier that was handed in, and a question about it: contest, dossier, conversation.
pub async fn talking(house: &House) -> (ContestId, String, String) {
    let (contest, dossier) = handed_in(house).await;
    let talk = asked(house, &dossier).await;
    (contest, dossier, talk)
}

/// Asks before anything is filed; the address of the conversation.
pub async fn consulted(who: &Browser<'_>, contest: ContestId, subject: &str) -> String {
    let fields = [("subject", subject), ("field", "Cơ khí"), ("text", QUESTION)];
    let reply = who.post(&format!("/contests/{contest}/consultations"), &fields).await;
    reply.is(303).header("location").to_owned()
}

/// Says something after the message of this number.
pub async fn say(who: &Browser<'_>, talk: &str, (seen, text): (i64, &str)) -> Reply {
    let seen = seen.to_string();
    who.post(&format!("{talk}/messages"), &[("seen", &seen), ("text", text)]).await
}

/// Says something with a file, after the message of this number.
pub async fn sent(
    who: &Browser<'_>,
    talk: &str,
    (seen, text): (i64, &str),
    file: (&str, &[u8]),
) -> Reply {
    let seen = seen.to_string();
    let fields = [("seen", seen.as_str()), ("text", text)];
    who.send(upload(&format!("{talk}/messages"), &fields, Some(file))).await
}

/// The state of a conversation.
pub async fn state(house: &House, talk: &str) -> String {
    let id = talk.rsplit('/').next().unwrap();
    house.ask(&format!("select state from conversation where id = '{id}'")).await
}
