//! Bad input: a clear sentence, nothing lost, nothing half done, never our own fault.

mod addresses;
pub mod corpus;
mod forms;
mod names;
