//! The way in and out.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use super::{onward, with_kept, with_session};
use crate::accounts::login::Login;
use crate::accounts::sign_in::{self, SignedIn};
use crate::frame::answer::{encode, page, page_with};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Onward {
    next: Option<String>,
}

/// What is typed to sign in.
#[derive(Deserialize, Default)]
pub struct Typed {
    email: String,
    password: String,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/pages/sign_in.html")]
struct SignInPage {
    frame: Frame,
    errors: Errors,
    email: String,
    next: String,
    begin: String,
    awaits_setup: bool,
    demo: Vec<crate::installation::demo::Person>,
}

/// Answers `GET /sign-in`.
pub async fn form(State(app): State<App>, visitor: Visitor, Query(query): Query<Onward>) -> Answer {
    if visitor.actor().is_some() {
        return Ok(Redirect::to(onward(query.next.as_deref())).into_response());
    }
    let typed = Typed { next: query.next, ..Typed::default() };
    page(&sign_in_page(&app, &visitor, &typed, Errors::none()).await?)
}

async fn sign_in_page(
    app: &App,
    visitor: &Visitor,
    typed: &Typed,
    errors: Errors,
) -> Result<SignInPage, kernel::Fault> {
    Ok(SignInPage {
        frame: Frame::new(app, visitor),
        errors,
        email: typed.email.clone(),
        begin: format!("/begin?next={}", encode(onward(typed.next.as_deref()))),
        next: onward(typed.next.as_deref()).to_owned(),
        awaits_setup: crate::accounts::links::awaits_setup(&app.store).await?,
        demo: crate::installation::demo::people(app),
    })
}

/// Answers `POST /sign-in`.
pub async fn sign_in(State(app): State<App>, visitor: Visitor, Form(typed): Form<Typed>) -> Answer {
    let next = onward(typed.next.as_deref());
    let signed_in = match Login::read(&typed.email) {
        Ok(login) => sign_in::with_password(&app, &visitor, &login, &typed.password).await,
        Err(refusal) => Err(sign_in::beside(refusal.into(), "email")),
    };
    match signed_in {
        Ok(SignedIn::Fully(kept)) => {
            Ok(with_kept(&app, Redirect::to(next).into_response(), &kept)?)
        }
        Ok(SignedIn::CodeNeeded(token)) => {
            let code = format!("/sign-in/code?next={}", encode(next));
            Ok(with_session(&app, Redirect::to(&code).into_response(), &token)?)
        }
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &sign_in_page(&app, &visitor, &typed, errors).await?)
        }
    }
}

/// The code of the second factor.
#[derive(Deserialize)]
pub struct TypedCode {
    code: String,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/pages/sign_in_code.html")]
struct CodePage {
    frame: Frame,
    errors: Errors,
    next: String,
}

/// Answers `GET /sign-in/code`.
pub async fn code_form(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Onward>,
) -> Answer {
    let next = onward(query.next.as_deref()).to_owned();
    page(&CodePage { frame: Frame::new(&app, &visitor), errors: Errors::none(), next })
}

/// Answers `POST /sign-in/code`.
pub async fn code(
    State(app): State<App>,
    visitor: Visitor,
    Form(typed): Form<TypedCode>,
) -> Answer {
    let next = onward(typed.next.as_deref());
    let half = visitor.token().unwrap_or("");
    match sign_in::with_code(&app, &visitor, half, &typed.code).await {
        Ok(kept) => Ok(with_kept(&app, Redirect::to(next).into_response(), &kept)?),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let frame = Frame::new(&app, &visitor);
            page_with(status, &CodePage { frame, errors, next: next.to_owned() })
        }
    }
}

/// Answers `POST /sign-out`.
pub async fn sign_out(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(token) = visitor.token() {
        sign_in::out(&app, token).await?;
    }
    Ok(with_session(&app, Redirect::to("/sign-in").into_response(), "")?)
}
