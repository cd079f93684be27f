//! Keeping a view of the book, and forgetting it.

use axum::extract::{Path, State};
use kernel::{Failure, Refusal};

use super::{Wanted, list, load};
use crate::accounts::Actor;
use crate::frame::answer::see;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::register;

/// Answers `POST /contests/{id}/dossiers/views`.
pub async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let contest = load(&app, &actor, &id).await?;
    let done = async {
        let mut tx = app.store.begin().await?;
        let (sort, columns) = (wanted.sort(), wanted.columns());
        let typed = (wanted.name.as_str(), wanted.q.as_str());
        register::keep(&mut tx, &actor, contest.0, typed, (sort, &columns)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    match done.await {
        Ok(()) => {
            let sort = wanted.sort();
            see(&wanted.address(&contest.0.to_string(), &wanted.q, (sort, 0)), "register-view-kept")
        }
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            list::shown(&app, &visitor, (&actor, contest), (wanted, errors, status)).await
        }
    }
}

/// Answers `POST /contests/{id}/dossiers/views/{view}/removal`.
pub async fn forget(
    State(app): State<App>,
    actor: Actor,
    Path((id, view)): Path<(String, String)>,
) -> Answer {
    let (contest, _) = load(&app, &actor, &id).await?;
    let view = view.parse().map_err(|_| Refusal::absent())?;
    let mut tx = app.store.begin().await?;
    register::forget(&mut tx, &actor, contest, view).await?;
    tx.commit().await?;
    see(&format!("/contests/{contest}/dossiers"), "register-view-forgotten")
}
