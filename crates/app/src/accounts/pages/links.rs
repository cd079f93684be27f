//! One-time links: first set-up, invitation, reset.

use askama::Template;
use axum::extract::{Path, State};
use kernel::Failure;
use serde::Deserialize;

use crate::accounts::links::{self, LinkRow, Purpose};
use crate::accounts::names::{Email, PersonName};
use crate::accounts::password::{self, NewPassword};
use crate::accounts::{invitations, login, resets};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

const ALL: [Purpose; 3] = [Purpose::Setup, Purpose::Invitation, Purpose::Reset];

/// What is typed to take up a link; address and name only at set-up.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    repeated: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/link.html")]
struct LinkPage {
    frame: Frame,
    errors: Errors,
    token: String,
    purpose: String,
    typed: Typed,
    shortest: usize,
}

/// Answers `GET /links/{token}`.
pub async fn form(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let link = links::find(&app.store, &token, &ALL, visitor.at()).await?;
    let typed = known(&app, &link).await?;
    page(&link_page(&app, &visitor, &token, (link, typed, Errors::none())))
}

/// What the system knows is not asked: whose account it is.
async fn known(app: &App, link: &LinkRow) -> Result<Typed, Failure> {
    if link.account_id.is_none() {
        return Ok(Typed::default());
    }
    let account = resets::owner(&app.store, link).await?;
    Ok(Typed { email: login::shown(&account.login), name: account.name, ..Typed::default() })
}

fn link_page(
    app: &App,
    visitor: &Visitor,
    token: &str,
    (link, typed, errors): (LinkRow, Typed, Errors),
) -> LinkPage {
    LinkPage {
        frame: Frame::new(app, visitor),
        errors,
        token: token.to_owned(),
        purpose: link.purpose,
        typed,
        shortest: password::SHORTEST,
    }
}

/// Answers `POST /links/{token}`.
pub async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let link = links::find(&app.store, &token, &ALL, visitor.at()).await?;
    let taken = match link.account_id {
        None => set_up(&app, &token, &typed).await,
        Some(_) => set_password(&app, &token, &link, &typed).await,
    };
    let Err(failure) = taken else { return see("/sign-in", "password-set") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let mut shown = known(&app, &link).await?;
    if link.account_id.is_none() {
        (shown.email, shown.name) = (typed.email, typed.name);
    }
    page_with(status, &link_page(&app, &visitor, &token, (link, shown, errors)))
}

async fn set_up(app: &App, token: &str, typed: &Typed) -> Result<(), Failure> {
    let email = Email::read(&typed.email)?;
    let name = PersonName::read(&typed.name)?;
    let own = [email.as_str(), name.as_str()];
    let new = NewPassword::read(&typed.password, &typed.repeated, &own)?;
    let hash = password::hash(app, new).await?;
    invitations::set_up(app, token, &email, &name, &hash).await.map(drop)
}

async fn set_password(
    app: &App,
    token: &str,
    link: &LinkRow,
    typed: &Typed,
) -> Result<(), Failure> {
    let account = resets::owner(&app.store, link).await?;
    let own = [account.login.as_str(), account.name.as_str()];
    let new = NewPassword::read(&typed.password, &typed.repeated, &own)?;
    let hash = password::hash(app, new).await?;
    resets::take_up(app, token, &hash).await.map(drop)
}

/// The address to which a reset shall be mailed.
#[derive(Deserialize, Default)]
pub struct Wanted {
    email: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/reset.html")]
struct ResetPage {
    frame: Frame,
    errors: Errors,
    email: String,
    mail_leaves: bool,
    asked: bool,
}

/// Answers `GET /reset`.
pub async fn reset_form(State(app): State<App>, visitor: Visitor) -> Answer {
    page(&reset_page(&app, &visitor, String::new(), (Errors::none(), false)))
}

fn reset_page(
    app: &App,
    visitor: &Visitor,
    email: String,
    (errors, asked): (Errors, bool),
) -> ResetPage {
    let mail_leaves = app.configuration.smtp.is_some();
    ResetPage { frame: Frame::new(app, visitor), errors, email, mail_leaves, asked }
}

/// Answers `POST /reset`; the same to all.
pub async fn request_reset(
    State(app): State<App>,
    visitor: Visitor,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let asked = match Email::read(&wanted.email) {
        Ok(email) => resets::request_reset(&app, &visitor, &email).await,
        Err(refusal) => Err(refusal.into()),
    };
    let Err(failure) = asked else {
        return page(&reset_page(&app, &visitor, wanted.email, (Errors::none(), true)));
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    page_with(status, &reset_page(&app, &visitor, wanted.email, (errors, false)))
}
