//! The password once more, before a dangerous act; a fresh code for whoever has no password.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::{begun, onward, with_begun};
use crate::accounts::beginning::{self, Wanted};
use crate::accounts::names::PersonName;
use crate::accounts::{Actor, sign_in};
use crate::frame::answer::{encode, page, page_with};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Onward {
    next: Option<String>,
}

/// What the page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// The password.
    Password,
    /// Whether a code shall be sent, or one of a helper be used.
    Whether,
    /// The code.
    Code,
}

#[derive(Template)]
#[template(path = "accounts/pages/confirmation.html")]
struct ConfirmPage {
    frame: Frame,
    errors: Errors,
    next: String,
    asks: Asks,
    by_mail: bool,
}

async fn asks(app: &App, visitor: &Visitor, actor: &Actor, token: &str) -> Result<Asks, Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    if sign_in::has_password(&app.store, id).await? {
        return Ok(Asks::Password);
    }
    match beginning::find(&app.store, token, visitor.at()).await {
        Ok(row) if actor.login.as_ref().is_some_and(|login| login.as_str() == row.login) => {
            Ok(Asks::Code)
        }
        Ok(_) | Err(Failure::Refusal(_)) => Ok(Asks::Whether),
        Err(fault) => Err(fault),
    }
}

fn confirm_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (next, asks, errors): (&str, Asks, Errors),
) -> ConfirmPage {
    let frame = Frame::new(app, visitor);
    let by_mail = actor.email().is_some();
    ConfirmPage { frame, errors, next: next.to_owned(), asks, by_mail }
}

/// Answers `GET /account/confirmation`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    headers: HeaderMap,
    Query(query): Query<Onward>,
) -> Answer {
    let next = onward(query.next.as_deref());
    let asks = asks(&app, &visitor, &actor, begun(&app, &headers)).await?;
    page(&confirm_page(&app, &visitor, &actor, (next, asks, Errors::none())))
}

/// Answers `POST /account/confirmation/code`: the code goes by mail, or is one that a helper hands over.
pub async fn send_code(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(query): Form<Onward>,
) -> Answer {
    let next = onward(query.next.as_deref());
    let here = format!("/account/confirmation?next={}", encode(next));
    let login = actor.login.as_ref().ok_or_else(Refusal::absent)?;
    let name = PersonName::read(&actor.name)?;
    let wanted = Wanted { login, name: &name, onward: next };
    let token = beginning::ask(&app, &visitor, wanted).await?;
    Ok(with_begun(&app, Redirect::to(&here).into_response(), &token)?)
}

/// The password once more, or the code of whoever has none.
#[derive(Deserialize)]
pub struct Again {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    next: Option<String>,
}

/// Answers `POST /account/confirmation`.
pub async fn confirm(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    headers: HeaderMap,
    Form(typed): Form<Again>,
) -> Answer {
    let next = onward(typed.next.as_deref());
    let token = begun(&app, &headers);
    let asked = asks(&app, &visitor, &actor, token).await?;
    let confirmed = match asked {
        Asks::Password => sign_in::confirm(&app, &actor, &typed.password).await,
        Asks::Whether | Asks::Code => {
            beginning::confirm(&app, &visitor, &actor, (token, &typed.code)).await
        }
    };
    match confirmed {
        Ok(()) => Ok(Redirect::to(next).into_response()),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &confirm_page(&app, &visitor, &actor, (next, asked, errors)))
        }
    }
}
