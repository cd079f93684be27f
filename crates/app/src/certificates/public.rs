//! What everybody may know of a certificate whose code they hold.

use ::store::Reader;
use kernel::{Failure, Instant, Refusal};

use super::store::{self, CertificateRow, RunRow};
use crate::awards;
use crate::contests;
use crate::frame::code;

/// A certificate as everybody checks it.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The certificate.
    pub row: CertificateRow,
    /// How it is headed and signed.
    pub run: RunRow,
    /// The name of its contest.
    pub contest: String,
    /// The number of the one that took its place.
    pub replaced_by: Option<i64>,
}

/// The certificate that carries a code; nothing before everybody reads its list of prizes.
///
/// # Errors
/// There is none.
pub async fn check(reader: &Reader, typed: &str, at: Instant) -> Result<Checked, Failure> {
    let gone = || {
        let refusal = Refusal::absent_because("certificate-unknown");
        refusal.way_out("way-certificate-check", "/giay-chung-nhan")
    };
    let row = store::by_code(reader, &code::typed(typed)).await?.ok_or_else(gone)?;
    let run = store::run(reader, &row.run_id).await?.ok_or_else(gone)?;
    let id = row.contest_id.parse()?;
    if !awards::is_public(reader, (id, &run.list_id), at).await? {
        return Err(gone().into());
    }
    let contest = contests::store::find(reader, id).await?.ok_or_else(gone)?;
    let next = store::in_place_of(reader, &row.id).await?;
    Ok(Checked { row, run, contest: contest.name, replaced_by: next.map(|next| next.number) })
}

/// The path at which everybody checks a certificate.
pub fn path(code: &str) -> String {
    format!("/giay-chung-nhan/{code}")
}

/// The certificates of a dossier that stand, once everybody may read its prize: names, and where each is checked.
///
/// # Errors
/// The database is away.
pub async fn of_dossier(
    reader: &Reader,
    dossier: &str,
    at: Instant,
) -> Result<Vec<(String, String)>, Failure> {
    let mut told = Vec::new();
    for row in store::of_dossier(reader, dossier).await? {
        let Some(run) = store::run(reader, &row.run_id).await? else { continue };
        if awards::is_public(reader, (row.contest_id.parse()?, &run.list_id), at).await? {
            told.push((row.holder.replace('\n', ", "), path(&row.code)));
        }
    }
    Ok(told)
}
