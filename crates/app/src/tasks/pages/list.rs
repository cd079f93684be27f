//! The list of a contest's tasks.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Fault, Instant, Window};
use serde::Deserialize;

use super::{Due, Open, Pages, ROWS, address, contest_id, due, pages, words_of, written};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::tasks::Recurrence;
use crate::tasks::access;
use crate::tasks::store::{self as rows, TaskCounts, TaskLine};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    state: String,
    sort: String,
    page: i64,
}

struct Line {
    id: String,
    number: i64,
    text: String,
    window: Option<String>,
    due: Option<Due>,
    recurrence: Option<String>,
    called_off: bool,
    counts: Option<TaskCounts>,
}

#[derive(Template)]
#[template(path = "tasks/pages/list.html")]
struct ListPage {
    frame: Frame,
    id: String,
    contest: String,
    runs: bool,
    wanted: Wanted,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /contests/{id}/tasks/list`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let now = visitor.at();
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    let counts = rows::task_counts(&app.store, seen.id, now, seen.only()).await?;
    let mut counts: HashMap<String, TaskCounts> =
        counts.into_iter().map(|count| (count.task_id.clone(), count)).collect();
    let mut tasks = rows::tasks_of(&app.store, seen.id).await?;
    let words = words_of(&wanted.q);
    tasks.retain(|task| is_wanted(task, &words, &wanted.state));
    if wanted.sort == "due" {
        tasks.sort_by_key(|task| (task.closes_at.is_none(), task.closes_at, task.position));
    }
    let total = i64::try_from(tasks.len())?;
    let (at, first) = super::at(wanted.page, total);
    let frame = Frame::new(&app, &visitor);
    let shown = tasks.into_iter().skip(usize::try_from(first)?).take(usize::try_from(ROWS)?);
    let lines = shown.map(|task| {
        let counts = counts.remove(&task.id);
        line(frame.t, task, counts, now)
    });
    let lines = lines.collect::<Result<_, Fault>>()?;
    let here = |page: i64| {
        let page = page.to_string();
        let fields = [("q", &*wanted.q), ("state", &wanted.state), ("sort", &wanted.sort)];
        address(&format!("/contests/{id}/tasks/list"), &[&fields[..], &[("page", &page)]].concat())
    };
    page(&ListPage {
        pages: pages(at, total, here),
        id: seen.id.to_string(),
        contest: seen.name,
        runs: seen.runs,
        frame,
        wanted,
        lines,
    })
}

fn is_wanted(task: &TaskLine, words: &[String], state: &str) -> bool {
    let in_state = match state {
        "called-off" => task.called_off_at.is_some(),
        "recurring" => task.recurrence.is_some() && task.called_off_at.is_none(),
        "all" => true,
        _ => task.called_off_at.is_none(),
    };
    in_state && words.iter().all(|word| task.folded.contains(word.as_str()))
}

fn line(
    words: Words,
    task: TaskLine,
    counts: Option<TaskCounts>,
    now: Instant,
) -> Result<Line, Fault> {
    let start = task.starts.as_deref().map(str::parse).transpose()?;
    let end = task.ends.as_deref().map(str::parse).transpose()?;
    let window = Window { start, end, end_inclusive: task.ends_inclusive };
    let is_done = counts.as_ref().is_none_or(|counts| counts.done == counts.given);
    let open = if is_done || task.called_off_at.is_some() { Open::Done } else { Open::ToDo };
    let recurrence = task.recurrence.as_deref().and_then(Recurrence::read);
    Ok(Line {
        window: written(words, &window),
        due: due(words, task.closes_at, now, open),
        recurrence: recurrence.map(|recurrence| words.say(recurrence.label())),
        called_off: task.called_off_at.is_some(),
        number: task.position,
        id: task.id,
        text: task.text,
        counts,
    })
}
