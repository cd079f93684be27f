//! Adopting the list, and the papers that follow from it.

use judging::bundle::Bundle;
use kernel::Message;
use sha2::{Digest, Sha256};

use super::standing::{KEEPER, MEMBER, call, close, closed, come, motion, opened, sitting};
use crate::councils::apart::ordered_of;
use crate::councils::standing::{CHAIR, known};
use crate::house::House;

stories! {
    a_list_needs_its_majority,
    what_was_adopted_is_frozen,
    nothing_is_adopted_while_a_dossier_is_marked_again,
    papers_tell_what_happened,
    a_contest_decides_again_with_a_reason,
}

async fn a_list_needs_its_majority(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let few = Message::new("meeting-list-not-adopted").with("members", 3);
    close(house, &meeting, "1").await.is(422).tells(&few);
    let many = Message::new("motion-votes-too-many").with("count", 3);
    close(house, &meeting, "4").await.is(422).tells(&many);
    known(house, MEMBER).get(&format!("{meeting}/closing")).await.is(403);
    known(house, CHAIR).get(&format!("{meeting}/closing")).await.is(200).says("meeting-close-lead");
    house.wait_seconds(3_600);
    let late = close(house, &meeting, "2").await;
    late.is(401).says("confirm-needed");
}

async fn what_was_adopted_is_frozen(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(303);
    close(house, &meeting, "2").await.leads_to(&meeting);
    let body = house.ask("select body from award_list").await;
    let digest = hex::encode(Sha256::digest(&body));
    assert_eq!(house.ask("select digest from award_list").await, digest);
    let bundle: Bundle = serde_json::from_str(&body).unwrap();
    assert_eq!(bundle.recompute().unwrap().differences, []);
    let got: Vec<_> =
        bundle.list.iter().map(|it| (it.code.as_str(), it.prize.as_deref())).collect();
    assert_eq!(got, [("1", Some("first")), ("2", None)]);
    let row = "select name || ' ' || money || ' ' || position || ' ' || rank from award";
    assert_eq!(house.ask(row).await, "Giải Nhất 20000000 1 1");
    // Nobody can trace who gave what: neither names, nor in which order members were called.
    assert!(!body.contains("1.1") && !body.contains(KEEPER.name), "{body}");
    assert_eq!(bundle.records.chairs.len(), 0);
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(409).says("meeting-has-ended");
    come(house, (&standing, &meeting), &[CHAIR, KEEPER]).await.is(409);
    house.is_in_order().await;
}

async fn nothing_is_adopted_while_a_dossier_is_marked_again(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    let again = ordered_of(house, (&standing.path, &standing.dossiers[0])).await;
    close(house, &meeting, "3").await.is(409).says("meeting-marked-again");
    let cancel = format!("{again}/cancellation");
    known(house, CHAIR).post(&cancel, &[("why", "Không cần nữa")]).await.is(303);
    close(house, &meeting, "3").await.is(303);
}

async fn papers_tell_what_happened(house: &House) {
    let standing = opened(house).await;
    let meeting = call(house, &standing, &[]).await.is(303).header("location").to_owned();
    let early = known(house, CHAIR).get(&format!("{meeting}/papers/bien-ban.pdf")).await;
    early.is(409).says("meeting-not-begun");
    come(house, (&standing, &meeting), &[CHAIR, KEEPER]).await.is(303);
    motion(house, &meeting, ("2", ""), ("2", "0")).await.is(303);
    close(house, &meeting, "2").await.is(303);
    let digest = house.ask("select digest from award_list").await;
    let minutes = [
        "Phòng họp 2",
        "Có mặt 2/3 thành viên",
        CHAIR.name,
        KEEPER.name,
        "Vắng mặt",
        MEMBER.name,
        "Đã được áp dụng rộng",
        "2 đồng ý, 0 không đồng ý trong 3 thành viên",
        "Giải Nhất",
        "20.000.000",
        "Không có ý kiến khác.",
        &digest,
    ];
    is_told(house, &format!("{meeting}/papers/bien-ban"), &minutes).await;
    is_told(house, &format!("{meeting}/papers/bang-tong-hop"), &["GK0", "96", "92"]).await;
    let draft = ["QUYẾT ĐỊNH", "71/QĐ-BTC", "Điều 1", "1 Giải Nhất", "Giải Nhất"];
    is_told(house, &format!("{meeting}/papers/du-thao-quyet-dinh"), &draft).await;
    is_told(house, &format!("{meeting}/papers/to-trinh"), &["kính trình", "1 Giải Nhất"]).await;
    let money = ["Lò Văn Gieo", "60%", "12.000.000", "8.000.000", "40%", "Ký nhận"];
    is_told(house, &format!("{meeting}/papers/bang-ke-tien-thuong"), &money).await;
    let ceremony = ["Mời Lò Văn Gieo, Vàng Thị Hạt", "Giải Nhất (1 giải)"];
    is_told(house, &format!("{meeting}/papers/kich-ban-trao-giai"), &ceremony).await;
    known(house, CHAIR).get(&format!("{meeting}/papers/khac.pdf")).await.is(404);
    known(house, CHAIR).get(&format!("{meeting}/papers/bien-ban.odt")).await.is(404);
}

/// Whether both layouts of a paper hold all these words.
async fn is_told(house: &House, stem: &str, words: &[&str]) {
    for ending in ["pdf", "docx"] {
        let file = known(house, CHAIR).get(&format!("{stem}.{ending}")).await;
        let text = decoding::decode(&file.is(200).body, &decoding::Limits::default());
        let text = text.unwrap().text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in words {
            let flat = text.replace(' ', "");
            assert!(flat.contains(&word.replace(' ', "")), "{stem}.{ending}: {word}: {text}");
        }
    }
}

async fn a_contest_decides_again_with_a_reason(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    call(house, &standing, &[]).await.is(422).says("meeting-again-reason");
    let again = call(house, &standing, &[("reason", "Giải quyết khiếu nại")]).await;
    let meeting = again.is(303).header("location").to_owned();
    come(house, (&standing, &meeting), &[CHAIR, KEEPER, MEMBER]).await.is(303);
    motion(house, &meeting, ("2", ""), ("3", "0")).await.is(303);
    close(house, &meeting, "3").await.is(303);
    let lists = "select count(*) from award_list";
    assert_eq!(house.count(lists).await, 2);
    let awards = "select count(*) from award w join award_list l on l.id = w.list_id
        where l.version = 2";
    assert_eq!(house.count(awards).await, 1);
    known(house, CHAIR).get(&meeting).await.is(200).shows("Giải quyết khiếu nại");
}
