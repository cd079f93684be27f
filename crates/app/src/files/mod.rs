//! Files (tệp): the bytes that people hand in, each kept once under the hash of its content.
//!
//! The order is: the bytes are durable in the depot, then the row, then the answer. A file without a row hurts nobody and
//! is swept after a while; a row without a file cannot come to be.

mod carry;
mod depot;
mod lying;
mod media;
mod name;
mod s3;
mod store;
mod travel;
mod whole;

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::Duration;

use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Refusal};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

use crate::audit::Act;
use crate::frame::App;

pub use carry::{Carried, carry};
pub use depot::{Depot, Open, Source};
pub use lying::{measured, take_over};
pub use media::of_file as media_type_of;
pub use media::stored as media_type_stored;
pub use name::name_of;
pub use s3::{Kind, Trouble};
pub use store::{NAMED_BY, forget, unnamed};
pub use travel::{Sent, attached, given_out, received, shown};

/// Most bytes of one file of a paper or a report; a form with one may be a little larger.
pub const LARGEST: usize = 15 * 1024 * 1024;

/// Bytes that are durable, and may be named by rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256, hex.
    pub hash: String,
    /// How many bytes.
    pub bytes: usize,
    /// By content.
    pub media_type: &'static str,
}

impl Kept {
    fn of(bytes: &[u8]) -> Self {
        let hash = hex::encode(Sha256::digest(bytes));
        Self { hash, bytes: bytes.len(), media_type: media::of(bytes) }
    }

    /// Hash and length, as the depot asks for them.
    fn meant(&self) -> (&str, u64) {
        (&self.hash, self.bytes as u64)
    }
}

/// Takes bytes into the depot, where they stay even if the power fails now.
///
/// # Errors
/// The file is empty or too large, or the depot refuses.
pub async fn keep(app: &App, bytes: Vec<u8>) -> Result<Kept, Failure> {
    if bytes.is_empty() {
        return Err(Refusal::field("file", "file-empty").into());
    }
    if bytes.len() > LARGEST {
        return Err(Refusal::field("file", "file-too-large").into());
    }
    keep_made(app, bytes).await
}

/// The same for all files of a form, each with the name that its sender gave it.
///
/// # Errors
/// As [`keep`], for any of them.
pub async fn keep_all(app: &App, sent: Vec<Sent>) -> Result<Vec<(Kept, String)>, Failure> {
    let mut kept = Vec::with_capacity(sent.len());
    for (name, bytes) in sent {
        kept.push((keep(app, bytes).await?, name));
    }
    Ok(kept)
}

/// The same for bytes that the program made itself, however many.
///
/// # Errors
/// The depot does not take them.
pub async fn keep_made(app: &App, bytes: Vec<u8>) -> Result<Kept, Failure> {
    let counting = tokio::task::spawn_blocking(move || (Kept::of(&bytes), bytes)).await;
    let (kept, bytes) = counting.map_err(Fault::from)?;
    let source = Source::Memory(bytes.into());
    in_time(app.depot.put(source, kept.meant(), app.store.now())).await?;
    Ok(kept)
}

/// A page takes at most 30 seconds, in which the fault of a depot that is slow must still be told.
const LONGEST: Duration = Duration::from_secs(25);

/// What a depot does with a file that fits into a form.
async fn in_time<T>(does: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    let done = tokio::time::timeout(LONGEST, does).await;
    done.unwrap_or_else(|_| Err(Trouble::away("the depot is too slow").into()))
}

/// Writes down that bytes are kept, in the transaction of the verb that names them.
///
/// # Errors
/// The database is away.
pub async fn note(tx: &mut Tx, kept: &Kept, act: Act) -> Result<Act, Failure> {
    match store::insert(tx, kept).await? {
        true => Ok(act.row("stored_file", &kept.hash)),
        false => Ok(act),
    }
}

/// What kind of file it is, by its content; nothing where no row names it.
///
/// # Errors
/// The database is away.
pub async fn media_type(reader: &Reader, hash: &str) -> Result<Option<String>, Fault> {
    store::media_type(reader, hash).await
}

/// The bytes of a file that came by a form.
///
/// # Errors
/// It is lost, or the depot does not give it.
pub async fn bytes(app: &App, hash: &str) -> Result<Vec<u8>, Failure> {
    let reading = async {
        let mut bytes = Vec::new();
        open(app, hash).await?.read_to_end(&mut bytes).await?;
        Ok(bytes)
    };
    Ok(in_time(reading).await?)
}

/// A file to be read piece by piece, and how many bytes it has.
///
/// # Errors
/// It is lost, or the depot does not give it.
async fn open(app: &App, hash: &str) -> Result<Open, Fault> {
    app.depot.open(hash).await?.ok_or_else(|| lost(hash))
}

/// A file as one of this machine, for a child process to read or a package to take up; nothing where it has more bytes
/// than `most`, which nobody fetches in vain.
///
/// # Errors
/// It is lost, or the depot does not give it.
pub async fn at_hand(app: &App, hash: &str, most: u64) -> Result<Option<File>, Fault> {
    match app.depot.length(hash).await? {
        Some(length) if length > most => Ok(None),
        Some(_) => app.depot.whole(hash).await?.ok_or_else(|| lost(hash)).map(Some),
        None => Err(lost(hash)),
    }
}

fn lost(hash: &str) -> Fault {
    Fault::new(format!("the file {hash} is lost, or not as it was"))
}

/// Hashes of one query.
const BATCH: i64 = 1000;

/// The hashes of all files that rows name, in order.
///
/// # Errors
/// The database is away.
pub async fn named(reader: &Reader) -> Result<Vec<String>, Fault> {
    let mut all: Vec<String> = Vec::new();
    loop {
        let last = all.last().cloned().unwrap_or_default();
        let batch = store::after(reader, &last, BATCH).await?;
        if batch.is_empty() {
            return Ok(all);
        }
        all.extend(batch);
    }
}

/// Takes up the bytes of a file that come from a back-up; answers with their hash.
///
/// # Errors
/// They cannot be read, or the depot refuses.
pub async fn put_back(app: &App, from: &mut impl Read) -> Result<String, Fault> {
    let mut draft = tempfile::NamedTempFile::new_in(&app.configuration.data)?;
    let (hash, bytes) = lying::poured(from, &mut draft)?;
    draft.flush()?;
    draft.as_file().sync_all()?;
    let source = Source::Flushed(draft.path().to_owned());
    app.depot.put(source, (&hash, bytes as u64), app.store.now()).await?;
    Ok(hash)
}

/// What a file of this machine would be kept as, of which the hash is known already.
///
/// # Errors
/// The disk cannot be read.
pub fn known(lying: &Path, hash: &str) -> Result<Kept, Fault> {
    let mut file = File::open(lying)?;
    let bytes = usize::try_from(file.metadata()?.len())?;
    file.rewind()?;
    Ok(Kept { hash: hash.to_owned(), bytes, media_type: media::of_file(&mut file)? })
}

/// Takes a file of the data folder into the depot, as it is: its bytes must be on disk already, and nobody may write to
/// them any more. The file stays where it was, too, until its owner removes it.
///
/// # Errors
/// The depot refuses.
pub async fn adopt(app: &App, lying: &Path, kept: &Kept) -> Result<(), Fault> {
    let source = Source::Flushed(lying.to_owned());
    app.depot.put(source, kept.meant(), app.store.now()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_follows_from_the_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let lying = folder.path().join("a.pdf");
        std::fs::write(&lying, b"%PDF-1.7 x").unwrap();
        let kept = Kept::of(b"%PDF-1.7 x");
        assert_eq!((kept.bytes, kept.media_type), (10, "application/pdf"));
        assert_eq!(known(&lying, &kept.hash).unwrap(), kept);
        assert_eq!(measured(&lying).unwrap(), kept);
    }
}
