//! Asking for more: only that opens, until the day that was said.

use super::standing::{ask_for_evidence, find_good, on_desk};
use crate::dossiers::standing::{EVIDENCE, attach, hand_in};
use crate::house::House;

stories! {
    only_what_was_asked_for_opens,
    what_was_asked_for_comes_back,
    what_comes_back_is_shown_beside_what_was,
    after_the_day_nothing_comes_back_until_more_time_is_given,
    a_request_that_opens_nothing_is_none,
    a_request_after_the_deadline_opens_all_the_same,
}

const NEW: &[u8] = b"%PDF-1.7 bien ban co dau";

async fn only_what_was_asked_for_opens(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    ask_for_evidence(&office, &path, "2026-11-25").await.leads_to(&format!("{path}/desk"));
    assert_eq!(house.ask("select state from dossier").await, "asked");
    let letters = "select count(*) from mail where subject = 'Đề nghị bổ sung hồ sơ số 1'
        and body like '%Biên bản chưa có dấu.%'";
    assert_eq!(house.count(letters).await, 1);
    let author = house.known(world::COORDINATOR);
    let home = author.get(&path).await;
    home.is(200).shows("Biên bản chưa có dấu.").says("dossier-asked-opens");
    author.get(&format!("{path}/pages/solution")).await.is(409).says("dossier-part-closed");
    let solution = [("title", "Tên khác"), ("revision", "1")];
    let refused = author.post(&format!("{path}/pages/solution"), &solution).await;
    refused.is(409).says("dossier-part-closed");
    attach(&author, &path, ("mo-ta", "mô tả.pdf", NEW)).await.is(409).says("dossier-part-closed");
    attach(&author, &path, ("minh-chung", "có dấu.pdf", NEW)).await.is(303);
}

async fn what_was_asked_for_comes_back(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    ask_for_evidence(&office, &path, "2026-11-25").await.is(303);
    let author = house.known(world::COORDINATOR);
    attach(&author, &path, ("minh-chung", "có dấu.pdf", NEW)).await.is(303);
    hand_in(&author, &path).await.leads_to(&format!("{path}/receipt"));
    assert_eq!(house.ask("select state from dossier").await, "returned");
    assert_eq!(house.ask("select ended from dossier_supplement").await, "returned");
    let title = "select title from dossier_version order by version desc limit 1";
    assert_eq!(house.ask(title).await, crate::dossiers::standing::TITLE);
    house.is_in_order().await;
}

async fn what_comes_back_is_shown_beside_what_was(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    // What was written after handing in, and not handed in, does not slip in with the answer.
    let author = house.known(world::COORDINATOR);
    let solution = [("title", "Tên chưa nộp"), ("field", "Cơ khí"), ("revision", "1")];
    author.post(&format!("{path}/pages/solution"), &solution).await.is(303);
    ask_for_evidence(&office, &path, "2026-11-25").await.is(303);
    let old = house.ask("select id from dossier_file").await;
    author.post(&format!("{path}/files/{old}/removal"), &[]).await.is(303);
    attach(&author, &path, ("minh-chung", "có dấu.pdf", NEW)).await.is(303);
    hand_in(&author, &path).await.is(303);
    let desk = office.get(&format!("{path}/desk")).await;
    desk.is(200)
        .says("desk-changes")
        .shows("biên bản.pdf")
        .shows("có dấu.pdf")
        .hides("Tên chưa nộp");
    // The verdict on the evidence was about another file; the other verdicts hold.
    let says = kernel::Message::new("desk-not-checked").with("points", "Minh chứng đã áp dụng");
    let refused = office.post(&format!("{path}/desk/acceptance"), &[("version", "2")]).await;
    refused.is(409).tells(&says);
    assert!(EVIDENCE != NEW);
}

async fn after_the_day_nothing_comes_back_until_more_time_is_given(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    ask_for_evidence(&office, &path, "2026-11-21").await.is(303);
    house.wait_seconds(2 * 3_600);
    let author = house.known(world::COORDINATOR);
    attach(&author, &path, ("minh-chung", "kịp.pdf", NEW)).await.is(303);
    house.wait_seconds(1);
    let over = author.get(&path).await;
    let says = kernel::Message::new("dossier-asked-over").with("moment", "12:00 · 21/11/2026");
    over.is(200).tells(&says);
    hand_in(&author, &path).await.is(409);
    ask_for_evidence(&office, &path, "2026-11-23").await.is(303);
    hand_in(&author, &path).await.leads_to(&format!("{path}/receipt"));
    let ended = "select min(ended) || ' ' || max(ended) from dossier_supplement";
    assert_eq!(house.ask(ended).await, "replaced returned");
}

async fn a_request_that_opens_nothing_is_none(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let fields = [("version", "1"), ("why", "Thiếu dấu"), ("day", "2026-11-25"), ("hour", "12:00")];
    let refused = office.post(&format!("{path}/desk/supplement"), &fields).await;
    refused.is(422).says("desk-nothing-opens").shows("Thiếu dấu");
    ask_for_evidence(&office, &path, "2026-11-20").await.is(422).says("moment-past");
    assert_eq!(house.ask("select state from dossier").await, "submitted");
}

async fn a_request_after_the_deadline_opens_all_the_same(house: &House) {
    let (_, path) = on_desk(house).await;
    let ends: kernel::Day = "2027-06-02".parse().unwrap();
    house.wait_seconds((ends.ends().millis() - house.app.store.now().millis()) / 1_000);
    let office = house.sign_in(world::SECRETARY).await;
    ask_for_evidence(&office, &path, "2027-06-05").await.is(303);
    let author = house.sign_in(world::COORDINATOR).await;
    attach(&author, &path, ("minh-chung", "có dấu.pdf", NEW)).await.is(303);
    hand_in(&author, &path).await.leads_to(&format!("{path}/receipt"));
    assert_eq!(house.ask("select state from dossier").await, "returned");
}
