//! Judging (chấm thi): who must not judge what, who judges what, and how severe judges were.
//!
//! What is decided is exact and the same for the same input, in whatever order it comes. The one place
//! with floating-point numbers is [`severity`], which advises and decides nothing.

pub mod assign;
pub mod conflict;
pub mod design;
pub mod severity;
