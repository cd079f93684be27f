//! The list of papers: those that wait for a person first.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::{kind_name, number, title, written};
use crate::accounts::Actor;
use crate::contests::policy;
use crate::frame::answer::{encode, page};
use crate::frame::listing::{Pages, ROWS, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::papers::store::{self as rows, PaperRow};

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
    pages: Pages,
}

/// Answers `GET /papers`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    policy::may_begin(&actor)?;
    let words = words_of(&wanted.q);
    let total = rows::count(&app.store, &words).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::list(&app.store, &words, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let here = |page: i64| format!("/papers?q={}&page={page}", encode(&wanted.q));
    page(&ListPage {
        papers: found.into_iter().map(|paper| line(&frame, paper)).collect(),
        pages: pages(at, total, here),
        q: wanted.q.clone(),
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
