//! Sheets: saved as they are typed, checked by the scale, signed, signed again.

use kernel::Message;

use super::standing::{
    JUDGE, Standing, below, criteria, judges_of, judging, known, open, send, sheet_of, sign, signed,
};
use crate::dossiers::standing::TITLE;
use crate::house::House;
use crate::reply::Reply;

stories! {
    a_sheet_begins_empty_and_names_nobody,
    what_is_typed_is_saved_and_comes_back,
    two_windows_never_write_over_one_another,
    a_sheet_is_signed_when_the_scale_agrees,
    who_signs_again_says_why_and_both_are_kept,
    who_does_not_judge_says_why,
    signing_asks_for_the_password_and_loses_nothing,
    a_dossier_that_goes_meanwhile_is_not_signed,
    a_withdrawn_dossier_is_not_judged,
}

/// The first judge of the first dossier, and the sheet.
async fn first(house: &House, standing: &Standing) -> (&'static world::Person, String) {
    let judge = judges_of(house, &standing.dossiers[0]).await[0];
    (judge, sheet_of(house, judge, &standing.dossiers[0]).await)
}

async fn a_sheet_begins_empty_and_names_nobody(house: &House) {
    let standing = judging(house).await;
    let (judge, sheet) = first(house, &standing).await;
    let page = known(house, judge).get(&sheet).await;
    page.is(200).shows(TITLE).shows("Gieo ba hàng một lượt.").says("sheet-blind");
    page.hides("Lò Văn Gieo").hides("Vàng Thị Hạt").hides("xã Thung Mây");
    for (key, _) in criteria() {
        page.holds(&format!("name=\"points-{key}\" value=\"\""));
    }
    page.hides("biên bản.pdf");
}

async fn what_is_typed_is_saved_and_comes_back(house: &House) {
    let standing = judging(house).await;
    let (judge, sheet) = first(house, &standing).await;
    let browser = known(house, judge);
    let key = &criteria()[0].0;
    let typed = [
        (format!("points-{key}"), "hai mươi".to_owned()),
        (format!("remark-{key}"), "Ý hay <b>".to_owned()),
        ("autosave".to_owned(), "1".to_owned()),
    ];
    let saved = send(&browser, (&sheet, ""), &typed).await;
    assert_eq!(saved.is(200).header("content-type"), "application/json");
    browser.get(&sheet).await.is(200).shows("hai mươi").shows("Ý hay <b>");
    browser.get("/judging").await.is(200).says("sheet-begun");
    assert_eq!(house.count("select count(*) from score_sheet").await, 0);
}

async fn two_windows_never_write_over_one_another(house: &House) {
    let standing = judging(house).await;
    let (judge, sheet) = first(house, &standing).await;
    let browser = known(house, judge);
    let name = format!("remark-{}", criteria()[0].0);
    let save = |words: &'static str| [("revision", "0"), (name.as_str(), words)];
    browser.post(&sheet, &save("từ máy tính")).await.is(303);
    let refused = browser.post(&sheet, &save("từ điện thoại")).await;
    refused.is(409).says("sheet-saved-since").shows("từ điện thoại");
    assert_eq!(refused.hidden("revision"), "1");
    browser.get(&sheet).await.is(200).shows("từ máy tính").hides("từ điện thoại");
}

/// A sentence about a criterion.
fn about(key: &'static str, name: &str) -> Message {
    Message::new(key).with("name", name)
}

async fn a_sheet_is_signed_when_the_scale_agrees(house: &House) {
    let standing = judging(house).await;
    let (judge, sheet) = first(house, &standing).await;
    let browser = known(house, judge);
    let scale = &judging::ready::with_code("minima").unwrap().scales[0];
    let mut fields = below(1);
    fields[0].1 = "31".to_owned();
    fields[1].1 = "10,25".to_owned();
    fields.pop();
    let refused = send(&browser, (&sheet, "/signature"), &fields).await;
    let last = scale.criteria.last().unwrap();
    refused.is(422).says("sheet-not-yet");
    refused.tells(&about("sheet-points-over", &scale.criteria[0].name).with("most", "30"));
    refused.tells(&about("sheet-points-step", &scale.criteria[1].name).with("step", "0,5"));
    refused.tells(&about("sheet-points-missing", &last.name));
    refused.shows("10,25");
    // What was refused is saved all the same.
    browser.get(&sheet).await.is(200).shows("10,25");
    sign(house, judge, &standing.dossiers[0], 1).await.is(303);
    browser.get("/judging").await.is(200).says("sheet-signed");
    assert_eq!(house.count("select count(*) from score_sheet").await, 1);
    house.is_in_order().await;
}

async fn who_signs_again_says_why_and_both_are_kept(house: &House) {
    let standing = judging(house).await;
    let (judge, sheet) = first(house, &standing).await;
    let dossier = &standing.dossiers[0];
    sign(house, judge, dossier, 1).await.is(303);
    // The same once more is no new sheet.
    sign(house, judge, dossier, 1).await.is(303);
    let again: Reply = sign(house, judge, dossier, 2).await;
    again.is(422).says("sheet-why-again");
    let mut fields = below(2);
    fields.push(("reason".to_owned(), "Cộng nhầm".to_owned()));
    send(&known(house, judge), (&sheet, "/signature"), &fields).await.is(303);
    let versions =
        "select cast(min(version) as text) || ' ' || cast(max(version) as text) from score_sheet";
    assert_eq!(house.ask(versions).await, "1 2");
    house.is_in_order().await;
}

async fn who_does_not_judge_says_why(house: &House) {
    let standing = judging(house).await;
    let (judge, sheet) = first(house, &standing).await;
    let browser = known(house, judge);
    let abstains = ("abstains".to_owned(), "1".to_owned());
    let refused = send(&browser, (&sheet, "/signature"), std::slice::from_ref(&abstains)).await;
    refused.is(422).says("sheet-abstained-why");
    let why = ("abstained".to_owned(), "Không rõ lĩnh vực".to_owned());
    send(&browser, (&sheet, "/signature"), &[abstains, why]).await.is(303);
    assert_eq!(
        house.ask("select body from score_sheet").await,
        r#"{"abstained":"Không rõ lĩnh vực"}"#
    );
}

async fn signing_asks_for_the_password_and_loses_nothing(house: &House) {
    let standing = judging(house).await;
    let browser = known(house, JUDGE);
    let mut dossiers = standing.dossiers.iter();
    let dossier = loop {
        let dossier = dossiers.next().unwrap();
        if sheet_of(house, JUDGE, dossier).await != "/sheets/" {
            break dossier;
        }
    };
    house.wait_seconds(15 * 60);
    let asked = sign(house, JUDGE, dossier, 1).await;
    assert!(asked.is(303).header("location").starts_with("/account/confirmation?next="));
    assert_eq!(house.count("select count(*) from score_sheet").await, 0);
    let sheet = sheet_of(house, JUDGE, dossier).await;
    browser.get(&sheet).await.is(200).shows(&below(1)[0].1);
    browser.post("/account/confirmation", &[("password", crate::house::PASSWORD)]).await.is(303);
    sign(house, JUDGE, dossier, 1).await.is(303);
    assert_eq!(house.count("select count(*) from score_sheet").await, 1);
}

async fn a_dossier_that_goes_meanwhile_is_not_signed(house: &House) {
    let standing = judging(house).await;
    let dossier = &standing.dossiers[1];
    let judge = judges_of(house, dossier).await[0];
    let sheet = sheet_of(house, judge, dossier).await;
    let author = known(house, super::standing::OTHER_AUTHOR);
    author.post(&format!("/dossiers/{dossier}/withdrawal"), &[("reason", "Rút")]).await.is(303);
    let browser = known(house, judge);
    browser.get(&sheet).await.is(200).says("sheet-dossier-gone");
    let fields: Vec<(String, String)> = below(1);
    let mut all = vec![("revision", "0")];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    browser.post(&format!("{sheet}/signature"), &all).await.is(409).says("sheet-dossier-gone");
    assert_eq!(house.count("select count(*) from score_sheet").await, 0);
}

async fn a_withdrawn_dossier_is_not_judged(house: &House) {
    let standing = judging(house).await;
    signed(house, &standing).await;
    let dossier = format!("/dossiers/{}", standing.dossiers[1]);
    let author = known(house, super::standing::OTHER_AUTHOR);
    author.post(&format!("{dossier}/withdrawal"), &[("reason", "Rút")]).await.is(303);
    open(house, &standing).await.is(303);
    let office = house.known(world::SECRETARY);
    let page = office.get(&format!("{}/results", standing.contest_path)).await;
    page.is(200).says("out-withdrawn");
    house.is_in_order().await;
}
