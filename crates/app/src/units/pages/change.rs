//! Putting a unit's facts and contacts right.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};

use super::kinds;
use super::show::{read_id, read_part};
use crate::accounts::Actor;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::draft::{TypedContact, TypedUnit};
use crate::units::store as rows;
use crate::units::{self, Facts, policy};

#[derive(Template)]
#[template(path = "units/pages/unit_edit.html")]
struct EditPage {
    frame: Frame,
    errors: Errors,
    id: String,
    name: String,
    typed: TypedUnit,
    kinds: Vec<(&'static str, String)>,
    parent: String,
    from: String,
}

/// Answers `GET /units/{id}/edit`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = read_id(&id)?;
    policy::may_change(&actor)?;
    let shown = (None, Errors::none());
    page(&edit_page(&app, &visitor, id, shown).await?)
}

async fn edit_page(
    app: &App,
    visitor: &Visitor,
    id: UnitId,
    (typed, errors): (Option<TypedUnit>, Errors),
) -> Result<EditPage, Failure> {
    let day = visitor.at().day();
    let unit = rows::find(&app.store, id, day).await?.ok_or_else(Refusal::absent)?;
    let frame = Frame::new(app, visitor);
    let name = unit.name.clone();
    let newest = rows::standing(&app.store, &[id.to_string()]).await?.into_iter().next();
    let as_it_is = || TypedUnit {
        name: newest.map_or(unit.name, |newest| newest.name),
        kind: unit.kind,
        code: unit.code.unwrap_or_default(),
        founded: unit.founded_on.as_deref().map(Day::shown).unwrap_or_default(),
        ..TypedUnit::default()
    };
    Ok(EditPage {
        kinds: kinds(frame.t),
        typed: typed.unwrap_or_else(as_it_is),
        parent: unit.parent_name.unwrap_or_default(),
        from: String::new(),
        id: unit.id,
        name,
        frame,
        errors,
    })
}

/// Answers `POST /units/{id}`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<TypedUnit>,
) -> Answer {
    let id = read_id(&id)?;
    let changed = async {
        let draft = typed.read(Ok(None))?;
        let facts = Facts {
            name: draft.name,
            kind: draft.kind,
            code: draft.code,
            founded_on: draft.founded_on,
        };
        let mut tx = app.store.begin().await?;
        units::change(&mut tx, &actor, id, &facts).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match changed.await {
        Ok(()) => see(&format!("/units/{id}"), "unit-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &edit_page(&app, &visitor, id, (Some(typed), errors)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "units/pages/contact.html")]
struct ContactPage {
    frame: Frame,
    errors: Errors,
    id: String,
    part: String,
    name: String,
    typed: TypedContact,
}

/// Answers `GET /units/{id}/contacts/{part}`.
pub async fn contact_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (id, part) = (read_id(&id)?, read_part(&part)?);
    let unit = rows::find(&app.store, id, visitor.at().day()).await?;
    let unit = unit.ok_or_else(Refusal::absent)?;
    policy::may_describe(&actor, id)?;
    let typed = typed_contact(&app, id, &part).await?.ok_or_else(Refusal::absent)?;
    let frame = Frame::new(&app, &visitor);
    page(&ContactPage { frame, errors: Errors::none(), id: unit.id, part, name: unit.name, typed })
}

async fn typed_contact(app: &App, id: UnitId, part: &str) -> Result<Option<TypedContact>, Fault> {
    let contact = rows::contact(&app.store, id, part).await?;
    Ok(contact.map(|contact| TypedContact {
        contact: contact.name,
        duty: contact.duty.unwrap_or_default(),
        email: contact.email.unwrap_or_default(),
        phone: contact.phone.unwrap_or_default(),
        personal: contact.personal.then(|| "1".to_owned()),
    }))
}

/// Answers `POST /units/{id}/contacts/{part}`.
pub async fn change_contact(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<TypedContact>,
) -> Answer {
    let (id, part) = (read_id(&id)?, read_part(&part)?);
    let changed = async {
        let draft = typed.read()?;
        let mut tx = app.store.begin().await?;
        units::change_contact(&mut tx, &actor, (id, &part), &draft).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match changed.await {
        Ok(()) => see(&format!("/units/{id}"), "unit-changed"),
        Err(failure) => {
            let refused = Errors::of(failure, visitor.words())?;
            refused_contact((&app, &visitor, &actor), (id, part), (typed, refused)).await
        }
    }
}

async fn refused_contact(
    (app, visitor, actor): (&App, &Visitor, &Actor),
    (id, part): (UnitId, String),
    (typed, (errors, status)): (TypedContact, (Errors, StatusCode)),
) -> Answer {
    let unit = rows::find(&app.store, id, visitor.at().day()).await?;
    let unit = unit.ok_or_else(Refusal::absent)?;
    policy::may_describe(actor, id)?;
    typed_contact(app, id, &part).await?.ok_or_else(Refusal::absent)?;
    let frame = Frame::new(app, visitor);
    page_with(status, &ContactPage { frame, errors, id: unit.id, part, name: unit.name, typed })
}
