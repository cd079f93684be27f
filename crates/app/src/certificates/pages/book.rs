//! The book of a contest's certificates.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::Instant;
use serde::Deserialize;

use super::contest_id;
use crate::accounts::Actor;
use crate::awards;
use crate::certificates::issue::may_issue;
use crate::certificates::store::{self as rows, CertificateRow};
use crate::contests;
use crate::contests::pages::head::Head;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, at, pages};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "certificates/pages/book.html")]
struct BookPage {
    frame: Frame,
    head: Head,
    id: String,
    /// Why none can be issued now; empty: they can.
    why_not: String,
    lines: Vec<Line>,
    pages: Pages,
}

struct Line {
    id: String,
    number: i64,
    holder: String,
    unit: String,
    prize: String,
    title: String,
    void: Option<String>,
}

/// Which page of the book.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

/// Answers `GET /contests/{id}/certificates`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let id = contest_id(&id)?;
    let granted = awards::granted(&app.store, &actor, id, visitor.at()).await?;
    let seen = contests::seen_to_run(&app.store, &actor, id, visitor.at()).await?;
    let issued = rows::certificates(&app.store, id).await?;
    let total = i64::try_from(issued.len()).unwrap_or(i64::MAX);
    let (page_at, first) = at(wanted.page, total);
    let first = usize::try_from(first).unwrap_or(0);
    let shown = issued.into_iter().skip(first).take(usize::try_from(ROWS).unwrap_or(0));
    let words = visitor.words();
    page(&BookPage {
        frame: Frame::new(&app, &visitor),
        head: Head::new(words, &seen, "councils").below(words.say("certificates")),
        why_not: match may_issue(granted.list.as_ref(), id) {
            Ok(_) => String::new(),
            Err(refusal) => words.tell(&refusal.message),
        },
        lines: shown.map(line).collect(),
        pages: pages(page_at, total, |page| format!("/contests/{id}/certificates?page={page}")),
        id: id.to_string(),
    })
}

fn line(row: CertificateRow) -> Line {
    Line {
        void: row.ended_at.map(|at| Instant::from_millis(at).day().written()),
        holder: row.holder.replace('\n', ", "),
        id: row.id,
        number: row.number,
        unit: row.unit,
        prize: row.prize,
        title: row.title,
    }
}
