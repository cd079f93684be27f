//! The secret link of one's own calendar, and the calendar behind it.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use super::choices::choices_page;
use crate::accounts::Actor;
use crate::frame::answer::{page, see};
use crate::frame::{Answer, App, Visitor};
use crate::notices::{self, calendar};

/// Answers `POST /account/calendar`: the link is shown this once.
pub async fn make(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let mut tx = app.store.begin().await?;
    let link = notices::make_calendar_link(&mut tx, &app, &actor).await?;
    tx.commit().await?;
    page(&choices_page(&app, &visitor, &actor, Some(link)).await?)
}

/// Answers `POST /account/calendar/removal`.
pub async fn revoke(State(app): State<App>, actor: Actor) -> Answer {
    let mut tx = app.store.begin().await?;
    notices::revoke_calendar_link(&mut tx, &actor).await?;
    tx.commit().await?;
    see("/account/notices", "calendar-revoked")
}

/// Answers `GET /calendar/{token}`, which a calendar program reads without signing in.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let home = app.configuration.address("");
    let text = calendar::written(&app.store, &token, (&home, visitor.at())).await?;
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    Ok(([kind], text).into_response())
}
