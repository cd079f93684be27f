//! Who may do what with accounts. Each answer says why not, and what to do.

use kernel::id::{AccountId, UnitId};
use kernel::refusal::RefusalKind;
use kernel::{Instant, Refusal};

use super::actor::{Actor, Role};

/// Whether the actor may see and change other people's accounts.
///
/// # Errors
/// Nobody but administrators may; for the others there are no accounts.
pub fn may_manage(actor: &Actor) -> Result<(), Refusal> {
    match actor.holds(Role::Administrator) {
        true => Ok(()),
        false => Err(Refusal::absent()),
    }
}

/// Whether the actor may help authors to come in, for this unit or for the office.
///
/// # Errors
/// Coordinators and secretaries of the unit may, and the office; for the others there is nothing.
pub fn may_help_at(actor: &Actor, unit: Option<UnitId>) -> Result<(), Refusal> {
    let at =
        |unit| actor.holds_at(Role::Coordinator, unit) || actor.holds_at(Role::Secretary, unit);
    match actor.runs_the_office() || unit.is_some_and(at) {
        true => Ok(()),
        false => Err(Refusal::absent()),
    }
}

/// The units whose authors the actor may help; nothing means all, and the office.
pub fn helps_at(actor: &Actor) -> Option<Vec<UnitId>> {
    match actor.runs_the_office() {
        true => None,
        false => Some(actor.grants.iter().filter_map(|grant| grant.unit).collect()),
    }
}

/// Whether the actor has given the password a short while ago.
///
/// # Errors
/// The page that asks for it is the way out; it leads back to `here`.
pub fn is_confirmed(actor: &Actor, at: Instant, here: &str) -> Result<(), Refusal> {
    if actor.is_confirmed(at) {
        return Ok(());
    }
    let href = format!("/account/confirmation?next={}", crate::frame::answer::encode(here));
    Err(Refusal::new(RefusalKind::SignInNeeded, "confirm-needed").way_out("way-confirm", href))
}

/// Whether the actor may disable this account: nobody disables themselves.
///
/// # Errors
/// It is their own.
pub fn may_disable(actor: &Actor, account: AccountId) -> Result<(), Refusal> {
    match actor.account() == Some(account) {
        true => Err(Refusal::forbidden("account-own-disable")),
        false => Ok(()),
    }
}
