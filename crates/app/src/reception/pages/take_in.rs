//! What comes over the counter or by post.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::desk::after;
use super::dossier_id;
use crate::accounts::Actor;
use crate::contests::Seen;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::contests::typed::Typed;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reception;
use crate::reception::arrived::{ON_PAPER, arrived};

#[derive(Template)]
#[template(path = "reception/pages/take_in.html")]
struct TakeInPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    id: String,
}

/// Answers `GET /contests/{id}/desk/paper`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut typed = Typed::default();
    typed.put("way", "counter");
    typed.put("came-on", visitor.at().day().to_string());
    typed.put("copies", "1");
    shown((&app, &visitor), seen, (typed, Errors::none(), StatusCode::OK))
}

fn shown(
    (app, visitor): (&App, &Visitor),
    seen: Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let head = Head::new(frame.t, &seen, "desk-paper");
    page_with(status, &TakeInPage { head, id: seen.id.to_string(), frame, errors, typed })
}

/// Answers `POST /contests/{id}/desk/paper`: then the same pages as its author would fill in.
pub async fn take_in(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let done = async {
        let arrived = arrived(&typed, ON_PAPER, visitor.at())?;
        let mut tx = app.store.begin().await?;
        let id = reception::take_in(&mut tx, &actor, seen.id, &arrived).await?;
        tx.commit().await.map_err(Failure::from)?;
        Ok::<_, Failure>(id)
    };
    match done.await {
        Ok(id) => see(&format!("/dossiers/{id}/pages/solution"), "arrival-taken-in"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), seen, (typed, errors, status))
        }
    }
}

/// Answers `POST /dossiers/{id}/desk/arrivals`.
pub async fn more(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let arrived = arrived(&typed, ON_PAPER, visitor.at())?;
        let mut tx = app.store.begin().await?;
        reception::more_came(&mut tx, &actor, id, &arrived).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let done = done.await;
    after((&app, &visitor), (&actor, id), (typed, done), "arrival-noted").await
}
