//! hoithi, the product: one folder per capability, one page with every address (`router.rs`).
//!
//! `ARCHITECTURE.md` at the root shows the way of a request through these folders.

pub mod accounts;
pub mod audit;
pub mod awards;
pub mod certificates;
pub mod cli;
pub mod configuration;
pub mod contests;
pub mod conversations;
pub mod councils;
pub mod dossiers;
pub mod files;
pub mod frame;
pub mod installation;
pub mod intake;
pub mod looks;
pub mod mailings;
pub mod news;
pub mod notices;
pub mod notifications;
pub mod overview;
pub mod papers;
pub mod places;
pub mod portal;
pub mod prior_art;
pub mod privacy;
pub mod publicity;
pub mod reception;
pub mod register;
pub mod reports;
pub mod router;
pub mod rubric;
pub mod tasks;
pub mod units;
pub mod uploads;
