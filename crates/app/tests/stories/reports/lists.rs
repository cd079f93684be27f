//! Lists of reports: searched, filtered, paged, and empty.

use super::standing::{open, report, submit};
use crate::house::House;

stories! {
    a_period_is_searched_by_unit_and_filtered_by_state,
    the_late_are_searched_and_filtered_by_kind,
    a_unit_finds_its_reports,
    long_lists_have_pages,
}

async fn a_period_is_searched_by_unit_and_filtered_by_state(house: &House) {
    let contest = open(house, &["dost", "doh", "thung-may"]).await;
    let commune = report(house, contest, "thung-may").await;
    submit(house, &house.known(world::OTHER_COORDINATOR), &commune, ["Xong.", "", ""]).await;
    let secretary = house.known(world::SECRETARY);
    let list = format!("/contests/{contest}/reports/2026-Q4");
    secretary.get(&list).await.is(200).shows("1–3 / 3");
    let found = secretary.get(&format!("{list}?q=SO+y")).await;
    found.is(200).shows("1–1 / 1").holds(">Sở Y tế</a>").holds("value=\"SO y\"");
    found.hides(">Sở Khoa học và Công nghệ</a>");
    let handed_in = secretary.get(&format!("{list}?state=submitted")).await;
    handed_in.is(200).shows("1–1 / 1").holds(&format!("href=\"{commune}\""));
    secretary.get(&format!("{list}?state=open")).await.is(200).shows("1–2 / 2");
    secretary.get(&format!("{list}?state=late")).await.is(200).says("reports-none-found");
    let nothing = secretary.get(&format!("{list}?q=khong+co+%25")).await;
    nothing.is(200).says("reports-none-found").holds(&format!("href=\"{list}\""));
    // The figures and what units said together are those of the whole period all the same.
    nothing.shows("Tổng hợp từ 1 đơn vị đã nộp.");
}

async fn the_late_are_searched_and_filtered_by_kind(house: &House) {
    let contest = open(house, &["dost", "doh", "thung-may"]).await;
    house.wait_days(31);
    let secretary = house.sign_in(world::SECRETARY).await;
    let list = format!("/contests/{contest}/reports/2026-Q4/overdue");
    secretary.get(&list).await.is(200).shows("1–3 / 3");
    let found = secretary.get(&format!("{list}?q=thung+may")).await;
    // The letters go to those who are listed.
    found.is(200).shows("1–1 / 1").shows("Thung Mây").hides("Sở Y tế");
    let kind = secretary.get(&format!("{list}?kind=department")).await;
    kind.is(200).shows("1–2 / 2").hides("Thung Mây");
    let none = secretary.get(&format!("{list}?q=thung+may&kind=department")).await;
    none.is(200).says("reports-none-found").hides("Kính gửi");
    secretary
        .get(&format!("/contests/{contest}/reports/2026-Q4?state=late"))
        .await
        .shows("1–3 / 3");
}

async fn a_unit_finds_its_reports(house: &House) {
    let contest = open(house, &["dost", "doh"]).await;
    let path = report(house, contest, "dost").await;
    let own = house.known(world::COORDINATOR);
    let link = format!("href=\"{path}\"");
    own.get("/reports").await.is(200).shows("1–1 / 1").holds(&link);
    own.get("/reports?q=sa+linh+hoi+thi").await.is(200).holds(&link);
    own.get("/reports?q=khoa+hoc").await.is(200).holds(&link);
    own.get("/reports?q=y+te").await.is(200).says("reports-none-found").hides(&link);
    own.get("/reports?state=submitted").await.is(200).says("reports-none-found");
    submit(house, &own, &path, ["Xong.", "", ""]).await;
    own.get("/reports?state=submitted").await.is(200).holds(&link);
    house.known(world::SECRETARY).get("/reports").await.is(200).says("reports-no-unit");
}

async fn long_lists_have_pages(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let id = path.rsplit('/').next().unwrap();
    for number in 0..50 {
        let year = 1900 + number;
        house
            .tamper(&format!(
                "insert into period_report (id, contest_id, regime_id, unit_id, period, due_at, state,
                    revision, changed_at, opened_at)
                 select 'r{number:02}', contest_id, regime_id, unit_id, '{year}', 0, 'open', 1, 0, 0
                 from period_report where id = '{id}'"
            ))
            .await;
    }
    let own = house.known(world::COORDINATOR);
    let first = own.get("/reports?state=open").await;
    first.is(200).shows("1–50 / 51").holds("href=\"/reports?state=open&#38;page=1\" rel=\"next\"");
    let second = own.get("/reports?state=open&page=1").await;
    second.is(200).shows("51–51 / 51").holds(&format!("href=\"{path}\""));
    own.get("/reports?page=99").await.is(200).shows("51–51 / 51");
    house.tamper("delete from period_report where id like 'r%'").await;
}
