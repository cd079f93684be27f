//! The job that packs whole dossiers into one file: the manifest as it was handed in, the facts of its receipt,
//! and its files, in a folder for each dossier.
//!
//! A dossier is packed after the other, so that memory does not grow with their number; what was packed in part
//! when the program stopped is packed anew.

use std::fs::File;
use std::io;

use ::store::jobs::{self, Leased};
use kernel::{Failure, Fault, Refusal};

use super::asked;
use super::column::Sort;
use super::naming::Naming;
use super::package::{self, AT_ONCE, Package};
use super::store::exports::{self, ExportRow};
use super::{ExportId, store, sweep};
use crate::frame::App;

/// Kind of the job.
pub const PACK: &str = "register.pack";

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
    let mut zip = Package::zip(File::create(&draft)?);
    let (mut count, mut bytes) = (0, 0);
    for part in ids.chunks(AT_ONCE) {
        if !goes_on(app, (job, id), count).await? {
            drop(zip);
            std::fs::remove_file(&draft)?;
            return Ok(Packed::Unwanted);
        }
        let folders = package::folders(app, (part, sort), &naming).await?;
        count += i64::try_from(folders.len()).map_err(Fault::from)?;
        bytes += folders.iter().map(package::Folder::bytes).sum::<u64>();
        if bytes > MOST_BYTES {
            drop(zip);
            std::fs::remove_file(&draft)?;
            return Ok(Packed::TooLarge);
        }
        zip = zip.write(app, folders).await?;
    }
    let bytes = i64::try_from(zip.finish()?).map_err(Fault::from)?;
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
