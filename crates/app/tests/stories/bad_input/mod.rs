//! Bad input: a clear sentence, nothing lost, nothing half done, never our own fault.

mod addresses;
mod forms;
mod names;
