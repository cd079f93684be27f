//! What was handed in of many dossiers at once, for who runs the contest.

use std::collections::BTreeMap;

use ::store::Reader;
use kernel::Fault;

use super::manifest::Manifest;
use super::store;

/// The newest version of a dossier.
#[derive(Debug, Clone)]
pub struct HandedIn {
    /// 1, 2, …
    pub version: i64,
    /// When all of it was here, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// What is printed on its receipt.
    pub code: String,
    /// SHA-256 of the manifest, hex.
    pub digest: String,
    /// The manifest, byte for byte.
    pub body: String,
    /// Since when personal data that were in it are gone, and its digest is that of the one before.
    pub blanked_at: Option<i64>,
    /// The files, in the order of the manifest.
    pub files: Vec<HandedInFile>,
}

/// A file of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedInFile {
    /// SHA-256, hex.
    pub hash: String,
    /// As the sender named it.
    pub name: String,
    /// How many bytes.
    pub bytes: u64,
    /// Whether somebody sent its bytes for this dossier. Who only names a hash holds no file.
    pub is_here: bool,
}

/// The newest versions of these dossiers, by id.
///
/// # Errors
/// The database is away, or holds something else.
pub async fn newest(reader: &Reader, ids: &[String]) -> Result<BTreeMap<String, HandedIn>, Fault> {
    let rows = store::newest_versions(reader, ids).await?;
    let arrived = store::arrived(reader, ids).await?;
    let read = rows.into_iter().map(|row| {
        let files = Manifest::read(&row.body)?.files.into_iter().map(|file| HandedInFile {
            is_here: arrived.contains(&(row.dossier_id.clone(), file.sha256.clone())),
            hash: file.sha256,
            name: file.name,
            bytes: u64::try_from(file.bytes).unwrap_or_default(),
        });
        let version = HandedIn {
            version: row.version,
            received_at: row.received_at,
            code: row.code,
            digest: row.digest,
            files: files.collect(),
            body: row.body,
            blanked_at: row.blanked_at,
        };
        Ok((row.dossier_id, version))
    });
    read.collect()
}
