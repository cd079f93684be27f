//! The structure of prizes: how many there are, who may have them, and what moves them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::points::Points;

/// A prize (giải): one line of the structure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prize {
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it is compared with elsewhere.
    pub class: Class,
    /// What it brings, in đồng.
    pub money: u32,
    /// The band (mức điểm): with fewer points nobody gets it. With more nobody is promised it.
    pub minimum: Option<Points>,
    /// How many there are.
    pub places: Places,
}

/// The class of a prize (hạng giải), which money limits and honours go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Giải Đặc biệt.
    Special,
    /// Giải Nhất.
    First,
    /// Giải Nhì.
    Second,
    /// Giải Ba.
    Third,
    /// Giải Khuyến khích.
    Consolation,
}

/// What becomes of places that nobody took (giải còn dư).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unused {
    /// They stay empty.
    Empty,
    /// The best of other fields take them.
    OtherFields,
    /// They become places of the next prize.
    NextPrize,
    /// The best of other fields take them; what is left becomes places of the next prize.
    OtherFieldsThenNextPrize,
}

impl Unused {
    pub(crate) const fn goes_to_other_fields(self) -> bool {
        matches!(self, Self::OtherFields | Self::OtherFieldsThenNextPrize)
    }

    pub(crate) const fn goes_to_next_prize(self) -> bool {
        matches!(self, Self::NextPrize | Self::OtherFieldsThenNextPrize)
    }
}

/// What happens where more dossiers are equal than places are left (đồng hạng ở suất cuối).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtLimit {
    /// They share what is left, and its money (đồng giải).
    Share,
    /// None of them gets it; they stand for the next prize.
    Pass,
    /// All get it, more than there are places.
    Exceed,
}

/// How the council may depart from the ranking (quyết định khác thứ hạng).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartureRules {
    /// How many members must be for it.
    pub majority: Majority,
    /// What a departure may go beyond, else it may not.
    pub beyond: Vec<Beyond>,
}

/// How many members must be for a decision (đa số).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Majority {
    /// Quá nửa.
    MoreThanHalf,
    /// Ít nhất hai phần ba.
    TwoThirds,
    /// Tất cả.
    All,
}

impl Majority {
    /// Whether so many of all members are enough.
    pub fn is_reached(self, in_favour: u16, members: u16) -> bool {
        let (in_favour, members) = (u32::from(in_favour), u32::from(members));
        match self {
            Self::MoreThanHalf => 2 * in_favour > members,
            Self::TwoThirds => in_favour > 0 && 3 * in_favour >= 2 * members,
            Self::All => in_favour > 0 && in_favour >= members,
        }
    }
}

/// What a departure may go beyond (được vượt).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beyond {
    /// The places of a prize.
    Places,
    /// The band of a prize, and the minima of the scale.
    Band,
}

/// How many places there are (số lượng giải, số suất).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Places {
    /// As many as deserve it.
    Unlimited,
    /// So many for all fields together.
    Total(u32),
    /// So many for each field; a field that is not named has none.
    ByField(BTreeMap<String, u32>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_majority_is_of_the_members() {
        let check = |majority: Majority, members: u16, fewest: u16| {
            let first = (0..=members).find(|votes| majority.is_reached(*votes, members));
            assert_eq!(first, Some(fewest), "{majority:?} of {members}");
        };
        check(Majority::MoreThanHalf, 9, 5);
        check(Majority::MoreThanHalf, 8, 5);
        check(Majority::TwoThirds, 9, 6);
        check(Majority::TwoThirds, 8, 6);
        check(Majority::All, 7, 7);
        for majority in [Majority::MoreThanHalf, Majority::TwoThirds, Majority::All] {
            assert!(!majority.is_reached(0, 0), "{majority:?}");
        }
    }

    #[test]
    fn places_have_one_spelling() {
        let check = |places: Places, json: &str| {
            assert_eq!(serde_json::to_string(&places).unwrap(), json);
            assert_eq!(serde_json::from_str::<Places>(json).unwrap(), places);
        };
        check(Places::Unlimited, r#""unlimited""#);
        check(Places::Total(3), r#"{"total":3}"#);
        check(Places::ByField([("Y dược".into(), 2)].into()), r#"{"by-field":{"Y dược":2}}"#);
    }
}
