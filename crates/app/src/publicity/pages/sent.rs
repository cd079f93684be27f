//! What a form with files sends, and its files given out again.

use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Failure, Refusal};

use super::{part_id, publicity_id};
use crate::accounts::Actor;
use crate::files;
use crate::frame::answer::encode;
use crate::frame::{Answer, App};
use crate::publicity::access;
use crate::publicity::draft::{Draft, Typed};
use crate::publicity::store as rows;

/// Most files of one form.
const MOST_FILES: usize = 10;

/// Files as they were sent: name and bytes.
pub(super) type Sent = Vec<(String, Vec<u8>)>;

/// The fields into what was typed; answers with the files.
pub(super) async fn read(
    parts: Result<Multipart, MultipartRejection>,
    typed: &mut Typed,
) -> Result<Sent, Failure> {
    let mut parts = parts.map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut sent = Vec::new();
    while let Some(field) = parts.next_field().await.map_err(unsent)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(files::name_of);
        let bytes = field.bytes().await.map_err(unsent)?;
        match (name.as_str(), file) {
            // A browser sends an empty part where no file was chosen.
            ("file", Some(name)) if !bytes.is_empty() => sent.push((name, bytes.to_vec())),
            (_, Some(_)) => (),
            (name, None) => {
                let said = String::from_utf8_lossy(&bytes).replace('\0', "");
                if let Some(field) = field_of(typed, name) {
                    *field = said;
                }
            }
        }
    }
    match sent.len() <= MOST_FILES {
        true => Ok(sent),
        false => Err(Refusal::field("file", "report-files-too-many").into()),
    }
}

fn field_of<'t>(typed: &'t mut Typed, name: &str) -> Option<&'t mut String> {
    Some(match name {
        "unit" => &mut typed.unit,
        "channel" => &mut typed.channel,
        "title" => &mut typed.title,
        "status" => &mut typed.status,
        "day" => &mut typed.day,
        "copies" => &mut typed.copies,
        "reach" => &mut typed.reach,
        "links" => &mut typed.links,
        "assignment" => &mut typed.assignment,
        "revision" => &mut typed.revision,
        _ => return None,
    })
}

fn unsent(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::field("file", "report-files-too-large").into(),
        _ => Refusal::invalid("form-unreadable").into(),
    }
}

/// Puts files on disk and names them in the draft.
pub(super) async fn keep(app: &App, draft: &mut Draft, sent: Sent) -> Result<(), Failure> {
    for (name, bytes) in sent {
        draft.files.push((files::keep(app, bytes).await?, name));
    }
    Ok(())
}

/// Answers `GET /publicity/{id}/files/{part}`: always as an attachment, whatever it is.
pub async fn file(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (id, part) = (publicity_id(&id)?, part_id(&part)?.to_string());
    access::activity(&app.store, &actor, id).await?;
    let files = rows::files(&app.store, id).await?;
    let row = files.into_iter().find(|file| file.id == part).ok_or_else(Refusal::absent)?;
    let bytes = files::bytes(&app, &row.hash).await?;
    let name = encode(&row.name).replace('/', "%2F");
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let headers =
        [(header::CONTENT_TYPE, row.media_type), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
