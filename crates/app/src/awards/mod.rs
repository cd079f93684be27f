//! Awards (xét giải, trao giải): the meeting that decides on prizes, what it decides, the papers of it, and the
//! moment from which everybody reads it.
//!
//! A meeting starts from the ranking and changes it by motions alone, each with its reason and votes. What it
//! decides is frozen as a bundle from which anybody can count the list again. Until the moment that the office
//! sets, no byte of it leaves: pages, feeds and letters ask the clock, and nobody has to be awake.

mod access;
pub mod check;
mod closing;
mod counted;
mod granted;
mod letters;
mod meetings;
mod motions;
mod order;
pub mod pages;
mod papers;
mod policy;
mod public;
mod shares;
mod state;
mod store;
mod table;
mod typed;
mod unnamed;

kernel::id_type!(
    /// A meeting that decides on prizes.
    MeetingId
);

kernel::id_type!(
    /// A motion, list, award or order.
    PartId
);

pub use closing::{Closing, close};
pub use granted::{Granted, GrantedList, granted, is_public};
pub use letters::{TELL, tell};
pub use meetings::{Call, call, cancel, note_presence};
pub use motions::{NewMotion, note_motion, take_back};
pub use order::{NewOrder, call_off, publish};
pub use public::{Public, of_dossier, public, public_bundle, public_since};
pub use state::{State, Step};
pub use store::{WinnerRow, next_to_appear};

/// How the ledger names a meeting.
fn subject(id: MeetingId) -> String {
    format!("award-meeting/{id}")
}
