//! One certificate: what it says, and what is done when that is wrong.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Day, Failure, Instant};

use super::certificate_id;
use crate::accounts::Actor;
use crate::certificates::access::{self, SeenCertificate};
use crate::certificates::{self, store as rows, typed as read};
use crate::contests::typed::Typed;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words, code};

#[derive(Template)]
#[template(path = "certificates/pages/show.html")]
struct ShowPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    id: String,
    contest: String,
    contest_name: String,
    number: String,
    facts: Vec<(String, String)>,
    void: Option<String>,
    /// The one in whose place it was issued, and the one that took its place: address and number.
    before: Option<(String, i64)>,
    after: Option<(String, i64)>,
    may_replace: bool,
}

/// Answers `GET /certificates/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::certificate(&app.store, &actor, certificate_id(&id)?, visitor.at()).await?;
    let mut typed = Typed::default();
    typed.put("holder", seen.row.holder.clone());
    typed.put("unit", seen.row.unit.clone());
    shown((&app, &visitor), &seen, (typed, Errors::none(), StatusCode::OK)).await
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    seen: &SeenCertificate,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let before = match &seen.row.replaces_id {
        Some(id) => rows::find(&app.store, id.parse()?).await?,
        None => None,
    };
    let after = rows::in_place_of(&app.store, &seen.row.id).await?;
    let other = |row: rows::CertificateRow| (format!("/certificates/{}", row.id), row.number);
    let page = ShowPage {
        frame: Frame::new(app, visitor),
        id: seen.row.id.clone(),
        contest: seen.contest.to_string(),
        contest_name: seen.contest_name.clone(),
        number: format!("{:02}/{}", seen.row.number, seen.run.symbol),
        facts: facts(visitor.words(), seen),
        void: seen.row.ended_at.map(|at| Instant::from_millis(at).day().written()),
        may_replace: after.is_none() && seen.row.ended_list_id.is_none(),
        before: before.map(other),
        after: after.map(other),
        errors,
        typed,
    };
    page_with(status, &page)
}

fn facts(words: Words, seen: &SeenCertificate) -> Vec<(String, String)> {
    let (row, run) = (&seen.row, &seen.run);
    let told = [
        ("certificate-holder", row.holder.replace('\n', ", ")),
        ("certificate-unit", row.unit.clone()),
        ("certificate-prize", row.prize.clone()),
        ("certificate-solution", row.title.clone()),
        ("certificate-decision", run.decision.clone().unwrap_or_default()),
        ("certificate-dated", Day::shown(&run.dated)),
        ("certificate-check-code", code::spoken(&row.code)),
        ("certificate-void-why", row.ended_reason.clone().unwrap_or_default()),
    ];
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(key, value)| (words.say(key), value)).collect()
}

/// Answers `POST /certificates/{id}/replacement`.
pub async fn replace(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = certificate_id(&id)?;
    let seen = access::certificate(&app.store, &actor, id, visitor.at()).await?;
    let done = async {
        let right = read::correction(&typed)?;
        let mut tx = app.store.begin().await?;
        let made = certificates::replace(&mut tx, &actor, id, &right).await?;
        tx.commit().await?;
        Ok::<_, Failure>(made)
    };
    match done.await {
        Ok(made) => see(&format!("/certificates/{made}"), "certificate-replaced"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), &seen, (typed, errors, status)).await
        }
    }
}

/// Answers `POST /certificates/{id}/revocation`.
pub async fn revoke(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = certificate_id(&id)?;
    let seen = access::certificate(&app.store, &actor, id, visitor.at()).await?;
    let done = async {
        let reason = read::reason(&typed)?;
        let mut tx = app.store.begin().await?;
        certificates::revoke(&mut tx, &actor, (id, &reason)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/certificates/{id}"), "certificate-revoked"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), &seen, (typed, errors, status)).await
        }
    }
}
