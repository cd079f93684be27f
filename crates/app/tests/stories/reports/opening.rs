//! A regime is read from a paper or typed in, and its periods open by the clock.

use documents::{Frequency, MonthOfPeriod};
use hoithi::accounts::Actor;
use hoithi::contests::{self, RegimeDraft, Step};
use hoithi::installation::work;
use kernel::Instant;

use super::standing::{open, preparing, quarterly, report, running};
use crate::house::House;
use crate::intake;

stories! {
    a_regime_of_a_paper_opens_its_quarter,
    every_frequency_opens_its_own_period,
    the_next_quarter_opens_on_its_first_day,
    what_was_done_stands_there_already,
    nothing_opens_before_the_beginning,
    nothing_opens_after_the_end,
    many_reports_open_a_few_at_a_time,
}

const PERIODS: &str = "select coalesce(string_agg(period, ' ' order by period), '') from
    (select distinct period from period_report) p";

async fn a_regime_of_a_paper_opens_its_quarter(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let regime = "4. Chế độ báo cáo
- Hằng quý, trước ngày 20 của tháng cuối quý, các đơn vị gửi báo cáo về Sở Khoa học và Công nghệ.

Nơi nhận:";
    let plan = intake::PLAN.replace("Nơi nhận:", regime);
    let review = intake::reviewed(house, &secretary, &plan).await;
    let contest = intake::accepted(house, &secretary, &review).await;
    assert_eq!(house.ask("select frequency from reporting_regime").await, "quarterly");
    work::round(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "");
    secretary.post(&format!("{contest}/steps"), &[("step", "start")]).await.is(303);
    work::round(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "2026-Q4");
    let list = secretary.get(&format!("{contest}/reports/2026-Q4")).await;
    list.is(200).shows("quý IV/2026").shows("Sở Giáo dục và Đào tạo").shows("hạn 19/12/2026");
}

async fn every_frequency_opens_its_own_period(house: &House) {
    let regime = |frequency, due_day, due_month| RegimeDraft {
        frequency,
        due_day,
        due_month,
        ..quarterly()
    };
    let once = RegimeDraft {
        once_on: Some("2026-11-30".to_owned()),
        ..regime(Frequency::Once, None, None)
    };
    let regimes = vec![
        regime(Frequency::Monthly, Some(31), None),
        regime(Frequency::Quarterly, Some(5), Some(MonthOfPeriod::First)),
        regime(Frequency::HalfYearly, None, None),
        regime(Frequency::Yearly, Some(10), Some(MonthOfPeriod::Last)),
        once,
    ];
    running(house, &["dost"], (None, None), regimes).await;
    work::round(&house.app).await.unwrap();
    let rows = house
        .app
        .store
        .raw_rows("select period, due_at from period_report order by period", [])
        .await
        .unwrap();
    let last = |at: i64| Instant::from_millis(at - 1).day().to_string();
    let due: Vec<(String, String)> = rows
        .iter()
        .map(|row| (row.try_get_by_index(0).unwrap(), last(row.try_get_by_index(1).unwrap())))
        .collect();
    let expect = [
        ("2026", "2026-12-10"),
        ("2026-11", "2026-11-30"),
        ("2026-H2", "2026-12-31"),
        ("2026-Q4", "2026-10-05"),
        ("once", "2026-11-30"),
    ];
    assert_eq!(due, expect.map(|(period, day)| (period.to_owned(), day.to_owned())));
    work::round(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from period_report").await, 5);
}

async fn the_next_quarter_opens_on_its_first_day(house: &House) {
    open(house, &["dost", "doh"]).await;
    // The story begins at ten in the morning of 21 November; the year has forty days and fourteen hours.
    house.wait_seconds((40 * 24 + 14) * 3600 - 1);
    work::round(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "2026-Q4");
    house.wait_seconds(1);
    work::round(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "2026-Q4 2027-Q1");
    assert_eq!(house.count("select count(*) from period_report").await, 4);
}

async fn what_was_done_stands_there_already(house: &House) {
    let contest = running(house, &["dost"], (None, None), vec![quarterly()]).await;
    let own = house.known(world::COORDINATOR);
    let assignment = house.ask("select id from assignment").await;
    let body = "--x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n12 buổi phát thanh\r\n\
        --x--\r\n";
    let request = crate::browser::request(
        axum::http::Method::POST,
        &format!("/assignments/{assignment}/reports"),
    )
    .header("content-type", "multipart/form-data; boundary=x")
    .header("sec-fetch-site", "same-origin")
    .body(axum::body::Body::from(body))
    .unwrap();
    own.send(request).await.is(303);
    work::round(&house.app).await.unwrap();
    let page = own.get(&report(house, contest, "dost").await).await;
    page.is(200).holds(">- Tuyên truyền trên hệ thống truyền thanh: 12 buổi phát thanh</textarea>");
    page.holds("<dt>đã làm</dt><dd>1</dd>");
}

async fn nothing_opens_before_the_beginning(house: &House) {
    let contest = preparing(house, &["dost"], (None, None), vec![quarterly()]).await;
    let secretary = house.known(world::SECRETARY);
    let reports = format!("/contests/{contest}/reports");
    secretary.get(&reports).await.is(200).hides("Mở kỳ báo cáo hiện tại");
    let refused = secretary.post(&reports, &[]).await;
    refused.is(409).says("report-not-begun").holds(&format!("href=\"/contests/{contest}\""));
    assert_eq!(house.count("select count(*) from period_report").await, 0);
    secretary.post(&format!("/contests/{contest}/steps"), &[("step", "start")]).await.is(303);
    secretary.get(&reports).await.is(200).shows("Mở kỳ báo cáo hiện tại");
    secretary.post(&reports, &[]).await.is(303).leads_to(&reports);
    assert_eq!(house.ask(PERIODS).await, "2026-Q4");
}

async fn nothing_opens_after_the_end(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    contests::step(&mut tx, &actor, contest, Step::Close).await.unwrap();
    tx.commit().await.unwrap();
    house.wait_days(60);
    work::round(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "2026-Q4");
    let own = house.sign_in(world::COORDINATOR).await;
    // The last report falls after the end: it is still written and handed in.
    super::standing::submit(house, &own, &path, ["Đã tổng kết.", "", ""]).await;
    let secretary = house.sign_in(world::SECRETARY).await;
    let reports = format!("/contests/{contest}/reports");
    secretary.post(&reports, &[]).await.is(409).says("contest-closed");
}

async fn many_reports_open_a_few_at_a_time(house: &House) {
    running(house, &["dost", "doh", "doet"], (None, Some("doha")), vec![quarterly()]).await;
    let opened = hoithi::reports::open_due(&house.app.store, 2).await.unwrap();
    assert_eq!(opened, 4);
    assert_eq!(house.count("select count(*) from period_report where due_at is null").await, 1);
    let acts = "select count(*) from ledger_event where body like '%report.open%'";
    assert_eq!(house.count(acts).await, 2);
    let again = hoithi::reports::open_due(&house.app.store, 2).await.unwrap();
    assert_eq!((again, house.count(acts).await), (0, 2));
}
