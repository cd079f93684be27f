//! Ordering a task by hand, and changing one.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Day, Failure, Refusal};

use super::{contest_id, kinds, task_id};
use crate::accounts::Actor;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::tasks::access::{self, Seen, SeenTask};
use crate::tasks::typed::TypedTask;
use crate::tasks::{self, Assignee, Recurrence, policy};
use crate::units;

/// Most units that may be named line by line.
const MOST_LINES: usize = 300;

#[derive(Template)]
#[template(path = "tasks/pages/new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    contest_id: String,
    contest: String,
    here: String,
    /// The task that is changed; nothing: a new one.
    task: Option<String>,
    typed: TypedTask,
    kinds: Vec<(&'static str, String)>,
    recurrences: Vec<(&'static str, String)>,
}

/// Answers `GET /contests/{id}/tasks/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    policy::may_run(&seen)?;
    page(&new_page(&app, &visitor, (seen, None), (TypedTask::default(), Errors::none())))
}

fn new_page(
    app: &App,
    visitor: &Visitor,
    (seen, task): (Seen, Option<String>),
    (typed, errors): (TypedTask, Errors),
) -> NewPage {
    let frame = Frame::new(app, visitor);
    let recurrence = |one: Recurrence| (one.code(), frame.t.say(one.label()));
    NewPage {
        kinds: kinds(frame.t),
        recurrences: Recurrence::ALL.map(recurrence).into(),
        contest_id: seen.id.to_string(),
        contest: seen.name,
        here: frame.t.say(if task.is_some() { "task-change" } else { "task-order" }),
        frame,
        errors,
        task,
        typed,
    }
}

/// Answers `POST /contests/{id}/tasks`.
pub async fn order(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<TypedTask>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    policy::may_run(&seen)?;
    let ordered = async {
        let units = match assignees(&app, &typed, visitor.at().day()).await {
            Ok(units) => Ok(units),
            Err(Failure::Refusal(refusal)) => Err(*refusal),
            Err(fault) => return Err(fault),
        };
        let draft = typed.read(units)?;
        let mut tx = app.store.begin().await?;
        let ids = tasks::order(&mut tx, &actor, seen.id, &[draft]).await?;
        tx.commit().await?;
        Ok::<_, Failure>(ids)
    };
    match ordered.await {
        Ok(ids) => {
            let id = ids.first().map(ToString::to_string).unwrap_or_default();
            see(&format!("/tasks/{id}"), "task-ordered")
        }
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &new_page(&app, &visitor, (seen, None), (typed, errors)))
        }
    }
}

/// The units that a form names: line by line, and all of a kind below one.
pub(super) async fn assignees(
    app: &App,
    typed: &TypedTask,
    day: Day,
) -> Result<Vec<Assignee>, Failure> {
    let lines: Vec<&str> =
        typed.units.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST_LINES {
        let message = kernel::Message::new("task-units-too-many").with("most", MOST_LINES);
        return Err(Refusal::field("units", message).into());
    }
    let part = typed.part();
    let mut found = Vec::new();
    for line in lines {
        let unit = units::resolve(&app.store, line, "units", day).await.map_err(|failure| {
            let unknown = kernel::Message::new("task-unit-unknown").with("unit", line);
            match failure {
                Failure::Refusal(_) => Refusal::field("units", unknown).into(),
                fault => fault,
            }
        })?;
        found.extend(unit.map(|unit| Assignee { unit, part, named: line.to_owned() }));
    }
    if let Some(under) = units::resolve(&app.store, &typed.under, "under", day).await? {
        let kinds: Vec<units::Kind> = typed.kind.parse().into_iter().collect();
        let below = units::below(&app.store, under, &kinds, day).await?;
        found.extend(below.into_iter().map(|(unit, named)| Assignee { unit, part, named }));
    }
    match found.is_empty() {
        true => Err(Refusal::field("units", "task-units-empty").into()),
        false => Ok(found),
    }
}

/// Answers `GET /tasks/{id}/edit`.
pub async fn change_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let SeenTask { task, seen, .. } = access::task(&app.store, &actor, task_id(&id)?).await?;
    policy::may_run(&seen)?;
    let window = task.window()?;
    let written = |period: Option<kernel::Period>| period.map(kernel::Period::written);
    let typed = TypedTask {
        text: task.text,
        deliverable: task.deliverable.unwrap_or_default(),
        start: written(window.start).unwrap_or_default(),
        end: written(window.end).unwrap_or_default(),
        limit: if window.end_inclusive { String::new() } else { "before".to_owned() },
        ..TypedTask::default()
    };
    page(&new_page(&app, &visitor, (seen, Some(task.id)), (typed, Errors::none())))
}

/// Answers `POST /tasks/{id}`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<TypedTask>,
) -> Answer {
    let found = access::task(&app.store, &actor, task_id(&id)?).await?;
    policy::may_run(&found.seen)?;
    let changed = async {
        let change = typed.read_change()?;
        let mut tx = app.store.begin().await?;
        tasks::change(&mut tx, &actor, found.id, &change).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match changed.await {
        Ok(()) => see(&format!("/tasks/{id}"), "task-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let page = new_page(&app, &visitor, (found.seen, Some(id)), (typed, errors));
            page_with(status, &page)
        }
    }
}
