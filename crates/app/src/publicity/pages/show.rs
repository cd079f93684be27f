//! One activity: what it was, what proves it, what became of it; who runs the contest decides.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Day, Failure, Instant};

use super::{Tag, channel_name, copies_of, grouped, publicity_id, tag};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::publicity::access::{self, SeenActivity};
use crate::publicity::draft::Before;
use crate::publicity::state::Step;
use crate::publicity::store::{self as rows, EventRow};
use crate::publicity::{State as Standing, policy};

struct Event {
    key: &'static str,
    reason: Option<String>,
    before: Option<String>,
    by: Option<String>,
    at: String,
}

#[derive(Template)]
#[template(path = "publicity/pages/show.html")]
pub(super) struct ShowPage {
    frame: Frame,
    errors: Errors,
    reason: String,
    id: String,
    contest_id: String,
    contest: String,
    unit: (String, String),
    task: Option<(String, String)>,
    title: String,
    channel: String,
    planned_on: Option<String>,
    done_on: Option<String>,
    copies: Option<String>,
    reach: Option<String>,
    links: Vec<String>,
    files: Vec<(String, String)>,
    tag: Tag,
    by: Option<String>,
    at: String,
    planned: bool,
    may_correct: bool,
    may_withdraw: bool,
    may_take: bool,
    may_ask: bool,
    why_not: Option<String>,
    events: Vec<Event>,
}

/// Answers `GET /publicity/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let found = access::activity(&app.store, &actor, publicity_id(&id)?).await?;
    let shown = (String::new(), Errors::none());
    page(&show_page(&app, &visitor, (&actor, found), shown).await?)
}

pub(super) async fn show_page(
    app: &App,
    visitor: &Visitor,
    (actor, found): (&Actor, SeenActivity),
    (reason, errors): (String, Errors),
) -> Result<ShowPage, Failure> {
    let SeenActivity { id, row, unit, seen } = found;
    let (store, frame) = (&app.store, Frame::new(app, visitor));
    let words = frame.t;
    let state = row.state()?;
    let act = policy::may_act(actor, &seen, unit);
    let decides = policy::may_decide(&seen).is_ok();
    let can = |step: Step| state.after(step).is_some();
    let tasks = rows::tasks_for(store, seen.id, unit).await?;
    let task = tasks.into_iter().find(|task| Some(&task.id) == row.assignment_id.as_ref());
    let events = rows::events(store, id).await?;
    let files = rows::files(store, id).await?;
    Ok(ShowPage {
        unit: (unit.to_string(), rows::unit_name(store, unit, visitor.at().day()).await?),
        task: task.map(|task| (task.id, task.text)),
        channel: channel_name(words, &row.channel),
        copies: copies_of(words, &row.channel, row.copies),
        reach: row.reach.map(grouped),
        planned_on: row.planned_on.as_deref().map(Day::shown),
        done_on: row.done_on.as_deref().map(Day::shown),
        links: row.links.lines().map(str::to_owned).collect(),
        files: files.into_iter().map(|file| (file.id, file.name)).collect(),
        tag: tag(words, state),
        at: Instant::from_millis(row.entered_at).written(),
        planned: state == Standing::Planned,
        may_correct: act.is_ok() && state.may_be_corrected(),
        may_withdraw: act.is_ok() && can(Step::Withdraw),
        may_take: decides && can(Step::Take),
        may_ask: decides && can(Step::Ask),
        why_not: act.err().map(|refusal| words.tell(&refusal.message)),
        events: events.into_iter().map(|row| event(words, row)).collect(),
        contest_id: seen.id.to_string(),
        contest: seen.name,
        title: row.title,
        by: row.entered_by,
        id: id.to_string(),
        frame,
        errors,
        reason,
    })
}

fn event(words: Words, row: EventRow) -> Event {
    let before = row.before.and_then(|json| serde_json::from_str::<Before>(&json).ok());
    Event {
        key: match row.kind.as_str() {
            "corrected" => "publicity-event-corrected",
            "taken" => "publicity-event-taken",
            "asked" => "publicity-event-asked",
            _ => "publicity-event-withdrawn",
        },
        before: before.map(|before| said(words, &before)),
        at: Instant::from_millis(row.made_at).written(),
        reason: row.reason,
        by: row.made_by,
    }
}

/// What stood there before a correction, in one line.
fn said(words: Words, before: &Before) -> String {
    let reach = before.reach.map(|reach| words.with("publicity-people", "count", grouped(reach)));
    let on = before.done_on.as_deref().map(Day::shown);
    let planned = before.planned_on.as_deref().filter(|_| on.is_none()).map(Day::shown);
    let planned = planned.map(|day| words.with("publicity-planned-for", "day", day));
    let head = [Some(channel_name(words, &before.channel)), Some(before.title.clone())];
    let rest = [on, planned, copies_of(words, &before.channel, before.copies), reach];
    let parts: Vec<String> = head.into_iter().chain(rest).flatten().collect();
    parts.join(" · ")
}
