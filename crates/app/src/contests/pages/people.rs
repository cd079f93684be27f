//! Who runs a contest, and who coordinates its units. For those who run it.

use askama::Template;
use axum::extract::{Path, Query, State as Shared};
use serde::Deserialize;

use super::head::Head;
use super::{load_to_run, names_of, rows};
use crate::accounts::Actor;
use crate::contests::store::HolderRow;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, at, pages};
use crate::frame::{Answer, App, Frame, Visitor};

/// Which page of the units.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

/// Somebody who runs the contest, and why they may.
struct Runner {
    name: String,
    email: String,
    role: String,
    unit: Option<String>,
}

/// A unit with tasks, and who coordinates it.
struct Unit {
    id: String,
    name: String,
    people: Vec<HolderRow>,
}

#[derive(Template)]
#[template(path = "contests/pages/people.html")]
struct PeoplePage {
    frame: Frame,
    head: Head,
    runners: Vec<Runner>,
    units: Vec<Unit>,
    pages: Pages,
}

/// Answers `GET /contests/{id}/people`.
pub async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let day = visitor.at().day();
    let own: Vec<String> = seen.contest.runners()?.iter().map(ToString::to_string).collect();
    let holders = rows::runners(&app.store, &own, day).await?;
    let total = rows::count_units(&app.store, seen.id).await?;
    let (at, first) = at(wanted.page, total);
    let units = rows::units(&app.store, seen.id, (ROWS, first)).await?;
    let people = rows::coordinators(&app.store, &units, day).await?;
    let names = names_of(&app.store, own.iter().chain(&units), day).await?;
    let name = |id: &String| names.get(id).cloned().unwrap_or_default();
    let frame = Frame::new(&app, &visitor);
    let runners = holders.into_iter().map(|holder| Runner {
        role: frame.t.say(&format!("role-{}", holder.role)),
        unit: holder.unit_id.as_ref().map(name),
        name: holder.name,
        email: holder.email,
    });
    let unit = |id: String| {
        let of = people.iter().filter(|person| person.unit_id.as_ref() == Some(&id));
        Unit { people: of.cloned().collect(), name: name(&id), id }
    };
    let units = units.into_iter().map(unit).collect();
    page(&PeoplePage {
        head: Head::new(frame.t, &seen, "contest-people"),
        runners: runners.collect(),
        pages: pages(at, total, |page| format!("/contests/{id}/people?page={page}")),
        units,
        frame,
    })
}
