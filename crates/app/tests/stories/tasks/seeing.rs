//! Who sees what: units their own part and the words of all tasks, once the contest runs.

use hoithi::contests::Step;

use super::standing::{assignment, prepared, running, step, task};
use crate::house::House;

stories! {
    a_unit_sees_its_own_part_alone,
    nobody_sees_a_contest_before_it_runs,
    a_closed_contest_is_read_and_not_changed,
    what_is_said_to_one_reaches_nobody_else,
    the_matrix_is_searched_filtered_and_exported,
}

async fn a_unit_sees_its_own_part_alone(house: &House) {
    let drafts = [
        task(house, "Việc chung", "1/12/2026", &["dost", "doh"]).await,
        task(house, "Việc người khác", "1/12/2026", &["doh"]).await,
    ];
    let (contest, ids) = running(house, &drafts).await;
    let own = house.known(world::COORDINATOR);
    let matrix = own.get(&format!("/contests/{contest}/tasks")).await;
    matrix.is(200).shows("Sở Khoa học và Công nghệ").hides("Sở Y tế").hides("/tasks/new");
    let list = own.get(&format!("/contests/{contest}/tasks/list")).await;
    list.is(200).shows("Việc chung").shows("Việc người khác").shows("0 / 1").hides("0 / 2");
    own.get(&format!("/tasks/{}", ids[1])).await.is(200).hides("Sở Y tế");
    own.get(&format!("/tasks/{}?q=y+te", ids[0])).await.is(200).hides("Sở Y tế");
    let theirs = assignment(house, ids[1], "doh").await;
    own.get(&theirs).await.is(404);
    for act in ["start", "acceptance", "return", "remarks", "extensions", "reports"] {
        own.post(&format!("{theirs}/{act}"), &[("remark", "x")]).await.is(404);
    }
    let stranger = house.known(world::OTHER_COORDINATOR);
    for path in [format!("/contests/{contest}/tasks"), format!("/tasks/{}", ids[0])] {
        stranger.get(&path).await.is(404);
    }
    stranger.get("/assignments").await.is(200).says("assignments-empty");
}

async fn nobody_sees_a_contest_before_it_runs(house: &House) {
    let drafts = [task(house, "Việc kín", "1/12/2026", &["dost"]).await];
    let (contest, ids) = prepared(house, &drafts).await;
    let path = assignment(house, ids[0], "dost").await;
    let own = house.known(world::COORDINATOR);
    own.get("/assignments?mark=all").await.is(200).hides("Việc kín").says("assignments-empty");
    for path in [&path, &format!("/tasks/{}", ids[0]), &format!("/contests/{contest}/tasks")] {
        own.get(path).await.is(404);
    }
    let secretary = house.known(world::SECRETARY);
    secretary.get(&path).await.is(200).says("task-contest-not-running");
    secretary.post(&format!("{path}/start"), &[]).await.is(409).says("task-contest-not-running");
    step(house, contest, Step::Start).await;
    own.get(&path).await.is(200);
}

async fn a_closed_contest_is_read_and_not_changed(house: &House) {
    let drafts = [task(house, "Việc", "1/12/2026", &["dost"]).await];
    let (contest, ids) = running(house, &drafts).await;
    step(house, contest, Step::Close).await;
    let path = assignment(house, ids[0], "dost").await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    own.get(&path).await.is(200).hides("/start");
    own.post(&format!("{path}/start"), &[]).await.is(409);
    secretary.post(&format!("/tasks/{}/remarks", ids[0]), &[("remark", "x")]).await.is(409);
    secretary.get(&format!("/contests/{contest}/tasks")).await.is(200);
}

async fn what_is_said_to_one_reaches_nobody_else(house: &House) {
    let drafts = [task(house, "Việc", "1/12/2026", &["dost", "thung-may"]).await];
    let (_, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let (own, other) = (house.known(world::COORDINATOR), house.known(world::OTHER_COORDINATOR));
    let path = assignment(house, ids[0], "dost").await;
    let theirs = assignment(house, ids[0], "thung-may").await;
    own.post(&format!("{path}/remarks"), &[("remark", "")]).await.is(422).says("remark-empty");
    own.post(&format!("{path}/remarks"), &[("remark", "Hỏi riêng thư ký")]).await.is(303);
    let all = format!("/tasks/{}/remarks", ids[0]);
    own.post(&all, &[("remark", "Nói với mọi người")]).await.is(403);
    secretary.post(&all, &[("remark", "Nhắc chung")]).await.is(303);
    secretary.get(&path).await.is(200).shows("Hỏi riêng thư ký").shows("Nhắc chung");
    other.get(&theirs).await.is(200).shows("Nhắc chung").hides("Hỏi riêng thư ký");
    let page = other.get(&format!("/tasks/{}", ids[0])).await;
    page.is(200).shows("Nhắc chung").hides("Hỏi riêng thư ký");
}

async fn the_matrix_is_searched_filtered_and_exported(house: &House) {
    let mut drafts = Vec::new();
    for number in 1..=9 {
        let text = format!("Việc số {number}");
        drafts.push(task(house, &text, "1/12/2026", &["dost", "doh", "thung-may"]).await);
    }
    let (contest, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let matrix = format!("/contests/{contest}/tasks");
    let first = secretary.get(&matrix).await;
    first.is(200).shows("7. Việc số 7").hides("8. Việc số 8").says("tasks-columns-after");
    secretary.get(&format!("{matrix}?part=1")).await.is(200).shows("9. Việc số 9");
    secretary.get(&format!("{matrix}?cols=all")).await.is(200).says("tasks-columns-few");
    secretary.get(&format!("{matrix}?q=y+te")).await.is(200).shows("Sở Y tế").hides("Thung Mây");
    let committees = secretary.get(&format!("{matrix}?kind=committee")).await;
    committees.is(200).shows("Thung Mây").hides("Sở Y tế");
    let path = assignment(house, ids[0], "doh").await;
    secretary.post(&format!("{path}/start"), &[]).await.is(303);
    let begun = secretary.get(&format!("{matrix}?mark=in-progress")).await;
    begun.is(200).shows("Sở Y tế").hides("Thung Mây");
    secretary.get(&format!("{matrix}?mark=done&page=9")).await.is(200).says("tasks-none-found");
    let file = secretary.get(&format!("{matrix}/export")).await;
    assert!(file.is(200).body.starts_with(b"PK"));
    let own = house.known(world::COORDINATOR).get(&format!("{matrix}/export")).await;
    assert!(own.is(200).body.len() < file.body.len());
}
