//! The desk: dossiers taken in, looked at, asked about, decided; and those that come on paper.

mod checking;
mod deciding;
mod finding;
mod paper;
mod rebasing;
pub mod standing;
mod supplement;
