//! Dossiers: an installation that takes them, its lists at a hundred thousand, the last minutes before a
//! deadline, and what holds when the program is killed.

mod bytes;
mod edge;
mod export;
mod first;
mod kill;
mod lists;
mod store;
mod surge;

pub use bytes::measure as bytes;
pub use edge::measure as edge;
pub use export::measure as export;
pub use kill::{Plan as Killing, measure as kill};
pub use lists::measure as lists;
pub use surge::{Plan, measure as surge};
