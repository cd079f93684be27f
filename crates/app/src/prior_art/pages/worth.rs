//! Which earlier initiatives are worth entering, for whoever acts for a unit.

use askama::Template;
use axum::extract::{Query, State};
use kernel::Failure;
use kernel::id::ContestId;
use serde::Deserialize;

use super::{Tabs, level, tabs};
use crate::accounts::Actor;
use crate::contests;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::prior_art::policy;
use crate::prior_art::worth::{Wanted as Sought, Worth};
use crate::units;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    contest: String,
    page: i64,
}

struct Line {
    worth: Worth,
    level: String,
    reasons: Vec<String>,
}

#[derive(Template)]
#[template(path = "prior_art/pages/worth.html")]
struct WorthPage {
    frame: Frame,
    tabs: Tabs,
    wanted: Wanted,
    contests: Vec<(String, String)>,
    /// Whose registry it is; empty: everybody's.
    units: Vec<String>,
    since: Option<i64>,
    lines: Vec<Line>,
    pages: Pages,
}

/// Answers `GET /prior-art/worth`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (at_now, day) = (visitor.at(), visitor.at().day());
    let mut sought = Sought { units: policy::looks_for(&actor), rules: None };
    if let Ok(id) = wanted.contest.parse::<ContestId>() {
        let seen = contests::seen_by(&app.store, &actor, id, at_now).await?;
        sought.rules = Some(contests::newest_rules(&app.store, seen.id).await?.0);
    }
    let total = sought.count(&app.store, day).await?;
    let (at, first) = at(wanted.page, total);
    let found = sought.list(&app.store, day, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let units = sought.units.as_deref().unwrap_or_default();
    let here = |page: i64| {
        let page = page.to_string();
        address("/prior-art/worth", &[("contest", &wanted.contest), ("page", &page)])
    };
    page(&WorthPage {
        contests: running(&app, &actor, at_now).await?,
        units: units::names(&app.store, units, day).await?.into_values().collect(),
        since: sought.since(),
        lines: found.into_iter().map(|worth| line(frame.t, &sought, worth)).collect(),
        pages: pages(at, total, here),
        tabs: tabs(&actor),
        wanted,
        frame,
    })
}

/// The contests that the actor sees and that run, to be chosen from.
async fn running(
    app: &App,
    actor: &Actor,
    at: kernel::Instant,
) -> Result<Vec<(String, String)>, Failure> {
    let found = contests::running_seen(&app.store, actor, at).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Why it is worth a look, one sentence for each reason.
fn line(words: Words, sought: &Sought, worth: Worth) -> Line {
    let age = worth.age.map(|age| words.count("prior-worth-age", age));
    let rule = sought.since().map(|year| words.with("prior-worth-since", "year", year));
    let field = worth.field.as_ref().map(|field| words.with("prior-worth-field", "field", field));
    let free = Some(words.say("prior-worth-free"));
    Line {
        level: level(words, &worth.row).unwrap_or_default(),
        reasons: [age, rule, field, free].into_iter().flatten().collect(),
        worth,
    }
}
