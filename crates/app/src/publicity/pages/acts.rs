//! Acts on an activity: taking it, asking for more, withdrawing it.

use axum::extract::{Path, State};
use kernel::Failure;
use serde::Deserialize;

use super::publicity_id;
use super::show::show_page;
use crate::accounts::Actor;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::publicity::draft::reason;
use crate::publicity::{self, PublicityId, Verdict, access};

/// A field of words.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    reason: String,
}

/// The page of the activity after an act on it: with its notice, or with what was typed and why not.
async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, PublicityId),
    (done, notice, said): (Result<(), Failure>, &str, String),
) -> Answer {
    let Err(failure) = done else { return see(&format!("/publicity/{id}"), notice) };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let found = access::activity(&app.store, actor, id).await?;
    let page = show_page(app, visitor, (actor, found), (said, errors)).await?;
    page_with(status, &page)
}

async fn decide(
    app: &App,
    (actor, id): (&Actor, PublicityId),
    verdict: &Verdict,
) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    publicity::decide(&mut tx, actor, id, verdict).await?;
    Ok(tx.commit().await?)
}

/// Answers `POST /publicity/{id}/acceptance`.
pub async fn take(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = publicity_id(&id)?;
    let done = decide(&app, (&actor, id), &Verdict::Take).await;
    after(&app, &visitor, (&actor, id), (done, "publicity-taken", String::new())).await
}

/// Answers `POST /publicity/{id}/return`.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = publicity_id(&id)?;
    let done = async {
        access::activity(&app.store, &actor, id).await?;
        decide(&app, (&actor, id), &Verdict::Ask(reason(&said.reason)?)).await
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "publicity-asked", said.reason)).await
}

/// Answers `POST /publicity/{id}/withdrawal`.
pub async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = publicity_id(&id)?;
    let done = async {
        access::activity(&app.store, &actor, id).await?;
        let reason = reason(&said.reason)?;
        let mut tx = app.store.begin().await?;
        publicity::withdraw(&mut tx, &actor, id, &reason).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "publicity-withdrawn", said.reason)).await
}
