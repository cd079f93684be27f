//! The ready answers of a contest: written, put right, taken out.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::part_id;
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::conversations::answers::{self, Typed};
use crate::conversations::store::{self as rows, AnswerRow};
use crate::conversations::{PartId, access};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "conversations/pages/answers.html")]
struct AnswersPage {
    frame: Frame,
    errors: Errors,
    head: Head,
    answers: Vec<AnswerRow>,
    typed: Typed,
    /// The one that is put right; nothing: a new one is written.
    editing: Option<String>,
}

/// Answers `GET /contests/{id}/answers`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let fresh = (Typed::default(), Errors::none(), StatusCode::OK);
    shown(&app, &visitor, (&actor, &id, None), fresh).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, id, editing): (&Actor, &str, Option<PartId>),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let seen = load_to_run(app, visitor, actor, id).await?;
    let frame = Frame::new(app, visitor);
    let head = Head::new(frame.t, &seen, "conversations");
    let page = AnswersPage {
        head: head.below(frame.t.say("answers")),
        answers: rows::answers(&app.store, seen.id).await?,
        editing: editing.map(|id| id.to_string()),
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/answers`.
pub async fn write(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let done = async {
        let draft = typed.read()?;
        let mut tx = app.store.begin().await?;
        answers::write(&mut tx, &actor, seen.id, &draft).await?;
        Ok(tx.commit().await?)
    };
    let done: Result<(), Failure> = done.await;
    after(&app, &visitor, (&actor, &id, None), (done, typed)).await
}

async fn after(
    app: &App,
    visitor: &Visitor,
    of: (&Actor, &str, Option<PartId>),
    (done, typed): (Result<(), Failure>, Typed),
) -> Answer {
    let Err(failure) = done else {
        return see(&format!("/contests/{}/answers", of.1), "answer-saved");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown(app, visitor, of, (typed, errors, status)).await
}

/// Answers `GET /contests/{id}/answers/{answer}`.
pub async fn edit_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, answer)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let answer = part_id(&answer)?;
    let row = access::answer(&app.store, &actor, (seen.id, answer)).await?;
    let revision = row.revision.to_string();
    let typed = Typed { title: row.title, body: row.body, revision };
    let fresh = (typed, Errors::none(), StatusCode::OK);
    shown(&app, &visitor, (&actor, &id, Some(answer)), fresh).await
}

/// Answers `POST /contests/{id}/answers/{answer}`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, answer)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let answer = part_id(&answer)?;
    access::answer(&app.store, &actor, (seen.id, answer)).await?;
    let done = async {
        let draft = typed.read()?;
        let mut tx = app.store.begin().await?;
        let of = (seen.id, answer);
        answers::change(&mut tx, &actor, of, (&typed.revision, &draft)).await?;
        Ok(tx.commit().await?)
    };
    let done: Result<(), Failure> = done.await;
    after(&app, &visitor, (&actor, &id, Some(answer)), (done, typed)).await
}

/// Answers `POST /contests/{id}/answers/{answer}/removal`.
pub async fn remove(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, answer)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut tx = app.store.begin().await?;
    answers::remove(&mut tx, &actor, (seen.id, part_id(&answer)?)).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}/answers"), "answer-removed")
}
