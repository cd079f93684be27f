//! Who may do what in a council, and when.

use kernel::Refusal;

use super::access::{SeenCouncil, SeenSheet};
use super::{Role, Stage, State};

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

/// Whether somebody may be called to this role. Once the sheets are open a judge may, who marks again what others are far
/// apart on: where everybody judged everything, there is nobody else.
///
/// # Errors
/// The sheets are open, and it is no judge.
pub fn may_call(seen: &SeenCouncil, role: Role) -> Result<(), Refusal> {
    match (seen.state, role) {
        (State::Forming | State::Judging, _) | (State::Opened, Role::Judge) => Ok(()),
        (State::Opened, _) => Err(Refusal::field("role", "council-opened-judges-only")),
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

/// Whether a sheet may be written: the council judges, or this second marking is open, and the dossier is there to be
/// judged.
///
/// # Errors
/// As for [`is_judging`], the second marking is over, or the dossier was withdrawn or is checked anew.
pub fn may_write(seen: &SeenSheet) -> Result<(), Refusal> {
    match seen.again {
        None => is_judging(&seen.council)?,
        Some(Stage::Open) => (),
        Some(Stage::Closed | Stage::Cancelled) => {
            return Err(seen.council.refused("sheet-after-second"));
        }
    }
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
    match opens(seen) {
        true => Ok(()),
        false => Err(Refusal::forbidden("council-chair-only")
            .way_out("way-council", format!("/councils/{}", seen.id))),
    }
}

/// Whether the actor chairs the council, or stands in for who does.
pub fn opens(seen: &SeenCouncil) -> bool {
    let role = seen.seat.as_ref().and_then(|seat| seat.role().ok());
    role.is_some_and(Role::opens)
}

/// Whether the actor reads who has signed, and not only how many have.
pub fn reads_progress(seen: &SeenCouncil) -> bool {
    let role = seen.seat.as_ref().and_then(|seat| seat.role().ok());
    seen.runs || opens(seen) || role == Some(Role::Secretary)
}

/// Whether the actor may have a dossier marked again: the chair or a vice-chair, once the council is opened.
///
/// # Errors
/// Others may not, or it is not opened.
pub fn may_mark_again(seen: &SeenCouncil) -> Result<(), Refusal> {
    if !opens(seen) {
        return Err(Refusal::forbidden("second-chair-only")
            .way_out("way-council", format!("/councils/{}", seen.id)));
    }
    is_opened(seen)
}

/// Whether the council is opened: before, nobody knows how far judges are apart.
///
/// # Errors
/// It is not.
pub fn is_opened(seen: &SeenCouncil) -> Result<(), Refusal> {
    match seen.state {
        State::Opened => Ok(()),
        State::Forming | State::Judging => Err(seen.refused("second-not-opened")),
    }
}
