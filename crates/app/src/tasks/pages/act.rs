//! Acts on an assignment, but for the report with its files.

use axum::extract::{Path, State};
use kernel::Failure;
use serde::Deserialize;

use super::assignment::{Typed, assignment_page};
use super::{assignment_id, part_id};
use crate::accounts::Actor;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::tasks::typed::{TypedTime, reason, words};
use crate::tasks::{self, AssignmentId, Verdict, access};

/// The page of the assignment after an act on it: with its notice, or with what was typed and why not.
pub(super) async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, AssignmentId),
    (done, notice, typed): (Result<(), Failure>, &str, Typed),
) -> Answer {
    let Err(failure) = done else { return see(&format!("/assignments/{id}"), notice) };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let found = access::assignment(&app.store, actor, id, visitor.at().day()).await?;
    let page = assignment_page(app, visitor, (actor, found), (typed, errors)).await?;
    page_with(status, &page)
}

/// Whoever may not see the assignment learns nothing of what was wrong in a form.
pub(super) async fn visible(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, AssignmentId),
) -> Result<(), Failure> {
    access::assignment(&app.store, actor, id, visitor.at().day()).await.map(drop)
}

/// Answers `POST /assignments/{id}/start`.
pub async fn start(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = assignment_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        tasks::start(&mut tx, &actor, id).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "task-started", Typed::default())).await
}

/// Answers `POST /assignments/{id}/acceptance`.
pub async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = assignment_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        tasks::decide(&mut tx, &actor, id, &Verdict::Accept).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "report-accepted", Typed::default())).await
}

/// A field of words.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    reason: String,
    remark: String,
}

/// Answers `POST /assignments/{id}/return`.
pub async fn give_back(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = assignment_id(&id)?;
    let done = async {
        visible(&app, &visitor, (&actor, id)).await?;
        let verdict = Verdict::Return(reason(&said.reason)?);
        let mut tx = app.store.begin().await?;
        tasks::decide(&mut tx, &actor, id, &verdict).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { reason: said.reason, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "report-returned", typed)).await
}

/// Answers `POST /assignments/{id}/remarks`.
pub async fn remark(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = assignment_id(&id)?;
    let done = async {
        visible(&app, &visitor, (&actor, id)).await?;
        let words = words(&said.remark, "remark", "remark-empty")?;
        let mut tx = app.store.begin().await?;
        tasks::remark_to_one(&mut tx, &actor, id, &words).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { remark: said.remark, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "remark-said", typed)).await
}

/// Answers `POST /assignments/{id}/extensions`.
pub async fn ask_for_time(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(time): Form<TypedTime>,
) -> Answer {
    let id = assignment_id(&id)?;
    let done = async {
        visible(&app, &visitor, (&actor, id)).await?;
        let (until, why) = time.read()?;
        let mut tx = app.store.begin().await?;
        tasks::ask_for_time(&mut tx, &actor, id, (until, &why)).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { time, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "time-asked", typed)).await
}

/// Answers `POST /assignments/{id}/extensions/{part}/answer`.
pub async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(time): Form<TypedTime>,
) -> Answer {
    let (id, part) = (assignment_id(&id)?, part_id(&part)?);
    let done = async {
        visible(&app, &visitor, (&actor, id)).await?;
        let reply = time.read_reply()?;
        let mut tx = app.store.begin().await?;
        tasks::answer(&mut tx, &actor, (id, part), &reply).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    let typed = Typed { time, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "time-answered", typed)).await
}
