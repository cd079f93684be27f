//! A contest whose units report each quarter, and what every story does with their reports.

use documents::{Frequency, Level, MonthOfPeriod, Series};
use hoithi::accounts::Actor;
use hoithi::contests::{self, ContestDraft, ContestFacts, RegimeDraft, RuleSet, Step};
use hoithi::installation::work;
use hoithi::tasks::{self, Assignee, Part, TaskDraft};
use kernel::Window;
use kernel::id::{ContestId, UnitId};

use crate::browser::Browser;
use crate::house::House;
use crate::reply::Reply;

/// Name of the contest.
pub const NAME: &str = "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 11";

/// What units are asked.
pub const HEADINGS: [&str; 3] =
    ["Công tác phát động, tuyên truyền", "Giải pháp đăng ký", "Khó khăn, kiến nghị"];

/// Each quarter, by the 20th of its last month.
pub fn quarterly() -> RegimeDraft {
    RegimeDraft {
        frequency: Frequency::Quarterly,
        due_day: Some(20),
        due_inclusive: true,
        due_month: Some(MonthOfPeriod::Last),
        once_on: None,
        to: None,
        via: None,
        contents: HEADINGS.iter().map(|heading| (*heading).to_owned()).collect(),
    }
}

/// Who organises and who stands for the contest, by their keys.
pub type Runners<'r> = (Option<&'r str>, Option<&'r str>);

/// A contest that runs, in which these units have a task.
pub async fn running(
    house: &House,
    units: &[&str],
    runners: Runners<'_>,
    regimes: Vec<RegimeDraft>,
) -> ContestId {
    let contest = preparing(house, units, runners, regimes).await;
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    contests::step(&mut tx, &actor, contest, Step::Start).await.unwrap();
    tx.commit().await.unwrap();
    contest
}

/// The same before it has begun.
pub async fn preparing(
    house: &House,
    units: &[&str],
    (organiser, standing): Runners<'_>,
    regimes: Vec<RegimeDraft>,
) -> ContestId {
    let mut assignees = Vec::new();
    for key in units {
        assignees.push(Assignee {
            unit: id(house, key).await,
            part: Part::Lead,
            named: String::new(),
        });
    }
    let organiser = unit(house, organiser).await;
    let standing = unit(house, standing).await;
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let draft = draft(organiser, standing, regimes);
    let contest = contests::found(&mut tx, &actor, &draft).await.unwrap();
    let task = TaskDraft {
        text: "Tuyên truyền trên hệ thống truyền thanh".to_owned(),
        deliverable: None,
        window: Window::default(),
        recurrence: None,
        assignees,
        paper: None,
        sentence: None,
    };
    tasks::order(&mut tx, &actor, contest, &[task]).await.unwrap();
    tx.commit().await.unwrap();
    contest
}

async fn id(house: &House, key: &str) -> UnitId {
    house.unit(key).await.parse().unwrap()
}

async fn unit(house: &House, key: Option<&str>) -> Option<UnitId> {
    match key {
        Some(key) => Some(id(house, key).await),
        None => None,
    }
}

fn draft(
    organiser: Option<UnitId>,
    standing: Option<UnitId>,
    regimes: Vec<RegimeDraft>,
) -> ContestDraft {
    ContestDraft {
        facts: ContestFacts {
            name: NAME.to_owned(),
            series: Series::TechnicalInnovation,
            level: Level::Province,
            locality: "tỉnh Sa Lĩnh".to_owned(),
            edition: Some(11),
            years: Some([2026, 2027]),
            parent: None,
            higher: None,
            organiser,
            standing,
            receiving: None,
            summary: None,
        },
        rules: RuleSet::default(),
        milestones: Vec::new(),
        contacts: Vec::new(),
        citations: Vec::new(),
        regimes,
        paper: None,
    }
}

/// The same with a quarterly regime and nobody named to run it, its period opened.
pub async fn open(house: &House, units: &[&str]) -> ContestId {
    let contest = running(house, units, (None, None), vec![quarterly()]).await;
    work::round(&house.app).await.unwrap();
    contest
}

/// The address of the newest report of a unit.
pub async fn report(house: &House, contest: ContestId, key: &str) -> String {
    let unit = house.unit(key).await;
    let sql = format!(
        "select id from period_report where contest_id = '{contest}' and unit_id = '{unit}'
         order by period desc limit 1"
    );
    format!("/reports/{}", house.ask(&sql).await)
}

/// The revision of a report, by its address.
pub async fn revision(house: &House, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap();
    house.count(&format!("select revision from period_report where id = '{id}'")).await.to_string()
}

/// Sends a form of a report with words under its headings.
pub async fn send(
    house: &House,
    who: &Browser<'_>,
    (path, act): (&str, &str),
    words: [&str; 3],
) -> Reply {
    let seen = revision(house, path).await;
    let fields =
        [("revision", &*seen), ("words", words[0]), ("words", words[1]), ("words", words[2])];
    who.post(&format!("{path}{act}"), &fields).await
}

/// Hands a report in.
pub async fn submit(house: &House, who: &Browser<'_>, path: &str, words: [&str; 3]) {
    send(house, who, (path, "/submission"), words).await.leads_to(path);
}

/// Takes a report, or gives it back with a reason.
pub async fn decide(house: &House, who: &Browser<'_>, path: &str, reason: Option<&str>) -> Reply {
    let seen = revision(house, path).await;
    let verdict = if reason.is_some() { "return" } else { "accept" };
    let reason = reason.unwrap_or_default();
    let fields = [("revision", &*seen), ("verdict", verdict), ("reason", reason)];
    who.post(&format!("{path}/verdict"), &fields).await
}

/// Makes somebody the coordinator of one more unit.
pub async fn coordinates(house: &House, person: &world::Person, key: &str) {
    let administrator = house.sign_in(world::ADMINISTRATOR).await;
    let page = format!("/people/{}", house.account(person).await);
    let unit = house.unit(key).await;
    let typed = [("role", "coordinator"), ("unit", &*unit)];
    administrator.post(&format!("{page}/grants"), &typed).await.leads_to(&page);
}
