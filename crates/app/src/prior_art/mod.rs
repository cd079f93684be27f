//! Prior art (giải pháp kỹ thuật đã biết): the registry of initiatives and earlier solutions, what a text
//! repeats of them, and what a person says of it.
//!
//! Lists come as spreadsheets, read by a job and taken wholly or not at all. Each node keeps an index of
//! them in memory, made from the table again at each start. Nothing here accuses anybody: it shows.

mod index;
mod judging;
mod lists;
pub mod marked;
mod near;
mod often;
pub mod pages;
mod policy;
mod reading;
mod row;
mod sheet;
mod store;
mod worth;

pub use index::{Standing, Table, catch_up, forever};
pub use judging::{Opinion, Verdict, judge};
pub use lists::{Step, bring, decide, put_dossier};
pub use near::{Asked, Near, Sight, near};
pub use reading::{READ, read};
pub use store::DossierText;

kernel::id_type!(
    /// An earlier solution.
    EarlierId
);

kernel::id_type!(
    /// A list of earlier solutions that somebody brought.
    ListId
);

kernel::id_type!(
    /// A verdict on two solutions.
    VerdictId
);

/// What an earlier solution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Of a registry of initiatives (sổ sáng kiến).
    Registry,
    /// A winner of an earlier contest.
    Winner,
    /// A dossier of this installation; only who looks after all contests sees it here.
    Dossier,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 3] = [Self::Registry, Self::Winner, Self::Dossier];
    /// What a list can be.
    pub const OF_LISTS: [Self; 2] = [Self::Registry, Self::Winner];

    /// The word of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::Winner => "winner",
            Self::Dossier => "dossier",
        }
    }

    /// What a word means.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == word)
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("prior-source-{}", self.code())
    }
}
