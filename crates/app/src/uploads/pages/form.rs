//! A file in one request, for browsers without scripts.

use axum::extract::State;
use axum::extract::multipart::{Field, Multipart, MultipartRejection};
use axum::http::StatusCode;
use kernel::{Failure, Fault, Refusal};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt;

use crate::accounts::Actor;
use crate::accounts::pages::onward;
use crate::frame::answer::see;
use crate::frame::{Answer, App};
use crate::uploads::{self, LARGEST, Promise, finish, part, promise, receive, store as rows};

/// Most letters of a field beside the file.
const LONGEST_FIELD: usize = 500;

/// What the form sent.
#[derive(Default)]
struct Sent {
    purpose: String,
    next: String,
    file: Option<Lying>,
}

/// A file that lies on the disk of the installation, flushed.
struct Lying {
    file: NamedTempFile,
    name: String,
    bytes: u64,
    hash: String,
}

/// Answers `POST /uploads/file`: a file with a purpose, or the file of an upload that was begun elsewhere.
pub async fn receive(
    State(app): State<App>,
    actor: Actor,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let sent = sent(&app, parts).await?;
    let file = sent.file.ok_or_else(|| Refusal::invalid("upload-no-file"))?;
    take_in(&app, &actor, &sent.purpose, file).await?;
    let next = if sent.next.is_empty() { "/uploads" } else { onward(Some(&sent.next)) };
    see(next, "upload-finished")
}

async fn sent(app: &App, parts: Result<Multipart, MultipartRejection>) -> Result<Sent, Failure> {
    let unreadable = || Refusal::invalid("form-unreadable");
    let mut parts = parts.map_err(|_| unreadable())?;
    let mut sent = Sent::default();
    while let Some(mut part) = parts.next_field().await.map_err(|_| unreadable())? {
        match part.name().unwrap_or_default() {
            "purpose" => sent.purpose = words(&mut part).await?,
            "next" => sent.next = words(&mut part).await?,
            "file" if sent.file.is_none() => sent.file = lying(app, &mut part).await?,
            _ => (),
        }
    }
    Ok(sent)
}

async fn words(part: &mut Field<'_>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(piece) = piece(part).await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LONGEST_FIELD {
            return Err(Refusal::invalid("form-unreadable").into());
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes a file beside the uploads as it comes; nothing where none was chosen.
async fn lying(app: &App, part: &mut Field<'_>) -> Result<Option<Lying>, Failure> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let folder = part::folder(&app.configuration.data);
    tokio::fs::create_dir_all(&folder).await?;
    let file = NamedTempFile::new_in(&folder).map_err(receive::no_room)?;
    let mut out = tokio::fs::File::from_std(file.reopen()?);
    let (mut bytes, mut digest) = (0, Sha256::new());
    while let Some(piece) = piece(part).await? {
        bytes += piece.len() as u64;
        if bytes > LARGEST {
            return Err(promise::too_large().into());
        }
        digest.update(&piece);
        out.write_all(&piece).await.map_err(receive::no_room)?;
    }
    out.flush().await.map_err(receive::no_room)?;
    out.sync_all().await.map_err(receive::no_room)?;
    let hash = hex::encode(digest.finalize());
    Ok((bytes > 0).then_some(Lying { file, name, bytes, hash }))
}

/// The next piece of a part. A line that breaks or is silent has not brought the whole form.
async fn piece(part: &mut Field<'_>) -> Result<Option<axum::body::Bytes>, Failure> {
    let coming = tokio::time::timeout(receive::LONGEST_SILENCE, part.chunk()).await;
    match coming {
        Ok(Ok(piece)) => Ok(piece),
        Ok(Err(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(promise::too_large().into())
        }
        Ok(Err(_)) | Err(_) => Err(Refusal::invalid("form-unreadable").into()),
    }
}

/// The promise and all its bytes at once.
async fn take_in(app: &App, actor: &Actor, purpose: &str, lying: Lying) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let id = match purpose.is_empty() {
        false => {
            let promise = Promise::read(purpose, &lying.name, lying.bytes, &lying.hash)?;
            uploads::promise(&mut tx, actor, &promise).await?
        }
        true => {
            let account = actor.account().ok_or_else(Refusal::absent)?;
            let begun = rows::begun(&tx, account, &lying.hash).await?;
            begun.ok_or_else(|| Refusal::invalid("upload-not-begun"))?
        }
    };
    let upload = uploads::find(&tx, actor, id).await?;
    tx.commit().await?;
    if upload.state != uploads::State::Open {
        return Ok(());
    }
    let part = receive::hold(app, &upload).await?;
    let place = part.path();
    let put = tokio::task::spawn_blocking(move || lying.file.persist(place));
    put.await.map_err(Fault::from)?.map_err(|error| Fault::from(error.error))?;
    finish::finish(app, actor, &upload, part).await
}
