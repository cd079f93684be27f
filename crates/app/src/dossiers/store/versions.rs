//! What was handed in, and what became of it.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::dossiers::manifest::Sealed;
use crate::dossiers::{DossierId, PartId};

/// A version that was handed in.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VersionRow {
    /// Id.
    pub id: String,
    /// Of which dossier.
    pub dossier_id: String,
    /// 1, 2, …
    pub version: i64,
    /// The rules by which it was measured.
    pub rules_version: i64,
    /// JSON: the manifest.
    pub body: String,
    /// SHA-256 of it, hex.
    pub digest: String,
    /// The title of the solution.
    pub title: String,
    /// What is printed on its receipt.
    pub code: String,
    /// The deadline that held.
    pub closes_at: Option<i64>,
    /// When all of it was here.
    pub received_at: i64,
    /// Until when files that it names may follow; nothing: all were here.
    pub bytes_until: Option<i64>,
    /// Name of who handed it in.
    pub submitted_by: Option<String>,
    /// Since when personal data that were in it are gone.
    pub blanked_at: Option<i64>,
}

const VERSION: &str = "select v.id, v.dossier_id, v.version, v.rules_version, v.body, v.digest,
        v.title, v.code, v.closes_at, v.received_at, v.bytes_until, a.name as submitted_by,
        v.blanked_at
    from dossier_version v left join account a on a.id = v.submitted_by";

/// Every version, the newest first.
pub async fn versions(reader: &Reader, id: DossierId) -> Result<Vec<VersionRow>, Fault> {
    let sql = format!("{VERSION} where v.dossier_id = $1 order by v.version desc");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// The newest version.
pub async fn last_version(reader: &Reader, id: DossierId) -> Result<Option<VersionRow>, Fault> {
    let sql = format!("{VERSION} where v.dossier_id = $1 order by v.version desc limit 1");
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// The newest version of each of these dossiers.
pub async fn newest_versions(reader: &Reader, ids: &[String]) -> Result<Vec<VersionRow>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "{VERSION} where v.dossier_id in ({}) and v.version =
            (select max(n.version) from dossier_version n where n.dossier_id = v.dossier_id)",
        places.join(", ")
    );
    reader.rows(&sql, ids.iter().map(store::Value::from)).await
}

/// The version on whose receipt a code stands.
pub async fn version_by_code(reader: &Reader, code: &str) -> Result<Option<VersionRow>, Fault> {
    reader.maybe(&format!("{VERSION} where v.code = $1"), [code.into()]).await
}

/// A version that is to be written.
#[derive(Debug, Clone)]
pub struct NewVersion<'v> {
    /// 1, 2, …
    pub version: i64,
    /// The rules by which it was measured.
    pub rules_version: i64,
    /// The manifest.
    pub sealed: &'v Sealed,
    /// The title of the solution.
    pub title: &'v str,
    /// Its field.
    pub field: &'v str,
    /// What is printed on its receipt.
    pub code: &'v str,
    /// The deadline that holds.
    pub closes_at: Option<Instant>,
    /// When all of it was here.
    pub received_at: Instant,
    /// Until when files that it names may follow; nothing: all are here.
    pub bytes_until: Option<Instant>,
}

pub async fn insert_version(
    tx: &mut Tx,
    id: DossierId,
    new: &NewVersion<'_>,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_version (id, dossier_id, version, rules_version, body, digest,
            title, field, code, closes_at, received_at, bytes_until, submitted_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.version.into(),
        new.rules_version.into(),
        new.sealed.body.clone().into(),
        new.sealed.digest.clone().into(),
        new.title.into(),
        new.field.into(),
        new.code.into(),
        new.closes_at.map(Instant::millis).into(),
        new.received_at.millis().into(),
        new.bytes_until.map(Instant::millis).into(),
        account.map(|id| id.to_string()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// Something that became of a dossier.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EventRow {
    /// Word of the step.
    pub kind: String,
    /// Why.
    pub reason: Option<String>,
    /// Name of who did it.
    pub made_by: Option<String>,
    /// When.
    pub made_at: i64,
}

/// What became of a dossier, the newest first.
pub async fn events(reader: &Reader, id: DossierId) -> Result<Vec<EventRow>, Fault> {
    let sql = "select e.kind, e.reason, a.name as made_by, e.made_at
        from dossier_event e left join account a on a.id = e.made_by
        where e.dossier_id = $1 order by e.made_at desc, e.id desc";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_event(
    tx: &mut Tx,
    id: DossierId,
    (kind, reason): (&str, Option<&str>),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_event (id, dossier_id, kind, reason, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        kind.into(),
        reason.map(str::to_owned).into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}
