//! Beginning a dossier, alone or with what one wrote for an earlier edition.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Instant};

use super::{DossierId, access, policy, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

/// For whom somebody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// For themselves: they are the first author.
    Oneself,
    /// For an author who cannot (viết hộ): all authors agree by themselves, on screen or on paper.
    Others,
}

/// Begins a dossier.
///
/// # Errors
/// The actor sees no such contest, it does not take dossiers now, the dossier to begin with is not theirs, or they
/// hold no role in which people write for others.
pub async fn begin(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    (whom, earlier, at): (For, Option<DossierId>, Instant),
) -> Result<DossierId, Failure> {
    let role = match whom {
        For::Oneself => "owner",
        For::Others => {
            policy::may_write_for_others(actor)?;
            "helper"
        }
    };
    let account = access::account_of(actor)?;
    let seen = contests::seen_by(tx, actor, contest, at).await?;
    let (rules, version) = contests::newest_rules(tx, contest).await?;
    let taking = access::taking(tx, contest, &rules).await?;
    policy::may_begin((&seen.contest, seen.state), &rules, (&taking, at))?;
    if let Some(earlier) = earlier {
        access::own(tx, actor, earlier).await?;
    }
    let id = store::insert(tx, contest, version, (Some(account), earlier)).await?;
    let member = store::add_member(tx, id, (account, role)).await?;
    if let Some(earlier) = earlier {
        copy(tx, actor, (earlier, id)).await?;
    }
    let act = Act::on("dossier.begin", subject(id)).row("dossier", id);
    audit::record(tx, actor.who, act.row("dossier_member", member)).await?;
    Ok(id)
}

/// What was written comes along; files, agreements and confirmations belong to the day on which they were
/// given.
async fn copy(
    tx: &mut Tx,
    actor: &Actor,
    (earlier, id): (DossierId, DossierId),
) -> Result<(), Failure> {
    for row in store::parts(tx, earlier).await? {
        let Some(step) = entry::Step::with_code(&row.step) else { continue };
        store::write_part(tx, (id, step), &row.body, 1, actor.account()).await?;
    }
    Ok(())
}
