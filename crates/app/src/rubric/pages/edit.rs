//! Changing rounds, ties, prizes and limits.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::choices::{Choices, Offers, offers};
use super::{changeable, declared, declared_by_form};
use crate::accounts::Actor;
use crate::contests::Seen;
use crate::contests::pages::head::Head;
use crate::contests::pages::{load_to_run, paper_choices};
use crate::contests::typed::{PRIZES, ROUNDS, TIES, Typed, Wrong};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::rubric::typed;

#[derive(Template)]
#[template(path = "rubric/pages/edit.html")]
struct EditPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    offers: Offers,
    round_rows: &'static [&'static str],
    tie_rows: &'static [&'static str],
    prize_rows: &'static [&'static str],
    papers: Choices,
}

/// Answers `GET /contests/{id}/rubric/edit`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (rules, version) = changeable(&app, &seen).await?;
    let mut form = Typed::default();
    typed::put(&mut form, &rules);
    form.put("version", version.to_string());
    shown(&app, &visitor, &seen, (form, Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let (rules, _) = declared(app, seen).await?;
    let frame = Frame::new(app, visitor);
    let page = EditPage {
        head: Head::new(frame.t, seen, "rubric").below(frame.t.say("rubric-edit")),
        offers: offers(&rules, &typed, frame.t),
        round_rows: typed.shown(&ROUNDS, "round"),
        tie_rows: typed.shown(&TIES, "tie"),
        prize_rows: typed.shown(&PRIZES, "prize"),
        papers: paper_choices(&app.store, frame.t, seen.id).await?,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/rubric`; for more rows, another order or one row less, the same form again.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(mut form): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    if typed::rearranged(&mut form, &[&ROUNDS, &TIES, &PRIZES]) {
        return shown(&app, &visitor, &seen, (form, Errors::none(), StatusCode::OK)).await;
    }
    typed::close_up(&mut form);
    match changed((&app, &visitor), (&actor, &seen), &form).await {
        Ok(()) => see(&format!("/contests/{id}/rubric"), "rubric-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (form, errors, status)).await
        }
    }
}

async fn changed(of: (&App, &Visitor), by: (&Actor, &Seen), form: &Typed) -> Result<(), Failure> {
    let (before, _) = declared(of.0, by.1).await?;
    let mut wrong = Wrong::default();
    let rules = typed::rules(form, &before, &mut wrong);
    declared_by_form(of, by, form, (&rules, wrong)).await
}
