//! The results of a contest, from the moment that was ordered: who won, and the bundle to count again.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use kernel::{Failure, Instant, Refusal};

use super::machine::until;
use super::{Door, HTML, bytes};
use crate::awards::{self, Public, WinnerRow};
use crate::frame::shelf::Made;
use crate::frame::{Answer, App, Visitor, Words, money};
use crate::portal::contest::Portal;

const JSON: &str = "application/json";

#[derive(Template)]
#[template(path = "portal/pages/results.html")]
struct ResultsPage {
    door: Door,
    name: String,
    here: String,
    since: String,
    is_corrected: bool,
    decision: Option<String>,
    prizes: Vec<PrizeShown>,
    digest: String,
}

/// A prize with who won it.
struct PrizeShown {
    name: String,
    winners: Vec<WinnerShown>,
}

/// A dossier that won: what public lists hold, and nothing else.
struct WinnerShown {
    title: String,
    authors: String,
    unit: String,
    field: String,
    money: String,
}

/// Answers `GET /hoi-thi/{slug}/ket-qua`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let words = visitor.words();
    let key = format!("results/{}/{slug}", words.0.code());
    let make = async || {
        let (portal, public, until) = load(&app, &slug).await?;
        let page = page(&app, words, (&portal, public));
        Ok(Made { kind: HTML, bytes: bytes(&page)?, until })
    };
    let kept = app.shelf.take(&app.store, key, make).await?;
    Ok(kept.answer(&headers).into_response())
}

/// Answers `GET /hoi-thi/{slug}/ket-qua.json`.
pub async fn bundle(
    State(app): State<App>,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let make = async || {
        let at = app.store.now();
        let contest = Portal::row(&app.store, &slug, at).await?.id()?;
        let bundle = awards::public_bundle(&app.store, contest, at).await?;
        let bytes = bundle.ok_or_else(Refusal::absent)?.into_bytes();
        Ok(Made { kind: JSON, bytes, until: until(&app, at).await? })
    };
    let kept = app.shelf.take(&app.store, format!("bundle/{slug}"), make).await?;
    Ok(kept.answer(&headers).into_response())
}

/// The contest and its results. Before their moment the address is wrong, as any other that does not exist.
async fn load(app: &App, slug: &str) -> Result<(Portal, Public, Instant), Failure> {
    let at = app.store.now();
    let portal = Portal::load(&app.store, slug, at).await?;
    let public = awards::public(&app.store, portal.row.id()?, at).await?;
    Ok((portal, public.ok_or_else(Refusal::absent)?, until(app, at).await?))
}

fn page(app: &App, words: Words, (portal, public): (&Portal, Public)) -> ResultsPage {
    let here = portal.path();
    let mut prizes: Vec<PrizeShown> = Vec::new();
    for row in public.winners {
        let name = row.name.clone();
        let winner = winner(words, row);
        match prizes.last_mut().filter(|last| last.name == name) {
            Some(last) => last.winners.push(winner),
            None => prizes.push(PrizeShown { name, winners: vec![winner] }),
        }
    }
    let about = words.with("portal-results-news", "name", &portal.row.name);
    let mut door = Door::new(app, words, &format!("{here}/ket-qua"), about);
    door.feed = Some(format!("{here}/tin.atom"));
    ResultsPage {
        name: portal.row.name.clone(),
        since: public.since.written(),
        is_corrected: public.version > 1,
        decision: public.decision,
        digest: public.digest,
        prizes,
        here,
        door,
    }
}

fn winner(words: Words, row: WinnerRow) -> WinnerShown {
    WinnerShown {
        title: row.title,
        authors: row.authors.replace('\n', ", "),
        unit: row.unit.unwrap_or_default(),
        field: row.field,
        money: match u64::try_from(row.money) {
            Ok(dong) if dong > 0 => money::written(words, dong),
            _ => String::new(),
        },
    }
}
