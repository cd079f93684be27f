//! The files of a dossier: added, and taken away again.

use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use entry::{Item, Need, Role, Step, is_called_identity};
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::beside::{Beside, Shelves};
use super::steps::{Deadline, StepItem, deadline, steps};
use super::write::titled;
use super::{dossier_id, named, part_id};
use crate::accounts::Actor;
use crate::dossiers::access::{self, SeenDossier};
use crate::dossiers::store::FileRow;
use crate::dossiers::submit::{self, Ready};
use crate::dossiers::{self, policy};
use crate::files;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::uploads::Upload;

/// A part of the checklist with what is there of it.
struct Shelf {
    key: String,
    name: String,
    note: String,
    kinds: String,
    is_required: bool,
    takes: bool,
    is_open: bool,
    files: Vec<Shown>,
}

/// A file as pages show it.
struct Shown {
    id: String,
    name: String,
    size: String,
    hash: String,
    is_here: bool,
    /// How much of it has come, in percent.
    percent: i64,
    /// It is called as identity papers are, and none are asked for here.
    is_needless: bool,
    beside: Beside,
}

#[derive(Template)]
#[template(path = "dossiers/pages/files.html")]
struct FilesPage {
    frame: Frame,
    errors: Errors,
    id: String,
    title: String,
    steps: Vec<StepItem>,
    deadline: Option<Deadline>,
    limits: String,
    /// Whether the rules ask for a picture of identity papers.
    asks_identity: bool,
    shelves: Vec<Shelf>,
}

/// Answers `GET /dossiers/{id}/files`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::own(&app.store, &actor, dossier_id(&id)?).await?;
    shown(&app, &visitor, (&actor, &seen), (Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &SeenDossier),
    (errors, status): (Errors, StatusCode),
) -> Answer {
    let ready = submit::ready(&app.store, actor, seen.id).await?;
    let (rules, _) = &ready.rules;
    policy::may_write(seen, &ready.taking, visitor.at())?;
    dossiers::write::is_open(seen, seen.opens(Step::Files))?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let limits = rules.entry.files;
    let limits = kernel::Message::new("entry-files-size")
        .with("each", limits.each_mb)
        .with("all", limits.all_mb)
        .with("most", limits.most);
    let sent = named::sent(&app.store, seen.id).await?;
    let hashes: Vec<String> = ready.files.iter().map(|file| file.hash.clone()).collect();
    let beside = Shelves::load(&app.store, &hashes).await?;
    page_with(
        status,
        &FilesPage {
            id: seen.id.to_string(),
            title: titled(&ready.entry.solution.title, words),
            steps: steps(words, seen, Some(Step::Files), &ready.gaps),
            deadline: deadline(words, &ready.taking, visitor.at()),
            limits: words.tell(&limits),
            asks_identity: rules.entry.identity_parts().next().is_some(),
            shelves: shelves(&ready, &(sent, beside), words),
            frame,
            errors,
        },
    )
}

fn shelves(ready: &Ready, known: &(Vec<Upload>, Shelves), words: Words) -> Vec<Shelf> {
    let shelf = |item: &Item| {
        let kinds = item.takes.iter();
        let kinds = kinds.map(|kind| words.say(&format!("entry-file-{}", kind.code())));
        let kinds: Vec<String> = kinds.collect();
        let is_open = ready.seen.opens_item(&item.key);
        let mine = ready.files.iter().filter(|file| file.item_key == item.key);
        Shelf {
            key: item.key.clone(),
            name: item.name.clone(),
            note: item.note.clone(),
            kinds: if kinds.is_empty() { words.say("entry-no-file") } else { kinds.join(", ") },
            is_required: item.need == Need::Required,
            takes: is_open && !item.takes.is_empty(),
            is_open,
            files: mine.map(|file| shown_file(words, (file, item.role), known)).collect(),
        }
    };
    ready.rules.0.entry.checklist.iter().map(shelf).collect()
}

fn shown_file(
    words: Words,
    (file, role): (&FileRow, Role),
    (sent, beside): &(Vec<Upload>, Shelves),
) -> Shown {
    let is_here = file.arrived_at.is_some();
    let href = format!("/dossiers/{}/files/{}", file.dossier_id, file.id);
    Shown {
        beside: beside.of(words, &file.hash, if is_here { &href } else { "" }),
        is_here,
        id: file.id.clone(),
        name: file.name.clone(),
        size: size(file.bytes),
        hash: file.hash.clone(),
        percent: named::come(sent, &file.hash) * 100 / file.bytes.max(1),
        is_needless: role != Role::Identity && is_called_identity(&file.name),
    }
}

/// A number of bytes as people read it: `12 kB`, `3,4 MB`.
pub fn size(bytes: i64) -> String {
    match bytes {
        ..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{},{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// Answers `POST /dossiers/{id}/files`.
pub async fn add(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let id = dossier_id(&id)?;
    let seen = access::own(&app.store, &actor, id).await?;
    let done = added(&app, &visitor, (&actor, &seen), parts).await;
    after((&app, &visitor), (&actor, &seen), done).await
}

/// On to the files as they are now, or the page with what was refused.
async fn after(
    (app, visitor): (&App, &Visitor),
    (actor, seen): (&Actor, &SeenDossier),
    done: Result<(), Failure>,
) -> Answer {
    let Err(failure) = done else {
        return see(&format!("/dossiers/{}/files", seen.id), "dossier-file-added");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown(app, visitor, (actor, seen), (errors, status)).await
}

async fn added(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &SeenDossier),
    parts: Result<Multipart, MultipartRejection>,
) -> Result<(), Failure> {
    let (rules, _) = access::rules(&app.store, &seen.row).await?;
    let taking = access::window(&app.store, seen, &rules).await?;
    policy::may_write(seen, &taking, visitor.at())?;
    let mut item = String::new();
    let field = |name: &str, said: String| {
        if name == "item" {
            item = said;
        }
    };
    let sent = files::received(parts, "report-files-too-large", field).await?;
    if sent.is_empty() {
        return Err(Refusal::field("file", "dossier-file-missing").into());
    }
    for (name, bytes) in sent {
        let kept = files::keep(app, bytes).await?;
        let mut tx = app.store.begin().await?;
        dossiers::add_file(&mut tx, actor, seen.id, (&item, &name, &kept)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// An upload that is whole, and which part of the checklist it is.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Sent {
    item: String,
    upload: String,
}

/// Answers `POST /dossiers/{id}/uploads`.
pub async fn take_upload(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Answer {
    let id = dossier_id(&id)?;
    let seen = access::own(&app.store, &actor, id).await?;
    let done = async {
        let upload = sent.upload.parse().map_err(|_| Refusal::invalid("form-unreadable"))?;
        let mut tx = app.store.begin().await?;
        dossiers::take_upload(&mut tx, &actor, id, (&sent.item, upload)).await?;
        tx.commit().await.map_err(Failure::from)
    };
    after((&app, &visitor), (&actor, &seen), done.await).await
}

/// Answers `POST /dossiers/{id}/files/{part}/removal`.
pub async fn remove(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (id, part) = (dossier_id(&id)?, part_id(&part)?);
    let mut tx = app.store.begin().await?;
    dossiers::remove_file(&mut tx, &actor, id, part).await?;
    tx.commit().await?;
    see(&format!("/dossiers/{id}/files"), "dossier-file-removed")
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_read_by_people() {
        let check = |bytes, expect: &str| assert_eq!(size(bytes), expect);
        check(999, "999 B");
        check(12_345, "12 kB");
        check(3_456_789, "3,4 MB");
    }
}
