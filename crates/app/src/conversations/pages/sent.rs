//! What a form of a conversation sends, with files or without, and its files given out again.

use axum::RequestExt;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, Request, State};
use axum::http::header::CONTENT_TYPE;
use kernel::{Failure, Refusal};
use serde::de::DeserializeOwned;

use super::{conversation_id, part_id};
use crate::accounts::Actor;
use crate::conversations::access;
use crate::conversations::store as rows;
use crate::conversations::typed::Asked;
use crate::files;
use crate::frame::form::Form;
use crate::frame::{Answer, App, Trouble};

/// Most files of one message.
const MOST_FILES: usize = 5;

/// The fields of a form, by name.
pub(super) trait Fields: Default + DeserializeOwned + Send {
    /// Where a field is kept.
    fn field(&mut self, name: &str) -> Option<&mut String>;
}

impl Fields for Asked {
    fn field(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "subject" => &mut self.subject,
            "field" => &mut self.field,
            "text" => &mut self.text,
            _ => return None,
        })
    }
}

/// What came: the fields, and the files or why there are none.
pub(super) struct Sent<T> {
    /// What was typed.
    pub typed: T,
    files: Result<Vec<files::Sent>, Failure>,
}

/// Reads a form, with files or without.
///
/// # Errors
/// It is no form.
pub(super) async fn read<T: Fields + 'static>(request: Request) -> Result<Sent<T>, Trouble> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        let Form(typed) = request.extract::<Form<T>, _>().await?;
        return Ok(Sent { typed, files: Ok(Vec::new()) });
    }
    let parts: Result<Multipart, MultipartRejection> = request.extract().await;
    let mut typed = T::default();
    let field = |name: &str, said| {
        if let Some(field) = typed.field(name) {
            *field = said;
        }
    };
    let files = files::received(parts, "conversation-files-too-large", field).await;
    Ok(Sent { typed, files })
}

impl<T> Sent<T> {
    /// The files that came, once. To be asked before the fields: a form that is too large is not read at all.
    ///
    /// # Errors
    /// There are too many of them, or they are too large.
    pub fn files(&mut self) -> Result<Vec<files::Sent>, Failure> {
        let sent = std::mem::replace(&mut self.files, Ok(Vec::new()))?;
        match sent.len() <= MOST_FILES {
            true => Ok(sent),
            false => Err(Refusal::field("file", "conversation-files-too-many").into()),
        }
    }
}

/// Answers `GET /conversations/{id}/files/{part}`: always as an attachment, whatever it is.
pub async fn file(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (id, part) = (conversation_id(&id)?, part_id(&part)?.to_string());
    access::conversation(&app.store, &actor, id).await?;
    let files = rows::files(&app.store, id).await?;
    let row = files.into_iter().find(|file| file.id == part).ok_or_else(Refusal::absent)?;
    files::given_out(&app, &row.hash, (row.media_type, &row.name)).await
}
