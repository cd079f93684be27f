//! The forms that are filled in by pen, for everybody.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use kernel::Refusal;

use super::Asked;
use crate::dossiers::form::{self, Kind};
use crate::frame::{Answer, App, Visitor};
use crate::portal::store;

/// Answers `GET /hoi-thi/{slug}/bieu-mau/{file}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path((slug, file)): Path<(String, String)>,
) -> Answer {
    let (kind, layout) = Kind::read(&file)?;
    let asked = Asked::new(app, &visitor, headers, slug);
    let written = asked.answer((&file, layout.kind()), |_, portal, _| {
        Ok(form::file((kind, layout), &portal.row.name, &portal.rules)?)
    });
    written.await
}

/// Answers `GET /hoi-thi/{slug}/nop-ho-so`: to where a dossier is begun, behind the sign-in. The page of the contest
/// names this address, which can be printed, and no id.
pub async fn enter(State(app): State<App>, Path(slug): Path<String>) -> Answer {
    let found = store::find(&app.store, &slug, app.store.now()).await?;
    let contest = found.ok_or_else(Refusal::absent)?;
    Ok(Redirect::to(&format!("/contests/{}/dossiers/new", contest.id)).into_response())
}
