//! The portal (cổng thông tin): what everybody may know of a contest, without signing in.
//!
//! It writes nothing. Only contests that are published at this moment exist here; any other is answered
//! as a wrong address is. Answers are the same for all visitors of one language and stand on the shelf.

mod atom;
pub mod calendar;
mod contest;
mod dates;
pub mod pages;
mod pdf;
mod sheet;
mod site;
pub(crate) mod store;
