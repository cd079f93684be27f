//! One's own conversations: about one's dossiers, and what one asked before filing.

use askama::Template;
use axum::extract::State;
use kernel::{Fault, Instant};

use super::{Tag, tag};
use crate::accounts::Actor;
use crate::conversations::access;
use crate::conversations::state::Side;
use crate::conversations::store::{self as rows, ListRow};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// Most conversations on the page.
const MOST: i64 = 200;

/// A conversation in a list.
pub(super) struct Line {
    pub id: String,
    pub subject: String,
    pub contest: String,
    pub number: Option<i64>,
    pub asked_by: Option<String>,
    pub tag: Tag,
    pub since: String,
    pub taken_by: Option<String>,
    pub unread: i64,
}

/// A conversation in a list, for somebody on a side.
pub(super) fn line(words: Words, row: ListRow, side: Side) -> Result<Line, Fault> {
    Ok(Line {
        tag: tag(words, rows::state(&row.state)?, side),
        since: Instant::from_millis(row.since).written(),
        id: row.id,
        subject: row.subject,
        contest: row.contest,
        number: row.number,
        asked_by: row.asked_by,
        taken_by: row.taken_by,
        unread: row.unread,
    })
}

#[derive(Template)]
#[template(path = "conversations/pages/own.html")]
struct OwnPage {
    frame: Frame,
    lines: Vec<Line>,
}

/// Answers `GET /conversations`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let account = access::account_of(&actor)?;
    let found = rows::of_own(&app.store, account, MOST).await?;
    let frame = Frame::new(&app, &visitor);
    let lines = found.into_iter().map(|row| line(frame.t, row, Side::Author));
    page(&OwnPage { lines: lines.collect::<Result<_, _>>()?, frame })
}
