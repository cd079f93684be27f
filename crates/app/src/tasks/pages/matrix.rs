//! The matrix: units by tasks, each cell with sign, colour and word.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Failure, Instant};
use serde::Deserialize;

use super::{
    Pages, ROWS, Tag, address, contest_id, kinds, pages, short, tag_of, tags, turn_label, words_of,
};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::tasks::access::{self, Seen};
use crate::tasks::store::{self as rows, Cell, Column, Counts, UnitFilter, UnitRow};
use crate::tasks::{Mark, mark};

/// Columns with words that fit beside one another on a wide screen.
const COLUMNS: usize = 7;
/// Letters of a task's words above its column.
const HEADING: usize = 46;
/// How many days "soon" is.
pub(super) const SOON_SECONDS: i64 = 30 * 24 * 3600;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    pub(super) q: String,
    pub(super) kind: String,
    pub(super) mark: String,
    cols: String,
    part: usize,
    page: i64,
}

/// A column as it is headed.
struct Head {
    task_id: String,
    number: i64,
    text: String,
    whole: String,
    due: Option<String>,
    turn: Option<String>,
}

struct Line {
    id: String,
    name: String,
    cells: Vec<(String, Option<(String, Tag)>)>,
}

#[derive(Template)]
#[template(path = "tasks/pages/matrix.html")]
struct MatrixPage {
    frame: Frame,
    id: String,
    contest: String,
    runs: bool,
    counts: Counts,
    wanted: Wanted,
    kinds: Vec<(&'static str, String)>,
    tags: Vec<Tag>,
    heads: Vec<Head>,
    tight: bool,
    columns: usize,
    left: Option<String>,
    right: Option<String>,
    other_view: Option<String>,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /contests/{id}/tasks`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, now) = (&app.store, visitor.at());
    let seen = access::contest(store, &actor, contest_id(&id)?).await?;
    let filter = filter(&wanted, &seen);
    let soon = now.plus_seconds(SOON_SECONDS);
    let counts = rows::counts(store, seen.id, (now, soon), seen.only()).await?;
    let total = rows::units_count(store, seen.id, &filter, now).await?;
    let (at, first) = super::at(wanted.page, total);
    let units = rows::units(store, seen.id, &filter, now, (ROWS, first)).await?;
    let columns = rows::columns(store, seen.id).await?;
    let tight = wanted.cols == "all" && columns.len() > COLUMNS;
    let parts = columns.len().div_ceil(COLUMNS).max(1);
    let part = wanted.part.min(parts - 1);
    let shown = match tight {
        true => &columns[..],
        false => columns.chunks(COLUMNS).nth(part).unwrap_or_default(),
    };
    let frame = Frame::new(&app, &visitor);
    let lines = lines(&app, frame.t, &seen, (units, shown), now).await?;
    let here = |cols: &str, part: usize, page: i64| {
        let (part, page) = (numbered(part), numbered(page));
        let fields = [("q", &*wanted.q), ("kind", &wanted.kind), ("mark", &wanted.mark)];
        let rest = [("cols", cols), ("part", &part), ("page", &page)];
        address(&format!("/contests/{id}/tasks"), &[fields, rest].concat())
    };
    page(&MatrixPage {
        contest: seen.name.clone(),
        runs: seen.runs,
        kinds: kinds(frame.t),
        tags: tags(frame.t),
        heads: shown.iter().map(|column| head(frame.t, column)).collect(),
        left: (!tight && part > 0).then(|| here("", part - 1, at)),
        right: (!tight && part + 1 < parts).then(|| here("", part + 1, at)),
        other_view: (parts > 1).then(|| here(if tight { "" } else { "all" }, 0, at)),
        pages: pages(at, total, |page| here(&wanted.cols, part, page)),
        columns: columns.len(),
        id: seen.id.to_string(),
        frame,
        counts,
        wanted,
        tight,
        lines,
    })
}

/// Zero is what an address says by saying nothing.
fn numbered(number: impl TryInto<i64>) -> String {
    match number.try_into() {
        Ok(0) | Err(_) => String::new(),
        Ok(number) => number.to_string(),
    }
}

pub(super) fn filter(wanted: &Wanted, seen: &Seen) -> UnitFilter {
    UnitFilter {
        words: words_of(&wanted.q),
        kind: wanted.kind.parse().ok(),
        mark: Mark::read(&wanted.mark),
        task: None,
        only: seen.only().map(<[_]>::to_vec),
    }
}

fn head(words: Words, column: &Column) -> Head {
    let turn = turn_label(words, &column.period);
    Head {
        task_id: column.task_id.clone(),
        number: column.position,
        text: short(&column.text, HEADING),
        whole: column.text.clone(),
        due: column
            .closes_at
            .filter(|_| turn.is_none())
            .map(|closes| mark::last_day(closes).written()),
        turn,
    }
}

async fn lines(
    app: &App,
    words: Words,
    seen: &Seen,
    (units, columns): (Vec<UnitRow>, &[Column]),
    now: Instant,
) -> Result<Vec<Line>, Failure> {
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let tasks = tasks_of(columns);
    let cells = rows::cells(&app.store, seen.id, Some(&ids), &tasks).await?;
    let mut cells = by_place(cells);
    let mut lines = Vec::with_capacity(units.len());
    for unit in units {
        let mut line = Vec::with_capacity(columns.len());
        for column in columns {
            let place = (unit.id.clone(), column.task_id.clone(), column.period.clone());
            let cell = match cells.remove(&place) {
                Some(cell) => Some((cell.id, tag_of(words, &cell.state, cell.due_at, now)?)),
                None => None,
            };
            line.push((format!("{}. {}", column.position, short(&column.text, HEADING)), cell));
        }
        lines.push(Line { name: unit.name.unwrap_or_default(), id: unit.id, cells: line });
    }
    Ok(lines)
}

pub(super) fn tasks_of(columns: &[Column]) -> Vec<String> {
    let mut tasks: Vec<String> = columns.iter().map(|column| column.task_id.clone()).collect();
    tasks.dedup();
    tasks
}

/// Cells by unit, task and turn.
pub(super) fn by_place(cells: Vec<Cell>) -> HashMap<(String, String, String), Cell> {
    let place = |cell: &Cell| (cell.unit_id.clone(), cell.task_id.clone(), cell.period.clone());
    cells.into_iter().map(|cell| (place(&cell), cell)).collect()
}
