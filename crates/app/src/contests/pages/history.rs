//! What was done about a contest, by whom and when, as the ledger has it. For those who run it.

use askama::Template;
use axum::extract::{Path, Query, State as Shared};
use serde::Deserialize;

use super::head::Head;
use super::load_to_run;
use crate::accounts::Actor;
use crate::audit::{self, Told};
use crate::contests::subject;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};

/// Acts on a page.
const ROWS: i64 = 50;

/// From where on to show the list.
#[derive(Deserialize, Default)]
pub struct From {
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "contests/pages/history.html")]
struct HistoryPage {
    frame: Frame,
    head: Head,
    acts: Vec<Told>,
    older: Option<i64>,
}

/// Answers `GET /contests/{id}/history`.
pub async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(from): Query<From>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let frame = Frame::new(&app, &visitor);
    let before = from.before.unwrap_or(i64::MAX);
    let mut acts =
        audit::told_about(&app.store, frame.t, &subject(seen.id), (before, ROWS + 1)).await?;
    let more = i64::try_from(acts.len()).is_ok_and(|found| found > ROWS);
    acts.truncate(usize::try_from(ROWS)?);
    let older = acts.last().filter(|_| more).map(|act| act.seq);
    page(&HistoryPage { head: Head::new(frame.t, &seen, "contest-history"), acts, older, frame })
}
