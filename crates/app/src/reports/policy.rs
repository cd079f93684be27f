//! Who may do what with reports.

use kernel::Refusal;
use kernel::id::UnitId;

use crate::accounts::{Actor, Role};

/// Whether the actor writes the reports of a unit.
///
/// # Errors
/// Others may not.
pub fn may_write(actor: &Actor, unit: UnitId) -> Result<(), Refusal> {
    match actor.holds_at(Role::Coordinator, unit) {
        true => Ok(()),
        false => Err(Refusal::forbidden("report-own-unit-only").way_out("way-reports", "/reports")),
    }
}

/// The units whose reports the actor writes.
pub fn own_units(actor: &Actor) -> Vec<UnitId> {
    let held = actor.grants.iter().filter(|grant| grant.role == Role::Coordinator);
    held.filter_map(|grant| grant.unit).collect()
}
