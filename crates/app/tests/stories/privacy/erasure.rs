//! One person's erasure: asked for, decided, carried out; and the ledger still verifies.

use hoithi::installation::work;

use super::standing::with_number;
use crate::dossiers::standing::{begun, hand_in, taking, written};
use crate::house::House;
use crate::publicity::sending::upload;

stories! {
    what_is_of_the_person_goes_and_the_record_stays,
    the_ledger_forgets_and_still_verifies,
    a_request_can_be_taken_back_and_refused,
    nobody_erases_themselves_or_the_last_administrator,
}

const DATA: &str = "/account/data";
const YES: [(&str, &str); 2] = [("ground", "consent-withdrawn"), ("why", "Đơn ngày 20/11")];

/// The coordinator of the department of science is the first author of a dossier that was handed in, has begun
/// another, has asked something, and asks for erasure: the address at which it is decided.
async fn asked(house: &House) -> String {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let mut people = with_number("1");
    people.retain(|(name, _)| *name != "author-0-name");
    people.push(("author-0-name", world::COORDINATOR.name));
    author.post(&format!("{path}/pages/people"), &people).await.is(303);
    hand_in(&author, &path).await.is(303);
    begun(&author, contest).await;
    let scan = Some(("giấy của An.pdf", &b"%PDF-1.7 giay"[..]));
    let ask = upload(&format!("{path}/conversation"), &[("text", "Gửi về đâu ạ?")], scan);
    author.send(ask).await.is(303);
    author.post(&format!("{DATA}/erasure"), &[]).await.leads_to(DATA);
    author.get(DATA).await.is(200).says("erasure-take-back").says("erasure-stays");
    author.post(&format!("{DATA}/erasure"), &[]).await.is(409).says("erasure-asked-already");
    format!("/people/{}/data", house.account(world::COORDINATOR).await)
}

/// Everything that the database says of people, but for the contacts of units, which others answer for.
async fn told(house: &House, words: &str) -> i64 {
    let mut all = 0;
    for (table, column) in [
        ("account", "name"),
        ("account", "email"),
        ("dossier_version", "body"),
        ("dossier_part", "body"),
        ("conversation_message", "text"),
        ("conversation_file", "name"),
        ("conversation_search", "folded"),
        ("mail", "recipient"),
        ("mail", "body"),
    ] {
        let sql = format!("select count(*) from {table} where {column} like '%{words}%'");
        all += house.count(&sql).await;
    }
    all
}

/// Nothing that was the person's, and all that was others'.
async fn what_is_told_now(house: &House) {
    for gone in
        [world::COORDINATOR.email, "0900 000 201", "Gửi về đâu", "gui ve dau", "giấy của An"]
    {
        assert_eq!(told(house, gone).await, 0, "{gone}");
    }
    for stays in ["0900 000 202", "Gieo ba hàng một lượt."] {
        assert!(told(house, stays).await > 0, "{stays}");
    }
}

async fn what_is_of_the_person_goes_and_the_record_stays(house: &House) {
    let page = asked(house).await;
    let administrator = house.known(world::ADMINISTRATOR);
    let name = world::COORDINATOR.name;
    administrator.get("/installation/retention").await.is(200).shows(name);
    administrator.get(&page).await.is(200).says("erasure-goes").says("erasure-stays");
    assert!(told(house, "0900 000 201").await > 0);
    administrator.post(&format!("{page}/erasure"), &YES).await.leads_to(&page);
    what_is_told_now(house).await;
    assert!(house.ask("select authors from dossier_search").await.contains(name));
    assert_eq!(house.count("select count(*) from dossier").await, 1);
    house.known(world::COORDINATOR).get("/account").await.is(303);
    administrator.get(&page).await.is(200).says("erasure-erased").says("erasure-name");
}

async fn the_ledger_forgets_and_still_verifies(house: &House) {
    let page = asked(house).await;
    let account = house.account(world::COORDINATOR).await;
    let version = house.ask("select id from dossier_version").await;
    let told = async |(table, row): (&str, &str)| {
        let rows = house.app.store.raw_rows("select body from ledger_event", []).await.unwrap();
        let bodies = rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap());
        let named = format!("\"id\":\"{row}\",\"table\":\"{table}\"");
        bodies.filter(|body| body.contains(&named)).count()
    };
    let entries = house.count("select count(*) from ledger_entry").await;
    let rows = [("account", account.as_str()), ("dossier_version", version.as_str())];
    for row in rows {
        assert!(told(row).await >= 1, "{row:?}");
    }
    house.known(world::ADMINISTRATOR).post(&format!("{page}/erasure"), &YES).await.is(303);
    for row in rows {
        assert_eq!(told(row).await, 1, "only what stands now: {row:?}");
    }
    assert_eq!(house.count("select count(*) from ledger_entry").await, entries + 2);
    house.is_in_order().await;
    work::round(&house.app).await.unwrap();
    house.is_in_order().await;
}

async fn a_request_can_be_taken_back_and_refused(house: &House) {
    let page = asked(house).await;
    let (author, administrator) =
        (house.known(world::COORDINATOR), house.known(world::ADMINISTRATOR));
    author.post(&format!("{DATA}/erasure/removal"), &[]).await.leads_to(DATA);
    let decide = format!("{page}/erasure");
    administrator.post(&decide, &YES).await.is(409).says("erasure-not-asked");
    house.wait_seconds(1);
    author.post(&format!("{DATA}/erasure"), &[]).await.is(303);
    administrator.post(&decide, &[("why", "x")]).await.is(422).says("erasure-ground-missing");
    let no = [("ground", "still-needed"), ("why", " ")];
    administrator.post(&decide, &no).await.is(422).says("erasure-reason-missing");
    let no = [("ground", "still-needed"), ("why", "Hội thi đang chấm")];
    administrator.post(&decide, &no).await.leads_to(&page);
    author.get(DATA).await.is(200).says("erasure-refused").shows("Hội thi đang chấm");
    house.known(world::SECRETARY).post(&decide, &YES).await.is(404);
}

async fn nobody_erases_themselves_or_the_last_administrator(house: &House) {
    let administrator = house.known(world::ADMINISTRATOR);
    administrator.post(&format!("{DATA}/erasure"), &[]).await.is(303);
    let account = house.account(world::ADMINISTRATOR).await;
    administrator.post(&format!("/people/{account}/data/erasure"), &YES).await.is(403);
}
