//! Scans of sheets of paper, as secret as the sheets.

use ::store::{Reader, Tx};
use kernel::{Failure, Refusal};

use super::access::{self, SeenPaper};
use super::code::Code;
use super::subject;
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::store::{self, ScanRow};
use crate::files::{self, Kept};

/// Attaches a scan. An earlier one is kept.
///
/// # Errors
/// For this actor there is no such sheet of paper, it is set aside, or it is no scan.
pub async fn attach(
    tx: &mut Tx,
    actor: &Actor,
    (code, kept): (&Code, &Kept),
) -> Result<(), Failure> {
    let seen = access::paper(tx, actor, code).await?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    if seen.row.ended_at.is_some() {
        return Err(seen.refused("paper-set-aside-already").into());
    }
    match kept.media_type {
        "application/pdf" | "image/png" | "image/jpeg" => (),
        _ => return Err(Refusal::field("file", "paper-scan-kind").into()),
    }
    let act = Act::on("paper-sheet.scan", subject(&seen.row.assignment_id));
    let act = files::note(tx, kept, act).await?;
    let row = store::insert_paper_scan(tx, &seen.row.id, &kept.hash, account).await?;
    audit::record(tx, actor.who, act.row("paper_scan", row)).await
}

/// The newest scan, for who knows what stands on the sheet already: who sent the scan, or keyed the sheet in as somebody
/// else did; once nothing is sealed any more, for whoever handles sheets of paper.
///
/// # Errors
/// There is none, or the actor does not know yet what stands on the sheet.
pub async fn newest(
    reader: &Reader,
    actor: &Actor,
    code: &Code,
) -> Result<(SeenPaper, ScanRow), Failure> {
    let seen = access::paper(reader, actor, code).await?;
    let scans = store::paper_scans(reader, &seen.row.id).await?;
    let newest = scans.first().cloned().ok_or_else(Refusal::absent)?;
    match knows(reader, actor, &seen).await? || sent(actor, &newest) {
        true => Ok((seen, newest)),
        false => Err(Refusal::forbidden("paper-scan-sealed")
            .way_out("way-paper-sheet", format!("/paper-sheets/{code}"))
            .into()),
    }
}

/// Whether the actor knows what stands on a sheet: what they keyed in is what another did, or it is no secret any more.
pub async fn knows(reader: &Reader, actor: &Actor, seen: &SeenPaper) -> Result<bool, Failure> {
    let account = actor.account().map(|account| account.to_string());
    let entries = store::paper_entries(reader, &seen.row.id).await?;
    let has_keyed = entries.iter().any(|entry| Some(&entry.keyed_by) == account.as_ref());
    Ok(seen.is_unsealed() || (has_keyed && seen.row.agreed_at.is_some()))
}

/// Whether the actor sent a scan.
pub fn sent(actor: &Actor, scan: &ScanRow) -> bool {
    actor.account().is_some_and(|account| account.to_string() == scan.sent_by)
}
