//! The forms on paper.

use axum::extract::{Path, State};

use crate::accounts::Actor;
use crate::contests;
use crate::contests::pages::load;
use crate::dossiers::form::{self, Kind};
use crate::frame::{Answer, App, Visitor};

/// Answers `GET /contests/{id}/forms/{file}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let (kind, layout) = Kind::read(&file)?;
    let seen = load(&app, &visitor, &actor, &id).await?;
    let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
    let make = move || form::file((kind, layout), &seen.contest.name, &rules);
    let bytes = tokio::task::spawn_blocking(make).await??;
    Ok(layout.attached(bytes, kind.stem()))
}
