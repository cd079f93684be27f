//! The pages of the rules of judging.

mod choice;
mod choices;
mod edit;
mod scale;
mod scales;
mod show;

use judging::rules::Rules;
use kernel::{Failure, Refusal};

use super::declare::none_yet;
use super::{declare_by, newest};
use crate::accounts::Actor;
use crate::contests::pages::{paper_choices, why};
use crate::contests::typed::{Typed, Wrong};
use crate::contests::{Seen, Why};
use crate::frame::guard::Access::SignedIn;
use crate::frame::{App, Visitor};
use crate::router::{Route, get, post};

/// Every address of rules of judging.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/rubric", SignedIn, show::show),
        post("/contests/{id}/rubric", SignedIn, edit::change),
        post("/contests/{id}/rubric/choice", SignedIn, choice::choose),
        get("/contests/{id}/rubric/edit", SignedIn, edit::form),
        get("/contests/{id}/rubric/scales", SignedIn, scales::form),
        post("/contests/{id}/rubric/scales", SignedIn, scales::change),
        get("/contests/{id}/rubric/scales/{key}", SignedIn, scale::form),
        post("/contests/{id}/rubric/scales/{key}", SignedIn, scale::change),
    ]
}

/// The newest rules of a contest, which a form changes.
async fn declared(app: &App, seen: &Seen) -> Result<(Rules, i64), Failure> {
    let found = newest(&app.store, seen.id).await?;
    Ok(found.ok_or_else(|| none_yet(seen.id))?)
}

/// The same, while they may still change.
async fn changeable(app: &App, seen: &Seen) -> Result<(Rules, i64), Failure> {
    super::declare::is_open(&app.store, seen.id).await?;
    declared(app, seen).await
}

/// Declares what a form made of the rules, by the version that the form brought, and for its reason; what was found wrong
/// with the form is told with what is wrong with the reason.
async fn declared_by_form(
    (app, visitor): (&App, &Visitor),
    (actor, seen): (&Actor, &Seen),
    typed: &Typed,
    (rules, mut wrong): (&Rules, Wrong),
) -> Result<(), Failure> {
    let version = seen_version(typed)?;
    let reason = match version {
        0 => Why::default(),
        _ => {
            let papers = paper_choices(&app.store, visitor.words(), seen.id).await?;
            wrong.or_empty(why(actor, typed, &papers))
        }
    };
    wrong.finish()?;
    let mut tx = app.store.begin().await?;
    let by = (reason.paper, reason.words.as_deref());
    declare_by(&mut tx, actor, seen.id, (version, rules), by).await?;
    Ok(tx.commit().await?)
}

/// The version that somebody had before them; 0 for none.
fn seen_version(typed: &Typed) -> Result<i64, Refusal> {
    match typed.text("version") {
        "" => Ok(0),
        number => number.parse().map_err(|_| Refusal::conflict("rubric-changed-meanwhile")),
    }
}
