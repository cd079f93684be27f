//! Declaring rules of judging, and sealing them when judging begins.

use ::store::{Reader, Tx};
use judging::records::Records;
use judging::rules::Rules;
use judging::soundness;
use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Refusal};

use super::{newest, store, trouble};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::{self, Why};

/// Declares the next version of the rules of judging; `seen` is the version that the actor had before them, 0 for
/// none. From the second version on a reason is asked.
///
/// # Errors
/// The actor does not run the contest, it is closed, judging has begun, somebody was quicker, the rules contradict
/// themselves, nothing is different, or there is no reason.
pub async fn declare(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    (seen, rules, reason): (i64, &Rules, Option<&str>),
) -> Result<i64, Failure> {
    declare_by(tx, actor, contest, (seen, rules), (None, reason)).await
}

/// The same by a paper, which is a reason too.
///
/// # Errors
/// As for [`declare`].
pub async fn declare_by(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    (seen, rules): (i64, &Rules),
    (paper, reason): (Option<PaperId>, Option<&str>),
) -> Result<i64, Failure> {
    contests::open_to(tx, actor, contest).await?;
    is_open(tx, contest).await?;
    let before = newest(tx, contest).await?;
    let version = before.as_ref().map_or(0, |(_, version)| *version);
    if seen != version {
        return Err(Refusal::conflict("rubric-changed-meanwhile").into());
    }
    let found = soundness::troubles(rules, &Records::default());
    let before = before.as_ref().map(|(before, _)| before);
    trouble::refused(&found, rules, before)?;
    if before == Some(rules) {
        return Err(Refusal::invalid("rubric-unchanged").into());
    }
    let words = reason.map(str::trim).filter(|reason| !reason.is_empty());
    if version > 0 && words.is_none() && paper.is_none() {
        return Err(Refusal::field("reason", "rubric-reason-missing").into());
    }
    let why = Why { paper, words: words.map(str::to_owned), by: actor.account() };
    let version = version + 1;
    let row = store::insert(tx, contest, (version, rules), &why).await?;
    let act = Act::on("rubric.declare", contests::subject(contest)).row("rubric", row);
    audit::record(tx, actor.who, act.note("version", version)).await?;
    Ok(version)
}

/// Whether the rules of judging may still change.
///
/// # Errors
/// Judging has begun.
pub(super) async fn is_open(reader: &Reader, contest: ContestId) -> Result<(), Failure> {
    match store::sealed(reader, contest).await? {
        None => Ok(()),
        Some(_) => Err(Refusal::conflict("rubric-is-sealed")
            .way_out("way-rubric", format!("/contests/{contest}/rubric"))
            .into()),
    }
}

/// Seals the newest version: somebody begins to mark. A second call does nothing. Whether this actor may begin is for
/// who calls: the council.
///
/// # Errors
/// The contest has no rules of judging.
pub async fn seal(tx: &mut Tx, actor: &Actor, contest: ContestId) -> Result<(), Failure> {
    if store::sealed(tx, contest).await?.is_some() {
        return Ok(());
    }
    let (_, version) = newest(tx, contest).await?.ok_or_else(|| none_yet(contest))?;
    store::insert_seal(tx, contest, version, actor.account()).await?;
    let act = Act::on("rubric.seal", contests::subject(contest)).row("rubric_seal", contest);
    audit::record(tx, actor.who, act.note("version", version)).await
}

/// A contest without rules of judging, told with the way to the page where they are chosen.
pub(super) fn none_yet(contest: ContestId) -> Refusal {
    let refusal = Refusal::conflict("rubric-none-yet");
    refusal.way_out("way-rubric", format!("/contests/{contest}/rubric"))
}
