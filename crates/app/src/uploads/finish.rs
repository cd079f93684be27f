//! The last byte is there: the hash is compared, and the file becomes one of `files`.
//!
//! The order is: flushed part, hash, new name, into the depot, row and ledger in one transaction, and only then is the
//! part removed. Killed anywhere in between, the next request of the sender goes on from there.

use kernel::{Failure, Fault, Refusal};

use super::part::Part;
use super::store::{self as rows, Upload};
use super::{State, inspect};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::files::{self, Kept};
use crate::frame::App;

/// What became of the bytes.
enum Looked {
    Right(Part, Kept),
    Wrong(Part),
}

/// Ends an upload of which all bytes are on disk.
///
/// # Errors
/// The bytes are not those that were promised, or it has ended already.
pub async fn finish(app: &App, actor: &Actor, upload: &Upload, part: Part) -> Result<(), Failure> {
    let hash = upload.promise.hash.clone();
    let looking = tokio::task::spawn_blocking(move || {
        if !part.whole().is_file() {
            if part.hash()? != hash {
                return Ok(Looked::Wrong(part));
            }
            part.is_whole()?;
        }
        let kept = files::known(&part.whole(), &hash)?;
        Ok::<_, Fault>(Looked::Right(part, kept))
    });
    match looking.await.map_err(Fault::from)?? {
        Looked::Right(part, kept) => {
            files::adopt(app, &part.whole(), &kept).await?;
            write_down(app, actor, upload, &kept).await?;
            Ok(part.remove()?)
        }
        Looked::Wrong(part) => {
            let mut tx = app.store.begin().await?;
            rows::end(&mut tx, upload.id, State::Refused).await?;
            tx.commit().await?;
            part.remove()?;
            Err(Refusal::invalid("upload-differs").into())
        }
    }
}

async fn write_down(app: &App, actor: &Actor, upload: &Upload, kept: &Kept) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    if !rows::end(&mut tx, upload.id, State::Finished).await? {
        return Err(Refusal::conflict("upload-not-open").into());
    }
    let act = Act::on("upload.finish", format!("upload/{}", upload.id));
    let act = files::note(&mut tx, kept, act.note("hash", &kept.hash)).await?;
    inspect::enqueue(&mut tx, &kept.hash).await?;
    audit::record(&mut tx, actor.who, act.note("bytes", kept.bytes)).await?;
    Ok(tx.commit().await?)
}
