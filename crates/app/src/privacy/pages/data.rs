//! One's own data: taken out as a file.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant, Refusal};

use super::erasure::{self, ErasureShown};
use crate::accounts::{Actor, policy};
use crate::dossiers::pages::size;
use crate::files;
use crate::frame::answer::{page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::privacy::ExtractId;
use crate::privacy::extract;
use crate::privacy::store::erasures;
use crate::privacy::store::extracts::{self, ExtractRow};

/// Where the page is.
pub(super) const HERE: &str = "/account/data";
/// Exports that are shown.
const SHOWN: i64 = 10;

/// An export as pages show it.
pub struct ExtractShown {
    /// When it was asked for.
    pub at: String,
    /// How far it is.
    pub state: String,
    /// Its colour.
    pub tag: &'static str,
    /// Where its file is; nothing: it has none.
    pub href: Option<String>,
    /// How large it is.
    pub size: String,
    /// Until when it is kept.
    pub until: String,
    /// Why somebody else asked for it.
    pub reason: String,
    /// How many steps there are, and how many are done, while it is being made.
    pub progress: Option<(i64, i64)>,
}

/// What the actor has ordered about an account.
///
/// # Errors
/// The database is away.
pub async fn ordered(
    app: &App,
    words: Words,
    of: (AccountId, AccountId),
) -> Result<Vec<ExtractShown>, Fault> {
    let rows = extracts::ordered(&app.store, of, SHOWN).await?;
    Ok(rows.into_iter().map(|row| shown(words, row)).collect())
}

fn shown(words: Words, row: ExtractRow) -> ExtractShown {
    let is_ready = row.state == "ready";
    let is_under_way = matches!(row.state.as_str(), "waiting" | "packing");
    ExtractShown {
        at: Instant::from_millis(row.asked_at).written(),
        state: words.say(&format!("data-export-{}", row.state)),
        tag: match row.state.as_str() {
            "ready" => "is-done",
            "failed" => "is-late",
            "swept" => "",
            _ => "is-open",
        },
        href: is_ready.then(|| format!("{HERE}/exports/{}", row.id)),
        size: if is_ready { size(row.bytes) } else { String::new() },
        until: row.ends_at.map(|at| Instant::from_millis(at).written()).unwrap_or_default(),
        reason: row.reason.unwrap_or_default(),
        progress: is_under_way.then_some((row.steps.max(1), row.done)),
    }
}

#[derive(Template)]
#[template(path = "privacy/pages/data.html")]
struct DataPage {
    frame: Frame,
    errors: Errors,
    here: &'static str,
    exports: Vec<ExtractShown>,
    is_under_way: bool,
    erasure: Option<ErasureShown>,
    /// A request waits.
    waits: bool,
}

/// Answers `GET /account/data`.
pub async fn show(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    page_of(&app, &visitor, &actor, (Errors::none(), StatusCode::OK)).await
}

/// The page, with what a form of it refused.
///
/// # Errors
/// The operator has no data.
pub(super) async fn page_of(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (errors, status): (Errors, StatusCode),
) -> Answer {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let frame = Frame::new(app, visitor);
    let exports = ordered(app, frame.t, (id, id)).await?;
    let is_under_way = exports.iter().any(|it| it.progress.is_some());
    let asked = erasures::newest(&app.store, id).await?;
    let erasure = asked.map(|row| erasure::shown(frame.t, &row));
    let page = DataPage {
        waits: erasure.as_ref().is_some_and(|asked| asked.waits),
        here: HERE,
        frame,
        errors,
        exports,
        is_under_way,
        erasure,
    };
    page_with(status, &page)
}

/// Answers `POST /account/data/exports`.
pub async fn order(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::is_confirmed(&actor, visitor.at(), HERE)?;
    let ordered = async {
        let mut tx = app.store.begin().await?;
        extract::order_own(&mut tx, &actor).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let Err(failure) = ordered.await else { return see(HERE, "data-ordered") };
    let shown = Errors::of(failure, visitor.words())?;
    page_of(&app, &visitor, &actor, shown).await
}

/// Answers `GET /account/data/exports/{export}`.
pub async fn give_out(State(app): State<App>, actor: Actor, Path(export): Path<String>) -> Answer {
    let id: ExtractId = export.parse().map_err(|_| Refusal::absent())?;
    let row = extract::own(&app.store, &actor, id).await?;
    if row.state != "ready" {
        return Err(Refusal::absent().into());
    }
    // Another node may have made it, on a disk of its own.
    let file = match tokio::fs::File::open(extract::place(&app, id)).await {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Refusal::absent().into());
        }
        opened => opened?,
    };
    let length = file.metadata().await?.len();
    files::attached((file, length), ("application/zip".to_owned(), "du-lieu-ca-nhan.zip"))
}
