//! Opening a period: one report for each unit that takes part, filled with what the system knows.

use ::store::Tx;
use documents::{Frequency, MonthOfPeriod};
use kernel::id::{ContestId, UnitId};
use kernel::{Day, Failure, Fault, Refusal};

use super::period::{Due, ReportPeriod};
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
    let act = Act::on("report.open", contests::subject(contest));
    let (opened, act) = open(tx, contest, &row, day, act).await?;
    if opened > 0 {
        audit::record(tx, actor.who, act).await?;
    }
    Ok(opened)
}

/// Opens the reports of the present period of every running contest.
///
/// # Errors
/// The database is away.
pub async fn open_due(tx: &mut Tx) -> Result<usize, Failure> {
    let day = tx.at().day();
    let mut all = 0;
    for contest in contests::store::running_with_regimes(tx).await? {
        let id = contest.id()?;
        let act = Act::on("report.open", contests::subject(id));
        let (opened, act) = open(tx, id, &contest, day, act).await?;
        if opened > 0 {
            audit::record(tx, "system", act).await?;
        }
        all += opened;
    }
    Ok(all)
}

async fn open(
    tx: &mut Tx,
    contest: ContestId,
    row: &ContestRow,
    day: Day,
    mut act: Act,
) -> Result<(usize, Act), Failure> {
    let regimes = contests::store::regimes(tx, contest).await?;
    let units = store::participants(tx, contest, &row.runners()?).await?;
    let standing: Option<UnitId> = match units.is_empty() {
        true => None,
        false => row.standing_id.as_deref().map(str::parse).transpose().map_err(Fault::from)?,
    };
    let mut opened = 0;
    for regime in regimes.iter().filter_map(Regime::read) {
        let period = ReportPeriod::of(regime.frequency, day);
        let due = regime.due.instant(period);
        let asked = units.iter().map(|unit| (unit.clone(), due));
        // The standing agency reports to the organiser on a day that regimes do not state.
        let own = standing.iter().map(|unit| (unit.to_string(), None));
        for (unit, due) in asked.chain(own) {
            let new = store::NewReport { contest, regime: &regime.id, unit: &unit, period, due };
            let Some(id) = store::insert(tx, &new).await? else { continue };
            opened += 1;
            act = fill(tx, (contest, unit.parse()?), id, &regime.headings, act).await?;
        }
    }
    Ok((opened, act))
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
