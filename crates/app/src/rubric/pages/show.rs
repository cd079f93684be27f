//! The rules of judging in plain words, with all their versions.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use judging::records::Records;
use judging::rules::Rules;
use judging::soundness::troubles;
use kernel::Refusal;
use serde::Deserialize;

use super::choice;
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::{load_to_run, paper_choices};
use crate::contests::typed::Typed;
use crate::contests::{Seen, when};
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::rubric::store::{self as rows, RubricRow};
use crate::rubric::told::{self, Fact, PrizeTold, RoundTold, ScaleTold};
use crate::rubric::trouble;

/// Which version is wanted, the newest where none is named; or the ready sets once more.
#[derive(Deserialize, Default)]
pub struct Wanted {
    version: Option<i64>,
    choose: Option<String>,
}

/// A version among all.
struct Version {
    number: i64,
    why: String,
    made: String,
    is_shown: bool,
}

#[derive(Template)]
#[template(path = "rubric/pages/show.html")]
struct ShowPage {
    frame: Frame,
    head: Head,
    version: i64,
    is_newest: bool,
    may_change: bool,
    /// By which version is judged, and since when.
    sealed: Option<(i64, String)>,
    rounds: Vec<RoundTold>,
    scales: Vec<ScaleTold>,
    ties: Vec<String>,
    prizes: Vec<PrizeTold>,
    limits: Vec<Fact>,
    troubles: Vec<String>,
    warnings: Vec<String>,
    versions: Vec<Version>,
}

/// Answers `GET /contests/{id}/rubric`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let found = rows::all(&app.store, seen.id).await?;
    let newest = found.first().map_or(0, |row| row.version);
    if newest == 0 && wanted.version.is_none() || wanted.choose.is_some() {
        let mut typed = Typed::default();
        typed.put("version", newest.to_string());
        return choice::offered(&app, &visitor, &seen, (typed, Errors::none(), StatusCode::OK))
            .await;
    }
    shown(&app, &visitor, &seen, (&found, wanted.version.unwrap_or(newest))).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (found, version): (&[RubricRow], i64),
) -> Answer {
    let row = found.iter().find(|row| row.version == version).ok_or_else(Refusal::absent)?;
    let rules = row.rules()?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let sealed = rows::sealed(&app.store, seen.id).await?;
    let papers = paper_choices(&app.store, words, seen.id).await?;
    let head = Head::new(words, seen, "rubric");
    let is_newest = found.first().is_some_and(|row| row.version == version);
    page(&ShowPage {
        version,
        is_newest,
        may_change: head.may_change && is_newest && sealed.is_none(),
        head,
        sealed: sealed.map(|seal| (seal.version, when::moment(seal.sealed_at))),
        rounds: told::rounds(&rules, words),
        scales: told::scales(&rules, words),
        ties: told::ties(&rules, words),
        prizes: told::prizes(&rules, words),
        limits: told::limits(&rules, words),
        troubles: unsound(&rules, words),
        warnings: warnings(&rules, words),
        versions: found.iter().map(|row| told_version(row, &papers, version)).collect(),
        frame,
    })
}

/// What contradicts itself: nothing is declared that does, but what counts as sound may have become stricter since.
fn unsound(rules: &Rules, words: Words) -> Vec<String> {
    let found = troubles(rules, &Records::default());
    found.iter().map(|it| words.tell(&trouble::sentence(it, [Some(rules), None]))).collect()
}

/// What is allowed, and better known before than after.
fn warnings(rules: &Rules, words: Words) -> Vec<String> {
    let odd = (!rules.is_monotone()).then(|| words.say("rubric-not-monotone"));
    told::too_much(rules, words).into_iter().chain(odd).collect()
}

fn told_version(row: &RubricRow, papers: &[(String, String)], shown: i64) -> Version {
    let paper = papers.iter().find(|(id, _)| Some(id) == row.paper_id.as_ref());
    let why = [paper.map(|(_, name)| name.clone()), row.reason.clone()];
    let made = [row.maker.clone(), Some(when::moment(row.made_at))];
    Version {
        number: row.version,
        why: why.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        made: made.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        is_shown: row.version == shown,
    }
}
