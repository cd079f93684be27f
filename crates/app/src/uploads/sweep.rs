//! What nobody sends on any more is removed.

use kernel::{Failure, Fault};

use super::part::{self, Part};
use super::store as rows;
use super::{State, UploadId};
use crate::frame::App;

/// Uploads that one round ends.
const AT_ONCE: i64 = 200;

/// Ends uploads whose bytes were waited for in vain, and removes what lies on this disk of any that has ended.
///
/// # Errors
/// The disk or the database is away.
pub async fn sweep(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    for id in rows::expired(&tx, tx.at(), AT_ONCE).await? {
        rows::end(&mut tx, id, State::Expired).await?;
    }
    tx.commit().await?;
    let data = app.configuration.data.clone();
    let lying = tokio::task::spawn_blocking(move || part::lying(&data)).await;
    let lying = lying.map_err(Fault::from)??;
    let open = rows::open_among(&app.store, &lying).await?;
    for id in lying.into_iter().filter(|id| !open.contains(id)) {
        remove(app, id).await?;
    }
    Ok(())
}

/// Removes what is on disk of an upload that has ended; nothing while somebody still writes it.
///
/// # Errors
/// The disk refuses.
pub async fn remove(app: &App, id: UploadId) -> Result<(), Failure> {
    let data = app.configuration.data.clone();
    let removing = tokio::task::spawn_blocking(move || match Part::hold(&data, id) {
        Ok(part) => Ok(part.remove()?),
        Err(Failure::Refusal(_)) => Ok(()),
        Err(fault) => Err(fault),
    });
    removing.await.map_err(Fault::from)?
}
