//! Calling a meeting.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::overview::contest_id;
use crate::accounts::Actor;
use crate::awards::access::{self, SeenContest};
use crate::awards::store as rows;
use crate::awards::{self, meetings, typed as read};
use crate::contests::typed::Typed;
use crate::councils::MemberRow;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "awards/pages/call.html")]
struct CallPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    id: String,
    contest: String,
    /// Whether a list stands already.
    is_again: bool,
    people: Vec<(String, String)>,
    agenda: String,
}

/// Answers `GET /contests/{id}/meetings/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::run(&app.store, &actor, contest_id(&id)?).await?;
    meetings::is_free(&app.store, &seen).await?;
    shown(&app, &visitor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &SeenContest,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let people = seen.plenary.people().into_iter();
    let page = CallPage {
        frame: Frame::new(app, visitor),
        is_again: !rows::lists(&app.store, seen.id).await?.is_empty(),
        people: people.map(|it| (it.id.clone(), named(words, it))).collect(),
        agenda: agenda(words, &typed),
        id: seen.id.to_string(),
        contest: seen.row.name.clone(),
        errors,
        typed,
    };
    page_with(status, &page)
}

fn named(words: Words, member: &MemberRow) -> String {
    let role = member.role().map(|role| words.say(role.label())).unwrap_or_default();
    format!("{} · {role}", member.name)
}

/// What is talked about, where nobody has typed it otherwise.
fn agenda(words: Words, typed: &Typed) -> String {
    match typed.has("agenda") {
        true => typed.text("agenda").to_owned(),
        false => words.say("meeting-agenda-usual"),
    }
}

/// Answers `POST /contests/{id}/meetings`.
pub async fn call(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::run(&app.store, &actor, contest_id(&id)?).await?;
    let done = async {
        let call = read::call(&typed, visitor.at())?;
        let mut tx = app.store.begin().await?;
        let meeting = awards::call(&mut tx, &app, &actor, seen.id, &call).await?;
        tx.commit().await?;
        Ok::<_, Failure>(meeting)
    };
    match done.await {
        Ok(meeting) => see(&format!("/meetings/{meeting}"), "meeting-called-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}
