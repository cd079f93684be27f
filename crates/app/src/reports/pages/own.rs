//! The reports of the actor's own units, those that are due first.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::{Standing, standing, states, written};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::policy;
use crate::reports::store::{self as rows, ReportFilter, Stands};

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
}

struct Line {
    id: String,
    contest: String,
    unit: String,
    period: String,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "reports/pages/own.html")]
struct OwnPage {
    frame: Frame,
    wanted: Wanted,
    states: Vec<(&'static str, String)>,
    reports: Vec<Line>,
    pages: Pages,
    has_unit: bool,
}

/// Answers `GET /reports`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (now, units) = (visitor.at(), policy::own_units(&actor));
    let filter = ReportFilter {
        words: words_of(&wanted.q),
        stands: Stands::read(&wanted.state),
        kind: None,
    };
    let total = rows::of_units_count(&app.store, &units, &filter, now).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::of_units(&app.store, &units, &filter, now, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let line = |row: rows::ContestLine| Line {
        standing: standing(&row.state, row.due_at, now, frame.t),
        period: written(&row.period, frame.t),
        contest: row.contest_name,
        unit: row.unit_name,
        id: row.id,
    };
    let here = |page: i64| {
        let page = page.to_string();
        address("/reports", &[("q", &wanted.q), ("state", &wanted.state), ("page", &page)])
    };
    page(&OwnPage {
        reports: found.into_iter().map(line).collect(),
        pages: pages(at, total, here),
        states: states(frame.t),
        has_unit: !units.is_empty(),
        frame,
        wanted,
    })
}
