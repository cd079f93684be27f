//! One report: written by its unit, looked at by whoever runs the contest.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Failure, Instant, Refusal};

use super::{Standing, standing, written};
use crate::accounts::Actor;
use crate::contests;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::{self, AnswerRow, Known, ReportId, Step, policy, store as rows};
use crate::units;

struct Version {
    number: i64,
    at: String,
    outcome: Option<&'static str>,
    reason: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "reports/pages/show.html")]
pub struct ReportPage {
    frame: Frame,
    errors: Errors,
    id: String,
    revision: i64,
    contest: (String, String),
    unit: String,
    period: String,
    standing: Standing,
    answers: Vec<AnswerRow>,
    known: Option<Known>,
    versions: Vec<Version>,
    returned: Option<String>,
    may_write: bool,
    may_decide: bool,
    reason: String,
}

/// What was typed and why it was refused.
#[derive(Default)]
pub struct Refused {
    /// Words under each heading; empty: as they are kept.
    pub words: Vec<String>,
    /// The reason of a return.
    pub reason: String,
    /// Why not.
    pub errors: Errors,
}

/// Answers `GET /reports/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = id.parse().map_err(|_| Refusal::absent())?;
    page(&report_page(&app, &visitor, &actor, id, Refused::default()).await?)
}

/// The page of a report.
///
/// # Errors
/// There is none, or it is not for the actor.
pub async fn report_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    id: ReportId,
    refused: Refused,
) -> Result<ReportPage, Failure> {
    let report = reports::load(&app.store, actor, id).await?;
    let contest = contests::store::find(&app.store, report.contest()?).await?;
    let contest = contest.ok_or_else(Refusal::absent)?;
    let unit = report.unit()?;
    let names = units::names(&app.store, &[unit], visitor.at().day()).await?;
    let state = report.state()?;
    let frame = Frame::new(app, visitor);
    let mut answers = rows::answers(&app.store, id).await?;
    for (answer, words) in answers.iter_mut().zip(refused.words) {
        answer.words = words;
    }
    let versions = rows::versions(&app.store, id).await?;
    let returned = versions.first().and_then(|last| last.reason.clone());
    Ok(ReportPage {
        may_write: policy::may_write(actor, unit).is_ok() && state.after(Step::Write).is_some(),
        may_decide: contests::policy::runs(actor, &contest.runners()?)
            && state.after(Step::Return).is_some(),
        standing: standing(&report.state, report.due_at, visitor.at(), frame.t),
        known: rows::known(&app.store, report.contest()?, unit, visitor.at()).await?,
        unit: names.into_values().next().unwrap_or_default(),
        returned: returned.filter(|_| state == reports::State::Returned),
        versions: versions.into_iter().map(version).collect(),
        period: written(&report.period, frame.t),
        contest: (contest.id, contest.name),
        revision: report.revision,
        errors: refused.errors,
        reason: refused.reason,
        id: report.id,
        answers,
        frame,
    })
}

/// Key of what became of a submission.
fn outcome(word: &str) -> Option<&'static str> {
    match word {
        "accepted" => Some("report-outcome-accepted"),
        "returned" => Some("report-outcome-returned"),
        _ => None,
    }
}

fn version(row: rows::VersionRow) -> Version {
    Version {
        number: row.version,
        at: Instant::from_millis(row.submitted_at).written(),
        outcome: row.outcome.as_deref().and_then(outcome),
        reason: row.reason,
    }
}
