//! Finding certificates through what the actor may see of them.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};

use super::CertificateId;
use super::store::{self, CertificateRow, RunRow};
use crate::accounts::Actor;
use crate::awards;

/// A certificate that the office sees.
#[derive(Debug, Clone)]
pub struct SeenCertificate {
    /// The certificate.
    pub row: CertificateRow,
    /// How it is headed and signed.
    pub run: RunRow,
    /// Of which contest.
    pub contest: ContestId,
    /// The contest's name.
    pub contest_name: String,
}

/// A certificate, for who runs its contest.
///
/// # Errors
/// For this actor there is none, or they are in conflict with a dossier before everybody reads the prizes.
pub async fn certificate(
    reader: &Reader,
    actor: &Actor,
    id: CertificateId,
    at: Instant,
) -> Result<SeenCertificate, Failure> {
    let row = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let contest = row.contest_id.parse()?;
    let granted = awards::granted(reader, actor, contest, at).await?;
    let run = store::run(reader, &row.run_id).await?.ok_or_else(Refusal::absent)?;
    Ok(SeenCertificate { row, run, contest, contest_name: granted.contest.name })
}
