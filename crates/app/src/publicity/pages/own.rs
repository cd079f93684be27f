//! What one's own units have published, over all contests, and where to write down more.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::list::{Line, lines};
use super::{Choices, Pages, ROWS, address, channels, pages, states, words_of};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::publicity::Channel;
use crate::publicity::policy;
use crate::publicity::store::{self as rows, ActivityFilter, ContestLine};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    channel: String,
    state: String,
    page: i64,
}

#[derive(Template)]
#[template(path = "publicity/pages/own.html")]
struct OwnPage {
    frame: Frame,
    wanted: Wanted,
    channels: Choices,
    states: Choices,
    contests: Vec<ContestLine>,
    coordinates: bool,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /publicity`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, today) = (&app.store, visitor.at().day());
    let units = policy::units_of(&actor);
    let filter = ActivityFilter {
        contest: None,
        only: Some(units.clone()),
        words: words_of(&wanted.q),
        channel: Channel::read(&wanted.channel),
        state: wanted.state.parse().ok(),
    };
    let total = rows::activity_count(store, &filter).await?;
    let (at, first) = super::at(wanted.page, total);
    let found = rows::activities(store, &filter, (ROWS, first), today).await?;
    let frame = Frame::new(&app, &visitor);
    let here = |page: i64| {
        let page = page.to_string();
        let Wanted { q, channel, state, .. } = &wanted;
        let fields = [("q", &**q), ("channel", channel), ("state", state), ("page", &page)];
        address("/publicity", &fields)
    };
    page(&OwnPage {
        contests: rows::contests_of(store, &units).await?,
        channels: channels(frame.t, &wanted.channel),
        states: states(frame.t, &wanted.state),
        lines: lines(frame.t, found, today)?,
        pages: pages(at, total, here),
        coordinates: !units.is_empty(),
        frame,
        wanted,
    })
}
