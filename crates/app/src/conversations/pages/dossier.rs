//! The conversation of a dossier: the one that is there, or the first message of one.

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use kernel::{Failure, Refusal};

use super::sent;
use crate::accounts::Actor;
use crate::conversations::state::Side;
use crate::conversations::typed::{Asked, words};
use crate::conversations::{self, ConversationId, Saying, access, store as rows};
use crate::dossiers::DossierId;
use crate::dossiers::access::SeenDossier;
use crate::files;
use crate::frame::answer::{page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "conversations/pages/dossier.html")]
struct DossierPage {
    frame: Frame,
    errors: Errors,
    id: String,
    title: String,
    is_author: bool,
    text: String,
}

/// Answers `GET /dossiers/{id}/conversation`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let (seen, found) = access::of_dossier(&app.store, &actor, dossier_id(&id)?).await?;
    if let Some(found) = found {
        return Ok(Redirect::to(&format!("/conversations/{found}")).into_response());
    }
    shown(&app, &visitor, seen, (String::new(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: SeenDossier,
    (text, errors, status): (String, Errors, StatusCode),
) -> Answer {
    let page = DossierPage {
        frame: Frame::new(app, visitor),
        id: seen.id.to_string(),
        title: rows::title_of(&app.store, seen.id).await?.unwrap_or_default(),
        is_author: access::side_of(&seen) == Side::Author,
        errors,
        text,
    };
    page_with(status, &page)
}

/// Answers `POST /dossiers/{id}/conversation`.
pub async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let id = dossier_id(&id)?;
    let (seen, _) = access::of_dossier(&app.store, &actor, id).await?;
    let mut sent = sent::read::<Asked>(request).await?;
    let done = async {
        let files = sent.files()?;
        let text = words(&sent.typed.text, "text")?;
        let saying = Saying { text, files: files::keep_all(&app, files).await? };
        let mut tx = app.store.begin().await?;
        let begun = conversations::about_dossier(&mut tx, &actor, id, &saying).await?;
        tx.commit().await?;
        Ok::<ConversationId, Failure>(begun)
    };
    match done.await {
        Ok(begun) => see(&format!("/conversations/{begun}"), "conversation-said"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, seen, (sent.typed.text, errors, status)).await
        }
    }
}

fn dossier_id(text: &str) -> Result<DossierId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
