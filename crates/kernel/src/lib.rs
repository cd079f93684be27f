//! What every part says: ids, time, refusals, Vietnamese text.
//!
//! Nothing here reads a file, a clock of the machine (but [`time::SystemClock`]), or a database.

pub mod id;
pub mod period;
pub mod refusal;
pub mod text;
pub mod time;

pub use period::{Period, Window};
pub use refusal::{Failure, Fault, Message, Refusal};
pub use time::{Clock, Day, Instant};
