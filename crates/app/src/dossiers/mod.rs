//! Dossiers (hồ sơ dự thi): what a contest asks of them, what authors write, and what they hand in.
//!
//! What is being written is saved as it is typed and seen by those who write it alone. Handing in makes a
//! version of it, the manifest, with a receipt; the version never changes. Who made a solution and where it
//! is applied is confirmed by its authors and by a unit, each for what was shown to them.
//!
//! What a contest asks is part of its rules: the verbs for that are in contests.

pub(crate) mod access;
mod agree;
mod begin;
pub mod check;
pub(crate) mod confirm;
mod draft;
pub mod erase;
pub(crate) mod following;
pub mod forget;
pub mod form;
pub mod handed_in;
pub mod kept;
pub(crate) mod letter;
pub(crate) mod manifest;
mod moved;
mod needs;
pub(crate) mod opened;
pub mod pages;
pub(crate) mod policy;
mod printed;
mod receipt;
pub(crate) mod sign;
pub mod state;
pub(crate) mod store;
mod submit;
pub mod timing;
pub(crate) mod typed;
mod write;

kernel::id_type!(
    /// A dossier.
    DossierId
);

kernel::id_type!(
    /// A file, version, event, answer or request of a dossier.
    PartId
);

pub use agree::{Agreement, Agreements, answer, ask_author};
pub use begin::{For, begin};
pub use confirm::{Answer, answer_unit, ask_unit, name_unit, scanned};
pub(crate) use draft::Page;
pub use following::BYTES_DUE;
pub(crate) use moved::{moved, way_of};
pub(crate) use needs::by_other_rules;
pub(crate) use pages::paper::all_told as paper_told;
pub use sign::signed;
pub use state::{State, Step};
pub(crate) use submit::ready;
pub use submit::{HANDED_IN, submit, withdraw};
pub use timing::{Taking, Timing};
pub use write::{add_file, remove_file, save, take_upload};

/// How the ledger names a dossier.
pub(crate) fn subject(id: DossierId) -> String {
    format!("dossier/{id}")
}
