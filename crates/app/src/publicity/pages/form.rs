//! Writing down an activity, and correcting it: a form for a minute on a phone.

use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, Query, State};
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};
use serde::Deserialize;

use super::{Choices, channels, contest_id, publicity_id, sent};
use crate::accounts::Actor;
use crate::files;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::publicity::access::{self, Seen, SeenActivity};
use crate::publicity::draft::Typed;
use crate::publicity::store::{self as rows, ActivityRow, TaskLine, UnitOption};
use crate::publicity::{self, PublicityId, policy};
use crate::{tasks, units};

/// Most units of one's own to choose from.
const MOST_OWN: i64 = 200;

#[derive(Template)]
#[template(path = "publicity/pages/form.html")]
struct FormPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    action: String,
    id: String,
    contest: String,
    /// Whose it is, where that is settled: id and name.
    unit: Option<(String, String)>,
    own: Vec<UnitOption>,
    on_behalf: bool,
    channels: Choices,
    tasks: Vec<TaskLine>,
    editing: bool,
}

/// With what the form opens.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    unit: String,
    channel: String,
    assignment: String,
}

/// Answers `GET /contests/{id}/publicity/new`.
pub async fn new_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    let task = match wanted.assignment.parse() {
        Ok(task) => rows::unit_of_task(&app.store, task, seen.id).await?,
        Err(_) => None,
    };
    let unit = task.or_else(|| wanted.unit.parse().ok());
    let unit = unit.filter(|unit| seen.runs || seen.own.contains(unit));
    let typed = Typed {
        unit: unit.map(|unit| unit.to_string()).unwrap_or_default(),
        channel: wanted.channel,
        day: visitor.at().day().written(),
        assignment: if unit.is_some() { wanted.assignment } else { String::new() },
        ..Typed::default()
    };
    page(&form(&app, &visitor, (&actor, seen), (typed, Errors::none())).await?)
}

/// The form for a new activity.
async fn form(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, Seen),
    (mut typed, errors): (Typed, Errors),
) -> Result<FormPage, Failure> {
    let (store, today) = (&app.store, visitor.at().day());
    let own = rows::units_of(store, seen.id, Some(&seen.own), (today, MOST_OWN)).await?;
    let alone = if seen.runs || own.len() != 1 { None } else { seen.own.first().copied() };
    let unit: Option<UnitId> = typed.unit.parse().ok();
    let unit = unit.filter(|unit| seen.runs || seen.own.contains(unit)).or(alone);
    let allowed = match unit.or_else(|| seen.own.first().copied()) {
        Some(unit) => policy::may_act(actor, &seen, unit),
        None => policy::may_decide(&seen),
    };
    allowed?;
    let tasks = match unit {
        Some(unit) => rows::tasks_for(store, seen.id, unit).await?,
        None => Vec::new(),
    };
    if typed.assignment.is_empty() && !errors.any() {
        typed.assignment = about_publicity(&tasks);
    }
    let frame = Frame::new(app, visitor);
    Ok(FormPage {
        unit: match unit {
            Some(unit) => Some((unit.to_string(), rows::unit_name(store, unit, today).await?)),
            None => None,
        },
        on_behalf: unit.is_some_and(|unit| !seen.own.contains(&unit)),
        own: if seen.runs { Vec::new() } else { own },
        channels: channels(frame.t, &typed.channel),
        action: format!("/contests/{}/publicity", seen.id),
        id: seen.id.to_string(),
        contest: seen.name,
        editing: false,
        frame,
        errors,
        typed,
        tasks,
    })
}

/// The one task that is about publicity; empty where there is none or several.
fn about_publicity(tasks: &[TaskLine]) -> String {
    let mut found = tasks.iter().filter(|task| tasks::is_publicity(&task.text));
    match (found.next(), found.next()) {
        (Some(only), None) => only.id.clone(),
        _ => String::new(),
    }
}

/// Answers `POST /contests/{id}/publicity`.
pub async fn enter(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    let mut typed = Typed::default();
    match take(&app, &visitor, (&actor, &seen), parts, &mut typed).await {
        Ok(id) => see(&format!("/publicity/{id}"), "publicity-entered"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &form(&app, &visitor, (&actor, seen), (typed, errors)).await?)
        }
    }
}

async fn take(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    parts: Result<Multipart, MultipartRejection>,
    typed: &mut Typed,
) -> Result<PublicityId, Failure> {
    let sent = sent::read(parts, typed).await?;
    let today = visitor.at().day();
    let unit = match (seen.runs, seen.own.as_slice()) {
        (false, [only]) if typed.unit.is_empty() => Some(*only),
        _ => units::resolve(&app.store, &typed.unit, "unit", today).await?,
    };
    let unit = unit.ok_or_else(|| Refusal::field("unit", "publicity-unit-missing"))?;
    policy::may_act(actor, seen, unit)?;
    let mut draft = typed.read(today)?;
    // No byte is kept for somebody who may not write it down.
    draft.files.extend(files::keep_all(app, sent).await?);
    let mut tx = app.store.begin().await?;
    let id = publicity::enter(&mut tx, actor, (seen.id, unit), &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Answers `GET /publicity/{id}/edit`.
pub async fn edit_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let found = access::activity(&app.store, &actor, publicity_id(&id)?).await?;
    let typed = typed_of(&found.row, visitor.at().day().written());
    page(&edit(&app, &visitor, (&actor, found), (typed, Errors::none())).await?)
}

/// What the form shows of an activity; one that was planned is meant to be told as done today.
fn typed_of(row: &ActivityRow, today: String) -> Typed {
    let figure = |figure: Option<i64>| figure.map(|it| it.to_string()).unwrap_or_default();
    Typed {
        unit: row.unit_id.clone(),
        channel: row.channel.clone(),
        title: row.title.clone(),
        status: String::new(),
        day: row.done_on.as_deref().map_or(today, Day::shown),
        copies: figure(row.copies),
        reach: figure(row.reach),
        links: row.links.clone(),
        assignment: row.assignment_id.clone().unwrap_or_default(),
        revision: row.revision.to_string(),
    }
}

async fn edit(
    app: &App,
    visitor: &Visitor,
    (actor, found): (&Actor, SeenActivity),
    (typed, errors): (Typed, Errors),
) -> Result<FormPage, Failure> {
    let SeenActivity { id, row, unit, seen } = found;
    policy::may_act(actor, &seen, unit)?;
    if !row.state()?.may_be_corrected() {
        let refusal = Refusal::conflict("publicity-step-not-now");
        return Err(refusal.way_out("way-activity", format!("/publicity/{id}")).into());
    }
    let name = rows::unit_name(&app.store, unit, visitor.at().day()).await?;
    let frame = Frame::new(app, visitor);
    Ok(FormPage {
        tasks: rows::tasks_for(&app.store, seen.id, unit).await?,
        channels: channels(frame.t, &typed.channel),
        action: format!("/publicity/{id}"),
        on_behalf: !seen.own.contains(&unit),
        unit: Some((unit.to_string(), name)),
        own: Vec::new(),
        id: seen.id.to_string(),
        contest: seen.name,
        editing: true,
        frame,
        errors,
        typed,
    })
}

/// Answers `POST /publicity/{id}`.
pub async fn correct(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let id = publicity_id(&id)?;
    let found = access::activity(&app.store, &actor, id).await?;
    let mut typed = Typed::default();
    let done = async {
        policy::may_act(&actor, &found.seen, found.unit)?;
        let sent = sent::read(parts, &mut typed).await?;
        let mut draft = typed.read(visitor.at().day())?;
        let revision = typed.revision.parse().map_err(|_| Refusal::invalid("form-unreadable"))?;
        draft.files.extend(files::keep_all(&app, sent).await?);
        let mut tx = app.store.begin().await?;
        publicity::correct(&mut tx, &actor, (id, revision), &draft).await?;
        tx.commit().await.map_err(|fault: Fault| fault.into())
    };
    let done: Result<(), Failure> = done.await;
    let Err(failure) = done else { return see(&format!("/publicity/{id}"), "publicity-corrected") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    page_with(status, &edit(&app, &visitor, (&actor, found), (typed, errors)).await?)
}
