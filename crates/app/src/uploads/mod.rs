//! Uploads (tệp đang gửi): files that come in pieces over a bad line.
//!
//! Somebody promises a file: its name, its size, its hash, and what it is for. The bytes follow, in as many
//! requests as the line needs, each beginning where the last one that was acknowledged ended. When the last
//! byte is there the hash is compared, and only then is the file one of `files`. Its bytes belong to whoever
//! sent them: to know a hash gives nobody the bytes of somebody else.

mod end;
mod finish;
pub mod inspect;
pub mod pages;
mod part;
mod promise;
mod purpose;
mod receive;
pub mod render;
mod rendition;
mod store;
mod sweep;
mod unnamed;

use std::collections::BTreeMap;

use ::store::Reader;
use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant, Refusal};

use crate::accounts::Actor;
use crate::files::Kept;

pub use inspect::Inspection;
pub use promise::{Promise, promise};
pub use purpose::Purpose;
pub use rendition::{JudgesCopy, Renditions};
pub use store::Upload;
pub use sweep::sweep;
pub use unnamed::remove_unnamed;

kernel::id_type!(
    /// A promise of a file (tệp đang gửi).
    UploadId
);

/// Most bytes of one file; a film of a machine at work has a few hundred million.
pub const LARGEST: u64 = 1024 * 1024 * 1024;
/// Days that bytes are waited for, after the last ones that came.
pub const WAITS_DAYS: i64 = 7;

/// How far an upload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Bytes are waited for.
    Open,
    /// All bytes are there, and are what was promised.
    Finished,
    /// All bytes came, and are not what was promised.
    Refused,
    /// Its sender wants it no more.
    Withdrawn,
    /// Its bytes were waited for in vain.
    Expired,
}

impl State {
    /// Every one.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::Finished, Self::Refused, Self::Withdrawn, Self::Expired];

    /// Its word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Finished => "finished",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("upload-state-{}", self.code())
    }

    fn read(code: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|state| state.code() == code);
        found.ok_or_else(|| Fault::new(format!("{code} is no state of an upload")))
    }
}

/// An upload of the actor.
///
/// # Errors
/// There is none of this id, or it is somebody else's.
pub async fn find(reader: &Reader, actor: &Actor, id: UploadId) -> Result<Upload, Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    Ok(store::find(reader, account, id).await?.ok_or_else(Refusal::absent)?)
}

/// Those of these uploads whose file is there, with the moment at which it was; in the order of their ids.
///
/// # Errors
/// The database is away.
pub async fn finished(
    reader: &Reader,
    ids: &[UploadId],
) -> Result<Vec<(UploadId, Kept, Instant)>, Fault> {
    store::finished(reader, ids).await
}

/// All uploads for one purpose, of whomever, in the order in which they were promised.
///
/// # Errors
/// The database is away.
pub async fn of_purpose(
    reader: &Reader,
    purpose: &Purpose,
) -> Result<Vec<(AccountId, Upload)>, Fault> {
    store::of_purpose(reader, purpose).await
}

/// What was found in these files, by hash; nothing of those at which nobody has looked yet.
///
/// # Errors
/// The database is away.
pub async fn inspections(
    reader: &Reader,
    hashes: &[String],
) -> Result<BTreeMap<String, Inspection>, Fault> {
    store::inspection::find(reader, hashes).await
}

/// What was made of these files, by hash; nothing of those at which nobody has looked yet.
///
/// # Errors
/// The database is away.
pub async fn renditions(
    reader: &Reader,
    hashes: &[String],
) -> Result<BTreeMap<String, Renditions>, Fault> {
    store::rendition::find(reader, hashes).await
}

/// The copy for judges (bản cho giám khảo) of a file, or why there is none.
///
/// # Errors
/// The database is away.
pub async fn copy_for_judges(reader: &Reader, hash: &str) -> Result<JudgesCopy, Fault> {
    let mut found = renditions(reader, &[hash.to_owned()]).await?;
    Ok(found.remove(hash).unwrap_or_default().copy)
}
