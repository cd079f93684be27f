//! Putting right what is written down about a contest itself.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Refusal};

use super::{ContestFacts, open_to, policy, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Writes name, edition, organiser and the other facts of a contest anew. `seen` is what the actor had
/// before them: see [`store::ContestRow::print`].
///
/// # Errors
/// The actor may not, also afterwards; the contest is closed; somebody has changed it meanwhile; or it
/// would come to stand under itself.
pub async fn change_facts(
    tx: &mut Tx,
    actor: &Actor,
    id: ContestId,
    facts: &ContestFacts,
    seen: &str,
) -> Result<(), Failure> {
    let contest = open_to(tx, actor, id).await?;
    if contest.print() != seen {
        return Err(Refusal::conflict("contest-changed-meanwhile").into());
    }
    policy::may_run(actor, &facts.runners())
        .map_err(|_| Refusal::field("organiser", "contest-runner-lost"))?;
    if let Some(parent) = facts.parent
        && (parent == id || store::above(tx, parent).await?.contains(&id.to_string()))
    {
        return Err(Refusal::field("parent", "contest-parent-circle").into());
    }
    store::update_facts(tx, id, facts).await?;
    let act = Act::on("contest.change", subject(id)).row("contest", id);
    audit::record(tx, actor.who, act).await
}
