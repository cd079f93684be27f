//! `hoithi unit`, `hoithi place`.
use clap::{Args, Subcommand};
use kernel::Failure;

use super::DONE;
use super::speak::Speaker;

/// What `place` takes.
#[derive(Args)]
pub struct Place {
    text: Vec<String>,
}

/// What `unit` can do.
#[derive(Subcommand)]
pub enum Unit {
    /// Lists units.
    List,
}

/// place
pub fn place(_query: &Place, _speaker: &Speaker) -> Result<u8, Failure> {
    Ok(DONE)
}

/// unit
pub async fn unit(_place: &super::Place, _unit: Unit, _speaker: &Speaker) -> Result<u8, Failure> {
    Ok(DONE)
}
