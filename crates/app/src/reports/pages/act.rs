//! Writing, handing in, taking and returning a report.

use axum::extract::{Path, State};
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::show::{Refused, report_page};
use crate::accounts::Actor;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::reports::{self, ReportId, Verdict};

/// What a unit wrote.
#[derive(Deserialize)]
pub struct Written {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    words: Vec<String>,
}

pub(super) fn read_id(id: &str) -> Result<ReportId, Refusal> {
    id.parse().map_err(|_| Refusal::absent())
}

/// Answers `POST /reports/{id}`: keeps what was written.
pub async fn write(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Written>,
) -> Answer {
    let id = read_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        reports::write(&mut tx, &actor, id, typed.revision, &typed.words).await?;
        Ok(tx.commit().await?)
    };
    let refused = Refused { words: typed.words.clone(), ..Refused::default() };
    after(&app, &visitor, (&actor, id), (done.await, "report-kept"), refused).await
}

/// Answers `POST /reports/{id}/submission`: keeps what was written and hands it in.
pub async fn submit(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Written>,
) -> Answer {
    let id = read_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        reports::write(&mut tx, &actor, id, typed.revision, &typed.words).await?;
        reports::submit(&mut tx, &actor, id, typed.revision + 1).await?;
        Ok(tx.commit().await?)
    };
    let refused = Refused { words: typed.words.clone(), ..Refused::default() };
    after(&app, &visitor, (&actor, id), (done.await, "report-submitted"), refused).await
}

/// Answers `POST /reports/{id}/gathering`: keeps what was written, and writes below it what the units
/// below reported.
pub async fn gather(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Written>,
) -> Answer {
    let id = read_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        reports::write(&mut tx, &actor, id, typed.revision, &typed.words).await?;
        reports::gather(&mut tx, &actor, id, typed.revision + 1).await?;
        Ok(tx.commit().await?)
    };
    let refused = Refused { words: typed.words.clone(), ..Refused::default() };
    after(&app, &visitor, (&actor, id), (done.await, "report-gathered"), refused).await
}

/// What is made of a report.
#[derive(Deserialize)]
pub struct Decided {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    reason: String,
}

/// Answers `POST /reports/{id}/verdict`.
pub async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Decided>,
) -> Answer {
    let id = read_id(&id)?;
    let reason = kernel::text::clean_lines(&typed.reason);
    let verdict = match typed.verdict.as_str() {
        "accept" => Verdict::Accept,
        _ => Verdict::Return { reason },
    };
    let done = async {
        let mut tx = app.store.begin().await?;
        reports::decide(&mut tx, &actor, id, typed.revision, &verdict).await?;
        Ok(tx.commit().await?)
    };
    let refused = Refused { reason: typed.reason.clone(), ..Refused::default() };
    after(&app, &visitor, (&actor, id), (done.await, "report-decided"), refused).await
}

/// The page of the report after an act on it: with its notice, or with what was typed and why not.
async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, ReportId),
    (done, notice): (Result<(), Failure>, &str),
    refused: Refused,
) -> Answer {
    let Err(failure) = done else { return see(&format!("/reports/{id}"), notice) };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let refused = Refused { errors, ..refused };
    page_with(status, &report_page(app, visitor, actor, id, refused).await?)
}
