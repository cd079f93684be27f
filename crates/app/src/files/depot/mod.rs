//! The depot (kho tệp): where the bytes of files lie, each under its hash: in a folder of this machine, or in a bucket
//! that several nodes share.

mod bucket;
mod folder;

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use kernel::{Fault, Instant};
use tokio::io::{AsyncRead, AsyncSeekExt, AsyncWrite, AsyncWriteExt, BufReader, ReadBuf};

use super::whole::Whole;
use crate::configuration::Configuration;

use bucket::Shared;
use folder::Folder;

/// Where the bytes of files lie.
pub struct Depot {
    lies: Lies,
    /// A disk of this node, for what must be a file for a while.
    disk: PathBuf,
}

enum Lies {
    Folder(Folder),
    Bucket(Box<Shared>),
}

/// From where bytes come into a depot.
#[derive(Debug, Clone)]
pub enum Source {
    /// They are in memory.
    Memory(Bytes),
    /// They lie in somebody's file, which may be on another disk, and be changed meanwhile.
    Lying(PathBuf),
    /// They lie in a file in the data folder, which is flushed, and to which nobody writes any more.
    Flushed(PathBuf),
}

/// A file that is being read: how many bytes it has, and its bytes, which end in an error unless they are those of its
/// hash.
pub struct Open {
    /// How many bytes.
    pub bytes: u64,
    reader: Pin<Box<dyn AsyncRead + Send>>,
}

impl Open {
    fn new(from: impl AsyncRead + Send + Unpin + 'static, hash: &str, bytes: u64) -> Self {
        Self { bytes, reader: Box::pin(Whole::new(from, hash, bytes)) }
    }
}

impl AsyncRead for Open {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.reader.as_mut().poll_read(context, buffer)
    }
}

impl Depot {
    /// The depot of an installation: its bucket, if it has one.
    ///
    /// # Errors
    /// The settings of the bucket cannot be.
    pub fn of(configuration: &Configuration) -> Result<Self, Fault> {
        Ok(Self::bucket(configuration)?.unwrap_or_else(|| Self::folder(configuration)))
    }

    /// The folder of an installation, whether it has a bucket or not.
    pub fn folder(configuration: &Configuration) -> Self {
        let disk = configuration.data.clone();
        Self { lies: Lies::Folder(Folder::new(disk.join("files"))), disk }
    }

    /// The bucket of an installation.
    ///
    /// # Errors
    /// Its settings cannot be.
    pub fn bucket(configuration: &Configuration) -> Result<Option<Self>, Fault> {
        let Some(bucket) = &configuration.bucket else { return Ok(None) };
        let shared = Shared::new(bucket)?;
        let disk = configuration.data.clone();
        Ok(Some(Self { lies: Lies::Bucket(Box::new(shared)), disk }))
    }

    /// Writes an object, reads it, finds it in a list, and removes it again. A folder is found good when it is used.
    ///
    /// # Errors
    /// The bucket does not do one of these.
    pub async fn prove(&self) -> Result<(), Fault> {
        match &self.lies {
            Lies::Folder(_) => Ok(()),
            Lies::Bucket(bucket) => bucket.prove().await,
        }
    }

    /// Takes bytes in, claimed from a moment on; they are durable when this returns.
    ///
    /// # Errors
    /// The disk or the store refuses, or the bytes are not those of the hash.
    pub async fn put(
        &self,
        source: Source,
        (hash, bytes): (&str, u64),
        claimed: Instant,
    ) -> Result<(), Fault> {
        match &self.lies {
            Lies::Folder(folder) => folder.put(source, hash, claimed).await,
            Lies::Bucket(bucket) => bucket.put(source, (hash, bytes), claimed).await,
        }
    }

    /// How many bytes a file has; nothing where it is not there.
    ///
    /// # Errors
    /// The disk or the store does not say.
    pub async fn length(&self, hash: &str) -> Result<Option<u64>, Fault> {
        match &self.lies {
            Lies::Folder(folder) => Ok(folder.open(hash).await?.map(|(_, bytes)| bytes)),
            Lies::Bucket(bucket) => bucket.length(hash).await,
        }
    }

    /// A file, to be read; nothing where it is not there.
    ///
    /// # Errors
    /// The disk or the store does not give it.
    pub async fn open(&self, hash: &str) -> Result<Option<Open>, Fault> {
        Ok(match &self.lies {
            Lies::Folder(folder) => {
                folder.open(hash).await?.map(|(file, bytes)| Open::new(file, hash, bytes))
            }
            Lies::Bucket(bucket) => {
                bucket.open(hash).await?.map(|(bytes, body)| Open::new(body, hash, bytes))
            }
        })
    }

    /// A file that was read to its end and is as it was, open on this machine, at its beginning; nothing where it is not
    /// there, or not as it was. What was fetched has no name on the disk, and goes when it is closed, even by a kill.
    ///
    /// # Errors
    /// The disk or the store does not give it.
    pub async fn whole(&self, hash: &str) -> Result<Option<std::fs::File>, Fault> {
        match &self.lies {
            Lies::Folder(folder) => folder.whole(hash).await,
            Lies::Bucket(_) => match self.open(hash).await? {
                Some(open) => self.fetched(open).await,
                None => Ok(None),
            },
        }
    }

    async fn fetched(&self, open: Open) -> Result<Option<std::fs::File>, Fault> {
        let mut file = tokio::fs::File::from_std(tempfile::tempfile_in(&self.disk)?);
        match poured(open, &mut file).await? {
            Some(_) => {
                file.flush().await?;
                file.rewind().await?;
                Ok(Some(file.into_std().await))
            }
            None => Ok(None),
        }
    }

    /// Whether a file is there, as it was.
    ///
    /// # Errors
    /// The disk or the store does not give it.
    pub async fn is_whole(&self, hash: &str) -> Result<bool, Fault> {
        match &self.lies {
            Lies::Folder(folder) => Ok(folder.whole(hash).await?.is_some()),
            Lies::Bucket(_) => match self.open(hash).await? {
                Some(open) => Ok(poured(open, &mut tokio::io::sink()).await?.is_some()),
                None => Ok(false),
            },
        }
    }

    /// Removes the bytes of a file, unless somebody has claimed them since a moment; whether they are gone.
    ///
    /// # Errors
    /// The disk or the store refuses.
    pub async fn discard(&self, hash: &str, before: Instant) -> Result<bool, Fault> {
        match &self.lies {
            Lies::Folder(folder) => folder.discard(hash, before).await,
            Lies::Bucket(bucket) => bucket.discard(hash, before).await,
        }
    }

    /// The hashes of all files that lie there. What a discard left behind that was killed is put right first.
    ///
    /// # Errors
    /// The disk or the store refuses.
    pub async fn lying(&self) -> Result<Vec<String>, Fault> {
        match &self.lies {
            Lies::Folder(folder) => folder.lying().await,
            Lies::Bucket(bucket) => bucket.lying().await,
        }
    }
}

/// Whether a text may be the name of a file: a SHA-256, hex.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Bytes that are read at once.
const AT_ONCE: usize = 256 * 1024;

/// Reads a file to its end, writing along; nothing if it is not as it was. A line that broke says nothing of it.
async fn poured(open: Open, to: &mut (impl AsyncWrite + Unpin)) -> Result<Option<u64>, Fault> {
    let mut open = BufReader::with_capacity(AT_ONCE, open);
    match tokio::io::copy_buf(&mut open, to).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(None),
        Err(error) => Err(error.into()),
    }
}
