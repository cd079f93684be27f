//! Keying in a sheet of paper, and setting it aside.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::code;
use super::key_page::{Told, shown};
use crate::accounts::Actor;
use crate::contests::typed::{Typed, lines};
use crate::councils::paper::access::{self, SeenPaper};
use crate::councils::paper::code::Code;
use crate::councils::paper::keying::{self, Keyed};
use crate::councils::sheets::{Written, evidence_field, points_field, remark_field, scale_of};
use crate::councils::typed as read;
use crate::frame::answer::see;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor, Words};
use crate::looks::{self, Thing};

/// Answers `GET /paper-sheets/{code}`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(typed): Path<String>,
) -> Answer {
    let seen = access::paper(&app.store, &actor, &code(&typed)?).await?;
    looks::note(&app, &actor, &seen.sheet.row.dossier_id, Thing::Sheet);
    let told = (String::new(), Vec::new());
    shown((&app, &visitor), &actor, &seen, (None, told, StatusCode::OK)).await
}

/// Answers `POST /paper-sheets/{code}`.
pub async fn key_in(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(typed): Path<String>,
    Form(filled): Form<Typed>,
) -> Answer {
    let code = code(&typed)?;
    let seen = access::paper(&app.store, &actor, &code).await?;
    let written = typed_sheet(&app, &seen, &filled).await?;
    let told = match keyed(&app, &actor, (&seen, &code), &written).await {
        Ok(Ok(keyed)) => return see(&format!("/paper-sheets/{code}"), keyed.notice()),
        Ok(Err(wrong)) => (told_of(visitor.words(), wrong), StatusCode::UNPROCESSABLE_ENTITY),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            (told(&errors), status)
        }
    };
    shown((&app, &visitor), &actor, &seen, (Some(written), told.0, told.1)).await
}

type Wrong = Vec<(String, kernel::Message)>;

/// What came of it, or what the scale objects to.
async fn keyed(
    app: &App,
    actor: &Actor,
    (seen, code): (&SeenPaper, &Code),
    written: &Written,
) -> Result<Result<Keyed, Wrong>, Failure> {
    let (scale, _) = scale_of(&app.store, &seen.sheet).await?;
    let opinion = match written.read(&scale) {
        Ok(opinion) => opinion,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let mut tx = app.store.begin().await?;
    let keyed = keying::key_in(&mut tx, app, actor, (code, &opinion)).await?;
    tx.commit().await?;
    Ok(Ok(keyed))
}

async fn typed_sheet(app: &App, seen: &SeenPaper, typed: &Typed) -> Result<Written, Failure> {
    let (scale, _) = scale_of(&app.store, &seen.sheet).await?;
    let fields = scale
        .criteria
        .iter()
        .flat_map(|it| [points_field(&it.key), remark_field(&it.key), evidence_field(&it.key)]);
    let others = ["abstains", "abstained"].map(str::to_owned);
    Ok(read::written(typed, fields.chain(others)))
}

fn told_of(words: Words, wrong: Wrong) -> Told {
    let wrong = wrong.into_iter().map(|(field, says)| (field, words.tell(&says)));
    (words.say("paper-not-yet"), wrong.collect())
}

fn told(errors: &Errors) -> Told {
    let beside = errors.each().iter().map(|(field, says)| ((*field).to_owned(), says.clone()));
    (errors.summary.clone(), beside.collect())
}

/// Answers `POST /paper-sheets/{code}/setting-aside`.
pub async fn set_aside(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(typed): Path<String>,
    Form(filled): Form<Typed>,
) -> Answer {
    let code = code(&typed)?;
    let seen = access::paper(&app.store, &actor, &code).await?;
    let done = async {
        let reason = lines(filled.text("why"), "why", 1_000)?;
        let reason = reason.ok_or_else(|| Refusal::field("why", "paper-set-aside-why"))?;
        let mut tx = app.store.begin().await?;
        keying::set_aside(&mut tx, &actor, (&code, &reason)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let way = format!("/councils/{}/paper-sheets", seen.sheet.council.id);
    match done.await {
        Ok(()) => see(&way, "paper-set-aside-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), &actor, &seen, (None, told(&errors), status)).await
        }
    }
}
