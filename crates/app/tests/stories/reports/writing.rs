//! Writing: drafts, two tabs, what is frozen, and who sees it.

use super::standing::{HEADINGS, decide, open, report, revision, send, submit};
use crate::house::House;

stories! {
    a_draft_is_kept_and_another_tab_loses_nothing,
    what_was_handed_in_is_frozen,
    nobody_else_sees_it,
    an_empty_report_is_not_handed_in,
}

async fn a_draft_is_kept_and_another_tab_loses_nothing(house: &House) {
    let contest = open(house, &["dost", "doh"]).await;
    let path = report(house, contest, "dost").await;
    let (one, other) = (house.known(world::COORDINATOR), house.sign_in(world::COORDINATOR).await);
    let stale = revision(house, &path).await;
    send(house, &one, (&path, ""), ["Đã phát động.", "", ""]).await.leads_to(&path);
    one.get(&path).await.is(200).holds(">Đã phát động.</textarea>");
    let typed = [("revision", &*stale), ("words", "Lời khác."), ("words", "12"), ("words", "")];
    let refused = other.post(&path, &typed).await;
    refused.is(409).says("report-changed-meanwhile").says("report-kept-now");
    refused.holds(">Lời khác.</textarea>").shows("Đã phát động.").holds(">12</textarea>");
    // What the other tab shows now carries the new revision: whoever has looked may write.
    send(house, &other, (&path, ""), ["Đã phát động. Lời khác.", "12", ""]).await.leads_to(&path);
    one.get(&path).await.is(200).holds(">Đã phát động. Lời khác.</textarea>");
}

async fn what_was_handed_in_is_frozen(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let own = house.known(world::COORDINATOR);
    submit(house, &own, &path, ["Đã phát động.", "", ""]).await;
    own.get(&path).await.is(200).holds("<dt>đã làm</dt><dd>0</dd>").hides("<textarea");
    let assignment = format!("/assignments/{}", house.ask("select id from assignment").await);
    own.post(&format!("{assignment}/start"), &[]).await.is(303);
    house.known(world::SECRETARY).get(&path).await.is(200).holds("<dt>đã làm</dt><dd>0</dd>");
    let late = send(house, &own, (&path, ""), ["Viết sau khi nộp.", "", ""]).await;
    late.is(409).says("report-frozen").says("report-typed").shows("Viết sau khi nộp.");
    let words = "select words from report_answer order by position limit 1";
    assert_eq!(house.ask(words).await, "Đã phát động.");
    send(house, &own, (&path, "/submission"), ["x", "", ""]).await.is(409).says("report-frozen");
    assert_eq!(house.count("select count(*) from report_version").await, 1);
    let secretary = house.known(world::SECRETARY);
    decide(house, &secretary, &path, None).await.leads_to(&path);
    decide(house, &secretary, &path, None).await.is(409).says("report-frozen");
}

async fn nobody_else_sees_it(house: &House) {
    let contest = open(house, &["dost", "thung-may"]).await;
    let path = report(house, contest, "dost").await;
    submit(house, &house.known(world::COORDINATOR), &path, ["Đã phát động.", "", ""]).await;
    let neighbour = house.known(world::OTHER_COORDINATOR);
    let version = format!("{path}/versions/1");
    let paper = format!("{path}/paper");
    let file = format!("{path}/paper/pdf");
    for address in [&path, &version, &paper, &file] {
        neighbour.get(address).await.is(404).says("absent");
    }
    send(house, &neighbour, (&path, ""), ["Tôi", "", ""]).await.is(404);
    send(house, &neighbour, (&path, "/submission"), ["Tôi", "", ""]).await.is(404);
    send(house, &neighbour, (&path, "/gathering"), ["Tôi", "", ""]).await.is(404);
    decide(house, &neighbour, &path, None).await.is(404);
    neighbour.get("/reports").await.is(200).shows("Ủy ban nhân dân xã Thung Mây");
    neighbour.get("/reports").await.hides("Sở Khoa học và Công nghệ");
    // The own unit sees it and does not decide on it.
    let own = house.known(world::COORDINATOR);
    decide(house, &own, &path, None).await.is(403).says("report-above-only");
    let all = format!("/contests/{contest}/reports/2026-Q4");
    own.get(&all).await.is(403);
    house.anon().get(&path).await.is(303);
}

async fn an_empty_report_is_not_handed_in(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let own = house.known(world::COORDINATOR);
    let page = own.get(&path).await;
    page.is(200);
    for heading in HEADINGS {
        page.shows(heading);
    }
    send(house, &own, (&path, "/submission"), ["", " ", ""]).await.is(422).says("report-empty");
    let long = "a".repeat(200_001);
    let refused = send(house, &own, (&path, ""), [&long, "Kiến nghị", ""]).await;
    refused.is(422).says("report-too-long").holds(">Kiến nghị</textarea>");
    own.get(&format!("{path}/versions/1")).await.is(404);
}
