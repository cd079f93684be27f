//! Who has not reported: the list, the letters, the note that they were reminded.

use super::standing::{assignment, running, task};
use crate::house::House;

stories! {
    the_late_are_named_with_their_letters,
    reminded_units_see_it,
    nobody_is_reminded_who_is_not_late,
    nobody_late_is_good_news,
}

async fn the_late_are_named_with_their_letters(house: &House) {
    let drafts = [
        task(house, "Ban hành văn bản", "15/11/2026", &["dost", "doh", "thung-may"]).await,
        task(house, "Đăng tải thể lệ", "31/12/2026", &["doj"]).await,
    ];
    let (contest, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&format!("/contests/{contest}/overdue")).await;
    page.is(200).shows("Sở Y tế").shows("Ban hành văn bản").shows("quá 6 ngày").hides("Sở Tư pháp");
    page.shows("    + Ban hành văn bản (hạn 15/11/2026, quá 6 ngày)");
    page.shows("Kính gửi: Ủy ban nhân dân tỉnh Sa Lĩnh");
    let one = secretary.get(&format!("/contests/{contest}/overdue?q=y+te")).await;
    one.is(200).shows("Sở Y tế").hides("Kính gửi: Sở Khoa học và Công nghệ");
    let none = secretary.get(&format!("/contests/{contest}/overdue?task={}", ids[1])).await;
    none.is(200).says("tasks-late-none-found").holds("role=\"search\"");
    let matrix = secretary.get(&format!("/contests/{contest}/tasks")).await;
    matrix.is(200).shows("Đôn đốc 3 đơn vị chậm");
}

async fn reminded_units_see_it(house: &House) {
    let drafts = [task(house, "Ban hành văn bản", "15/11/2026", &["dost", "doh"]).await];
    let (contest, ids) = running(house, &drafts).await;
    let (secretary, own) = (house.known(world::SECRETARY), house.known(world::COORDINATOR));
    let unit = house.unit("dost").await;
    let list = format!("/contests/{contest}/overdue");
    let chasing = format!("{list}/chasing");
    own.post(&chasing, &[("unit", &unit)]).await.is(403);
    secretary.post(&chasing, &[("unit", &unit)]).await.leads_to(&list);
    own.get("/assignments").await.is(200).shows("Đã được đôn đốc ngày 21/11/2026");
    let path = assignment(house, ids[0], "dost").await;
    own.get(&path).await.is(200).shows("Đã được đôn đốc ngày 21/11/2026");
    assert_eq!(house.count("select cast(sum(chases) as bigint) from assignment").await, 1);
}

async fn nobody_is_reminded_who_is_not_late(house: &House) {
    let drafts = [task(house, "Ban hành văn bản", "30/11/2026", &["dost"]).await];
    let (contest, _) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let unit = house.unit("dost").await;
    let chasing = format!("/contests/{contest}/overdue/chasing");
    secretary.post(&chasing, &[("unit", &unit)]).await.is(409).says("chase-nobody");
    secretary.post(&chasing, &[]).await.is(409);
    secretary.post(&chasing, &[("unit", "x")]).await.is(422);
}

async fn nobody_late_is_good_news(house: &House) {
    let (contest, _) =
        running(house, &[task(house, "Đăng tải thể lệ", "31/12/2026", &["doj"]).await]).await;
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&format!("/contests/{contest}/overdue")).await;
    page.is(200).says("tasks-late-none").says("tasks-late-none-help").hides("role=\"search\"");
}
