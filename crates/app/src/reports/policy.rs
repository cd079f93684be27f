//! Who may do what with reports.

use kernel::Refusal;
use kernel::id::UnitId;

use crate::accounts::{Actor, Role};

/// Whether the actor writes the reports of a unit.
pub fn writes_for(actor: &Actor, unit: UnitId) -> bool {
    actor.holds_at(Role::Coordinator, unit)
}

/// Whether the actor takes the report of the agency that runs a contest: the office, and the secretaries
/// of who organises it.
pub fn decides_for(actor: &Actor, organiser: Option<UnitId>) -> bool {
    let secretary = organiser.is_some_and(|unit| actor.holds_at(Role::Secretary, unit));
    actor.runs_the_office() || secretary
}

/// Why others than the unit do not write its report.
pub fn own_unit_only() -> Refusal {
    Refusal::forbidden("report-own-unit-only").way_out("way-reports", "/reports")
}

/// Why others than who is above do not decide on a report.
pub fn above_only() -> Refusal {
    Refusal::forbidden("report-above-only").way_out("way-reports", "/reports")
}

/// The units whose reports the actor writes.
pub fn own_units(actor: &Actor) -> Vec<UnitId> {
    let held = actor.grants.iter().filter(|grant| grant.role == Role::Coordinator);
    held.filter_map(|grant| grant.unit).collect()
}
