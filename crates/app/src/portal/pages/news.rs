//! News that everybody may read: all of a contest, and one piece.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::Door;
use super::files;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages};
use crate::frame::money;
use crate::frame::{Answer, App, Visitor, Words};
use crate::news::{Piece, paragraphs};
use crate::portal::contest::path;
use crate::portal::dates;
use crate::portal::store::{self, NewsRow, PublicRow};

/// News in a list.
pub struct NewsLine {
    /// Where it is read.
    pub href: String,
    /// One line.
    pub title: String,
    /// The day.
    pub day: String,
    /// Name of its contest.
    pub contest: String,
}

/// A piece of news as a list shows it.
pub fn line(row: &NewsRow, words: Words) -> NewsLine {
    NewsLine {
        href: format!("{}/tin/{}", path(&row.slug), row.id),
        title: row.title.clone(),
        day: day(row, words),
        contest: row.contest.clone(),
    }
}

fn day(row: &NewsRow, words: Words) -> String {
    let read = row.day.parse();
    read.map_or_else(|_| row.day.clone(), |day| dates::short(words, day))
}

#[derive(Template)]
#[template(path = "portal/pages/news.html")]
struct ListPage {
    door: Door,
    contest: (String, String),
    lines: Vec<NewsLine>,
    pages: Pages,
}

#[derive(Template)]
#[template(path = "portal/pages/news_one.html")]
struct OnePage {
    door: Door,
    contest: (String, String),
    title: String,
    day: String,
    paragraphs: Vec<Vec<Piece>>,
    /// Address, name, format and size of its file.
    file: Option<(String, String, String)>,
}

/// Which page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

/// Answers `GET /hoi-thi/{slug}/tin`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (words, now) = (visitor.words(), visitor.at());
    let contest = shown(&app, &slug, now).await?;
    let total = store::news_count(&app.store, &contest.id, now).await?;
    let (at, first) = at(wanted.page, total);
    let found = store::news(&app.store, (&contest.id, now), (ROWS, first)).await?;
    let here = format!("{}/tin", path(&slug));
    page(&ListPage {
        lines: found.iter().map(|row| line(row, words)).collect(),
        pages: pages(at, total, |page| address(&here, &[("page", &page.to_string())])),
        door: door(
            &app,
            words,
            (&slug, &here),
            words.with("portal-news-of", "name", &contest.name),
        ),
        contest: (path(&slug), contest.name),
    })
}

/// Answers `GET /hoi-thi/{slug}/tin/{news}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
) -> Answer {
    let (words, now) = (visitor.words(), visitor.at());
    let contest = shown(&app, &slug, now).await?;
    let row = store::find_news(&app.store, (&contest.id, &id), now).await?;
    let row = row.ok_or_else(Refusal::absent)?;
    let here = format!("{}/tin/{id}", path(&slug));
    page(&OnePage {
        day: day(&row, words),
        paragraphs: paragraphs(&row.body),
        file: file(&row, &here),
        door: door(&app, words, (&slug, &here), begun(&row.body)),
        contest: (path(&slug), contest.name),
        title: row.title,
    })
}

async fn shown(app: &App, slug: &str, at: Instant) -> Result<PublicRow, Failure> {
    Ok(store::find(&app.store, slug, at).await?.ok_or_else(Refusal::absent)?)
}

fn door(app: &App, words: Words, (slug, here): (&str, &str), about: String) -> Door {
    let feed = Some(format!("{}/tin.atom", path(slug)));
    Door { feed, ..Door::new(app, words, here, about) }
}

/// Most characters of a preview.
const PREVIEW: usize = 200;

/// The beginning of a text, on one line.
fn begun(body: &str) -> String {
    let line = kernel::text::clean(&body.replace('\n', " "));
    match line.chars().count() <= PREVIEW {
        true => line,
        false => line.chars().take(PREVIEW).chain(['…']).collect(),
    }
}

fn file(row: &NewsRow, here: &str) -> Option<(String, String, String)> {
    row.file_hash.as_ref()?;
    let name = row.file_name.clone()?;
    let format = files::format((row.media_type.as_deref(), Some(&name)));
    let format: Vec<String> = format.into_iter().chain(row.bytes.map(money::size)).collect();
    Some((format!("{here}/tep"), name, format.join(" · ")))
}
