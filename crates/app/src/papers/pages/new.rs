//! Handing in a paper: a file, or its text.

use askama::Template;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::http::StatusCode;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Refusal};

use crate::accounts::Actor;
use crate::contests::policy;
use crate::files;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::papers::incoming::{self, Received};

#[derive(Template)]
#[template(path = "papers/pages/new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    typed: String,
}

/// Answers `GET /papers/new`.
pub async fn form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_begin(&actor)?;
    let frame = Frame::new(&app, &visitor);
    page(&NewPage { frame, errors: Errors::none(), typed: String::new() })
}

/// What the form sent.
#[derive(Default)]
struct Sent {
    file: Vec<u8>,
    name: String,
    typed: String,
}

/// Answers `POST /papers`.
pub async fn receive(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let mut typed = String::new();
    let received = async {
        policy::may_begin(&actor)?;
        let parts = parts.map_err(|_| Refusal::invalid("form-unreadable"))?;
        let sent = sent(parts).await?;
        typed.clone_from(&sent.typed);
        let (bytes, name) = match sent.file.is_empty() {
            true => (sent.typed.trim().as_bytes().to_vec(), "van-ban.txt".to_owned()),
            false => (sent.file, sent.name),
        };
        let kept = files::keep(&app, bytes).await?;
        let mut tx = app.store.begin().await?;
        let received = incoming::receive(&mut tx, &actor, &kept, &name).await?;
        tx.commit().await?;
        Ok::<_, Failure>(received)
    };
    match received.await {
        Ok(Received::New(id)) => see(&format!("/papers/{id}"), "paper-received"),
        Ok(Received::Again(id)) => see(&format!("/papers/{id}"), "paper-again"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &NewPage { frame: Frame::new(&app, &visitor), errors, typed })
        }
    }
}

async fn sent(mut parts: Multipart) -> Result<Sent, Failure> {
    let mut sent = Sent::default();
    while let Some(field) = parts.next_field().await.map_err(unsent)? {
        match field.name().unwrap_or_default() {
            "file" => {
                sent.name = field.file_name().unwrap_or_default().to_owned();
                sent.file = field.bytes().await.map_err(unsent)?.to_vec();
            }
            "text" => {
                let bytes = field.bytes().await.map_err(unsent)?;
                sent.typed = String::from_utf8_lossy(&bytes).into_owned();
            }
            _ => (),
        }
    }
    Ok(sent)
}

fn unsent(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let refusal = Refusal::new(RefusalKind::TooLarge, "form-has-errors");
            refusal.and_field("file", "file-too-large").into()
        }
        _ => Refusal::invalid("form-unreadable").into(),
    }
}
