//! The files that a dossier names.

use std::collections::BTreeSet;

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::dossiers::{DossierId, PartId};
use crate::files::Kept;

/// A file of what is being written.
#[derive(Debug, Clone, FromQueryResult)]
pub struct FileRow {
    /// Id.
    pub id: String,
    /// Of which dossier.
    pub dossier_id: String,
    /// Which part of the checklist it is.
    pub item_key: String,
    /// As the sender named it.
    pub name: String,
    /// How many bytes.
    pub bytes: i64,
    /// SHA-256, hex.
    pub hash: String,
    /// By content; nothing: not here yet.
    pub media_type: Option<String>,
    /// When its last byte was on disk.
    pub arrived_at: Option<i64>,
}

/// A file that was only named has arrived once somebody has sent its bytes for this dossier. Bytes of the same hash
/// that came elsewhere do not count: whoever knows a hash has not shown that they hold the file.
const FILE: &str = "select f.id, f.dossier_id, f.item_key, f.name, f.bytes, f.hash,
        coalesce(f.media_type, s.media_type) as media_type,
        coalesce(f.arrived_at, u.finished_at) as arrived_at
    from dossier_file f
    left join upload u on f.arrived_at is null and u.id = (
        select a.id from upload a
        where a.purpose = 'dossier/' || f.dossier_id and a.hash = f.hash and a.state = 'finished'
        order by a.finished_at, a.id limit 1)
    left join stored_file s on s.hash = u.hash
    where f.dossier_id = $1";

/// The files as they stand, in the order in which they came.
pub async fn files(reader: &Reader, id: DossierId) -> Result<Vec<FileRow>, Fault> {
    let sql = format!("{FILE} and f.removed_at is null order by f.added_at, f.id");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// Every file, also those that were removed: versions that were handed in still name them.
pub async fn files_ever(reader: &Reader, id: DossierId) -> Result<Vec<FileRow>, Fault> {
    reader.rows(&format!("{FILE} order by f.added_at, f.id"), [id.to_string().into()]).await
}

/// A file, also one that was removed: versions that were handed in still name it.
pub async fn file(reader: &Reader, id: DossierId, part: PartId) -> Result<Option<FileRow>, Fault> {
    let sql = format!("{FILE} and f.id = $2");
    reader.maybe(&sql, [id.to_string().into(), part.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct WeightRow {
    files: i64,
    bytes: i64,
}

/// How many files there are, and how many bytes they hold.
pub async fn weight(reader: &Reader, id: DossierId) -> Result<(i64, i64), Fault> {
    let sql = "select count(*) as files, cast(coalesce(sum(bytes), 0) as bigint) as bytes
        from dossier_file where dossier_id = $1 and removed_at is null";
    let row: Option<WeightRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.map_or((0, 0), |row| (row.files, row.bytes)))
}

/// A file that is to be named.
#[derive(Debug, Clone)]
pub struct NewFile<'f> {
    /// Which part of the checklist it is.
    pub item: &'f str,
    /// As the sender named it.
    pub name: &'f str,
    /// How many bytes.
    pub bytes: i64,
    /// SHA-256, hex.
    pub hash: &'f str,
    /// By content; nothing: its bytes follow.
    pub media_type: Option<&'static str>,
}

impl<'f> NewFile<'f> {
    /// One whose bytes are here.
    pub fn here(item: &'f str, name: &'f str, kept: &'f Kept) -> Self {
        let bytes = i64::try_from(kept.bytes).unwrap_or(i64::MAX);
        Self { item, name, bytes, hash: &kept.hash, media_type: Some(kept.media_type) }
    }
}

pub async fn insert_file(
    tx: &mut Tx,
    id: DossierId,
    new: &NewFile<'_>,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_file (id, dossier_id, item_key, name, bytes, hash, media_type,
            added_by, added_at, arrived_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.item.into(),
        new.name.into(),
        new.bytes.into(),
        new.hash.into(),
        new.media_type.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
        new.media_type.map(|_| tx.at().millis()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// Whether it was still there.
pub async fn remove_file(tx: &mut Tx, id: DossierId, part: PartId) -> Result<bool, Failure> {
    let sql = "update dossier_file set removed_at = $3
        where dossier_id = $1 and id = $2 and removed_at is null";
    let values = [id.to_string().into(), part.to_string().into(), tx.at().millis().into()];
    Ok(tx.run(sql, values).await? == 1)
}

/// Whether the bytes of a file `f` were sent for its dossier.
pub const IS_HERE: &str = "(f.arrived_at is not null or exists (
    select 1 from upload a where a.purpose = 'dossier/' || f.dossier_id
        and a.hash = f.hash and a.state = 'finished'))";

#[derive(FromQueryResult)]
struct ArrivedRow {
    dossier_id: String,
    hash: String,
}

/// Dossier and hash of every file of these dossiers whose bytes somebody sent for it.
pub async fn arrived(reader: &Reader, ids: &[String]) -> Result<BTreeSet<(String, String)>, Fault> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "select f.dossier_id, f.hash from dossier_file f
         where f.dossier_id in ({}) and {IS_HERE}",
        places.join(", ")
    );
    let rows: Vec<ArrivedRow> = reader.rows(&sql, ids.iter().map(store::Value::from)).await?;
    Ok(rows.into_iter().map(|row| (row.dossier_id, row.hash)).collect())
}
