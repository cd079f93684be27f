//! The reports of the actor's own units, those that are due first.

use askama::Template;
use axum::extract::State;

use super::{Standing, standing, written};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::{policy, store as rows};

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
    reports: Vec<Line>,
    has_unit: bool,
}

/// Answers `GET /reports`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let units = policy::own_units(&actor);
    let frame = Frame::new(&app, &visitor);
    let line = |row: rows::ContestLine| Line {
        standing: standing(&row.state, row.due_at, visitor.at(), frame.t),
        period: written(&row.period, frame.t),
        contest: row.contest_name,
        unit: row.unit_name,
        id: row.id,
    };
    let reports = rows::of_units(&app.store, &units, visitor.at().day()).await?;
    let reports = reports.into_iter().map(line).collect();
    page(&OwnPage { reports, has_unit: !units.is_empty(), frame })
}
