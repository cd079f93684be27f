//! The rules of a contest: what they say, and how each version differs from the one before.

use askama::Template;
use axum::extract::{Path, Query, State as Shared};
use axum::http::StatusCode;
use kernel::{Failure, Fault, Refusal};
use serde::Deserialize;

use super::head::Head;
use super::{load, load_to_run, paper_choices, rows, why};
use crate::accounts::Actor;
use crate::contests::difference::{self, Difference};
use crate::contests::rules::{RulePrize, RuleSet};
use crate::contests::store::RulesRow;
use crate::contests::typed::{self, PRIZES, Typed, Wrong};
use crate::contests::{self, Seen, asked, when};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// Which version is wanted; the newest where none is named.
#[derive(Deserialize, Default)]
pub struct Wanted {
    version: Option<i64>,
}

/// One version, and what it changed.
struct Version {
    number: i64,
    why: Option<String>,
    made: String,
    differences: Vec<Difference>,
    is_shown: bool,
}

/// A prize as a line of the table.
struct PrizeLine {
    name: String,
    count: String,
    amount: String,
    worth: String,
}

#[derive(Template)]
#[template(path = "contests/pages/rules.html")]
struct RulesPage {
    frame: Frame,
    head: Head,
    version: i64,
    is_newest: bool,
    conditions: Vec<(&'static str, String)>,
    lists: Vec<(&'static str, Vec<String>)>,
    prizes: Vec<PrizeLine>,
    money: Option<String>,
    versions: Vec<Version>,
    entry: Vec<(&'static str, Vec<String>)>,
    is_empty: bool,
}

/// Answers `GET /contests/{id}/rules`.
pub async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let found = rows::rules(&app.store, seen.id).await?;
    let newest = found.first().map_or(0, |row| row.version);
    let version = wanted.version.unwrap_or(newest);
    let shown = found.iter().find(|row| row.version == version).ok_or_else(Refusal::absent)?;
    let rules = shown.rules()?;
    let frame = Frame::new(&app, &visitor);
    let papers = paper_choices(&app.store, frame.t, seen.id).await?;
    page(&RulesPage {
        head: Head::new(frame.t, &seen, "contest-rules"),
        version,
        is_newest: version == newest,
        conditions: conditions(&rules),
        lists: lists(&rules),
        prizes: rules.prizes.iter().map(prize_line).collect(),
        money: rules.money().map(difference::money),
        versions: versions(&found, &papers, version, frame.t)?,
        entry: asked::parts(&rules.entry, frame.t),
        is_empty: rules == RuleSet::default(),
        frame,
    })
}

fn conditions(rules: &RuleSet) -> Vec<(&'static str, String)> {
    let all = difference::eligibility(&rules.eligibility).into_iter();
    all.filter_map(|(key, value)| Some((key, value?))).collect()
}

fn lists(rules: &RuleSet) -> Vec<(&'static str, Vec<String>)> {
    let lists = [
        ("rules-fields", &rules.fields),
        ("rules-budget", &rules.budget_sources),
        ("rules-channels", &rules.publicity_channels),
        ("rules-urls", &rules.urls),
        ("rules-attachments", &rules.attachments),
    ];
    let filled = lists.into_iter().filter(|(_, list)| !list.is_empty());
    filled.map(|(key, list)| (key, list.clone())).collect()
}

fn prize_line(prize: &RulePrize) -> PrizeLine {
    let one = RuleSet { prizes: vec![prize.clone()], ..RuleSet::default() };
    PrizeLine {
        name: prize.name.clone(),
        count: prize.count.map(|count| count.to_string()).unwrap_or_default(),
        amount: prize.amount_vnd.map(difference::money).unwrap_or_default(),
        worth: one.money().map(difference::money).unwrap_or_default(),
    }
}

/// Each version beside the one before it, the newest first.
fn versions(
    found: &[RulesRow],
    papers: &[(String, String)],
    shown: i64,
    words: Words,
) -> Result<Vec<Version>, Fault> {
    let mut versions = Vec::with_capacity(found.len());
    for (at, row) in found.iter().enumerate() {
        let differences = match found.get(at + 1) {
            Some(before) => difference::between(&before.rules()?, &row.rules()?, words),
            None => Vec::new(),
        };
        let paper = papers.iter().find(|(id, _)| Some(id) == row.paper_id.as_ref());
        let why = [paper.map(|(_, name)| name.clone()), row.reason.clone()];
        let why = why.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        versions.push(Version {
            number: row.version,
            why: Some(why).filter(|why| !why.is_empty()),
            made: when::moment(row.made_at),
            is_shown: row.version == shown,
            differences,
        });
    }
    Ok(versions)
}

#[derive(Template)]
#[template(path = "contests/pages/rules_edit.html")]
struct EditPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    prize_rows: &'static [&'static str],
    papers: Vec<(String, String)>,
}

/// Answers `GET /contests/{id}/rules/edit`.
pub async fn form(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut typed = Typed::default();
    let (rules, version) = contests::newest_rules(&app.store, seen.id).await?;
    typed::put_rules(&mut typed, &rules);
    typed.put("version", version.to_string());
    show_form(&app, &visitor, &seen, (typed, Errors::none(), StatusCode::OK)).await
}

async fn show_form(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let page = EditPage {
        head: Head::new(frame.t, seen, "contest-rules").below(frame.t.say("rules-edit")),
        papers: paper_choices(&app.store, frame.t, seen.id).await?,
        prize_rows: typed.shown(&PRIZES, "prize"),
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/rules`; for more rows of prizes, the same form again.
pub async fn change(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    if typed.has("more") {
        return show_form(&app, &visitor, &seen, (typed, Errors::none(), StatusCode::OK)).await;
    }
    match changed(&app, &visitor, (&actor, &seen), &typed).await {
        Ok(()) => see(&format!("/contests/{id}/rules"), "rules-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show_form(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

async fn changed(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    typed: &Typed,
) -> Result<(), Failure> {
    let papers = paper_choices(&app.store, visitor.words(), seen.id).await?;
    let mut wrong = Wrong::default();
    let rules = typed::rules(typed, &mut wrong);
    let why = wrong.or_empty(why(actor, typed, &papers));
    wrong.finish()?;
    let mut tx = app.store.begin().await?;
    let revise = |before: &RuleSet| RuleSet { entry: before.entry.clone(), ..rules };
    let of = (seen.id, typed.text("version"));
    contests::revise_rules(&mut tx, actor, of, &why, revise).await?;
    Ok(tx.commit().await?)
}
