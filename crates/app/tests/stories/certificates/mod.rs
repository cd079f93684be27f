//! Certificates: issued by the list of prizes, numbered, checked by anybody, replaced where they are wrong.

use crate::awards::standing::{
    KEEPER, MEMBER, call, close, closed, come, motion, opened, publish_later,
};
use crate::councils::standing::{AUTHOR, CHAIR, Standing, known};
use crate::house::House;
use crate::reply::Reply;

mod later;
mod wrong;

stories! {
    each_winner_has_one_by_number,
    all_are_printed_together,
    nothing_of_them_shows_before_the_moment,
    what_was_issued_is_not_issued_again,
    only_the_office_issues_them,
    every_wrong_field_is_told,
}

/// The first author of every dossier; there are two.
pub const FIRST: &str = "Lò Văn Gieo";

/// What the office types.
pub const TYPED: [(&str, &str); 8] = [
    ("form", "author"),
    ("superior", "Ủy ban nhân dân tỉnh Sa Lĩnh"),
    ("issuer", "Ban Tổ chức Hội thi"),
    ("symbol", "GCN-BTC"),
    ("decision", "45/QĐ-BTC ngày 20/11/2026"),
    ("place", "Sa Lĩnh"),
    ("day", "21/11/2026"),
    ("posts", "TM. Ban Tổ chức\nTrưởng ban"),
];

/// The office issues certificates, with these fields besides.
pub async fn issue(house: &House, standing: &Standing, more: &[(&str, &str)]) -> Reply {
    let mut fields: Vec<(&str, &str)> = TYPED.to_vec();
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let path = format!("{}/certificates", standing.contest_path);
    house.known(world::SECRETARY).post(&path, &fields).await
}

/// A contest whose list is adopted, and waits for eleven o'clock; its certificates are issued.
pub async fn issued(house: &House) -> Standing {
    let standing = opened(house).await;
    closed(house, &standing).await;
    publish_later(house, &standing).await;
    let book = format!("{}/certificates", standing.contest_path);
    issue(house, &standing, &[]).await.leads_to(&book);
    standing
}

/// A column of the certificate of a number.
pub async fn of_number(house: &House, column: &str, number: u8) -> String {
    house.ask(&format!("select {column} from certificate where number = {number}")).await
}

fn text(reply: &Reply) -> String {
    decoding::decode(&reply.is(200).body, &decoding::Limits::default()).unwrap().text
}

async fn each_winner_has_one_by_number(house: &House) {
    let standing = issued(house).await;
    let book = format!("{}/certificates", standing.contest_path);
    let office = house.known(world::SECRETARY);
    let page = office.get(&book).await;
    page.is(200).shows(FIRST).shows("Giải Nhất").shows("Giải Nhì").says("certificate-holds");
    let held = "select count(*) from certificate where ended_at is null";
    assert_eq!(house.count(held).await, 4);
    let first = of_number(house, "id", 1).await;
    let paper = text(&office.get(&format!("/certificates/{first}/paper.pdf")).await);
    let code = of_number(house, "code", 1).await;
    for told in [FIRST, "ĐẠT GIẢI NHẤT", "01/GCN-BTC", "45/QĐ-BTC", &code[..5], "TRƯỞNG BAN"]
    {
        assert!(paper.contains(told), "{told}: {paper}");
    }
    house.is_in_order().await;
}

async fn all_are_printed_together(house: &House) {
    let standing = issued(house).await;
    let book = format!("{}/certificates", standing.contest_path);
    let office = house.known(world::SECRETARY);
    let all = text(&office.get(&format!("{book}/papers/giay-chung-nhan.pdf")).await);
    assert_eq!((all.matches("GCN-BTC").count(), all.matches("ĐẠT GIẢI").count()), (4, 4));
    let one = office.get(&format!("{book}/papers/giay-chung-nhan.pdf?from=2&until=3")).await;
    assert_eq!(text(&one).matches("ĐẠT GIẢI").count(), 2);
    for file in ["so-cap.pdf", "so-cap.docx"] {
        let told = text(&office.get(&format!("{book}/papers/{file}")).await);
        assert!(told.contains(FIRST) && told.contains("SC-GCN"), "{told}");
    }
    office.get(&format!("{book}/papers/giay-chung-nhan.docx")).await.is(404);
}

async fn nothing_of_them_shows_before_the_moment(house: &House) {
    let standing = issued(house).await;
    let code = of_number(house, "code", 1).await;
    let check = format!("/giay-chung-nhan/{code}");
    let dossier = format!("/dossiers/{}", standing.dossiers[0]);
    let everybody = house.anon();
    everybody.get(&check).await.is(404).says("certificate-unknown").hides(FIRST);
    everybody.get("/giay-chung-nhan/ABCDE23456").await.is(404).says("certificate-unknown");
    known(house, AUTHOR).get(&dossier).await.is(200).hides(&code);
    house.wait_seconds(7_200);
    let told = everybody.get(&check).await;
    told.is(200).says("certificate-genuine").shows(FIRST).shows("Giải Nhất");
    let typed = format!("/giay-chung-nhan?code={}-{}", &code[..5].to_lowercase(), &code[5..]);
    assert_eq!(everybody.get(&typed).await.is(303).header("location"), check);
    everybody.get("/giay-chung-nhan").await.is(200).says("certificate-check-lead");
    known(house, AUTHOR).get(&dossier).await.is(200).holds(&format!("href=\"{check}\""));
}

async fn what_was_issued_is_not_issued_again(house: &House) {
    let standing = issued(house).await;
    let form = format!("{}/certificates/new", standing.contest_path);
    let office = house.known(world::SECRETARY);
    office.get(&form).await.is(200).says("certificates-none-due").shows("GCN-BTC");
    for form in ["author", "dossier"] {
        let again = issue(house, &standing, &[("form", form)]).await;
        again.is(409).says("certificates-none-due");
    }
    assert_eq!(house.count("select count(*) from certificate_run").await, 1);
}

async fn only_the_office_issues_them(house: &House) {
    let standing = opened(house).await;
    let book = format!("{}/certificates", standing.contest_path);
    issue(house, &standing, &[]).await.is(409).says("awards-no-list");
    let office = house.known(world::SECRETARY);
    office.get(&book).await.is(200).says("awards-no-list");
    closed(house, &standing).await;
    for person in [CHAIR, KEEPER, MEMBER] {
        known(house, person).post(&book, &TYPED).await.is(403).says("awards-office-only");
        known(house, person).get(&book).await.is(403);
    }
    known(house, AUTHOR).get(&book).await.is(404);
    issue(house, &standing, &[]).await.is(303);
    let first = of_number(house, "id", 1).await;
    known(house, CHAIR).get(&format!("/certificates/{first}")).await.is(403);
    known(house, AUTHOR).get(&format!("/certificates/{first}")).await.is(404);
    known(house, AUTHOR).get(&format!("/certificates/{first}/paper.pdf")).await.is(404);
}

async fn every_wrong_field_is_told(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    let gaps = [("issuer", ""), ("symbol", " "), ("place", ""), ("posts", "")];
    let reply = issue(house, &standing, &gaps).await;
    reply.is(422).says("certificate-field-missing").shows("45/QĐ-BTC");
    issue(house, &standing, &[("day", "31/4/2026")]).await.is(422).says("day-unreadable");
    let long = "a".repeat(201);
    issue(house, &standing, &[("issuer", &long)]).await.is(422);
    assert_eq!(house.count("select count(*) from certificate_run").await, 0);
}

/// The contest's list is public, and another meeting takes the second prize away.
pub async fn decided_again(house: &House, standing: &Standing) {
    let again = call(house, standing, &[("reason", "Khiếu nại")]).await;
    let meeting = again.is(303).header("location").to_owned();
    come(house, (standing, &meeting), &[CHAIR, KEEPER, MEMBER]).await.is(303);
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(303);
    close(house, &meeting, "3").await.is(303);
}
