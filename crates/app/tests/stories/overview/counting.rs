//! What the overview counts.

use hoithi::contests::Step;

use crate::house::House;
use crate::publicity::sending::{LEAFLET, enter, upload};
use crate::tasks::standing::{assignment, prepared, running, step, task};

stories! {
    everything_is_counted_once,
    what_does_not_run_is_not_late,
    an_empty_house_has_an_overview,
    one_contest_has_its_own,
    the_numbers_are_in_a_file,
}

async fn everything_is_counted_once(house: &House) {
    let drafts = [
        task(house, "Ban hành văn bản", "15/11/2026", &["dost", "doh", "thung-may"]).await,
        task(house, "Đăng tải thể lệ", "31/12/2026", &["dost"]).await,
    ];
    let (contest, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let path = assignment(house, ids[0], "doh").await;
    secretary.post(&format!("{path}/start"), &[]).await.is(303);
    secretary.send(upload(&format!("{path}/reports"), &[("text", "Đã xong")], None)).await.is(303);
    secretary.post(&format!("{path}/acceptance"), &[]).await.is(303);
    let named = [&LEAFLET[..], &[("unit", "Sở Y tế")]].concat();
    enter(&secretary, contest, &named).await;
    let page = secretary.get("/overview").await;
    page.is(200)
        .holds("/contests?state=running\">1</a>")
        .holds("<dd>25 %</dd>")
        .holds("<dd>2</dd>");
    page.holds("<td class=\"num\" data-label=\"Việc đã giao\">4</td>");
    page.holds("<td class=\"num\" data-label=\"Đã xong\">1</td>");
    page.holds("<td class=\"num\" data-label=\"Còn hạn\">1</td>");
    page.holds("<td class=\"num\" data-label=\"Quá hạn\">2</td>");
    page.holds("<title id=\"standing-title\">").holds("<desc id=\"weeks-about\">");
    page.shows("Sở Khoa học và Công nghệ")
        .shows("quá 6 ngày")
        .shows("Ban hành văn bản")
        .hides("Đăng tải thể lệ");
    page.holds(&format!("/contests/{contest}/overdue?task={}", ids[0]));
    page.shows("Tờ rơi").shows("1.200").shows("900").shows("Đơn vị đã tuyên truyền: 1");
}

async fn what_does_not_run_is_not_late(house: &House) {
    let late = [task(house, "Ban hành văn bản", "15/11/2026", &["dost"]).await];
    let (contest, _) = prepared(house, &late).await;
    let secretary = house.known(world::SECRETARY);
    let before = secretary.get("/overview").await;
    before
        .is(200)
        .holds("/contests?state=preparing\">1</a>")
        .says("overview-late-none")
        .hides("Ban hành văn bản");
    step(house, contest, Step::Start).await;
    secretary.get("/overview").await.is(200).shows("Ban hành văn bản");
    step(house, contest, Step::Close).await;
    let after = secretary.get("/overview").await;
    after.is(200).holds("/contests?state=closed\">1</a>").hides("Ban hành văn bản");
}

async fn an_empty_house_has_an_overview(house: &House) {
    let page = house.known(world::SECRETARY).get("/overview").await;
    page.is(200).says("overview-nothing-given").says("overview-coming-none").holds("<dd>0 %</dd>");
}

async fn one_contest_has_its_own(house: &House) {
    let drafts = [task(house, "Ban hành văn bản", "15/11/2026", &["dost", "doh"]).await];
    let (contest, ids) = running(house, &drafts).await;
    let (other, _) = running(house, &[task(house, "Việc khác", "1/11/2026", &["doj"]).await]).await;
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&format!("/contests/{contest}/overview")).await;
    page.is(200).shows("1. Ban hành văn bản").holds(&format!("/tasks/{}", ids[0]));
    page.shows("Sở Y tế").hides("Sở Tư pháp").hides("Việc khác");
    secretary.get(&format!("/contests/{other}/overview")).await.is(200).shows("Sở Tư pháp");
    secretary.get(&format!("/contests/{contest}")).await.is(200).says("contest-board");
}

async fn the_numbers_are_in_a_file(house: &House) {
    let drafts = [task(house, "Ban hành văn bản", "15/11/2026", &["dost", "doh"]).await];
    let (contest, _) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    for path in ["/overview/export".to_owned(), format!("/contests/{contest}/overview/export")] {
        let file = secretary.get(&path).await;
        assert!(file.is(200).body.starts_with(b"PK"), "{path}");
    }
}
