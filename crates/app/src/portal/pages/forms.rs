//! The forms that are filled in by pen, for everybody.

use axum::extract::{Path, State};
use axum::http::HeaderMap;

use super::Asked;
use crate::dossiers::form::{self, Kind};
use crate::frame::{Answer, App, Visitor};

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
