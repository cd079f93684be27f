//! Files in a bucket (kho S3), which several nodes share: `<prefix>files/<hash>`.
//!
//! Removing bytes that nobody wants any more goes on while others, on any node, hand in the same bytes. Whoever removes
//! puts up a mark first, and only then looks when the bytes were last claimed. Whoever hands in puts the bytes there with
//! the moment of the claim, then looks for marks, and then whether the bytes are still there. In whatever order these
//! fall, one of the two notices the other: either the claim is seen, or the mark, or that the bytes are gone; and who
//! handed in begins anew.

use std::sync::Arc;
use std::time::Duration;

use kernel::time::SystemClock;
use kernel::{Clock, Fault, Instant};

use super::{Source, is_hash};
use crate::configuration;
use crate::files::s3::{Arriving, Bucket, Content, Line, Trouble, text_of};
use crate::frame::keys::random_bytes;

/// How often bytes are put there again when somebody removes them meanwhile.
const TRIES: u32 = 10;
/// What is waited for whoever is removing them.
const PAUSE: Duration = Duration::from_millis(200);
/// A mark that is older was left by a node that was killed.
const MARK_SECONDS: i64 = 600;
/// Names that a store lists at once, the most that all of them can.
const AT_ONCE: u16 = 1000;

/// The bucket of an installation.
pub struct Shared {
    bucket: Bucket,
    prefix: String,
    /// By which marks grow old; all who put them up go by the clock of their machine.
    clock: Arc<dyn Clock>,
}

impl Shared {
    /// The bucket of these settings; nobody is asked yet.
    pub fn new(settings: &configuration::Bucket) -> Result<Self, Fault> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let bucket = Bucket::new(Line::new(settings, Arc::clone(&clock))?);
        Ok(Self { bucket, prefix: settings.prefix.clone(), clock })
    }

    fn object(&self, hash: &str) -> String {
        format!("{}files/{hash}", self.prefix)
    }

    fn marks(&self, hash: &str) -> String {
        format!("{}removing/{hash}", self.prefix)
    }

    /// See [`super::Depot::put`].
    pub async fn put(
        &self,
        source: Source,
        (hash, bytes): (&str, u64),
        claimed: Instant,
    ) -> Result<(), Fault> {
        let object = self.object(hash);
        for _ in 0..TRIES {
            self.bucket.put(&object, content(&source, (hash, bytes)), claimed).await?;
            if self.is_being_removed(hash).await? {
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            match self.bucket.about(&object).await? {
                Some(about) if about.bytes == bytes => return Ok(()),
                Some(about) => {
                    let kept = about.bytes;
                    let what = format!("of {bytes} bytes the store has kept {kept}: {object}");
                    return Err(Fault::new(what));
                }
                None => (),
            }
        }
        Err(Trouble::away(format!("{object} is being removed, again and again")).into())
    }

    async fn is_being_removed(&self, hash: &str) -> Result<bool, Trouble> {
        let alive = self.clock.now().plus_seconds(-MARK_SECONDS);
        for mark in self.names(&self.marks(hash)).await? {
            if self.bucket.about(&mark).await?.is_some_and(|about| about.claimed >= alive) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// See [`super::Depot::length`].
    pub async fn length(&self, hash: &str) -> Result<Option<u64>, Fault> {
        if !is_hash(hash) {
            return Ok(None);
        }
        Ok(self.bucket.about(&self.object(hash)).await?.map(|about| about.bytes))
    }

    /// See [`super::Depot::open`].
    pub async fn open(&self, hash: &str) -> Result<Option<(u64, Arriving)>, Fault> {
        if !is_hash(hash) {
            return Ok(None);
        }
        Ok(self.bucket.get(&self.object(hash)).await?)
    }

    /// See [`super::Depot::discard`].
    pub async fn discard(&self, hash: &str, before: Instant) -> Result<bool, Fault> {
        if !is_hash(hash) {
            return Ok(true);
        }
        // Each has a mark of its own: who is done must not take away the mark of who is not.
        let mark = format!("{}/{}", self.marks(hash), hex::encode(random_bytes::<8>()));
        self.bucket.put(&mark, Content::nothing(), self.clock.now()).await?;
        let gone = self.discard_old(&self.object(hash), before).await;
        self.bucket.remove(&mark).await?;
        Ok(gone?)
    }

    async fn discard_old(&self, object: &str, before: Instant) -> Result<bool, Trouble> {
        match self.bucket.about(object).await? {
            Some(about) if about.claimed >= before => Ok(false),
            Some(_) => self.bucket.remove(object).await.map(|()| true),
            None => Ok(true),
        }
    }

    /// See [`super::Depot::lying`].
    pub async fn lying(&self) -> Result<Vec<String>, Fault> {
        let old = self.clock.now().plus_seconds(-MARK_SECONDS);
        for mark in self.names(&self.marks("")).await? {
            self.discard_old(&mark, old).await?;
        }
        let prefix = self.object("");
        let names = self.names(&prefix).await?.into_iter();
        let hashes = names.filter_map(|name| Some(name.strip_prefix(&prefix)?.to_owned()));
        Ok(hashes.filter(|name| is_hash(name)).collect())
    }

    async fn names(&self, prefix: &str) -> Result<Vec<String>, Trouble> {
        let mut all: Vec<String> = Vec::new();
        loop {
            let after = all.last().cloned().unwrap_or_default();
            let (names, is_more) = self.bucket.names(prefix, (&after, AT_ONCE)).await?;
            let ends = names.is_empty() || !is_more;
            all.extend(names);
            if ends {
                return Ok(all);
            }
        }
    }

    /// See [`super::Depot::prove`].
    pub async fn prove(&self) -> Result<(), Fault> {
        let object = format!("{}proof/{}", self.prefix, hex::encode(random_bytes::<8>()));
        self.bucket.put(&object, Content::bytes("hoithi"), self.clock.now()).await?;
        let proven = self.proven(&object).await;
        self.bucket.remove(&object).await?;
        match proven? {
            true => Ok(()),
            false => Err(Fault::new("the store does not show what it has just been given")),
        }
    }

    /// Whether what was put there is there, for who reads, asks and lists.
    async fn proven(&self, object: &str) -> Result<bool, Trouble> {
        let about = self.bucket.about(object).await?;
        let read = match self.bucket.get(object).await? {
            Some((_, body)) => text_of(body).await?,
            None => String::new(),
        };
        let (names, _) = self.bucket.names(object, ("", 1)).await?;
        Ok(about.is_some_and(|about| about.bytes == 6) && read == "hoithi" && names == [object])
    }
}

fn content<'s>(source: &'s Source, (hash, bytes): (&str, u64)) -> Content<'s> {
    match source {
        Source::Memory(bytes) => Content::known(bytes.clone(), hash),
        Source::Lying(path) | Source::Flushed(path) => Content::file(path, (hash, bytes)),
    }
}
