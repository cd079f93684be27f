//! The list of units: search, filter, pages.

use askama::Template;
use axum::extract::{Query, State};
use kernel::text;
use serde::Deserialize;

use super::kind_label;
use crate::accounts::Actor;
use crate::frame::answer::{encode, page};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::store::{self as rows, Filter, UnitLine};
use crate::units::{Kind, policy};

/// Units on a page.
const ROWS: i64 = 50;

/// What is looked for.
#[derive(Deserialize, Default)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: i64,
}

struct Line {
    id: String,
    name: String,
    kind: String,
    code: String,
    parent: Option<(String, String)>,
    abolished: Option<String>,
}

#[derive(Template)]
#[template(path = "units/pages/list.html")]
struct ListPage {
    frame: Frame,
    q: String,
    kind: String,
    with_abolished: bool,
    kinds: Vec<(&'static str, String)>,
    units: Vec<Line>,
    total: i64,
    first: i64,
    last: i64,
    newer: Option<String>,
    older: Option<String>,
    may_change: bool,
}

/// Answers `GET /units`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let day = visitor.at().day();
    let filter = filter(&wanted);
    let total = rows::count(&app.store, &filter, day).await?;
    let at = wanted.page.clamp(0, (total - 1).max(0) / ROWS);
    let found = rows::list(&app.store, &filter, day, (ROWS, at * ROWS)).await?;
    let frame = Frame::new(&app, &visitor);
    let kinds = Kind::ALL.map(|kind| (kind.code(), frame.t.say(&kind.label())));
    page(&ListPage {
        total,
        first: (at * ROWS + 1).min(total),
        last: (at * ROWS + ROWS).min(total),
        newer: (at > 0).then(|| address(&wanted, at - 1)),
        older: ((at + 1) * ROWS < total).then(|| address(&wanted, at + 1)),
        units: found.into_iter().map(|unit| line(&frame, unit)).collect(),
        kinds: kinds.into_iter().collect(),
        with_abolished: filter.with_abolished,
        may_change: policy::may_change(&actor).is_ok(),
        q: wanted.q,
        kind: wanted.kind,
        frame,
    })
}

/// Words beyond the eighth, and letters beyond the fortieth of a word, narrow nothing.
fn filter(wanted: &Wanted) -> Filter {
    let words = text::fold(&text::nfc(&wanted.q));
    let words = words.split_whitespace().take(8).map(|word| word.chars().take(40).collect());
    Filter {
        words: words.collect(),
        kind: wanted.kind.parse::<Kind>().ok().map(|kind| kind.code().to_owned()),
        with_abolished: wanted.state == "all",
    }
}

fn address(wanted: &Wanted, page: i64) -> String {
    let Wanted { q, kind, state, .. } = wanted;
    format!("/units?q={}&kind={}&state={}&page={page}", encode(q), encode(kind), encode(state))
}

fn line(frame: &Frame, unit: UnitLine) -> Line {
    Line {
        kind: frame.t.say(&kind_label(&unit.kind)),
        code: unit.code.unwrap_or_default(),
        parent: unit.parent_id.zip(unit.parent_name),
        abolished: unit.abolished_on.as_deref().map(super::written),
        id: unit.id,
        name: unit.name,
    }
}
