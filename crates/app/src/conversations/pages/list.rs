//! The conversations of a contest, as its office sees them.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::text;
use serde::Deserialize;

use super::own::{Line, line};
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::conversations::State as Turn;
use crate::conversations::state::Side;
use crate::conversations::store::{self as rows, Filter, Taken};
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages};
use crate::frame::{Answer, App, Frame, Visitor};

/// Most words that are looked for at once.
const MOST_WORDS: usize = 8;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    state: String,
    taken: String,
    page: i64,
}

impl Wanted {
    fn is_open(&self) -> bool {
        self.q.trim().is_empty() && self.state.is_empty() && self.taken.is_empty()
    }

    fn filter(&self, actor: &Actor) -> Filter {
        let taken = match self.taken.as_str() {
            "mine" => actor.account().map(Taken::By),
            "nobody" => Some(Taken::ByNobody),
            _ => None,
        };
        let words =
            text::fold(&self.q).split_whitespace().take(MOST_WORDS).map(str::to_owned).collect();
        Filter { state: Turn::read(&self.state), taken, words }
    }
}

#[derive(Template)]
#[template(path = "conversations/pages/list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    wanted: Wanted,
    states: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /contests/{id}/conversations`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let filter = wanted.filter(&actor);
    let total = rows::count(&app.store, seen.id, &filter).await?;
    let (at, first) = at(wanted.page, total);
    let who = (seen.id, actor.account());
    let found = rows::list(&app.store, who, &filter, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let here = |page: i64| {
        let page = page.to_string();
        let fields = [
            ("q", &*wanted.q),
            ("state", &*wanted.state),
            ("taken", &wanted.taken),
            ("page", &page),
        ];
        address(&format!("/contests/{id}/conversations"), &fields)
    };
    let lines = found.into_iter().map(|row| line(frame.t, row, Side::Office));
    let word = |state: Turn| (state.code(), frame.t.say(state.label(Side::Office)));
    page(&ListPage {
        head: Head::new(frame.t, &seen, "conversations"),
        lines: lines.collect::<Result<_, _>>()?,
        states: Turn::ALL.map(word).into(),
        pages: pages(at, total, here),
        frame,
        wanted,
    })
}
