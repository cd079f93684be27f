//! The only SQL on `dossier_import`.

use std::collections::BTreeMap;

use kernel::id::ContestId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::dossiers::DossierId;

#[derive(FromQueryResult)]
struct KnownRow {
    row_key: String,
    number: i64,
}

/// The number of the dossier that was made of each row, by the key of the row.
pub async fn known(reader: &Reader, contest: ContestId) -> Result<BTreeMap<String, i64>, Fault> {
    let sql =
        "select i.row_key, d.number from dossier_import i join dossier d on d.id = i.dossier_id
        where i.contest_id = $1";
    let rows: Vec<KnownRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| (row.row_key, row.number)).collect())
}

pub async fn insert(
    tx: &mut Tx,
    contest: ContestId,
    (id, key): (DossierId, &str),
) -> Result<(), Failure> {
    let sql = "insert into dossier_import (dossier_id, contest_id, row_key, imported_at)
        values ($1, $2, $3, $4)";
    let values =
        [id.to_string().into(), contest.to_string().into(), key.into(), tx.at().millis().into()];
    tx.run(sql, values).await.map(drop)
}
