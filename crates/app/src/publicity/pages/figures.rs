//! Figures for the movement prize (giải phong trào): what each unit did, how many it reached, since when.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::Day;

use super::matrix::Wanted;
use super::{Choices, Pages, ROWS, contest_id, grouped, kinds, pages};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::publicity::access;
use crate::publicity::store::{self as rows, UnitLine};

struct Line {
    id: String,
    name: String,
    done: i64,
    taken: i64,
    channels: i64,
    copies: String,
    reach: String,
    first: String,
}

#[derive(Template)]
#[template(path = "publicity/pages/figures.html")]
struct FiguresPage {
    frame: Frame,
    id: String,
    contest: String,
    runs: bool,
    wanted: Wanted,
    kinds: Choices,
    lines: Vec<Line>,
    pages: Pages,
    export: String,
    path: String,
}

/// Answers `GET /contests/{id}/publicity/figures`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(mut wanted): Query<Wanted>,
) -> Answer {
    if wanted.sort.is_empty() {
        "most".clone_into(&mut wanted.sort);
    }
    let store = &app.store;
    let seen = access::contest(store, &actor, contest_id(&id)?).await?;
    let filter = wanted.filter(&seen);
    let total = rows::unit_count(store, seen.id, &filter).await?;
    let (at, first) = super::at(wanted.page(), total);
    let today = visitor.at().day();
    let units = rows::unit_list(store, seen.id, &filter, (ROWS, first), today).await?;
    let frame = Frame::new(&app, &visitor);
    let path = format!("/contests/{id}/publicity/figures");
    page(&FiguresPage {
        contest: seen.name.clone(),
        runs: seen.runs,
        kinds: kinds(frame.t, &wanted.kind),
        lines: units.into_iter().map(line).collect(),
        pages: pages(at, total, |page| wanted.address(&path, &page.to_string())),
        export: wanted.address(&format!("/contests/{id}/publicity/export"), ""),
        id: seen.id.to_string(),
        path,
        frame,
        wanted,
    })
}

fn line(unit: UnitLine) -> Line {
    Line {
        name: unit.name.unwrap_or_default(),
        done: unit.done,
        taken: unit.taken,
        channels: unit.channels,
        copies: grouped(unit.copies),
        reach: grouped(unit.reach),
        first: unit.first_on.as_deref().map(Day::shown).unwrap_or_default(),
        id: unit.id,
    }
}
