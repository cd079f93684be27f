//! Publishing news, and taking it back.

use axum::extract::{Path, State};
use kernel::Failure;

use super::show::shown;
use super::{contest_id, news_id};
use crate::accounts::Actor;
use crate::contests::typed::{Typed, moment};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::news;

/// Answers `POST /contests/{id}/news/{news}/publication`: at once, or from the day and hour typed on.
pub async fn publish(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let done = async {
        let of = (contest_id(&id)?, news_id(&news)?);
        let from = match typed.text("when") {
            "later" => moment(typed.text("day"), typed.text("hour"), visitor.at())?,
            _ => visitor.at(),
        };
        let mut tx = app.store.begin().await?;
        news::publish(&mut tx, &actor, of, from).await?;
        tx.commit().await?;
        Ok::<_, Failure>(from)
    };
    let here = format!("/contests/{id}/news/{news}");
    match done.await {
        Ok(from) if from <= visitor.at() => see(&here, "news-published"),
        Ok(_) => see(&here, "news-publication-set"),
        Err(failure) if typed.text("when") != "later" => Err(failure.into()),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &shown(&app, &visitor, &actor, (&id, &news), (typed, errors)).await?)
        }
    }
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
