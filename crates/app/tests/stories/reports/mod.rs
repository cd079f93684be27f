//! Periodic reports: opened by the clock, written, frozen, returned, gathered by level, chased, printed.

mod chasing;
mod levels;
mod lists;
mod opening;
mod papers;
pub mod standing;
mod versions;
mod writing;
