//! The sheet of one judge for one dossier: saved as it is typed, and signed.

use ::judging::sheet::Opinion;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use kernel::{Failure, Refusal};

use super::part_id;
use super::sheet_page::{Told, handed_in, shown};
use crate::accounts::{self, Actor};
use crate::contests::typed::{Typed, lines};
use crate::councils::access::{self, SeenSheet};
use crate::councils::sheets::{
    Saving, Written, evidence_field, points_field, remark_field, scale_of, written,
};
use crate::councils::store as rows;
use crate::councils::{self, PartId, typed as read};
use crate::dossiers;
use crate::dossiers::pages::beside::give_copy;
use crate::frame::answer::{autosaved, encode, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::looks::{self, Thing};
use crate::uploads;

/// Answers `GET /sheets/{id}`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::sheet(&app.store, &actor, part_id(&id)?).await?;
    looks::note(&app, &actor, &seen.row.dossier_id, Thing::Sheet);
    let (typed, revision) = written(&app.store, &seen).await?;
    shown(&app, &visitor, &seen, (typed, revision, (String::new(), Vec::new()), StatusCode::OK))
        .await
}

/// Answers `POST /sheets/{id}`: for a script with JSON, else with the page again.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = part_id(&id)?;
    let saved = saved(&app, &actor, id, &typed).await;
    if typed.has("autosave") {
        return autosaved(visitor.words(), saved.map(|it| (it.2, visitor.at())));
    }
    match saved {
        Ok(_) => see(&format!("/sheets/{id}"), "sheet-saved"),
        Err(failure) => refused((&app, &visitor), &actor, id, (&typed, failure)).await,
    }
}

/// Saves what is typed, over the revision of the page.
async fn saved(
    app: &App,
    actor: &Actor,
    id: PartId,
    typed: &Typed,
) -> Result<(SeenSheet, Written, i64), Failure> {
    let seen = access::sheet(&app.store, actor, id).await?;
    let written = typed_sheet(app, &seen, typed).await?;
    let revision = typed.text("revision").parse();
    let revision = revision.map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut tx = app.store.begin().await?;
    let saving = Saving { seen: revision, written: written.clone() };
    let revision = councils::save(&mut tx, actor, id, &saving).await?;
    tx.commit().await?;
    Ok((seen, written, revision))
}

async fn typed_sheet(app: &App, seen: &SeenSheet, typed: &Typed) -> Result<Written, Failure> {
    let (scale, _) = scale_of(&app.store, seen).await?;
    let fields = scale
        .criteria
        .iter()
        .flat_map(|it| [points_field(&it.key), remark_field(&it.key), evidence_field(&it.key)]);
    let others = ["abstains", "abstained"].map(str::to_owned);
    Ok(read::written(typed, fields.chain(others)))
}

/// The page again with what was typed, and why it was refused; saving once more puts it in the place of the other.
async fn refused(
    (app, visitor): (&App, &Visitor),
    actor: &Actor,
    id: PartId,
    (typed, failure): (&Typed, Failure),
) -> Answer {
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let seen = access::sheet(&app.store, actor, id).await?;
    let (_, revision) = written(&app.store, &seen).await?;
    let written = typed_sheet(app, &seen, typed).await?;
    shown(app, visitor, &seen, (written, revision, told(&errors), status)).await
}

/// The page again with what was saved, and why something beside it was refused.
pub(super) async fn refused_beside(
    (app, visitor): (&App, &Visitor),
    actor: &Actor,
    id: PartId,
    failure: Failure,
) -> Answer {
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let seen = access::sheet(&app.store, actor, id).await?;
    let (typed, revision) = written(&app.store, &seen).await?;
    shown(app, visitor, &seen, (typed, revision, told(&errors), status)).await
}

/// The sentences of a refusal, as the page of a sheet takes them.
fn told(errors: &Errors) -> Told {
    let beside = errors.each().iter().map(|(field, says)| ((*field).to_owned(), says.clone()));
    (errors.summary.clone(), beside.collect())
}

/// Answers `POST /sheets/{id}/signature`: what is typed is saved first, so that nothing is lost on the way to the
/// password.
pub async fn sign(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = part_id(&id)?;
    let (seen, written, revision) = match saved(&app, &actor, id, &typed).await {
        Ok(saved) => saved,
        Err(failure) => return refused((&app, &visitor), &actor, id, (&typed, failure)).await,
    };
    let (scale, _) = scale_of(&app.store, &seen).await?;
    let words = visitor.words();
    let opinion = match written.read(&scale) {
        Ok(opinion) => opinion,
        Err(wrong) => {
            let wrong = wrong.into_iter().map(|(field, says)| (field, words.tell(&says)));
            let wrong = (words.say("sheet-not-yet"), wrong.collect());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return shown(&app, &visitor, &seen, (written, revision, wrong, status)).await;
        }
    };
    let here = format!("/sheets/{id}");
    if accounts::policy::is_confirmed(&actor, visitor.at(), &here).is_err() {
        let confirm = format!("/account/confirmation?next={}", encode(&here));
        return Ok(Redirect::to(&confirm).into_response());
    }
    let done = signed(&app, &actor, id, (&opinion, &typed)).await;
    match done {
        Ok(()) => see(&after(&app, &seen).await?, "sheet-signed-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, words)?;
            shown(&app, &visitor, &seen, (written, revision, told(&errors), status)).await
        }
    }
}

async fn signed(
    app: &App,
    actor: &Actor,
    id: PartId,
    (opinion, typed): (&Opinion, &Typed),
) -> Result<(), Failure> {
    let reason = lines(typed.text("reason"), "reason", 1_000)?;
    let mut tx = app.store.begin().await?;
    councils::sign(&mut tx, actor, id, (opinion, reason.as_deref())).await?;
    Ok(tx.commit().await?)
}

/// The next sheet that is not signed; the list, where there is none.
async fn after(app: &App, seen: &SeenSheet) -> Result<String, Failure> {
    let all = rows::of_member(&app.store, &seen.seat.id).await?;
    let at = all.iter().position(|given| given.id == seen.row.id).unwrap_or(0);
    let (before, rest) = all.split_at(at);
    // Behind a second marking stand first sheets that nobody can sign any more.
    let is_alike = |given: &&rows::AssignmentRow| {
        given.second_state == seen.row.second_state && !given.is_signed()
    };
    let next = rest.iter().chain(before).find(is_alike);
    Ok(next.map_or("/judging".to_owned(), |given| format!("/sheets/{}", given.id)))
}

/// Answers `GET /sheets/{id}/files/{part}`: the copy in which nothing says who made it, as an attachment.
pub async fn file(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let seen = access::sheet(&app.store, &actor, part_id(&id)?).await?;
    let manifest = handed_in(&app, &seen).await?;
    let at: usize = part.parse().map_err(|_| Refusal::absent())?;
    let listed = manifest.files.get(at).ok_or_else(Refusal::absent)?;
    let copy = uploads::copy_for_judges(&app.store, &listed.sha256).await?;
    let hash = copy.hash(&listed.sha256).ok_or_else(Refusal::absent)?;
    let kept = dossiers::store::files(&app.store, seen.row.dossier_id.parse()?).await?;
    let kept = kept.into_iter().find(|file| file.hash == listed.sha256);
    let part = kept.as_ref().map(|file| file.id.as_str()).unwrap_or_default();
    looks::note_part(&app, &actor, (&seen.row.dossier_id, part), Thing::Sheet);
    let media_type = kept.and_then(|file| file.media_type).unwrap_or_default();
    give_copy(&app, hash, &media_type).await
}
