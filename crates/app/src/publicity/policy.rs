//! Who may do what with publicity: a unit's coordinator writes down what it did, and on its behalf who
//! runs the contest, who also decides.

use kernel::Refusal;
use kernel::id::UnitId;

use super::access::Seen;
use crate::accounts::{Actor, Role};
use crate::contests;

/// Whether the actor may write down, correct and withdraw for a unit.
///
/// # Errors
/// Others may not, and nobody before the contest runs or after it is closed.
pub fn may_act(actor: &Actor, seen: &Seen, unit: UnitId) -> Result<(), Refusal> {
    if !seen.runs && !actor.holds_at(Role::Coordinator, unit) {
        return Err(Refusal::forbidden("publicity-unit-only").way_out("way-publicity", way(seen)));
    }
    is_running(seen)
}

/// Whether the actor may take what was done, or ask for more.
///
/// # Errors
/// Only who runs the contest may, while it runs.
pub fn may_decide(seen: &Seen) -> Result<(), Refusal> {
    if !seen.runs {
        let refusal = Refusal::forbidden("publicity-secretary-only");
        return Err(refusal.way_out("way-publicity", way(seen)));
    }
    is_running(seen)
}

fn is_running(seen: &Seen) -> Result<(), Refusal> {
    match seen.state {
        contests::State::Running => Ok(()),
        contests::State::Preparing => {
            Err(Refusal::conflict("publicity-contest-not-running")
                .way_out("way-publicity", way(seen)))
        }
        contests::State::Closed => {
            Err(Refusal::conflict("contest-closed").way_out("way-publicity", way(seen)))
        }
    }
}

fn way(seen: &Seen) -> String {
    format!("/contests/{}/publicity", seen.id)
}

/// The units that the actor coordinates.
pub fn units_of(actor: &Actor) -> Vec<UnitId> {
    let held = actor.grants.iter().filter(|grant| grant.role == Role::Coordinator);
    held.filter_map(|grant| grant.unit).collect()
}
