//! Counting: after each verb the counts are those that a recount gives.

use hoithi::installation::check::{Finding, check};
use hoithi::tasks::{Recurrence, TaskId};
use kernel::id::ContestId;

use super::standing::{assignment, recurring, running, task};
use crate::browser::Browser;
use crate::house::House;
use crate::publicity::sending::{LEAFLET, but, enter, upload};

stories! {
    counts_follow_every_verb,
    publicity_is_counted_with_every_verb,
    a_count_that_drifted_is_found,
}

/// The counts of a department over all its tasks: given, done, reported, the first day that is due; and that
/// a recount finds nothing else anywhere.
async fn counted(house: &House, expect: &str) {
    assert_eq!(check(&house.app.store).await.unwrap(), [], "{expect}");
    let unit = house.unit("dost").await;
    let sql = "select given || ' ' || done || ' ' || reported || ' ' || coalesce(first_due, 0)
        from unit_progress where unit_id = '";
    let found = house.ask(&format!("{sql}{unit}'")).await;
    let (counts, due) = found.rsplit_once(' ').unwrap();
    let day = match due.parse::<i64>().unwrap() {
        0 => String::from("-"),
        due => kernel::Instant::from_millis(due - 1).day().written(),
    };
    assert_eq!(format!("{counts} {day}"), expect);
}

async fn posts(who: &Browser<'_>, path: &str, fields: &[(&str, &str)]) {
    who.post(path, fields).await.is(303);
}

async fn counts_follow_every_verb(house: &House) {
    let drafts = [
        task(house, "Ban hành văn bản", "15/11/2026", &["dost", "doh"]).await,
        task(house, "Bố trí kinh phí", "30/11/2026", &["dost"]).await,
        recurring(house, Recurrence::Quarterly, &["doh"]).await,
    ];
    let (contest, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    counts_follow_reports(house, &secretary, ids[0]).await;
    counts_follow_time(house, &secretary, (contest, ids[1])).await;
    posts(&secretary, &format!("/tasks/{}/units", ids[2]), &[("units", "SL-S01")]).await;
    counted(house, "3 1 0 31/12/2026").await;
    posts(&secretary, &format!("/tasks/{}/turns", ids[2]), &[]).await;
    counted(house, "4 1 0 31/12/2026").await;
    for (id, expect) in
        [(ids[2], "2 1 0 31/1/2027"), (ids[0], "1 0 0 31/1/2027"), (ids[1], "0 0 0 -")]
    {
        posts(&secretary, &format!("/tasks/{id}/calling-off"), &[("reason", "Bỏ")]).await;
        counted(house, expect).await;
    }
}

/// A task is begun, reported, returned, reported again and accepted.
async fn counts_follow_reports(house: &House, secretary: &Browser<'_>, task: TaskId) {
    let path = assignment(house, task, "dost").await;
    let report = || upload(&format!("{path}/reports"), &[("text", "Đã xong")], None);
    counted(house, "2 0 0 15/11/2026").await;
    posts(secretary, &format!("{path}/start"), &[]).await;
    counted(house, "2 0 0 15/11/2026").await;
    secretary.send(report()).await.is(303);
    counted(house, "2 0 1 30/11/2026").await;
    posts(secretary, &format!("{path}/return"), &[("reason", "Thiếu số liệu")]).await;
    counted(house, "2 0 0 15/11/2026").await;
    secretary.send(report()).await.is(303);
    posts(secretary, &format!("{path}/acceptance"), &[]).await;
    counted(house, "2 1 0 30/11/2026").await;
    assert_eq!(house.count("select cast(sum(reports) as bigint) from report_day").await, 2);
}

/// More time is granted, the late are reminded, the last day of a task is moved.
async fn counts_follow_time(
    house: &House,
    secretary: &Browser<'_>,
    (contest, task): (ContestId, TaskId),
) {
    let second = assignment(house, task, "dost").await;
    let asked = [("until", "20/12/2026"), ("why", "Chờ dự toán")];
    posts(secretary, &format!("{second}/extensions"), &asked).await;
    let part = house.ask("select id from extension").await;
    let granted = [("granted", "10/12/2026"), ("answer", "")];
    posts(secretary, &format!("{second}/extensions/{part}/answer"), &granted).await;
    counted(house, "2 1 0 10/12/2026").await;
    let overdue = format!("/contests/{contest}/overdue/chasing");
    posts(secretary, &overdue, &[("unit", &house.unit("doh").await)]).await;
    let changed = [("text", "Bố trí kinh phí"), ("end", "31/1/2027"), ("reason", "Lùi")];
    posts(secretary, &format!("/tasks/{task}"), &changed).await;
    counted(house, "2 1 0 31/1/2027").await;
}

async fn publicity_is_counted_with_every_verb(house: &House) {
    let draft = task(house, "Tuyên truyền về hội thi", "31/5/2027", &["dost", "doh"]).await;
    let (contest, _) = running(house, &[draft]).await;
    let secretary = house.known(world::SECRETARY);
    let own = house.known(world::COORDINATOR);
    let sums = "select coalesce(sum(done), 0) || ' ' || coalesce(sum(taken), 0) || ' '
        || coalesce(sum(waiting), 0) || ' ' || coalesce(sum(copies), 0) || ' '
        || coalesce(sum(reach), 0) from publicity_progress";
    let counted = async |expect: &str| {
        assert_eq!(check(&house.app.store).await.unwrap(), [], "{expect}");
        assert_eq!(house.ask(sums).await, expect);
    };
    let path = enter(&own, contest, &LEAFLET).await;
    counted("1 0 1 1200 900").await;
    let corrected = but(&[("channel", "poster"), ("copies", "30"), ("revision", "1")]);
    own.send(upload(&path, &corrected, None)).await.is(303);
    counted("1 0 1 30 900").await;
    let channels = "select channel || ' ' || done || ' ' || copies from publicity_by_channel";
    assert_eq!(house.ask(channels).await, "poster 1 30");
    posts(&secretary, &format!("{path}/return"), &[("reason", "Thiếu ảnh")]).await;
    counted("1 0 0 30 900").await;
    let other = enter(&own, contest, &but(&[("title", "Tờ rơi khác")])).await;
    posts(&own, &format!("{other}/withdrawal"), &[("reason", "Trùng")]).await;
    counted("1 0 0 30 900").await;
    let last = enter(&own, contest, &but(&[("title", "Tờ rơi sau")])).await;
    posts(&secretary, &format!("{last}/acceptance"), &[]).await;
    counted("2 1 0 1230 1800").await;
}

async fn a_count_that_drifted_is_found(house: &House) {
    let draft = task(house, "Ban hành văn bản", "15/11/2026", &["dost"]).await;
    let (contest, _) = running(house, &[draft]).await;
    let unit = house.unit("dost").await;
    house.tamper("update unit_progress set done = done + 1").await;
    let found = check(&house.app.store).await.unwrap();
    let what = format!("{contest}/{unit}");
    assert_eq!(found, [Finding { rule: "check-unit-progress", what }]);
    house.tamper("update unit_progress set done = done - 1").await;
}
