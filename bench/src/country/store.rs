//! Rows that are filled by plain statements, many at once, each table named once in the ledger.

use ::store::{Tx, Value};
use hoithi::audit::{self, Act};
use hoithi::frame::App;
use hoithi::publicity::{Channel, PublicityId};
use hoithi::reports::ReportId;
use hoithi::tasks::{AssignmentId, PartId};
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Fault, Instant};
use sea_orm::{ConnectionTrait, Database};

use super::days;

/// The period of every report.
pub const PERIOD: &str = "2026-Q3";
/// Rows of one statement.
const BATCH: usize = 60;
/// In five states, as a country stands half-way: much is open, some is late.
const STATES: [&str; 10] = [
    "accepted",
    "accepted",
    "accepted",
    "reported",
    "open",
    "open",
    "open",
    "in_progress",
    "returned",
    "accepted",
];

/// Which contest, and how many assignments are still wanted.
#[derive(Clone, Copy)]
pub struct Bulk {
    /// Its number.
    pub number: u32,
    /// How many are wanted.
    pub left: usize,
}

/// A number from two, always the same and spread evenly.
fn mixed(one: usize, other: usize) -> usize {
    let mixed = (one as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (other as u64).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    usize::try_from((mixed ^ (mixed >> 29)) % 1_000_003).unwrap_or(0)
}

/// Inserts rows of so many columns; answers with how many there were.
pub async fn insert(tx: &mut Tx, into: &str, rows: Vec<Vec<Value>>) -> Result<usize, Failure> {
    let count = rows.len();
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let part: Vec<Vec<Value>> = rows.by_ref().take(BATCH).collect();
        let width = part[0].len();
        let line = |row: usize| {
            let places: Vec<String> =
                (1..=width).map(|at| format!("${}", row * width + at)).collect();
            format!("({})", places.join(", "))
        };
        let lines: Vec<String> = (0..part.len()).map(line).collect();
        let sql = format!("insert into {into} values {}", lines.join(", "));
        tx.run(&sql, part.into_iter().flatten()).await?;
    }
    Ok(count)
}

/// Gives every task to every unit, each as far as chance has it, with a report where there is one.
pub async fn assignments(
    tx: &mut Tx,
    bulk: Bulk,
    (contest, tasks, units): (&ContestId, &[String], &[UnitId]),
) -> Result<usize, Failure> {
    let at = tx.at();
    let (mut given, mut reports) = (Vec::new(), Vec::new());
    let pairs = units.iter().flat_map(|unit| tasks.iter().map(move |task| (unit, task)));
    for (place, (unit, task)) in pairs.take(bulk.left).enumerate() {
        let chance = mixed(place, bulk.number as usize);
        let state = STATES[chance % STATES.len()];
        let due = days(at, (chance % 200) as i64 - 40).millis();
        let id = AssignmentId::new(at).to_string();
        if ["accepted", "reported", "returned"].contains(&state) {
            reports.push(report(&id, (at, chance)));
        }
        given.push(vec![
            id.into(),
            task.clone().into(),
            contest.to_string().into(),
            unit.to_string().into(),
            "lead".into(),
            String::new().into(),
            "đơn vị".into(),
            state.into(),
            due.into(),
            0_i64.into(),
            at.millis().into(),
            at.millis().into(),
        ]);
    }
    let into =
        "assignment (id, task_id, contest_id, unit_id, part, period, named, state, due_at, chases,
        changed_at, created_at)";
    let count = insert(tx, into, given).await?;
    let into = "assignment_report (id, assignment_id, number, text, links, reported_at)";
    insert(tx, into, reports).await?;
    named(tx, contest, &["assignment", "assignment_report"]).await?;
    Ok(count)
}

fn report(assignment: &str, (at, chance): (Instant, usize)) -> Vec<Value> {
    let reported = days(at, -((chance % 120) as i64));
    vec![
        PartId::new(at).to_string().into(),
        assignment.into(),
        1_i64.into(),
        "Đã thực hiện theo kế hoạch.".into(),
        String::new().into(),
        reported.millis().into(),
    ]
}

/// A periodic report of each unit.
pub async fn periods(
    tx: &mut Tx,
    number: u32,
    (contest, units): (&ContestId, &[UnitId]),
) -> Result<(), Failure> {
    let at = tx.at();
    let regime = tx
        .raw_rows(
            "select id from reporting_regime where contest_id = $1",
            [contest.to_string().into()],
        )
        .await?;
    let regime: String = match regime.first() {
        Some(row) => row.try_get_by_index(0).map_err(Fault::from)?,
        None => return Ok(()),
    };
    let row = |(place, unit): (usize, &UnitId)| {
        let chance = mixed(place, number as usize + 7);
        let state = ["open", "submitted", "accepted", "accepted", "returned"][chance % 5];
        vec![
            ReportId::new(at).to_string().into(),
            contest.to_string().into(),
            regime.clone().into(),
            unit.to_string().into(),
            PERIOD.into(),
            days(at, (chance % 60) as i64 - 30).millis().into(),
            state.into(),
            1_i64.into(),
            at.millis().into(),
            at.millis().into(),
        ]
    };
    let rows: Vec<Vec<Value>> = units.iter().enumerate().map(row).collect();
    let into = "period_report (id, contest_id, regime_id, unit_id, period, due_at, state, revision,
        changed_at, opened_at)";
    insert(tx, into, rows).await?;
    named(tx, contest, &["period_report"]).await
}

/// Two activities of most units.
pub async fn publicity(
    tx: &mut Tx,
    number: u32,
    (contest, units): (&ContestId, &[UnitId]),
) -> Result<(), Failure> {
    let at = tx.at();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for (place, unit) in units.iter().enumerate() {
        let chance = mixed(place, number as usize + 13);
        for turn in 0..chance % 4 {
            let state = ["done", "taken", "taken", "asked"][(chance + turn) % 4];
            rows.push(vec![
                PublicityId::new(at).to_string().into(),
                contest.to_string().into(),
                unit.to_string().into(),
                Channel::ALL[(chance + turn) % Channel::ALL.len()].code().into(),
                format!("Bài giới thiệu {turn}").into(),
                format!("bai gioi thieu {turn}").into(),
                days(at, -((chance % 90) as i64)).day().to_string().into(),
                ((chance % 500) as i64).into(),
                ((chance % 900) as i64).into(),
                String::new().into(),
                state.into(),
                1_i64.into(),
                (at.millis() - chance as i64).into(),
                at.millis().into(),
            ]);
        }
    }
    let into = "publicity (id, contest_id, unit_id, channel, title, folded, done_on, copies, reach,
        links, state, revision, changed_at, entered_at)";
    insert(tx, into, rows).await?;
    named(tx, contest, &["publicity"]).await
}

/// Names tables in the ledger, which refuses a transaction that wrote them unseen.
async fn named(tx: &mut Tx, contest: &ContestId, tables: &[&'static str]) -> Result<(), Failure> {
    let mut act = Act::on("task.order", contests(contest));
    for table in tables {
        act = act.row(*table, "filled");
    }
    audit::record(tx, "operator", act).await
}

fn contests(contest: &ContestId) -> String {
    hoithi::contests::subject(*contest)
}

/// How many rows there are, by table.
pub async fn counts(app: &App) -> Result<serde_json::Value, Failure> {
    let mut counts = serde_json::Map::new();
    let tables = [
        "unit",
        "contest",
        "task",
        "assignment",
        "assignment_report",
        "period_report",
        "publicity",
    ];
    for table in tables {
        let count = app.store.number(&format!("select count(*) from {table}"), []).await?;
        counts.insert(table.to_owned(), count.into());
    }
    let now = days(app.store.now(), 0).millis();
    let late = "select count(*) from assignment
        where state in ('open', 'in_progress', 'returned') and due_at <= $1";
    counts.insert("late".to_owned(), app.store.number(late, [now.into()]).await?.into());
    Ok(counts.into())
}

/// What a server does by itself within minutes: looks at what was filled.
pub async fn settle(url: &str) -> Result<(), Failure> {
    let connection = Database::connect(url).await.map_err(Fault::from)?;
    connection.execute_unprepared("vacuum analyze").await.map_err(Fault::from)?;
    connection.close().await.map_err(Fault::from)?;
    Ok(())
}

/// One statement to the server itself.
pub fn administrate(server: &str, sql: &str) -> Result<(), Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let connection = Database::connect(server).await?;
        connection.execute_unprepared(sql).await?;
        Ok(connection.close().await?)
    })
}
