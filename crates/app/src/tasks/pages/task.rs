//! One task: where it comes from, what it asks for, how far its units are, what was said.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Failure, Fault, Instant, Period, Window};
use serde::Deserialize;

use super::{
    Due, Pages, ROWS, Tag, address, due, kinds, open, pages, tag_of, tags, task_id, turn_label,
    words_of, written,
};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::tasks::access::{self, SeenTask};
use crate::tasks::store::{self as rows, ChangeRow, RemarkRow, SourceRow, UnitFilter, UnitLine};
use crate::tasks::{Mark, Part, policy};

/// What is looked for among the units.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    kind: String,
    mark: String,
    turn: String,
    page: i64,
}

/// The paper that orders a task.
pub(super) struct Source {
    pub name: String,
    pub sentence: Option<String>,
}

struct Line {
    id: String,
    name: String,
    part: &'static str,
    tag: Tag,
    due: Option<Due>,
    changed: String,
}

/// A change with what stood there before.
struct Change {
    kind: String,
    reason: String,
    text: String,
    window: Option<String>,
    by: Option<String>,
    at: String,
}

/// Something that was said.
pub(super) struct Said {
    pub to_all: bool,
    pub text: String,
    pub by: Option<String>,
    pub at: String,
}

/// What was typed into the forms of the page and refused.
#[derive(Default)]
pub(super) struct Typed {
    pub reason: String,
    pub remark: String,
    pub units: String,
    pub under: String,
    pub kind: String,
}

#[derive(Template)]
#[template(path = "tasks/pages/task.html")]
pub(super) struct TaskPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    id: String,
    here: String,
    number: i64,
    text: String,
    deliverable: Option<String>,
    window: Option<String>,
    due: Option<Due>,
    recurrence: Option<String>,
    called_off: bool,
    source: Option<Source>,
    contest_id: String,
    contest: String,
    runs: bool,
    may_run: bool,
    wanted: Wanted,
    turns: Vec<(String, String)>,
    tags: Vec<Tag>,
    kinds: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    pages: Pages,
    remarks: Vec<Said>,
    changes: Vec<Change>,
}

/// Answers `GET /tasks/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let found = access::task(&app.store, &actor, task_id(&id)?).await?;
    let shown = (Typed::default(), Errors::none());
    page(&task_page(&app, &visitor, (found, wanted), shown).await?)
}

pub(super) async fn task_page(
    app: &App,
    visitor: &Visitor,
    (found, mut wanted): (SeenTask, Wanted),
    (typed, errors): (Typed, Errors),
) -> Result<TaskPage, Failure> {
    let (store, now) = (&app.store, visitor.at());
    let SeenTask { id, task, seen } = found;
    let frame = Frame::new(app, visitor);
    let turns = turns(app, frame.t, &task.id).await?;
    if !turns.iter().any(|(code, _)| *code == wanted.turn) {
        wanted.turn = turns.first().map(|(code, _)| code.clone()).unwrap_or_default();
    }
    let filter = filter(&wanted, seen.only());
    let total = rows::unit_count(store, (id, &wanted.turn), &filter, now).await?;
    let (at, first) = super::at(wanted.page, total);
    let lines = rows::unit_list(store, (id, &wanted.turn), &filter, now, (ROWS, first)).await?;
    let lines = lines.into_iter().map(|row| line(frame.t, row, now)).collect::<Result<_, _>>()?;
    let window = task.window()?;
    let is_open = if task.called_off_at.is_some() { super::Open::Done } else { super::Open::ToDo };
    let here = |page: i64| here(&task.id, &wanted, page);
    Ok(TaskPage {
        pages: pages(at, total, here),
        remarks: said(rows::remarks(store, &task.id, None).await?),
        changes: changes(frame.t, rows::changes(store, id).await?)?,
        source: source(app, frame.t, &task).await?,
        recurrence: task.recurrence().map(|recurrence| frame.t.say(recurrence.label())),
        due: due(frame.t, task.closes_at, now, is_open),
        window: written(frame.t, &window),
        called_off: task.called_off_at.is_some(),
        runs: seen.runs,
        may_run: policy::may_run(&seen).is_ok() && task.called_off_at.is_none(),
        contest_id: seen.id.to_string(),
        contest: seen.name,
        tags: tags(frame.t),
        kinds: kinds(frame.t),
        here: format!("{} {}", frame.t.say("task"), task.position),
        number: task.position,
        deliverable: task.deliverable,
        text: task.text,
        id: task.id,
        frame,
        errors,
        typed,
        wanted,
        turns,
        lines,
    })
}

fn filter(wanted: &Wanted, only: Option<&[kernel::id::UnitId]>) -> UnitFilter {
    UnitFilter {
        words: words_of(&wanted.q),
        kind: wanted.kind.parse().ok(),
        mark: Mark::read(&wanted.mark),
        task: None,
        only: only.map(<[_]>::to_vec),
    }
}

fn here(id: &str, wanted: &Wanted, page: i64) -> String {
    let page = page.to_string();
    let fields = [
        ("q", &*wanted.q),
        ("kind", &wanted.kind),
        ("mark", &wanted.mark),
        ("turn", &wanted.turn),
        ("page", &page),
    ];
    address(&format!("/tasks/{id}"), &fields)
}

/// The turns of a task, the newest first, with their names.
async fn turns(app: &App, words: Words, task: &str) -> Result<Vec<(String, String)>, Fault> {
    let codes = rows::turns(&app.store, task).await?;
    let named = codes.into_iter().filter_map(|code| {
        let label = turn_label(words, &code)?;
        Some((code, label))
    });
    Ok(named.collect())
}

fn line(words: Words, row: UnitLine, now: Instant) -> Result<Line, Fault> {
    Ok(Line {
        tag: tag_of(words, &row.state, row.due_at, now)?,
        due: due(words, row.due_at, now, open(&row.state)),
        part: Part::label(&row.part),
        changed: Instant::from_millis(row.changed_at).day().written(),
        name: row.name.unwrap_or(row.named),
        id: row.id,
    })
}

pub(super) fn said(rows: Vec<RemarkRow>) -> Vec<Said> {
    let said = |row: RemarkRow| Said {
        to_all: row.to_all,
        text: row.text,
        by: row.said_by,
        at: Instant::from_millis(row.said_at).written(),
    };
    rows.into_iter().map(said).collect()
}

fn changes(words: Words, rows: Vec<ChangeRow>) -> Result<Vec<Change>, Fault> {
    let change = |row: ChangeRow| {
        let start = row.starts.as_deref().map(str::parse).transpose()?;
        let end = row.ends.as_deref().map(str::parse).transpose()?;
        let window = Window { start, end, end_inclusive: row.ends_inclusive };
        Ok(Change {
            kind: words.say(match row.kind.as_str() {
                "called_off" => "task-change-called-off",
                _ => "task-change-changed",
            }),
            window: written(words, &window),
            reason: row.reason,
            text: row.text,
            by: row.made_by,
            at: Instant::from_millis(row.made_at).written(),
        })
    };
    rows.into_iter().map(change).collect()
}

/// The paper of a task with the sentence, cut out of the paper's text where it was read here.
pub(super) async fn source(
    app: &App,
    words: Words,
    task: &rows::TaskRow,
) -> Result<Option<Source>, Fault> {
    let Some(paper) = &task.paper_id else { return Ok(None) };
    let Some(row) = rows::source(&app.store, paper).await? else { return Ok(None) };
    let place = |at: Option<i64>| at.and_then(|at| usize::try_from(at).ok());
    let span = place(task.sentence_start).zip(place(task.sentence_end));
    let sentence = row.text.as_deref().zip(span).map(|(text, (start, end))| {
        text.chars().skip(start).take(end.saturating_sub(start)).collect::<String>()
    });
    Ok(Some(Source {
        name: name(words, row),
        sentence: sentence.filter(|sentence| !sentence.trim().is_empty()),
    }))
}

fn name(words: Words, row: SourceRow) -> String {
    let number = row.number.zip(row.symbol).map(|(number, symbol)| format!("{number}/{symbol}"));
    let day = row.issued_on.and_then(|day| day.parse().ok()).map(Period::written);
    let known: Vec<String> = [number, row.issuer, day].into_iter().flatten().collect();
    match (known.is_empty(), row.file_name) {
        (false, _) => known.join(", "),
        (true, Some(file)) => file,
        (true, None) => words.say("task-paper"),
    }
}
