//! The shape of the rules by which sheets become ranks and prizes.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use serde::{Deserialize, Serialize};

use crate::points::{Points, Rounding, Weight};
use crate::scale::Scale;

/// The rules of judging (quy chế chấm): scales, rounds, ties, prizes; declared before anybody marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The fields, or judging groups (lĩnh vực, nhóm chấm), for which places are counted.
    pub fields: Vec<String>,
    /// The scales that rounds use.
    pub scales: Vec<Scale>,
    /// The rounds (vòng), the first one first.
    pub rounds: Vec<Round>,
    /// How the total is rounded before ranks and prizes are made of it; nothing: not at all.
    pub rounding: Option<Rounding>,
    /// Points for votes of the public (bình chọn), added to the total.
    pub vote: Option<PublicVote>,
    /// What parts dossiers of equal total, one after the other; what is still equal shares a rank.
    pub ties: Vec<TieBreak>,
    /// The structure of prizes (cơ cấu giải), the highest first.
    pub prizes: Vec<Prize>,
    /// What becomes of places that nobody took.
    pub unused: Unused,
    /// What happens where more are equal than places are left.
    pub at_limit: AtLimit,
    /// How the council may depart from the ranking.
    pub departures: DepartureRules,
    /// How far apart totals of judges may lie (chênh lệch), in percent of the scale.
    pub divergence: u8,
}

/// A round (vòng: sơ khảo, chung khảo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The key of its scale.
    pub scale: String,
    /// The same for single fields, where they differ.
    pub field_scales: BTreeMap<String, String>,
    /// How several sheets become one number.
    pub aggregate: Aggregate,
    /// How that number is rounded; nothing: not at all.
    pub rounding: Option<Rounding>,
    /// Its weight in the total; 0: it only chooses who goes on.
    pub weight: Weight,
    /// With fewer sheets that count, a dossier has no rank.
    pub fewest_sheets: NonZeroU16,
    /// Who goes on to the next round; nothing: everybody.
    pub advance: Option<Advance>,
}

/// How several totals become one (cách tổng hợp điểm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Aggregate {
    /// Trung bình cộng.
    Mean,
    /// Trung bình sau khi bỏ điểm cao nhất và thấp nhất.
    Trimmed {
        /// How many are left out at each end.
        each_end: u8,
        /// From how many sheets on; with fewer it is the mean of all.
        from: u16,
    },
    /// Trung vị.
    Median,
}

/// Who goes on (vào vòng sau).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    /// At least so many points in this round.
    pub minimum: Option<Points>,
    /// How many; by field, each field has its own.
    pub places: Places,
    /// What becomes of those who are equal at the last place.
    pub last: LastPlace,
}

/// What becomes of those who share the last place of a round (đồng hạng cuối).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LastPlace {
    /// All go on.
    In,
    /// None does.
    Out,
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

/// Points for votes of the public (điểm bình chọn): the most voted gets all, the others their proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicVote {
    /// What the most voted dossier gets.
    pub points: Points,
    /// How the proportion is rounded.
    pub rounding: Option<Rounding>,
}

/// What parts dossiers that are equal so far (tiêu chí phụ khi bằng điểm).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TieBreak {
    /// The higher mean of a criterion.
    Criterion {
        /// The round.
        round: String,
        /// The criterion.
        criterion: String,
    },
    /// The higher score of a round.
    Round {
        /// The round.
        round: String,
    },
    /// Fewer sheets with a total below a mark.
    FewerLow {
        /// The round.
        round: String,
        /// The mark.
        below: Points,
    },
    /// The higher total of the chair's sheet.
    Chair {
        /// The round.
        round: String,
    },
    /// A lot (bốc thăm) drawn from a seed that was published: the lower SHA-256 of seed, line feed, code.
    Lot,
}

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

impl Rules {
    /// The scale of a key (thang điểm).
    pub fn scale(&self, key: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.key == key)
    }

    /// The round of a key (vòng).
    pub fn round(&self, key: &str) -> Option<&Round> {
        self.rounds.iter().find(|round| round.key == key)
    }

    /// Where a prize stands in the structure (thứ tự giải), 0 for the highest.
    pub fn position(&self, prize: &str) -> Option<usize> {
        self.prizes.iter().position(|it| it.key == prize)
    }

    /// Whether more points never cost a dossier its place (không nghịch lý).
    ///
    /// They can where those who are equal at the last place all lose it: one point more makes two equal,
    /// and both are out.
    pub fn is_monotone(&self) -> bool {
        let rounds = self.rounds.iter().filter_map(|round| round.advance.as_ref());
        let mut rounds = rounds.filter(|advance| advance.places != Places::Unlimited);
        self.at_limit != AtLimit::Pass && rounds.all(|advance| advance.last == LastPlace::In)
    }
}

impl Round {
    /// The key of its scale for a field (thang điểm của lĩnh vực).
    pub fn scale_in(&self, field: &str) -> &str {
        self.field_scales.get(field).unwrap_or(&self.scale)
    }
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
