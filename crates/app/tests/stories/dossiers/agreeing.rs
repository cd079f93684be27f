//! Authors agree by a letter, and a unit confirms: each to what was shown, and to nothing else.

use super::standing::{PEOPLE, TITLE, letter_in, taking, written};
use crate::house::House;
use crate::publicity::sending::upload;
use crate::reply::Reply;

stories! {
    a_co_author_agrees_by_a_letter,
    an_answer_holds_for_the_share_that_was_shown,
    a_co_author_can_say_no,
    a_letter_is_good_for_its_author_alone,
    a_unit_confirms_what_it_saw,
    a_unit_can_refuse_with_its_reason,
    only_the_unit_that_is_asked_answers,
    a_unit_can_stamp_a_page,
    a_page_that_was_printed_before_a_change_is_printed_again,
}

async fn asked(house: &House, path: &str) -> String {
    let author = house.known(world::COORDINATOR);
    let fields = [("author", "author-2"), ("address", "hat@salinh.example")];
    let answer = author.post(&format!("{path}/invitations"), &fields).await;
    answer.leads_to(&format!("{path}/submission"));
    let body =
        "select body from mail where recipient = 'hat@salinh.example' order by id desc limit 1";
    let body = house.ask(body).await;
    letter_in(&body)
}

async fn a_co_author_agrees_by_a_letter(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let page = format!("{path}/submission");
    author.get(&page).await.is(200).says("agreement-open").says("agreement-by-handing-in");
    let letter = asked(house, &path).await;
    author.get(&page).await.is(200).says("agreement-asked");
    let holder = house.anon();
    holder.get(&letter).await.is(200).shows(TITLE).shows("Vàng Thị Hạt").shows("40 %");
    let yes = [("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "40")];
    holder.post(&letter, &yes).await.leads_to(&letter);
    holder.get(&letter).await.is(200).says("agreement-said-yes");
    author.get(&page).await.is(200).says("agreement-yes").hides("hat@salinh.example");
    house.is_in_order().await;
}

async fn an_answer_holds_for_the_share_that_was_shown(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let letter = asked(house, &path).await;
    let holder = house.anon();
    let changed: Vec<(&str, &str)> = PEOPLE
        .iter()
        .map(|(name, value)| match *name {
            "author-0-share" => (*name, "70"),
            "author-1-share" => (*name, "30"),
            "revision" => (*name, "1"),
            _ => (*name, *value),
        })
        .collect();
    author.post(&format!("{path}/pages/people"), &changed).await.is(303);
    let yes = [("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "40")];
    let refused = holder.post(&letter, &yes).await;
    refused.is(409).says("agreement-changed-meanwhile").shows("30 %");
    let yes = [("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "30")];
    holder.post(&letter, &yes).await.is(303);
    let back: Vec<(&str, &str)> = PEOPLE
        .iter()
        .map(|(name, value)| (*name, if *name == "revision" { "2" } else { *value }))
        .collect();
    author.post(&format!("{path}/pages/people"), &back).await.is(303);
    author.get(&format!("{path}/submission")).await.is(200).says("agreement-outdated");
    assert_eq!(house.count("select count(*) from dossier_agreement").await, 1);
}

async fn a_co_author_can_say_no(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let letter = asked(house, &path).await;
    let holder = house.anon();
    let no = [("answer", "no"), ("name", "Vàng Thị Hạt"), ("share", "40")];
    holder.post(&letter, &no).await.is(422).says("agreement-reason-missing");
    let mut why = no.to_vec();
    why.push(("reason", "tôi không tham gia"));
    holder.post(&letter, &why).await.is(303);
    author.get(&format!("{path}/submission")).await.is(200).says("agreement-no");
    holder.post(&letter, &[("answer", "maybe")]).await.is(422).says("form-unreadable");
}

async fn a_letter_is_good_for_its_author_alone(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let letter = asked(house, &path).await;
    let token = letter.trim_start_matches("/agreements/");
    let kept = "select count(*) from dossier_invitation where token_digest = '";
    assert_eq!(
        house.count(&format!("{kept}{token}'")).await,
        0,
        "the token itself is nowhere kept"
    );
    let mut wrong = letter.clone();
    wrong.replace_range(wrong.len() - 4.., "AAAA");
    house.anon().get(&wrong).await.is(404).says("agreement-gone");
    let fields = [("author", "author-9"), ("address", "hat@salinh.example")];
    author.post(&format!("{path}/invitations"), &fields).await.is(404);
    let fields = [("author", "author-2"), ("address", "không phải thư")];
    author.post(&format!("{path}/invitations"), &fields).await.is(422).says("email-unreadable");
    house.known(world::SECRETARY).post(&format!("{path}/invitations"), &fields).await.is(404);
    house.wait_days(61);
    house.anon().get(&letter).await.is(404).says("agreement-gone");
}

/// Asks the committee of the commune to confirm; answers with the address of the request.
async fn asked_unit(house: &House, path: &str) -> String {
    let author = house.known(world::COORDINATOR);
    let unit = house.unit("thung-may").await;
    let fields = [("unit", unit.as_str())];
    author
        .post(&format!("{path}/confirmations"), &fields)
        .await
        .leads_to(&format!("{path}/submission"));
    format!("/confirmations/{}", house.ask("select id from dossier_confirmation").await)
}

async fn a_unit_confirms_what_it_saw(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    author.get(&format!("{path}/submission")).await.is(200).says("confirmation-open");
    let request = asked_unit(house, &path).await;
    let coordinator = house.known(world::OTHER_COORDINATOR);
    coordinator.get("/confirmations").await.is(200).shows(TITLE).says("confirmation-asked");
    let page = coordinator.get(&request).await;
    page.is(200).shows("Lò Văn Gieo").hides("Gieo ba hàng");
    let digest = house.ask("select digest from dossier_confirmation").await;
    let changed = [("title", "Máy gieo hạt khác"), ("field", "Cơ khí"), ("revision", "1")];
    author.post(&format!("{path}/pages/solution"), &changed).await.is(303);
    let old = [("answer", "confirm"), ("digest", digest.as_str())];
    let refused = coordinator.post(&request, &old).await;
    refused.is(409).says("confirmation-changed-meanwhile").shows("Máy gieo hạt khác");
    let page = coordinator.get(&request).await;
    let (_, rest) = page.text().split_once("name=\"digest\" value=\"").unwrap();
    let now = &rest[..64];
    coordinator.post(&request, &[("answer", "confirm"), ("digest", now)]).await.is(303);
    author.get(&format!("{path}/submission")).await.is(200).says("confirmation-confirmed");
    let again = [("title", TITLE), ("field", "Cơ khí"), ("revision", "2")];
    author.post(&format!("{path}/pages/solution"), &again).await.is(303);
    author.get(&format!("{path}/submission")).await.is(200).says("confirmation-outdated");
    house.is_in_order().await;
}

async fn a_unit_can_refuse_with_its_reason(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let request = asked_unit(house, &path).await;
    let coordinator = house.known(world::OTHER_COORDINATOR);
    let digest = house.ask("select digest from dossier_confirmation").await;
    let bare = [("answer", "refuse"), ("digest", digest.as_str())];
    coordinator.post(&request, &bare).await.is(422).says("confirmation-reason-missing");
    let mut why = bare.to_vec();
    why.push(("reason", "chưa thấy áp dụng ở xã"));
    coordinator.post(&request, &why).await.leads_to("/confirmations");
    coordinator.post(&request, &why).await.is(409).says("confirmation-answered");
    author.get(&format!("{path}/submission")).await.is(200).says("confirmation-refused");
    coordinator.get(&request).await.is(200).shows("chưa thấy áp dụng ở xã");
}

async fn stamped(house: &House, path: &str, (name, bytes): (&str, &[u8])) -> Reply {
    let author = house.known(world::COORDINATOR);
    author.send(upload(&format!("{path}/confirmation"), &[], Some((name, bytes)))).await
}

const STAMPED: (&str, &[u8]) = ("dau.pdf", b"%PDF-1.7 dau");

async fn a_unit_can_stamp_a_page(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    author.get(&format!("{path}/confirmation.pdf")).await.is(404);
    stamped(house, &path, STAMPED).await.is(422).says("confirmation-not-asked");
    asked_unit(house, &path).await;
    let page = author.get(&format!("{path}/confirmation.pdf")).await;
    assert_eq!(page.is(200).header("content-type"), "application/pdf");
    stamped(house, &path, ("dau.txt", b"dau")).await.is(422).says("confirmation-scan-kind");
    stamped(house, &path, ("", b"")).await.is(422).says("dossier-file-missing");
    stamped(house, &path, STAMPED).await.leads_to(&format!("{path}/submission"));
    author.get(&format!("{path}/submission")).await.is(200).says("confirmation-on-paper");
    house.is_in_order().await;
}

async fn a_page_that_was_printed_before_a_change_is_printed_again(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    asked_unit(house, &path).await;
    let changed = [("title", "Máy gieo hạt khác"), ("field", "Cơ khí"), ("revision", "1")];
    author.post(&format!("{path}/pages/solution"), &changed).await.is(303);
    stamped(house, &path, STAMPED).await.is(422).says("confirmation-print-again");
    house.wait_seconds(1);
    let unit = house.unit("thung-may").await;
    author.post(&format!("{path}/confirmations"), &[("unit", unit.as_str())]).await.is(303);
    stamped(house, &path, STAMPED).await.leads_to(&format!("{path}/submission"));
    let kept =
        "select count(*) from dossier_confirmation where way = 'paper' and answer = 'confirmed'";
    assert_eq!(house.count(kept).await, 1);
}

async fn only_the_unit_that_is_asked_answers(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let request = asked_unit(house, &path).await;
    for who in [world::COORDINATOR, world::SECRETARY, world::ADMINISTRATOR] {
        house.known(who).get(&request).await.is(404);
        house.known(who).post(&request, &[("answer", "confirm")]).await.is(404);
        house.known(who).get("/confirmations").await.is(200).hides(TITLE);
    }
    let fields = [("unit", "Đơn vị không có")];
    let refused = author.post(&format!("{path}/confirmations"), &fields).await;
    refused.is(422).says("unit-unknown");
    author.post(&format!("{path}/confirmations"), &[]).await.is(422).says("dossier-unit-missing");
}
