//! Declaring a certificate void, and issuing another in its place.

use ::store::Tx;
use kernel::{Failure, Refusal};

use super::issue::next_number;
use super::store::{self, CertificateRow, Ending, NewCertificate};
use super::{CertificateId, access, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// What a certificate says rightly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Names, one on each line.
    pub holder: String,
    /// Of which unit; may be empty.
    pub unit: String,
    /// What was wrong, or how the sheet was lost.
    pub reason: String,
}

/// Declares a certificate void (thu hồi).
///
/// # Errors
/// The actor does not run the contest, or it is void already.
pub async fn revoke(
    tx: &mut Tx,
    actor: &Actor,
    (id, reason): (CertificateId, &str),
) -> Result<(), Failure> {
    let seen = access::certificate(tx, actor, id, tx.at()).await?;
    if seen.row.ended_at.is_some() {
        return Err(refused(&seen.row, "certificate-void-already").into());
    }
    let ending = Ending { reason: Some(reason), list: None, by: actor.account() };
    store::end(tx, &seen.row.id, ending).await?;
    let act = Act::on("certificate.revoke", subject(seen.contest)).row("certificate", id);
    audit::record(tx, actor.who, act.note("number", seen.row.number)).await
}

/// Issues a certificate in the place of another (cấp lại), which becomes void.
///
/// # Errors
/// The actor does not run the contest, another was issued in its place already, or a list of prizes gives its prize no
/// longer.
pub async fn replace(
    tx: &mut Tx,
    actor: &Actor,
    id: CertificateId,
    right: &Correction,
) -> Result<CertificateId, Failure> {
    let seen = access::certificate(tx, actor, id, tx.at()).await?;
    let issued = store::certificates(tx, seen.contest).await?;
    if issued.iter().any(|other| other.replaces_id.as_deref() == Some(&*seen.row.id)) {
        return Err(refused(&seen.row, "certificate-replaced-already").into());
    }
    if seen.row.ended_list_id.is_some() {
        return Err(refused(&seen.row, "certificate-prize-gone").into());
    }
    let mut act = Act::on("certificate.replace", subject(seen.contest));
    if seen.row.ended_at.is_none() {
        let ending = Ending { reason: Some(&right.reason), list: None, by: actor.account() };
        store::end(tx, &seen.row.id, ending).await?;
        act = act.row("certificate", id);
    }
    let new = NewCertificate {
        run: &seen.row.run_id,
        contest: &seen.row.contest_id,
        number: next_number(&issued),
        dossier: &seen.row.dossier_id,
        author: seen.row.author,
        holder: &right.holder,
        unit: &right.unit,
        field: &seen.row.field,
        prize: &seen.row.prize,
        title: &seen.row.title,
        replaces: Some(&seen.row.id),
    };
    let made = store::insert(tx, CertificateId::new(tx.at()), &new).await?;
    let act = act.row("certificate", made).note("number", new.number);
    audit::record(tx, actor.who, act.note("reason", &right.reason)).await?;
    Ok(made)
}

fn refused(row: &CertificateRow, says: &'static str) -> Refusal {
    Refusal::conflict(says).way_out("way-certificate", format!("/certificates/{}", row.id))
}
