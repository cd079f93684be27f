//! Reports with their files, in and out.

use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Failure, Refusal};

use super::act::{after, visible};
use super::assignment::Typed;
use super::{assignment_id, part_id};
use crate::accounts::Actor;
use crate::files;
use crate::frame::answer::encode;
use crate::frame::{Answer, App, Visitor};
use crate::tasks::typed::TypedReport;
use crate::tasks::{self, AssignmentId, access, policy, store};

/// Most files of one report.
const MOST_FILES: usize = 10;

/// Answers `POST /assignments/{id}/reports`.
pub async fn report(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let id = assignment_id(&id)?;
    visible(&app, &visitor, (&actor, id)).await?;
    let mut typed = TypedReport::default();
    let done = take(&app, &visitor, (&actor, id), parts, &mut typed).await;
    let typed = Typed { report: typed, ..Typed::default() };
    after(&app, &visitor, (&actor, id), (done, "reported", typed)).await
}

async fn take(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, AssignmentId),
    parts: Result<Multipart, MultipartRejection>,
    typed: &mut TypedReport,
) -> Result<(), Failure> {
    // No byte is kept for somebody who may not report.
    let found = access::assignment(&app.store, actor, id, visitor.at().day()).await?;
    policy::may_act(actor, &found.seen, found.unit)?;
    let parts = parts.map_err(|_| Refusal::invalid("form-unreadable"))?;
    let sent = read(parts, typed).await?;
    let mut draft = typed.read()?;
    for (name, bytes) in sent {
        draft.files.push((files::keep(app, bytes).await?, name));
    }
    let mut tx = app.store.begin().await?;
    tasks::report(&mut tx, actor, id, &draft).await?;
    Ok(tx.commit().await?)
}

/// The fields into what was typed; answers with the files.
async fn read(
    mut parts: Multipart,
    typed: &mut TypedReport,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut sent = Vec::new();
    while let Some(field) = parts.next_field().await.map_err(unsent)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(files::name_of);
        let bytes = field.bytes().await.map_err(unsent)?;
        let said = || String::from_utf8_lossy(&bytes).replace('\0', "");
        match (name.as_str(), file) {
            ("text", None) => typed.text = said(),
            ("figure", None) => typed.figure = said(),
            ("links", None) => typed.links = said(),
            // A browser sends an empty part where no file was chosen.
            ("file", Some(name)) if !bytes.is_empty() => sent.push((name, bytes.to_vec())),
            _ => (),
        }
    }
    match sent.len() <= MOST_FILES {
        true => Ok(sent),
        false => Err(Refusal::field("file", "report-files-too-many").into()),
    }
}

fn unsent(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::field("file", "report-files-too-large").into(),
        _ => Refusal::invalid("form-unreadable").into(),
    }
}

/// Answers `GET /assignments/{id}/files/{part}`: always as an attachment, whatever it is.
pub async fn file(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (id, part) = (assignment_id(&id)?, part_id(&part)?);
    visible(&app, &visitor, (&actor, id)).await?;
    let row = store::file(&app.store, id, part).await?.ok_or_else(Refusal::absent)?;
    let bytes = files::bytes(&app, &row.hash).await?;
    let name = encode(&row.name).replace('/', "%2F");
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let headers =
        [(header::CONTENT_TYPE, row.media_type), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
