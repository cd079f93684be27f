//! The job that packs whole dossiers into one file: the manifest as it was handed in, the facts of its receipt,
//! and its files, in a folder for each dossier.
//!
//! A dossier is packed after the other, so that memory does not grow with their number; what was packed in part
//! when the program stopped is packed anew.

use std::fs::File;
use std::io;

use ::store::jobs::{self, Leased};
use kernel::{Failure, Fault, Instant, Refusal};
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::asked;
use super::column::Sort;
use super::line::{self, Line};
use super::naming::Naming;
use super::store::exports::{self, ExportRow};
use super::{ExportId, store, sweep};
use crate::dossiers::handed_in::{self, HandedIn};
use crate::files;
use crate::frame::{App, Locale, Words};

/// Kind of the job.
pub const PACK: &str = "register.pack";

/// Dossiers between two reports of progress.
const AT_ONCE: usize = 50;
/// How long an export is kept.
const KEPT_SECONDS: i64 = 7 * 24 * 3600;
/// Most bytes of one export; beyond them the disk of a small machine would be full.
const MOST_BYTES: u64 = 20 * 1024 * 1024 * 1024;

/// Packs the export of a job.
///
/// # Errors
/// The database or the disk is away; the job is tried again, from the beginning.
pub async fn pack(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id: ExportId = payload["export"].as_str().unwrap_or("").parse().map_err(Fault::from)?;
    let row = exports::find(&app.store, id).await?;
    let packed = match row.filter(|row| matches!(row.state.as_str(), "waiting" | "packing")) {
        Some(row) => packed(app, (job, id), &row).await?,
        None => Packed::Unwanted,
    };
    let mut tx = app.store.begin().await?;
    match packed {
        Packed::Whole(dossiers, bytes) => {
            let ends = tx.at().plus_seconds(KEPT_SECONDS);
            exports::is_ready(&mut tx, id, (dossiers, bytes), ends).await?;
        }
        Packed::TooLarge => exports::end(&mut tx, id, "failed").await?,
        Packed::Unwanted => (),
    }
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    // Who took it back meanwhile wants no file.
    match exports::find(&app.store, id).await?.filter(|row| row.state == "ready") {
        Some(_) => Ok(()),
        None => sweep::remove(app, id).await,
    }
}

/// What came of packing.
enum Packed {
    /// So many dossiers, so many bytes.
    Whole(i64, i64),
    /// There is more than fits into one file.
    TooLarge,
    /// Nobody wants it any more.
    Unwanted,
}

async fn packed(
    app: &App,
    (job, id): (&Leased, ExportId),
    row: &ExportRow,
) -> Result<Packed, Failure> {
    let draft = sweep::draft(app, id);
    let folder = draft.parent().unwrap_or(&draft).to_owned();
    std::fs::create_dir_all(&folder)?;
    let day = app.store.now().day();
    let contest = row.contest_id.parse().map_err(Fault::from)?;
    let asked = asked::ask(&app.store, contest, &row.query, day).await?;
    let sort = Sort::read(&row.sort);
    let naming = Naming::read(&row.naming)?;
    let ids = store::ids(&app.store, &asked.filter, sort, (i64::MAX, 0)).await?;
    let mut zip = ZipWriter::new(File::create(&draft)?);
    let (mut count, mut bytes) = (0, 0);
    for part in ids.chunks(AT_ONCE) {
        if !goes_on(app, (job, id), count).await? {
            drop(zip);
            std::fs::remove_file(&draft)?;
            return Ok(Packed::Unwanted);
        }
        let folders = folders(app, (part, sort), &naming).await?;
        count += i64::try_from(folders.len()).map_err(Fault::from)?;
        bytes += folders.iter().map(Folder::bytes).sum::<u64>();
        if bytes > MOST_BYTES {
            drop(zip);
            std::fs::remove_file(&draft)?;
            return Ok(Packed::TooLarge);
        }
        let written = tokio::task::spawn_blocking(move || write(zip, &folders)).await;
        zip = written.map_err(Fault::from)??;
    }
    let file = zip.finish().map_err(Fault::from)?;
    file.sync_all()?;
    let bytes = i64::try_from(file.metadata()?.len()).map_err(Fault::from)?;
    std::fs::rename(&draft, sweep::place(app, id))?;
    File::open(folder)?.sync_all()?;
    Ok(Packed::Whole(count, bytes))
}

/// Writes down how far it is, holds the job, and asks whether anybody still wants it.
async fn goes_on(app: &App, (job, id): (&Leased, ExportId), count: i64) -> Result<bool, Failure> {
    let mut tx = app.store.begin().await?;
    let is_wanted = exports::is_packed(&mut tx, id, count).await?;
    jobs::hold_on(&mut tx, job).await?;
    tx.commit().await?;
    Ok(is_wanted)
}

/// What stands in the folder of one dossier.
struct Folder {
    name: String,
    manifest: String,
    receipt: String,
    /// Where each file lies, and under which name it is packed.
    files: Vec<(std::path::PathBuf, String, u64)>,
}

impl Folder {
    fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, _, bytes)| bytes).sum()
    }
}

async fn folders(
    app: &App,
    (ids, sort): (&[String], Sort),
    naming: &Naming,
) -> Result<Vec<Folder>, Failure> {
    let words = Words(Locale::Vi);
    let day = app.store.now().day();
    let lines = line::lines_of(&app.store, words, (ids, sort), day).await?;
    let mut handed_in = handed_in::newest(&app.store, ids).await?;
    let mut folders = Vec::with_capacity(lines.len());
    for line in &lines {
        let Some(version) = handed_in.remove(&line.row.dossier_id) else { continue };
        folders.push(folder(app, (line, naming), version)?);
    }
    Ok(folders)
}

fn folder(
    app: &App,
    (line, naming): (&Line, &Naming),
    version: HandedIn,
) -> Result<Folder, Failure> {
    let mut files = Vec::new();
    let mut absent = Vec::new();
    for (at, file) in (1..).zip(&version.files) {
        let name = format!("{at:02} {}", files::name_of(&file.name));
        if !file.is_here {
            absent.push(name);
            continue;
        }
        let place = files::place_of(app, &file.hash)?;
        match std::fs::metadata(&place) {
            Ok(data) => files.push((place, name, data.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => absent.push(name),
            Err(error) => return Err(error.into()),
        }
    }
    let receipt = json!({
        "number": line.row.number,
        "state": line.row.state,
        "version": version.version,
        "received_at": Instant::from_millis(version.received_at).to_string(),
        "code": version.code,
        "sha256_of_manifest": version.digest,
        "blanked_at": version.blanked_at.map(|at| Instant::from_millis(at).to_string()),
        "files_not_here_yet": absent,
    });
    let receipt = serde_json::to_string_pretty(&receipt).map_err(Fault::from)?;
    let name = naming.name(&line.row, &line.unit);
    Ok(Folder { name, manifest: version.body, receipt, files })
}

fn write(mut zip: ZipWriter<File>, folders: &[Folder]) -> Result<ZipWriter<File>, Fault> {
    let text = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // Papers and pictures are small already.
    let plain = text.compression_method(CompressionMethod::Stored).large_file(true);
    for folder in folders {
        for (name, body) in [("manifest.json", &folder.manifest), ("receipt.json", &folder.receipt)]
        {
            zip.start_file(format!("{}/{name}", folder.name), text)?;
            io::Write::write_all(&mut zip, body.as_bytes())?;
        }
        for (place, name, _) in &folder.files {
            zip.start_file(format!("{}/{name}", folder.name), plain)?;
            io::copy(&mut File::open(place)?, &mut zip)?;
        }
    }
    Ok(zip)
}

/// The file of an export that is whole, to be given out.
///
/// # Errors
/// It is not whole, or no longer there.
pub async fn whole(app: &App, row: &ExportRow) -> Result<(tokio::fs::File, u64), Failure> {
    if row.state != "ready" {
        return Err(Refusal::absent().into());
    }
    let id = row.id.parse().map_err(Fault::from)?;
    // Another node may have made it, on a disk of its own.
    let file = match tokio::fs::File::open(sweep::place(app, id)).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Refusal::absent().into());
        }
        opened => opened?,
    };
    let length = file.metadata().await?.len();
    Ok((file, length))
}
