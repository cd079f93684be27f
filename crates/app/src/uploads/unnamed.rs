//! Files that arrived and that nothing names: an upload whose dossier was never given it, what a refused form had
//! brought, what stood in a draft that is gone.

use kernel::{Failure, Fault, Instant};

use super::store;
use crate::audit::{self, Act};
use crate::files;
use crate::frame::App;

/// Files of one transaction.
const AT_ONCE: i64 = 100;

/// Removes files from before a moment that no row names, bytes and rows; how many there were. Bytes go before the
/// transaction is on disk: killed in between, the row is found again by the next round, and its bytes are gone.
///
/// # Errors
/// The database or the disk is away.
pub async fn remove_unnamed(app: &App, before: Instant) -> Result<i64, Failure> {
    let mut count = 0;
    // What was made of a file is named by it, and by nothing when it has gone.
    loop {
        match pass(app, before).await? {
            0 => break,
            gone => count += gone,
        }
    }
    remove_strays(app, before).await?;
    Ok(count)
}

/// One way through all files, in the order of their hashes.
async fn pass(app: &App, before: Instant) -> Result<i64, Failure> {
    let (mut count, mut after) = (0, String::new());
    loop {
        let mut tx = app.store.begin().await?;
        let hashes = files::unnamed(&tx, before, (&after, AT_ONCE)).await?;
        let Some(last) = hashes.last() else { return Ok(count) };
        after.clone_from(last);
        let mut act = Act::on("file.forget", "files");
        let mut gone = 0;
        for hash in &hashes {
            if files::discard(&app.configuration.data, hash, before)? {
                store::forget_file(&mut tx, hash).await?;
                files::forget(&mut tx, hash).await?;
                act = act.row("stored_file", hash);
                gone += 1;
            }
        }
        if gone > 0 {
            audit::record(&mut tx, "system", act.note("files", gone)).await?;
            tx.commit().await?;
        }
        count += gone;
    }
}

/// Removes bytes that never had a row, or whose row went when the program was killed.
async fn remove_strays(app: &App, before: Instant) -> Result<(), Failure> {
    let data = app.configuration.data.clone();
    let lying = tokio::task::spawn_blocking(move || files::strays(&data)).await;
    let lying = lying.map_err(Fault::from)??;
    let named = files::named(&app.store).await?;
    for hash in lying.iter().filter(|hash| named.binary_search(hash).is_err()) {
        files::discard(&app.configuration.data, hash, before)?;
    }
    Ok(())
}
