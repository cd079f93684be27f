//! What my units have to do (việc của đơn vị tôi), over all contests, the next due first.

use askama::Template;
use axum::extract::{Query, State};
use kernel::{Fault, Instant};
use serde::Deserialize;

use super::{Due, Pages, ROWS, Tag, address, due, open, pages, tag_of, tags, turn_label, words_of};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::tasks::store::{self as rows, ContestOption, OwnFilter, OwnLine};
use crate::tasks::{Mark, Part, policy};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    mark: String,
    contest: String,
    page: i64,
}

struct Line {
    id: String,
    text: String,
    turn: Option<String>,
    part: &'static str,
    tag: Tag,
    due: Option<Due>,
    chased: Option<String>,
    contest_id: String,
    contest: String,
    unit: String,
}

#[derive(Template)]
#[template(path = "tasks/pages/own.html")]
struct OwnPage {
    frame: Frame,
    wanted: Wanted,
    tags: Vec<Tag>,
    contests: Vec<ContestOption>,
    several: bool,
    coordinates: bool,
    late: i64,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /assignments`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, now) = (&app.store, visitor.at());
    let units = policy::units_of(&actor);
    let filter = OwnFilter {
        words: words_of(&wanted.q),
        mark: Mark::read(&wanted.mark),
        all: wanted.mark == "all",
        contest: wanted.contest.parse().ok(),
        units,
    };
    let total = rows::own_count(store, &filter, now).await?;
    let (at, first) = super::at(wanted.page, total);
    let found = rows::own_list(store, &filter, now, (ROWS, first)).await?;
    let late =
        OwnFilter { mark: Some(Mark::Late), units: filter.units.clone(), ..OwnFilter::default() };
    let late = rows::own_count(store, &late, now).await?;
    let contests = rows::contests_of(store, &filter.units).await?;
    let frame = Frame::new(&app, &visitor);
    let lines = found.into_iter().map(|row| line(frame.t, row, now)).collect::<Result<_, _>>()?;
    let here = |page: i64| {
        let page = page.to_string();
        let fields = [("q", &*wanted.q), ("mark", &wanted.mark), ("contest", &wanted.contest)];
        address("/assignments", &[&fields[..], &[("page", &page)]].concat())
    };
    page(&OwnPage {
        pages: pages(at, total, here),
        tags: tags(frame.t),
        several: filter.units.len() > 1,
        coordinates: !filter.units.is_empty(),
        frame,
        wanted,
        contests,
        late,
        lines,
    })
}

fn line(words: Words, row: OwnLine, now: Instant) -> Result<Line, Fault> {
    Ok(Line {
        tag: tag_of(words, &row.state, row.due_at, now)?,
        due: due(words, row.due_at, now, open(&row.state)),
        turn: turn_label(words, &row.period),
        part: Part::label(&row.part),
        chased: row.chased_at.map(|at| Instant::from_millis(at).day().written()),
        unit: row.unit.unwrap_or_default(),
        id: row.id,
        text: row.text,
        contest_id: row.contest_id,
        contest: row.contest,
    })
}
