//! Sheets on paper (phiếu chấm giấy): printed with a code, filled in by pen, keyed in by two people.
//!
//! Neither of the two sees what the other keyed in before both have. Where they agree it becomes the signed sheet of
//! the judge, unless the judge has signed on the screen: what they signed themselves is never written over. Whoever
//! keys in reads points before the opening; that cannot be helped, and the ledger tells who it was. Nobody else does.

pub mod access;
pub mod code;
pub mod compare;
pub mod issue;
pub mod keying;
pub mod own;
pub mod pages;
pub mod policy;
pub mod printed;
pub mod scan;

use super::PartId;

/// How the ledger names a sheet of paper: by the sheet for which it was printed.
fn subject(assignment: &str) -> String {
    format!("sheet/{assignment}")
}

/// For whom sheets of paper are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// For the whole council, as far as nothing is signed.
    All,
    /// For one judge, as far as they have not signed.
    Judge(PartId),
    /// For one assignment, whether it is signed or not.
    One(PartId),
}
