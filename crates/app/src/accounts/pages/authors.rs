//! Who waits for a code, who hands it over, and accounts that are opened for somebody.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::begin::unit;
use crate::accounts::authors::{self, Handed, HelpRow, NewAuthor, RequestRow};
use crate::accounts::login::{self, Login};
use crate::accounts::names::PersonName;
use crate::accounts::{Actor, policy};
use crate::frame::answer::{page, page_with};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

struct Waiting {
    id: String,
    name: String,
    login: String,
    unit: Option<String>,
    since: String,
}

fn waiting(row: RequestRow) -> Waiting {
    Waiting {
        id: row.id,
        name: row.name,
        login: login::shown(&row.login),
        unit: row.unit_name,
        since: Instant::from_millis(row.asked_at).written(),
    }
}

struct Helped {
    name: String,
    login: String,
    kind: String,
    helper: String,
    unit: Option<String>,
    at: String,
}

fn helped(row: HelpRow, frame: &Frame) -> Helped {
    Helped {
        name: row.name,
        login: login::shown(&row.login),
        kind: frame.t.say(&format!("help-{}", row.kind)),
        helper: row.helper.unwrap_or_else(|| frame.t.say("ledger-operator")),
        unit: row.unit_name,
        at: Instant::from_millis(row.helped_at).written(),
    }
}

#[derive(Template)]
#[template(path = "accounts/pages/requests.html")]
struct RequestsPage {
    frame: Frame,
    waiting: Vec<Waiting>,
    helped: Vec<Helped>,
}

/// Answers `GET /people/requests`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let rows = authors::waiting(&app.store, &actor).await?;
    let done = authors::helped(&app.store, &actor).await?;
    let frame = Frame::new(&app, &visitor);
    let helped = done.into_iter().map(|row| helped(row, &frame)).collect();
    page(&RequestsPage { waiting: rows.into_iter().map(waiting).collect(), helped, frame })
}

#[derive(Template)]
#[template(path = "accounts/pages/code_card.html")]
struct CardPage {
    frame: Frame,
    name: String,
    login: String,
    code: Option<String>,
    until: String,
    address: String,
}

fn card_page(app: &App, visitor: &Visitor, handed: Handed) -> CardPage {
    CardPage {
        frame: Frame::new(app, visitor),
        name: handed.name,
        login: handed.login.shown(),
        code: handed.code,
        until: handed.until.written(),
        address: app.configuration.address("/begin"),
    }
}

/// Answers `POST /people/requests/{id}/code`: the code, shown once.
pub async fn hand_over(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = id.parse().map_err(|_| Refusal::absent())?;
    let mut tx = app.store.begin().await?;
    let handed = authors::answer(&mut tx, &app, &actor, id).await?;
    tx.commit().await?;
    page(&card_page(&app, &visitor, handed))
}

/// Somebody for whom an account shall be opened, as typed.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    unit: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/author_new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    may_be_office: bool,
    units: Vec<(String, String)>,
}

async fn new_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (typed, errors): (Typed, Errors),
) -> Result<NewPage, Failure> {
    let mut units = authors::helping_units(&app.store, visitor.at().day()).await?;
    let own = policy::helps_at(actor);
    if let Some(own) = &own {
        units.retain(|(id, _)| own.iter().any(|unit| unit.to_string() == *id));
    }
    let frame = Frame::new(app, visitor);
    Ok(NewPage { frame, errors, typed, may_be_office: own.is_none(), units })
}

/// Answers `GET /people/authors/new`.
pub async fn new_form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let empty = (Typed::default(), Errors::none());
    page(&new_page(&app, &visitor, &actor, empty).await?)
}

/// Answers `POST /people/authors`: the account is there; its code is shown once.
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Typed>,
) -> Answer {
    match open_account(&app, &actor, &typed).await {
        Ok(handed) => page(&card_page(&app, &visitor, handed)),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &new_page(&app, &visitor, &actor, (typed, errors)).await?)
        }
    }
}

async fn open_account(app: &App, actor: &Actor, typed: &Typed) -> Result<Handed, Failure> {
    let login = Some(typed.login.as_str()).filter(|login| !login.trim().is_empty());
    let author = NewAuthor {
        name: PersonName::read(&typed.name)?,
        login: login.map(Login::read).transpose()?,
        unit: unit(&typed.unit)?,
    };
    let mut tx = app.store.begin().await?;
    let handed = authors::open_and_hand_over(&mut tx, app, actor, &author).await?;
    tx.commit().await?;
    Ok(handed)
}
