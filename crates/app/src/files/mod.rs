//! Files (tệp): the bytes that people hand in, each kept once under the hash of its content.
//!
//! The order is: write, flush, rename, flush the folder, then the row, then the answer. A file without a
//! row hurts nobody and is swept after a while; a row without a file cannot come to be.

mod discard;
mod lying;
mod media;
mod name;
mod store;
mod travel;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Instant, Refusal};
use sha2::{Digest, Sha256};

use crate::audit::Act;
use crate::frame::App;

pub use discard::{discard, strays};
pub use lying::{is_whole, measured, take_over};
pub use media::of_file as media_type_of;
pub use media::stored as media_type_stored;
pub use name::name_of;
pub use store::{NAMED_BY, forget, unnamed};
pub use travel::{Sent, attached, given_out, received, shown};

/// Most bytes of one file of a paper or a report; a form with one may be a little larger.
pub const LARGEST: usize = 15 * 1024 * 1024;

/// Bytes that are on disk, and may be named by rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256, hex.
    pub hash: String,
    /// How many bytes.
    pub bytes: usize,
    /// By content.
    pub media_type: &'static str,
}

/// Writes bytes to disk, where they stay even if the power fails now.
///
/// # Errors
/// The file is empty or too large, or the disk refuses.
pub async fn keep(app: &App, bytes: Vec<u8>) -> Result<Kept, Failure> {
    if bytes.is_empty() {
        return Err(Refusal::field("file", "file-empty").into());
    }
    if bytes.len() > LARGEST {
        return Err(Refusal::field("file", "file-too-large").into());
    }
    keep_made(app, bytes).await
}

/// The same for bytes that the program made itself, however many.
///
/// # Errors
/// The disk refuses.
pub async fn keep_made(app: &App, bytes: Vec<u8>) -> Result<Kept, Failure> {
    let (folder, at) = (folder(app), app.store.now());
    let kept = tokio::task::spawn_blocking(move || write(&folder, &bytes, Some(at))).await;
    kept.map_err(Fault::from)?.map_err(Failure::from)
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

/// The bytes of a file.
///
/// # Errors
/// There is no such file, or the disk cannot be read.
pub async fn bytes(app: &App, hash: &str) -> Result<Vec<u8>, Failure> {
    let path = place(&folder(app), hash).ok_or_else(Refusal::absent)?;
    let read = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        File::open(path)?.read_to_end(&mut bytes)?;
        Ok::<_, std::io::Error>(bytes)
    });
    Ok(read.await.map_err(Fault::from)?.map_err(Fault::from)?)
}

/// A file to be read piece by piece, and how many bytes it has.
///
/// # Errors
/// There is no such file, or the disk cannot be read.
async fn open(app: &App, hash: &str) -> Result<(tokio::fs::File, u64), Failure> {
    let path = place(&folder(app), hash).ok_or_else(Refusal::absent)?;
    let file = tokio::fs::File::open(path).await?;
    let length = file.metadata().await?.len();
    Ok((file, length))
}

/// Where a file lies on this disk, for a child process to read.
///
/// # Errors
/// This is no hash.
pub fn place_of(app: &App, hash: &str) -> Result<PathBuf, Failure> {
    Ok(place(&folder(app), hash).ok_or_else(Refusal::absent)?)
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

/// The bytes of a file of the installation in a folder; nothing where they are not there, or not as they
/// were.
///
/// # Errors
/// The disk cannot be read.
pub fn whole(data: &Path, hash: &str) -> Result<Option<Vec<u8>>, Fault> {
    let Some(place) = place(&data.join("files"), hash) else { return Ok(None) };
    match fs::read(place) {
        Ok(bytes) => Ok(Some(bytes).filter(|bytes| hex::encode(Sha256::digest(bytes)) == hash)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Puts the bytes of a file back into the folder of an installation; answers with their hash.
///
/// # Errors
/// The disk refuses.
pub fn put_back(data: &Path, bytes: &[u8]) -> Result<String, Fault> {
    Ok(write(&data.join("files"), bytes, None)?.hash)
}

/// Takes a file that lies on the same disk into the folder of an installation, as it is: its bytes must be on
/// disk already and have this hash. The file stays where it was, too, until its owner removes it.
///
/// # Errors
/// The disk refuses.
pub fn adopt(data: &Path, lying: &Path, hash: &str, at: Instant) -> Result<Kept, Fault> {
    let folder = data.join("files");
    let place = place(&folder, hash).ok_or_else(|| Fault::new("a digest is a hash"))?;
    let shelf = place.parent().unwrap_or(&folder);
    fs::create_dir_all(shelf)?;
    let mut file = File::open(lying)?;
    let bytes = usize::try_from(file.metadata()?.len())?;
    let media_type = media::of_file(&mut file)?;
    if !discard::claim(&place, at)? {
        discard::touch(&file, at)?;
        fs::hard_link(lying, &place)?;
    }
    File::open(shelf)?.sync_all()?;
    File::open(&folder)?.sync_all()?;
    Ok(Kept { hash: hash.to_owned(), bytes, media_type })
}

fn folder(app: &App) -> PathBuf {
    app.configuration.data.join("files")
}

/// Where a file stands; nothing for what is no hash.
fn place(folder: &Path, hash: &str) -> Option<PathBuf> {
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| folder.join(&hash[..2]).join(hash))
}

fn write(folder: &Path, bytes: &[u8], at: Option<Instant>) -> Result<Kept, Fault> {
    let hash = hex::encode(Sha256::digest(bytes));
    let place = place(folder, &hash).ok_or_else(|| Fault::new("a digest is a hash"))?;
    let kept = Kept { hash, bytes: bytes.len(), media_type: media::of(bytes) };
    let is_there = match at {
        Some(at) => discard::claim(&place, at)?,
        None => place.is_file(),
    };
    if is_there {
        return Ok(kept);
    }
    let shelf = place.parent().unwrap_or(folder);
    fs::create_dir_all(shelf)?;
    let mut draft = tempfile::NamedTempFile::new_in(shelf)?;
    draft.write_all(bytes)?;
    if let Some(at) = at {
        discard::touch(draft.as_file(), at)?;
    }
    draft.as_file().sync_all()?;
    draft.persist(&place).map_err(|error| Fault::from(error.error))?;
    File::open(shelf)?.sync_all()?;
    File::open(folder)?.sync_all()?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_kept_once_under_their_hash() {
        let folder = tempfile::tempdir().unwrap();
        let first = write(folder.path(), b"%PDF-1.7 x", None).unwrap();
        assert_eq!(write(folder.path(), b"%PDF-1.7 x", None).unwrap(), first);
        assert_eq!(first.media_type, "application/pdf");
        let place = place(folder.path(), &first.hash).unwrap();
        assert_eq!(fs::read(place).unwrap(), b"%PDF-1.7 x");
    }

    #[test]
    fn what_is_no_hash_has_no_place() {
        for wrong in ["", "..", "../../etc/passwd", &"g".repeat(64), &"a".repeat(63)] {
            assert_eq!(place(Path::new("/x"), wrong), None, "{wrong}");
        }
    }
}
