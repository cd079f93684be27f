//! Files that arrived and that nothing names: an upload whose dossier was never given it, what a refused form had
//! brought, what stood in a draft that is gone.

use kernel::{Failure, Fault, Instant};

use super::store;
use crate::audit::{self, Act};
use crate::files;
use crate::frame::App;

/// Files of one transaction.
const AT_ONCE: i64 = 100;

/// Removes files from before a moment that no row names, rows and bytes; how many there were. Rows go before the bytes,
/// for which nobody who writes need wait: killed in between, the next round finds bytes without a row.
///
/// # Errors
/// The database or the depot is away.
pub async fn remove_unnamed(app: &App, before: Instant) -> Result<i64, Failure> {
    let mut count = 0;
    loop {
        let hashes = forget(app, before).await?;
        if hashes.is_empty() {
            break;
        }
        count += i64::try_from(hashes.len()).map_err(Fault::from)?;
    }
    remove_strays(app, before).await?;
    Ok(count)
}

/// Forgets some files that no row names; their hashes.
async fn forget(app: &App, before: Instant) -> Result<Vec<String>, Failure> {
    let mut tx = app.store.begin().await?;
    let hashes = files::unnamed(&tx, before, ("", AT_ONCE)).await?;
    let mut act = Act::on("file.forget", "files");
    for hash in &hashes {
        store::forget_file(&mut tx, hash).await?;
        files::forget(&mut tx, hash).await?;
        act = act.row("stored_file", hash);
    }
    if !hashes.is_empty() {
        audit::record(&mut tx, "system", act.note("files", hashes.len())).await?;
        tx.commit().await?;
    }
    Ok(hashes)
}

/// Removes bytes that have no row, or none any more. Whoever is handing in the same bytes has claimed them since.
async fn remove_strays(app: &App, before: Instant) -> Result<(), Failure> {
    let lying = app.depot.lying().await?;
    let named = files::named(&app.store).await?;
    for hash in lying.iter().filter(|hash| named.binary_search(hash).is_err()) {
        app.depot.discard(hash, before).await?;
    }
    Ok(())
}
