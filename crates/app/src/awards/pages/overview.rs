//! The prizes of a contest: meetings, lists, and when the public reads them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};

use super::{Tag, tag};
use crate::accounts::Actor;
use crate::awards::access::{self, SeenContest};
use crate::awards::store::{self as rows, ListRow};
use crate::awards::{self, order};
use crate::contests;
use crate::contests::pages::head::Head;
use crate::contests::typed::Typed;
use crate::frame::answer::page_with;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "awards/pages/overview.html")]
struct OverviewPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    /// The tabs of the contest, for who runs it.
    head: Option<Head>,
    id: String,
    contest: String,
    runs: bool,
    /// Why the whole ranking cannot be read; empty: it can.
    why_not: String,
    meetings: Vec<MeetingLine>,
    lists: Vec<ListLine>,
    published: Option<Published>,
    waiting: Option<String>,
    may_publish: bool,
    may_call: bool,
}

struct MeetingLine {
    id: String,
    moment: String,
    place: String,
    tag: Tag,
}

struct ListLine {
    version: i64,
    meeting: String,
    made: String,
    digest: String,
}

/// What everybody reads.
struct Published {
    since: String,
    href: String,
}

/// Answers `GET /contests/{id}/awards`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    let shows = (Typed::default(), Errors::none(), StatusCode::OK);
    shown((&app, &visitor), (&actor, &seen), shows).await
}

pub(super) fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The page; what a form of it refused stands in `errors`, with what was typed.
pub(super) async fn shown(
    (app, visitor): (&App, &Visitor),
    (actor, seen): (&Actor, &SeenContest),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let meetings = rows::meetings(&app.store, seen.id).await?;
    let lists = rows::lists(&app.store, seen.id).await?;
    let orders = rows::orders(&app.store, seen.id).await?;
    let is_any_open = awards::meetings::open_one(&meetings)?.is_some();
    let ordered = |list: &ListRow| {
        orders.iter().any(|order| order.ended_at.is_none() && order.list_id == list.id)
    };
    let page = OverviewPage {
        head: head(app, visitor, (actor, seen)).await?,
        why_not: why_not(app, words, (actor, seen)).await?,
        published: published(app, visitor.at(), seen).await?,
        waiting: order::waiting(&orders, visitor.at()).map(|order| order.from().written()),
        may_publish: seen.runs && !is_any_open && lists.first().is_some_and(|it| !ordered(it)),
        may_call: seen.runs && !is_any_open && !seen.plenary.people().is_empty(),
        meetings: meetings.iter().map(|row| meeting_line(words, row)).collect::<Result<_, _>>()?,
        lists: lists.into_iter().map(list_line).collect(),
        runs: seen.runs,
        id: seen.id.to_string(),
        contest: seen.row.name.clone(),
        frame: Frame::new(app, visitor),
        errors,
        typed,
    };
    page_with(status, &page)
}

async fn head(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &SeenContest),
) -> Result<Option<Head>, Failure> {
    if !seen.runs {
        return Ok(None);
    }
    let seen = contests::seen_to_run(&app.store, actor, seen.id, visitor.at()).await?;
    Ok(Some(Head::new(visitor.words(), &seen, "councils").below(visitor.words().say("awards"))))
}

/// Why the whole ranking cannot be read by this actor now.
async fn why_not(
    app: &App,
    words: Words,
    (actor, seen): (&Actor, &SeenContest),
) -> Result<String, Failure> {
    match access::reads_whole(&app.store, actor, seen.id).await {
        Ok(()) => Ok(String::new()),
        Err(Failure::Refusal(refusal)) => Ok(words.tell(&refusal.message)),
        Err(fault) => Err(fault),
    }
}

async fn published(
    app: &App,
    at: Instant,
    seen: &SeenContest,
) -> Result<Option<Published>, Failure> {
    let shown = rows::shown_order(&app.store, seen.id, at).await?;
    Ok(shown.map(|order| Published {
        since: order.from().written(),
        href: format!("/hoi-thi/{}/ket-qua", seen.row.slug),
    }))
}

fn meeting_line(words: Words, row: &rows::MeetingRow) -> Result<MeetingLine, Failure> {
    Ok(MeetingLine {
        id: row.id.clone(),
        moment: row.begins().written(),
        place: row.place.clone(),
        tag: tag(words, row.state()?),
    })
}

fn list_line(row: ListRow) -> ListLine {
    ListLine {
        version: row.version,
        made: Instant::from_millis(row.made_at).written(),
        meeting: row.meeting_id,
        digest: row.digest,
    }
}
