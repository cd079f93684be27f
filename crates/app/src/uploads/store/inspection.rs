//! The only SQL on what was found in files.

use std::collections::BTreeMap;

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::uploads::Inspection;

#[derive(FromQueryResult)]
struct Row {
    hash: String,
    found: String,
}

/// What was found in files, by hash; nothing of those at which nobody has looked yet.
pub async fn find(
    reader: &Reader,
    hashes: &[String],
) -> Result<BTreeMap<String, Inspection>, Fault> {
    if hashes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let places: Vec<String> = (1..=hashes.len()).map(|at| format!("${at}")).collect();
    let sql = format!("select hash, found from inspection where hash in ({})", places.join(", "));
    let rows: Vec<Row> = reader.rows(&sql, hashes.iter().map(store::Value::from)).await?;
    rows.into_iter().map(|row| Ok((row.hash, serde_json::from_str(&row.found)?))).collect()
}

/// Whether somebody has looked at a file.
pub async fn is_there(reader: &Reader, hash: &str) -> Result<bool, Fault> {
    let sql = "select count(*) from inspection where hash = $1";
    Ok(reader.number(sql, [hash.into()]).await? > 0)
}

pub async fn insert(tx: &mut Tx, hash: &str, found: &Inspection) -> Result<(), Failure> {
    let sql = "insert into inspection (hash, found, looked_at) values ($1, $2, $3)
        on conflict (hash) do nothing";
    let found = serde_json::to_string(found).map_err(Fault::from)?;
    let values = [hash.into(), found.into(), tx.at().millis().into()];
    tx.run(sql, values).await.map(drop)
}
