//! Acts on a task by who runs its contest.

use axum::extract::{Path, State};
use kernel::Failure;
use serde::Deserialize;

use super::new::assignees;
use super::task::{Typed, Wanted, task_page};
use super::task_id;
use crate::accounts::Actor;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::tasks::typed::{TypedTask, reason, words};
use crate::tasks::{self, TaskId, access};

/// The page of the task after an act on it: with its notice, or with what was typed and why not.
async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, TaskId),
    (done, notice, typed): (Result<(), Failure>, &str, Typed),
) -> Answer {
    let Err(failure) = done else { return see(&format!("/tasks/{id}"), notice) };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let found = access::task(&app.store, actor, id).await?;
    let page = task_page(app, visitor, (found, Wanted::default()), (typed, errors)).await?;
    page_with(status, &page)
}

/// One field of words.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    reason: String,
    remark: String,
}

/// Answers `POST /tasks/{id}/calling-off`.
pub async fn call_off(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = task_id(&id)?;
    let done = async {
        access::task(&app.store, &actor, id).await?;
        let reason = reason(&said.reason)?;
        let mut tx = app.store.begin().await?;
        tasks::call_off(&mut tx, &actor, id, &reason).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { reason: said.reason, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "task-called-off", typed)).await
}

/// Answers `POST /tasks/{id}/remarks`.
pub async fn remark(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = task_id(&id)?;
    let done = async {
        access::task(&app.store, &actor, id).await?;
        let words = words(&said.remark, "remark", "remark-empty")?;
        let mut tx = app.store.begin().await?;
        tasks::remark_to_all(&mut tx, &actor, id, &words).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { remark: said.remark, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "remark-said", typed)).await
}

/// Answers `POST /tasks/{id}/units`.
pub async fn give(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(form): Form<TypedTask>,
) -> Answer {
    let id = task_id(&id)?;
    let done = async {
        access::task(&app.store, &actor, id).await?;
        let units = assignees(&app, &form, visitor.at().day()).await?;
        let mut tx = app.store.begin().await?;
        tasks::give(&mut tx, &actor, id, &units).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { units: form.units, under: form.under, kind: form.kind, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "task-given", typed)).await
}

/// Answers `POST /tasks/{id}/turns`.
pub async fn open_turn(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = task_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        tasks::open_next_turn(&mut tx, &actor, id).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "turn-opened", Typed::default())).await
}
