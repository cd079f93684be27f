//! The lists that were brought, and what reading each found.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Failure, Instant, Message, Refusal};
use serde::Deserialize;

use super::{Tabs, read, tabs};
use crate::accounts::Actor;
use crate::frame::answer::{page, see};
use crate::frame::listing::{Pages, ROWS, address, at, pages};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::prior_art::row::Wrong;
use crate::prior_art::store::lists::{self as rows, ListRow};
use crate::prior_art::{ListId, Step, decide, policy};
use crate::units::sheet::LONG;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

struct Line {
    row: ListRow,
    source: String,
    state: (&'static str, &'static str, String),
    at: String,
}

#[derive(Template)]
#[template(path = "prior_art/pages/lists.html")]
struct ListsPage {
    frame: Frame,
    tabs: Tabs,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /prior-art/lists`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let units = policy::lists_of(&actor);
    let total = rows::count(&app.store, units.as_deref()).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::all(&app.store, units.as_deref(), (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let here = |page: i64| address("/prior-art/lists", &[("page", &page.to_string())]);
    page(&ListsPage {
        lines: found.into_iter().map(|row| line(frame.t, row)).collect(),
        pages: pages(at, total, here),
        tabs: tabs(&actor),
        frame,
    })
}

fn line(words: Words, row: ListRow) -> Line {
    let (colour, icon) = match row.state.as_str() {
        "accepted" => ("is-done", "check"),
        "refused" => ("is-late", "warning"),
        "withdrawn" => ("", "return"),
        "read" if row.wrong_rows.unwrap_or(0) > 0 => ("is-late", "warning"),
        _ => ("is-due", "clock"),
    };
    let is_wrong = row.state == "read" && row.wrong_rows.unwrap_or(0) > 0;
    let state = if is_wrong { "wrong" } else { &row.state };
    Line {
        source: words.say(&format!("prior-source-{}", row.source)),
        state: (colour, icon, words.say(&format!("prior-list-{state}"))),
        at: Instant::from_millis(row.asked_at).written(),
        row,
    }
}

struct Problem {
    wrong: Wrong,
    column: String,
    message: String,
}

#[derive(Template)]
#[template(path = "prior_art/pages/report.html")]
struct ReportPage {
    frame: Frame,
    tabs: Tabs,
    line: Line,
    trouble: Option<String>,
    problems: Vec<Problem>,
}

/// Answers `GET /prior-art/lists/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let row = rows::find(&app.store, read(&id)?).await?.ok_or_else(Refusal::absent)?;
    policy::may_bring(&actor, row.unit()?).map_err(|_| Refusal::absent())?;
    let frame = Frame::new(&app, &visitor);
    let problem = |wrong: Wrong| Problem {
        column: frame.t.say(&wrong.column),
        message: frame.t.say(&wrong.message),
        wrong,
    };
    let told = |key: &String| {
        let message = Message::new(key.clone()).with("rows", LONG.rows);
        frame.t.tell(&message.with("megabytes", LONG.bytes / 1024 / 1024))
    };
    page(&ReportPage {
        trouble: row.trouble.as_ref().map(told),
        problems: row.wrong()?.into_iter().map(problem).collect(),
        line: line(frame.t, row),
        tabs: tabs(&actor),
        frame,
    })
}

async fn take(app: &App, actor: &Actor, (id, step): (&str, Step)) -> Result<ListId, Failure> {
    let id = read(id)?;
    let mut tx = app.store.begin().await?;
    decide(&mut tx, actor, id, step).await?;
    tx.commit().await?;
    Ok(id)
}

/// Answers `POST /prior-art/lists/{id}/acceptance`.
pub async fn accept(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let id = take(&app, &actor, (&id, Step::Accept)).await?;
    see(&format!("/prior-art/lists/{id}"), "prior-accepted")
}

/// Answers `POST /prior-art/lists/{id}/withdrawal`.
pub async fn withdraw(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let id = take(&app, &actor, (&id, Step::Withdraw)).await?;
    see(&format!("/prior-art/lists/{id}"), "prior-withdrawn")
}
