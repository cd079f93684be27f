//! Publicity: written down by units, taken or asked about by the secretary; who sees what of it.

pub mod sending;
mod telling;
mod views;
