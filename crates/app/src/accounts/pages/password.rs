//! One's own password: the first one, or another.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect};
use kernel::Refusal;
use serde::Deserialize;

use super::onward;
use super::own::{Shown, account_page};
use crate::accounts::password::{self, NewPassword};
use crate::accounts::{Actor, sign_in};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Onward {
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/pages/password.html")]
struct PasswordPage {
    frame: Frame,
    errors: Errors,
    login: String,
    next: String,
    shortest: usize,
}

fn password_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (next, errors): (&str, Errors),
) -> PasswordPage {
    PasswordPage {
        frame: Frame::new(app, visitor),
        errors,
        login: actor.login_shown(),
        next: next.to_owned(),
        shortest: password::SHORTEST,
    }
}

/// Answers `GET /account/password`: the first password, for whoever came in with a code. Whoever has one
/// changes it on the page of the account.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(query): Query<Onward>,
) -> Answer {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    if sign_in::has_password(&app.store, id).await? {
        return Ok(Redirect::to("/account").into_response());
    }
    let next = onward(query.next.as_deref());
    page(&password_page(&app, &visitor, &actor, (next, Errors::none())))
}

/// Passwords as typed; the old one only by whoever has one.
#[derive(Deserialize)]
pub struct Passwords {
    #[serde(default)]
    old: String,
    password: String,
    repeated: String,
    next: Option<String>,
}

/// Answers `POST /account/password`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Passwords>,
) -> Answer {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let has_one = sign_in::has_password(&app.store, id).await?;
    let login = actor.login_shown();
    let digits: String = login.chars().filter(|letter| !letter.is_whitespace()).collect();
    let own = [login.as_str(), &digits, actor.name.as_str()];
    let changed = match NewPassword::read(&typed.password, &typed.repeated, &own) {
        Ok(new) => sign_in::change_password(&app, &actor, &typed.old, new).await,
        Err(refusal) => Err(refusal.into()),
    };
    let next = onward(typed.next.as_deref());
    let Err(failure) = changed else {
        return match has_one {
            true => see("/account", "password-changed"),
            false => see(next, "password-first"),
        };
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    match has_one {
        true => {
            let shown = (Shown::of(&actor), errors);
            page_with(status, &account_page(&app, &visitor, &actor, shown).await?)
        }
        false => page_with(status, &password_page(&app, &visitor, &actor, (next, errors))),
    }
}
