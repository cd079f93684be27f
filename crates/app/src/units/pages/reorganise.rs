//! The form of a reorganisation. It works without scripts: looking for units shows the same form again.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use kernel::id::UnitId;
use kernel::{Day, Failure};
use serde::Deserialize;

use super::kinds;
use crate::accounts::Actor;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::listing::words_of;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::reorganisation::form::TypedReorganisation;
use crate::units::reorganisation::{self, ReorganisationId, ReorganisationKind};
use crate::units::store::{self as rows, Filter, UnitLine};
use crate::units::{self, policy};

/// Units that a search in the form offers.
const OFFERED: i64 = 20;

/// A unit that can be chosen.
struct Choice {
    id: String,
    name: String,
    about: String,
    is_chosen: bool,
    stays: bool,
}

/// A cell of the table of links: its value in the form, and what is chosen.
struct Cell {
    link: String,
    name: String,
    extent: &'static str,
}

#[derive(Template)]
#[template(path = "units/pages/reorganise.html")]
struct FormPage {
    frame: Frame,
    errors: Errors,
    typed: TypedReorganisation,
    reorganisation_kinds: Vec<(&'static str, String, String)>,
    kinds: Vec<(&'static str, String)>,
    old: Vec<Choice>,
    new: Vec<Choice>,
    links: Vec<(String, Vec<Cell>)>,
    may_stay: bool,
}

/// From where the form was asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Begun {
    kind: String,
    from: String,
}

/// Answers `GET /reorganisations/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(begun): Query<Begun>,
) -> Answer {
    policy::may_change(&actor)?;
    let from = begun.from.parse::<UnitId>().map(|id| id.to_string());
    let typed = TypedReorganisation {
        kind: begun.kind,
        from: from.into_iter().collect(),
        ..TypedReorganisation::default()
    };
    show(&app, &visitor, typed, (Errors::none(), StatusCode::OK)).await
}

/// Answers `POST /reorganisations/draft`: the same form, with what was looked for. Nothing is written.
pub async fn draft(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<TypedReorganisation>,
) -> Answer {
    policy::may_change(&actor)?;
    show(&app, &visitor, typed, (Errors::none(), StatusCode::OK)).await
}

/// Answers `POST /reorganisations`.
pub async fn carry_out(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<TypedReorganisation>,
) -> Answer {
    match carried_out(&app, &visitor, &actor, &typed).await {
        Ok(id) => see(&format!("/reorganisations/{id}"), "reorganised"),
        Err(failure) => {
            let refused = Errors::of(failure, visitor.words())?;
            show(&app, &visitor, typed, refused).await
        }
    }
}

async fn carried_out(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    typed: &TypedReorganisation,
) -> Result<ReorganisationId, Failure> {
    let day = visitor.at().day();
    let parent = units::resolve(&app.store, &typed.new_parent, "new_parent", day).await?;
    let draft = typed.read(parent)?;
    let mut tx = app.store.begin().await?;
    let id = reorganisation::carry_out(&mut tx, actor, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

async fn show(
    app: &App,
    visitor: &Visitor,
    typed: TypedReorganisation,
    (errors, status): (Errors, StatusCode),
) -> Answer {
    let day = visitor.at().day();
    let old = choices(app, (&typed.from, &typed.from_q), &typed.stays, day).await?;
    let new = choices(app, (&typed.to, &typed.to_q), &[], day).await?;
    let frame = Frame::new(app, visitor);
    let kind = ReorganisationKind::read(&typed.kind);
    let links = match kind {
        Some(ReorganisationKind::Rearrange) => links(&typed, &old, &new),
        _ => Vec::new(),
    };
    let words = frame.t;
    let described = ReorganisationKind::ALL.map(|kind| {
        (kind.code(), words.say(&kind.label()), words.say(&format!("{}-help", kind.label())))
    });
    let splits = [Some(ReorganisationKind::Split), Some(ReorganisationKind::Rearrange)];
    let page = FormPage {
        reorganisation_kinds: described.into(),
        kinds: kinds(words),
        may_stay: splits.contains(&kind) && old.iter().any(|choice| choice.is_chosen),
        frame,
        errors,
        old,
        new,
        links,
        typed,
    };
    page_with(status, &page)
}

/// The units that are chosen, then those that were looked for. What is no id chooses nothing.
async fn choices(
    app: &App,
    (chosen, looked_for): (&[String], &str),
    stays: &[String],
    day: Day,
) -> Result<Vec<Choice>, Failure> {
    let chosen = chosen.iter().filter(|id| id.parse::<UnitId>().is_ok()).take(200);
    let chosen: Vec<String> = chosen.cloned().collect();
    let mut lines = rows::lines(&app.store, &chosen, day).await?;
    let words = words_of(looked_for);
    if !words.is_empty() {
        let filter = Filter { words, ..Filter::default() };
        let found = rows::list(&app.store, &filter, day, (OFFERED, 0)).await?;
        lines.extend(found.into_iter().filter(|line| !chosen.contains(&line.id)));
    }
    let choice = |line: UnitLine| Choice {
        is_chosen: chosen.contains(&line.id),
        stays: stays.contains(&line.id),
        about: [line.code, line.parent_name].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        id: line.id,
        name: line.name,
    };
    Ok(lines.into_iter().map(choice).collect())
}

/// The table of links: a row for each old unit, a cell for each new one.
fn links(typed: &TypedReorganisation, old: &[Choice], new: &[Choice]) -> Vec<(String, Vec<Cell>)> {
    let existing = new.iter().filter(|choice| choice.is_chosen);
    let existing = existing.map(|choice| (choice.id.clone(), choice.name.clone()));
    let founded = typed.new_names().into_iter().take(100).enumerate();
    let founded = founded.map(|(at, name)| (format!("n{at}"), name));
    let successors: Vec<(String, String)> = existing.chain(founded).collect();
    let cell = |old: &Choice, (key, name): &(String, String)| {
        let link = format!("{}:{key}", old.id);
        let chosen =
            |extent: &&&str| typed.link.iter().any(|typed| *typed == format!("{link}:{extent}"));
        let extent = ["whole", "part"].iter().find(chosen).copied().unwrap_or("");
        Cell { name: name.clone(), link, extent }
    };
    let row = |old: &Choice| {
        (old.name.clone(), successors.iter().map(|successor| cell(old, successor)).collect())
    };
    match successors.is_empty() {
        true => Vec::new(),
        false => old.iter().filter(|choice| choice.is_chosen).map(row).collect(),
    }
}
