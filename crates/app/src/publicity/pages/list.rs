//! Every activity of a contest, the newest change first.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::id::UnitId;
use kernel::{Day, Fault};
use serde::Deserialize;

use super::matrix::may_enter;
use super::{
    Choices, Pages, ROWS, Tag, address, channel_name, channels, contest_id, copies_of, pages,
    states, tag, words_of,
};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::publicity::access;
use crate::publicity::store::{self as rows, ActivityFilter, ActivityLine};
use crate::publicity::{Channel, State as Standing};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    channel: String,
    state: String,
    unit: String,
    page: i64,
}

/// An activity as lists show it.
pub(super) struct Line {
    pub id: String,
    pub unit: String,
    pub contest_id: String,
    pub contest: String,
    pub channel: String,
    pub title: String,
    /// Written; empty where there is none.
    pub done_on: String,
    pub planned_on: String,
    /// Whether the planned day is over.
    pub late: bool,
    pub copies: Option<String>,
    /// Links and files that prove it.
    pub proofs: usize,
    pub tag: Tag,
}

#[derive(Template)]
#[template(path = "publicity/pages/list.html")]
struct ListPage {
    frame: Frame,
    id: String,
    contest: String,
    runs: bool,
    may_enter: bool,
    wanted: Wanted,
    unit: Option<String>,
    channels: Choices,
    states: Choices,
    lines: Vec<Line>,
    pages: Pages,
    path: String,
}

/// Answers `GET /contests/{id}/publicity/list`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, today) = (&app.store, visitor.at().day());
    let seen = access::contest(store, &actor, contest_id(&id)?).await?;
    let unit: Option<UnitId> = wanted.unit.parse().ok();
    let unit = unit.filter(|unit| seen.runs || seen.own.contains(unit));
    let filter = ActivityFilter {
        contest: Some(seen.id),
        only: unit.map(|unit| vec![unit]).or_else(|| seen.only().map(<[_]>::to_vec)),
        words: words_of(&wanted.q),
        channel: Channel::read(&wanted.channel),
        state: wanted.state.parse().ok(),
    };
    let total = rows::activity_count(store, &filter).await?;
    let (at, first) = super::at(wanted.page, total);
    let found = rows::activities(store, &filter, (ROWS, first), today).await?;
    let frame = Frame::new(&app, &visitor);
    let path = format!("/contests/{id}/publicity/list");
    let here = |page: i64| {
        let page = page.to_string();
        let Wanted { q, channel, state, unit, .. } = &wanted;
        let fields = [("q", &**q), ("channel", channel), ("state", state), ("unit", unit)];
        address(&path, &[&fields[..], &[("page", &*page)]].concat())
    };
    page(&ListPage {
        unit: match unit {
            Some(unit) => Some(rows::unit_name(store, unit, today).await?),
            None => None,
        },
        may_enter: may_enter(&actor, &seen),
        channels: channels(frame.t, &wanted.channel),
        states: states(frame.t, &wanted.state),
        lines: lines(frame.t, found, today)?,
        pages: pages(at, total, here),
        id: seen.id.to_string(),
        contest: seen.name,
        runs: seen.runs,
        path,
        frame,
        wanted,
    })
}

pub(super) fn lines(
    words: Words,
    found: Vec<ActivityLine>,
    today: Day,
) -> Result<Vec<Line>, Fault> {
    found.into_iter().map(|row| line(words, row, today)).collect()
}

fn line(words: Words, row: ActivityLine, today: Day) -> Result<Line, Fault> {
    let state: Standing = row.state.parse()?;
    let late = row.planned_on.as_deref().is_some_and(|on| on < today.to_string().as_str());
    Ok(Line {
        channel: channel_name(words, &row.channel),
        copies: copies_of(words, &row.channel, row.copies),
        proofs: row.links.lines().count() + usize::try_from(row.files)?,
        late: late && state == Standing::Planned,
        done_on: row.done_on.as_deref().map(Day::shown).unwrap_or_default(),
        planned_on: row.planned_on.as_deref().map(Day::shown).unwrap_or_default(),
        tag: tag(words, state),
        unit: row.unit.unwrap_or_default(),
        id: row.id,
        contest_id: row.contest_id,
        contest: row.contest,
        title: row.title,
    })
}
