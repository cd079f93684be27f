//! The receipt: on screen, as a PDF, and for whoever wants to check one.

use askama::Template;
use axum::extract::{Path, State};
use kernel::Instant;
use typesetting::qr;

use super::dossier_id;
use super::named::{FileLine, awaited_until, lines};
use crate::accounts::Actor;
use crate::dossiers::following::named;
use crate::dossiers::receipt;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Layout, Visitor, code};

#[derive(Template)]
#[template(path = "dossiers/pages/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    id: String,
    contest: String,
    title: String,
    number: i64,
    received: String,
    code: String,
    digest: String,
    place: Option<i64>,
    address: String,
    picture: String,
    files: Vec<FileLine>,
    /// Until when bytes are waited for.
    until: Option<String>,
    is_member: bool,
    shows_hash: bool,
    /// Since when personal data that were in it are gone.
    blanked: Option<String>,
}

/// Answers `GET /dossiers/{id}/receipt`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let found = receipt::of(&app.store, &actor, dossier_id(&id)?).await?;
    let address = app.configuration.address(&receipt::path(&found.version.code));
    let listed = (found.manifest.files.as_slice(), visitor.at());
    let named = named(&app.store, &found.version, listed).await?;
    let words = visitor.words();
    page(&ReceiptPage {
        frame: Frame::new(&app, &visitor),
        files: lines(&app.store, words, (found.seen.id, &named)).await?,
        until: awaited_until(&named).map(Instant::written),
        is_member: true,
        shows_hash: true,
        id: found.seen.id.to_string(),
        contest: found.seen.contest.name,
        title: found.version.title,
        number: found.number,
        received: Instant::from_millis(found.version.received_at).to_the_second(),
        code: code::spoken(&found.version.code),
        digest: found.version.digest,
        blanked: found.version.blanked_at.map(|at| Instant::from_millis(at).written()),
        place: found.place,
        picture: qr::code(&address)?.svg(),
        address,
    })
}

/// Answers `GET /dossiers/{id}/receipt.pdf`.
pub async fn pdf(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let found = receipt::of(&app.store, &actor, dossier_id(&id)?).await?;
    let address = app.configuration.address(&receipt::path(&found.version.code));
    let bytes = tokio::task::spawn_blocking(move || found.pdf(&address)).await?;
    Ok(Layout::Pdf.attached(bytes, "bien-nhan"))
}

#[derive(Template)]
#[template(path = "dossiers/pages/receipt_check.html")]
struct CheckPage {
    frame: Frame,
    contest: String,
    number: i64,
    received: String,
    digest: String,
    files: String,
    is_replaced: bool,
}

/// Answers `GET /receipts/{code}`.
pub async fn check(State(app): State<App>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    let found = receipt::check(&app.store, &code).await?;
    let frame = Frame::new(&app, &visitor);
    page(&CheckPage {
        files: frame.t.count("receipt-files", i64::try_from(found.files).unwrap_or(i64::MAX)),
        contest: found.contest,
        number: found.number,
        received: found.received_at.to_the_second(),
        digest: found.digest,
        is_replaced: found.is_replaced,
        frame,
    })
}
