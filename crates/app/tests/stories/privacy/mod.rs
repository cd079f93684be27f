//! Personal data: what goes when its time is over.

mod files;
mod retention;
pub mod standing;
