//! The files of papers that everybody may read.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use kernel::Refusal;

use crate::files;
use crate::frame::answer::encode;
use crate::frame::{Answer, App};
use crate::portal::store::{self, PaperRow};

/// Answers `GET /hoi-thi/{slug}/van-ban/{paper}`: the file, to be kept and not to be shown by the browser.
pub async fn show(State(app): State<App>, Path((slug, id)): Path<(String, String)>) -> Answer {
    let found = store::find(&app.store, &slug, app.store.now()).await?;
    let contest = found.ok_or_else(Refusal::absent)?;
    let papers = store::papers(&app.store, &contest.id).await?;
    let paper = papers.into_iter().find(|paper| paper.id == id).ok_or_else(Refusal::absent)?;
    let hash = paper.hash.as_deref().ok_or_else(Refusal::absent)?;
    let mut response = files::bytes(&app, hash).await?.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(&paper)));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition(&paper))?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    Ok(response)
}

/// The name under which it is kept (RFC 6266, RFC 8187).
fn disposition(paper: &PaperRow) -> String {
    let name = paper.file_name.clone().unwrap_or_else(|| "van-ban".to_owned());
    let encoded = encode(&name.replace(['/', '\\'], "-"));
    format!("attachment; filename*=UTF-8''{encoded}")
}

/// The ending of the name, where its content does not speak against it.
fn ending(paper: &PaperRow) -> Option<String> {
    let name = paper.file_name.as_deref()?;
    Some(name.rsplit_once('.')?.1.to_ascii_lowercase())
}

fn media_type(paper: &PaperRow) -> &'static str {
    let ending = ending(paper);
    match (paper.media_type.as_deref(), ending.as_deref()) {
        (Some("application/zip"), Some("docx")) => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        (Some("application/zip"), Some("xlsx")) => {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
        (Some("application/pdf"), _) => "application/pdf",
        (Some("image/png"), _) => "image/png",
        (Some("image/jpeg"), _) => "image/jpeg",
        _ => "application/octet-stream",
    }
}

/// What people call the format: `PDF`, `DOCX`; nothing where nobody would know it.
pub fn format(paper: &PaperRow) -> Option<String> {
    match (paper.media_type.as_deref(), ending(paper)) {
        (Some("application/pdf"), _) => Some("PDF".to_owned()),
        (Some("image/png"), _) => Some("PNG".to_owned()),
        (Some("image/jpeg"), _) => Some("JPEG".to_owned()),
        (_, ending) => ending.filter(|it| it.len() <= 4).map(|it| it.to_ascii_uppercase()),
    }
}
