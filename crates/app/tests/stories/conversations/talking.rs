//! Authors ask, the office answers, each is told.

use hoithi::frame::{Locale, Words};

use super::standing::{ANSWER, QUESTION, asked, consulted, handed_in, say, state, talking};
use crate::dossiers::standing::{TITLE, taking};
use crate::house::House;
use crate::notices::{tell, told};

stories! {
    what_an_author_asks_reaches_the_office,
    an_answer_is_new_until_it_is_read,
    a_question_is_asked_before_anything_is_filed,
    every_member_of_a_dossier_reads_and_writes,
    the_office_begins_a_conversation,
    each_side_is_told_once,
    nobody_is_told_in_which_words,
    a_notice_leads_to_the_conversation_and_the_next_is_told_again,
    who_asks_and_who_answers_choose_how_they_hear,
    what_is_settled_is_opened_by_a_message,
}

fn new(count: i64) -> String {
    Words(Locale::Vi).count("conversation-unread", count)
}

async fn what_an_author_asks_reaches_the_office(house: &House) {
    let (contest, dossier) = handed_in(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let link = format!("href=\"{dossier}/conversation\"");
    author.get(&dossier).await.is(200).holds(&link);
    author.get(&format!("{dossier}/conversation")).await.is(200).says("conversation-lead-author");
    let talk = asked(house, &dossier).await;
    author.get(&format!("{dossier}/conversation")).await.leads_to(&talk);
    author.get(&talk).await.is(200).shows(QUESTION).says("conversation-office").shows(TITLE);
    let list = clerk.get(&format!("/contests/{contest}/conversations")).await;
    list.is(200).holds(&format!("href=\"{talk}\"")).shows(&new(1)).says("conversation-office");
    clerk.get(&dossier).await.is(200).holds(&link).shows(&new(1));
    clerk.get(&talk).await.is(200).shows(QUESTION).says("conversation-new");
    house.is_in_order().await;
}

async fn an_answer_is_new_until_it_is_read(house: &House) {
    let (_, dossier, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    clerk.get(&dossier).await.is(200).shows(&new(1));
    say(&clerk, &talk, (1, ANSWER)).await.leads_to(&talk);
    clerk.get(&dossier).await.is(200).hides(&new(1));
    let page = author.get(&dossier).await;
    page.is(200).shows(&new(1));
    author.get("/dossiers").await.is(200).shows(&new(1));
    author.get("/conversations").await.is(200).shows(TITLE).shows(&new(1));
    author.get(&talk).await.is(200).shows(ANSWER).says("conversation-answered");
    author.get(&dossier).await.shows(&new(1));
    let read = author.post(&format!("{talk}/reading"), &[("through", "2")]).await;
    read.leads_to(&talk);
    author.get(&dossier).await.hides(&new(1));
    author.get("/dossiers").await.hides(&new(1));
    house.is_in_order().await;
}

async fn a_question_is_asked_before_anything_is_filed(house: &House) {
    let contest = taking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    author.get(&format!("/contests/{contest}/dossiers/new")).await.is(200).says("consultation");
    let form = format!("/contests/{contest}/consultations");
    author.get(&format!("{form}/new")).await.is(200).shows("Cơ khí");
    let wrong = [("subject", ""), ("field", "Hóa học"), ("text", "Máy <gieo>")];
    let page = author.post(&form, &wrong).await;
    page.is(422).says("conversation-subject-missing").says("conversation-field-unknown");
    page.shows("Máy <gieo>");
    let talk = consulted(&author, contest, "Máy gieo có được dự thi không?").await;
    author.get(&talk).await.is(200).shows(QUESTION).shows("Cơ khí");
    let page = clerk.get(&talk).await;
    page.is(200).shows(world::COORDINATOR.name).says("conversation-before-filing");
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    author.get("/conversations").await.shows("Máy gieo có được dự thi không?").shows(&new(1));
    for count in 1..5 {
        consulted(&author, contest, &format!("Câu {count}")).await;
    }
    let fields = [("subject", "Câu 6"), ("text", QUESTION)];
    let many = author.post(&form, &fields).await;
    many.is(409).shows("5 câu hỏi chưa xong").shows("Câu 6");
    author.post(&format!("{talk}/settlement"), &[]).await.leads_to(&talk);
    consulted(&author, contest, "Câu 6").await;
    house.is_in_order().await;
}

async fn every_member_of_a_dossier_reads_and_writes(house: &House) {
    let (_, dossier, talk) = talking(house).await;
    let other = house.known(world::OTHER_COORDINATOR);
    other.get(&talk).await.is(404);
    let (id, account) =
        (&dossier["/dossiers/".len()..], house.account(world::OTHER_COORDINATOR).await);
    let member = format!(
        "insert into dossier_member (id, dossier_id, account_id, role, added_at)
         values ('01a1fc0b-e380-7000-8000-000000000009', '{id}', '{account}', 'author', 0)"
    );
    house.tamper(&member).await;
    other.get(&talk).await.is(200).shows(QUESTION).shows(world::COORDINATOR.name);
    say(&other, &talk, (1, "Và mấy bản ạ?")).await.is(303);
    house.known(world::COORDINATOR).get(&talk).await.shows(world::OTHER_COORDINATOR.name);
    let clerk = house.known(world::SECRETARY);
    say(&clerk, &talk, (2, ANSWER)).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::OTHER_COORDINATOR, "office-wrote").await, 1);
    house.tamper("update dossier_member set left_at = 1 where role = 'author'").await;
    other.get(&talk).await.is(404);
    other.get("/conversations").await.is(200).hides(TITLE);
    house.tamper("delete from dossier_member where role = 'author'").await;
}

async fn the_office_begins_a_conversation(house: &House) {
    let (_, dossier) = handed_in(house).await;
    let clerk = house.known(world::SECRETARY);
    let page = format!("{dossier}/conversation");
    clerk.get(&page).await.is(200).says("conversation-lead-office");
    let said = clerk.post(&page, &[("text", "Mời bà gửi thêm ảnh.")]).await;
    let talk = said.is(303).header("location").to_owned();
    assert_eq!(state(house, &talk).await, "author");
    let author = house.known(world::COORDINATOR);
    author.get(&talk).await.is(200).shows("Mời bà gửi thêm ảnh.").hides(world::SECRETARY.name);
    let again = author.post(&page, &[("text", QUESTION)]).await;
    again.is(409).says("conversation-begun-meanwhile").shows(QUESTION);
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "office-wrote").await, 1);
    house.is_in_order().await;
}

/// How many mails to somebody hold a text.
async fn mailed(house: &House, person: &world::Person, text: &str) -> i64 {
    let sql = "select count(*) from mail where body like '%";
    house.count(&format!("{sql}{text}%' and recipient = '{}'", person.email)).await
}

async fn each_side_is_told_once(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    say(&author, &talk, (1, "Xin hỏi thêm một câu.")).await.is(303);
    tell(house).await;
    tell(house).await;
    assert_eq!(told(house, world::SECRETARY, "author-wrote").await, 1);
    assert_eq!(told(house, world::COORDINATOR, "author-wrote").await, 0);
    assert_eq!(mailed(house, world::SECRETARY, &talk).await, 1);
    say(&clerk, &talk, (2, ANSWER)).await.is(303);
    say(&clerk, &talk, (3, "Xin nói thêm.")).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "office-wrote").await, 1);
    assert_eq!(mailed(house, world::COORDINATOR, &talk).await, 1);
}

/// A conversation in which both sides wrote and were told: its address.
async fn told_both(house: &House) -> String {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    say(&author, &talk, (1, "Xin hỏi thêm một câu.")).await.is(303);
    tell(house).await;
    say(&clerk, &talk, (2, ANSWER)).await.is(303);
    say(&clerk, &talk, (3, "Xin nói thêm.")).await.is(303);
    tell(house).await;
    talk
}

async fn nobody_is_told_in_which_words(house: &House) {
    let talk = told_both(house).await;
    assert_eq!(mailed(house, world::SECRETARY, &talk).await, 1);
    assert_eq!(mailed(house, world::COORDINATOR, &talk).await, 1);
    for text in [QUESTION, ANSWER, "Xin hỏi thêm", "Xin nói thêm"] {
        let sql = format!("select count(*) from mail where body like '%{text}%'");
        assert_eq!(house.count(&sql).await, 0, "{text}");
        let sql = format!("select count(*) from notice where words like '%{text}%'");
        assert_eq!(house.count(&sql).await, 0, "{text}");
    }
}

async fn a_notice_leads_to_the_conversation_and_the_next_is_told_again(house: &House) {
    let talk = told_both(house).await;
    let author = house.known(world::COORDINATOR);
    assert_eq!(told(house, world::SECRETARY, "author-wrote").await, 1);
    let page = author.get("/notices").await;
    page.is(200).shows(&format!("Cơ quan thường trực trả lời: {TITLE}"));
    let seq = house.count("select max(seq) from notice where kind = 'office-wrote'").await;
    author.post(&format!("/notices/{seq}/opening"), &[]).await.leads_to(&talk);
    say(&author, &talk, (4, "Cảm ơn.")).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::SECRETARY, "author-wrote").await, 2);
}

async fn who_asks_and_who_answers_choose_how_they_hear(house: &House) {
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let choices = [("author-wrote", "never"), ("office-wrote", "digest"), ("digest_hour", "7")];
    clerk.post("/account/notices", &choices[..1]).await;
    author.get("/account/notices").await.is(200).says("notice-kind-office-wrote");
    let hidden = Words(Locale::Vi).say("notice-kind-author-wrote");
    author.get("/account/notices").await.hides(&format!(">{hidden}<"));
    clerk.get("/account/notices").await.is(200).says("notice-kind-author-wrote");
    author.post("/account/notices", &choices[1..]).await.is(303);
    let (_, _, talk) = talking(house).await;
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    tell(house).await;
    assert_eq!(told(house, world::COORDINATOR, "office-wrote").await, 1);
    assert_eq!(mailed(house, world::COORDINATOR, &talk).await, 0);
    house.wait_days(1);
    tell(house).await;
    assert_eq!(mailed(house, world::COORDINATOR, &talk).await, 1);
}

async fn what_is_settled_is_opened_by_a_message(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    assert_eq!(state(house, &talk).await, "author");
    clerk.post(&format!("{talk}/settlement"), &[]).await.leads_to(&talk);
    assert_eq!(state(house, &talk).await, "settled");
    let twice = author.post(&format!("{talk}/settlement"), &[]).await;
    twice.is(409).says("conversation-settled-already");
    say(&author, &talk, (2, "Còn ảnh thì sao ạ?")).await.is(303);
    assert_eq!(state(house, &talk).await, "reopened");
    clerk.get(&talk).await.is(200).says("conversation-reopened");
    house.is_in_order().await;
}
