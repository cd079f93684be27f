//! Gathering by level: units, the unit above them, the agency that runs the contest.

use hoithi::installation::work;

use super::standing::{
    coordinates, decide, open, quarterly, report, revision, running, send, submit,
};
use crate::house::House;

stories! {
    a_unit_above_gathers_what_it_accepted,
    the_standing_agency_reports_to_the_organiser,
    every_level_adds_up_to_the_same,
    a_unit_that_is_no_more_is_named,
}

/// The committee of the province takes part, with a department and a commune under it.
async fn a_unit_above_gathers_what_it_accepted(house: &House) {
    let contest = open(house, &["province", "dost", "thung-may"]).await;
    coordinates(house, world::COORDINATOR, "province").await;
    let (above, below) =
        (house.sign_in(world::COORDINATOR).await, house.known(world::OTHER_COORDINATOR));
    let (own, commune) =
        (report(house, contest, "province").await, report(house, contest, "thung-may").await);
    above.get(&own).await.is(200).says("report-below-none-in");
    let empty = send(house, &above, (&own, "/gathering"), ["Tỉnh đã họp.", "", ""]).await;
    empty.is(409).says("report-nothing-to-gather").holds(">Tỉnh đã họp.</textarea>");
    submit(house, &below, &commune, ["Xã đã phát động.", "3", ""]).await;
    send(house, &above, (&own, "/gathering"), ["", "", ""]).await.is(409);
    decide(house, &above, &commune, None).await.leads_to(&commune);
    above.get(&own).await.is(200).says("report-gather");
    send(house, &above, (&own, "/gathering"), ["Tỉnh đã họp.", "", ""]).await.leads_to(&own);
    let page = above.get(&own).await;
    page.is(200).shows("Tỉnh đã họp.\n* Ủy ban nhân dân xã Thung Mây: Xã đã phát động.");
    page.shows("Còn thiếu 1 đơn vị:").shows("Sở Khoa học và Công nghệ");
    send(house, &above, (&own, "/gathering"), ["x", "", ""]).await.is(409);
    submit(house, &above, &own, ["Tỉnh đã họp. Xã đã phát động.", "3", ""]).await;
    let frozen = house.known(world::SECRETARY).get(&format!("{own}/versions/1")).await;
    frozen.is(200).shows("Đã tổng hợp từ 1 đơn vị").shows("Ủy ban nhân dân xã Thung Mây");
    // A unit below does not see the report of the one above.
    below.get(&own).await.is(404);
}

async fn the_standing_agency_reports_to_the_organiser(house: &House) {
    let runners = (Some("province"), Some("dost"));
    let contest = running(house, &["doh", "thung-may"], runners, vec![quarterly()]).await;
    work::round(&house.app).await.unwrap();
    let (standing, commune) =
        (report(house, contest, "dost").await, report(house, contest, "thung-may").await);
    let (agency, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    submit(house, &house.known(world::OTHER_COORDINATOR), &commune, ["Đã phát động.", "", ""])
        .await;
    decide(house, &secretary, &commune, None).await.leads_to(&commune);
    send(house, &agency, (&standing, "/gathering"), ["", "", ""]).await.leads_to(&standing);
    submit(house, &agency, &standing, ["Toàn tỉnh đã phát động.", "", ""]).await;
    decide(house, &agency, &standing, None).await.is(403);
    decide(house, &secretary, &standing, None).await.leads_to(&standing);
    let page = agency.get(&standing).await;
    page.is(200).shows("Toàn tỉnh đã phát động.").shows("Còn thiếu 1 đơn vị:").shows("Sở Y tế");
    // The list of who has to report to the agency does not name the agency itself as late.
    house.wait_days(40);
    let late = house.sign_in(world::SECRETARY).await;
    let late = late.get(&format!("/contests/{contest}/reports/2026-Q4/overdue")).await;
    late.is(200).shows("Sở Y tế").hides("Sở Khoa học và Công nghệ</label>");
}

/// What all units report is the sum of what each reports, whichever way it is added.
async fn every_level_adds_up_to_the_same(house: &House) {
    let contest = open(house, &["province", "dost", "thung-may"]).await;
    coordinates(house, world::COORDINATOR, "province").await;
    let (above, below) =
        (house.sign_in(world::COORDINATOR).await, house.known(world::OTHER_COORDINATOR));
    let secretary = house.known(world::SECRETARY);
    for (who, key) in [(&above, "dost"), (&below, "thung-may")] {
        let path = report(house, contest, key).await;
        submit(house, who, &path, ["Xong.", "", ""]).await;
        decide(house, &secretary, &path, None).await.leads_to(&path);
    }
    let own = report(house, contest, "province").await;
    send(house, &above, (&own, "/gathering"), ["", "", ""]).await.leads_to(&own);
    submit(house, &above, &own, ["Tỉnh.", "", ""]).await;
    let sum = "<tfoot><tr><th scope=\"row\">";
    let of = |text: &str| {
        let (_, foot) = text.split_once(sum).unwrap();
        let foot = foot.split("</tfoot>").next().unwrap().to_owned();
        let cells = foot.split("class=\"number\">").skip(1);
        cells.map(|cell| cell.split('<').next().unwrap().to_owned()).collect::<Vec<String>>()
    };
    let by_level = of(secretary.get(&own).await.text());
    let all_at_once =
        of(secretary.get(&format!("/contests/{contest}/reports/2026-Q4")).await.text());
    assert_eq!(by_level, ["3", "0", "0", "0"]);
    assert_eq!(by_level, all_at_once);
}

async fn a_unit_that_is_no_more_is_named(house: &House) {
    let contest = open(house, &["doh", "doit"]).await;
    let secretary = house.known(world::SECRETARY);
    let unit = house.unit("doh").await;
    let decision = [
        ("kind", "abolish"),
        ("from", &*unit),
        ("number", "12/NQ-HĐND"),
        ("decided_on", "12/11/2026"),
        ("issuer", "Hội đồng nhân dân tỉnh Sa Lĩnh"),
        ("effective_on", "1/12/2026"),
    ];
    secretary.post("/reorganisations", &decision).await.is(303);
    house.wait_days(40);
    let secretary = house.sign_in(world::SECRETARY).await;
    let list = secretary.get(&format!("/contests/{contest}/reports/2026-Q4")).await;
    list.is(200).shows("Sở Y tế").says("report-state-gone").shows("Đôn đốc 1 đơn vị");
    let path = report(house, contest, "doh").await;
    secretary.get(&path).await.is(200).shows("Sở Y tế");
    secretary.get(&format!("{path}/paper")).await.is(200).shows("Sở Y tế");
    let late = secretary.get(&format!("/contests/{contest}/reports/2026-Q4/overdue")).await;
    late.is(200).shows("Sở Công Thương").hides("Sở Y tế");
    assert_eq!(revision(house, &path).await, "1");
}
