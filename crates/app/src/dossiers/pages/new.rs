//! Beginning a dossier: first what a contest asks, so that nobody writes in vain.

use askama::Template;
use axum::extract::{Path, State};
use entry::Part;
use serde::Deserialize;

use super::steps::{Deadline, deadline};
use crate::accounts::Actor;
use crate::contests::pages::load;
use crate::contests::{self, asked};
use crate::dossiers::store::{self as rows, OwnRow};
use crate::dossiers::{self, For, access, policy};
use crate::frame::answer::{page, see};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Frame, Visitor};

/// Most earlier dossiers to begin with.
const MOST_EARLIER: i64 = 20;

#[derive(Template)]
#[template(path = "dossiers/pages/new.html")]
struct NewPage {
    frame: Frame,
    id: String,
    contest: String,
    deadline: Option<Deadline>,
    conditions: Vec<String>,
    since: Option<i16>,
    items: Vec<String>,
    earlier: Vec<(String, String)>,
    why_not: Option<String>,
    may_help: bool,
}

/// Answers `GET /contests/{id}/dossiers/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
    let taking = access::taking(&app.store, seen.id, &rules).await?;
    let account = access::account_of(&actor)?;
    let own = rows::of_account(&app.store, account, (MOST_EARLIER, 0)).await?;
    let frame = Frame::new(&app, &visitor);
    let words = frame.t;
    let now = (&taking, visitor.at());
    let refused = policy::may_begin((&seen.contest, seen.state), &rules, now).err();
    page(&NewPage {
        deadline: deadline(words, &taking, visitor.at()),
        conditions: asked::of(&rules.entry, Part::Conditions, words),
        since: rules.eligibility.applied_since_year,
        items: asked::of(&rules.entry, Part::Checklist, words),
        earlier: earlier(own, &seen.contest.id),
        may_help: policy::may_write_for_others(&actor).is_ok(),
        why_not: refused.map(|refusal| words.tell(&refusal.message)),
        id: seen.contest.id,
        contest: seen.contest.name,
        frame,
    })
}

/// What somebody wrote for other contests, and may begin with: id and title.
fn earlier(own: Vec<OwnRow>, contest: &str) -> Vec<(String, String)> {
    let others = own.into_iter().filter(|row| row.contest_id != contest);
    let named = others.filter_map(|row| {
        let title = super::own::title_of(&row).filter(|title| !title.is_empty())?;
        Some((row.id, format!("{title} ({})", row.contest)))
    });
    named.collect()
}

/// With what somebody begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Begun {
    earlier: String,
    /// Whether somebody writes for others.
    whom: String,
}

/// Answers `POST /contests/{id}/dossiers`.
pub async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(begun): Form<Begun>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let earlier = match begun.earlier.as_str() {
        "" => None,
        id => Some(super::dossier_id(id)?),
    };
    let whom = match begun.whom.as_str() {
        "others" => For::Others,
        _ => For::Oneself,
    };
    let mut tx = app.store.begin().await?;
    let id = dossiers::begin(&mut tx, &actor, seen.id, (whom, earlier, visitor.at())).await?;
    tx.commit().await?;
    see(&format!("/dossiers/{id}/pages/solution"), "dossier-begun")
}
