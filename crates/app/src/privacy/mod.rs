//! Personal data (dữ liệu cá nhân): what need not be kept any longer goes, and everybody may have what is kept
//! about them.
//!
//! What may stay for how long stands in one table, `class.rs`. What nobody misses goes by itself, once a day; what
//! somebody might ask for goes when an administrator has looked at it and confirmed.

pub mod class;
pub mod erasure;
pub mod extract;
pub mod ground;
pub mod packing;
pub mod pages;
pub mod retention;
mod round;
pub(crate) mod store;

kernel::id_type!(
    /// A run over what need not be kept any longer.
    RunId
);

kernel::id_type!(
    /// An export of one person's data.
    ExtractId
);

kernel::id_type!(
    /// A request for erasure.
    ErasureId
);

pub use class::{Class, RULES};
pub use packing::{PACK, pack};
pub use retention::{RUN, carry_out, order};
pub use round::daily;
pub use store::about::{OF_OTHERS, PARTS};
