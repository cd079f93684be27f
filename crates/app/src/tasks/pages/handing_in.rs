//! Reports with their files, in and out.

use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use kernel::{Failure, Refusal};

use super::act::{after, visible};
use super::assignment::Typed;
use super::{assignment_id, part_id};
use crate::accounts::Actor;
use crate::files;
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
    let sent = read(parts, typed).await?;
    let mut draft = typed.read()?;
    draft.files.extend(files::keep_all(app, sent).await?);
    let mut tx = app.store.begin().await?;
    tasks::report(&mut tx, actor, id, &draft).await?;
    Ok(tx.commit().await?)
}

/// The fields into what was typed; answers with the files.
async fn read(
    parts: Result<Multipart, MultipartRejection>,
    typed: &mut TypedReport,
) -> Result<Vec<files::Sent>, Failure> {
    let field = |name: &str, said| match name {
        "text" => typed.text = said,
        "figure" => typed.figure = said,
        "links" => typed.links = said,
        _ => (),
    };
    let sent = files::received(parts, "report-files-too-large", field).await?;
    match sent.len() <= MOST_FILES {
        true => Ok(sent),
        false => Err(Refusal::field("file", "report-files-too-many").into()),
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
    files::given_out(&app, &row.hash, (row.media_type, &row.name)).await
}
