//! The members of a council, for who runs its contest.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Instant};

use super::{Head, council_id, part_id};
use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store as rows;
use crate::councils::{self, Role, State as CouncilState, policy, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/pages/members.html")]
struct MembersPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    members: Vec<Line>,
    left: Vec<Line>,
    roles: Vec<(&'static str, String)>,
    fields: Vec<(String, bool)>,
    is_opened: bool,
}

/// A member in the list.
struct Line {
    id: String,
    name: String,
    title: String,
    role: String,
    known: String,
    most: String,
    left: String,
    reason: String,
}

/// Answers `GET /councils/{id}/members`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::run(&app.store, &actor, council_id(&id)?).await?;
    shown(&app, &visitor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &SeenCouncil,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let mut lines = Vec::new();
    for member in rows::members(&app.store, seen.id).await? {
        let left = member.left_at.map(|at| Instant::from_millis(at).day().written());
        lines.push(Line {
            role: words.say(member.role()?.label()),
            known: member.known_fields()?.join("; "),
            most: member.most.map(|most| most.to_string()).unwrap_or_default(),
            left: left.unwrap_or_default(),
            reason: member.left_reason.clone().unwrap_or_default(),
            id: member.id,
            name: member.name,
            title: member.title,
        });
    }
    let (members, left) = lines.into_iter().partition(|line| line.left.is_empty());
    let ticked = |field: String| {
        let is_ticked = typed.all("known").any(|it| it == field);
        (field, is_ticked)
    };
    let page = MembersPage {
        frame: Frame::new(app, visitor),
        head: Head::new(words, seen, "council-members"),
        roles: roles(words, seen),
        fields: seen.row.fields()?.into_iter().map(ticked).collect(),
        is_opened: seen.state == CouncilState::Opened,
        members,
        left,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// The roles to which somebody may be called.
fn roles(words: Words, seen: &SeenCouncil) -> Vec<(&'static str, String)> {
    let may_be = Role::ALL.into_iter().filter(|role| policy::may_call(seen, *role).is_ok());
    may_be.map(|role| (role.code(), words.say(role.label()))).collect()
}

/// Answers `POST /councils/{id}/members`.
pub async fn call(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let seen = access::run(&app.store, &actor, id).await?;
    let done = async {
        let new = read::member(&app.store, &typed, visitor.at().day()).await?;
        let mut tx = app.store.begin().await?;
        councils::call(&mut tx, &app, &actor, id, &new).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}/members"), "council-called"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

/// Answers `POST /councils/{id}/members/{part}/leaving`.
pub async fn leave(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, part) = (council_id(&id)?, part_id(&part)?);
    let seen = access::run(&app.store, &actor, id).await?;
    let done = async {
        let reason = read::reason(&typed)?;
        let mut tx = app.store.begin().await?;
        councils::leave(&mut tx, &actor, id, (part, &reason)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}/members"), "council-left"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (Typed::default(), errors, status)).await
        }
    }
}
