//! Authors agree on paper (ký trên giấy): a sheet is printed, signed, and its scan sent in.

use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Refusal};

use super::agree::{Agreement, Agreements};
use super::draft::confirmed_digest;
use super::store::{self, NewAgreement};
use super::{DossierId, access, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::files::{self, Kept};

/// Sends in the scan of the sheet that authors have signed; it counts for all who have not agreed yet, with the
/// names and shares of `seen`, the digest of what stood on the page. Whether the signatures are right, the office
/// sees.
///
/// # Errors
/// The actor does not write the dossier, it was changed since, nobody is left to sign, or it is no scan.
pub async fn signed(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (kept, seen): (&Kept, &str),
) -> Result<(), Failure> {
    access::own(tx, actor, id).await?;
    is_scan(kept)?;
    let entry = access::draft(tx, id).await?.entry;
    if confirmed_digest(&entry)? != seen {
        return Err(Refusal::field("sheet", "agreement-print-again").into());
    }
    let stands = Agreements::load(tx, id).await?;
    let left = entry.people.authors.iter().enumerate();
    let left = left.filter(|author| stands.of(*author).may_ask());
    let act = Act::on("dossier.agree-on-paper", subject(id));
    let mut act = files::note(tx, kept, act).await?;
    let mut is_any = false;
    for (_, author) in left {
        let (agreed, file) = (true, Some(kept.hash.as_str()));
        let new = NewAgreement { author, agreed, reason: None, way: "paper", file };
        let row = store::insert_agreement(tx, id, new, actor.account()).await?;
        act = act.row("dossier_agreement", row);
        is_any = true;
    }
    match is_any {
        true => audit::record(tx, actor.who, act).await,
        false => Err(Refusal::field("sheet", "agreement-nobody-left").into()),
    }
}

/// Refuses what is no scan of a page.
///
/// # Errors
/// It is something else than a PDF or a picture.
pub(super) fn is_scan(kept: &Kept) -> Result<(), Refusal> {
    match kept.media_type {
        "application/pdf" | "image/png" | "image/jpeg" => Ok(()),
        _ => Err(Refusal::field("file", "confirmation-scan-kind")),
    }
}

/// The hash of the newest sheet that authors signed.
///
/// # Errors
/// The database is away.
pub async fn newest_sheet(reader: &Reader, id: DossierId) -> Result<Option<String>, Fault> {
    let answers = store::agreements(reader, id).await?;
    Ok(answers.into_iter().find_map(|answer| answer.file_hash))
}

impl Agreement {
    /// Whether the author may still be asked.
    pub const fn may_ask(self) -> bool {
        !matches!(self, Self::ByHandingIn | Self::OnPaper | Self::Yes)
    }
}
