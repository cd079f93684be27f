//! Who may do what in a meeting, and when.

use kernel::Refusal;

use super::State;
use super::access::SeenMeeting;

/// Whether the actor may put down what happens in the meeting.
///
/// # Errors
/// Others may not.
pub fn may_keep(seen: &SeenMeeting) -> Result<(), Refusal> {
    match seen.keeps {
        true => Ok(()),
        false => Err(Refusal::forbidden("meeting-keepers-only")
            .way_out("way-meeting", format!("/meetings/{}", seen.id))),
    }
}

/// Whether the meeting sits.
///
/// # Errors
/// It has not begun, or it has ended.
pub fn is_sitting(seen: &SeenMeeting) -> Result<(), Refusal> {
    match seen.state {
        State::Sitting => Ok(()),
        State::Called => Err(seen.refused("meeting-not-begun")),
        State::Closed | State::Cancelled => Err(seen.refused("meeting-has-ended")),
    }
}
