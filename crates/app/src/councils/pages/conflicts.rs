//! The conflicts of interest of a council, each with what tells it, for who runs the contest.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::ties::{self, dossiers, kinds};
use super::{Head, council_id};
use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store::{self as rows, MemberRow};
use crate::councils::{self, conflicts, entries, opened, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "councils/pages/conflicts.html")]
struct ConflictsPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    lines: Vec<Line>,
    ties: Vec<ties::Line>,
    members: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    dossiers: Vec<(String, String)>,
}

/// A conflict in the list.
struct Line {
    judge: String,
    number: u32,
    title: String,
    /// Each reason, and whether the judge declared it.
    reasons: Vec<(String, bool)>,
}

/// Answers `GET /councils/{id}/conflicts`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::run(&app.store, &actor, council_id(&id)?).await?;
    shown((&app, &visitor), &actor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    actor: &Actor,
    seen: &SeenCouncil,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let hidden = opened::hidden_in(&app.store, actor, seen).await?;
    let mut members = rows::members(&app.store, seen.id).await?;
    members.retain(MemberRow::sits);
    let mut ties = ties::lines(app, visitor, seen).await?;
    for tie in &mut ties {
        let member = members.iter().find(|member| member.id == tie.member);
        tie.member = member.map(|member| member.name.clone()).unwrap_or_default();
    }
    ties.retain(|tie| tie.holds && !tie.member.is_empty());
    let page = ConflictsPage {
        frame: Frame::new(app, visitor),
        head: Head::new(visitor.words(), seen, "council-conflicts"),
        lines: lines((app, visitor), (seen, &members), &hidden).await?,
        kinds: kinds(visitor.words()),
        dossiers: dossiers(app, seen).await?,
        members: members.into_iter().map(|member| (member.id, member.name)).collect(),
        ties,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// The conflicts, but for those of dossiers that are hidden from the actor.
async fn lines(
    (app, visitor): (&App, &Visitor),
    (seen, members): (&SeenCouncil, &[MemberRow]),
    hidden: &[String],
) -> Result<Vec<Line>, Failure> {
    let found = conflicts::all(&app.store, seen, members).await?;
    let found = found.named(&app.store, visitor.at().day()).await?;
    let entries = entries::of_council(&app.store, seen).await?;
    let line = |conflict: &judging::conflict::Conflict| {
        let judge = members.iter().find(|it| it.position == i64::from(conflict.judge.0));
        let entry = entries.iter().find(|it| it.number == i64::from(conflict.dossier.0))?;
        if hidden.contains(&entry.dossier_id) {
            return None;
        }
        let told = conflict.reasons.iter();
        let told = told.map(|why| (visitor.words().tell(&found.told(why)), why.is_declared()));
        Some(Line {
            judge: judge.map(|judge| judge.name.clone()).unwrap_or_default(),
            number: conflict.dossier.0,
            title: entry.title.clone(),
            reasons: told.collect(),
        })
    };
    Ok(found.conflicts.iter().filter_map(line).collect())
}

/// Answers `POST /councils/{id}/conflicts`: the office writes down what came to be known to it.
pub async fn declare(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let seen = access::run(&app.store, &actor, id).await?;
    let done = async {
        let member = typed.text("member").parse();
        let member = member.map_err(|_| Refusal::field("member", "tie-member-missing"))?;
        let tie = read::tie(&app.store, &typed, visitor.at().day()).await?;
        let mut tx = app.store.begin().await?;
        councils::declare(&mut tx, &actor, id, (member, &tie)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}/conflicts"), "tie-declared"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), &actor, &seen, (typed, errors, status)).await
        }
    }
}
