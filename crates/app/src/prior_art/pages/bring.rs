//! Bringing a list: the form, its template, and the file.

use askama::Template;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartRejection};
use kernel::id::UnitId;
use kernel::{Failure, Refusal};

use super::{Tabs, sheet, tabs};
use crate::accounts::Actor;
use crate::files::{self, Sent, received};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::prior_art::{self, ListId, Source, policy, sheet as writing};
use crate::units;

/// What was typed beside the file.
#[derive(Default)]
struct Typed {
    source: String,
    unit: String,
}

#[derive(Template)]
#[template(path = "prior_art/pages/bring.html")]
struct BringPage {
    frame: Frame,
    tabs: Tabs,
    errors: Errors,
    typed: Typed,
    sources: Vec<(&'static str, String)>,
    /// The units of which the actor may bring lists, where they may not for all.
    own: Option<Vec<(String, String)>>,
}

async fn bring_page(
    (app, visitor, actor): (&App, &Visitor, &Actor),
    typed: Typed,
    errors: Errors,
) -> Result<BringPage, Failure> {
    let frame = Frame::new(app, visitor);
    let own = match policy::lists_of(actor) {
        None => None,
        Some(own) => {
            let names = units::names(&app.store, &own, visitor.at().day()).await?;
            Some(names.into_iter().collect())
        }
    };
    Ok(BringPage {
        sources: Source::OF_LISTS.map(|it| (it.code(), frame.t.say(&it.label()))).to_vec(),
        tabs: tabs(actor),
        errors,
        typed,
        own,
        frame,
    })
}

/// Answers `GET /prior-art/lists/new`.
pub async fn form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let typed = Typed { source: Source::Registry.code().to_owned(), ..Typed::default() };
    page(&bring_page((&app, &visitor, &actor), typed, Errors::none()).await?)
}

/// Answers `GET /prior-art/lists/template`.
pub async fn template(visitor: Visitor) -> Answer {
    let words = visitor.words();
    let bytes = tokio::task::spawn_blocking(move || writing::write(words, &[])).await??;
    Ok(sheet(bytes, "mau-so-sang-kien.xlsx"))
}

/// Answers `POST /prior-art/lists`.
pub async fn bring(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let mut typed = Typed::default();
    let sent = received(parts, "file-too-large", |name, value| match name {
        "source" => typed.source = value,
        "unit" => typed.unit = value,
        _ => (),
    });
    let done = match sent.await {
        Ok(sent) => take(&app, &visitor, (&actor, &typed), sent).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(id) => see(&format!("/prior-art/lists/{id}"), "prior-brought"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let page = bring_page((&app, &visitor, &actor), typed, errors).await?;
            page_with(status, &page)
        }
    }
}

async fn take(
    app: &App,
    visitor: &Visitor,
    (actor, typed): (&Actor, &Typed),
    sent: Vec<Sent>,
) -> Result<ListId, Failure> {
    let known = Source::read(&typed.source).filter(|source| Source::OF_LISTS.contains(source));
    let source = known.ok_or_else(|| Refusal::field("source", "prior-source-missing"))?;
    let day = visitor.at().day();
    let unit: Option<UnitId> = units::resolve(&app.store, &typed.unit, "unit", day).await?;
    policy::may_bring(actor, unit)?;
    let file = sent.into_iter().next();
    let (name, bytes) = file.ok_or_else(|| Refusal::field("file", "prior-file-missing"))?;
    let kept = files::keep(app, bytes).await?;
    let mut tx = app.store.begin().await?;
    let id = prior_art::bring(&mut tx, actor, (&kept, &name), (source, unit)).await?;
    tx.commit().await?;
    Ok(id)
}
