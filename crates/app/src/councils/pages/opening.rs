//! Beginning to judge, and opening the sheets.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::{Head, council_id};
use crate::accounts::{self, Actor};
use crate::contests::typed::{Typed, lines};
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store::{self as rows, ToMark};
use crate::councils::{self, policy};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "councils/pages/opening.html")]
struct OpeningPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    marks: ToMark,
    missing: i64,
}

/// Answers `POST /councils/{id}/beginning`.
pub async fn begin(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let id = council_id(&id)?;
    let mut tx = app.store.begin().await?;
    councils::begin(&mut tx, &app, &actor, id).await?;
    tx.commit().await?;
    see(&format!("/councils/{id}"), "council-begun")
}

/// Answers `GET /councils/{id}/opening`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::council(&app.store, &actor, council_id(&id)?).await?;
    policy::may_open(&seen)?;
    policy::is_judging(&seen)?;
    shown(&app, &visitor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &SeenCouncil,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let marks = rows::to_mark(&app.store, seen.id).await?;
    let page = OpeningPage {
        frame: Frame::new(app, visitor),
        head: Head::new(visitor.words(), seen, ""),
        missing: marks.given - marks.signed,
        marks,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /councils/{id}/opening`: the password was given a short while ago.
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let seen = access::council(&app.store, &actor, id).await?;
    let here = format!("/councils/{id}/opening");
    let done = async {
        policy::may_open(&seen)?;
        accounts::policy::is_confirmed(&actor, visitor.at(), &here)?;
        let reason = lines(typed.text("reason"), "reason", 1_000)?;
        let mut tx = app.store.begin().await?;
        councils::open(&mut tx, &app, &actor, (id, reason.as_deref())).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}"), "council-opened-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}
