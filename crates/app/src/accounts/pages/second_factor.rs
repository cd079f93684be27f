//! Setting up the second factor: a picture, a code, and ten codes for when the phone is lost.

use askama::Template;
use axum::extract::State;
use kernel::{Failure, Refusal};
use serde::Deserialize;
use typesetting::qr;

use crate::accounts::second_factor::{self, Enrolment};
use crate::accounts::{Actor, policy};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

const HERE: &str = "/account/second-factor";

/// The first code of the app.
#[derive(Deserialize)]
pub struct FirstCode {
    code: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/second_factor.html")]
struct SecondFactorPage {
    frame: Frame,
    errors: Errors,
    is_on: bool,
    picture: String,
    secret: String,
}

#[derive(Template)]
#[template(path = "accounts/pages/recovery_codes.html")]
struct RecoveryPage {
    frame: Frame,
    codes: Vec<String>,
}

/// Answers `GET /account/second-factor`.
pub async fn form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    page(&second_factor_page(&app, &visitor, &actor, Errors::none()).await?)
}

async fn second_factor_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    errors: Errors,
) -> Result<SecondFactorPage, Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let is_on = second_factor::is_on(&app.store, id).await?;
    let (picture, secret) = match is_on {
        true => (String::new(), String::new()),
        false => {
            policy::is_confirmed(actor, visitor.at(), HERE)?;
            let enrolment = enrol(app, actor).await?;
            (qr::code(&enrolment.url)?.svg(), in_fours(&enrolment.secret))
        }
    };
    Ok(SecondFactorPage { frame: Frame::new(app, visitor), errors, is_on, picture, secret })
}

async fn enrol(app: &App, actor: &Actor) -> Result<Enrolment, Failure> {
    let mut tx = app.store.begin().await?;
    let enrolment = second_factor::enrol(&mut tx, &app.keys, actor).await?;
    tx.commit().await?;
    Ok(enrolment)
}

fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Answers `POST /account/second-factor`.
pub async fn switch_on(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<FirstCode>,
) -> Answer {
    policy::is_confirmed(&actor, visitor.at(), HERE)?;
    let mut tx = app.store.begin().await?;
    match second_factor::switch_on(&mut tx, &app, &actor, &typed.code).await {
        Ok(codes) => {
            tx.commit().await?;
            page(&RecoveryPage { frame: Frame::new(&app, &visitor), codes })
        }
        Err(failure) => {
            drop(tx);
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &second_factor_page(&app, &visitor, &actor, errors).await?)
        }
    }
}

/// Answers `POST /account/second-factor/removal`.
pub async fn switch_off(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::is_confirmed(&actor, visitor.at(), HERE)?;
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let mut tx = app.store.begin().await?;
    second_factor::switch_off(&mut tx, &app, &actor, id).await?;
    tx.commit().await?;
    see("/account", "second-factor-off")
}
