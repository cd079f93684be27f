//! Measuring one dossier by newer rules.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::{dossier_id, version};
use crate::accounts::Actor;
use crate::contests;
use crate::contests::typed::{Typed, lines};
use crate::dossiers::DossierId;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reception::access::desk;
use crate::reception::rebase::{Effect, effect, may_rebase, rebase};

#[derive(Template)]
#[template(path = "reception/pages/rebase.html")]
struct RebasePage {
    frame: Frame,
    errors: Errors,
    id: String,
    title: String,
    number: i64,
    version: i64,
    after: i64,
    is_newest: bool,
    lead: String,
    effect: Effect,
    why_not: Option<String>,
    reason: String,
}

/// Answers `GET /dossiers/{id}/desk/rules`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let shows = (String::new(), Errors::none(), StatusCode::OK);
    shown((&app, &visitor), (&actor, dossier_id(&id)?), shows).await
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    (actor, id): (&Actor, DossierId),
    (reason, errors, status): (String, Errors, StatusCode),
) -> Answer {
    let desk = desk(&app.store, actor, id).await?;
    let (rules, newest) = contests::newest_rules(&app.store, desk.seen.row.contest()?).await?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let before = desk.seen.row.rules_version;
    let lead = kernel::Message::new("rebase-lead").with("before", before).with("after", newest);
    let page = RebasePage {
        effect: effect(&desk.manifest, (&desk.rules, &rules), words),
        why_not: may_rebase(&desk).err().map(|refusal| words.tell(&refusal.message)),
        lead: words.tell(&lead),
        is_newest: before == newest,
        after: newest,
        id: id.to_string(),
        number: desk.seen.row.number.unwrap_or_default(),
        version: desk.version.version,
        title: desk.version.title,
        reason,
        frame,
        errors,
    };
    page_with(status, &page)
}

/// Answers `POST /dossiers/{id}/desk/rules`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let to = version(typed.text("rules"))?;
        let seen = version(typed.text("version"))?;
        rebased(&app, (&actor, id), (seen, to, &reason(&typed)?)).await
    };
    let Err(failure) = done.await else {
        return see(&format!("/dossiers/{id}/desk"), "desk-rebased");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let said = typed.text("reason").to_owned();
    shown((&app, &visitor), (&actor, id), (said, errors, status)).await
}

/// Why, in words.
pub fn reason(typed: &Typed) -> Result<String, Refusal> {
    let said = lines(typed.text("reason"), "reason", 1_000)?;
    said.ok_or_else(|| Refusal::field("reason", "rebase-reason-missing"))
}

/// Measures one dossier anew, in a transaction of its own.
pub async fn rebased(
    app: &App,
    (actor, id): (&Actor, DossierId),
    seen: (i64, i64, &str),
) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    rebase(&mut tx, app, actor, id, seen).await?;
    Ok(tx.commit().await?)
}
