//! Who may do what with tasks: who runs the contest orders and decides; a unit's coordinator acts for it.

use kernel::Refusal;
use kernel::id::UnitId;

use super::access::Seen;
use crate::accounts::{Actor, Role};
use crate::contests;

/// Whether the actor may order, change, decide and chase.
///
/// # Errors
/// Only who runs the contest may, and only until it is closed.
pub fn may_run(seen: &Seen) -> Result<(), Refusal> {
    let way = format!("/contests/{}/tasks", seen.id);
    match (seen.runs, seen.state) {
        (false, _) => Err(Refusal::forbidden("task-secretary-only").way_out("way-tasks", way)),
        (true, contests::State::Closed) => Err(closed(way)),
        (true, _) => Ok(()),
    }
}

/// Whether the actor may act for a unit: its coordinator, and on its behalf who runs the contest, because
/// many units still answer on paper.
///
/// # Errors
/// Others may not, and nobody before the contest runs or after it is closed.
pub fn may_act(actor: &Actor, seen: &Seen, unit: UnitId) -> Result<(), Refusal> {
    let way = format!("/contests/{}/tasks", seen.id);
    if !seen.runs && !acts_for(actor, unit) {
        return Err(Refusal::forbidden("task-unit-only").way_out("way-tasks", way));
    }
    match seen.state {
        contests::State::Running => Ok(()),
        contests::State::Preparing => {
            Err(Refusal::conflict("task-contest-not-running").way_out("way-tasks", way))
        }
        contests::State::Closed => Err(closed(way)),
    }
}

/// Whether the actor is coordinator of the unit.
pub fn acts_for(actor: &Actor, unit: UnitId) -> bool {
    actor.holds_at(Role::Coordinator, unit)
}

/// The units that the actor coordinates.
pub fn units_of(actor: &Actor) -> Vec<UnitId> {
    let held = actor.grants.iter().filter(|grant| grant.role == Role::Coordinator);
    held.filter_map(|grant| grant.unit).collect()
}

fn closed(way: String) -> Refusal {
    Refusal::conflict("contest-closed").way_out("way-tasks", way)
}
