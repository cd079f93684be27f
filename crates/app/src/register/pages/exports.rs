//! Dossiers as one file: ordered, made in the background, fetched.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Failure, Instant, Refusal};

use super::{Wanted, head, list as book, load};
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::files;
use crate::frame::answer::{page, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::looks::{self, Thing};
use crate::register::store::exports::{self as rows, ExportRow};
use crate::register::{self, ExportId, asked, export, pack, store, sweep};

/// Exports that are shown.
const SHOWN: i64 = 20;

/// An export as its owner sees it.
struct Shown {
    row: ExportRow,
    asked_at: String,
    ends_at: Option<String>,
    size: String,
    state: String,
    tag: &'static str,
    is_ready: bool,
    is_under_way: bool,
}

#[derive(Template)]
#[template(path = "register/pages/exports.html")]
struct ExportsPage {
    frame: Frame,
    head: Head,
    exports: Vec<Shown>,
    is_under_way: bool,
}

/// Answers `GET /contests/{id}/dossiers/exports`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let (id, contest) = load(&app, &actor, &id).await?;
    let account = export::account_of(&actor)?;
    let found = rows::of_account(&app.store, id, account, SHOWN).await?;
    let frame = Frame::new(&app, &visitor);
    let words = frame.t;
    let exports: Vec<Shown> = found
        .into_iter()
        .map(|row| Shown {
            asked_at: Instant::from_millis(row.asked_at).written(),
            ends_at: row.ends_at.map(|at| Instant::from_millis(at).written()),
            size: crate::dossiers::pages::size(row.bytes),
            state: words.say(&format!("register-export-{}", row.state)),
            tag: tag(&row.state),
            is_ready: row.state == "ready",
            is_under_way: is_under_way(&row),
            row,
        })
        .collect();
    page(&ExportsPage {
        head: head(words, id, contest)?.below(words.say("register-exports")),
        is_under_way: exports.iter().any(|it| it.is_under_way),
        exports,
        frame,
    })
}

fn is_under_way(row: &ExportRow) -> bool {
    matches!(row.state.as_str(), "waiting" | "packing")
}

fn tag(state: &str) -> &'static str {
    match state {
        "ready" => "is-done",
        "failed" => "is-late",
        "waiting" | "packing" => "is-open",
        _ => "",
    }
}

/// Answers `POST /contests/{id}/dossiers/exports`.
pub async fn order(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let contest = load(&app, &actor, &id).await?;
    let asked = asked::ask(&app.store, contest.0, &wanted.q, visitor.at().day()).await?;
    let ids = store::ids(&app.store, &asked.filter, wanted.sort(), (i64::MAX, 0)).await?;
    let done = async {
        let count = i64::try_from(ids.len()).map_err(kernel::Fault::from)?;
        let mut tx = app.store.begin().await?;
        let how = (wanted.sort(), wanted.naming.as_str());
        register::order(&mut tx, &actor, (&asked, count), how).await?;
        tx.commit().await.map_err(Failure::from)
    };
    match done.await {
        Ok(()) => {
            looks::note_many(&app, &actor, &ids, Thing::Package);
            see(&format!("/contests/{}/dossiers/exports", contest.0), "register-export-ordered")
        }
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            book::shown(&app, &visitor, (&actor, contest), (wanted, errors, status)).await
        }
    }
}

/// Answers `GET /contests/{id}/dossiers/exports/{export}`: always as an attachment.
pub async fn give_out(
    State(app): State<App>,
    actor: Actor,
    Path((id, export)): Path<(String, String)>,
) -> Answer {
    let (contest, _) = load(&app, &actor, &id).await?;
    let row = export::own(&app.store, &actor, contest, export_id(&export)?).await?;
    let file = pack::whole(&app, &row).await?;
    files::attached(file, ("application/zip".to_owned(), "ho-so-du-thi.zip"))
}

/// Answers `POST /contests/{id}/dossiers/exports/{export}/removal`.
pub async fn cancel(
    State(app): State<App>,
    actor: Actor,
    Path((id, export)): Path<(String, String)>,
) -> Answer {
    let (contest, _) = load(&app, &actor, &id).await?;
    let export = export_id(&export)?;
    let mut tx = app.store.begin().await?;
    register::cancel(&mut tx, &actor, contest, export).await?;
    tx.commit().await?;
    sweep::remove(&app, export).await?;
    see(&format!("/contests/{contest}/dossiers/exports"), "register-export-cancelled")
}

fn export_id(text: &str) -> Result<ExportId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
