//! What was sent, how far it is, and stopping the rest.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Instant, Refusal};
use serde::Deserialize;

use super::{contest_id, mailing_id};
use crate::accounts::Actor;
use crate::contests;
use crate::frame::answer::{page, see};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::mailings::store::{self as rows, MailingRow, Progress, RecipientRow};
use crate::mailings::{self, Audience};

/// Rows on a page.
const ROWS: i64 = 50;

/// Which page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

/// Where a page stands among the others.
struct Pages {
    total: i64,
    first: i64,
    last: i64,
    before: Option<i64>,
    after: Option<i64>,
}

fn pages(asked: i64, total: i64) -> (Pages, i64) {
    let page = asked.clamp(0, (total - 1).max(0) / ROWS);
    let last = (page * ROWS + ROWS).min(total);
    let pages = Pages {
        total,
        first: (page * ROWS + 1).min(total),
        last,
        before: (page > 0).then(|| page - 1),
        after: (last < total).then(|| page + 1),
    };
    (pages, page * ROWS)
}

struct Line {
    id: String,
    subject: String,
    to: String,
    task: Option<String>,
    units: i64,
    mails: i64,
    sent: String,
    by: Option<String>,
    is_stopped: bool,
}

fn line(words: Words, row: &MailingRow) -> Line {
    Line {
        id: row.id.clone(),
        subject: row.subject.clone(),
        to: words.say(Audience::read(&row.audience).label()),
        task: row.task.clone(),
        units: row.units,
        mails: row.mails,
        sent: Instant::from_millis(row.sent_at).written(),
        by: row.sent_by.clone(),
        is_stopped: row.stopped_at.is_some(),
    }
}

#[derive(Template)]
#[template(path = "mailings/pages/list.html")]
struct ListPage {
    frame: Frame,
    id: String,
    contest: String,
    lines: Vec<Line>,
    pages: Pages,
    why_not: Option<String>,
}

/// Answers `GET /contests/{id}/mailings`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let contest = contests::run_by(&app.store, &actor, contest_id(&id)?).await?;
    let total = rows::count(&app.store, contest.id()?).await?;
    let (pages, first) = pages(wanted.page, total);
    let found = rows::list(&app.store, contest.id()?, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let refused = contest.state()? != contests::State::Running;
    page(&ListPage {
        lines: found.iter().map(|row| line(frame.t, row)).collect(),
        why_not: refused.then(|| frame.t.say("mailing-not-running")),
        id: contest.id,
        contest: contest.name,
        pages,
        frame,
    })
}

#[derive(Template)]
#[template(path = "mailings/pages/show.html")]
struct ShowPage {
    frame: Frame,
    id: String,
    contest: String,
    line: Line,
    body: String,
    progress: Progress,
    recipients: Vec<RecipientRow>,
    pages: Pages,
}

/// Answers `GET /contests/{id}/mailings/{mailing}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, mailing)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, mailing) = (&app.store, mailing_id(&mailing)?);
    let contest = contests::run_by(store, &actor, contest_id(&id)?).await?;
    let row = rows::find(store, contest.id()?, mailing).await?.ok_or_else(Refusal::absent)?;
    let (pages, first) = pages(wanted.page, rows::count_recipients(store, mailing).await?);
    let day = visitor.at().day();
    let frame = Frame::new(&app, &visitor);
    page(&ShowPage {
        line: line(frame.t, &row),
        progress: rows::progress(store, mailing).await?,
        recipients: rows::recipients(store, mailing, day, (ROWS, first)).await?,
        body: row.body,
        id: contest.id,
        contest: contest.name,
        pages,
        frame,
    })
}

/// Answers `POST /contests/{id}/mailings/{mailing}/stop`.
pub async fn stop(
    State(app): State<App>,
    actor: Actor,
    Path((id, mailing)): Path<(String, String)>,
) -> Answer {
    let (contest, mailing) = (contest_id(&id)?, mailing_id(&mailing)?);
    let mut tx = app.store.begin().await?;
    mailings::stop(&mut tx, &actor, (contest, mailing)).await?;
    tx.commit().await?;
    see(&format!("/contests/{contest}/mailings/{mailing}"), "mailing-stopped")
}

impl ShowPage {
    /// The word of the state of a mail.
    fn state(&self, code: &str) -> String {
        self.frame.t.say(&format!("mail-{code}"))
    }
}
