//! Another address for one's own account.

use askama::Template;
use axum::extract::{Path, State};
use kernel::Failure;
use serde::Deserialize;

use super::own::{Shown, account_page};
use crate::accounts::names::Email;
use crate::accounts::{Actor, email_change};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// The wanted address and the present password, as typed.
#[derive(Deserialize)]
pub struct Wanted {
    email: String,
    #[serde(default)]
    present: String,
}

/// Answers `POST /account/email`; the same whether the address has an account or not.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Wanted>,
) -> Answer {
    let Err(failure) = ask_for(&app, &actor, &typed).await else {
        return see("/account", "email-asked");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let shown = Shown { new_email: typed.email, ..Shown::of(&actor) };
    page_with(status, &account_page(&app, &visitor, &actor, (shown, errors)).await?)
}

async fn ask_for(app: &App, actor: &Actor, typed: &Wanted) -> Result<(), Failure> {
    let new = Email::read(&typed.email)?;
    email_change::ask(app, actor, &new, &typed.present).await
}

#[derive(Template)]
#[template(path = "accounts/pages/email.html")]
struct EmailPage {
    frame: Frame,
    token: String,
    email: String,
}

/// Answers `GET /account/email/{token}`. The link may be opened in another browser than the one in
/// which the address was asked for, so it needs no sign-in.
pub async fn form(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let change = email_change::find(&app.store, &token, visitor.at()).await?;
    page(&EmailPage { frame: Frame::new(&app, &visitor), token, email: change.email })
}

/// Answers `POST /account/email/{token}`.
pub async fn take(State(app): State<App>, Path(token): Path<String>) -> Answer {
    email_change::take(&app, &token).await?;
    see("/account", "email-changed")
}
