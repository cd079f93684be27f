//! Who may do what in a council, and when.

use kernel::Refusal;

use super::State;
use super::access::{SeenCouncil, SeenSheet};

/// Whether members and dossiers may still be given.
///
/// # Errors
/// The sheets are open.
pub fn is_not_opened(seen: &SeenCouncil) -> Result<(), Refusal> {
    match seen.state {
        State::Forming | State::Judging => Ok(()),
        State::Opened => Err(seen.refused("council-is-opened")),
    }
}

/// Whether the council itself may be changed: what it judges, and how many judge each dossier.
///
/// # Errors
/// It judges.
pub fn is_forming(seen: &SeenCouncil) -> Result<(), Refusal> {
    match seen.state {
        State::Forming => Ok(()),
        State::Judging | State::Opened => Err(seen.refused("council-judges-already")),
    }
}

/// Whether sheets may be written.
///
/// # Errors
/// The council does not judge yet, or was opened.
pub fn is_judging(seen: &SeenCouncil) -> Result<(), Refusal> {
    match seen.state {
        State::Judging => Ok(()),
        State::Forming => Err(seen.refused("council-not-judging-yet")),
        State::Opened => Err(seen.refused("sheet-after-opening")),
    }
}

/// Whether a sheet may be written: the council judges, and the dossier is there to be judged.
///
/// # Errors
/// As for [`is_judging`], or the dossier was withdrawn or is checked anew.
pub fn may_write(seen: &SeenSheet) -> Result<(), Refusal> {
    is_judging(&seen.council)?;
    match seen.is_valid {
        true => Ok(()),
        false => Err(Refusal::conflict("sheet-dossier-gone").way_out("way-judging", "/judging")),
    }
}

/// Whether the actor may open the sheets: the chair or a vice-chair.
///
/// # Errors
/// Others may not.
pub fn may_open(seen: &SeenCouncil) -> Result<(), Refusal> {
    let role = seen.seat.as_ref().and_then(|seat| seat.role().ok());
    match role.is_some_and(super::Role::opens) {
        true => Ok(()),
        false => Err(Refusal::forbidden("council-chair-only")
            .way_out("way-council", format!("/councils/{}", seen.id))),
    }
}
