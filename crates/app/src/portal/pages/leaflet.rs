//! Poster and leaflet: a page to print, and the same as PDF.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;

use super::{Asked, Door, HTML, bytes, public_url};
use crate::frame::{Answer, App, Visitor};
use crate::portal::pdf::{self, Paper};
use crate::portal::sheet::{self, Sheet};

const PDF: &str = "application/pdf";

#[derive(Template)]
#[template(path = "portal/pages/sheet.html")]
struct SheetPage {
    door: Door,
    sheet: Sheet,
    is_poster: bool,
    picture: String,
    contest: String,
}

/// Answers `GET /hoi-thi/{slug}/ap-phich`.
pub async fn poster(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    page(Asked::new(app, &visitor, headers, slug), "ap-phich").await
}

/// Answers `GET /hoi-thi/{slug}/to-roi`.
pub async fn leaflet(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    page(Asked::new(app, &visitor, headers, slug), "to-roi").await
}

async fn page(asked: Asked, name: &str) -> Answer {
    let written = asked.answer((name, HTML), |app, portal, (words, at)| {
        let contest = portal.path();
        let sheet = sheet::of(portal, words, at, public_url(app, &contest))?;
        bytes(&SheetPage {
            door: Door::new(app, words, &format!("{contest}/{name}"), sheet.kicker.clone()),
            is_poster: name == "ap-phich",
            picture: sheet.code.svg(),
            sheet,
            contest,
        })
    });
    written.await
}

/// Answers `GET /hoi-thi/{slug}/ap-phich.pdf`.
pub async fn poster_pdf(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    file(Asked::new(app, &visitor, headers, slug), "ap-phich.pdf", pdf::A4).await
}

/// Answers `GET /hoi-thi/{slug}/to-roi.pdf`.
pub async fn leaflet_pdf(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    file(Asked::new(app, &visitor, headers, slug), "to-roi.pdf", pdf::A5).await
}

async fn file(asked: Asked, name: &str, paper: Paper) -> Answer {
    let written = asked.answer((name, PDF), |app, portal, (words, at)| {
        let sheet = sheet::of(portal, words, at, public_url(app, &portal.path()))?;
        Ok(pdf::written(&sheet, paper)?)
    });
    written.await
}
