//! Milestones (mốc): set, moved and called off, each time by a new version.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Refusal};

use super::draft::MilestoneDraft;
use super::{PartId, Why, open_to, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Sets one more milestone.
///
/// # Errors
/// The actor may not, or the contest is closed.
pub async fn add_milestone(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    draft: &MilestoneDraft,
    why: &Why,
) -> Result<(), Failure> {
    open_to(tx, actor, contest).await?;
    let act = Act::on("milestone.set", subject(contest));
    let act = insert(tx, contest, draft, why, act).await?;
    audit::record(tx, actor.who, act).await
}

pub(super) async fn insert(
    tx: &mut Tx,
    contest: ContestId,
    draft: &MilestoneDraft,
    why: &Why,
    act: Act,
) -> Result<Act, Failure> {
    let id = store::insert_milestone(tx, contest, draft).await?;
    let version = store::insert_version(tx, id, 1, (draft, false), why).await?;
    Ok(act.row("milestone", id).row("milestone_version", version))
}

/// Gives a milestone another window, as an extension does.
///
/// # Errors
/// The actor may not, the contest is closed, or it has no such milestone.
pub async fn move_milestone(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
    draft: &MilestoneDraft,
    why: &Why,
) -> Result<i64, Failure> {
    next_version(tx, actor, (contest, id), (draft, false), why).await
}

/// Says that a milestone will not take place.
///
/// # Errors
/// The actor may not, the contest is closed, or it has no such milestone.
pub async fn call_off(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
    why: &Why,
) -> Result<i64, Failure> {
    let row = store::milestone(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    let draft = row.as_draft()?;
    next_version(tx, actor, (contest, id), (&draft, true), why).await
}

async fn next_version(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
    (draft, called_off): (&MilestoneDraft, bool),
    why: &Why,
) -> Result<i64, Failure> {
    open_to(tx, actor, contest).await?;
    let row = store::milestone(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    let version = row.version + 1;
    let key = store::insert_version(tx, id, version, (draft, called_off), why).await?;
    let act = match called_off {
        true => Act::on("milestone.call-off", subject(contest)),
        false => Act::on("milestone.move", subject(contest)),
    };
    let act = act.row("milestone_version", key);
    audit::record(tx, actor.who, act.note("version", version)).await?;
    Ok(version)
}
