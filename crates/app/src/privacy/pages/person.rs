//! Somebody else's data, for administrators: taken out when that person asks for it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::AccountId;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::data::{ExtractShown, ordered};
use super::erasure::{self, ErasureShown};
use crate::accounts::{Actor, people, policy};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::privacy::extract;
use crate::privacy::ground::Ground;
use crate::privacy::store::erasures;

#[derive(Template)]
#[template(path = "privacy/pages/person.html")]
struct PersonPage {
    frame: Frame,
    errors: Errors,
    id: String,
    here: String,
    name: String,
    typed: Typed,
    erasure: Option<ErasureShown>,
    grounds: Vec<(&'static str, String)>,
    exports: Vec<ExtractShown>,
    is_under_way: bool,
}

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    /// Why somebody else's data are asked for.
    pub reason: String,
    /// Word of the ground of an erasure.
    pub ground: String,
    /// Why, in words.
    pub why: String,
}

/// Answers `GET /people/{id}/data`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let shown = (Errors::none(), StatusCode::OK, Typed::default());
    page_of(&app, &visitor, (&actor, account(&actor, &id)?), shown).await
}

/// The account of an address, for administrators.
///
/// # Errors
/// For others there is none.
pub(super) fn account(actor: &Actor, id: &str) -> Result<AccountId, Refusal> {
    policy::may_manage(actor)?;
    id.parse().map_err(|_| Refusal::absent())
}

/// The page, with what a form of it refused.
///
/// # Errors
/// There is no such account.
pub(super) async fn page_of(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, AccountId),
    (errors, status, typed): (Errors, StatusCode, Typed),
) -> Answer {
    let (name, _) = people::name_of(&app.store, id).await?;
    let by = actor.account().ok_or_else(Refusal::absent)?;
    let frame = Frame::new(app, visitor);
    let exports = ordered(app, frame.t, (id, by)).await?;
    let is_under_way = exports.iter().any(|it| it.progress.is_some());
    let here = format!("/people/{id}/data");
    let erasure = erasures::newest(&app.store, id).await?;
    let page = PersonPage {
        erasure: erasure.map(|row| erasure::shown(frame.t, &row)),
        grounds: Ground::ALL.map(|it| (it.code(), frame.t.say(&it.label()))).into(),
        id: id.to_string(),
        frame,
        errors,
        here,
        name,
        typed,
        exports,
        is_under_way,
    };
    page_with(status, &page)
}

/// Answers `POST /people/{id}/data/exports`.
pub async fn order(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let account = account(&actor, &id)?;
    let here = format!("/people/{id}/data");
    policy::is_confirmed(&actor, visitor.at(), &here)?;
    let ordered = async {
        let mut tx = app.store.begin().await?;
        extract::order_for(&mut tx, &actor, account, &typed.reason).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let Err(failure) = ordered.await else { return see(&here, "data-ordered") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    page_of(&app, &visitor, (&actor, account), (errors, status, typed)).await
}
