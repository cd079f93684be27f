//! The scan of a sheet of paper, in and out.

use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::code;
use super::key_page::shown;
use crate::accounts::Actor;
use crate::councils::paper::{access, scan};
use crate::files;
use crate::frame::answer::see;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Visitor};
use crate::looks::{self, Thing};

/// Answers `POST /paper-sheets/{code}/scan`.
pub async fn attach(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(typed): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let code = code(&typed)?;
    let seen = access::paper(&app.store, &actor, &code).await?;
    let done = async {
        let sent = files::received(parts, "report-files-too-large", |_, _| ()).await?;
        let sent = sent.into_iter().next();
        let (_, bytes) = sent.ok_or_else(|| Refusal::field("file", "dossier-file-missing"))?;
        let kept = files::keep(&app, bytes).await?;
        let mut tx = app.store.begin().await?;
        scan::attach(&mut tx, &actor, (&code, &kept)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    match done.await {
        Ok(()) => see(&format!("/paper-sheets/{code}"), "paper-scan-sent"),
        Err(failure) => {
            let (errors, _) = Errors::of(failure, visitor.words())?;
            let beside =
                errors.each().iter().map(|(field, says)| ((*field).to_owned(), says.clone()));
            let told = (errors.summary.clone(), beside.collect());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            shown((&app, &visitor), &actor, &seen, (None, told, status)).await
        }
    }
}

/// Answers `GET /paper-sheets/{code}/scan`: always as an attachment.
pub async fn give_out(State(app): State<App>, actor: Actor, Path(typed): Path<String>) -> Answer {
    let (seen, newest) = scan::newest(&app.store, &actor, &code(&typed)?).await?;
    looks::note(&app, &actor, &seen.sheet.row.dossier_id, Thing::Sheet);
    let hash = &newest.file_hash;
    let (media_type, ending) = match files::media_type(&app.store, hash).await?.as_deref() {
        Some("image/png") => ("image/png", "png"),
        Some("image/jpeg") => ("image/jpeg", "jpg"),
        _ => ("application/pdf", "pdf"),
    };
    let name = format!("phieu-cham-{typed}.{ending}");
    files::given_out(&app, hash, (media_type.to_owned(), &name)).await
}
