//! `hoithi unit`, `hoithi place`.
use clap::{Args, Subcommand};
use kernel::Failure;

use super::speak::Speaker;
use super::{DONE, REFUSED};
use crate::places;

/// What `place` takes.
#[derive(Args)]
pub struct Place {
    #[arg(required = true)]
    text: Vec<String>,
    #[arg(long)]
    json: bool,
}

/// What `unit` can do.
#[derive(Subcommand)]
pub enum Unit {
    /// Lists units.
    List,
}

/// What the gazetteer makes of a name.
pub fn place(query: &Place, speaker: &Speaker) -> Result<u8, Failure> {
    let found = places::find(&query.text.join(" "));
    if query.json {
        speaker.json(&found)?;
    } else {
        found.iter().for_each(|place| say_place(place, speaker));
    }
    Ok(if found.is_empty() { REFUSED } else { DONE })
}

fn say_place(place: &places::Found, speaker: &Speaker) {
    speaker.line(&format!("{:3}  {}  ({})", place.score, place.full_name, place.id));
    for heir in place.successors.iter().filter(|step| step.heir) {
        speaker.line(&format!("       → {}", heir.full_name));
    }
}

/// unit
pub async fn unit(_place: &super::Place, _unit: Unit, _speaker: &Speaker) -> Result<u8, Failure> {
    Ok(DONE)
}
