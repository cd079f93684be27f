//! Places (địa danh): what the gazetteer makes of a name, for people and for other programs.
//!
//! Nothing is stored here: the gazetteer is part of the program.

pub mod pages;

use gazetteer::{Gazetteer, Match, Place, Succession};
use serde::Serialize;

/// One unit that a text may mean, as the command line and programs see it.
#[derive(Debug, Serialize)]
pub struct Found {
    /// Era and code.
    pub id: String,
    /// The unit within those above it.
    pub full_name: String,
    /// The tier.
    pub level: gazetteer::Level,
    /// What it is called.
    pub kind: gazetteer::Kind,
    /// How well the text fits, of 100.
    pub score: u8,
    /// How it was recognised.
    pub how: gazetteer::How,
    /// First day, where known.
    pub from: Option<String>,
    /// Last day, where there is one.
    pub until: Option<String>,
    /// What became of it.
    pub successors: Vec<Follower>,
}

/// A unit that took over all or part of another.
#[derive(Debug, Serialize)]
pub struct Follower {
    /// Era and code.
    pub id: String,
    /// The unit within those above it.
    pub full_name: String,
    /// How much it took.
    pub extent: gazetteer::Extent,
    /// Whether people would now name it for the former one.
    pub heir: bool,
    /// Whether both sources of the table know this step.
    pub sure: bool,
}

/// The units that a text may mean, best first.
pub fn find(text: &str) -> Vec<Found> {
    Gazetteer::shared().look_up(text).iter().map(found).collect()
}

fn found(hit: &Match) -> Found {
    let place = hit.place;
    Found {
        id: place.id.to_string(),
        full_name: place.full_name(),
        level: place.level(),
        kind: place.kind,
        score: hit.score,
        how: hit.how,
        from: place.era().valid_from().map(|day| day.to_string()),
        until: place.era().valid_until().map(|day| day.to_string()),
        successors: place.successors().iter().map(follower).collect(),
    }
}

fn follower(step: &Succession) -> Follower {
    Follower {
        id: step.place.id.to_string(),
        full_name: step.place.full_name(),
        extent: step.extent,
        heir: step.heir,
        sure: step.sure,
    }
}

/// The place of an id as it stands in an address.
pub fn place(id: &str) -> Option<&'static Place> {
    Gazetteer::shared().get(id.parse().ok()?)
}
