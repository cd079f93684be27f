//! Time: what is overdue, more time asked for, turns that open by the clock.

use hoithi::installation::work;
use hoithi::tasks::Recurrence;

use super::standing::{assignment, last_day, recurring, running, state, task};
use crate::house::House;

stories! {
    overdue_begins_when_the_last_day_ends,
    more_time_is_granted_once,
    a_refusal_needs_words,
    a_new_deadline_moves_all_but_the_extended,
    turns_open_by_the_clock,
    a_turn_is_opened_by_hand,
}

async fn overdue_begins_when_the_last_day_ends(house: &House) {
    let draft = task(house, "Họp triển khai", "21/11/2026", &["dost"]).await;
    let (contest, _) = running(house, &[draft]).await;
    let matrix = format!("/contests/{contest}/tasks");
    let own = house.known(world::COORDINATOR);
    own.get("/assignments").await.is(200).says("task-last-day").hides("việc đã quá hạn");
    house.wait_seconds(14 * 3600 - 1);
    let own = house.sign_in(world::COORDINATOR).await;
    own.get(&matrix).await.is(200).holds("<dd>1</dd>").hides("class=\"mark is-late\" href");
    house.wait_seconds(1);
    own.get(&matrix).await.is(200).holds("class=\"mark is-late\" href");
    own.get("/assignments").await.is(200).shows("1 việc đã quá hạn");
}

async fn more_time_is_granted_once(house: &House) {
    let draft = task(house, "Rà soát sáng kiến", "30/11/2026", &["dost"]).await;
    let (_, ids) = running(house, &[draft]).await;
    let path = assignment(house, ids[0], "dost").await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let asking = format!("{path}/extensions");
    own.post(&asking, &[("until", "30/11/2026"), ("why", "bận")])
        .await
        .is(422)
        .says("extension-not-later");
    own.post(&asking, &[("until", "15/12/2026"), ("why", "")])
        .await
        .is(422)
        .says("task-reason-empty");
    own.post(&asking, &[("until", "15/12/2026"), ("why", "Chờ số liệu")]).await.leads_to(&path);
    own.post(&asking, &[("until", "20/12/2026"), ("why", "nữa")]).await.is(409);
    let part = house.ask("select id from extension").await;
    let answer = format!("{path}/extensions/{part}/answer");
    let granted = [("granted", "10/12/2026"), ("answer", "Đến 10/12")];
    own.post(&answer, &granted).await.is(403);
    secretary.get(&path).await.is(200).shows("Chờ số liệu").says("extension-grant");
    secretary.post(&answer, &granted).await.leads_to(&path);
    secretary.post(&answer, &granted).await.is(409).says("extension-answered");
    own.get(&path).await.is(200).shows("Đồng ý đến hết 10/12/2026").shows("Đến 10/12");
    assert_eq!(last_day(house, &path).await, "10/12/2026");
}

async fn a_refusal_needs_words(house: &House) {
    let draft = task(house, "Rà soát sáng kiến", "30/11/2026", &["dost"]).await;
    let (_, ids) = running(house, &[draft]).await;
    let path = assignment(house, ids[0], "dost").await;
    let secretary = house.known(world::SECRETARY);
    let asked = [("until", "15/12/2026"), ("why", "Chờ số liệu")];
    house.known(world::COORDINATOR).post(&format!("{path}/extensions"), &asked).await.is(303);
    let part = house.ask("select id from extension").await;
    let answer = format!("{path}/extensions/{part}/answer");
    secretary.post(&answer, &[("decision", "refuse")]).await.is(422).says("task-reason-empty");
    let said = [("decision", "refuse"), ("answer", "Hội đồng họp ngày 1/12")];
    secretary.post(&answer, &said).await.leads_to(&path);
    secretary.get(&path).await.says("extension-refused").shows("Hội đồng họp ngày 1/12");
    assert_eq!(last_day(house, &path).await, "30/11/2026");
}

async fn a_new_deadline_moves_all_but_the_extended(house: &House) {
    let draft = task(house, "Gửi hồ sơ", "30/11/2026", &["dost", "doh", "doj"]).await;
    let (_, ids) = running(house, &[draft]).await;
    let secretary = house.known(world::SECRETARY);
    let mut paths = Vec::new();
    for key in ["dost", "doh", "doj"] {
        paths.push(assignment(house, ids[0], key).await);
    }
    for (path, until) in [(&paths[1], "5/12/2026"), (&paths[2], "31/1/2027")] {
        let asked = [("until", until), ("why", "cần thêm")];
        secretary.post(&format!("{path}/extensions"), &asked).await.is(303);
        let id = path.rsplit('/').next().unwrap();
        let part =
            house.ask(&format!("select id from extension where assignment_id = '{id}'")).await;
        let granted = [("granted", until)];
        secretary.post(&format!("{path}/extensions/{part}/answer"), &granted).await.is(303);
    }
    let changed = [("text", "Gửi hồ sơ"), ("end", "20/12/2026"), ("reason", "Công văn 12/BTC")];
    secretary.post(&format!("/tasks/{}", ids[0]), &changed).await.is(303);
    let mut days = Vec::new();
    for path in &paths {
        days.push(last_day(house, path).await);
    }
    assert_eq!(days, ["20/12/2026", "20/12/2026", "31/1/2027"]);
    let page = secretary.get(&format!("/tasks/{}", ids[0])).await;
    page.is(200).shows("Công văn 12/BTC").shows("đến hết 30/11/2026");
}

const PERIODS: &str = "select string_agg(period, ' ' order by period) from
    (select distinct period from assignment) p";

async fn turns_open_by_the_clock(house: &House) {
    let draft = recurring(house, Recurrence::Quarterly, &["dost", "doh"]).await;
    let (_, ids) = running(house, &[draft]).await;
    let first = assignment(house, ids[0], "dost").await;
    assert_eq!(last_day(house, &first).await, "31/12/2026");
    work::turns(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "2026-Q4");
    house.wait_days(41);
    work::turns(&house.app).await.unwrap();
    work::turns(&house.app).await.unwrap();
    assert_eq!(house.ask(PERIODS).await, "2026-Q4 2027-Q1");
    assert_eq!(house.count("select count(*) from assignment").await, 4);
    assert_eq!(state(house, &first).await, "open");
}

async fn a_turn_is_opened_by_hand(house: &House) {
    let draft = recurring(house, Recurrence::Quarterly, &["dost", "doh"]).await;
    let (_, ids) = running(house, &[draft]).await;
    work::turns(&house.app).await.unwrap();
    let secretary = house.known(world::SECRETARY);
    let task = format!("/tasks/{}", ids[0]);
    secretary.post(&format!("{task}/turns"), &[]).await.leads_to(&task);
    assert_eq!(house.ask(PERIODS).await, "2026-Q4 2027-Q1");
    secretary.get(&task).await.is(200).shows("quý I/2027").shows("quý IV/2026");
}
