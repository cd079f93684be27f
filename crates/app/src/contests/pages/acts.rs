//! What moves a contest on: start, close, reopen; publish, take back.

use axum::extract::{Path, State as Shared};
use kernel::{Failure, Refusal};

use super::load_to_run;
use super::overview::overview;
use crate::accounts::Actor;
use crate::contests::typed::{Typed, moment};
use crate::contests::{self, Seen, Step};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};

/// Answers `POST /contests/{id}/steps`.
pub async fn step(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let step: Step = typed.text("step").parse().map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut tx = app.store.begin().await?;
    contests::step(&mut tx, &actor, seen.id, step).await?;
    tx.commit().await?;
    match step {
        Step::Start => see(&format!("/contests/{id}"), "contest-started"),
        Step::Close => see(&format!("/contests/{id}"), "contest-ended"),
        Step::Reopen => see(&format!("/contests/{id}"), "contest-reopened"),
    }
}

/// Answers `POST /contests/{id}/publication`: at once, or from the day and hour typed on.
pub async fn publish(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    match published(&app, &visitor, (&actor, &seen), &typed).await {
        Ok(at_once) if at_once => see(&format!("/contests/{id}"), "contest-published"),
        Ok(_) => see(&format!("/contests/{id}"), "contest-publication-set"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let shown = overview(&app, &visitor, (&actor, seen), (typed, errors)).await?;
            page_with(status, &shown)
        }
    }
}

/// Publishes; answers whether that was at once.
async fn published(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    typed: &Typed,
) -> Result<bool, Failure> {
    let from = match typed.text("when") {
        "later" => moment(typed.text("day"), typed.text("hour"), visitor.at())?,
        _ => visitor.at(),
    };
    let mut tx = app.store.begin().await?;
    contests::publish(&mut tx, actor, seen.id, from).await?;
    tx.commit().await?;
    Ok(from <= visitor.at())
}

/// Answers `POST /contests/{id}/publication/removal`.
pub async fn unpublish(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut tx = app.store.begin().await?;
    contests::unpublish(&mut tx, &actor, seen.id).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}"), "contest-unpublished")
}
