//! The list of papers: those that wait for a person first.

use askama::Template;
use axum::extract::{Query, State};
use kernel::text;
use serde::Deserialize;

use super::{kind_name, number, title, written};
use crate::accounts::Actor;
use crate::contests::policy;
use crate::frame::answer::{encode, page};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::papers::store::{self as rows, PaperRow};

/// Papers on a page.
const ROWS: i64 = 50;

/// What is looked for.
#[derive(Deserialize, Default)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: i64,
}

struct Line {
    id: String,
    title: String,
    kind: String,
    number: String,
    day: String,
    issuer: String,
    state: &'static str,
    contest: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "papers/pages/list.html")]
struct ListPage {
    frame: Frame,
    q: String,
    papers: Vec<Line>,
    total: i64,
    first: i64,
    last: i64,
    newer: Option<String>,
    older: Option<String>,
}

/// Answers `GET /papers`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    policy::may_begin(&actor)?;
    let words: Vec<String> = text::fold(&wanted.q).split_whitespace().map(str::to_owned).collect();
    let at = wanted.page.clamp(0, 100_000);
    let total = rows::count(&app.store, &words).await?;
    let found = rows::list(&app.store, &words, (ROWS, at * ROWS)).await?;
    let frame = Frame::new(&app, &visitor);
    let papers: Vec<Line> = found.into_iter().map(|paper| line(&frame, paper)).collect();
    let shown = i64::try_from(papers.len()).unwrap_or(0);
    let href = |at: i64| format!("/papers?q={}&page={at}", encode(&wanted.q));
    page(&ListPage {
        first: if shown == 0 { 0 } else { at * ROWS + 1 },
        last: at * ROWS + shown,
        newer: (at > 0).then(|| href(at - 1)),
        older: (at * ROWS + shown < total).then(|| href(at + 1)),
        q: wanted.q.clone(),
        papers,
        total,
        frame,
    })
}

fn line(frame: &Frame, paper: PaperRow) -> Line {
    Line {
        title: title(&paper, frame.t),
        kind: kind_name(paper.kind.as_deref(), frame.t),
        number: number(paper.number.as_deref(), paper.symbol.as_deref()),
        day: paper.issued_on.as_deref().map(written).unwrap_or_default(),
        state: state(&paper),
        issuer: paper.issuer.unwrap_or_default(),
        contest: paper.contest_id.zip(paper.contest_name),
        id: paper.id,
    }
}

/// Key of the word for how far a paper is.
pub(super) fn state(paper: &PaperRow) -> &'static str {
    match (paper.trouble.is_some(), paper.is_read, paper.review.as_deref()) {
        (true, _, _) => "paper-state-unread",
        (false, false, _) => "paper-state-reading",
        (false, true, Some("accepted")) => "paper-state-accepted",
        (false, true, Some(_)) => "paper-state-review",
        (false, true, None) => "paper-state-read",
    }
}
