//! Somebody writes for an author who cannot: the author agrees all the same, on screen or on paper.

use kernel::Message;

use super::standing::{DESCRIPTION, PEOPLE, SOLUTION, TITLE, hand_in, letter_in, taking};
use crate::accounts::beginning;
use crate::browser::Browser;
use crate::house::House;
use crate::publicity::sending::upload;
use crate::reply::Reply;

stories! {
    who_writes_for_others_is_no_author,
    authors_sign_a_sheet_and_the_office_sees_it,
    an_author_answers_a_letter_of_a_helper,
    a_sheet_holds_for_what_stood_on_the_page,
    whoever_has_no_role_writes_for_themselves_alone,
    what_came_on_paper_carries_its_signatures,
}

/// A sheet with signatures, as a scan.
const SHEET: (&str, &[u8]) = ("phieu.pdf", b"%PDF-1.7 phieu da ky");

/// A dossier that the coordinator writes for two farmers.
async fn for_others(house: &House) -> String {
    let contest = taking(house).await;
    let helper = house.known(world::COORDINATOR);
    let page = helper.get(&format!("/contests/{contest}/dossiers/new")).await;
    page.is(200).says("dossier-whom-others");
    let reply = helper.post(&format!("/contests/{contest}/dossiers"), &[("whom", "others")]).await;
    let path = reply.is(303).header("location").trim_end_matches("/pages/solution").to_owned();
    let pages: [(&str, &[(&str, &str)]); 3] =
        [("solution", &SOLUTION), ("people", &PEOPLE), ("description", &DESCRIPTION)];
    for (page, fields) in pages {
        helper.post(&format!("{path}/pages/{page}"), fields).await.is(303);
    }
    path
}

/// Sends the sheet in over the page as it stands.
async fn sign(helper: &Browser<'_>, path: &str) -> Reply {
    let page = helper.get(&format!("{path}/submission")).await;
    sign_over(helper, path, &page.hidden("digest")).await
}

async fn sign_over(helper: &Browser<'_>, path: &str, digest: &str) -> Reply {
    let fields = [("digest", digest)];
    helper.send(upload(&format!("{path}/agreement"), &fields, Some(SHEET))).await
}

fn of(key: &'static str, name: &str) -> Message {
    Message::new(key).with("name", name)
}

async fn who_writes_for_others_is_no_author(house: &House) {
    let path = for_others(house).await;
    let helper = house.known(world::COORDINATOR);
    let page = helper.get(&format!("{path}/submission")).await;
    page.is(200).says("agreement-open").keeps(&Message::new("agreement-by-handing-in"));
    hand_in(&helper, &path).await.leads_to(&format!("{path}/receipt"));
    let desk = house.known(world::SECRETARY).get(&format!("{path}/desk")).await;
    for name in ["Lò Văn Gieo", "Vàng Thị Hạt"] {
        desk.is(200).tells(&of("finding-author-silent", name));
    }
    let open = "select count(*) from dossier_need where what = 'agreement' and met = false";
    assert_eq!(house.count(open).await, 2);
    // Sets on paper that come later carry nobody's agreement.
    let later = [("way", "counter"), ("came-on", "2026-11-21"), ("copies", "1")];
    house.wait_seconds(1);
    let office = house.known(world::SECRETARY);
    office.post(&format!("{path}/desk/arrivals"), &later).await.is(303);
    let silent = of("finding-author-silent", "Lò Văn Gieo");
    office.get(&format!("{path}/desk")).await.is(200).tells(&silent);
    house.is_in_order().await;
}

async fn authors_sign_a_sheet_and_the_office_sees_it(house: &House) {
    let path = for_others(house).await;
    let helper = house.known(world::COORDINATOR);
    let sheet = helper.get(&format!("{path}/agreement.pdf")).await;
    assert_eq!(sheet.is(200).header("content-type"), "application/pdf");
    helper.get(&format!("{path}/agreement/scan")).await.is(404);
    let digest = helper.get(&format!("{path}/submission")).await.hidden("digest");
    sign_over(&helper, &path, &digest).await.leads_to(&format!("{path}/submission"));
    let page = helper.get(&format!("{path}/submission")).await;
    page.is(200).says("agreement-yes").keeps(&Message::new("agreement-by-paper"));
    let again = sign_over(&helper, &path, &digest).await;
    again.is(422).says("agreement-nobody-left");
    hand_in(&helper, &path).await.is(303);
    let office = house.known(world::SECRETARY);
    let scan = format!("{path}/agreement/scan");
    let desk = office.get(&format!("{path}/desk")).await;
    desk.is(200).tells(&of("finding-author-by-sheet", "Lò Văn Gieo"));
    desk.tells(&of("finding-author-by-sheet", "Vàng Thị Hạt")).holds(&format!("href=\"{scan}\""));
    assert_eq!(office.get(&scan).await.is(200).body, SHEET.1);
    house.known(world::OTHER_COORDINATOR).get(&scan).await.is(404);
    house.is_in_order().await;
}

async fn an_author_answers_a_letter_of_a_helper(house: &House) {
    let path = for_others(house).await;
    let helper = house.known(world::COORDINATOR);
    let fields = [("author", "author-1"), ("address", "gieo@salinh.example")];
    helper.post(&format!("{path}/invitations"), &fields).await.is(303);
    let body = house.ask("select body from mail where recipient = 'gieo@salinh.example'").await;
    let yes = [("answer", "yes"), ("name", "Lò Văn Gieo"), ("share", "60")];
    house.anon().post(&letter_in(&body), &yes).await.is(303);
    sign(&helper, &path).await.is(303);
    let by_sheet = "select count(*) from dossier_agreement where way = 'paper'";
    assert_eq!(house.count(by_sheet).await, 1);
    hand_in(&helper, &path).await.is(303);
    let desk = house.known(world::SECRETARY).get(&format!("{path}/desk")).await;
    desk.is(200).keeps(&of("finding-author-by-sheet", "Lò Văn Gieo"));
    desk.tells(&of("finding-author-by-sheet", "Vàng Thị Hạt"));
}

async fn a_sheet_holds_for_what_stood_on_the_page(house: &House) {
    let path = for_others(house).await;
    let helper = house.known(world::COORDINATOR);
    let digest = helper.get(&format!("{path}/submission")).await.hidden("digest");
    let changed = [("title", "Máy gieo hạt khác"), ("field", "Cơ khí"), ("revision", "1")];
    helper.post(&format!("{path}/pages/solution"), &changed).await.is(303);
    sign_over(&helper, &path, &digest).await.is(422).says("agreement-print-again");
    assert_eq!(house.count("select count(*) from dossier_agreement").await, 0);
    let page = helper.get(&format!("{path}/submission")).await;
    let text = upload(
        &format!("{path}/agreement"),
        &[("digest", &page.hidden("digest"))],
        Some(("a.txt", b"da ky")),
    );
    helper.send(text).await.is(422).says("confirmation-scan-kind");
}

async fn whoever_has_no_role_writes_for_themselves_alone(house: &House) {
    let contest = taking(house).await;
    let author = beginning::begin(house, beginning::ADDRESS).await;
    let page = author.get(&format!("/contests/{contest}/dossiers/new")).await;
    page.is(200).keeps(&Message::new("dossier-whom-others"));
    let begun = author.post(&format!("/contests/{contest}/dossiers"), &[("whom", "others")]).await;
    begun.is(403).says("dossier-helpers-only");
    assert_eq!(house.count("select count(*) from dossier").await, 0);
    author.post(&format!("/contests/{contest}/dossiers"), &[]).await.is(303);
}

async fn what_came_on_paper_carries_its_signatures(house: &House) {
    let contest = taking(house).await;
    let office = house.known(world::SECRETARY);
    let fields = [("way", "counter"), ("came-on", "2026-11-21"), ("copies", "2")];
    let taken = office.post(&format!("/contests/{contest}/desk/paper"), &fields).await;
    let path = taken.is(303).header("location").trim_end_matches("/pages/solution").to_owned();
    office.post(&format!("{path}/pages/solution"), &SOLUTION).await.is(303);
    office.post(&format!("{path}/pages/people"), &PEOPLE).await.is(303);
    hand_in(&office, &path).await.is(303);
    let desk = house.known(world::ADMINISTRATOR).get(&format!("{path}/desk")).await;
    desk.is(200).shows(TITLE).keeps(&of("finding-author-silent", "Vàng Thị Hạt"));
    let open = "select count(*) from dossier_need where what = 'agreement' and met = false";
    assert_eq!(house.count(open).await, 0);
}
