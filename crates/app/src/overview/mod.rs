//! Overview (tổng quan điều hành): for those who lead, where everything is, who is late and what comes in.
//!
//! Nothing is written here. Every picture has the numbers behind it, and every number counts only what the
//! person may see.

pub mod access;
pub mod pages;
pub mod picture;
mod store;
