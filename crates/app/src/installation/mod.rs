//! The installation (hệ thống): the machine behind the contests. Health, jobs, back-up, checks, demo.

pub mod backup;
pub mod check;
pub mod demo;
pub mod health;
pub mod jobs;
pub mod overview;
pub mod restore;
mod store;
pub mod work;
