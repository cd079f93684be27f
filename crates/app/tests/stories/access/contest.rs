//! The contest behind the doors: the department of science has a task in it.

use documents::{Frequency, Level, MilestoneKind, MonthOfPeriod, Series};
use hoithi::accounts::Actor;
use hoithi::contests::{
    self, CitationDraft, ContactDraft, ContestDraft, ContestFacts, MilestoneDraft, RegimeDraft,
    RuleSet, Step,
};
use hoithi::tasks::{self, Assignee, Part, TaskDraft};
use kernel::Window;
use kernel::id::ContestId;

use super::award;
use crate::house::House;

/// Name of the contest.
pub const NAME: &str = "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 (2026–2027)";

/// A contest in a state: `draft`, `running`, or `public`, which also runs.
pub async fn stands(house: &House, state: &str) -> ContestId {
    if state == "issued" {
        return award::certified(house).await;
    }
    let unit = house.unit("dost").await.parse().unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let id = contests::found(&mut tx, &actor, &draft()).await.unwrap();
    let assignee = Assignee { unit, part: Part::Lead, named: "Sở KH&CN".to_owned() };
    let task = TaskDraft {
        text: "Tuyên truyền về hội thi".to_owned(),
        deliverable: None,
        window: Window::new(None, "2027-05-31".parse().ok(), true).unwrap(),
        recurrence: None,
        assignees: vec![assignee],
        paper: None,
        sentence: None,
    };
    tasks::order(&mut tx, &actor, id, &[task]).await.unwrap();
    if state != "draft" {
        contests::step(&mut tx, &actor, id, Step::Start).await.unwrap();
    }
    if state == "public" {
        let now = tx.at();
        contests::publish(&mut tx, &actor, id, now).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

fn draft() -> ContestDraft {
    ContestDraft {
        facts: facts(),
        rules: RuleSet {
            fields: vec!["Cơ khí".to_owned()],
            entry: entry::with_code("national").unwrap().rules.clone(),
            ..RuleSet::default()
        },
        milestones: vec![MilestoneDraft {
            kind: Some(MilestoneKind::Submission),
            title: None,
            window: Window::new(None, "2027-05-31".parse().ok(), true).unwrap(),
            by_postmark: true,
            sentence: None,
        }],
        contacts: vec![ContactDraft {
            person: Some("Vàng Thường Trực".to_owned()),
            phones: vec!["0900000111".to_owned()],
            personal: true,
            ..ContactDraft::default()
        }],
        citations: vec![CitationDraft {
            kind: "decree".to_owned(),
            number: Some("13/2012/NĐ-CP".to_owned()),
            issued_on: Some("2012-03-02".to_owned()),
        }],
        regimes: vec![RegimeDraft {
            frequency: Frequency::Quarterly,
            due_day: Some(20),
            due_inclusive: true,
            due_month: Some(MonthOfPeriod::Last),
            once_on: None,
            to: None,
            via: None,
            contents: vec!["Công tác phát động".to_owned()],
        }],
        paper: None,
    }
}

fn facts() -> ContestFacts {
    ContestFacts {
        name: NAME.to_owned(),
        series: Series::TechnicalInnovation,
        level: Level::Province,
        locality: "tỉnh Sa Lĩnh".to_owned(),
        edition: Some(9),
        years: Some([2026, 2027]),
        parent: None,
        higher: None,
        organiser: None,
        standing: None,
        receiving: None,
        summary: None,
    }
}

/// A milestone or a contact, as the word before it says, of the contest before that.
pub async fn part(house: &House, before: &str) -> String {
    let words: Vec<&str> = before.split('/').collect();
    let table = if words[3] == "milestones" { "milestone" } else { "contest_contact" };
    house.ask(&format!("select min(id) from {table} where contest_id = '{}'", words[2])).await
}

/// What the form of another contest holds.
pub const OTHER: [(&str, &str); 3] =
    [("name", "Hội thi khác"), ("series", "other"), ("level", "agency")];

/// What a form about a contest holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    let moved = [("version", "1"), ("milestone-0-to", "30/6/2027"), ("reason", "gia hạn")];
    match path.strip_prefix("/contests/{id}/").unwrap_or("") {
        "steps" => vec![("step", "start")],
        "dossiers/views" => vec![("name", "Cơ khí")],
        "publication" => vec![("when", "now")],
        "milestones" => vec![("milestone-0-kind", "results"), ("milestone-0-to", "10/2027")],
        "milestones/{part}" | "milestones/{part}/calling-off" => moved.to_vec(),
        path if path.starts_with("rubric") => super::rubric::fields(path),
        "rules" => vec![("version", "1"), ("fields", "Y dược"), ("reason", "bổ sung")],
        "entry" => vec![("version", "1"), ("holder-person", "on"), ("reason", "bổ sung")],
        "desk/paper" => vec![("way", "counter"), ("came-on", "2026-11-21"), ("copies", "1")],
        "consultations" => vec![("subject", "Giống ngô"), ("text", "Có được dự thi không?")],
        "answers" => vec![("title", "Nơi nhận"), ("body", "Gửi về Sở.")],
        "answers/{answer}" => {
            vec![("title", "Nơi nhận"), ("body", "Gửi về Sở."), ("revision", "1")]
        }
        "contacts" | "contacts/{part}" => {
            vec![("contact-0-organisation", "Ban Thư ký"), ("contact-0-phones", "0200 3 812 999")]
        }
        _ => Vec::new(),
    }
}
