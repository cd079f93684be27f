//! Authors who are asked to agree, by a letter.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::dossier_id;
use super::hand_in::after;
use super::write::titled;
use crate::accounts::Actor;
use crate::contests::typed::lines;
use crate::dossiers;
use crate::dossiers::agree::{self, Asked, shown_share};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// Whom to ask, and where.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    author: String,
    address: String,
}

/// Answers `POST /dossiers/{id}/invitations`.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        let author = (wanted.author.as_str(), wanted.address.as_str());
        dossiers::ask_author(&mut tx, &app, &actor, id, author).await?;
        tx.commit().await.map_err(Failure::from)
    };
    after((&app, &visitor), (&actor, id), done.await, ("submission", "dossier-author-asked")).await
}

#[derive(Template)]
#[template(path = "dossiers/pages/agreement.html")]
struct AgreementPage {
    frame: Frame,
    errors: Errors,
    token: String,
    contest: String,
    title: String,
    name: String,
    share: String,
    authors: Vec<(String, String)>,
    undertaking: Vec<String>,
    answered: Option<&'static str>,
    reason: String,
}

/// Answers `GET /agreements/{token}`.
pub async fn form(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let asked = agree::asked(&app.store, &token, visitor.at()).await?;
    let shows = (Errors::none(), StatusCode::OK, String::new());
    shown(&app, &visitor, (token, asked), shows).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (token, asked): (String, Asked),
    (errors, status, reason): (Errors, StatusCode, String),
) -> Answer {
    let (rules, _) = dossiers::access::rules(&app.store, &asked.row).await?;
    let frame = Frame::new(app, visitor);
    let authors = asked.entry.people.authors.iter();
    let answered = asked.answers.first().map(|answer| match answer.agreed {
        true => "agreement-said-yes",
        false => "agreement-said-no",
    });
    let page = AgreementPage {
        contest: asked.contest.name,
        title: titled(&asked.entry.solution.title, frame.t),
        share: shown_share(&asked.author),
        authors: authors.map(|author| (author.name.clone(), shown_share(author))).collect(),
        name: asked.author.name,
        undertaking: rules.entry.undertaking,
        token,
        answered,
        reason,
        frame,
        errors,
    };
    page_with(status, &page)
}

/// What an author says, and what was shown.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    answer: String,
    reason: String,
    name: String,
    share: String,
}

/// Answers `POST /agreements/{token}`.
pub async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let Err(failure) = answered(&app, &token, &said).await else {
        return see(&format!("/agreements/{token}"), "agreement-answered");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let asked = agree::asked(&app.store, &token, visitor.at()).await?;
    shown(&app, &visitor, (token, asked), (errors, status, said.reason)).await
}

async fn answered(app: &App, token: &str, said: &Said) -> Result<(), Failure> {
    let agreed = match said.answer.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Refusal::invalid("form-unreadable").into()),
    };
    let reason = lines(&said.reason, "reason", 1_000)?;
    if !agreed && reason.is_none() {
        return Err(Refusal::field("reason", "agreement-reason-missing").into());
    }
    let seen = (said.name.as_str(), said.share.as_str());
    let mut tx = app.store.begin().await?;
    dossiers::answer(&mut tx, token, (agreed, reason.as_deref()), seen).await?;
    Ok(tx.commit().await?)
}
