//! Whom to call about a contest.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::head::Head;
use super::{load, load_to_run, read_part, rows};
use crate::accounts::Actor;
use crate::contests::store::ContactRow;
use crate::contests::typed::{self, CONTACTS, Typed};
use crate::contests::{self, PartId, Seen, when};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// The row of a form with one contact.
const ROW: &str = CONTACTS[0];

/// A contact as the page shows it.
struct Contact {
    id: String,
    name: String,
    about: Vec<String>,
    phones: Vec<String>,
    emails: Vec<String>,
    address: Option<String>,
    personal: bool,
    cleared: Option<String>,
}

#[derive(Template)]
#[template(path = "contests/pages/contacts.html")]
struct ListPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    contacts: Vec<Contact>,
    row: &'static str,
}

/// Answers `GET /contests/{id}/contacts`.
pub async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    show(&app, &visitor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let contacts = rows::contacts(&app.store, seen.id, seen.runs).await?;
    let page = ListPage {
        head: Head::new(frame.t, seen, "contest-contacts"),
        contacts: contacts.into_iter().map(shown).collect(),
        row: ROW,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

fn shown(row: ContactRow) -> Contact {
    let list =
        |text: &str| text.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect();
    let mut about = vec![row.person, row.title, row.organisation].into_iter().flatten();
    Contact {
        name: about.next().unwrap_or_default(),
        about: about.collect(),
        phones: list(&row.phones),
        emails: list(&row.emails),
        address: row.address,
        personal: row.personal,
        cleared: row.cleared_at.map(when::moment),
        id: row.id,
    }
}

/// Answers `POST /contests/{id}/contacts`.
pub async fn add(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let added = async {
        let draft = typed::contact_of(&typed, ROW)?;
        let mut tx = app.store.begin().await?;
        contests::add_contact(&mut tx, &actor, seen.id, &draft).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match added.await {
        Ok(()) => see(&format!("/contests/{id}/contacts"), "contest-saved"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

#[derive(Template)]
#[template(path = "contests/pages/contact.html")]
struct EditPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    id: String,
    row: &'static str,
}

/// Answers `GET /contests/{id}/contacts/{part}`.
pub async fn form(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let contact = rows::contact(&app.store, seen.id, read_part(&part)?).await?;
    let contact = contact.ok_or_else(Refusal::absent)?;
    let mut typed = Typed::default();
    typed::put_contact(&mut typed, ROW, &contact);
    show_form(&app, &visitor, (&seen, &part), (typed, Errors::none(), StatusCode::OK))
}

fn show_form(
    app: &App,
    visitor: &Visitor,
    (seen, part): (&Seen, &str),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let head = Head::new(frame.t, seen, "contest-contacts").below(frame.t.say("contact-edit"));
    page_with(status, &EditPage { head, id: part.to_owned(), row: ROW, frame, errors, typed })
}

/// Answers `POST /contests/{id}/contacts/{part}`.
pub async fn change(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let changed = async {
        let key = (seen.id, read_part(&part)?);
        let draft = typed::contact_of(&typed, ROW);
        let mut tx = app.store.begin().await?;
        rows::contact(&tx, key.0, key.1).await?.ok_or_else(Refusal::absent)?;
        contests::change_contact(&mut tx, &actor, key, &draft?).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match changed.await {
        Ok(()) => see(&format!("/contests/{id}/contacts"), "contest-saved"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show_form(&app, &visitor, (&seen, &part), (typed, errors, status))
        }
    }
}

/// Answers `POST /contests/{id}/contacts/{part}/removal`.
pub async fn remove(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (contest, part) = key(&app, &visitor, (&actor, &id, &part)).await?;
    let mut tx = app.store.begin().await?;
    contests::remove_contact(&mut tx, &actor, (contest, part)).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}/contacts"), "contest-saved")
}

/// Answers `POST /contests/{id}/contacts/{part}/clearing`.
pub async fn clear(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (contest, part) = key(&app, &visitor, (&actor, &id, &part)).await?;
    let mut tx = app.store.begin().await?;
    contests::clear_contact(&mut tx, &actor, (contest, part)).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}/contacts"), "contest-saved")
}

/// Answers `POST /contests/{id}/contacts/{part}/clearing/removal`.
pub async fn mask(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (contest, part) = key(&app, &visitor, (&actor, &id, &part)).await?;
    let mut tx = app.store.begin().await?;
    contests::mask_contact(&mut tx, &actor, (contest, part)).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}/contacts"), "contest-saved")
}

async fn key(
    app: &App,
    visitor: &Visitor,
    (actor, id, part): (&Actor, &str, &str),
) -> Result<(kernel::id::ContestId, PartId), Failure> {
    let seen = load_to_run(app, visitor, actor, id).await?;
    Ok((seen.id, read_part(part)?))
}
