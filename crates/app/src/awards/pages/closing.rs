//! Closing a meeting with its list.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::{Head, meeting_id};
use crate::accounts::{self, Actor};
use crate::awards::access::{self, SeenMeeting};
use crate::awards::{self, policy, typed as read};
use crate::contests::typed::Typed;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "awards/pages/closing.html")]
struct ClosingPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    there: usize,
    members: usize,
}

/// Answers `GET /meetings/{id}/closing`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    policy::may_keep(&seen)?;
    policy::is_sitting(&seen)?;
    access::reads_whole(&app.store, &actor, seen.contest.id).await?;
    shown(&app, &visitor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &SeenMeeting,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let page = ClosingPage {
        head: Head::new(frame.t, seen).below(frame.t.say("meeting-close")),
        there: awards::meetings::present(&app.store, seen).await?.len(),
        members: seen.contest.plenary.people().len(),
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /meetings/{id}/closing`: the password was given a short while ago.
pub async fn close(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let here = format!("/meetings/{}/closing", seen.id);
    let done = async {
        policy::may_keep(&seen)?;
        accounts::policy::is_confirmed(&actor, visitor.at(), &here)?;
        let closing = read::closing(&typed)?;
        let mut tx = app.store.begin().await?;
        awards::close(&mut tx, &actor, (seen.id, &closing)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/meetings/{}", seen.id), "meeting-closed-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}
