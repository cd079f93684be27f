//! Reorganisations as they are written down: the list, and one with its picture.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Day, Refusal};
use serde::Deserialize;

use super::became::{self, Picture};

use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::units::reorganisation::{ReorganisationId, ReorganisationKind};
use crate::units::store::{self as rows, OrphanRow, ReorganisationLine};
use crate::units::{self, policy};

/// Reorganisations on a page.
const ROWS: i64 = 50;

struct Line {
    id: String,
    kind: String,
    number: String,
    issuer: String,
    effective: String,
    is_ahead: bool,
    predecessors: i64,
    successors: i64,
}

#[derive(Template)]
#[template(path = "units/pages/reorganisations.html")]
struct ListPage {
    frame: Frame,
    reorganisations: Vec<Line>,
    total: i64,
    newer: Option<String>,
    older: Option<String>,
    may_change: bool,
}

/// Which page of the list.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    page: i64,
}

/// Answers `GET /reorganisations`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let total = units::count_reorganisations(&app.store).await?;
    let at = wanted.page.clamp(0, (total - 1).max(0) / ROWS);
    let found = rows::reorganisations(&app.store, (ROWS, at * ROWS)).await?;
    let frame = Frame::new(&app, &visitor);
    let today = visitor.at().day().to_string();
    page(&ListPage {
        reorganisations: found.into_iter().map(|found| line(frame.t, found, &today)).collect(),
        newer: (at > 0).then(|| format!("/reorganisations?page={}", at - 1)),
        older: ((at + 1) * ROWS < total).then(|| format!("/reorganisations?page={}", at + 1)),
        may_change: policy::may_change(&actor).is_ok(),
        total,
        frame,
    })
}

fn line(words: Words, found: ReorganisationLine, today: &str) -> Line {
    Line {
        kind: kind_name(words, &found.kind),
        is_ahead: found.effective_on.as_str() > today,
        effective: Day::shown(&found.effective_on),
        number: found.decision_number,
        issuer: found.issuer,
        predecessors: found.predecessors,
        successors: found.successors,
        id: found.id,
    }
}

fn kind_name(words: Words, code: &str) -> String {
    ReorganisationKind::read(code).map_or_else(String::new, |kind| words.say(&kind.label()))
}

#[derive(Template)]
#[template(path = "units/pages/reorganisation.html")]
struct ReorganisationPage {
    frame: Frame,
    kind: String,
    number: String,
    decided: String,
    issuer: String,
    effective: String,
    is_ahead: bool,
    note: Option<String>,
    pictures: Vec<Picture>,
    orphans: Vec<OrphanRow>,
    may_change: bool,
}

/// Answers `GET /reorganisations/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id: ReorganisationId = id.parse().map_err(|_| Refusal::absent())?;
    let found = rows::reorganisation(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    let links = rows::links_of(&app.store, id).await?;
    let frame = Frame::new(&app, &visitor);
    page(&ReorganisationPage {
        kind: kind_name(frame.t, &found.kind),
        is_ahead: found.effective_on > visitor.at().day().to_string(),
        decided: Day::shown(&found.decision_day),
        effective: Day::shown(&found.effective_on),
        number: found.decision_number,
        issuer: found.issuer,
        note: found.note,
        pictures: became::pictures(frame.t, &links),
        orphans: rows::orphans(&app.store, id).await?,
        may_change: policy::may_change(&actor).is_ok(),
        frame,
    })
}
