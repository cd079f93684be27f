//! What is kept about me (dữ liệu cá nhân): what for, until when, who saw it, what I agreed to.

use askama::Template;
use axum::extract::State;
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use crate::accounts::consent::{self, ConsentRow, Purpose};
use crate::accounts::{Actor, sign_in};
use crate::audit::{self, Told};
use crate::frame::answer::{page, see};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Frame, Visitor};

/// How many acts of the ledger are listed.
const ACTS: i64 = 30;

/// A purpose, and what the person has said of it.
struct Line {
    code: &'static str,
    label: String,
    text: String,
    given: Option<String>,
    before: Vec<String>,
}

#[derive(Template)]
#[template(path = "accounts/pages/privacy.html")]
struct PrivacyPage {
    frame: Frame,
    name: String,
    login: String,
    has_password: bool,
    purposes: Vec<Line>,
    acts: Vec<Told>,
}

/// Answers `GET /account/privacy`.
pub async fn show(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let frame = Frame::new(&app, &visitor);
    let said = consent::statements(&app.store, id).await?;
    let subject = format!("account/{id}");
    let acts = audit::told_about(&app.store, frame.t, &subject, (i64::MAX, ACTS)).await?;
    page(&PrivacyPage {
        name: actor.name.clone(),
        login: actor.login_shown(),
        has_password: sign_in::has_password(&app.store, id).await?,
        purposes: Purpose::ALL.map(|purpose| line(purpose, &said, &frame)).into(),
        acts,
        frame,
    })
}

fn line(purpose: Purpose, said: &[ConsentRow], frame: &Frame) -> Line {
    let mut own = said.iter().filter(|row| row.purpose == purpose.code()).peekable();
    let holds = |row: &&&ConsentRow| row.kind == "given" && row.version == purpose.version();
    let given = own.peek().filter(holds).map(|row| Instant::from_millis(row.stated_at).written());
    let told = |row: &ConsentRow| {
        let at = Instant::from_millis(row.stated_at).written();
        match row.kind.as_str() {
            "given" => frame.t.with("consent-was-given", "at", &at),
            _ => frame.t.with("consent-was-withdrawn", "at", &at),
        }
    };
    Line {
        code: purpose.code(),
        label: frame.t.say(&purpose.label()),
        text: frame.t.say(&purpose.text()),
        given,
        before: own.map(told).collect(),
    }
}

/// The purpose that a button is about.
#[derive(Deserialize)]
pub struct About {
    #[serde(default)]
    purpose: String,
}

/// Answers `POST /account/privacy/consents`.
pub async fn give(State(app): State<App>, actor: Actor, Form(about): Form<About>) -> Answer {
    let purpose = Purpose::read(&about.purpose)?;
    let mut tx = app.store.begin().await?;
    consent::give(&mut tx, &actor, purpose).await?;
    tx.commit().await.map_err(Failure::from)?;
    see("/account/privacy", "consent-given")
}

/// Answers `POST /account/privacy/consents/removal`.
pub async fn withdraw(State(app): State<App>, actor: Actor, Form(about): Form<About>) -> Answer {
    let purpose = Purpose::read(&about.purpose)?;
    let mut tx = app.store.begin().await?;
    consent::withdraw(&mut tx, &actor, purpose).await?;
    tx.commit().await.map_err(Failure::from)?;
    see("/account/privacy", "consent-withdrawn")
}
