//! Filling a country: units, contests and tasks by the verbs of the product, and by plain statements what
//! would take the verbs an hour: assignments with their reports, periodic reports, publicity.

use std::path::Path;
use std::sync::Arc;

use ::store::Tx;
use documents::{Frequency, Level, MilestoneKind, MonthOfPeriod, Series};
use hoithi::accounts::invitations::first_administrator;
use hoithi::accounts::names::{Email, PersonName};
use hoithi::accounts::password::{self, NewPassword};
use hoithi::accounts::roles::{NewGrant, grant_role};
use hoithi::accounts::{Actor, Role};
use hoithi::configuration::Configuration;
use hoithi::contests::{
    self, ContestDraft, ContestFacts, MilestoneDraft, RegimeDraft, RuleSet, Step,
};
use hoithi::frame::App;
use hoithi::publicity;
use hoithi::tasks::{self, TaskDraft};
use hoithi::units::draft::TypedUnit;
use hoithi::units::{self, Kind};
use kernel::id::{ContestId, UnitId};
use kernel::time::SystemClock;
use kernel::{Failure, Fault, Window};

use super::store::{self as rows, Bulk};
use super::{EMAIL, Load, PASSWORD};

/// Provinces and communes of the country since 1 July 2025.
const PROVINCES: usize = 34;
const COMMUNES: usize = 3_321;
/// Tasks of a contest.
const TASKS: usize = 8;

/// What was filled.
pub struct Filled {
    /// The contest in which every unit takes part.
    pub greatest: String,
    /// A task that every unit has.
    pub task: String,
    /// The period of its reports.
    pub period: String,
    /// Rows by table.
    pub rows: serde_json::Value,
}

/// A contest and who takes part.
struct Stands {
    id: ContestId,
    tasks: Vec<String>,
    units: Vec<UnitId>,
}

/// Fills a folder, or the database of this address.
pub async fn country((data, url): (&Path, Option<&str>), load: Load) -> Result<Filled, Failure> {
    let mut configuration = Configuration::embedded(data);
    configuration.database = url.map(str::to_owned);
    let app = App::open(configuration, Arc::new(SystemClock)).await?;
    let mut tx = app.store.begin().await?;
    let actor = Actor::operator(tx.at());
    let provinces = places(&mut tx, &actor).await?;
    let all: Vec<UnitId> = provinces.iter().flatten().copied().collect();
    administrator(&app, &mut tx, (&actor, all[1])).await?;
    tx.commit().await?;
    let mut stands = Vec::new();
    let mut given = 0;
    for number in 0..load.contests {
        let units = takes_part(number, &provinces, &all);
        let mut tx = app.store.begin().await?;
        let one = contest(&mut tx, &actor, (number, units)).await?;
        let left = usize::try_from(load.assignments).unwrap_or(usize::MAX).saturating_sub(given);
        given += work(&mut tx, Bulk { number, left }, &one).await?;
        tx.commit().await?;
        stands.push(one);
    }
    let counted = rows::counts(&app).await?;
    app.close().await?;
    if let Some(url) = url {
        rows::settle(url).await?;
    }
    let greatest = stands.first().ok_or_else(|| Fault::new("there is at least one contest"))?;
    Ok(Filled {
        greatest: greatest.id.to_string(),
        task: greatest.tasks.first().cloned().unwrap_or_default(),
        period: rows::PERIOD.to_owned(),
        rows: counted,
    })
}

/// Fills a contest with the work of its units; answers with how many assignments it has.
async fn work(tx: &mut Tx, bulk: Bulk, one: &Stands) -> Result<usize, Failure> {
    let number = bulk.number;
    let given = rows::assignments(tx, bulk, (&one.id, &one.tasks, &one.units)).await?;
    rows::periods(tx, number, (&one.id, &one.units)).await?;
    rows::publicity(tx, number, (&one.id, &one.units)).await?;
    tasks::recount(tx, one.id).await?;
    publicity::recount(tx, one.id).await?;
    Ok(given)
}

/// Who takes part: in the first contest everybody, in the next the units of a province each, in the rest
/// a dozen neighbours.
fn takes_part(number: u32, provinces: &[Vec<UnitId>], all: &[UnitId]) -> Vec<UnitId> {
    let number = usize::try_from(number).unwrap_or(0);
    match number {
        0 => all.to_vec(),
        1..=170 => provinces[number % PROVINCES].clone(),
        _ => all.iter().skip(number * 7 % (all.len() - 40)).take(40).copied().collect(),
    }
}

/// Provinces with their communes; the province itself stands first.
async fn places(tx: &mut Tx, actor: &Actor) -> Result<Vec<Vec<UnitId>>, Failure> {
    let mut provinces = Vec::new();
    for number in 0..PROVINCES {
        let name = format!("Ủy ban nhân dân tỉnh Đo Lường {number}");
        provinces.push(vec![units::found(tx, actor, &unit(&name).read(Ok(None))?).await?]);
    }
    for number in 0..COMMUNES {
        let name = format!("Ủy ban nhân dân xã Suối {number}");
        let province = &mut provinces[number % PROVINCES];
        let draft = unit(&name).read(Ok(Some(province[0])))?;
        province.push(units::found(tx, actor, &draft).await?);
    }
    Ok(provinces)
}

fn unit(name: &str) -> TypedUnit {
    TypedUnit {
        name: name.to_owned(),
        kind: Kind::Committee.code().to_owned(),
        ..TypedUnit::default()
    }
}

/// Somebody who runs the office, and coordinates a unit as well.
async fn administrator(
    app: &App,
    tx: &mut Tx,
    (actor, unit): (&Actor, UnitId),
) -> Result<(), Failure> {
    let hash = password::hash(app, NewPassword::read(PASSWORD, PASSWORD, &[])?).await?;
    let id = first_administrator(tx, &Email::read(EMAIL)?, &PersonName::read("Đo")?, &hash).await?;
    let from = tx.at().day();
    let grant = NewGrant { role: Role::Coordinator, unit: Some(unit), from, until: None };
    grant_role(tx, actor, id, grant).await
}

async fn contest(
    tx: &mut Tx,
    actor: &Actor,
    (number, units): (u32, Vec<UnitId>),
) -> Result<Stands, Failure> {
    let organiser = units.first().copied();
    let id = contests::found(tx, actor, &draft(number, organiser, tx.at().day().year())).await?;
    let task = |number: usize| TaskDraft {
        text: format!("Việc thứ {number}: tuyên truyền, phát động và báo cáo về hội thi"),
        deliverable: None,
        window: Window::default(),
        recurrence: None,
        assignees: Vec::new(),
        paper: None,
        sentence: None,
    };
    let drafts: Vec<TaskDraft> = (1..=TASKS).map(task).collect();
    let tasks = tasks::order(tx, actor, id, &drafts).await?;
    contests::step(tx, actor, id, Step::Start).await?;
    if number % 8 == 7 {
        contests::step(tx, actor, id, Step::Close).await?;
    }
    Ok(Stands { id, tasks: tasks.iter().map(ToString::to_string).collect(), units })
}

fn draft(number: u32, organiser: Option<UnitId>, year: i16) -> ContestDraft {
    let level = match number {
        0 => Level::Nation,
        1..=170 => Level::Province,
        _ => Level::Commune,
    };
    ContestDraft {
        facts: ContestFacts {
            name: format!("Hội thi Sáng tạo kỹ thuật Đo Lường lần thứ {number}"),
            series: Series::TechnicalInnovation,
            level,
            locality: "Đo Lường".to_owned(),
            edition: u16::try_from(number).ok(),
            years: Some([year, year + 1]),
            parent: None,
            higher: None,
            organiser,
            standing: organiser,
            receiving: organiser,
            summary: None,
        },
        rules: RuleSet::default(),
        milestones: milestones(year),
        contacts: Vec::new(),
        citations: Vec::new(),
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

fn milestones(year: i16) -> Vec<MilestoneDraft> {
    let stated = [
        (MilestoneKind::LaunchCeremony, format!("{year}-01-10")),
        (MilestoneKind::Submission, format!("{}-05-31", year + 1)),
        (MilestoneKind::AwardCeremony, format!("{}-Q4", year + 1)),
    ];
    let draft = |(kind, end): (MilestoneKind, String)| MilestoneDraft {
        kind: Some(kind),
        title: None,
        window: Window { start: None, end: end.parse().ok(), end_inclusive: true },
        by_postmark: false,
        sentence: None,
    };
    stated.map(draft).to_vec()
}
