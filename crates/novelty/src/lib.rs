//! Prior art (giải pháp kỹ thuật đã biết): which earlier solutions a text repeats, and which are near it.
//!
//! [`Index`] knows the fingerprints of all earlier solutions and answers a text with the few that may
//! matter. [`Index::compare`] lays two texts side by side and shows the passages that they share. Nothing here
//! accuses anybody: a number always comes with what it was counted from.

mod compare;
mod fingerprint;
mod index;
mod postings;
mod segment;
mod syllables;

pub use compare::{Comparison, Passage};
pub use fingerprint::Fingerprint;
pub use index::{Found, Index, Part, SolutionId};
