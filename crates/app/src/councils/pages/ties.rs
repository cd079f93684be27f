//! The ties that a member declares, and what they vouch for.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Fault};

use super::{Head, council_id, part_id};
use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store::{self as rows, MemberRow, TieRow};
use crate::councils::ties::Kind;
use crate::councils::{self, entries, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::units;

#[derive(Template)]
#[template(path = "councils/pages/ties.html")]
struct TiesPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    ties: Vec<Line>,
    kinds: Vec<(&'static str, String)>,
    dossiers: Vec<(String, String)>,
    vouched: bool,
}

/// A tie in a list.
pub struct Line {
    /// Id.
    pub id: String,
    /// Of which member.
    pub member: String,
    /// What it is and with whom.
    pub says: String,
    /// In words.
    pub reason: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Answers `GET /councils/{id}/ties`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let found = access::seat(&app.store, &actor, council_id(&id)?).await?;
    shown(&app, &visitor, &found, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (seen, seat): &(SeenCouncil, MemberRow),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let mut ties = lines(app, visitor, seen).await?;
    ties.retain(|tie| tie.member == seat.id && tie.holds);
    let page = TiesPage {
        frame: Frame::new(app, visitor),
        head: Head::new(words, seen, "council-ties"),
        kinds: kinds(words),
        dossiers: dossiers(app, seen).await?,
        vouched: seat.vouched_at.is_some(),
        ties,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// The kinds of ties, to be chosen from.
pub fn kinds(words: Words) -> Vec<(&'static str, String)> {
    Kind::ALL.map(|kind| (kind.code(), words.say(kind.label()))).into()
}

/// The dossiers of a council, to be chosen from: number and title, and nobody's name.
pub async fn dossiers(app: &App, seen: &SeenCouncil) -> Result<Vec<(String, String)>, Failure> {
    let entries = entries::of_council(&app.store, seen).await?;
    let named =
        |entry: rows::EntryRow| (entry.dossier_id, format!("{} · {}", entry.number, entry.title));
    Ok(entries.into_iter().map(named).collect())
}

/// Every tie of a council, as people read it.
pub async fn lines(app: &App, visitor: &Visitor, seen: &SeenCouncil) -> Result<Vec<Line>, Failure> {
    let ties = rows::ties(&app.store, seen.id).await?;
    let mut units = Vec::new();
    for unit in ties.iter().filter_map(|tie| tie.unit_id.as_deref()) {
        units.push(unit.parse()?);
    }
    let names = units::names(&app.store, &units, visitor.at().day()).await?;
    let line = |tie: TieRow| {
        let unit = tie.unit_id.as_ref().and_then(|id| names.get(id)).cloned();
        let dossier =
            tie.number.map(|number| visitor.words().with("tie-of-dossier", "number", number));
        let with = unit.or(dossier).or_else(|| tie.name.clone()).unwrap_or_default();
        let kind = visitor.words().say(Kind::read(&tie.kind)?.label());
        Ok(Line {
            holds: tie.ended_at.is_none(),
            says: format!("{kind}: {with}"),
            id: tie.id,
            member: tie.member_id,
            reason: tie.reason,
        })
    };
    Ok(ties.into_iter().map(line).collect::<Result<_, Fault>>()?)
}

/// Answers `POST /councils/{id}/ties`.
pub async fn declare(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let found = access::seat(&app.store, &actor, id).await?;
    let done = async {
        let tie = read::tie(&app.store, &typed, visitor.at().day()).await?;
        let mut tx = app.store.begin().await?;
        councils::declare(&mut tx, &actor, id, (found.1.id.parse()?, &tie)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}/ties"), "tie-declared"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &found, (typed, errors, status)).await
        }
    }
}

/// Answers `POST /councils/{id}/ties/{part}/removal`: the member's own, or any for who runs the contest.
pub async fn take_back(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, part) = (council_id(&id)?, part_id(&part)?);
    let seen = access::council(&app.store, &actor, id).await?;
    let reason = read::reason(&typed)?;
    let mut tx = app.store.begin().await?;
    councils::take_back(&mut tx, &actor, id, (part, &reason)).await?;
    tx.commit().await?;
    let here = if seen.runs { "conflicts" } else { "ties" };
    see(&format!("/councils/{id}/{here}"), "tie-taken-back")
}

/// Answers `POST /councils/{id}/undertaking`.
pub async fn vouch(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    if !typed.has("vouched") {
        let found = access::seat(&app.store, &actor, id).await?;
        let refusal = kernel::Refusal::field("vouched", "council-vouch-tick");
        let (errors, status) = Errors::of(refusal.into(), visitor.words())?;
        return shown(&app, &visitor, &found, (Typed::default(), errors, status)).await;
    }
    let mut tx = app.store.begin().await?;
    councils::vouch(&mut tx, &actor, id).await?;
    tx.commit().await?;
    see("/judging", "council-vouched-done")
}
