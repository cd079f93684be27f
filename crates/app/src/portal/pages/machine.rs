//! What machines read: calendar, feed, QR codes, the list of addresses.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;

use super::{Asked, public_url};
use crate::awards;
use crate::frame::shelf::Made;
use crate::frame::{Answer, App, Visitor};
use crate::portal::{atom, calendar, dates, site, store};
use typesetting::qr;

const ICS: &str = "text/calendar; charset=utf-8";
const ATOM: &str = "application/atom+xml; charset=utf-8";
const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";
const XML: &str = "application/xml; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Answers `GET /hoi-thi/{slug}/lich.ics`.
pub async fn calendar(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let asked = Asked::new(app, &visitor, headers, slug);
    let written = asked.answer(("ics", ICS), |app, portal, (words, _)| {
        let url = public_url(app, &portal.path());
        Ok(calendar::written(portal, words, &url).into_bytes())
    });
    written.await
}

/// Answers `GET /hoi-thi/{slug}/tin.atom`.
pub async fn feed(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let asked = Asked::new(app, &visitor, headers, slug);
    let written = asked.answer(("atom", ATOM), |app, portal, (words, _)| {
        let url = public_url(app, &portal.path());
        Ok(atom::written(portal, words, &url).into_bytes())
    });
    written.await
}

/// Answers `GET /hoi-thi/{slug}/qr.svg`.
pub async fn qr_svg(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let asked = Asked::new(app, &visitor, headers, slug);
    let written = asked.answer(("qr-svg", SVG), |app, portal, _| {
        Ok(qr::code(&public_url(app, &portal.path()))?.svg().into_bytes())
    });
    written.await
}

/// Answers `GET /hoi-thi/{slug}/qr.png`.
pub async fn qr_png(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let asked = Asked::new(app, &visitor, headers, slug);
    let written = asked.answer(("qr-png", PNG), |app, portal, _| {
        Ok(qr::code(&public_url(app, &portal.path()))?.png())
    });
    written.await
}

/// Answers `GET /sitemap.xml`.
pub async fn sitemap(State(app): State<App>, headers: HeaderMap) -> Answer {
    let make = async || {
        let at = app.store.now();
        let contests = store::list(&app.store, at).await?;
        let news = store::news_paths(&app.store, at, site::MAPPED_NEWS).await?;
        let map = site::map(&contests, &news, &public_url(&app, ""));
        let until = until(&app, at).await?;
        Ok(Made { kind: XML, bytes: map.into_bytes(), until })
    };
    let kept = app.shelf.take(&app.store, "sitemap".to_owned(), make).await?;
    Ok(kept.answer(&headers).into_response())
}

/// Answers `GET /robots.txt`.
pub async fn robots(State(app): State<App>, headers: HeaderMap) -> Answer {
    let make = async || {
        let bytes = site::robots(&public_url(&app, "")).into_bytes();
        Ok(Made { kind: TEXT, bytes, until: dates::keeps_until(app.store.now(), false) })
    };
    let kept = app.shelf.take(&app.store, "robots".to_owned(), make).await?;
    Ok(kept.answer(&headers).into_response())
}

/// Until when what everybody reads is right: midnight, or the moment at which the next contest or piece of
/// news appears.
pub async fn until(app: &App, at: kernel::Instant) -> Result<kernel::Instant, kernel::Fault> {
    let midnight = dates::keeps_until(at, false);
    let next = store::next_to_appear(&app.store, at).await?;
    let results = awards::next_to_appear(&app.store, at).await?;
    Ok(next.into_iter().chain(results).chain([midnight]).min().unwrap_or(midnight))
}
