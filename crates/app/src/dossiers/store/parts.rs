//! What is being written, page by page.

use entry::Step;
use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::dossiers::DossierId;

/// One page of what is being written.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PartRow {
    /// Word of the page.
    pub step: String,
    /// JSON.
    pub body: String,
    /// Grows with each change.
    pub revision: i64,
    /// When.
    pub saved_at: i64,
}

const PART: &str = "select p.step, p.body, p.revision, p.saved_at from dossier_part p";

pub async fn parts(reader: &Reader, id: DossierId) -> Result<Vec<PartRow>, Fault> {
    let sql = format!("{PART} where p.dossier_id = $1 order by p.step");
    reader.rows(&sql, [id.to_string().into()]).await
}

pub async fn part(reader: &Reader, id: DossierId, step: Step) -> Result<Option<PartRow>, Fault> {
    reader.maybe(&format!("{PART} where p.id = $1"), [key(id, step).into()]).await
}

/// By what a page of a dossier is known.
fn key(id: DossierId, step: Step) -> String {
    format!("{id}/{}", step.code())
}

pub async fn write_part(
    tx: &mut Tx,
    (id, step): (DossierId, Step),
    body: &str,
    revision: i64,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into dossier_part (id, dossier_id, step, body, revision, saved_by, saved_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do update set body = excluded.body, revision = excluded.revision,
            saved_by = excluded.saved_by, saved_at = excluded.saved_at";
    let values = [
        key(id, step).into(),
        id.to_string().into(),
        step.code().into(),
        body.into(),
        revision.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}
