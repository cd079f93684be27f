//! A file of a dossier given out, and what stands beside it: pictures of its first pages, and the copy for judges.
//! Whoever may have the file may have both.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use kernel::{Failure, Fault, Message, Refusal};
use store::Reader;

use super::{dossier_id, part_id};
use crate::accounts::Actor;
use crate::dossiers;
use crate::dossiers::access::{self, SeenDossier};
use crate::dossiers::store::{self as rows, FileRow};
use crate::files;
use crate::frame::{Answer, App, Words};
use crate::looks::{self, Thing};
use crate::uploads::{self, Inspection, JudgesCopy, Renditions};

/// How a copy is called: the name of a file often says who wrote it.
const STEM: &str = "ban-cho-giam-khao";

/// What is there beside some files, by their hashes.
pub struct Shelves {
    made: BTreeMap<String, Renditions>,
    found: BTreeMap<String, Inspection>,
}

/// What is shown beside one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// Where the picture of its first page is; empty: there is none.
    pub picture: String,
    /// Where its copy for judges is; empty: there is none.
    pub copy: String,
    /// Why there is no copy; empty: there is one, or nobody has looked yet.
    pub no_copy: String,
    /// What keeps it from being opened, and what to do; empty: nothing.
    pub trouble: String,
}

impl Shelves {
    /// Loads what is beside these files.
    ///
    /// # Errors
    /// The database is away.
    pub async fn load(reader: &Reader, hashes: &[String]) -> Result<Self, Fault> {
        let made = uploads::renditions(reader, hashes).await?;
        Ok(Self { made, found: uploads::inspections(reader, hashes).await? })
    }

    /// What is shown beside the file of this hash, which is given out at this address.
    pub fn of(&self, words: Words, hash: &str, href: &str) -> Beside {
        let nothing = Renditions::default();
        let made = self.made.get(hash).unwrap_or(&nothing);
        let there = |is_there: bool, end: &str| match is_there && !href.is_empty() {
            true => format!("{href}/{end}"),
            false => String::new(),
        };
        let absence = made.copy.absence().filter(|_| made.copy != JudgesCopy::NotYet);
        let trouble = self.found.get(hash).and_then(Inspection::trouble_says);
        Beside {
            picture: there(!made.pages.is_empty(), "pages/1"),
            copy: there(made.copy.hash(hash).is_some(), "copy"),
            no_copy: absence.map(|key| words.say(key)).unwrap_or_default(),
            trouble: trouble.map(|says| words.tell(&says)).unwrap_or_default(),
        }
    }
}

/// Answers `GET /dossiers/{id}/files/{part}`: always as an attachment, whatever it is.
pub async fn give_out(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (seen, row) = may_have(&app, &actor, (&id, &part)).await?;
    looks::note_part(&app, &actor, (&seen.row.id, &row.id), Thing::File);
    let media_type = row.media_type.unwrap_or_else(|| "application/octet-stream".to_owned());
    files::given_out(&app, &row.hash, (media_type, &row.name)).await
}

/// A file of a dossier that the actor may have: its bytes are here, and they write it or it was handed in to them.
///
/// # Errors
/// For this actor there is no such file.
pub async fn may_have(
    app: &App,
    actor: &Actor,
    (id, part): (&str, &str),
) -> Result<(SeenDossier, FileRow), Failure> {
    let seen = access::dossier(&app.store, actor, dossier_id(id)?).await?;
    let row = rows::file(&app.store, seen.id, part_id(part)?).await?;
    let row = row.filter(|row| row.arrived_at.is_some()).ok_or_else(Refusal::absent)?;
    if seen.standing == access::Standing::Office && !is_handed_in(app, &seen, &row).await? {
        return Err(Refusal::absent().into());
    }
    Ok((seen, row))
}

/// Whether a version that was handed in names the file: what is only being written is its authors' alone.
async fn is_handed_in(app: &App, seen: &SeenDossier, file: &FileRow) -> Result<bool, Failure> {
    for version in rows::versions(&app.store, seen.id).await? {
        let manifest = dossiers::manifest::Manifest::read(&version.body)?;
        if manifest.files.iter().any(|listed| listed.sha256 == file.hash) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Answers `GET /dossiers/{id}/files/{part}/pages/{page}`: a picture that we drew, which our pages show.
pub async fn page(
    State(app): State<App>,
    actor: Actor,
    Path((id, part, page)): Path<(String, String, String)>,
) -> Answer {
    let (seen, row) = may_have(&app, &actor, (&id, &part)).await?;
    let page: usize = page.parse().map_err(|_| Refusal::absent())?;
    let mut made = uploads::renditions(&app.store, std::slice::from_ref(&row.hash)).await?;
    let pages = made.remove(&row.hash).unwrap_or_default().pages;
    let hash = page.checked_sub(1).and_then(|at| pages.get(at)).ok_or_else(Refusal::absent)?;
    looks::note_part(&app, &actor, (&seen.row.id, &row.id), Thing::File);
    files::shown(&app, hash).await
}

/// Answers `GET /dossiers/{id}/files/{part}/copy`: what judges are given of the file.
pub async fn copy(
    State(app): State<App>,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let (seen, row) = may_have(&app, &actor, (&id, &part)).await?;
    let copy = uploads::copy_for_judges(&app.store, &row.hash).await?;
    let hash = copy.hash(&row.hash).ok_or_else(|| absent(&copy))?;
    looks::note_part(&app, &actor, (&seen.row.id, &row.id), Thing::File);
    give_copy(&app, hash, row.media_type.as_deref().unwrap_or_default()).await
}

/// A copy for judges given out; its name tells nothing.
pub(crate) async fn give_copy(app: &App, hash: &str, media_type: &str) -> Answer {
    let (media_type, ending) = kind(media_type);
    files::given_out(app, hash, (media_type.to_owned(), &format!("{STEM}.{ending}"))).await
}

fn absent(copy: &JudgesCopy) -> Failure {
    let says = copy.absence().map(Message::new);
    says.map_or_else(Refusal::absent, Refusal::conflict).into()
}

/// The kind of a copy is that of its original, and its ending is by the kind.
fn kind(media_type: &str) -> (&str, &'static str) {
    let ending = match media_type {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/webp" => "webp",
        _ => "docx",
    };
    (media_type, ending)
}
