//! Personal data: what goes when its time is over.

mod erasure;
mod extract;
mod files;
mod papers;
mod retention;
pub mod standing;
