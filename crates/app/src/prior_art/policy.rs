//! Who may do what with earlier solutions: who looks after all units brings lists of everybody, a secretary
//! of one unit its own; everybody with an account reads what is no dossier.

use kernel::Refusal;
use kernel::id::UnitId;

use super::near::Sight;
use crate::accounts::{Actor, Role};

/// Whether the actor may bring a list of a unit, or of the whole installation, and decide on it.
///
/// # Errors
/// Others may not.
pub fn may_bring(actor: &Actor, unit: Option<UnitId>) -> Result<(), Refusal> {
    let own = unit.is_some_and(|unit| actor.holds_at(Role::Secretary, unit));
    match own || actor.runs_the_office() {
        true => Ok(()),
        false => Err(Refusal::field("unit", "prior-list-not-yours")),
    }
}

/// Whether the actor may say what two solutions are to one another.
///
/// # Errors
/// Only who runs contests may.
pub fn may_judge(actor: &Actor) -> Result<(), Refusal> {
    match actor.may_begin_contests() {
        true => Ok(()),
        false => Err(Refusal::forbidden("prior-verdict-secretary-only")),
    }
}

/// How much the actor sees.
pub fn sight(actor: &Actor) -> Sight {
    match actor.runs_the_office() {
        true => Sight::Everything,
        false => Sight::Open,
    }
}

/// The units of which the actor is secretary, whose lists they see; nothing: of all units.
pub fn lists_of(actor: &Actor) -> Option<Vec<UnitId>> {
    let held = actor.grants.iter().filter(|grant| grant.role == Role::Secretary);
    (!actor.runs_the_office()).then(|| held.filter_map(|grant| grant.unit).collect())
}

/// The units for which the actor looks for what is worth entering; nothing: for all.
pub fn looks_for(actor: &Actor) -> Option<Vec<UnitId>> {
    let held = actor.grants.iter().filter_map(|grant| grant.unit);
    (!actor.runs_the_office()).then(|| held.collect())
}
