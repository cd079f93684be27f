//! A contest with tasks, founded through the verbs.

use documents::{Level, Series};
use hoithi::accounts::Actor;
use hoithi::contests::{self, ContestDraft, ContestFacts, RuleSet, Step};
use hoithi::tasks::{self, Assignee, Part, Recurrence, TaskDraft, TaskId};
use kernel::id::ContestId;
use kernel::{Period, Window};

use crate::house::House;

/// Name of the contest.
pub const NAME: &str = "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 10";

/// What every story orders: `what`, due through `end`, for these units of the world.
pub async fn task(house: &House, what: &str, end: &str, units: &[&str]) -> TaskDraft {
    let mut assignees = Vec::new();
    for key in units {
        let unit = house.unit(key).await.parse().unwrap();
        assignees.push(Assignee { unit, part: Part::Lead, named: (*key).to_owned() });
    }
    let end: Option<Period> = (!end.is_empty()).then(|| end.parse().unwrap());
    TaskDraft {
        text: what.to_owned(),
        deliverable: Some("Báo cáo kết quả".to_owned()),
        window: Window::new(None, end, true).unwrap(),
        recurrence: None,
        assignees,
        paper: None,
        sentence: None,
    }
}

/// The same, coming again in each turn.
pub async fn recurring(house: &House, recurrence: Recurrence, units: &[&str]) -> TaskDraft {
    let draft = task(house, "Báo cáo định kỳ", "", units).await;
    TaskDraft { recurrence: Some(recurrence), ..draft }
}

/// A contest that only the office knows yet.
pub async fn prepared(house: &House, drafts: &[TaskDraft]) -> (ContestId, Vec<TaskId>) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let id = contests::found(&mut tx, &actor, &contest()).await.unwrap();
    let ids = tasks::order(&mut tx, &actor, id, drafts).await.unwrap();
    tx.commit().await.unwrap();
    (id, ids)
}

/// Moves the contest on.
pub async fn step(house: &House, id: ContestId, step: Step) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    contests::step(&mut tx, &actor, id, step).await.unwrap();
    tx.commit().await.unwrap();
}

/// A contest whose units are at work.
pub async fn running(house: &House, drafts: &[TaskDraft]) -> (ContestId, Vec<TaskId>) {
    let (id, ids) = prepared(house, drafts).await;
    step(house, id, Step::Start).await;
    (id, ids)
}

/// The address of what a unit of the world has to do.
pub async fn assignment(house: &House, task: TaskId, key: &str) -> String {
    let unit = house.unit(key).await;
    let sql = "select id from assignment where task_id = '";
    let id = house.ask(&format!("{sql}{task}' and unit_id = '{unit}' order by period desc")).await;
    format!("/assignments/{id}")
}

/// The state of an assignment, by its address.
pub async fn state(house: &House, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap();
    house.ask(&format!("select state from assignment where id = '{id}'")).await
}

/// The last day of an assignment, by its address.
pub async fn last_day(house: &House, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap();
    let due = house.count(&format!("select due_at from assignment where id = '{id}'")).await;
    tasks::mark::last_day(due).written()
}

fn contest() -> ContestDraft {
    ContestDraft {
        facts: ContestFacts {
            name: NAME.to_owned(),
            series: Series::TechnicalInnovation,
            level: Level::Province,
            locality: "tỉnh Sa Lĩnh".to_owned(),
            edition: Some(10),
            years: Some([2026, 2027]),
            parent: None,
            higher: None,
            organiser: None,
            standing: None,
            receiving: None,
            summary: None,
        },
        rules: RuleSet::default(),
        milestones: Vec::new(),
        contacts: Vec::new(),
        citations: Vec::new(),
        regimes: Vec::new(),
        paper: None,
    }
}
