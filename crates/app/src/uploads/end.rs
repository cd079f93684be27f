//! An upload that its sender wants no more.

use kernel::{Failure, Refusal};

use super::{State, UploadId, receive, store as rows};
use crate::accounts::Actor;
use crate::frame::App;

/// Ends an open upload and removes what came of it.
///
/// # Errors
/// There is no such upload of the actor, it is not open, or bytes of it arrive at this moment.
pub async fn withdraw(app: &App, actor: &Actor, id: UploadId) -> Result<(), Failure> {
    let upload = super::find(&app.store, actor, id).await?;
    let part = receive::hold(app, &upload).await?;
    let mut tx = app.store.begin().await?;
    let was_open = rows::end(&mut tx, id, State::Withdrawn).await?;
    tx.commit().await?;
    part.remove()?;
    match was_open {
        true => Ok(()),
        false => Err(Refusal::conflict("upload-not-open").into()),
    }
}
