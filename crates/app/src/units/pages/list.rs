//! The list of units: search, filter, pages.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use kernel::id::UnitId;
use kernel::{Day, Failure, text};
use serde::Deserialize;

use super::kind_label;
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::store::{self as rows, Filter, FormerName, Order, UnitLine};
use crate::units::{self, policy};

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
    under: String,
    #[serde(default)]
    sort: String,
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
    former: Option<String>,
}

#[derive(Template)]
#[template(path = "units/pages/list.html")]
struct ListPage {
    frame: Frame,
    q: String,
    kind: String,
    under: String,
    under_unknown: bool,
    by_kind: bool,
    with_abolished: bool,
    kinds: Vec<(&'static str, String)>,
    units: Vec<Line>,
    pages: Pages,
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
    let (under, name) = under(&app, &wanted.under, day).await?;
    let filter = filter(&wanted, under);
    let under_unknown = under.is_none() && !name.is_empty();
    let total = match under_unknown {
        true => 0,
        false => rows::count(&app.store, &filter, day).await?,
    };
    let (at, first) = at(wanted.page, total);
    let units = match total {
        0 => Vec::new(),
        _ => rows::list(&app.store, &filter, day, (ROWS, first)).await?,
    };
    let frame = Frame::new(&app, &visitor);
    page(&ListPage {
        pages: pages(at, total, |page| here(&wanted, page)),
        units: lines(&app, &frame, units, (&filter, day)).await?,
        kinds: super::kinds(frame.t),
        with_abolished: filter.with_abolished,
        may_change: policy::may_change(&actor).is_ok(),
        by_kind: filter.order == Order::Kind,
        q: wanted.q,
        kind: wanted.kind,
        under: name,
        under_unknown,
        frame,
    })
}

/// The unit under which the list looks, and what the field shows for it.
async fn under(app: &App, typed: &str, day: Day) -> Result<(Option<UnitId>, String), Failure> {
    match units::resolve(&app.store, typed, "under", day).await {
        Ok(None) => Ok((None, String::new())),
        Ok(Some(id)) => {
            let found = rows::find(&app.store, id, day).await?;
            Ok(found.map_or((None, typed.to_owned()), |unit| (Some(id), unit.name)))
        }
        Err(Failure::Refusal(_)) => Ok((None, typed.to_owned())),
        Err(fault) => Err(fault),
    }
}

fn filter(wanted: &Wanted, under: Option<UnitId>) -> Filter {
    Filter {
        words: words_of(&wanted.q),
        kind: wanted.kind.parse().ok(),
        under,
        with_abolished: wanted.state == "all",
        order: if wanted.sort == "kind" { Order::Kind } else { Order::Name },
    }
}

fn here(wanted: &Wanted, page: i64) -> String {
    let Wanted { q, kind, state, under, sort, .. } = wanted;
    let page = &page.to_string();
    let fields = [
        ("q", q),
        ("kind", kind),
        ("state", state),
        ("under", under),
        ("sort", sort),
        ("page", page),
    ];
    address("/units", &fields.map(|(name, value)| (name, value.as_str())))
}

/// Lines as they are shown; where only a former name holds what was looked for, it is named.
async fn lines(
    app: &App,
    frame: &Frame,
    units: Vec<UnitLine>,
    (filter, day): (&Filter, Day),
) -> Result<Vec<Line>, Failure> {
    let ids: Vec<String> = match filter.words.is_empty() {
        true => Vec::new(),
        false => units.iter().map(|unit| unit.id.clone()).collect(),
    };
    let former = rows::former_names(&app.store, &ids, day).await?;
    Ok(units.into_iter().map(|unit| line(frame, unit, (filter, &former))).collect())
}

fn line(frame: &Frame, unit: UnitLine, (filter, former): (&Filter, &[FormerName])) -> Line {
    let folded = text::fold(&unit.name);
    let missing: Vec<&String> =
        filter.words.iter().filter(|word| !folded.contains(word.as_str())).collect();
    let holds = |name: &&FormerName| {
        name.unit_id == unit.id && missing.iter().any(|word| name.folded.contains(word.as_str()))
    };
    Line {
        kind: frame.t.say(&kind_label(&unit.kind)),
        code: unit.code.unwrap_or_default(),
        parent: unit.parent_id.zip(unit.parent_name),
        abolished: unit.abolished_on.as_deref().map(Day::shown),
        former: former.iter().find(holds).map(|name| name.name.clone()),
        id: unit.id,
        name: unit.name,
    }
}

#[derive(Template)]
#[template(path = "units/pages/_names.html")]
struct NamesPart {
    names: Vec<(String, String)>,
}

/// Answers `GET /units/names`: what a field that means a unit may be filled with, whatever the field is
/// called.
pub async fn names(
    State(app): State<App>,
    visitor: Visitor,
    _: Actor,
    Query(begun): Query<BTreeMap<String, String>>,
) -> Answer {
    let typed: String = begun.into_values().collect();
    let filter = Filter { words: words_of(&typed), ..Filter::default() };
    let found = rows::list(&app.store, &filter, visitor.at().day(), (12, 0)).await?;
    let shared = |unit: &UnitLine| {
        found.iter().filter(|other| text::fold(&other.name) == text::fold(&unit.name)).count() > 1
    };
    let name = |unit: &UnitLine| match (shared(unit), &unit.code) {
        (true, Some(code)) => (code.clone(), unit.name.clone()),
        _ => (unit.name.clone(), unit.parent_name.clone().unwrap_or_default()),
    };
    page(&NamesPart { names: found.iter().map(name).collect() })
}
