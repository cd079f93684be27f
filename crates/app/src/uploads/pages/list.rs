//! What somebody has sent and is sending.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::Refusal;
use serde::Deserialize;

use super::read_id;
use crate::accounts::Actor;
use crate::files;
use crate::frame::answer::{page, see};
use crate::frame::listing::{self, Pages, ROWS};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::uploads::store::{self as rows, Upload};
use crate::uploads::{self, State as Stand, end};

/// What is looked at.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

struct Line {
    id: String,
    name: String,
    hash: String,
    /// How many bytes are here of how many, and for people.
    received: u64,
    bytes: u64,
    size: String,
    percent: u64,
    state: String,
    is_open: bool,
    is_finished: bool,
    at: String,
}

#[derive(Template)]
#[template(path = "uploads/pages/list.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    goes_on: bool,
    pages: Pages,
}

/// Answers `GET /uploads`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let total = rows::count(&app.store, account).await?;
    let (at, first) = listing::at(wanted.page, total);
    let found = rows::list(&app.store, account, (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let lines: Vec<Line> = found.into_iter().map(|upload| line(upload, &frame)).collect();
    let here = |page: i64| listing::address("/uploads", &[("page", &page.to_string())]);
    page(&ListPage {
        goes_on: lines.iter().any(|line| line.is_open),
        pages: listing::pages(at, total, here),
        lines,
        frame,
    })
}

fn line(upload: Upload, frame: &Frame) -> Line {
    let bytes = upload.promise.bytes;
    let at = upload.finished_at.unwrap_or(upload.expires_at);
    Line {
        id: upload.id.to_string(),
        size: size(bytes),
        percent: upload.received * 100 / bytes.max(1),
        state: frame.t.say(&upload.state.label()),
        is_open: upload.state == Stand::Open,
        is_finished: upload.state == Stand::Finished,
        at: at.written(),
        name: upload.promise.name,
        hash: upload.promise.hash,
        received: upload.received,
        bytes,
    }
}

/// `740 B`, `12 kB`, `3,4 MB`: one digit behind the comma where there is one before it.
fn size(bytes: u64) -> String {
    let tenths = |unit: u64| bytes * 10 / unit;
    let shown = |unit: u64, name: &str| match tenths(unit) {
        tenths @ 0..=99 => format!("{},{} {name}", tenths / 10, tenths % 10),
        tenths => format!("{} {name}", tenths / 10),
    };
    match bytes {
        0..=999 => format!("{bytes} B"),
        1_000..=999_999 => shown(1_000, "kB"),
        1_000_000..=999_999_999 => shown(1_000_000, "MB"),
        _ => shown(1_000_000_000, "GB"),
    }
}

/// Answers `GET /uploads/{id}/file`: what somebody sent, for themselves.
pub async fn file(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let upload = uploads::find(&app.store, &actor, read_id(&id)?).await?;
    let kept = uploads::finished(&app.store, &[upload.id]).await?;
    let (_, kept, _) = kept.into_iter().next().ok_or_else(Refusal::absent)?;
    let about = (kept.media_type.to_owned(), upload.promise.name.as_str());
    files::given_out(&app, &kept.hash, about).await
}

/// Answers `POST /uploads/{id}/removal`.
pub async fn remove(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    end::withdraw(&app, &actor, read_id(&id)?).await?;
    see("/uploads", "upload-withdrawn")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_shown_shortly() {
        let check = |bytes: u64, expect: &str| assert_eq!(size(bytes), expect);
        check(0, "0 B");
        check(999, "999 B");
        check(1_000, "1,0 kB");
        check(12_345, "12 kB");
        check(3_456_789, "3,4 MB");
        check(345_678_901, "345 MB");
        check(1_073_741_824, "1,0 GB");
    }
}
