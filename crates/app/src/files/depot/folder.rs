//! Files in a folder of this machine (thư mục tệp): `<two letters of the hash>/<hash>`.
//!
//! Written, flushed, renamed, and the folder flushed, before anybody relies on them. Removing bytes that nobody wants
//! any more goes on while others hand in the same bytes: whoever finds them there already moves the time of the file to
//! now before it relies on them; whoever removes a file first takes it aside and only then looks at its time: if it was
//! claimed meanwhile, it goes back.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use kernel::{Fault, Instant};

use super::{Source, is_hash};
use crate::files::lying::poured;

/// The ending of a file that was taken aside.
const ASIDE: &str = "aside";

/// A folder of files.
#[derive(Debug, Clone)]
pub struct Folder(Arc<Path>);

impl Folder {
    /// This folder; it is made when the first file comes.
    pub fn new(folder: PathBuf) -> Self {
        Self(folder.into())
    }

    /// See [`super::Depot::put`].
    pub async fn put(&self, source: Source, hash: &str, claimed: Instant) -> Result<(), Fault> {
        self.at(hash, move |folder, hash| write(folder, source, hash, claimed)).await
    }

    /// A file to be read, and how many bytes it has.
    pub async fn open(&self, hash: &str) -> Result<Option<(tokio::fs::File, u64)>, Fault> {
        let Some(place) = place(&self.0, hash) else { return Ok(None) };
        match tokio::fs::File::open(place).await {
            Ok(file) => {
                let bytes = file.metadata().await?.len();
                Ok(Some((file, bytes)))
            }
            Err(error) => absent(error),
        }
    }

    /// See [`super::Depot::whole`].
    pub async fn whole(&self, hash: &str) -> Result<Option<File>, Fault> {
        self.at(hash, |folder, hash| {
            let Some(place) = place(folder, hash) else { return Ok(None) };
            let mut file = match File::open(place) {
                Ok(file) => file,
                Err(error) => return absent(error),
            };
            let found = poured(&mut file, &mut io::sink())?.0;
            file.rewind()?;
            Ok(Some(file).filter(|_| found == hash))
        })
        .await
    }

    /// See [`super::Depot::discard`].
    pub async fn discard(&self, hash: &str, before: Instant) -> Result<bool, Fault> {
        self.at(hash, move |folder, hash| discard(folder, hash, before)).await
    }

    /// See [`super::Depot::lying`].
    pub async fn lying(&self) -> Result<Vec<String>, Fault> {
        self.at("", |folder, _| lying(folder)).await
    }

    /// Does something that waits for the disk where waiting holds nobody up.
    async fn at<T: Send + 'static>(
        &self,
        hash: &str,
        does: impl FnOnce(&Path, &str) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (folder, hash) = (Arc::clone(&self.0), hash.to_owned());
        tokio::task::spawn_blocking(move || does(&folder, &hash)).await?
    }
}

fn absent<T>(error: io::Error) -> Result<Option<T>, Fault> {
    match error.kind() {
        ErrorKind::NotFound => Ok(None),
        _ => Err(error.into()),
    }
}

/// Where a file stands; nothing for what is no hash.
fn place(folder: &Path, hash: &str) -> Option<PathBuf> {
    is_hash(hash).then(|| folder.join(&hash[..2]).join(hash))
}

fn write(folder: &Path, source: Source, hash: &str, claimed: Instant) -> Result<(), Fault> {
    let place = place(folder, hash).ok_or_else(|| Fault::new("a digest is a hash"))?;
    let shelf = place.parent().unwrap_or(folder);
    if !claim(&place, claimed)? {
        fs::create_dir_all(shelf)?;
        match source {
            Source::Memory(bytes) => copy(&mut &*bytes, (&place, hash), claimed)?,
            Source::Lying(path) => copy(&mut File::open(path)?, (&place, hash), claimed)?,
            Source::Flushed(path) => link(&path, &place, claimed)?,
        }
    }
    File::open(shelf)?.sync_all()?;
    Ok(File::open(folder)?.sync_all()?)
}

/// Writes bytes beside their place, and gives them their name when they are whole and on disk.
fn copy(from: &mut impl Read, (place, hash): (&Path, &str), claimed: Instant) -> Result<(), Fault> {
    let shelf = place.parent().unwrap_or(place);
    let mut draft = tempfile::NamedTempFile::new_in(shelf)?;
    if poured(from, &mut draft)?.0 != hash {
        return Err(Fault::new(format!("the file {hash} was changed meanwhile")));
    }
    draft.flush()?;
    touch(draft.as_file(), claimed)?;
    draft.as_file().sync_all()?;
    draft.persist(place).map_err(|error| Fault::from(error.error))?;
    Ok(())
}

fn link(path: &Path, place: &Path, claimed: Instant) -> Result<(), Fault> {
    touch(&File::open(path)?, claimed)?;
    Ok(fs::hard_link(path, place)?)
}

/// Claims a file from a moment on, if it is there.
fn claim(place: &Path, at: Instant) -> io::Result<bool> {
    match File::open(place) {
        Ok(file) => {
            touch(&file, at)?;
            // It may have been taken aside before it was claimed.
            Ok(place.is_file())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn touch(file: &File, at: Instant) -> io::Result<()> {
    file.set_modified(moment(at))
}

fn moment(at: Instant) -> SystemTime {
    let millis = Duration::from_millis(at.millis().unsigned_abs());
    match at.millis() < 0 {
        true => SystemTime::UNIX_EPOCH - millis,
        false => SystemTime::UNIX_EPOCH + millis,
    }
}

fn discard(folder: &Path, hash: &str, before: Instant) -> Result<bool, Fault> {
    let Some(place) = place(folder, hash) else { return Ok(true) };
    let aside = place.with_extension(ASIDE);
    match fs::rename(&place, &aside) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        moved => moved?,
    }
    if fs::metadata(&aside)?.modified()? >= moment(before) {
        fs::rename(&aside, &place)?;
        return Ok(false);
    }
    fs::remove_file(aside)?;
    Ok(true)
}

fn lying(folder: &Path) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    let shelves = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        shelves => shelves?,
    };
    for shelf in shelves {
        let shelf = shelf?.path();
        if !shelf.is_dir() {
            continue;
        }
        for file in fs::read_dir(shelf)? {
            let mut path = file?.path();
            if path.extension().is_some_and(|ending| ending == ASIDE) {
                fs::rename(&path, path.with_extension(""))?;
                path.set_extension("");
            }
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if is_hash(name) {
                found.push(name.to_owned());
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    const BYTES: &[u8] = b"%PDF-1.7 x";

    fn at(seconds: i64) -> Instant {
        Instant::from_millis(1_790_000_000_000).plus_seconds(seconds)
    }

    fn put(folder: &Path, claimed: Instant) -> String {
        let hash = hex::encode(Sha256::digest(BYTES));
        write(folder, Source::Memory(BYTES.into()), &hash, claimed).unwrap();
        hash
    }

    #[test]
    fn bytes_are_kept_once_under_their_hash() {
        let folder = tempfile::tempdir().unwrap();
        let hash = put(folder.path(), at(0));
        assert_eq!(put(folder.path(), at(0)), hash);
        assert_eq!(fs::read(place(folder.path(), &hash).unwrap()).unwrap(), BYTES);
        assert_eq!(lying(folder.path()).unwrap(), [hash]);
    }

    #[test]
    fn other_bytes_than_those_of_the_hash_get_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let source = Source::Memory(BYTES.into());
        let fault = write(folder.path(), source, &"0".repeat(64), at(0)).unwrap_err();
        assert_eq!(fault.to_string(), format!("the file {} was changed meanwhile", "0".repeat(64)));
        assert_eq!(lying(folder.path()).unwrap(), [""; 0]);
    }

    #[test]
    fn what_is_no_hash_has_no_place() {
        for wrong in ["", "..", "../../etc/passwd", &"g".repeat(64), &"a".repeat(63)] {
            assert_eq!(place(Path::new("/x"), wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_claimed_since_stays() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let hash = put(folder, at(0));
        assert!(!discard(folder, &hash, at(0)).unwrap());
        assert_eq!(put(folder, at(60)), hash);
        assert!(!discard(folder, &hash, at(60)).unwrap());
        assert_eq!(lying(folder).unwrap(), std::slice::from_ref(&hash));
        assert!(discard(folder, &hash, at(61)).unwrap());
        assert_eq!(lying(folder).unwrap(), [""; 0]);
        assert!(discard(folder, &hash, at(61)).unwrap());
    }

    #[test]
    fn what_lay_aside_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let hash = put(folder.path(), at(0));
        let place = place(folder.path(), &hash).unwrap();
        fs::rename(&place, place.with_extension(ASIDE)).unwrap();
        assert_eq!(lying(folder.path()).unwrap(), [hash]);
        assert!(place.is_file());
    }
}
