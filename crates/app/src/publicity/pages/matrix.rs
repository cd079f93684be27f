//! Who published what: units by channels.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;

use super::{
    Choices, Pages, ROWS, Tag, address, channels, contest_id, copies_of, grouped, kinds, pages,
    tag, words_of,
};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::publicity::access::{self, Seen};
use crate::publicity::store::{self as rows, CellRow, Counts, Has, Order, UnitFilter, UnitLine};
use crate::publicity::{Channel, State as Standing, policy};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    pub(super) q: String,
    pub(super) kind: String,
    pub(super) has: String,
    pub(super) channel: String,
    pub(super) sort: String,
    page: i64,
}

impl Wanted {
    /// The address of the same wish elsewhere.
    pub(super) fn address(&self, path: &str, page: &str) -> String {
        let Self { q, kind, has, channel, sort, .. } = self;
        let fields = [("q", q), ("kind", kind), ("has", has), ("channel", channel), ("sort", sort)];
        let fields = fields.map(|(name, value)| (name, value.as_str()));
        address(path, &[&fields[..], &[("page", page)]].concat())
    }

    pub(super) fn page(&self) -> i64 {
        self.page
    }

    pub(super) fn filter(&self, seen: &Seen) -> UnitFilter {
        UnitFilter {
            words: words_of(&self.q),
            kind: self.kind.parse().ok(),
            has: Has::read(&self.has),
            channel: Channel::read(&self.channel),
            only: seen.only().map(<[_]>::to_vec),
            order: Order::read(&self.sort),
        }
    }
}

/// What a unit did by one channel.
pub(super) struct Cell {
    label: String,
    channel: &'static str,
    shown: Option<(Tag, i64)>,
    /// How it stands, and how many copies that were.
    title: String,
}

struct Line {
    id: String,
    name: String,
    cells: Vec<Cell>,
    done: i64,
}

#[derive(Template)]
#[template(path = "publicity/pages/matrix.html")]
struct MatrixPage {
    frame: Frame,
    id: String,
    contest: String,
    runs: bool,
    may_enter: bool,
    counts: Counts,
    nothing: i64,
    reach: String,
    wanted: Wanted,
    kinds: Choices,
    channels: Choices,
    legend: Vec<Tag>,
    lines: Vec<Line>,
    pages: Pages,
    export: String,
    path: String,
}

/// Answers `GET /contests/{id}/publicity`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, day) = (&app.store, visitor.at().day());
    let seen = access::contest(store, &actor, contest_id(&id)?).await?;
    let filter = wanted.filter(&seen);
    let counts = rows::counts(store, seen.id, seen.only()).await?;
    let total = rows::unit_count(store, seen.id, &filter).await?;
    let (at, first) = super::at(wanted.page, total);
    let units = rows::unit_list(store, seen.id, &filter, (ROWS, first), day).await?;
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let cells = by_place(rows::cells(store, seen.id, Some(&ids)).await?);
    let frame = Frame::new(&app, &visitor);
    let path = format!("/contests/{id}/publicity");
    page(&MatrixPage {
        contest: seen.name.clone(),
        runs: seen.runs,
        may_enter: may_enter(&actor, &seen),
        nothing: counts.units - counts.publishing,
        reach: grouped(counts.reach),
        kinds: kinds(frame.t, &wanted.kind),
        channels: channels(frame.t, &wanted.channel),
        legend: legend(frame.t),
        lines: units.into_iter().map(|unit| line(frame.t, unit, &cells)).collect(),
        pages: pages(at, total, |page| wanted.address(&path, &page.to_string())),
        export: wanted.address(&format!("{path}/export"), ""),
        id: seen.id.to_string(),
        path,
        frame,
        counts,
        wanted,
    })
}

/// Whether the form would be open to the actor.
pub(super) fn may_enter(actor: &Actor, seen: &Seen) -> bool {
    match seen.own.first() {
        Some(own) => policy::may_act(actor, seen, *own).is_ok(),
        None => policy::may_decide(seen).is_ok(),
    }
}

fn legend(words: Words) -> Vec<Tag> {
    [Standing::Taken, Standing::Done, Standing::Asked, Standing::Planned]
        .map(|state| tag(words, state))
        .into()
}

/// Cells by unit and channel.
pub(super) fn by_place(cells: Vec<CellRow>) -> HashMap<(String, String), CellRow> {
    let place = |cell: &CellRow| (cell.unit_id.clone(), cell.channel.clone());
    cells.into_iter().map(|cell| (place(&cell), cell)).collect()
}

/// How the activities of one cell stand: what asks for something before what is in order.
pub(super) fn standing(cell: &CellRow) -> Standing {
    match () {
        () if cell.asked > 0 => Standing::Asked,
        () if cell.done > cell.taken => Standing::Done,
        () if cell.done > 0 => Standing::Taken,
        () => Standing::Planned,
    }
}

fn title(words: Words, cell: &CellRow) -> String {
    let copies = Some(cell.copies).filter(|copies| *copies > 0);
    let copies = copies_of(words, &cell.channel, copies);
    let parts = [Some(words.say(standing(cell).label())), copies];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn line(words: Words, unit: UnitLine, cells: &HashMap<(String, String), CellRow>) -> Line {
    let cell = |channel: Channel| {
        let found = cells.get(&(unit.id.clone(), channel.code().to_owned()));
        let shown = found.map(|cell| {
            let count = if cell.done > 0 { cell.done } else { cell.planned };
            (tag(words, standing(cell)), count)
        });
        let title = found.map(|cell| title(words, cell)).unwrap_or_default();
        Cell { label: words.say(channel.label()), channel: channel.code(), shown, title }
    };
    Line {
        cells: Channel::ALL.map(cell).into(),
        name: unit.name.unwrap_or_default(),
        done: unit.done,
        id: unit.id,
    }
}
