//! Asking about a contest before anything is filed (đề nghị tư vấn).

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use kernel::Failure;

use super::sent;
use crate::accounts::Actor;
use crate::contests::pages::load;
use crate::contests::{self, Seen};
use crate::conversations::open::may_ask;
use crate::conversations::typed::Asked;
use crate::conversations::{self, ConversationId, Saying};
use crate::files;
use crate::frame::answer::{page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "conversations/pages/consult.html")]
struct ConsultPage {
    frame: Frame,
    errors: Errors,
    id: String,
    contest: String,
    fields: Vec<String>,
    typed: Asked,
    why_not: Option<String>,
}

/// Answers `GET /contests/{id}/consultations/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    shown(&app, &visitor, seen, (Asked::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: Seen,
    (typed, errors, status): (Asked, Errors, StatusCode),
) -> Answer {
    let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
    let frame = Frame::new(app, visitor);
    let refused = may_ask(seen.state, seen.id).err();
    let page = ConsultPage {
        why_not: refused.map(|refusal| frame.t.tell(&refusal.message)),
        fields: rules.fields,
        id: seen.contest.id,
        contest: seen.contest.name,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/consultations`.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let mut sent = sent::read::<Asked>(request).await?;
    let done = async {
        let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
        let files = sent.files()?;
        let (question, text) = sent.typed.read(&rules.fields)?;
        let saying = Saying { text, files: files::keep_all(&app, files).await? };
        let mut tx = app.store.begin().await?;
        let begun = conversations::consult(&mut tx, &actor, seen.id, (&question, &saying)).await?;
        tx.commit().await?;
        Ok::<ConversationId, Failure>(begun)
    };
    match done.await {
        Ok(begun) => see(&format!("/conversations/{begun}"), "conversation-asked"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, seen, (sent.typed, errors, status)).await
        }
    }
}
