//! Changing units: founding, moving, aliases, contacts.

use askama::Template;
use axum::extract::{Path, State};
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};
use serde::Deserialize;

use super::show::{Typed, read_id, unit_page};
use crate::accounts::{Actor, people};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::draft::{TypedContact, TypedUnit};
use crate::units::{self, Alias, Kind, Part, policy};

#[derive(Template)]
#[template(path = "units/pages/unit_new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    typed: TypedUnit,
    kinds: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
}

/// Answers `GET /units/new`.
pub async fn new_form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_change(&actor)?;
    page(&new_page(&app, &visitor, TypedUnit::default(), Errors::none()).await?)
}

async fn new_page(
    app: &App,
    visitor: &Visitor,
    typed: TypedUnit,
    errors: Errors,
) -> Result<NewPage, Fault> {
    let frame = Frame::new(app, visitor);
    let kinds = Kind::ALL.map(|kind| (kind.code(), frame.t.say(&kind.label())));
    let units = people::unit_names(&app.store, visitor.at().day()).await?;
    Ok(NewPage { frame, errors, typed, kinds: kinds.into_iter().collect(), units })
}

/// Answers `POST /units`.
pub async fn found(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<TypedUnit>,
) -> Answer {
    let founded = async {
        let draft = typed.read()?;
        let mut tx = app.store.begin().await?;
        let id = units::found(&mut tx, &actor, &draft).await?;
        tx.commit().await?;
        Ok::<_, Failure>(id)
    };
    match founded.await {
        Ok(id) => see(&format!("/units/{id}"), "unit-founded"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &new_page(&app, &visitor, typed, errors).await?)
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
        let (parent, from) = typed.read(visitor.at().day())?;
        let mut tx = app.store.begin().await?;
        units::move_under(&mut tx, &actor, id, parent, from).await?;
        Ok(tx.commit().await?)
    };
    after(&app, &visitor, (&actor, id), (moved.await, "unit-moved", Typed::default())).await
}

impl Move {
    fn read(&self, today: Day) -> Result<(Option<UnitId>, Day), Refusal> {
        let parent = match self.parent.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| Refusal::field("parent", "unit-unknown"))?),
        };
        let from = match self.from.trim() {
            "" => today,
            text => text.parse().map_err(|_| Refusal::field("from", "day-unreadable"))?,
        };
        Ok((parent, from))
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
