//! Who may do what with contests.

use kernel::Refusal;
use kernel::id::UnitId;

use crate::accounts::{Actor, Role};

/// Whether the actor may set up a contest that these units organise or stand for: the office, and a
/// secretary of one of the units.
///
/// # Errors
/// Others may not.
pub fn may_run(actor: &Actor, units: &[UnitId]) -> Result<(), Refusal> {
    match runs(actor, units) {
        true => Ok(()),
        false => {
            Err(Refusal::forbidden("contest-secretary-only").way_out("way-contests", "/contests"))
        }
    }
}

/// Whether the actor runs a contest of these units.
pub fn runs(actor: &Actor, units: &[UnitId]) -> bool {
    let secretary = |unit: &UnitId| actor.holds_at(Role::Secretary, *unit);
    actor.runs_the_office() || units.iter().any(secretary)
}

/// Whether the actor may begin a contest at all.
///
/// # Errors
/// Others than secretaries may not.
pub fn may_begin(actor: &Actor) -> Result<(), Refusal> {
    match actor.may_begin_contests() {
        true => Ok(()),
        false => {
            Err(Refusal::forbidden("contest-secretary-only").way_out("way-contests", "/contests"))
        }
    }
}
