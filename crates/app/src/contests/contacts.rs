//! Whom to call about a contest: added, changed, taken away, cleared for everybody's eyes.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Refusal};

use super::draft::ContactDraft;
use super::{PartId, open_to, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Adds somebody to call.
///
/// # Errors
/// The actor may not, or the contest is closed.
pub async fn add_contact(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    draft: &ContactDraft,
) -> Result<(), Failure> {
    open_to(tx, actor, contest).await?;
    let row = store::insert_contact(tx, contest, draft, None).await?;
    let act = Act::on("contest.contact", subject(contest)).row("contest_contact", row);
    audit::record(tx, actor.who, act).await
}

/// Writes a contact anew. A consent to be shown was given for the old numbers, so it ends where they
/// change.
///
/// # Errors
/// The actor may not, the contest is closed, or it has no such contact.
pub async fn change_contact(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
    draft: &ContactDraft,
) -> Result<(), Failure> {
    open_to(tx, actor, contest).await?;
    let before = store::contact(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    store::update_contact(tx, id, draft).await?;
    let same = before.phones == draft.phones.join(",") && before.emails == draft.emails.join(",");
    if before.cleared_at.is_some() && !same {
        store::clear_contact(tx, id, (None, None)).await?;
    }
    let act = Act::on("contest.contact-change", subject(contest)).row("contest_contact", id);
    audit::record(tx, actor.who, act).await
}

/// Takes a contact away.
///
/// # Errors
/// The actor may not, the contest is closed, or it has no such contact.
pub async fn remove_contact(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
) -> Result<(), Failure> {
    open_to(tx, actor, contest).await?;
    store::contact(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    store::delete_contact(tx, id).await?;
    let act = Act::on("contest.contact-remove", subject(contest)).row("contest_contact", id);
    audit::record(tx, actor.who, act).await
}

/// Writes down that the person agreed to have their number shown.
///
/// # Errors
/// The actor may not, the contest is closed, or it has no such contact.
pub async fn clear_contact(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
) -> Result<(), Failure> {
    open_to(tx, actor, contest).await?;
    store::contact(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    let at = tx.at().millis();
    store::clear_contact(tx, id, (Some(at), actor.account())).await?;
    let act = Act::on("contest.contact-clear", subject(contest)).row("contest_contact", id);
    audit::record(tx, actor.who, act).await
}

/// Writes down that the person no longer agrees.
///
/// # Errors
/// The actor may not, or the contest has no such contact. A closed contest is no obstacle: consent can
/// be withdrawn at any time.
pub async fn mask_contact(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
) -> Result<(), Failure> {
    super::run_by(tx, actor, contest).await?;
    store::contact(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    store::clear_contact(tx, id, (None, None)).await?;
    let act = Act::on("contest.contact-mask", subject(contest)).row("contest_contact", id);
    audit::record(tx, actor.who, act).await
}
