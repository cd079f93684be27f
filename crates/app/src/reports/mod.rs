//! Periodic reports (báo cáo định kỳ): what units report by the regime of a contest, and what comes of it.
//!
//! A period's reports are opened for every unit that takes part, filled with what the system knows. What is
//! handed in is frozen word for word; a returned report is written again and handed in as a new version.

pub mod access;
pub mod chase;
pub mod difference;
pub mod gathering;
pub mod letterhead;
mod opening;
pub mod pages;
pub mod paper;
pub mod period;
pub mod policy;
mod prefill;
pub mod roll_up;
pub mod sheet;
pub mod state;
mod store;

use ::store::Tx;
use kernel::{Failure, Refusal};
use serde::{Deserialize, Serialize};

use crate::accounts::Actor;
use crate::audit::{self, Act};

pub use gathering::{Below, gather};
pub use opening::{open_due, open_period};
pub use state::{State, Step};
pub use store::{AnswerRow, Known, Letterhead, ReportRow};

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
    /// The units below whose reports are in it; nothing where none is below.
    #[serde(default)]
    pub below: Option<Below>,
}

impl Frozen {
    /// The figures of the unit and of all below it.
    pub fn total(&self) -> Known {
        let below = self.below.as_ref().map(Below::total).unwrap_or_default();
        self.known.unwrap_or_default().plus(below)
    }
}

/// Most characters of one answer.
const LONGEST: usize = 200_000;

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
    let seen_report = access::seen(tx, actor, id, tx.at().day()).await?;
    seen_report.may_write()?;
    let report = seen_report.report;
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
    let (at, day) = (tx.at(), tx.at().day());
    let whole = access::seen(tx, actor, id, day).await?;
    whole.may_write()?;
    let report = &whole.report;
    let after = next(report, Step::Submit)?;
    let answers = store::answers(tx, id).await?;
    if answers.iter().all(|answer| answer.words.is_empty()) {
        return Err(Refusal::invalid("report-empty").into());
    }
    let known = store::known(tx, report.contest()?, whole.unit, at).await?;
    let below = gathering::below(tx, &whole, day).await?;
    let answers = answers.into_iter().map(|answer| (answer.heading, answer.words)).collect();
    let body =
        serde_json::to_string(&Frozen { answers, known, below }).map_err(kernel::Fault::from)?;
    let version = store::versions(tx, id).await?.first().map_or(1, |last| last.version + 1);
    let row = store::insert_version(tx, id, version, &body, actor.account()).await?;
    move_on(tx, id, after, seen).await?;
    let act = Act::on("report.submit", subject(id)).row("period_report", id);
    audit::record(tx, actor.who, act.row("report_version", row).note("version", version)).await
}

/// What whoever is above makes of a report.
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
/// The actor does not decide on it, it was not handed in, or there is no reason.
pub async fn decide(
    tx: &mut Tx,
    actor: &Actor,
    id: ReportId,
    seen: i64,
    verdict: &Verdict,
) -> Result<(), Failure> {
    let whole = access::seen(tx, actor, id, tx.at().day()).await?;
    whole.may_decide()?;
    let report = whole.report;
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
