//! The dossiers of a contest that wait for the office.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::decide::accepted;
use super::dossier_id;
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::contests::typed::Typed;
use crate::contests::{self, Seen};
use crate::dossiers::store::{self as dossiers, VersionRow};
use crate::dossiers::{DossierId, State as How};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::listing::{self, Pages};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::reception::rebase::store as rebases;
use crate::reception::store::{self as rows, WaitingRow};

/// Which dossiers, and which page of them.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    state: String,
    page: i64,
}

struct Line {
    id: String,
    /// An author of it does not check it.
    is_own: bool,
    number: i64,
    title: String,
    authors: String,
    unit: String,
    received: String,
    due: Option<String>,
    is_overdue: bool,
}

/// A state with how many dossiers are in it.
struct Drawer {
    href: String,
    word: String,
    count: i64,
    is_here: bool,
}

/// What could not be done: with which dossier, and why.
pub struct Refused {
    /// The dossier.
    pub id: String,
    /// Its title.
    pub name: String,
    /// The sentence.
    pub says: String,
}

#[derive(Template)]
#[template(path = "reception/pages/queue.html")]
struct QueuePage {
    frame: Frame,
    errors: Errors,
    head: Head,
    id: String,
    drawers: Vec<Drawer>,
    lines: Vec<Line>,
    pages: Pages,
    refused: Vec<Refused>,
    may_accept: bool,
    /// How many are measured by earlier rules.
    behind: i64,
    lists: Vec<(String, String)>,
}

/// The states in the order in which the office works.
const DRAWERS: [How; 7] = [
    How::Submitted,
    How::Received,
    How::Returned,
    How::Asked,
    How::Valid,
    How::Ineligible,
    How::Withdrawn,
];

/// Answers `GET /contests/{id}/desk`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    shown((&app, &visitor, &actor), seen, (&asked, Vec::new(), StatusCode::OK)).await
}

async fn shown(
    (app, visitor, actor): (&App, &Visitor, &Actor),
    seen: Seen,
    (asked, refused, status): (&Asked, Vec<Refused>, StatusCode),
) -> Answer {
    let counts = rows::counts(&app.store, seen.id).await?;
    let count = |state: How| counts.iter().find(|(it, _)| *it == state).map_or(0, |(_, it)| *it);
    let first = DRAWERS.into_iter().find(|state| count(*state) > 0).unwrap_or(How::Submitted);
    let state = asked.state.parse().unwrap_or(first);
    let (page, offset) = listing::at(asked.page, count(state));
    let path = format!("/contests/{}/desk", seen.id);
    let address = |state: How, page: i64| match page {
        0 => listing::address(&path, &[("state", state.code())]),
        _ => listing::address(&path, &[("state", state.code()), ("page", &page.to_string())]),
    };
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let drawer = |it: How| Drawer {
        href: address(it, 0),
        word: words.say(it.label()),
        count: count(it),
        is_here: it == state,
    };
    let limits = (listing::ROWS, offset);
    let of = (seen.id, visitor.at().day());
    let found = rows::waiting(&app.store, of, (state, actor.account()), limits).await?;
    let lines = found.into_iter().map(|row| line(visitor.at(), row)).collect();
    let newest = contests::store::last_rules_version(&app.store, seen.id).await?;
    let errors = match refused.is_empty() {
        true => Errors::none(),
        false => Errors::of(Refusal::invalid("desk-some-refused").into(), words)?.0,
    };
    let page = QueuePage {
        head: Head::new(words, &seen, "desk"),
        id: seen.id.to_string(),
        drawers: DRAWERS.map(drawer).into(),
        lines,
        pages: listing::pages(page, count(state), |page| address(state, page)),
        refused,
        behind: rebases::count(&app.store, seen.id, newest).await?,
        may_accept: state.after(crate::dossiers::Step::Accept).is_some(),
        lists: super::annex::offered(&seen, words),
        frame,
        errors,
    };
    page_with(status, &page)
}

fn line(at: Instant, row: WaitingRow) -> Line {
    let due = row.due_at.map(Instant::from_millis);
    Line {
        received: Instant::from_millis(row.received_at).written(),
        is_overdue: due.is_some_and(|due| at > due),
        due: due.map(Instant::written),
        authors: row.authors.replace('\n', ", "),
        unit: row.unit.unwrap_or_default(),
        is_own: row.own == 1,
        id: row.id,
        number: row.number,
        title: row.title,
    }
}

/// Answers `POST /contests/{id}/desk/acceptance`: each dossier by itself, so that one that stands in the way
/// of itself does not stand in the way of the others.
pub async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut refused = Vec::new();
    for (id, version) in each(&app, &seen, &typed).await? {
        let done = accepted((&app, &visitor), (&actor, id), version.version).await;
        refused.extend(told(visitor.words(), (id, version), done)?);
    }
    if refused.is_empty() {
        return see(&format!("/contests/{}/desk", seen.id), "desk-some-accepted");
    }
    let asked = Asked { state: typed.text("state").to_owned(), page: 0 };
    let whose = (&app, &visitor, &actor);
    shown(whose, seen, (&asked, refused, StatusCode::UNPROCESSABLE_ENTITY)).await
}

/// The dossiers of a contest that were chosen on a page, each with its newest version.
///
/// # Errors
/// None was chosen, or one of them is not of this contest.
pub async fn each(
    app: &App,
    seen: &Seen,
    typed: &Typed,
) -> Result<Vec<(DossierId, VersionRow)>, Failure> {
    let mut all = Vec::new();
    for id in typed.all("dossier").take(usize::try_from(listing::ROWS).unwrap_or_default()) {
        let id = dossier_id(id)?;
        let row = dossiers::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
        if row.contest_id != seen.contest.id {
            return Err(Refusal::absent().into());
        }
        let version = dossiers::last_version(&app.store, id).await?;
        all.push((id, version.ok_or_else(Refusal::absent)?));
    }
    match all.is_empty() {
        true => Err(Refusal::invalid("desk-none-chosen").into()),
        false => Ok(all),
    }
}

/// What was refused of a dossier, by its title; nothing where it was done.
///
/// # Errors
/// It was no refusal.
pub fn told(
    words: Words,
    (id, version): (DossierId, VersionRow),
    done: Result<(), Failure>,
) -> Result<Option<Refused>, Failure> {
    match done {
        Ok(()) => Ok(None),
        Err(Failure::Refusal(refusal)) => {
            let says = words.tell(&refusal.message);
            Ok(Some(Refused { id: id.to_string(), name: version.title, says }))
        }
        Err(fault) => Err(fault),
    }
}
