//! Judging (chấm thi): from what judges give to ranks and prizes, by rules that were declared before.
//!
//! [`rules::Rules`] hold the scales, rounds, ties and prizes of a contest; [`records::Records`] what was put
//! down. [`ranking::rank`] counts them, with exact fractions and nothing else, and tells every step. An
//! outsider who has both counts the same.

pub mod bundle;
pub mod divergence;
pub mod honour;
pub mod missing;
pub mod money;
pub mod points;
pub mod prize;
pub mod ranking;
pub mod ratio;
pub mod ready;
pub mod records;
pub mod rules;
pub mod scale;
pub mod sheet;
pub mod soundness;
