//! Papers (văn bản): what a file holds, decoded in a sandboxed child and read.
//!
//! The bytes of a stranger are never taken apart in the service: [`reading`] hands them to a child of our own
//! program, [`decoding`] is that child. What comes back is text, and reading text is pure.

pub mod decoding;
pub mod incoming;
pub mod pages;
pub mod reading;
pub mod report;
mod store;
pub mod summary;
pub mod trouble;

pub(crate) use store::{find, reading as reading_of};
