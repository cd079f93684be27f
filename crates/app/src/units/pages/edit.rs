//! Changing units: founding, moving, aliases, contacts.

use askama::Template;
use axum::extract::{Path, State};
use kernel::id::UnitId;
use kernel::{Day, Failure, Refusal};
use serde::Deserialize;

use super::kinds;
use super::show::{Typed, read_id, unit_page};
use crate::accounts::Actor;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::draft::{TypedContact, TypedUnit};
use crate::units::{self, Alias, Part, policy};

#[derive(Template)]
#[template(path = "units/pages/unit_new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    typed: TypedUnit,
    kinds: Vec<(&'static str, String)>,
}

/// Answers `GET /units/new`.
pub async fn new_form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_change(&actor)?;
    page(&new_page(&app, &visitor, TypedUnit::default(), Errors::none()))
}

fn new_page(app: &App, visitor: &Visitor, typed: TypedUnit, errors: Errors) -> NewPage {
    let frame = Frame::new(app, visitor);
    NewPage { kinds: kinds(frame.t), frame, errors, typed }
}

/// Answers `POST /units`.
pub async fn found(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<TypedUnit>,
) -> Answer {
    let founded = async {
        let day = visitor.at().day();
        let parent = units::resolve(&app.store, &typed.parent, "parent", day).await;
        let draft = typed.read(refusal_only(parent)?)?;
        let mut tx = app.store.begin().await?;
        let id = units::found(&mut tx, &actor, &draft).await?;
        tx.commit().await?;
        Ok::<_, Failure>(id)
    };
    match founded.await {
        Ok(id) => see(&format!("/units/{id}"), "unit-founded"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &new_page(&app, &visitor, typed, errors))
        }
    }
}

/// Where a unit is to stand, and from which day on.
#[derive(Deserialize)]
pub struct Move {
    #[serde(default)]
    parent: String,
    #[serde(default)]
    from: String,
}

/// Answers `POST /units/{id}/parent`.
pub async fn move_under(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Move>,
) -> Answer {
    let id = read_id(&id)?;
    let moved = async {
        let day = visitor.at().day();
        let parent = units::resolve(&app.store, &typed.parent, "parent", day).await?;
        let from = day_or(&typed.from, day)?;
        let mut tx = app.store.begin().await?;
        units::move_under(&mut tx, &actor, id, parent, from).await?;
        Ok(tx.commit().await?)
    };
    let shown =
        Typed { parent: typed.parent.clone(), from: typed.from.clone(), ..Typed::default() };
    after(&app, &visitor, (&actor, id), (moved.await, "unit-moved", shown)).await
}

fn day_or(typed: &str, today: Day) -> Result<Day, Refusal> {
    match typed.trim() {
        "" => Ok(today),
        text => text.parse().map_err(|_| Refusal::field("from", "day-unreadable")),
    }
}

/// A field that is refused is shown with the others; a fault is not.
fn refusal_only<T>(read: Result<T, Failure>) -> Result<Result<T, Refusal>, Failure> {
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(Failure::Refusal(refusal)) => Ok(Err(*refusal)),
        Err(fault) => Err(fault),
    }
}

/// The page of the unit after an act on it: with its notice, or with what was typed and why not.
async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, UnitId),
    (done, notice, typed): (Result<(), Failure>, &str, Typed),
) -> Answer {
    let Err(failure) = done else { return see(&format!("/units/{id}"), notice) };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    page_with(status, &unit_page(app, visitor, (actor, id), (typed, errors)).await?)
}

/// An alias as typed.
#[derive(Deserialize)]
pub struct TypedAlias {
    #[serde(default)]
    alias: String,
}

/// Answers `POST /units/{id}/aliases`.
pub async fn add_alias(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<TypedAlias>,
) -> Answer {
    let id = read_id(&id)?;
    let added = async {
        let alias = Alias::read(&typed.alias)?;
        let mut tx = app.store.begin().await?;
        units::add_alias(&mut tx, &actor, id, &alias).await?;
        Ok(tx.commit().await?)
    };
    let shown = Typed { alias: typed.alias.clone(), ..Typed::default() };
    after(&app, &visitor, (&actor, id), (added.await, "unit-changed", shown)).await
}

/// Answers `POST /units/{id}/contacts`.
pub async fn add_contact(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<TypedContact>,
) -> Answer {
    let id = read_id(&id)?;
    let added = async {
        let draft = typed.read()?;
        let mut tx = app.store.begin().await?;
        units::add_contact(&mut tx, &actor, id, &draft).await?;
        Ok(tx.commit().await?)
    };
    let shown = Typed { contact: typed.clone(), ..Typed::default() };
    after(&app, &visitor, (&actor, id), (added.await, "unit-changed", shown)).await
}

/// Answers `POST /units/{id}/aliases/{part}/removal`.
pub async fn remove_alias(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    remove(&app, &actor, &id, Part::Alias(part)).await
}

/// Answers `POST /units/{id}/contacts/{part}/removal`.
pub async fn remove_contact(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    remove(&app, &actor, &id, Part::Contact(part)).await
}

async fn remove(app: &App, actor: &Actor, id: &str, part: Part) -> Answer {
    let id = read_id(id)?;
    let mut tx = app.store.begin().await?;
    units::remove_part(&mut tx, actor, id, part).await?;
    tx.commit().await?;
    see(&format!("/units/{id}"), "unit-changed")
}
