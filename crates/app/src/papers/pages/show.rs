//! One paper: what it is, what was read, its file.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use documents::Facts;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::{kind_name, list, number, read_id, title, written};
use crate::accounts::Actor;
use crate::contests::policy;
use crate::files;
use crate::frame::answer::{encode, page, see};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::papers::incoming;
use crate::papers::store::{self as rows, PaperRow};
use crate::papers::trouble::Trouble;

#[derive(Template)]
#[template(path = "papers/pages/show.html")]
struct ShowPage {
    frame: Frame,
    id: String,
    title: String,
    kind: String,
    number: String,
    day: String,
    issuer: String,
    file_name: String,
    has_file: bool,
    state: &'static str,
    is_reading: bool,
    trouble: Option<String>,
    found: Vec<String>,
    text: String,
    contest: Option<(String, String)>,
    public: bool,
}

/// Answers `GET /papers/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    policy::may_begin(&actor)?;
    let id = read_id(&id)?;
    let paper = rows::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    let (text, facts) = rows::reading(&app.store, id).await?.unzip();
    let frame = Frame::new(&app, &visitor);
    let found = facts.as_ref().map(|facts| found(facts, frame.t)).unwrap_or_default();
    let state = list::state(&paper);
    page(&ShowPage {
        title: title(&paper, frame.t),
        kind: kind_name(paper.kind.as_deref(), frame.t),
        number: number(paper.number.as_deref(), paper.symbol.as_deref()),
        day: paper.issued_on.as_deref().map(written).unwrap_or_default(),
        state,
        is_reading: state == "paper-state-reading",
        trouble: paper.trouble.as_deref().map(|code| frame.t.tell(&Trouble::told(code))),
        issuer: paper.issuer.unwrap_or_default(),
        file_name: paper.file_name.unwrap_or_default(),
        has_file: paper.hash.is_some(),
        contest: paper.contest_id.zip(paper.contest_name),
        public: paper.public,
        id: paper.id,
        text: text.unwrap_or_default(),
        found,
        frame,
    })
}

fn found(facts: &Facts, words: Words) -> Vec<String> {
    let counted = [
        ("paper-found-milestones", facts.milestones.len()),
        ("paper-found-tasks", facts.tasks.len()),
        ("paper-found-contacts", facts.contacts.len()),
        ("paper-found-citations", facts.legal_basis.len()),
        ("paper-found-doubts", facts.warnings.len()),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    counted.map(|(key, count)| words.count(key, count)).collect()
}

/// Answers `GET /papers/{id}/file`: never shown in the page, always saved.
pub async fn file(
    State(app): State<App>,
    _: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    policy::may_begin(&actor)?;
    let paper = rows::find(&app.store, read_id(&id)?).await?.ok_or_else(Refusal::absent)?;
    let PaperRow { hash: Some(hash), file_name, .. } = paper else {
        return Err(Refusal::absent().into());
    };
    let bytes = files::bytes(&app, &hash).await?;
    let name = file_name.unwrap_or_else(|| "van-ban".to_owned());
    let disposition = format!("attachment; filename*=UTF-8''{}", encode(&name));
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}

/// Whether the portal shows the paper.
#[derive(Deserialize)]
pub struct Shown {
    #[serde(default)]
    public: String,
}

/// Answers `POST /papers/{id}/public`.
pub async fn set_public(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Shown>,
) -> Answer {
    let id = read_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        incoming::set_public(&mut tx, &actor, id, typed.public == "yes").await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    done.await?;
    see(&format!("/papers/{id}"), "paper-changed")
}
