//! The files that a dossier names.

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

const FILE: &str = "select id, item_key, name, bytes, hash, media_type, arrived_at
    from dossier_file where dossier_id = $1";

/// The files as they stand, in the order in which they came.
pub async fn files(reader: &Reader, id: DossierId) -> Result<Vec<FileRow>, Fault> {
    let sql = format!("{FILE} and removed_at is null order by added_at, id");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// Every file, also those that were removed: versions that were handed in still name them.
pub async fn files_ever(reader: &Reader, id: DossierId) -> Result<Vec<FileRow>, Fault> {
    reader.rows(&format!("{FILE} order by added_at, id"), [id.to_string().into()]).await
}

/// A file, also one that was removed: versions that were handed in still name it.
pub async fn file(reader: &Reader, id: DossierId, part: PartId) -> Result<Option<FileRow>, Fault> {
    let sql = format!("{FILE} and id = $2");
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

pub async fn insert_file(
    tx: &mut Tx,
    id: DossierId,
    (item, name, kept): (&str, &str, &Kept),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_file (id, dossier_id, item_key, name, bytes, hash, media_type,
            added_by, added_at, arrived_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        item.into(),
        name.into(),
        i64::try_from(kept.bytes).unwrap_or(i64::MAX).into(),
        kept.hash.clone().into(),
        kept.media_type.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
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
