//! What goes of dossiers when its time is over: drafts that nobody handed in, and identity numbers.

use std::collections::BTreeSet;
use std::fmt;

use ::store::{Reader, Tx};
use entry::{Detail, People, Step};
use kernel::id::ContestId;
use kernel::{Failure, Fault};

use super::manifest::Manifest;
pub use super::store::forget::{drafts, drafts_by_contest, handed_in_by_contest, numbered};
use super::store::{self, forget as rows};
use super::{DossierId, access};
use crate::audit::forgetting::{RowName, Traces, forget};
use crate::audit::{self, Act};
use crate::looks;

/// The rows of drafts that hold names, of which the ledger has digests.
///
/// # Errors
/// The database is away.
pub async fn named_in(reader: &Reader, drafts: &[DossierId]) -> Result<BTreeSet<RowName>, Fault> {
    let mut named = BTreeSet::new();
    for id in drafts {
        let table = "dossier_agreement";
        let rows = rows::rows_of(reader, table, *id).await?;
        named.extend(rows.into_iter().map(|row| (table.to_owned(), row)));
    }
    Ok(named)
}

/// Removes drafts with everything that belongs to them; `traces` are those of [`named_in`]. Their files are named by
/// nothing afterwards, and go with the next round. The act may name what the caller writes in the same transaction.
///
/// # Errors
/// The database is away.
pub async fn remove_drafts(
    tx: &mut Tx,
    who: impl fmt::Display + Copy,
    drafts: &[DossierId],
    (mut traces, act): (Traces, Act),
) -> Result<(), Failure> {
    traces.catch_up(tx).await?;
    let act = delete(tx, drafts, act).await?;
    audit::record(tx, who, act).await?;
    forget(tx, who, traces).await.map(drop)
}

/// Deletes drafts; the act, with what was written, is for the caller to record.
///
/// # Errors
/// The database is away.
pub async fn delete(tx: &mut Tx, drafts: &[DossierId], mut act: Act) -> Result<Act, Failure> {
    for id in drafts {
        for table in rows::OF_A_DRAFT {
            let of = rows::rows_of(tx, table, *id).await?;
            act = of.into_iter().fold(act, |act, row| act.row(table, row));
        }
        let copies = rows::copies(tx, *id).await?;
        act = copies.into_iter().fold(act, |act, row| act.row("dossier", row));
        act = act.row("dossier", id);
        looks::forget_dossier(tx, &id.to_string()).await?;
        rows::delete_draft(tx, *id).await?;
    }
    Ok(act.note("drafts", drafts.len()))
}

/// Removes the identity numbers and identity papers of dossiers that were handed in; of how many there were any. What the ledger says of
/// these versions may stay: their numbers are sealed, so that without the seal nobody can guess them from a digest. For
/// the same reason a receipt keeps the digest that it was given. The act, with what was written, is for the caller to
/// record.
///
/// # Errors
/// The database is away.
pub async fn remove_identities(
    tx: &mut Tx,
    dossiers: &[DossierId],
    mut act: Act,
) -> Result<(i64, Act), Failure> {
    let mut touched = 0;
    for id in dossiers {
        let mut is_touched = false;
        for version in store::versions(tx, *id).await? {
            let mut manifest = Manifest::read(&version.body)?;
            if without_identities(&mut manifest.entry.people) {
                rows::blank_version(tx, &version.id, &manifest.seal()?.body).await?;
                act = act.row("dossier_version", version.id);
                is_touched = true;
            }
        }
        if let Some(part) = store::part(tx, *id, Step::People).await? {
            let mut people: People = serde_json::from_str(&part.body).map_err(Fault::from)?;
            if without_identities(&mut people) {
                let body = serde_json::to_string(&people).map_err(Fault::from)?;
                rows::blank_part(tx, *id, Step::People.code(), &body).await?;
                is_touched = true;
            }
        }
        if remove_papers(tx, *id).await? {
            is_touched = true;
        }
        touched += i64::from(is_touched);
    }
    Ok((touched, act))
}

/// Removes identity papers that the rules had asked for from a dossier; whether there were any. Nothing names their
/// bytes then, and they go with the next round.
async fn remove_papers(tx: &mut Tx, id: DossierId) -> Result<bool, Failure> {
    let Some(row) = store::find(tx, id).await? else { return Ok(false) };
    let (rules, _) = access::rules(tx, &row).await?;
    let mut removed = 0;
    for part in rules.entry.identity_parts() {
        removed += rows::delete_files(tx, id, part).await?;
    }
    Ok(removed > 0)
}

/// Whether there were any.
fn without_identities(people: &mut People) -> bool {
    let removed = people.authors.iter_mut().map(|it| it.details.remove(&Detail::Identity));
    removed.filter(Option::is_some).count() > 0
}

/// Forgets by what the same person was found in two dossiers of a contest.
///
/// # Errors
/// The database is away.
pub async fn forget_signs(tx: &mut Tx, contest: ContestId) -> Result<(), Failure> {
    rows::forget_signs(tx, contest).await
}
