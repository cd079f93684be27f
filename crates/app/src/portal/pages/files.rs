//! The files of papers and news that everybody may read.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use kernel::Refusal;

use crate::files;
use crate::frame::answer::encode;
use crate::frame::{Answer, App};
use crate::portal::store;

/// Answers `GET /hoi-thi/{slug}/van-ban/{paper}`: the file, to be kept and not to be shown by the browser.
pub async fn show(State(app): State<App>, Path((slug, id)): Path<(String, String)>) -> Answer {
    let found = store::find(&app.store, &slug, app.store.now()).await?;
    let contest = found.ok_or_else(Refusal::absent)?;
    let papers = store::papers(&app.store, &contest.id).await?;
    let paper = papers.into_iter().find(|paper| paper.id == id).ok_or_else(Refusal::absent)?;
    let hash = paper.hash.as_deref().ok_or_else(Refusal::absent)?;
    sent(&app, hash, (paper.media_type.as_deref(), paper.file_name.as_deref())).await
}

/// Answers `GET /hoi-thi/{slug}/tin/{news}/tep`: likewise.
pub async fn of_news(State(app): State<App>, Path((slug, id)): Path<(String, String)>) -> Answer {
    let at = app.store.now();
    let contest = store::find(&app.store, &slug, at).await?.ok_or_else(Refusal::absent)?;
    let news = store::find_news(&app.store, (&contest.id, &id), at).await?;
    let news = news.ok_or_else(Refusal::absent)?;
    let hash = news.file_hash.as_deref().ok_or_else(Refusal::absent)?;
    sent(&app, hash, (news.media_type.as_deref(), news.file_name.as_deref())).await
}

/// What a file is by content, and its name.
type Named<'f> = (Option<&'f str>, Option<&'f str>);

async fn sent(app: &App, hash: &str, named: Named<'_>) -> Answer {
    let mut response = files::bytes(app, hash).await?.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(named)));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition(named.1))?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    Ok(response)
}

/// The name under which it is kept (RFC 6266, RFC 8187).
fn disposition(name: Option<&str>) -> String {
    let name = name.unwrap_or("van-ban");
    let encoded = encode(&name.replace(['/', '\\'], "-"));
    format!("attachment; filename*=UTF-8''{encoded}")
}

/// The ending of the name, where its content does not speak against it.
fn ending(name: Option<&str>) -> Option<String> {
    Some(name?.rsplit_once('.')?.1.to_ascii_lowercase())
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn media_type((kind, name): Named<'_>) -> &'static str {
    match (kind, ending(name).as_deref()) {
        (Some(WORD), _) | (Some("application/zip"), Some("docx")) => WORD,
        (Some(EXCEL), _) | (Some("application/zip"), Some("xlsx")) => EXCEL,
        (Some("application/pdf"), _) => "application/pdf",
        (Some("image/png"), _) => "image/png",
        (Some("image/jpeg"), _) => "image/jpeg",
        _ => "application/octet-stream",
    }
}

/// What people call the format: `PDF`, `DOCX`; nothing where nobody would know it.
pub fn format((kind, name): (Option<&str>, Option<&str>)) -> Option<String> {
    match (kind, ending(name)) {
        (Some("application/pdf"), _) => Some("PDF".to_owned()),
        (Some("image/png"), _) => Some("PNG".to_owned()),
        (Some("image/jpeg"), _) => Some("JPEG".to_owned()),
        (_, ending) => ending.filter(|it| it.len() <= 4).map(|it| it.to_ascii_uppercase()),
    }
}
