//! One's own dossiers.

use askama::Template;
use axum::extract::State;
use entry::Solution;
use kernel::Instant;

use crate::accounts::Actor;
use crate::conversations;
use crate::dossiers::store::{self as rows, OwnRow};
use crate::dossiers::{State as Standing, access};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// Most dossiers of one person on the page.
const MOST: i64 = 200;

/// The state of a dossier as pages show it.
pub struct Tag {
    /// Colour.
    pub class: &'static str,
    /// Sign.
    pub icon: &'static str,
    /// Word.
    pub word: String,
}

impl Tag {
    /// The tag of something with a label, a sign and a colour.
    pub fn new(words: Words, (label, icon, class): (&str, &'static str, &'static str)) -> Self {
        Self { class, icon, word: words.say(label) }
    }
}

/// The tag of a state.
pub fn tag(words: Words, state: Standing) -> Tag {
    Tag::new(words, (state.label(), state.icon(), state.class()))
}

struct Line {
    id: String,
    title: String,
    contest: String,
    number: Option<i64>,
    tag: Tag,
    saved: String,
}

#[derive(Template)]
#[template(path = "dossiers/pages/own.html")]
struct OwnPage {
    frame: Frame,
    /// Whether one answers for a unit.
    confirms: bool,
    /// How many messages of the office one has not read.
    unread: i64,
    lines: Vec<Line>,
}

/// Answers `GET /dossiers`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let account = access::account_of(&actor)?;
    let own = rows::of_account(&app.store, account, (MOST, 0)).await?;
    let frame = Frame::new(&app, &visitor);
    let words = frame.t;
    let line = |row: OwnRow| {
        let title = title_of(&row).filter(|title| !title.is_empty());
        Ok::<_, kernel::Fault>(Line {
            title: title.unwrap_or_else(|| words.say("dossier-untitled")),
            tag: tag(words, row.state.parse()?),
            saved: Instant::from_millis(row.saved_at.unwrap_or(row.opened_at)).written(),
            number: row.number,
            contest: row.contest,
            id: row.id,
        })
    };
    let lines: Result<Vec<Line>, _> = own.into_iter().map(line).collect();
    let unread = conversations::of_own(&app.store, &actor).await?;
    let confirms = !access::units_of(&actor).is_empty();
    page(&OwnPage { lines: lines?, confirms, unread, frame })
}

/// The title as it is being written, or as it was handed in.
pub fn title_of(row: &OwnRow) -> Option<String> {
    let written = row.solution.as_deref().and_then(|body| serde_json::from_str(body).ok());
    written.map(|solution: Solution| solution.title).or_else(|| row.title.clone())
}
