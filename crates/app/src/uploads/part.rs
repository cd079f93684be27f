//! What of an upload is on disk: the part that grows, and the whole once nothing is missing.
//!
//! The lock is a file of its own, which the system lets go when its holder dies: no line that hangs and no node
//! that was killed keeps an upload from going on. The whole has another name than the part, so that nothing is
//! ever written to bytes that were compared already.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use kernel::{Failure, Fault, Refusal};
use sha2::{Digest, Sha256};

use super::UploadId;

/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// An upload on disk, which nobody else writes meanwhile.
#[derive(Debug)]
pub struct Part {
    id: UploadId,
    folder: PathBuf,
    _lock: File,
}

/// The folder of uploads of an installation.
pub fn folder(data: &Path) -> PathBuf {
    data.join("uploads")
}

impl Part {
    /// Takes hold of an upload.
    ///
    /// # Errors
    /// Somebody else has hold of it, or the disk refuses.
    pub fn hold(data: &Path, id: UploadId) -> Result<Self, Failure> {
        let folder = folder(data);
        fs::create_dir_all(&folder)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(format!("{id}.lock")))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { id, folder, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Refusal::conflict("upload-busy").into()),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Where the bytes grow.
    pub fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.part", self.id))
    }

    /// Where they lie when none is missing and the hash is right.
    pub fn whole(&self) -> PathBuf {
        self.folder.join(format!("{}.whole", self.id))
    }

    /// Opens the part to write on after so many bytes; whatever stands behind them was acknowledged to nobody.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn open_at(&self, offset: u64) -> Result<File, Fault> {
        use std::io::{Seek, SeekFrom};
        let mut file =
            File::options().create(true).truncate(false).write(true).open(self.path())?;
        file.set_len(offset)?;
        file.seek(SeekFrom::Start(offset))?;
        Ok(file)
    }

    /// The hash of the part.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn hash(&self) -> Result<String, Fault> {
        let mut file = File::open(self.path())?;
        let (mut digest, mut piece) = (Sha256::new(), vec![0; PIECE]);
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(hex::encode(digest.finalize())),
                read => digest.update(&piece[..read]),
            }
        }
    }

    /// The part is whole.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn is_whole(&self) -> Result<(), Fault> {
        fs::rename(self.path(), self.whole())?;
        Ok(File::open(&self.folder)?.sync_all()?)
    }

    /// Removes what is on disk. Who comes later finds the upload ended.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn remove(self) -> Result<(), Fault> {
        let lock = self.folder.join(format!("{}.lock", self.id));
        for path in [self.path(), self.whole(), lock] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => (),
            }
        }
        Ok(())
    }
}

/// How many bytes of an upload are on disk.
///
/// # Errors
/// The disk refuses.
pub fn length(data: &Path, id: UploadId) -> Result<u64, Fault> {
    for kind in ["part", "whole"] {
        match fs::metadata(folder(data).join(format!("{id}.{kind}"))) {
            Ok(about) => return Ok(about.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => (),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(0)
}

/// The uploads of which something is on disk.
///
/// # Errors
/// The disk refuses.
pub fn lying(data: &Path) -> Result<Vec<UploadId>, Fault> {
    let entries = match fs::read_dir(folder(data)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let stem = name.to_str().and_then(|name| name.split('.').next());
        found.extend(stem.and_then(|stem| stem.parse::<UploadId>().ok()));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
