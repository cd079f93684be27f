//! Sheets of paper: what authors sign and what a unit stamps, as they come back.

use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use kernel::{Failure, Refusal};

use super::dossier_id;
use super::hand_in::after;
use crate::accounts::Actor;
use crate::dossiers::printed::Sheet;
use crate::dossiers::store as rows;
use crate::dossiers::{self, access, sign};
use crate::files;
use crate::frame::{Answer, App, Layout, Visitor};

/// Answers `GET /dossiers/{id}/agreement.pdf`: the sheet that authors sign.
pub async fn print(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let seen = access::own(&app.store, &actor, dossier_id(&id)?).await?;
    let entry = access::draft(&app.store, seen.id).await?.entry;
    let (rules, _) = access::rules(&app.store, &seen.row).await?;
    let sheet = Sheet { contest: seen.contest.name, entry, rules };
    let bytes = tokio::task::spawn_blocking(move || sheet.pdf()).await?;
    Ok(Layout::Pdf.attached(bytes, "phieu-dong-y"))
}

/// Answers `POST /dossiers/{id}/agreement`: the sheet comes back, signed and scanned.
pub async fn scan(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        access::own(&app.store, &actor, id).await?;
        let mut digest = String::new();
        let field = |name: &str, said: String| {
            if name == "digest" {
                digest = said;
            }
        };
        let sent = files::received(parts, "report-files-too-large", field).await?;
        let sent = sent.into_iter().next();
        let (_, bytes) = sent.ok_or_else(|| Refusal::field("sheet", "dossier-file-missing"))?;
        let kept = files::keep(&app, bytes).await?;
        let mut tx = app.store.begin().await?;
        dossiers::signed(&mut tx, &actor, id, (&kept, &digest)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    after((&app, &visitor), (&actor, id), done.await, ("submission", "dossier-scan-sent")).await
}

/// Answers `GET /dossiers/{id}/agreement/scan`: the newest sheet that authors signed.
pub async fn signed(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let seen = access::dossier(&app.store, &actor, dossier_id(&id)?).await?;
    let hash = sign::newest_sheet(&app.store, seen.id).await?;
    give_out(&app, hash, "phieu-dong-y").await
}

/// Answers `GET /dossiers/{id}/confirmation/scan`: the newest page that a unit stamped.
pub async fn stamped(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let seen = access::dossier(&app.store, &actor, dossier_id(&id)?).await?;
    let asked = rows::confirmations(&app.store, seen.id).await?;
    let hash = asked.into_iter().find_map(|row| row.file_hash);
    give_out(&app, hash, "phieu-xac-nhan").await
}

/// A scan as an attachment, by what its content is.
async fn give_out(app: &App, hash: Option<String>, stem: &str) -> Answer {
    let hash = hash.ok_or_else(Refusal::absent)?;
    let (media_type, ending) = match files::media_type(&app.store, &hash).await?.as_deref() {
        Some("image/png") => ("image/png", "png"),
        Some("image/jpeg") => ("image/jpeg", "jpg"),
        _ => ("application/pdf", "pdf"),
    };
    files::given_out(app, &hash, (media_type.to_owned(), &format!("{stem}.{ending}"))).await
}
