//! Returned and handed in again: both submissions can be read, with what has changed.

use super::standing::{decide, open, report, submit};
use crate::house::House;

stories! {
    a_returned_report_comes_again_as_version_two,
    a_return_needs_a_reason,
}

async fn a_returned_report_comes_again_as_version_two(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    submit(house, &own, &path, ["Đã họp.\nĐã đăng tin.", "12", ""]).await;
    decide(house, &secretary, &path, Some("Thiếu số tin")).await.leads_to(&path);
    let returned = own.get(&path).await;
    returned.is(200).shows("Thiếu số tin").holds("<textarea").says("report-state-returned");
    submit(house, &own, &path, ["Đã họp.\nĐã đăng 30 tin.", "12", ""]).await;
    decide(house, &secretary, &path, None).await.leads_to(&path);
    for who in [&own, &secretary] {
        who.get(&path).await.is(200).says("report-state-accepted").shows("Đã đăng 30 tin.");
        let first = who.get(&format!("{path}/versions/1")).await;
        first.is(200).shows("Đã đăng tin.").hides("30 tin").shows("Thiếu số tin");
        let second = who.get(&format!("{path}/versions/2")).await;
        second.is(200).holds("<ins>Đã đăng 30 tin.</ins>").holds("<del>Đã đăng tin.</del>");
        second.holds("<span>Đã họp.</span>").says("report-outcome-accepted");
    }
    own.get(&format!("{path}/versions/3")).await.is(404);
    own.get(&format!("{path}/versions/x")).await.is(404);
}

async fn a_return_needs_a_reason(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let secretary = house.known(world::SECRETARY);
    decide(house, &secretary, &path, Some("Sớm quá")).await.is(409);
    submit(house, &house.known(world::COORDINATOR), &path, ["Đã họp.", "", ""]).await;
    decide(house, &secretary, &path, Some(" ")).await.is(422).says("report-reason-missing");
    decide(house, &secretary, &path, None).await.leads_to(&path);
    // What was taken can still be given back.
    decide(house, &secretary, &path, Some("Tính lại")).await.leads_to(&path);
}
