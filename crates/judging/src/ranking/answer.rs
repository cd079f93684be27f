//! What became of a dossier where a prize, a decision of the council or a proposal was at stake.

use serde::Serialize;

use crate::points::Points;
use crate::ratio::Ratio;

/// What became of a prize for one dossier (kết quả xét giải).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrizeAnswer {
    /// A minimum of the scale bars it from all prizes.
    Barred,
    /// Its total lies below the band.
    BelowBand {
        /// The total.
        total: Ratio,
        /// The band.
        minimum: Points,
    },
    /// No place was left.
    NoPlace,
    /// Fewer places were left than dossiers are equal, and the rules then give it to none.
    TiedAtLimit {
        /// How many are equal.
        among: u32,
        /// How many places were left.
        places: u32,
    },
    /// It gets it.
    Given {
        /// Out of which places.
        from: Source,
        /// How many places were left just before.
        left: Option<u32>,
        /// How many took it together.
        among: u32,
    },
}

/// Out of which places a prize comes (nguồn suất giải).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Those of the dossier's own field.
    Field,
    /// Those of all fields, or left over by others.
    All,
}

/// Whether a departure stands (hiệu lực của quyết định).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It stands.
    Taken,
    /// It gives no reason.
    NoReason,
    /// Too few members are for it.
    NoMajority,
    /// The dossier has no rank.
    NotRanked,
    /// The prize's band or a minimum lies above the dossier, and the rules keep to it.
    BeyondBand,
    /// All departures together give more prizes than there are places, and the rules keep to them.
    BeyondPlaces,
}

/// Whether a dossier is proposed for the next level (kết quả xét đề cử).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardAnswer {
    /// It is.
    Proposed,
    /// It has no prize that is high enough.
    NoPrize,
    /// The mean of the criterion that must be reached is too low.
    BelowCriterion {
        /// The mean; nothing: its scale has no such criterion.
        mean: Option<Ratio>,
        /// What must be reached.
        minimum: Points,
    },
    /// Others with a better rank take the places.
    NoPlace,
}
