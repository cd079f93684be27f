//! Moving a dossier on: its state, the event, and the end of what was asked for.

use ::store::Tx;
use kernel::{Failure, Refusal};

use super::access::SeenDossier;
use super::state::Step;
use super::{DossierId, store};
use crate::accounts::Actor;
use crate::audit::Act;

/// Takes a step, if the table allows it; answers with the act, which then names each row that was written, for
/// the verb to record.
///
/// # Errors
/// The step cannot be taken now.
pub async fn moved(
    tx: &mut Tx,
    actor: &Actor,
    seen: &SeenDossier,
    (step, reason): (Step, Option<&str>),
    act: Act,
) -> Result<Act, Failure> {
    let state = seen
        .state
        .after(step)
        .ok_or_else(|| way_of(seen.id, Refusal::conflict("dossier-step-not-now")))?;
    store::set_state(tx, seen.id, state).await?;
    let event = store::event_of(tx, seen.id, (step, reason), actor.account()).await?;
    let act = act.row("dossier", seen.id).row("dossier_event", event);
    let Some(asked) = &seen.asked else { return Ok(act) };
    let how = match step {
        Step::Return => "returned",
        Step::Ask => "replaced",
        _ => "decided",
    };
    store::end_supplement(tx, &asked.id, how).await?;
    Ok(act.row("dossier_supplement", &asked.id))
}

/// The refusal with the way to the dossier.
pub fn way_of(id: DossierId, refusal: Refusal) -> Refusal {
    refusal.way_out("way-dossier", format!("/dossiers/{id}"))
}
