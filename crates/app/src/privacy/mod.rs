//! Personal data (dữ liệu cá nhân): what need not be kept any longer goes.
//!
//! What may stay for how long stands in one table, `class.rs`. What nobody misses goes by itself, once a day; what
//! somebody might ask for goes when an administrator has looked at it and confirmed.

pub mod class;
pub mod pages;
pub mod retention;
mod round;
mod store;

kernel::id_type!(
    /// A run over what need not be kept any longer.
    RunId
);

pub use class::{Class, RULES};
pub use retention::{RUN, carry_out, order};
pub use round::daily;
