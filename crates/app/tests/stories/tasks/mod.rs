//! Tasks: ordered, begun, reported, accepted or returned, extended, chased; who sees what of them.

mod chasing;
mod counting;
mod ordering;
mod reporting;
mod seeing;
pub mod standing;
mod time;
