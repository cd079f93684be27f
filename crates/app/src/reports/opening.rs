//! Opening a period: one report for each unit that takes part, filled with what the system knows.

use std::fmt;

use ::store::{Reader, Store, Tx};
use documents::{Frequency, MonthOfPeriod};
use kernel::id::{ContestId, UnitId};
use kernel::{Day, Failure, Refusal};

use super::period::{Due, ReportPeriod};
use super::store::{NewReport, Unopened};
use super::{ReportId, prefill, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::store::{ContestRow, RegimeRow};
use crate::contests::{self, kind};
use crate::frame::{Locale, Words};

/// What is asked where the regime does not say: keys of the headings, which are in the language of papers.
const USUAL: [&str; 3] =
    ["report-usual-spreading", "report-usual-solutions", "report-usual-difficulties"];

/// A regime as it is computed with.
struct Regime {
    id: String,
    frequency: Frequency,
    due: Due,
    headings: Vec<String>,
}

impl Regime {
    fn read(row: &RegimeRow) -> Option<Self> {
        let due = Due {
            day: row.due_day.and_then(|day| i8::try_from(day).ok()),
            inclusive: row.counts_day(),
            month: row.due_month.as_deref().and_then(kind::read::<MonthOfPeriod>),
            once: row.once_on.as_deref().and_then(|day| day.parse().ok()),
        };
        let stated: Vec<String> = serde_json::from_str(&row.contents).unwrap_or_default();
        let usual = || USUAL.iter().map(|key| Words(Locale::Vi).say(key)).collect();
        Some(Self {
            id: row.id.clone(),
            frequency: kind::read(&row.frequency)?,
            due,
            headings: match stated.is_empty() {
                true => usual(),
                false => stated.iter().map(|heading| begun(heading)).collect(),
            },
        })
    }
}

/// What a sentence of a paper asks for, as a heading: with a capital letter.
pub(super) fn begun(heading: &str) -> String {
    let mut letters = heading.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Opens the reports of the period in which a day lies, for whoever runs the contest. Those that are open
/// already stay as they are.
///
/// # Errors
/// The actor does not run the contest, it is closed, or it has not begun: its units do not see it yet.
pub async fn open_period(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    day: Day,
) -> Result<usize, Failure> {
    let row = contests::open_to(tx, actor, contest).await?;
    if row.state()? == contests::State::Preparing {
        let way = format!("/contests/{contest}");
        return Err(Refusal::conflict("report-not-begun").way_out("way-contest", way).into());
    }
    open(tx, actor.who, &row, (day, i64::MAX)).await
}

/// Opens the reports of the present period of every running contest, at most so many in one transaction:
/// a country has thousands, and others have to write meanwhile. Where nothing is to be opened, nothing is
/// written.
///
/// # Errors
/// The database is away.
pub async fn open_due(store: &Store, most: i64) -> Result<usize, Failure> {
    let day = store.now().day();
    let mut all = 0;
    for contest in contests::store::running_with_regimes(store).await? {
        while !to_open(store, &contest, (day, 1)).await?.is_empty() {
            let mut tx = store.begin().await?;
            all += open(&mut tx, "system", &contest, (day, most)).await?;
            tx.commit().await?;
        }
    }
    Ok(all)
}

/// Reports that a regime asks for.
struct ToOpen {
    regime: Regime,
    period: ReportPeriod,
    units: Vec<Unopened>,
}

/// The reports of the period in which a day lies that are not open yet, at most so many.
async fn to_open(
    reader: &Reader,
    contest: &ContestRow,
    (day, most): (Day, i64),
) -> Result<Vec<ToOpen>, Failure> {
    let id = contest.id()?;
    let (mut found, mut left) = (Vec::new(), most);
    for row in contests::store::regimes(reader, id).await? {
        let Some(regime) = Regime::read(&row) else { continue };
        let period = ReportPeriod::of(regime.frequency, day);
        let units = store::unopened(reader, id, (&regime.id, period), left).await?;
        if !units.is_empty() {
            left -= i64::try_from(units.len()).unwrap_or(left);
            found.push(ToOpen { regime, period, units });
        }
        if left == 0 {
            break;
        }
    }
    Ok(found)
}

/// Opens at most so many, by one act.
async fn open(
    tx: &mut Tx,
    who: impl fmt::Display + Send,
    row: &ContestRow,
    (day, most): (Day, i64),
) -> Result<usize, Failure> {
    let contest = row.id()?;
    let mut act = Act::on("report.open", contests::subject(contest));
    let mut opened = 0;
    for ToOpen { regime, period, units } in to_open(tx, row, (day, most)).await? {
        let stated = regime.due.instant(period);
        for Unopened { unit_id, stands } in units {
            let due = stated.filter(|_| !stands);
            let new = NewReport { contest, regime: &regime.id, unit: &unit_id, period, due };
            let Some(id) = store::insert(tx, &new).await? else { continue };
            opened += 1;
            act = fill(tx, (contest, unit_id.parse()?), id, &regime.headings, act).await?;
        }
    }
    if opened > 0 {
        audit::record(tx, who, act).await?;
    }
    Ok(opened)
}

/// Writes the headings with what the unit reported on its tasks, each under the heading that asks for it.
async fn fill(
    tx: &mut Tx,
    (contest, unit): (ContestId, UnitId),
    id: ReportId,
    headings: &[String],
    act: Act,
) -> Result<Act, Failure> {
    let mut act = act.row("period_report", id);
    let done = store::unit_tasks(tx, contest, unit).await?;
    let done = done.into_iter().filter_map(|task| Some((task.text, task.report?)));
    let words = prefill::placed(headings, &done.collect::<Vec<_>>());
    for (position, (heading, words)) in headings.iter().zip(words).enumerate() {
        let row = store::insert_answer(tx, id, position, heading, &words).await?;
        act = act.row("report_answer", row);
    }
    Ok(act)
}
