//! Certificates (giấy chứng nhận): printed from the list of prizes, numbered in a book, checked by anybody by code.
//!
//! What a certificate says is frozen when it is issued. A wrong one is declared void and another takes its place under
//! a number of its own; a later list of prizes does the same to what it no longer gives. Nothing of them is public
//! before the prizes are.

mod access;
mod change;
mod issue;
pub mod pages;
mod paper;
mod plan;
mod public;
mod store;
mod typed;

kernel::id_type!(
    /// A certificate.
    CertificateId
);

kernel::id_type!(
    /// Certificates issued at once.
    RunId
);

pub use change::{Correction, replace, revoke};
pub use issue::{Draft, issue};
pub use plan::Form;
pub use public::of_dossier;

/// How the ledger names the certificates of a contest.
fn subject(contest: kernel::id::ContestId) -> String {
    format!("certificates/{contest}")
}
