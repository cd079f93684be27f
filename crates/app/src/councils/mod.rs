//! Councils (hội đồng giám khảo): who judges, what stands against it, who judges what, and the sheets.
//!
//! Until its chair opens a council nobody reads what another has given, the office and the administrator
//! included: pages tell how much is signed and nothing else. Whoever has a conflict of interest with a dossier
//! sees neither it nor anything from which its score follows, before and after.

mod access;
mod again;
mod assign;
mod begin;
mod bench;
mod blind;
mod conflicts;
mod entries;
mod found;
mod members;
mod opened;
pub mod pages;
mod paper;
mod plenary;
mod policy;
mod question;
mod records;
mod role;
mod second;
mod sheets;
mod state;
mod store;
mod ties;
mod typed;

kernel::id_type!(
    /// A council.
    CouncilId
);

kernel::id_type!(
    /// A member, tie, assignment, sheet or second marking of a council.
    PartId
);

pub use again::{cancel, close, order};
pub use assign::{Drawn, draw, give, lock, take_away};
pub use begin::{begin, open, write_to};
pub use found::{Facts, change, found};
pub use members::{NewMember, call, leave, vouch};
pub use opened::{Results, reads_whole, results, uncountable};
pub use plenary::{Plenary, plenary};
pub use role::Role;
pub use second::Stage;
pub use sheets::{Saving, save, sign};
pub use state::{State, Step};
pub use store::{EntryRow, MemberRow};
pub use ties::{NewTie, Tied, declare, take_back};

/// How the ledger names a council.
fn subject(id: CouncilId) -> String {
    format!("council/{id}")
}
