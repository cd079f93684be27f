//! Where exports lie, and how they go.

use std::path::PathBuf;

use ::store::Tx;
use kernel::{Failure, Fault, Instant};

use super::ExportId;
use super::store::exports;
use crate::frame::App;

/// The file of an export.
pub fn place(app: &App, id: ExportId) -> PathBuf {
    folder(app).join(format!("{id}.zip"))
}

/// The file of an export while it is being made.
pub fn draft(app: &App, id: ExportId) -> PathBuf {
    folder(app).join(format!("{id}.part"))
}

fn folder(app: &App) -> PathBuf {
    app.configuration.data.join("exports")
}

/// Removes the file of an export, if it is there.
///
/// # Errors
/// The disk refuses.
pub async fn remove(app: &App, id: ExportId) -> Result<(), Failure> {
    match tokio::fs::remove_file(place(app, id)).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Removes exports that have been kept long enough.
///
/// # Errors
/// The database is away, or the disk refuses.
pub async fn sweep(app: &App) -> Result<(), Failure> {
    for id in exports::over(&app.store, app.store.now()).await? {
        let id: ExportId = id.parse().map_err(Fault::from)?;
        remove(app, id).await?;
        let mut tx = app.store.begin().await?;
        exports::end(&mut tx, id, "swept").await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Forgets what was ordered before a moment and has no file any more; how many.
///
/// # Errors
/// The database is away.
pub async fn forget_exports(tx: &mut Tx, before: Instant) -> Result<i64, Failure> {
    Ok(i64::try_from(exports::forget(tx, before).await?).map_err(Fault::from)?)
}
