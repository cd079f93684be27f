//! The only SQL on `stored_file`.

use kernel::{Failure, Fault};
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
