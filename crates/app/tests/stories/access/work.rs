//! The work behind the doors: tasks, what single units do of them, and periodic reports. All of it is of
//! the contest in which the department of science has a task.

use hoithi::accounts::Actor;
use hoithi::reports;
use hoithi::tasks::{self, AssignmentId, ReportDraft};
use kernel::id::ContestId;

use super::contest;
use crate::house::House;

/// A task of the contest.
pub async fn task(house: &House, state: &str) -> String {
    let id = contest::stands(house, state).await;
    house.ask(&format!("select id from task where contest_id = '{id}'")).await
}

/// What the department has to do: `draft`, `running`, `reported` or `asked`, for more time.
pub async fn assignment(house: &House, state: &str) -> String {
    let standing = if state == "draft" { "draft" } else { "running" };
    let contest = contest::stands(house, standing).await;
    let sql = format!("select id from assignment where contest_id = '{contest}'");
    let id = house.ask(&sql).await;
    let there = id.parse().unwrap();
    match state {
        "reported" => report(house, there).await,
        "asked" => ask_for_time(house, there).await,
        _ => (),
    }
    id
}

async fn report(house: &House, id: AssignmentId) {
    let bytes = b"Ban ghi buoi phat thanh".to_vec();
    let kept = hoithi::files::keep(&house.app, bytes).await.unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let draft = ReportDraft {
        text: "Đã phát thanh 12 buổi".to_owned(),
        figure: Some(12),
        links: Vec::new(),
        files: vec![(kept, "Biên bản.txt".to_owned())],
    };
    let actor = Actor::operator(tx.at());
    tasks::report(&mut tx, &actor, id, &draft).await.unwrap();
    tx.commit().await.unwrap();
}

async fn ask_for_time(house: &House, id: AssignmentId) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let until = "2027-06-30".parse().unwrap();
    tasks::ask_for_time(&mut tx, &actor, id, (until, "chờ số liệu")).await.unwrap();
    tx.commit().await.unwrap();
}

/// A file or a request for time, as the word before it says, of the assignment before that.
pub async fn part(house: &House, before: &str) -> String {
    let words: Vec<&str> = before.split('/').collect();
    let sql = match words[3] {
        "files" => {
            "select f.id from report_file f join assignment_report r on r.id = f.report_id
             where r.assignment_id = "
        }
        _ => "select id from extension where assignment_id = ",
    };
    house.ask(&format!("{sql}'{}'", words[2])).await
}

/// The department's report on the present quarter: `open` or `submitted`.
pub async fn period_report(house: &House, state: &str) -> String {
    let contest = contest::stands(house, "running").await;
    open(house, contest).await;
    let sql = format!("select id from period_report where contest_id = '{contest}'");
    let id = house.ask(&sql).await;
    if state == "submitted" {
        let path = format!("/reports/{id}/submission");
        let own = house.known(world::COORDINATOR);
        own.post(&path, &report_fields("/reports/{id}/submission")).await.is(303);
    }
    id
}

async fn open(house: &House, contest: ContestId) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let day = tx.at().day();
    reports::open_period(&mut tx, &actor, contest, day).await.unwrap();
    tx.commit().await.unwrap();
}

/// The quarter of which the contest before it has reports; where it has none yet, they are opened.
pub async fn period(house: &House, before: &str) -> String {
    let contest = before.split('/').nth(2).unwrap();
    let found = format!("select count(*) from period_report where contest_id = '{contest}'");
    let state = format!("select state from contest where id = '{contest}'");
    if house.count(&found).await == 0 && house.ask(&state).await == "running" {
        open(house, contest.parse().unwrap()).await;
    }
    "2026-Q4".to_owned()
}

/// What a form about tasks holds when somebody means it.
pub fn task_fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path.rsplit('/').next().unwrap_or("") {
        "{id}" => vec![("text", "Tuyên truyền rộng rãi về hội thi"), ("reason", "rõ hơn")],
        "calling-off" | "return" | "withdrawal" => vec![("reason", "làm lại")],
        "units" => vec![("units", "Sở Y tế")],
        "remarks" => vec![("remark", "Cần làm sớm")],
        "extensions" => vec![("until", "30/6/2027"), ("why", "chờ số liệu")],
        "answer" => vec![("granted", "30/6/2027"), ("answer", "Đến hết tháng 6")],
        _ => Vec::new(),
    }
}

/// What a form about a periodic report holds when somebody means it.
pub fn report_fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path.rsplit('/').next().unwrap_or("") {
        "verdict" => vec![("revision", "3"), ("verdict", "accept")],
        "paper" => vec![("symbol", "BC-SKHCN"), ("place", "Sa Lĩnh")],
        _ => vec![("revision", "1"), ("words", "Đã phát động")],
    }
}
