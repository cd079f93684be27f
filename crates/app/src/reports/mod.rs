//! Periodic reports (báo cáo định kỳ): what units report by the regime of a contest, and what comes of it.
//!
//! A period's reports are opened for every unit that takes part, filled with what the system knows. What is
//! handed in is frozen word for word; a returned report is written again and handed in as a new version.

mod opening;
pub mod pages;
pub mod period;
pub mod policy;
pub mod roll_up;
pub mod sheet;
pub mod state;
mod store;

use ::store::{Reader, Tx};
use kernel::{Failure, Refusal};
use serde::{Deserialize, Serialize};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

pub use opening::{open_due, open_period};
pub use state::{State, Step};
pub use store::{AnswerRow, Known, ReportRow};

kernel::id_type!(
    /// A report, an answer or a version of one.
    ReportId
);

/// What was handed in, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// Heading and words.
    pub answers: Vec<(String, String)>,
    /// The figures of that moment.
    pub known: Option<Known>,
}

/// Most characters of one answer.
const LONGEST: usize = 20_000;

/// A report, for its unit and for whoever runs the contest.
///
/// # Errors
/// There is none, or it is not for the actor.
pub async fn load(reader: &Reader, actor: &Actor, id: ReportId) -> Result<ReportRow, Failure> {
    let report = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let contest = contests::store::find(reader, report.contest()?).await?;
    let contest = contest.ok_or_else(Refusal::absent)?;
    let runs = contests::policy::runs(actor, &contest.runners()?);
    let own = policy::may_write(actor, report.unit()?).is_ok();
    match runs || (own && contest.state()? != contests::State::Preparing) {
        true => Ok(report),
        false => Err(Refusal::absent().into()),
    }
}

/// Keeps what a unit has written so far.
///
/// # Errors
/// The actor does not write for the unit, the report was handed in, or somebody else has written meanwhile.
pub async fn write(
    tx: &mut Tx,
    actor: &Actor,
    id: ReportId,
    seen: i64,
    words: &[String],
) -> Result<(), Failure> {
    let report = load(tx, actor, id).await?;
    policy::may_write(actor, report.unit()?)?;
    let after = next(&report, Step::Write)?;
    let mut act = Act::on("report.write", subject(id)).row("period_report", id);
    for (answer, words) in store::answers(tx, id).await?.iter().zip(words) {
        let words = kernel::text::clean_lines(words);
        if words.chars().count() > LONGEST {
            return Err(Refusal::invalid("report-too-long").into());
        }
        if words != answer.words {
            store::update_answer(tx, &answer.id, &words).await?;
            act = act.row("report_answer", &answer.id);
        }
    }
    move_on(tx, id, after, seen).await?;
    audit::record(tx, actor.who, act).await
}

/// Hands a report in: what it says is frozen.
///
/// # Errors
/// The actor does not write for the unit, it was handed in already, or somebody else has written meanwhile.
pub async fn submit(tx: &mut Tx, actor: &Actor, id: ReportId, seen: i64) -> Result<(), Failure> {
    let report = load(tx, actor, id).await?;
    policy::may_write(actor, report.unit()?)?;
    let after = next(&report, Step::Submit)?;
    let answers = store::answers(tx, id).await?;
    if answers.iter().all(|answer| answer.words.is_empty()) {
        return Err(Refusal::invalid("report-empty").into());
    }
    let known = store::known(tx, report.contest()?, report.unit()?, tx.at()).await?;
    let answers = answers.into_iter().map(|answer| (answer.heading, answer.words)).collect();
    let body = serde_json::to_string(&Frozen { answers, known }).map_err(kernel::Fault::from)?;
    let version = store::versions(tx, id).await?.first().map_or(1, |last| last.version + 1);
    let row = store::insert_version(tx, id, version, &body, actor.account()).await?;
    move_on(tx, id, after, seen).await?;
    let act = Act::on("report.submit", subject(id)).row("period_report", id);
    audit::record(tx, actor.who, act.row("report_version", row).note("version", version)).await
}

/// What whoever runs a contest makes of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is taken.
    Accept,
    /// More is asked for.
    Return {
        /// Why.
        reason: String,
    },
}

/// Takes a report, or gives it back with a reason.
///
/// # Errors
/// The actor does not run the contest, the report was not handed in, or there is no reason.
pub async fn decide(
    tx: &mut Tx,
    actor: &Actor,
    id: ReportId,
    seen: i64,
    verdict: &Verdict,
) -> Result<(), Failure> {
    let report = load(tx, actor, id).await?;
    contests::run_by(tx, actor, report.contest()?).await?;
    let (step, outcome) = match verdict {
        Verdict::Accept => (Step::Accept, ("accepted", None)),
        Verdict::Return { reason } if reason.trim().is_empty() => {
            return Err(Refusal::field("reason", "report-reason-missing").into());
        }
        Verdict::Return { reason } => (Step::Return, ("returned", Some(reason.as_str()))),
    };
    let after = next(&report, step)?;
    let version = store::versions(tx, id).await?.into_iter().next().ok_or_else(Refusal::absent)?;
    store::decide(tx, &version.id, outcome, actor.account()).await?;
    move_on(tx, id, after, seen).await?;
    let act = Act::on("report.decide", subject(id)).row("period_report", id);
    audit::record(tx, actor.who, act.row("report_version", &version.id).note("outcome", outcome.0))
        .await
}

fn next(report: &ReportRow, step: Step) -> Result<State, Failure> {
    let after = report.state()?.after(step);
    Ok(after.ok_or_else(|| Refusal::conflict("report-frozen"))?)
}

async fn move_on(tx: &mut Tx, id: ReportId, after: State, seen: i64) -> Result<(), Failure> {
    match store::set_state(tx, id, after, seen).await? {
        true => Ok(()),
        false => Err(Refusal::conflict("report-changed-meanwhile").into()),
    }
}

fn subject(id: ReportId) -> String {
    format!("report/{id}")
}
