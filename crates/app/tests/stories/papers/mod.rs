//! Papers from files: what is read, what is refused and how it is said.

mod bad_files;
mod forms;
pub mod made;
mod reader;
