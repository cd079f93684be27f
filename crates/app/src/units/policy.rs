//! Who may do what with units. Everybody who is signed in sees them; contacts are another matter.

use kernel::Refusal;
use kernel::id::UnitId;

use crate::accounts::{Actor, Role};

/// Whether the actor may found, move and reorganise units.
///
/// # Errors
/// Only the office may.
pub fn may_change(actor: &Actor) -> Result<(), Refusal> {
    match actor.runs_the_office() {
        true => Ok(()),
        false => Err(Refusal::forbidden("units-office-only").way_out("way-units", "/units")),
    }
}

/// Whether the actor may found a unit under these, the parent and everything above it: the office, and a
/// secretary of one of them. Who has no parent is founded by the office alone.
///
/// # Errors
/// Others may not.
pub fn may_found(actor: &Actor, above: &[UnitId]) -> Result<(), Refusal> {
    match above.iter().any(|unit| actor.holds_at(Role::Secretary, *unit)) {
        true => Ok(()),
        false => may_change(actor),
    }
}

/// Whether the actor may change how a unit is written and whom to call there: the office, and the
/// unit's own coordinator.
///
/// # Errors
/// Others may not.
pub fn may_describe(actor: &Actor, id: UnitId) -> Result<(), Refusal> {
    match actor.runs_the_office() || actor.holds_at(Role::Coordinator, id) {
        true => Ok(()),
        false => {
            let refusal = Refusal::forbidden("unit-own-only");
            Err(refusal.way_out("way-units", "/units"))
        }
    }
}

/// Whether the actor sees people's own numbers at a unit.
pub fn sees_personal(actor: &Actor, id: UnitId) -> bool {
    may_describe(actor, id).is_ok()
}
