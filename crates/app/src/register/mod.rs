//! The office's book of dossiers (sổ hồ sơ): found, sorted and counted, kept as views, taken out as files.
//!
//! What is looked for is typed in one syntax, which the crate `query` reads; here it meets units, rules and rows.
//! The book is for those who run a contest, and holds what was handed in, never what is only being written.

mod asked;
mod column;
mod export;
mod line;
mod naming;
mod pack;
mod package;
pub mod pages;
mod sheet;
mod store;
mod sweep;
pub mod taken;
mod view;

kernel::id_type!(
    /// A view of the book.
    ViewId
);

kernel::id_type!(
    /// An export from the book.
    ExportId
);

pub use asked::{Asked, ask};
pub use column::{By, Column, Sort};
pub use export::{Format, cancel, note_taken, order};
pub use line::{Line, lines_of};
pub use naming::Naming;
pub use pack::{PACK, pack};
pub use store::{Filter, Found, counts, found};
pub use sweep::{forget_exports, sweep};
pub use view::{forget, keep};

/// How the ledger names the contest of a book.
fn subject(contest: kernel::id::ContestId) -> String {
    format!("contest/{contest}")
}
