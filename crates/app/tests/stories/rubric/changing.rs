//! Changing rules of judging: nothing is lost, nobody is written over, and what contradicts itself is told beside its field.

use hoithi::rubric;
use judging::rules::Rules;

use super::standing::{contest, judged, left, newest, sent, with};
use crate::house::House;

stories! {
    a_change_loses_nothing_that_it_does_not_touch,
    a_form_that_is_left_as_it_is_changes_nothing,
    two_editors_never_write_over_one_another,
    rules_that_contradict_themselves_are_refused_beside_their_fields,
    what_was_typed_is_never_lost,
    rows_are_added_moved_and_removed_without_scripts,
    prizes_above_the_national_level_are_told,
    before_anything_is_chosen_there_is_nothing_to_change,
}

async fn a_change_loses_nothing_that_it_does_not_touch(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let (before, _) = newest(house, id).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    let typed = with(&form, &[("divergence", "25"), ("reason", "theo góp ý của hội đồng")]);
    secretary.post(&path, &sent(&typed)).await.leads_to(&path);
    assert_eq!(newest(house, id).await, (Rules { divergence: 25, ..before.clone() }, 2));
    assert_eq!(rubric::at(&house.app.store, id, 1).await.unwrap(), before);
    let page = secretary.get(&path).await;
    page.is(200).shows("25 % của thang điểm").shows("theo góp ý của hội đồng");
    page.shows("Sơ khảo").shows("Bốc thăm").shows("41.000.000 ₫").shows("Giải pháp nghiên cứu");
}

async fn a_form_that_is_left_as_it_is_changes_nothing(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    for page in ["/edit", "/scales/ky-thuat", "/scales/nghien-cuu", "/scales"] {
        let form = left(&secretary.get(&format!("{path}{page}")).await);
        let typed = with(&form, &[("reason", "họp")]);
        let target = if page == "/edit" { path.clone() } else { format!("{path}{page}") };
        let refused = secretary.post(&target, &sent(&typed)).await;
        refused.is(422).says("rubric-unchanged");
    }
    assert_eq!(newest(house, id).await.1, 1);
}

async fn two_editors_never_write_over_one_another(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let administrator = house.known(world::ADMINISTRATOR);
    let (id, path) = judged(house).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    let first = with(&form, &[("divergence", "25"), ("reason", "một")]);
    let second = with(&form, &[("divergence", "30"), ("reason", "lý do của người sau")]);
    secretary.post(&path, &sent(&first)).await.leads_to(&path);
    let late = administrator.post(&path, &sent(&second)).await;
    late.is(409).says("rubric-changed-meanwhile").shows("lý do của người sau");
    late.holds("name=\"divergence\" type=\"text\" value=\"30\"")
        .holds("name=\"version\" value=\"1\"");
    assert_eq!(newest(house, id).await.0.divergence, 25);
    let nonsense = with(&form, &[("version", "x"), ("reason", "ba")]);
    administrator.post(&path, &sent(&nonsense)).await.is(409);
}

async fn rules_that_contradict_themselves_are_refused_beside_their_fields(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    let check = async |others: &[(&str, &str)], field: &str, key: &str, name: &str| {
        let typed = with(&with(&form, others), &[("reason", "họp")]);
        let reply = secretary.post(&path, &sent(&typed)).await;
        let message = kernel::Message::new(key.to_owned()).with("name", name);
        reply.is(422).tells(&message).holds(&format!("id=\"{field}-error\""));
        for (_, value) in others {
            reply.shows(value);
        }
    };
    check(&[("divergence", "101")], "divergence", "rubric-trouble-divergence", "").await;
    check(&[("prize-1-minimum", "99")], "prize-1", "rubric-trouble-bands", "Giải Ba").await;
    check(&[("round-1-weight", "11")], "round-1", "rubric-trouble-weights", "").await;
    check(&[("round-0-places", "Y dược: 3")], "round-0", "rubric-trouble-unknown-field", "Y dược")
        .await;
    check(&[("tie-1-what", "criterion/final/x")], "tie-1", "rubric-trouble-unknown-criterion", "x")
        .await;
    let trims =
        [("round-1-aggregate", "trimmed"), ("round-1-trim", "2"), ("round-1-trim-from", "4")];
    check(&trims, "round-1", "rubric-trouble-trims-all", "Chung khảo").await;
    assert_eq!(newest(house, id).await.1, 1);
}

async fn what_was_typed_is_never_lost(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (_, path) = judged(house).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    let typed = [
        ("prize-0-money", "nhiều lắm"),
        ("prize-1-places", "ba giải"),
        ("prize-3-money", "5.000.000"),
        ("round-0-fewest", "không"),
        ("round-1-field-scales", "Cơ khí nghiên cứu"),
        ("tie-0-what", "chair/gone"),
        ("divergence", "<b>nhiều</b>"),
        ("reason", "lý do dài"),
    ];
    let refused = secretary.post(&path, &sent(&with(&form, &typed))).await;
    refused.is(422).says("prize-amount-unreadable").says("prize-nameless");
    for (_, value) in typed {
        refused.shows(value);
    }
    for row in ["prize-0", "prize-1", "prize-3", "round-0", "round-1", "divergence"] {
        refused.holds(&format!("id=\"{row}-error\""));
    }
    let silent = secretary.post(&path, &sent(&with(&form, &[("divergence", "7")]))).await;
    silent.is(422).says("contest-reason-empty").holds("value=\"7\"");
}

async fn rows_are_added_moved_and_removed_without_scripts(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    let more = secretary.post(&path, &sent(&with(&form, &[("more", "prize")]))).await;
    more.is(200).holds("name=\"prize-8-name\"");
    let up = left(&secretary.post(&path, &sent(&with(&form, &[("up", "prize-1")]))).await);
    let dropped = left(&secretary.post(&path, &sent(&with(&up, &[("drop", "prize-2")]))).await);
    let typed = with(
        &dropped,
        &[
            ("prize-4-name", "Giải Nhì"),
            ("prize-4-money", "30.000.000 đ"),
            ("prize-4-places", "Cơ khí: 2"),
            ("reason", "thêm giải"),
        ],
    );
    let refused = secretary.post(&path, &sent(&typed)).await;
    assert_eq!(refused.status, 303, "{}", refused.text());
    let keys: Vec<String> =
        newest(house, id).await.0.prizes.into_iter().map(|prize| prize.key).collect();
    assert_eq!(keys, ["ba", "nhất", "giai-nhi"]);
}

async fn prizes_above_the_national_level_are_told(house: &House) {
    let (_, path) = judged(house).await;
    let page = house.known(world::SECRETARY).get(&path).await;
    let message = kernel::Message::new("rubric-too-much").with("prize", "Giải Nhất");
    let message = message.with("money", "41.000.000 ₫").with("most", "40.000.000 ₫");
    page.is(200).tells(&message).says("rubric-not-monotone");
}

async fn before_anything_is_chosen_there_is_nothing_to_change(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (_, path) = contest(house).await;
    for page in ["/edit", "/scales", "/scales/tong"] {
        secretary.get(&format!("{path}{page}")).await.is(409).says("rubric-none-yet");
    }
    let form = [("version", "0"), ("fields", "Cơ khí"), ("reason", "họp")];
    secretary.post(&path, &form).await.is(409).says("rubric-none-yet");
}
