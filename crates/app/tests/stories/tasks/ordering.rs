//! Ordering by hand, changing, giving to more units, calling off.

use super::standing::{assignment, prepared, running, task};
use crate::house::House;

stories! {
    a_task_by_hand_reaches_each_unit_once,
    a_refused_order_keeps_what_was_typed,
    all_units_below_one_get_it,
    a_task_called_off_counts_nowhere,
    only_who_runs_the_contest_orders,
}

async fn a_task_by_hand_reaches_each_unit_once(house: &House) {
    let (contest, _) = running(house, &[]).await;
    let secretary = house.known(world::SECRETARY);
    let matrix = format!("/contests/{contest}/tasks");
    secretary.get(&matrix).await.is(200).says("tasks-empty");
    let fields = [
        ("text", "Cử giám khảo"),
        ("deliverable", "Danh sách"),
        ("end", "quý II/2027"),
        ("units", "SL-S01\nSở Y tế\n\nSở KH&CN"),
    ];
    let ordered = secretary.post(&matrix, &fields).await;
    ordered.is(303);
    let page = secretary.get(ordered.header("location")).await;
    page.is(200).shows("Cử giám khảo").shows("đến hết quý II/2027").says("task-source-none");
    assert_eq!(house.count("select count(*) from assignment").await, 2);
    let give = format!("{}/units", ordered.header("location"));
    secretary.post(&give, &[("units", "SL-S03")]).await.is(422).says("task-given-already");
    secretary.post(&give, &[("units", "SL-S03\nSL-S10")]).await.is(303);
    assert_eq!(house.count("select count(*) from assignment").await, 3);
    secretary.get(&matrix).await.is(200).shows("Sở Tư pháp").shows("1. Cử giám khảo");
}

async fn a_refused_order_keeps_what_was_typed(house: &House) {
    let (contest, _) = running(house, &[]).await;
    let secretary = house.known(world::SECRETARY);
    let fields = [
        ("text", ""),
        ("start", "2028"),
        ("end", "2027"),
        ("units", "Sở Không Có"),
        ("recurrence", "quarterly"),
    ];
    let refused = secretary.post(&format!("/contests/{contest}/tasks"), &fields).await;
    refused.is(422).says("task-text-empty").says("days-reversed").shows("“Sở Không Có”");
    refused.holds("value=\"quarterly\" selected");
    let unknown = house.unit("doh").await.replace(|sign: char| sign.is_ascii_digit(), "7");
    let fields = [("text", "Việc"), ("units", unknown.as_str())];
    let refused = secretary.post(&format!("/contests/{contest}/tasks"), &fields).await;
    assert_eq!(refused.status, 422);
    assert_eq!(house.count("select count(*) from task").await, 0);
}

async fn all_units_below_one_get_it(house: &House) {
    let (contest, _) = running(house, &[]).await;
    let secretary = house.known(world::SECRETARY);
    let fields = [("text", "Tuyên truyền"), ("under", "SL-00"), ("kind", "department")];
    secretary.post(&format!("/contests/{contest}/tasks"), &fields).await.is(303);
    let departments =
        "select count(*) from unit where kind = 'department' and abolished_on is null";
    let departments = house.count(departments).await;
    assert_eq!(house.count("select count(*) from assignment").await, departments);
    let list = secretary.get(&format!("/contests/{contest}/tasks/list")).await;
    list.is(200).shows(&format!("0 / {departments}"));
}

async fn a_task_called_off_counts_nowhere(house: &House) {
    let drafts = [
        task(house, "Việc bỏ", "1/11/2026", &["dost"]).await,
        task(house, "Việc còn", "1/12/2026", &["dost"]).await,
    ];
    let (contest, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let task = format!("/tasks/{}", ids[0]);
    secretary.get(&format!("/contests/{contest}/overdue")).await.is(200).shows("Việc bỏ");
    secretary.post(&format!("{task}/calling-off"), &[("reason", " ")]).await.is(422);
    let said = [("reason", "Không còn cần")];
    secretary.post(&format!("{task}/calling-off"), &said).await.leads_to(&task);
    secretary.post(&format!("{task}/calling-off"), &said).await.is(409);
    secretary.get(&format!("/contests/{contest}/overdue")).await.is(200).says("tasks-late-none");
    secretary.get(&format!("/contests/{contest}/tasks")).await.is(200).hides("Việc bỏ");
    secretary.get(&task).await.is(200).says("task-is-called-off").shows("Không còn cần");
    let own = house.known(world::COORDINATOR);
    own.get("/assignments?mark=all").await.is(200).hides("Việc bỏ").shows("Việc còn");
    let path = assignment(house, ids[0], "dost").await;
    own.post(&format!("{path}/start"), &[]).await.is(409).says("task-called-off");
}

async fn only_who_runs_the_contest_orders(house: &House) {
    let drafts = [task(house, "Việc", "1/12/2026", &["dost"]).await];
    let (contest, ids) = running(house, &drafts).await;
    let own = house.known(world::COORDINATOR);
    let fields = [("text", "Việc của tôi"), ("units", "SL-S03"), ("reason", "tự sửa")];
    own.get(&format!("/contests/{contest}/tasks/new")).await.is(403);
    own.post(&format!("/contests/{contest}/tasks"), &fields).await.is(403);
    own.post(&format!("/tasks/{}", ids[0]), &fields).await.is(403);
    own.post(&format!("/tasks/{}/units", ids[0]), &fields).await.is(403);
    own.post(&format!("/tasks/{}/calling-off", ids[0]), &fields).await.is(403);
    own.get(&format!("/contests/{contest}/overdue")).await.is(403);
    let other = house.known(world::OTHER_COORDINATOR);
    other.post(&format!("/contests/{contest}/tasks"), &fields).await.is(404);
    other.post(&format!("/tasks/{}", ids[0]), &fields).await.is(404);
    let (hidden, _) = prepared(house, &drafts).await;
    own.post(&format!("/contests/{hidden}/tasks"), &fields).await.is(404);
    assert_eq!(house.count("select count(*) from task").await, 2);
}
