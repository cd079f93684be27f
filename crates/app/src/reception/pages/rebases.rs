//! Measuring many dossiers of a contest by newer rules.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::queue::{Refused, each, told};
use super::rebase::{reason, rebased};
use super::version;
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::contests::typed::Typed;
use crate::contests::{self, RuleSet, Seen};
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store as dossiers;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::listing::{self, Pages};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::reception::rebase::store::{self as rows, BehindRow};
use crate::reception::rebase::{Effect, effect};

/// Which page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    page: i64,
}

struct Line {
    id: String,
    number: i64,
    title: String,
    /// By which rules it is measured.
    by: i64,
    effect: String,
}

#[derive(Template)]
#[template(path = "reception/pages/rebases.html")]
struct RebasesPage {
    frame: Frame,
    errors: Errors,
    head: Head,
    id: String,
    newest: i64,
    lines: Vec<Line>,
    pages: Pages,
    refused: Vec<Refused>,
    reason: String,
}

/// Answers `GET /contests/{id}/desk/rules`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let shows = (Vec::new(), Errors::none(), StatusCode::OK);
    shown((&app, &visitor), seen, (asked.page, String::new()), shows).await
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    seen: Seen,
    (page, reason): (i64, String),
    (refused, errors, status): (Vec<Refused>, Errors, StatusCode),
) -> Answer {
    let (rules, newest) = contests::newest_rules(&app.store, seen.id).await?;
    let count = rows::count(&app.store, seen.id, newest).await?;
    let (page, offset) = listing::at(page, count);
    let found = rows::behind(&app.store, (seen.id, newest), (listing::ROWS, offset)).await?;
    let path = format!("/contests/{}/desk/rules", seen.id);
    let frame = Frame::new(app, visitor);
    let page = RebasesPage {
        head: Head::new(frame.t, &seen, "desk").below(frame.t.say("rebase")),
        id: seen.id.to_string(),
        newest,
        lines: lines(app, &seen, (found, &rules), frame.t).await?,
        pages: listing::pages(page, count, |page| {
            listing::address(&path, &[("page", &page.to_string())])
        }),
        refused,
        reason,
        frame,
        errors,
    };
    page_with(status, &page)
}

async fn lines(
    app: &App,
    seen: &Seen,
    (found, newest): (Vec<BehindRow>, &RuleSet),
    words: Words,
) -> Result<Vec<Line>, Failure> {
    let ids: Vec<String> = found.iter().map(|row| row.id.clone()).collect();
    let versions = dossiers::newest_versions(&app.store, &ids).await?;
    let mut earlier: BTreeMap<i64, RuleSet> = BTreeMap::new();
    let mut lines = Vec::new();
    for row in found {
        let Some(version) = versions.iter().find(|it| it.dossier_id == row.id) else { continue };
        if let std::collections::btree_map::Entry::Vacant(place) = earlier.entry(row.rules_version)
        {
            place.insert(contests::rules_at(&app.store, seen.id, row.rules_version).await?);
        }
        let found =
            effect(&Manifest::read(&version.body)?, (&earlier[&row.rules_version], newest), words);
        lines.push(Line {
            effect: in_short(&found, words),
            title: version.title.clone(),
            by: row.rules_version,
            number: row.number,
            id: row.id,
        });
    }
    Ok(lines)
}

/// What becomes different, on one line.
fn in_short(effect: &Effect, words: Words) -> String {
    let counts = [
        ("rebases-anew", effect.anew.len()),
        ("rebases-no-longer", effect.no_longer.len()),
        ("rebases-points", effect.points.len()),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(key, count)| words.count(key, count)).collect();
    match told.is_empty() {
        true => words.say("rebase-no-effect"),
        false => told.join(" · "),
    }
}

/// Answers `POST /contests/{id}/desk/rules`: each dossier by itself.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let said = typed.text("reason").to_owned();
    let done = changed((&app, &visitor, &actor), &seen, &typed).await;
    let (refused, failure) = match done {
        Ok(refused) if refused.is_empty() => {
            return see(&format!("/contests/{}/desk/rules", seen.id), "desk-some-rebased");
        }
        Ok(refused) => (refused, Refusal::invalid("desk-some-refused").into()),
        Err(failure) => (Vec::new(), failure),
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown((&app, &visitor), seen, (0, said), (refused, errors, status)).await
}

/// Measures each dossier that was chosen; answers with those that could not be.
async fn changed(
    (app, visitor, actor): (&App, &Visitor, &Actor),
    seen: &Seen,
    typed: &Typed,
) -> Result<Vec<Refused>, Failure> {
    let (to, reason) = (version(typed.text("rules"))?, reason(typed)?);
    let mut refused = Vec::new();
    for (id, version) in each(app, seen, typed).await? {
        let done = rebased(app, (actor, id), (version.version, to, &reason)).await;
        refused.extend(told(visitor.words(), (id, version), done)?);
    }
    Ok(refused)
}
