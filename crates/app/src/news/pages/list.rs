//! The news of a contest, as its organisers see it.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Day, Instant};
use serde::Deserialize;

use crate::accounts::Actor;
use crate::contests::Public;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::news::store::{self as rows, Filter, NewsRow, Shown};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    state: String,
    page: i64,
}

impl Wanted {
    fn is_open(&self) -> bool {
        self.q.trim().is_empty() && self.state.is_empty()
    }

    fn filter(&self, now: Instant) -> Filter {
        let shown = match self.state.as_str() {
            "public" => Some(Shown::Public),
            "hidden" => Some(Shown::Hidden),
            _ => None,
        };
        Filter { words: words_of(&self.q), shown: shown.map(|shown| (shown, now)) }
    }
}

struct Line {
    id: String,
    title: String,
    day: String,
    by: Option<String>,
    public: Public,
}

#[derive(Template)]
#[template(path = "news/pages/list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    wanted: Wanted,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /contests/{id}/news`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let filter = wanted.filter(visitor.at());
    let total = rows::count(&app.store, seen.id, &filter).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::list(&app.store, seen.id, &filter, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let here = |page: i64| {
        let page = page.to_string();
        let fields = [("q", &*wanted.q), ("state", &wanted.state), ("page", &page)];
        address(&format!("/contests/{id}/news"), &fields)
    };
    page(&ListPage {
        head: Head::new(frame.t, &seen, "contest-news"),
        lines: found.into_iter().map(|row| line(row, visitor.at())).collect(),
        pages: pages(at, total, here),
        frame,
        wanted,
    })
}

fn line(row: NewsRow, now: Instant) -> Line {
    Line {
        public: row.public(now),
        day: Day::shown(&row.day),
        by: row.written_by,
        title: row.title,
        id: row.id,
    }
}
