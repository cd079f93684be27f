//! One's own notices.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use kernel::{Instant, Refusal};
use serde::Deserialize;

use crate::accounts::Actor;
use crate::frame::answer::{encode, page, see};
use crate::frame::form::Form;
use crate::frame::listing::{Pages, ROWS, at, pages};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::notices::store::{self as rows, Filter, NoticeRow};
use crate::notices::told::About;
use crate::notices::{self, Kind};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    show: String,
    kind: String,
    contest: String,
    page: i64,
}

struct Line {
    seq: i64,
    icon: &'static str,
    sentence: String,
    said: Option<String>,
    unit: Option<String>,
    contest: String,
    at: String,
    is_new: bool,
}

#[derive(Template)]
#[template(path = "notices/pages/list.html")]
struct ListPage {
    frame: Frame,
    wanted: Wanted,
    kinds: Vec<(&'static str, String)>,
    contests: Vec<(String, String)>,
    lines: Vec<Line>,
    newest: i64,
    pages: Pages,
}

/// Answers `GET /notices`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let own = notices::own(&actor)?;
    let filter = Filter {
        unread: wanted.show == "new",
        kind: Kind::read(&wanted.kind),
        contest: wanted.contest.parse().ok(),
    };
    let total = rows::count(&app.store, &own, &filter).await?;
    let (at, first) = at(wanted.page, total);
    let day = visitor.at().day();
    let found = rows::list(&app.store, (&own, &filter), day, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    page(&ListPage {
        newest: found.first().map_or(0, |row| row.seq),
        lines: found.into_iter().map(|row| line(frame.t, row, visitor.at())).collect(),
        kinds: Kind::ALL.map(|kind| (kind.code(), frame.t.say(&kind.label()))).into(),
        contests: rows::contests(&app.store, &own).await?,
        pages: pages(at, total, |page| address(&wanted, page)),
        wanted,
        frame,
    })
}

fn line(words: Words, row: NoticeRow, at: Instant) -> Line {
    let about = about(&row);
    Line {
        seq: row.seq,
        icon: about.icon(at),
        sentence: about.sentence(words, at),
        at: Instant::from_millis(row.created_at).written(),
        is_new: row.read_at.is_none(),
        said: row.words,
        unit: row.unit,
        contest: row.contest,
    }
}

fn about(row: &NoticeRow) -> About<'_> {
    About {
        kind: &row.kind,
        subject: &row.subject,
        contest_id: &row.contest_id,
        about: &row.about,
        unit: row.unit.as_deref(),
        due_at: row.due_at,
    }
}

fn address(wanted: &Wanted, page: i64) -> String {
    let (show, kind, contest) =
        (encode(&wanted.show), encode(&wanted.kind), encode(&wanted.contest));
    format!("/notices?show={show}&kind={kind}&contest={contest}&page={page}")
}

fn number(text: &str) -> Result<i64, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// Answers `POST /notices/{number}/opening`: it is read, and here is what it speaks of.
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(text): Path<String>,
) -> Answer {
    let (own, seq) = (notices::own(&actor)?, number(&text)?);
    let row = rows::find(&app.store, &own, seq, visitor.at().day()).await?;
    let row = row.ok_or_else(Refusal::absent)?;
    let mut tx = app.store.begin().await?;
    notices::set_read(&mut tx, &actor, seq, true).await?;
    tx.commit().await?;
    Ok(Redirect::to(&about(&row).path()).into_response())
}

/// Whether it is to count as read.
#[derive(Deserialize)]
pub struct Read {
    #[serde(default)]
    read: String,
}

/// Answers `POST /notices/{number}/reading`.
pub async fn read(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(text): Path<String>,
    Form(form): Form<Read>,
) -> Answer {
    let (own, seq) = (notices::own(&actor)?, number(&text)?);
    let found = rows::find(&app.store, &own, seq, visitor.at().day()).await?;
    found.ok_or_else(Refusal::absent)?;
    let mut tx = app.store.begin().await?;
    notices::set_read(&mut tx, &actor, seq, form.read != "no").await?;
    tx.commit().await?;
    Ok(Redirect::to("/notices").into_response())
}

/// Up to which notice.
#[derive(Deserialize)]
pub struct Through {
    #[serde(default)]
    through: i64,
}

/// Answers `POST /notices/reading`.
pub async fn read_all(State(app): State<App>, actor: Actor, Form(form): Form<Through>) -> Answer {
    let mut tx = app.store.begin().await?;
    notices::set_all_read(&mut tx, &actor, form.through).await?;
    tx.commit().await?;
    see("/notices", "notices-read")
}
