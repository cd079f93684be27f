//! Conversations: who talks, who answers, what the office keeps to itself, and that nobody else learns of it.

mod files;
mod finding;
mod office;
mod secrecy;
pub mod standing;
mod talking;
mod writing;
