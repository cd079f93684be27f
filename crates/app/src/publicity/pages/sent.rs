//! What a form with files sends, and its files given out again.

use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use kernel::{Failure, Refusal};

use super::{part_id, publicity_id};
use crate::accounts::Actor;
use crate::files;
use crate::frame::{Answer, App};
use crate::publicity::access;
use crate::publicity::draft::Typed;
use crate::publicity::store as rows;

/// Most files of one form.
const MOST_FILES: usize = 10;

/// The fields into what was typed; answers with the files.
pub(super) async fn read(
    parts: Result<Multipart, MultipartRejection>,
    typed: &mut Typed,
) -> Result<Vec<files::Sent>, Failure> {
    let field = |name: &str, said| {
        if let Some(field) = field_of(typed, name) {
            *field = said;
        }
    };
    let sent = files::received(parts, "report-files-too-large", field).await?;
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
    files::given_out(&app, &row.hash, (row.media_type, &row.name)).await
}
