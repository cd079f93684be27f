//! Ordering that the public reads a list, and calling it off.

use axum::extract::{Path, State};
use kernel::Failure;

use super::overview::{contest_id, shown};
use crate::accounts::{self, Actor};
use crate::awards::{self, access, typed as read};
use crate::contests::typed::Typed;
use crate::frame::answer::see;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};

/// Answers `POST /contests/{id}/awards/publication`: the password was given a short while ago.
pub async fn publish(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::run(&app.store, &actor, contest_id(&id)?).await?;
    let here = format!("/contests/{}/awards", seen.id);
    let done = async {
        accounts::policy::is_confirmed(&actor, visitor.at(), &here)?;
        let order = read::order(&typed, visitor.at())?;
        let mut tx = app.store.begin().await?;
        awards::publish(&mut tx, &actor, seen.id, &order).await?;
        tx.commit().await?;
        Ok::<_, Failure>(order.from)
    };
    match done.await {
        Ok(from) if from <= visitor.at() => see(&here, "awards-published"),
        Ok(_) => see(&here, "awards-ordered-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), (&actor, &seen), (typed, errors, status)).await
        }
    }
}

/// Answers `POST /contests/{id}/awards/publication/removal`.
pub async fn call_off(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = access::run(&app.store, &actor, contest_id(&id)?).await?;
    let done = async {
        let reason = read::reason(&typed)?;
        let mut tx = app.store.begin().await?;
        awards::call_off(&mut tx, &actor, (seen.id, &reason)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/contests/{}/awards", seen.id), "awards-called-off"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), (&actor, &seen), (Typed::default(), errors, status)).await
        }
    }
}
