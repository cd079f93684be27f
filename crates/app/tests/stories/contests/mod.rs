//! Contests: typed in, copied, found by those who may, moved on, changed by versions.

mod sight;
pub mod typing;
mod versions;
