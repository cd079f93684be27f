//! Judging (chấm thi): from what judges give to ranks and prizes, by rules that were declared before.
//!
//! [`rules::Rules`] hold the scales, rounds, ties and prizes of a contest; [`records::Records`] what was put
//! down. [`ranking::rank`] counts them, with exact fractions and nothing else, and tells every step. An
//! outsider who has both counts the same. Before that, [`conflict`] finds who must not judge what, and [`assign`]
//! gives each dossier its judges. The one place with floating-point numbers is [`severity`], which advises and
//! decides nothing.

pub mod assign;
pub mod bundle;
pub mod conflict;
pub mod design;
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
pub mod severity;
pub mod sheet;
pub mod soundness;
