//! Name, edition, organiser and the other facts of a contest, put right.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::head::Head;
use super::new::{Choices, choices, named};
use super::{load_to_run, names_of};
use crate::accounts::Actor;
use crate::contests::store as rows;
use crate::contests::typed::{self, Typed, Wrong};
use crate::contests::{self, Seen};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "contests/pages/edit.html")]
struct EditPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    choices: Choices,
}

/// Answers `GET /contests/{id}/edit`.
pub async fn form(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let contest = &seen.contest;
    let units = [&contest.organiser_id, &contest.standing_id, &contest.receiving_id];
    let names = names_of(&app.store, units.into_iter().flatten(), visitor.at().day()).await?;
    let mut typed = Typed::default();
    typed::put_facts(&mut typed, contest, |id| {
        names.get(id).cloned().unwrap_or_else(|| id.to_owned())
    });
    typed.put("seen", contest.print());
    if let Some(parent) = &contest.parent_id {
        let parent = rows::find(&app.store, parent.parse()?).await?;
        typed.put_some("parent", parent.map(|parent| parent.slug));
    }
    show(&app, &visitor, (&actor, &seen), (typed, Errors::none(), StatusCode::OK)).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let page = EditPage {
        head: Head::new(frame.t, seen, "contest-overview-below").below(frame.t.say("contest-edit")),
        choices: choices(app, frame.t, (actor, visitor.at())).await?,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}`.
pub async fn change(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    match changed(&app, &visitor, (&actor, &seen), &typed).await {
        Ok(()) => see(&format!("/contests/{id}"), "contest-saved"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show(&app, &visitor, (&actor, &seen), (typed, errors, status)).await
        }
    }
}

async fn changed(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    typed: &Typed,
) -> Result<(), Failure> {
    let named = named(app, (actor, visitor.at()), typed).await?;
    let mut wrong = Wrong::default();
    let facts = typed::facts(typed, named, &mut wrong);
    wrong.finish()?;
    let facts = facts.ok_or_else(|| Refusal::invalid("form-has-errors"))?;
    let mut tx = app.store.begin().await?;
    contests::change_facts(&mut tx, actor, seen.id, &facts, typed.text("seen")).await?;
    Ok(tx.commit().await?)
}
