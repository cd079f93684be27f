//! Which units confirmed.

use kernel::id::{AccountId, UnitId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::needs;
use crate::dossiers::{DossierId, PartId};

/// A unit that is asked to confirm.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ConfirmationRow {
    /// Id.
    pub id: String,
    /// Of which dossier.
    pub dossier_id: String,
    /// Who is asked.
    pub unit_id: String,
    /// SHA-256 of what is to be confirmed, hex.
    pub digest: String,
    /// What is printed on its page.
    pub code: String,
    /// Word of the answer.
    pub answer: Option<String>,
    /// Why not, or a remark.
    pub reason: Option<String>,
    /// How it was given.
    pub way: Option<String>,
    /// The scan of the page with its stamp.
    pub file_hash: Option<String>,
    /// Name of who answered.
    pub answered_by: Option<String>,
    /// When.
    pub answered_at: Option<i64>,
}

const CONFIRMATION: &str = "select c.id, c.dossier_id, c.unit_id, c.digest, c.code, c.answer,
        c.reason, c.way, c.file_hash, a.name as answered_by, c.answered_at
    from dossier_confirmation c left join account a on a.id = c.answered_by";

/// The requests of a dossier, the newest first.
pub async fn confirmations(reader: &Reader, id: DossierId) -> Result<Vec<ConfirmationRow>, Fault> {
    let sql = format!("{CONFIRMATION} where c.dossier_id = $1 order by c.asked_at desc, c.id desc");
    reader.rows(&sql, [id.to_string().into()]).await
}

pub async fn confirmation(reader: &Reader, id: PartId) -> Result<Option<ConfirmationRow>, Fault> {
    reader.maybe(&format!("{CONFIRMATION} where c.id = $1"), [id.to_string().into()]).await
}

/// A request that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewConfirmation<'c> {
    /// Who is asked.
    pub unit: UnitId,
    /// SHA-256 of what is to be confirmed, hex.
    pub digest: &'c str,
    /// What is printed on its page.
    pub code: &'c str,
}

pub async fn insert_confirmation(
    tx: &mut Tx,
    id: DossierId,
    new: NewConfirmation<'_>,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_confirmation (id, dossier_id, unit_id, digest, code, asked_by,
            asked_at) values ($1, $2, $3, $4, $5, $6, $7)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.unit.to_string().into(),
        new.digest.into(),
        new.code.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    needs::answered(tx, &id.to_string(), (needs::STAMP, ""), None).await?;
    Ok(part)
}

/// An answer that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewAnswer<'a> {
    /// `confirmed` or `refused`.
    pub answer: &'static str,
    /// Why not, or a remark.
    pub reason: Option<&'a str>,
    /// How it was given.
    pub way: &'static str,
    /// Hash of the scan.
    pub file: Option<&'a str>,
}

/// Whether nobody had answered before. `digest` is that of what was seen, for which the answer holds.
pub async fn answer_confirmation(
    tx: &mut Tx,
    (id, digest): (PartId, &str),
    said: NewAnswer<'_>,
    account: Option<AccountId>,
) -> Result<bool, Failure> {
    let sql = "update dossier_confirmation set answer = $2, reason = $3, way = $7, file_hash = $8,
            answered_by = $4, answered_at = $5, digest = $6 where id = $1 and answer is null";
    let values: [Value; 8] = [
        id.to_string().into(),
        said.answer.into(),
        said.reason.map(str::to_owned).into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
        digest.into(),
        said.way.into(),
        said.file.map(str::to_owned).into(),
    ];
    let is_first = tx.run(sql, values).await? == 1;
    if is_first {
        let yes_to = (said.answer == "confirmed").then(|| digest.to_owned());
        note_answer(tx, id, yes_to).await?;
    }
    Ok(is_first)
}

/// What lacks the confirmation is found by the newest request: an answer to an earlier one counts no more.
async fn note_answer(tx: &mut Tx, id: PartId, yes_to: Option<String>) -> Result<(), Failure> {
    let dossier = needs::of_request(tx, &id.to_string()).await?;
    let newest = confirmations(tx, dossier.parse()?).await?.into_iter().next();
    match newest.is_some_and(|row| row.id == id.to_string()) {
        true => needs::answered(tx, &dossier, (needs::STAMP, ""), yes_to).await,
        false => Ok(()),
    }
}
