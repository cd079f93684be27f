//! Reception (tiếp nhận, kiểm tra hồ sơ): the office takes dossiers in, looks at each part, asks for more,
//! and decides whether they take part.
//!
//! What comes by screen, over the counter and by post makes the same dossier. What the machine finds stands
//! beside what people find; only people decide, and nothing that they found is overwritten.

mod access;
mod arrived;
mod ask;
mod change;
mod check;
pub mod checklist;
mod decide;
mod findings;
pub mod ground;
pub mod import;
pub mod pages;
mod prior;
pub mod rebase;
mod store;
mod take_in;

pub use ask::{Wanted, ask};
pub use check::{Found, check};
pub use decide::{Excluded, accept, exclude, reopen};
pub use prior::join;
pub use take_in::{Arrived, more_came, take_in};
