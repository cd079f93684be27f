//! The only SQL on what was found in files.

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::uploads::Inspection;

#[derive(FromQueryResult)]
struct Row {
    found: String,
}

/// What was found in a file; nothing where nobody has looked yet.
pub async fn find(reader: &Reader, hash: &str) -> Result<Option<Inspection>, Fault> {
    let sql = "select found from inspection where hash = $1";
    let row: Option<Row> = reader.maybe(sql, [hash.into()]).await?;
    Ok(row.map(|row| serde_json::from_str(&row.found)).transpose()?)
}

pub async fn insert(tx: &mut Tx, hash: &str, found: &Inspection) -> Result<(), Failure> {
    let sql = "insert into inspection (hash, found, looked_at) values ($1, $2, $3)
        on conflict (hash) do nothing";
    let found = serde_json::to_string(found).map_err(Fault::from)?;
    let values = [hash.into(), found.into(), tx.at().millis().into()];
    tx.run(sql, values).await.map(drop)
}
