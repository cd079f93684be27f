//! From lines to rows.

use ::store::Tx;
use kernel::{Failure, Fault};

use super::{Look, journal, store};
use crate::frame::App;

/// Looks that follow one another within so long are one row.
const SOON_MILLIS: i64 = 10 * 60 * 1000;
/// Looks of one transaction: less than a tenth of a second's work.
const AT_ONCE: usize = 200;

/// Makes rows of the looks that were noted since the last time. Killed in between, the same lines are read again,
/// and what is in the rows already is passed over.
///
/// # Errors
/// The database or the disk is away.
pub async fn fold(app: &App) -> Result<(), Failure> {
    let data = app.configuration.data.clone();
    let taken = tokio::task::spawn_blocking(move || journal::take(&data)).await;
    let Some(looks) = taken.map_err(Fault::from)?? else { return Ok(()) };
    for looks in looks.chunks(AT_ONCE) {
        let mut tx = app.store.begin().await?;
        for look in looks {
            join(&mut tx, look).await?;
        }
        tx.commit().await?;
    }
    Ok(journal::done(&app.configuration.data)?)
}

async fn join(tx: &mut Tx, look: &Look) -> Result<(), Failure> {
    match store::last(tx, look).await? {
        Some(row) if look.at <= row.last_at => Ok(()),
        Some(row) if look.at - row.last_at <= SOON_MILLIS => {
            store::again(tx, &row.id, look.at).await
        }
        _ => store::insert(tx, look).await,
    }
}
