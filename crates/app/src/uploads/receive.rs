//! Bytes that arrive: written as they come, flushed, and only then acknowledged.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use kernel::{Failure, Fault, Refusal};
use tokio::io::AsyncWriteExt;

use super::part::{self, Part};
use super::store::{self as rows, Upload};
use super::{State, WAITS_DAYS, finish, promise};
use crate::accounts::Actor;
use crate::frame::App;

/// A line that brings nothing for so long is given up, so that the next one can go on.
pub const LONGEST_SILENCE: Duration = Duration::from_secs(20);
/// Bytes that wait in memory to be written.
const BUFFER: usize = 64 * 1024;

/// Takes bytes of an upload that begin at `offset`; answers with how many of it are there now. What came of a
/// line that broke is kept, too.
///
/// # Errors
/// There is no such upload of the actor, it is not open, somebody else sends to it, it is elsewhere than at
/// `offset`, more comes than was promised, or what came is not what was promised.
pub async fn receive(
    app: &App,
    actor: &Actor,
    upload: &Upload,
    offset: u64,
    body: Body,
) -> Result<u64, Failure> {
    let part = hold(app, upload).await?;
    // It may have ended while we waited for nobody.
    let upload = super::find(&app.store, actor, upload.id).await?;
    match upload.state {
        State::Open => (),
        ended => {
            part.remove()?;
            return match ended == State::Finished && offset == upload.promise.bytes {
                true => Ok(offset),
                false => Err(Refusal::conflict("upload-not-open").into()),
            };
        }
    }
    if tokio::fs::try_exists(part.whole()).await? {
        finish::finish(app, actor, &upload, part).await?;
        return Ok(upload.promise.bytes);
    }
    let here = on_disk(app, &upload).await?;
    if offset != here {
        return Err(Refusal::conflict("upload-elsewhere").into());
    }
    let left = upload.promise.bytes - here;
    let file = part.open_at(here)?;
    let came = here + write(file, body, left).await?;
    match came == upload.promise.bytes {
        true => finish::finish(app, actor, &upload, part).await?,
        false => acknowledge(app, &upload, came).await?,
    }
    Ok(came)
}

/// How many bytes of an upload may be counted on: acknowledged, and on disk here.
///
/// # Errors
/// The disk refuses.
pub async fn on_disk(app: &App, upload: &Upload) -> Result<u64, Failure> {
    let (data, id) = (app.configuration.data.clone(), upload.id);
    let length = tokio::task::spawn_blocking(move || part::length(&data, id)).await;
    Ok(upload.received.min(length.map_err(Fault::from)??))
}

/// Takes hold of an upload, for whoever writes it.
///
/// # Errors
/// Somebody else has hold of it.
pub async fn hold(app: &App, upload: &Upload) -> Result<Part, Failure> {
    let (data, id) = (app.configuration.data.clone(), upload.id);
    let held = tokio::task::spawn_blocking(move || Part::hold(&data, id)).await;
    held.map_err(Fault::from)?
}

async fn acknowledge(app: &App, upload: &Upload, came: u64) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let until = tx.at().plus_seconds(WAITS_DAYS * 24 * 3600);
    rows::set_received(&mut tx, upload.id, came, until).await?;
    Ok(tx.commit().await?)
}

/// Writes what comes, at most `left`, until it ends or the line breaks; it is on disk when this returns.
async fn write(file: std::fs::File, body: Body, left: u64) -> Result<u64, Failure> {
    let mut file = tokio::fs::File::from_std(file);
    file.set_max_buf_size(BUFFER);
    let mut pieces = Pieces { body, left };
    let mut came = 0;
    while let Some(piece) = pieces.next().await? {
        file.write_all(&piece).await.map_err(no_room)?;
        came += piece.len() as u64;
    }
    file.flush().await.map_err(no_room)?;
    file.sync_all().await.map_err(no_room)?;
    Ok(came)
}

/// The pieces of a body, as they come.
pub struct Pieces {
    /// What is read.
    pub body: Body,
    /// Bytes that may still come.
    pub left: u64,
}

impl Pieces {
    /// The next piece; nothing at the end, and where the line is silent or broken.
    ///
    /// # Errors
    /// More comes than may.
    pub async fn next(&mut self) -> Result<Option<axum::body::Bytes>, Failure> {
        loop {
            let frame = poll_fn(|context| Pin::new(&mut self.body).poll_frame(context));
            let Ok(Some(Ok(frame))) = tokio::time::timeout(LONGEST_SILENCE, frame).await else {
                return Ok(None);
            };
            let Ok(piece) = frame.into_data() else { continue };
            let length = piece.len() as u64;
            self.left = self.left.checked_sub(length).ok_or_else(too_much)?;
            return Ok(Some(piece));
        }
    }
}

fn too_much() -> Refusal {
    let mut refusal = promise::too_large();
    refusal.message = "upload-more-than-promised".into();
    refusal
}

/// A full disk is no fault of the program: it is told, and the sender goes on when there is room.
pub fn no_room(error: std::io::Error) -> Failure {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            Refusal::new(kernel::refusal::RefusalKind::Unavailable, "upload-no-room").into()
        }
        _ => Fault::from(error).into(),
    }
}
