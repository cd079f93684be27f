//! One report: written by its unit, looked at by whoever is above.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Failure, Instant, Refusal};

use super::{Standing, standing, written};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::access::{self, Seen};
use crate::reports::{self, Below, Frozen, Known, ReportId, Step, gathering, store as rows};

struct Version {
    number: i64,
    at: String,
    outcome: Option<&'static str>,
    reason: Option<String>,
}

/// What stands under a heading.
struct Field {
    position: i64,
    heading: String,
    words: String,
    /// What is kept now, where somebody else has written something else than was typed here.
    kept: Option<String>,
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
    runs_contest: bool,
    unit: String,
    period: String,
    standing: Standing,
    fields: Vec<Field>,
    typed: Vec<(String, String)>,
    known: Option<Known>,
    below: Option<Below>,
    waiting: usize,
    versions: Vec<Version>,
    returned: Option<String>,
    chased: Option<String>,
    may_write: bool,
    may_decide: bool,
    is_accepted: bool,
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

/// What a report says: as it was handed in, or as it is being written.
pub(super) async fn words_of(
    app: &App,
    seen: &Seen,
    id: ReportId,
    at: Instant,
) -> Result<Frozen, Failure> {
    let state = seen.report.state()?;
    if !state.is_due() {
        let versions = rows::versions(&app.store, id).await?;
        return Ok(versions.first().ok_or_else(Refusal::absent)?.frozen()?);
    }
    let answers = rows::answers(&app.store, id).await?;
    Ok(Frozen {
        answers: answers.into_iter().map(|answer| (answer.heading, answer.words)).collect(),
        known: rows::known(&app.store, seen.report.contest()?, seen.unit, at).await?,
        below: gathering::below(&app.store, seen, at.day()).await?,
    })
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
    let (store, day) = (&app.store, visitor.at().day());
    let seen = access::seen(store, actor, id, day).await?;
    let naming = rows::naming(store, seen.unit, day).await?;
    let state = seen.report.state()?;
    let frame = Frame::new(app, visitor);
    let said = words_of(app, &seen, id, visitor.at()).await?;
    let may_write = seen.writes && state.after(Step::Write).is_some();
    let (fields, typed) = placed(said.answers, refused.words, may_write);
    let versions = rows::versions(store, id).await?;
    let returned = versions.first().and_then(|last| last.reason.clone());
    let chased = rows::chased_on(store, id).await?.filter(|_| state.is_due());
    let waiting = if may_write { gathering::waiting(store, &seen, day).await? } else { 0 };
    Ok(ReportPage {
        runs_contest: crate::contests::policy::runs(actor, &seen.contest.runners()?),
        may_decide: seen.decides && state.after(Step::Return).is_some(),
        is_accepted: state == reports::State::Accepted,
        standing: standing(&seen.report.state, seen.report.due_at, visitor.at(), frame.t),
        known: said.known,
        below: said.below,
        unit: naming.ok_or_else(Refusal::absent)?.name,
        returned: returned.filter(|_| state == reports::State::Returned),
        chased: chased.map(kernel::Day::written),
        versions: versions.into_iter().map(version).collect(),
        period: written(&seen.report.period, frame.t),
        contest: (seen.contest.id, seen.contest.name),
        revision: seen.report.revision,
        errors: refused.errors,
        reason: refused.reason,
        id: seen.report.id,
        waiting,
        may_write,
        fields,
        typed,
        frame,
    })
}

/// What was typed goes back into its fields; where there are none any more, it is shown beside.
fn placed(
    answers: Vec<(String, String)>,
    typed: Vec<String>,
    may_write: bool,
) -> (Vec<Field>, Vec<(String, String)>) {
    let mut typed = typed.into_iter().map(|words| kernel::text::clean_lines(&words));
    let (mut fields, mut beside) = (Vec::new(), Vec::new());
    for (position, (heading, kept)) in (0..).zip(answers) {
        let new = typed.next().filter(|new| *new != kept);
        let field = match (new, may_write) {
            (Some(words), true) => {
                let kept = Some(kept).filter(|kept| !kept.is_empty());
                Field { position, heading, words, kept }
            }
            (Some(words), false) => {
                beside.push((heading.clone(), words));
                Field { position, heading, words: kept, kept: None }
            }
            (None, _) => Field { position, heading, words: kept, kept: None },
        };
        fields.push(field);
    }
    (fields, beside)
}

/// Key of what became of a submission.
pub(super) fn outcome(word: &str) -> Option<&'static str> {
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
