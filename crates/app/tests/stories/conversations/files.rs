//! Files that are sent with a message: given out to both sides, to nobody else, and gone with a withdrawn message.

use super::standing::{QUESTION, handed_in, say, sent, talking};
use crate::browser::Browser;
use crate::house::House;
use crate::publicity::sending::upload;
use crate::reply::Reply;

stories! {
    a_file_comes_with_a_message_and_goes_to_both_sides,
    a_conversation_begins_with_a_file,
    nobody_else_gets_a_file,
    a_withdrawn_message_takes_its_files_along,
    what_is_wrong_with_files_costs_no_word,
}

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nanh may";

/// The address of the file that a page offers.
fn offered(page: &Reply) -> String {
    let from = page.text().find("/files/").unwrap();
    let begins = page.text()[..from].rfind('"').unwrap() + 1;
    page.text()[begins..].split('"').next().unwrap().to_owned()
}

/// A message with a picture, after the first.
async fn pictured(who: &Browser<'_>, talk: &str) -> Reply {
    sent(who, talk, (1, "Xin gửi ảnh."), ("ảnh máy.png", PICTURE)).await
}

async fn a_file_comes_with_a_message_and_goes_to_both_sides(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    pictured(&author, &talk).await.leads_to(&talk);
    for browser in [&author, &clerk] {
        let page = browser.get(&talk).await;
        page.is(200).shows("ảnh máy.png");
        let file = browser.get(&offered(&page)).await;
        assert_eq!(file.is(200).body, PICTURE);
        assert_eq!(file.header("content-type"), "image/png");
        assert!(file.header("content-disposition").starts_with("attachment;"));
        assert_eq!(file.header("content-security-policy"), "sandbox; default-src 'none'");
    }
    // The same again is said once, and its file is there once.
    pictured(&author, &talk).await.leads_to(&talk);
    assert_eq!(house.count("select count(*) from conversation_file").await, 1);
    // A ready answer is put behind what was typed, whatever file was chosen.
    let fields = [("template", "ready-received"), ("text", "Chào bạn."), ("seen", "2")];
    let draft = upload(&format!("{talk}/draft"), &fields, Some(("a.png", PICTURE)));
    clerk.send(draft).await.is(200).shows("Chào bạn.");
    assert_eq!(house.count("select count(*) from conversation_file").await, 1);
    house.is_in_order().await;
}

async fn a_conversation_begins_with_a_file(house: &House) {
    let (contest, dossier) = handed_in(house).await;
    let author = house.known(world::COORDINATOR);
    let file = Some(("ảnh.png", PICTURE));
    let begin = upload(&format!("{dossier}/conversation"), &[("text", QUESTION)], file);
    let talk = author.send(begin).await.is(303).header("location").to_owned();
    author.get(&talk).await.is(200).shows("ảnh.png");
    let asked = [("subject", "Hỏi"), ("text", QUESTION)];
    let path = format!("/contests/{contest}/consultations");
    let ask = upload(&path, &asked, file);
    let talk = author.send(ask).await.is(303).header("location").to_owned();
    author.get(&talk).await.is(200).shows("ảnh.png");
    assert_eq!(house.count("select count(*) from conversation_file").await, 2);
    let kept = format!("select count(*) from stored_file where bytes = {}", PICTURE.len());
    assert_eq!(house.count(&kept).await, 1);
}

async fn nobody_else_gets_a_file(house: &House) {
    let (_, dossier, talk) = talking(house).await;
    pictured(&house.known(world::COORDINATOR), &talk).await.is(303);
    let author = house.known(world::COORDINATOR);
    let file = offered(&author.get(&talk).await);
    house.known(world::OTHER_COORDINATOR).get(&file).await.is(404).hides("ảnh");
    house.anon().get(&file).await.leads_to(&format!("/sign-in?next={file}"));
    // A file of another conversation is not found in this one.
    let id = file.rsplit('/').next().unwrap();
    let path = format!("/contests/{}/consultations", house.ask("select id from contest").await);
    let asked = [("subject", "Hỏi"), ("text", QUESTION)];
    let other = author.post(&path, &asked).await.is(303).header("location").to_owned();
    author.get(&format!("{other}/files/{id}")).await.is(404);
    author.get(&dossier).await.is(200).hides("ảnh máy.png");
}

async fn a_withdrawn_message_takes_its_files_along(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    pictured(&author, &talk).await.is(303);
    let file = offered(&author.get(&talk).await);
    let message = "select id from conversation_message where position = 2";
    let message = house.ask(message).await;
    author.post(&format!("{talk}/messages/{message}/withdrawal"), &[]).await.is(303);
    for browser in [&author, &clerk] {
        browser.get(&file).await.is(404);
        browser.get(&talk).await.is(200).hides("ảnh máy.png");
    }
}

async fn what_is_wrong_with_files_costs_no_word(house: &House) {
    let (_, _, talk) = talking(house).await;
    let author = house.known(world::COORDINATOR);
    let large = vec![b'x'; 15 * 1024 * 1024 + 1];
    let page = sent(&author, &talk, (1, "Giữ lời này"), ("lớn.bin", &large)).await;
    page.is(422).says("file-too-large").shows("Giữ lời này");
    let larger = vec![b'x'; 16 * 1024 * 1024];
    let page = sent(&author, &talk, (1, "Lời gửi"), ("lớn.bin", &larger)).await;
    page.is(422).says("conversation-files-too-large");
    let page = sent(&author, &talk, (1, "  "), ("a.png", PICTURE)).await;
    page.is(422).says("conversation-text-missing");
    assert_eq!(house.count("select count(*) from conversation_message").await, 1);
    say(&author, &talk, (1, "Không có tệp")).await.is(303);
    assert_eq!(house.count("select count(*) from conversation_file").await, 0);
}
