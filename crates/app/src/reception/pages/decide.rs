//! Deciding, on the desk.

use axum::extract::{Path, State};
use kernel::{Failure, Refusal};

use super::desk::after;
use super::{dossier_id, version};
use crate::accounts::Actor;
use crate::contests::typed::{Typed, line, lines};
use crate::dossiers::DossierId;
use crate::frame::form::Form;
use crate::frame::{Answer, App, Visitor};
use crate::reception::ground::Ground;
use crate::reception::{self, Excluded};

/// Answers `POST /dossiers/{id}/desk/acceptance`.
pub async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let seen = version(typed.text("version"))?;
        accepted((&app, &visitor), (&actor, id), seen).await
    };
    let done = done.await;
    after((&app, &visitor), (&actor, id), (typed, done), "desk-accepted").await
}

/// Accepts one dossier in a transaction of its own.
pub async fn accepted(
    (app, visitor): (&App, &Visitor),
    (actor, id): (&Actor, DossierId),
    version: i64,
) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    reception::accept(&mut tx, app, actor, id, (version, visitor.words())).await?;
    Ok(tx.commit().await?)
}

/// Answers `POST /dossiers/{id}/desk/exclusion`.
pub async fn exclude(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let why = excluded(&typed)?;
        let mut tx = app.store.begin().await?;
        let seen = version(typed.text("version"))?;
        reception::exclude(&mut tx, &app, &actor, id, (seen, &why)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let done = done.await;
    after((&app, &visitor), (&actor, id), (typed, done), "desk-excluded").await
}

fn excluded(typed: &Typed) -> Result<Excluded, Refusal> {
    let missing = |field: &'static str, says: &'static str| move || Refusal::field(field, says);
    let ground = Ground::with_code(typed.text("ground"));
    let reason = lines(typed.text("reason"), "reason", 1_000)?;
    let basis = line(typed.text("basis"), "basis", 200)?;
    Ok(Excluded {
        ground: ground.ok_or_else(missing("ground", "desk-ground-missing"))?,
        reason: reason.ok_or_else(missing("reason", "desk-exclusion-reason-missing"))?,
        basis: basis.ok_or_else(missing("basis", "desk-basis-missing"))?,
    })
}

/// Answers `POST /dossiers/{id}/desk/reopening`.
pub async fn reopen(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let reason = lines(typed.text("again"), "again", 1_000)?;
        let reason = reason.ok_or_else(|| Refusal::field("again", "desk-again-missing"))?;
        let mut tx = app.store.begin().await?;
        let seen = version(typed.text("version"))?;
        reception::reopen(&mut tx, &actor, id, (seen, &reason)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let done = done.await;
    after((&app, &visitor), (&actor, id), (typed, done), "desk-reopened").await
}
