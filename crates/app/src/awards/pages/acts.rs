//! What is put down in a meeting: who is there, what is moved, that it is called off.

use axum::extract::{Path, State};
use kernel::Failure;

use super::meeting::shown;
use super::{meeting_id, part_id};
use crate::accounts::Actor;
use crate::awards::access::{self, SeenMeeting};
use crate::awards::{self, typed as read};
use crate::contests::typed::Typed;
use crate::frame::answer::see;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};

/// What follows an act in a meeting: the page again with a notice, or with what was refused.
async fn after(
    (app, visitor): (&App, &Visitor),
    (actor, seen): (&Actor, &SeenMeeting),
    (typed, done): (Typed, Result<(), Failure>),
    says: &'static str,
) -> Answer {
    match done {
        Ok(()) => see(&format!("/meetings/{}", seen.id), says),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((app, visitor), (actor, seen), (typed, errors, status)).await
        }
    }
}

/// Answers `POST /meetings/{id}/presence`.
pub async fn presence(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let there: Vec<String> = typed.all("there").map(str::to_owned).collect();
    let done = async {
        let mut tx = app.store.begin().await?;
        awards::note_presence(&mut tx, &actor, seen.id, &there).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let done = done.await;
    after((&app, &visitor), (&actor, &seen), (typed, done), "meeting-presence-noted").await
}

/// Answers `POST /meetings/{id}/motions`.
pub async fn motion(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let done = async {
        let new = read::motion(&typed)?;
        let mut tx = app.store.begin().await?;
        awards::note_motion(&mut tx, &actor, seen.id, &new).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let done = done.await;
    after((&app, &visitor), (&actor, &seen), (typed, done), "meeting-motion-noted").await
}

/// Answers `POST /meetings/{id}/motions/{part}/removal`.
pub async fn take_back(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let part = part_id(&part)?;
    let done = async {
        let reason = read::reason(&typed)?;
        let mut tx = app.store.begin().await?;
        awards::take_back(&mut tx, &actor, seen.id, (part, &reason)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let done = (Typed::default(), done.await);
    after((&app, &visitor), (&actor, &seen), done, "meeting-motion-taken-back").await
}

/// Answers `POST /meetings/{id}/cancellation`.
pub async fn cancel(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let done = async {
        let reason = read::reason(&typed)?;
        let mut tx = app.store.begin().await?;
        awards::cancel(&mut tx, &actor, (seen.id, &reason)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let done = (Typed::default(), done.await);
    after((&app, &visitor), (&actor, &seen), done, "meeting-cancelled-done").await
}
