//! The book taken out to a place on this machine, by whoever has its command line: the same tables and packages as
//! from the pages, noted in the ledger before the first byte is written.

use std::fs::File;
use std::path::{Path, PathBuf};

use kernel::id::ContestId;
use kernel::{Failure, Fault, Message, Refusal};
use tokio::io::AsyncWriteExt;

use super::column::{Column, Sort};
use super::export::{Format, note_taken};
use super::line::AT_ONCE;
use super::naming::Naming;
use super::package::{self, Package};
use super::sheet::{self, Table};
use super::{Asked, asked, store};
use crate::accounts::Actor;
use crate::frame::{App, Words};

/// Which dossiers are meant, in order.
#[derive(Debug, Clone)]
pub struct Meant {
    asked: Asked,
    ids: Vec<String>,
    sort: Sort,
}

impl Meant {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// Ids of so many dossiers as are read at once, and their order.
    pub fn parts(&self) -> impl Iterator<Item = (&[String], Sort)> {
        self.ids.chunks(AT_ONCE).map(|part| (part, self.sort))
    }

    async fn note(&self, app: &App, actor: &Actor, form: &str) -> Result<(), Failure> {
        let count = i64::try_from(self.ids.len()).map_err(Fault::from)?;
        let mut tx = app.store.begin().await?;
        note_taken(&mut tx, actor, (&self.asked, count), form).await?;
        tx.commit().await.map_err(Failure::from)
    }
}

/// The dossiers of a contest's book that a query means.
///
/// # Errors
/// Something of the query was not understood.
pub async fn meant(
    app: &App,
    contest: ContestId,
    (query, sort): (&str, &str),
) -> Result<Meant, Failure> {
    let asked = asked::ask(&app.store, contest, query, app.store.now().day()).await?;
    if let Some(trouble) = asked.troubles.first() {
        return Err(Refusal::field("q", trouble.message()).into());
    }
    let sort = Sort::read(sort);
    let ids = store::ids(&app.store, &asked.filter, sort, (i64::MAX, 0)).await?;
    Ok(Meant { asked, ids, sort })
}

/// Writes a table with every column.
///
/// # Errors
/// The actor does not run the contest, or the disk refuses.
pub async fn table(
    app: &App,
    actor: &Actor,
    meant: &Meant,
    (format, place, words): (Format, &Path, Words),
) -> Result<(), Failure> {
    meant.note(app, actor, format.code()).await?;
    let columns = Column::ALL.to_vec();
    let day = app.store.now().day();
    let table = Table { ids: meant.ids.clone(), sort: meant.sort, columns, words, day };
    let draft = draft_of(place);
    let mut file = tokio::fs::File::create(&draft).await?;
    match format {
        Format::Csv => sheet::csv(&app.store, &table, &mut file).await?,
        Format::Xlsx => {
            let (made, _) = sheet::xlsx(&app.store, &table).await?;
            tokio::io::copy(&mut tokio::fs::File::from_std(made), &mut file).await?;
            file.flush().await?;
        }
    }
    file.sync_all().await?;
    Ok(std::fs::rename(draft, place)?)
}

/// Packs whole dossiers into one file; answers with its bytes.
///
/// # Errors
/// Nothing is meant, the pattern of names does not fit, the actor does not run the contest, or the disk refuses.
pub async fn zip(
    app: &App,
    actor: &Actor,
    meant: &Meant,
    (naming, place): (&str, &Path),
) -> Result<u64, Failure> {
    let naming = named(meant, naming)?;
    meant.note(app, actor, "zip").await?;
    let draft = draft_of(place);
    let package = Package::zip(File::create(&draft)?);
    let bytes = packed(app, meant, (package, &naming)).await?;
    std::fs::rename(draft, place)?;
    Ok(bytes)
}

/// Writes whole dossiers into a folder that is new or empty; answers with their bytes.
///
/// # Errors
/// As for [`zip()`], and the folder holds something.
pub async fn folder(
    app: &App,
    actor: &Actor,
    meant: &Meant,
    (naming, place): (&str, &Path),
) -> Result<u64, Failure> {
    let naming = named(meant, naming)?;
    if place.exists() && std::fs::read_dir(place)?.next().is_some() {
        let message = Message::new("register-folder-not-empty").with("folder", place.display());
        return Err(Refusal::invalid(message).into());
    }
    meant.note(app, actor, "folder").await?;
    std::fs::create_dir_all(place)?;
    packed(app, meant, (Package::folders(place), &naming)).await
}

fn named(meant: &Meant, naming: &str) -> Result<Naming, Refusal> {
    match meant.ids.is_empty() {
        true => Err(Refusal::field("q", "register-nothing-to-pack")),
        false => Naming::read(naming),
    }
}

async fn packed(
    app: &App,
    meant: &Meant,
    (mut package, naming): (Package, &Naming),
) -> Result<u64, Failure> {
    for part in meant.ids.chunks(package::AT_ONCE) {
        let folders = package::folders(app, (part, meant.sort), naming).await?;
        package = package.write(app, folders).await?;
    }
    Ok(package.finish()?)
}

/// Where a file lies while it is being written: nobody takes a part for the whole.
fn draft_of(place: &Path) -> PathBuf {
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned());
    place.with_file_name(format!(".{}.partial", name.unwrap_or_default()))
}
