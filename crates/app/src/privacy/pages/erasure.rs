//! The forms by which somebody asks for erasure, and an administrator decides.

use axum::extract::{Path, State};
use kernel::{Failure, Instant};
use serde::Deserialize;

use super::{data, person};
use crate::accounts::{Actor, policy};
use crate::frame::answer::see;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor, Words};
use crate::privacy::erasure::{self, Decision};
use crate::privacy::store::erasures::ErasureRow;

/// A request as pages show it.
pub struct ErasureShown {
    /// When it was asked.
    pub at: String,
    /// Whether it waits.
    pub waits: bool,
    /// What was answered, and why; empty while it waits.
    pub answer: String,
}

/// A request in words.
pub fn shown(words: Words, row: &ErasureRow) -> ErasureShown {
    let ground = row.ground.as_ref().map(|ground| words.say(&format!("erasure-ground-{ground}")));
    let answer = row.answer.as_ref().map(|answer| words.say(&format!("erasure-{answer}")));
    let told: Vec<String> = [answer, ground, row.reason.clone()].into_iter().flatten().collect();
    ErasureShown {
        at: Instant::from_millis(row.asked_at).written(),
        waits: row.answer.is_none(),
        answer: told.join(" · "),
    }
}

/// Answers `POST /account/data/erasure`.
pub async fn ask(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::is_confirmed(&actor, visitor.at(), data::HERE)?;
    let asked = async {
        let mut tx = app.store.begin().await?;
        erasure::ask(&mut tx, &actor).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let Err(failure) = asked.await else { return see(data::HERE, "erasure-asked") };
    let shown = Errors::of(failure, visitor.words())?;
    data::page_of(&app, &visitor, &actor, shown).await
}

/// Answers `POST /account/data/erasure/removal`.
pub async fn withdraw(State(app): State<App>, actor: Actor) -> Answer {
    let mut tx = app.store.begin().await?;
    erasure::withdraw(&mut tx, &actor).await?;
    tx.commit().await?;
    see(data::HERE, "erasure-withdrawn")
}

/// What an administrator says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    ground: String,
    why: String,
}

/// Answers `POST /people/{id}/data/erasure`.
pub async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let account = person::account(&actor, &id)?;
    let here = format!("/people/{id}/data");
    policy::is_confirmed(&actor, visitor.at(), &here)?;
    let decided = async {
        let decision = Decision::read(&said.ground, &said.why)?;
        erasure::decide(&app, &actor, account, &decision).await
    };
    let Err(failure) = decided.await else { return see(&here, "erasure-decided") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let typed = person::Typed { reason: String::new(), ground: said.ground, why: said.why };
    person::page_of(&app, &visitor, (&actor, account), (errors, status, typed)).await
}
