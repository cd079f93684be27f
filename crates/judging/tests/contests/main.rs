//! Whole contests: real ones by their published counts, and thousands of made-up ones.

#![expect(clippy::unwrap_used, reason = "a test ends where something is not as expected")]

mod cases;
mod council;
mod dice;
mod made;
mod outsider;
mod properties;
mod published;
mod recount;
mod replays;
mod sheets;
mod small;
