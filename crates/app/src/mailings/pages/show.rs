//! What was sent, how far it is, and stopping the rest.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Instant, Refusal};
use serde::Deserialize;

use super::{contest_id, mailing_id};
use crate::accounts::Actor;
use crate::contests;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::frame::answer::{page, see};
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::mailings::store::{self as rows, MailingRow, Progress, RecipientRow};
use crate::mailings::{self, Audience};

/// Which page of what holds which words.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    page: i64,
}

impl Wanted {
    /// The address of another page of the same list.
    fn address(&self, path: &str, page: i64) -> String {
        let page = if page == 0 { String::new() } else { page.to_string() };
        address(path, &[("q", &self.q), ("page", &page)])
    }
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
    /// Class, icon and words of how far it is.
    state: (&'static str, &'static str, String),
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
        state: state(words, row),
    }
}

/// How far the letters are: what went wrong first.
fn state(words: Words, row: &MailingRow) -> (&'static str, &'static str, String) {
    match (row.stopped_at, row.failed, row.waiting) {
        (Some(_), ..) => ("is-late", "stop", words.say("mailing-was-stopped")),
        (None, 0, 0) if row.kept > 0 => ("is-due", "mail", words.say("mail-kept")),
        (None, 0, 0) => ("is-done", "check", words.say("mailing-has-gone")),
        (None, 0, waiting) => ("is-due", "clock", words.count("mailing-still-waiting", waiting)),
        (None, failed, _) => ("is-late", "warning", words.count("mailing-some-failed", failed)),
    }
}

#[derive(Template)]
#[template(path = "mailings/pages/list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    lines: Vec<Line>,
    q: String,
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
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let words = words_of(&wanted.q);
    let total = rows::count(&app.store, seen.id, &words).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::list(&app.store, (seen.id, &words), (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let refused = seen.state != contests::State::Running;
    let path = format!("/contests/{id}/mailings");
    page(&ListPage {
        lines: found.iter().map(|row| line(frame.t, row)).collect(),
        why_not: refused.then(|| frame.t.say("mailing-not-running")),
        head: Head::new(frame.t, &seen, "mailings"),
        pages: pages(at, total, |page| wanted.address(&path, page)),
        q: wanted.q,
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
    q: String,
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
    let words = words_of(&wanted.q);
    let total = rows::count_recipients(store, mailing, &words).await?;
    let (at, first) = at(wanted.page, total);
    let path = format!("/contests/{id}/mailings/{mailing}");
    let day = visitor.at().day();
    let frame = Frame::new(&app, &visitor);
    page(&ShowPage {
        line: line(frame.t, &row),
        progress: rows::progress(store, mailing).await?,
        recipients: rows::recipients(store, (mailing, &words), day, (ROWS, first)).await?,
        body: row.body,
        id: contest.id,
        contest: contest.name,
        pages: pages(at, total, |page| wanted.address(&path, page)),
        q: wanted.q,
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
