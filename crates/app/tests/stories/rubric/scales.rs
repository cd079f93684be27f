//! Changing one scale, adding one, removing one.

use judging::scale::Level;

use super::standing::{judged, left, newest, sent, with};
use crate::house::House;

stories! {
    a_scale_changes_by_itself,
    a_scale_that_contradicts_itself_is_refused_beside_its_criterion,
    a_criterion_that_ties_need_stays,
    scales_come_and_go,
}

async fn a_scale_changes_by_itself(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let (before, _) = newest(house, id).await;
    let page = format!("{path}/scales/ky-thuat");
    let form = left(&secretary.get(&page).await);
    let typed = with(
        &form,
        &[
            ("criterion-0-levels", "36 Hoàn toàn mới\r\n0 Không mới"),
            ("criterion-1-remark", "always"),
            ("reason", "thêm mức"),
        ],
    );
    secretary.post(&page, &sent(&typed)).await.leads_to(&path);
    let mut expect = before.clone();
    let level =
        |from: &str, words: &str| Level { from: from.parse().unwrap(), words: words.into() };
    expect.scales[0].criteria[0].levels =
        vec![level("36", "Hoàn toàn mới"), level("0", "Không mới")];
    expect.scales[0].criteria[1].remark = judging::scale::Wanted::Always;
    assert_eq!(newest(house, id).await, (expect, 2));
    secretary.get(&path).await.is(200).shows("từ 36 điểm: Hoàn toàn mới");
    secretary.get(&format!("{path}/scales/khac")).await.is(404);
}

async fn a_scale_that_contradicts_itself_is_refused_beside_its_criterion(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let page = format!("{path}/scales/ky-thuat");
    let form = left(&secretary.get(&page).await);
    let check = async |others: &[(&str, &str)], field: &str, key: &str, name: &str| {
        let typed = with(&with(&form, others), &[("reason", "họp")]);
        let reply = secretary.post(&page, &sent(&typed)).await;
        let message = kernel::Message::new(key.to_owned()).with("name", name);
        reply.is(422).tells(&message).holds(&format!("id=\"{field}-error\""));
        for (_, value) in others {
            reply.shows(value);
        }
    };
    let (first, second) = ("Tính mới, tính sáng tạo", "Khả năng áp dụng");
    check(&[("criterion-1-step", "7")], "criterion-1", "rubric-trouble-off-step", second).await;
    check(&[("criterion-0-minimum", "99")], "criterion-0", "rubric-trouble-above-maximum", first)
        .await;
    check(
        &[("levels", "50 Khá\r\n80 Tốt")],
        "levels",
        "rubric-trouble-levels",
        "Giải pháp kỹ thuật",
    )
    .await;
    let great = [("criterion-1-maximum", "10000")];
    check(&great, "criteria", "rubric-trouble-great-scale", "Giải pháp kỹ thuật").await;
    assert_eq!(newest(house, id).await.1, 1);
}

async fn a_criterion_that_ties_need_stays(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (_, path) = judged(house).await;
    let page = format!("{path}/scales/ky-thuat");
    let form = left(&secretary.get(&page).await);
    let without =
        left(&secretary.post(&page, &sent(&with(&form, &[("drop", "criterion-2")]))).await);
    let typed = with(&without, &[("criterion-0-maximum", "70"), ("reason", "họp")]);
    let refused = secretary.post(&page, &sent(&typed)).await;
    let message = kernel::Message::new("rubric-trouble-unknown-criterion");
    let message = message.with("name", "Hiệu quả kinh tế - kỹ thuật - xã hội");
    refused.is(422).tells(&message).holds("id=\"criteria-error\"");
}

async fn scales_come_and_go(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let (before, _) = newest(house, id).await;
    let page = format!("{path}/scales");
    let form = |version: &'static str, add: &'static str, remove: &'static str| {
        [("version", version), ("add", add), ("remove", remove), ("reason", "họp")]
    };
    let used = secretary.post(&page, &form("1", "", "ky-thuat")).await;
    used.is(422).says("rubric-scale-used");
    let unknown = secretary.post(&page, &form("1", "minima/none", "")).await;
    unknown.is(422).says("rubric-scale-gone");
    secretary.post(&page, &form("1", "minima/xa", "")).await.leads_to(&path);
    secretary.get(&path).await.is(200).says("rubric-scale-idle").shows("Phiếu chấm cấp xã");
    let idle = secretary.get(&page).await;
    idle.is(200).holds("<option value=\"xa\"").holds("<option value=\"minima/xa\"");
    secretary.post(&page, &form("2", "", "xa")).await.leads_to(&path);
    assert_eq!(newest(house, id).await, (before, 3));
}
