//! Publishing news, and taking it back.

use axum::extract::{Path, State};

use super::{contest_id, news_id};
use crate::accounts::Actor;
use crate::frame::answer::see;
use crate::frame::{Answer, App};
use crate::news;

/// Answers `POST /contests/{id}/news/{news}/publication`.
pub async fn publish(
    State(app): State<App>,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
) -> Answer {
    let of = (contest_id(&id)?, news_id(&news)?);
    let mut tx = app.store.begin().await?;
    news::publish(&mut tx, &actor, of).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}/news/{news}"), "news-published")
}

/// Answers `POST /contests/{id}/news/{news}/publication/removal`.
pub async fn withdraw(
    State(app): State<App>,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
) -> Answer {
    let of = (contest_id(&id)?, news_id(&news)?);
    let mut tx = app.store.begin().await?;
    news::withdraw(&mut tx, &actor, of).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}/news/{news}"), "news-withdrawn")
}
