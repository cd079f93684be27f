//! The only SQL on `stored_file`.

use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::Kept;

/// Whether the row is new.
pub async fn insert(tx: &mut Tx, kept: &Kept) -> Result<bool, Failure> {
    let sql = "insert into stored_file (hash, bytes, media_type, stored_at) values ($1, $2, $3, $4)
        on conflict (hash) do nothing";
    let bytes = i64::try_from(kept.bytes).unwrap_or(i64::MAX);
    let values =
        [kept.hash.clone().into(), bytes.into(), kept.media_type.into(), tx.at().millis().into()];
    Ok(tx.run(sql, values).await? == 1)
}

#[derive(FromQueryResult)]
struct HashRow {
    hash: String,
}

/// The hashes after one, in order.
pub async fn after(reader: &Reader, hash: &str, limit: i64) -> Result<Vec<String>, Fault> {
    let sql = "select hash from stored_file where hash > $1 order by hash limit $2";
    let rows: Vec<HashRow> = reader.rows(sql, [hash.into(), limit.into()]).await?;
    Ok(rows.into_iter().map(|row| row.hash).collect())
}

#[derive(FromQueryResult)]
struct TypeRow {
    media_type: String,
}

/// What kind of file it is; nothing where no row names it.
pub async fn media_type(reader: &Reader, hash: &str) -> Result<Option<String>, Fault> {
    let sql = "select media_type from stored_file where hash = $1";
    let row: Option<TypeRow> = reader.maybe(sql, [hash.into()]).await?;
    Ok(row.map(|row| row.media_type))
}

/// Every column that names a file by its hash, whichever capability's it is: a file that one of them names stays.
pub const NAMED_BY: [(&str, &str); 11] = [
    ("paper", "hash"),
    ("report_file", "hash"),
    ("publicity_file", "hash"),
    ("news", "file_hash"),
    ("dossier_confirmation", "file_hash"),
    ("dossier_agreement", "file_hash"),
    ("dossier_file", "hash"),
    ("earlier_import", "file_hash"),
    ("conversation_file", "hash"),
    ("paper_scan", "file_hash"),
    ("rendition", "made_hash"),
];

/// Files from before a moment that no row names, and that nobody has sent since; those after a hash, in order.
pub async fn unnamed(
    reader: &Reader,
    before: Instant,
    (after, limit): (&str, i64),
) -> Result<Vec<String>, Fault> {
    let named = NAMED_BY.map(|(table, column)| {
        format!("and not exists (select 1 from {table} n where n.{column} = f.hash)")
    });
    let sql = format!(
        "select f.hash from stored_file f
         where f.stored_at < $1 and f.hash > $2 {}
            and not exists (select 1 from upload u where u.hash = f.hash and u.finished_at >= $1)
         order by f.hash limit $3",
        named.join(" ")
    );
    let values = [before.millis().into(), after.into(), limit.into()];
    let rows: Vec<HashRow> = reader.rows(&sql, values).await?;
    Ok(rows.into_iter().map(|row| row.hash).collect())
}

/// Forgets a file; its bytes are the caller's to remove.
pub async fn forget(tx: &mut Tx, hash: &str) -> Result<(), Failure> {
    tx.run("delete from stored_file where hash = $1", [hash.into()]).await.map(drop)
}
