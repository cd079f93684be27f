//! The matrix as an XLSX file: everything that the filter lets through, all columns.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::{Failure, Fault, Instant};

use super::matrix::{Wanted, by_place, filter, tasks_of};
use super::{contest_id, tag_of, turn_label};
use crate::accounts::Actor;
use crate::frame::{Answer, App, Visitor, Words};
use crate::tasks::access::{self, Seen};
use crate::tasks::mark;
use crate::tasks::sheet::{self, Sheet};
use crate::tasks::store::{self as rows, Column};

/// Answers `GET /contests/{id}/tasks/export`.
pub async fn export(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    let bytes = workbook(&app, visitor.words(), (&seen, &wanted), visitor.at()).await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = "attachment; filename=\"nhiem-vu.xlsx\"";
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

/// All units and tasks of a contest, as the bytes of a workbook.
///
/// # Errors
/// The database is away.
pub(crate) async fn whole_workbook(
    app: &App,
    words: Words,
    seen: &Seen,
    now: Instant,
) -> Result<Vec<u8>, Failure> {
    workbook(app, words, (seen, &Wanted::default()), now).await
}

async fn workbook(
    app: &App,
    words: Words,
    (seen, wanted): (&Seen, &Wanted),
    now: Instant,
) -> Result<Vec<u8>, Failure> {
    let columns = rows::columns(&app.store, seen.id).await?;
    let matrix = matrix(app, words, (seen, wanted), &columns, now).await?;
    let sheets = [matrix, tasks(words, &columns)];
    let written = tokio::task::spawn_blocking(move || sheet::write(&sheets)).await;
    Ok(written.map_err(Fault::from)??)
}

async fn matrix(
    app: &App,
    words: Words,
    (seen, wanted): (&Seen, &Wanted),
    columns: &[Column],
    now: Instant,
) -> Result<Sheet, Failure> {
    let store = &app.store;
    let units = rows::units(store, seen.id, &filter(wanted, seen), now, (i64::MAX, 0)).await?;
    let cells = match seen.only() {
        None => rows::cells(store, seen.id, None, &tasks_of(columns)).await?,
        Some(own) => {
            let own: Vec<String> = own.iter().map(ToString::to_string).collect();
            rows::cells(store, seen.id, Some(&own), &tasks_of(columns)).await?
        }
    };
    let cells = by_place(cells);
    let mut lines = Vec::with_capacity(units.len());
    for unit in units {
        let mut line = vec![unit.name.unwrap_or_default()];
        for column in columns {
            let place = (unit.id.clone(), column.task_id.clone(), column.period.clone());
            line.push(match cells.get(&place) {
                Some(cell) => tag_of(words, &cell.state, cell.due_at, now)?.word,
                None => String::new(),
            });
        }
        lines.push(line);
    }
    let headings = std::iter::once(words.say("task-unit"));
    let headings = headings.chain(columns.iter().map(|column| heading(words, column))).collect();
    Ok(Sheet { name: words.say("tasks-matrix"), headings, rows: lines })
}

fn heading(words: Words, column: &Column) -> String {
    match turn_label(words, &column.period) {
        Some(turn) => format!("{}. {} ({turn})", column.position, column.text),
        None => format!("{}. {}", column.position, column.text),
    }
}

/// The second sheet: the tasks with their last days.
fn tasks(words: Words, columns: &[Column]) -> Sheet {
    let last = |column: &Column| column.closes_at.map(|at| mark::last_day(at).written());
    let row = |column: &Column| {
        let turn = turn_label(words, &column.period).unwrap_or_default();
        let last = last(column).unwrap_or_default();
        vec![column.text.clone(), column.position.to_string(), turn, last]
    };
    let headings = ["task-text", "task-number", "task-turn", "task-due"];
    Sheet {
        name: words.say("tasks"),
        headings: headings.map(|key| words.say(key)).into(),
        rows: columns.iter().map(row).collect(),
    }
}
