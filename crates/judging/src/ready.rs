//! Scales that are ready (thang điểm có sẵn), each a file of `scales/` with its source.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::rules::PublicVote;
use crate::scale::Scale;

/// Scales that go together, with what goes along with them (bộ thang điểm). A contest takes a copy and changes
/// it at will.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// Its word in addresses.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// For whom it is meant, and what was added to the source.
    pub about: String,
    /// Who has judged by it.
    pub source: String,
    /// The scales; where there are several, the council chooses for each dossier.
    pub scales: Vec<Scale>,
    /// Points for votes of the public.
    #[serde(default)]
    pub vote: Option<PublicVote>,
}

const FILES: [&str; 8] = [
    include_str!("../scales/banded-total.toml"),
    include_str!("../scales/pass-mark.toml"),
    include_str!("../scales/council-and-public.toml"),
    include_str!("../scales/novelty-levels.toml"),
    include_str!("../scales/three-levels.toml"),
    include_str!("../scales/evidence.toml"),
    include_str!("../scales/minima.toml"),
    include_str!("../scales/two-kinds.toml"),
];

static SETS: LazyLock<Vec<Ready>> = LazyLock::new(|| {
    let read = |file: &&str| toml::from_str(file).expect("our own scales are read by a test");
    FILES.iter().map(read).collect()
});

/// Every set (mọi bộ thang điểm có sẵn).
pub fn ready() -> &'static [Ready] {
    &SETS
}

/// The set of a code (bộ thang điểm theo mã).
pub fn with_code(code: &str) -> Option<&'static Ready> {
    SETS.iter().find(|set| set.code == code)
}

#[cfg(test)]
#[path = "ready_tests.rs"]
mod tests;
