//! What is written: bounded, plain, said once, withdrawn by a row.

use super::standing::{ANSWER, QUESTION, say, state, talking};
use crate::house::House;

stories! {
    text_is_plain_and_its_lines_are_kept,
    what_is_wrong_costs_no_word,
    the_same_message_twice_is_said_once,
    a_message_is_withdrawn_by_a_row,
    a_message_is_withdrawn_for_a_short_time,
    only_the_newest_message_of_ones_own_is_withdrawn,
    who_writes_too_much_is_told_until_when,
}

async fn text_is_plain_and_its_lines_are_kept(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let text = "<b>Xem</b> https://la.example/a\r\njavascript:alert(1)";
    say(&author, &talk, (1, text)).await.is(303);
    for browser in [&author, &clerk] {
        let page = browser.get(&talk).await;
        let expect = "<p class=\"said\">&#60;b&#62;Xem&#60;/b&#62; https://la.example/a\njavascript:alert(1)</p>";
        page.is(200).holds(expect);
        assert_eq!(page.text().matches("la.example").count(), 1);
    }
}

async fn what_is_wrong_costs_no_word(house: &House) {
    let (_, dossier, talk) = talking(house).await;
    let author = house.known(world::COORDINATOR);
    say(&author, &talk, (1, " \n ")).await.is(422).says("conversation-text-missing");
    let long = format!("{}đuôi", "ơ".repeat(4_000));
    let page = say(&author, &talk, (1, &long)).await;
    page.is(422).shows("Dài 4004 chữ cái, tối đa 4000").shows(&long);
    say(&author, &talk, (1, &"ơ".repeat(4_000))).await.is(303);
    let count = "select count(*) from conversation_message";
    assert_eq!(house.count(count).await, 2);
    let path = format!("{dossier}/conversation");
    author.post(&path, &[("text", "")]).await.is(422).says("conversation-text-missing");
    let garbled = [("seen", "x"), ("text", "Giữ lời này")];
    author.post(&format!("{talk}/messages"), &garbled).await.is(422).shows("Giữ lời này");
}

async fn the_same_message_twice_is_said_once(house: &House) {
    let (_, _, talk) = talking(house).await;
    let author = house.known(world::COORDINATOR);
    say(&author, &talk, (1, "Cảm ơn.")).await.leads_to(&talk);
    say(&author, &talk, (1, "Cảm ơn.")).await.leads_to(&talk);
    assert_eq!(house.count("select count(*) from conversation_message").await, 2);
    let late = say(&author, &talk, (1, "Xin hỏi thêm.")).await;
    late.is(409).says("conversation-newer").shows("Xin hỏi thêm.");
    late.holds("name=\"seen\" value=\"2\"");
    house.is_in_order().await;
}

/// Where the message of this number is withdrawn.
async fn withdrawal_of(house: &House, talk: &str, position: i64) -> String {
    let sql = format!("select id from conversation_message where position = {position}");
    format!("{talk}/messages/{}/withdrawal", house.ask(&sql).await)
}

async fn a_message_is_withdrawn_by_a_row(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    say(&author, &talk, (2, "Lời gửi nhầm")).await.is(303);
    assert_eq!(state(house, &talk).await, "office");
    let withdrawal = withdrawal_of(house, &talk, 3).await;
    house.wait_seconds(15 * 60);
    author.get(&talk).await.holds(&withdrawal);
    author.post(&withdrawal, &[]).await.leads_to(&talk);
    author.post(&withdrawal, &[]).await.leads_to(&talk);
    assert_eq!(house.count("select count(*) from conversation_withdrawal").await, 1);
    assert_eq!(state(house, &talk).await, "author");
    for browser in [&author, &clerk] {
        let page = browser.get(&talk).await;
        page.is(200).hides("Lời gửi nhầm").shows("Lời này đã được người viết rút lúc");
    }
    clerk.get(&talk).await.hides("value=\"3\">Đánh dấu");
    house.is_in_order().await;
}

async fn a_message_is_withdrawn_for_a_short_time(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    say(&author, &talk, (2, "Lời gửi nhầm")).await.is(303);
    author.post(&withdrawal_of(house, &talk, 3).await, &[]).await.leads_to(&talk);
    say(&author, &talk, (3, "Lời gửi muộn")).await.is(303);
    let withdrawal = withdrawal_of(house, &talk, 4).await;
    house.wait_seconds(15 * 60 + 1);
    author.get(&talk).await.is(200).shows("Lời gửi muộn").hides(&withdrawal);
    author.post(&withdrawal, &[]).await.is(409).says("conversation-too-late");
    house.is_in_order().await;
}

async fn only_the_newest_message_of_ones_own_is_withdrawn(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let id = house.ask("select id from conversation_message").await;
    let withdrawal = format!("{talk}/messages/{id}/withdrawal");
    clerk.post(&withdrawal, &[]).await.is(409).says("conversation-not-yours");
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    author.post(&withdrawal, &[]).await.is(409).says("conversation-answered-since");
    author.get(&talk).await.shows(QUESTION);
}

async fn who_writes_too_much_is_told_until_when(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    for seen in 1..20 {
        say(&author, &talk, (seen, &format!("Lời {seen}"))).await.is(303);
    }
    let page = say(&author, &talk, (20, "Lời thứ hai mươi mốt")).await;
    page.is(429).shows("20 lời trong một giờ").shows("Lời thứ hai mươi mốt");
    say(&clerk, &talk, (20, ANSWER)).await.is(303);
    house.wait_seconds(60 * 60);
    say(&author, &talk, (21, "Lời thứ hai mươi mốt")).await.is(303);
}
