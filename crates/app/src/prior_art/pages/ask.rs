//! Asking what was there before a text.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use serde_json::json;

use super::{Tabs, building, building_told, compared, facts, level, tabs};
use crate::accounts::Actor;
use crate::frame::answer::{page, page_with};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::prior_art::judging::Opinion;
use crate::prior_art::{self, Asked, Near, Sight, policy};
use kernel::Refusal;

/// Solutions that a page shows, and that are told while somebody types.
const SHOWN: usize = 10;
const WHILE_TYPING: usize = 3;
/// While somebody types only what has most of the words is told.
const RATHER_NEAR: u8 = 35;

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    title: String,
    text: String,
    subject: String,
}

struct Line {
    near: Near,
    facts: String,
}

#[derive(Template)]
#[template(path = "prior_art/pages/ask.html")]
struct AskPage {
    frame: Frame,
    tabs: Tabs,
    errors: Errors,
    typed: Typed,
    building: Option<String>,
    /// What was found; nothing while nothing was asked.
    lines: Option<Vec<Line>>,
    repeats: usize,
    opinions: Vec<(&'static str, String, bool)>,
}

fn ask_page(
    (app, visitor, actor): (&App, &Visitor, &Actor),
    typed: Typed,
    found: Option<Vec<Near>>,
    errors: Errors,
) -> AskPage {
    let frame = Frame::new(app, visitor);
    let line = |near: Near| Line { facts: facts(frame.t, &near.row), near };
    let lines: Option<Vec<Line>> = found.map(|found| found.into_iter().map(line).collect());
    AskPage {
        tabs: tabs(actor),
        building: building_told(app, frame.t),
        repeats: lines.iter().flatten().filter(|line| line.near.repeats).count(),
        opinions: match policy::may_judge(actor) {
            Ok(()) => Opinion::choices(frame.t, ""),
            Err(_) => Vec::new(),
        },
        lines,
        typed,
        errors,
        frame,
    }
}

/// Answers `GET /prior-art`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(typed): Query<Typed>,
) -> Answer {
    page(&ask_page((&app, &visitor, &actor), typed, None, Errors::none()))
}

/// Answers `POST /prior-art`, which changes nothing: a text is too long for an address.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Typed>,
) -> Answer {
    app.prior_art.often.count(actor.who, visitor.at())?;
    let asked = Asked::of(&typed.title, &typed.text);
    if asked.is_empty() {
        let refusal = Refusal::field("title", "prior-nothing-asked");
        let (errors, status) = Errors::of(refusal.into(), visitor.words())?;
        let page = ask_page((&app, &visitor, &actor), typed, None, errors);
        return page_with(status, &page);
    }
    let mut found = prior_art::near(&app, policy::sight(&actor), &asked, SHOWN + 1).await?;
    // A dossier is near to itself, which says nothing.
    found.retain(|near| near.row.origin.as_deref() != Some(typed.subject.as_str()));
    found.truncate(SHOWN);
    found.iter().for_each(|near| compared(&app, &actor, &near.row));
    let page = ask_page((&app, &visitor, &actor), typed, Some(found), Errors::none());
    page_with(StatusCode::OK, &page)
}

/// Answers `GET /prior-art/near?title=…`: what is near a title while somebody types it, as JSON. It tells
/// nothing but what everybody may know.
pub async fn while_typing(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(typed): Query<Typed>,
) -> Answer {
    app.prior_art.often.count(actor.who, visitor.at())?;
    let asked = Asked::of(&typed.title, "");
    let found = prior_art::near(&app, Sight::Open, &asked, WHILE_TYPING).await?;
    let words = visitor.words();
    let near = found.iter().filter(|near| near.words >= RATHER_NEAR).map(|near| {
        json!({
            "title": near.row.title,
            "year": near.row.year,
            "level": level(words, &near.row),
            "prize": near.row.prize,
        })
    });
    let building = building(&app).map(|it| json!({ "done": it.done, "all": it.all }));
    let body = json!({ "near": near.collect::<Vec<_>>(), "building": building });
    Ok(([(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response())
}
