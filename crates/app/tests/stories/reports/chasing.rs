//! Who has not reported: with whom to call, the letters, and the note that they were reminded.

use super::standing::{NAME, open, report, submit};
use crate::house::House;

stories! {
    the_late_are_listed_with_whom_to_call,
    reminded_units_see_it,
    who_is_not_late_is_not_reminded,
}

async fn the_late_are_listed_with_whom_to_call(house: &House) {
    let contest = open(house, &["dost", "doh", "thung-may"]).await;
    let commune = report(house, contest, "thung-may").await;
    submit(house, &house.known(world::OTHER_COORDINATOR), &commune, ["Xong.", "", ""]).await;
    let list = format!("/contests/{contest}/reports/2026-Q4/overdue");
    house.known(world::SECRETARY).get(&list).await.is(200).says("reports-late-none");
    // The 20th of December ends forty days less ten hours after the story began.
    house.wait_seconds((29 * 24 + 14) * 3600 - 1);
    let secretary = house.sign_in(world::SECRETARY).await;
    secretary.get(&list).await.is(200).says("reports-late-none");
    house.wait_seconds(1);
    let page = secretary.get(&list).await;
    page.is(200).shows("Sở Y tế").shows(world::COORDINATOR.name).shows("qlkh@khcn-salinh.example");
    page.hides("Mùa Chuyên Quản").hides("Thung Mây").shows("quá 1 ngày");
    page.shows("Kính gửi: Sở Khoa học và Công nghệ; Sở Y tế").shows(NAME);
    page.shows("Kính đề nghị Ủy ban nhân dân tỉnh Sa Lĩnh đôn đốc");
    let period = secretary.get(&format!("/contests/{contest}/reports/2026-Q4")).await;
    period.is(200).shows("Đôn đốc 2 đơn vị chưa báo cáo");
    let own = house.sign_in(world::COORDINATOR).await;
    own.get(&list).await.is(403);
    own.get("/reports").await.is(200).says("report-state-late");
}

async fn reminded_units_see_it(house: &House) {
    let contest = open(house, &["dost", "doh"]).await;
    let path = report(house, contest, "dost").await;
    house.wait_days(31);
    let secretary = house.sign_in(world::SECRETARY).await;
    let list = format!("/contests/{contest}/reports/2026-Q4/overdue");
    let named = [("report", path.rsplit('/').next().unwrap())];
    secretary.post(&format!("{list}/chasing"), &named).await.leads_to(&list);
    let own = house.sign_in(world::COORDINATOR).await;
    own.get(&path).await.is(200).shows("đã được đôn đốc ngày 22/12/2026");
    secretary.get(&list).await.is(200).shows("22/12/2026");
    assert_eq!(house.count("select count(*) from report_chase").await, 1);
    submit(house, &own, &path, ["Xin lỗi vì chậm.", "", ""]).await;
    own.get(&path).await.is(200).hides("đã được đôn đốc");
}

async fn who_is_not_late_is_not_reminded(house: &House) {
    let contest = open(house, &["dost"]).await;
    let path = report(house, contest, "dost").await;
    let secretary = house.known(world::SECRETARY);
    let chasing = format!("/contests/{contest}/reports/2026-Q4/overdue/chasing");
    let named = [("report", path.rsplit('/').next().unwrap())];
    secretary.post(&chasing, &named).await.is(409).says("report-chase-nobody");
    secretary.post(&chasing, &[]).await.is(409);
    secretary.post(&chasing, &[("report", "x")]).await.is(422);
    house.known(world::COORDINATOR).post(&chasing, &named).await.is(403);
    secretary.get(&format!("/contests/{contest}/reports/x/overdue")).await.is(404);
}
