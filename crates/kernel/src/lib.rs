//! What every part says: ids, time, refusals, Vietnamese text.
//!
//! Nothing here reads a file, a clock of the machine (but [`time::SystemClock`]), or a database.

pub mod id;
pub mod refusal;
pub mod text;
pub mod time;

pub use refusal::{Failure, Fault, Message, Refusal};
pub use time::{Clock, Day, Instant};
